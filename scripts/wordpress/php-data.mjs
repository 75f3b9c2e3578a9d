// What the plugin has to know of the kit, as PHP files: elements, attributes, regions, and words to show without the script.
import { readFileSync } from 'node:fs';

/** Where in a bundle the title and the first words of an element are. */
const WORDS = {
  'failed-intervention-guide': ({ guide: { words } }) => [words.title, [words.opening, words.scope]],
  'center-contact': ({ contact: { words } }) => [words.title, [words.intro, words.phone]],
  'contingency-planner': ({ plan: { words } }) => [words.title, [words.intro]],
  'crisis-help-bar': ({ core: { words } }) => [words.help.panelTitle, []],
  'failure-reason-checklist': ({ reasons: { words } }) => [words.title, [words.intro]],
  'family-learning-library': ({ learn: { words } }) => [words.title, [words.intro]],
  'family-self-care-card': ({ care: { words } }) => [words.title, [words.intro]],
  // The introduction speaks of a question that is not there.
  'next-steps-wizard': ({ steps: { words } }) => [words.title, []],
  'progress-check-in': ({ watch: { words } }) => [words.title, [words.intro]],
};

/** A block's name after `failed-intervention-guide/`. */
export const blockSlug = (tag) => (tag === 'failed-intervention-guide' ? 'guide' : tag);

const kit = () => new URL('../../dist/esm/', import.meta.url);
const bundle = (locale) =>
  JSON.parse(readFileSync(new URL(`../../dist/content/${locale}.json`, import.meta.url), 'utf8'));

/** The facts of the built kit, as `data/facts.php` and the blocks have them. */
export async function pluginFacts(version) {
  const { ELEMENTS, ATTRIBUTES, REGIONS, LOCALES } = await import(new URL('snippet/facts.js', kit()).href);
  const bundles = Object.fromEntries(LOCALES.map((locale) => [locale, bundle(locale)]));
  const title = (tag) => wordsOf(tag)(bundles.en)[0];
  return {
    version,
    schema_version: bundles.en.schemaVersion,
    elements: Object.fromEntries(
      Object.entries(ELEMENTS).map(([tag, { about, attributes, slots }]) => [
        tag,
        { block: blockSlug(tag), title: title(tag), about, attributes, slots },
      ]),
    ),
    attributes: Object.fromEntries(
      Object.entries(ATTRIBUTES).map(([name, { property, kind, values, about }]) => [
        name,
        { prop: property, kind, values, about },
      ]),
    ),
    regions: Object.fromEntries(Object.entries(REGIONS).map(([code, { name }]) => [code, name])),
    locators: Object.keys(REGIONS).filter((code) => REGIONS[code].hasLocator),
    locales: LOCALES,
  };
}

function wordsOf(tag) {
  const words = WORDS[tag];
  if (!words) {
    throw new Error(`scripts/wordpress/php-data.mjs does not say what to show for <${tag}> without the script.`);
  }
  return words;
}

/** What to show of each element until the script runs, and the crisis lines of each region; `''` is no known region. */
export async function pluginFallback(locale) {
  const { ELEMENTS, REGIONS } = await import(new URL('snippet/facts.js', kit()).href);
  const { crisisFallback } = await import(new URL('snippet/fallback.js', kit()).href);
  const content = bundle(locale);
  return {
    elements: Object.fromEntries(
      Object.keys(ELEMENTS).map((tag) => {
        const [title, words] = wordsOf(tag)(content);
        return [tag, { title, words }];
      }),
    ),
    crisis: Object.fromEntries(['', ...Object.keys(REGIONS)].map((code) => [code, crisisFallback(content.core, code)])),
  };
}

/** A value as PHP writes it, in the style of WordPress. */
export function inPhp(value, indent = '') {
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.replaceAll(/[\\']/g, '\\$&')}'`;
  if (typeof value !== 'object') return String(value);
  const entries = Array.isArray(value) ? value.map((item) => ['', item]) : Object.entries(value);
  if (!entries.length) return 'array()';
  const inner = `${indent}\t`;
  const rows = entries.map(([key, item]) => {
    const before = Array.isArray(value) ? '' : `${inPhp(key)} => `;
    return `${inner}${before}${inPhp(item, inner)},\n`;
  });
  return `array(\n${rows.join('')}${indent})`;
}

/** A PHP file that returns a value. */
export const phpFile = (about, value) =>
  `<?php
/**
 * ${about}
 *
 * Written by the build: npm run build:wordpress.
 *
 * @package Failed_Intervention_Guide
 */

defined( 'ABSPATH' ) || exit;

return ${inPhp(value)};
`;
