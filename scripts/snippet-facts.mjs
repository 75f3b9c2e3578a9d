// Writes what src/snippet knows of the kit, from the manifest and the content, so that there is no second list by hand.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { valuesOf } from './frameworks/manifest.mjs';

/** The text of src/snippet/facts.ts. `elements` are declarations of the manifest. */
export async function snippetFacts(elements) {
  const facts = {
    ELEMENTS: Object.fromEntries(elements.map((element) => [element.tagName, elementFacts(element)])),
    ATTRIBUTES: byName(elements, 'attributes', attributeFacts),
    TOKENS: byName(elements, 'cssProperties', tokenFacts),
    REGIONS: await regions(),
    LOCALES: await locales(),
  };
  const lines = [
    '/** Written by scripts/snippet-facts.mjs on every build, from custom-elements.json and content/. */',
    "import type { AttributeFacts, ElementFacts, RegionFacts, TokenFacts } from './fact-types.js';",
    ...Object.entries(facts).map(([name, value]) => {
      const type = TYPES[name];
      return `${MEANINGS[name]}\nexport const ${name}: ${type} = ${JSON.stringify(value)};`;
    }),
  ];
  return lines.join('\n\n');
}

const TYPES = {
  ELEMENTS: 'Readonly<Record<string, ElementFacts>>',
  ATTRIBUTES: 'Readonly<Record<string, AttributeFacts>>',
  TOKENS: 'Readonly<Record<string, TokenFacts>>',
  REGIONS: 'Readonly<Record<string, RegionFacts>>',
  LOCALES: 'readonly string[]',
};
const MEANINGS = {
  ELEMENTS: '/** Every element of the kit, the guide first. */',
  ATTRIBUTES: '/** Every attribute that some element takes. */',
  TOKENS: '/** Every custom property that a page can set. */',
  REGIONS: '/** Regions that the built-in words have crisis lines for. */',
  LOCALES: '/** Languages of the built-in words. */',
};

const names = (list = []) => list.map(({ name }) => name);
const inOneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();

const elementFacts = ({ name, description, attributes, cssProperties, slots }) => ({
  className: name,
  about: inOneLine(description),
  attributes: names(attributes),
  tokens: names(cssProperties),
  slots: names(slots).filter(Boolean),
});

function attributeFacts({ fieldName, type, description }) {
  const values = valuesOf(type.text) ?? [];
  return { property: fieldName, kind: attributeKind(values, description), values, about: inOneLine(description) };
}

/** Attributes say in their description when they hold an address, and which kind. */
function attributeKind(values, description) {
  if (values.length) return 'one-of';
  if (description.includes('`https:`')) return 'https';
  return description.startsWith('Address of') ? 'address' : 'text';
}

const tokenFacts = ({ default: value = '', description }) => ({
  default: value,
  kind: tokenKind(value),
  about: inOneLine(description),
});

function tokenKind(value) {
  if (value.startsWith('#')) return 'color';
  if (value === 'inherit') return 'font';
  return /^[\d.]+$/.test(value) && Number(value) ? 'number' : 'length';
}

/** The same attribute of two elements means the same; the first that is found speaks for all. */
function byName(elements, list, factsOf) {
  const all = {};
  for (const element of elements) for (const entry of element[list] ?? []) all[entry.name] ??= factsOf(entry);
  return all;
}

async function regions() {
  const folder = 'content/en/regions';
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md'));
  const entries = await Promise.all(
    files.map(async (file) => parse((await readFile(join(folder, file), 'utf8')).split(/^---$/m)[1])),
  );
  entries.sort((a, b) => a.order - b.order);
  return Object.fromEntries(entries.map(({ code, name, locator }) => [code, { name, hasLocator: Boolean(locator) }]));
}

const locales = async () =>
  (await readdir('content', { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
