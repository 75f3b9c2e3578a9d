import { regionCode } from '../content/region.js';
import { takesLead, usesScriptUrl } from './check.js';
import { ATTRIBUTES, LOCALES, REGIONS } from './facts.js';
import type { SnippetLeadWay, SnippetOptions, SnippetTarget, SnippetWarning } from './options.js';
import { preloadLinks } from './preload.js';
import { DEFAULT_AFTER } from './target-tag-manager.js';
import { fallbackLines, languageOf, tokensOf } from './tree.js';

interface Given extends SnippetOptions {
  readonly target: SnippetTarget;
  readonly way: SnippetLeadWay;
}

/** A warning: when it is said, and what it says. */
interface Rule {
  readonly id: string;
  readonly when: (given: Given) => boolean;
  readonly text: (given: Given) => string;
}

/** Need the plugin. */
const PLUGIN: readonly SnippetTarget[] = ['wordpress-block', 'wordpress-shortcode'];
/** Hold a form by its shortcode. */
const FORM_BY_SHORTCODE: readonly SnippetTarget[] = [...PLUGIN, 'wordpress-div'];
const WORDPRESS: readonly SnippetTarget[] = [...FORM_BY_SHORTCODE, 'wordpress-html'];

/** Ways to the center that a target has no place for. */
const IMPOSSIBLE: Partial<Record<SnippetTarget, readonly SnippetLeadWay[]>> = {
  'wordpress-block': ['inside'],
  'wordpress-shortcode': ['inside'],
  'wordpress-div': ['inside'],
  'tag-manager': ['slot', 'inside'],
};
export const isPossible = (way: SnippetLeadWay, target: SnippetTarget): boolean => !IMPOSSIBLE[target]?.includes(way);

const attribute = ({ attributes = {} }: SnippetOptions, name: string): string => attributes[name] ?? '';
const regionOf = (given: SnippetOptions) => REGIONS[regionCode(attribute(given, 'region'))];
const known = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const SPONSOR_FACTS = Object.keys(ATTRIBUTES).filter((name) => name.startsWith('sponsor-'));
const missingFacts = (given: SnippetOptions): readonly string[] =>
  SPONSOR_FACTS.filter((name) => !attribute(given, name));
/** A bundle or an overlay can bring regions, languages and facts about the center of its own. */
const hasOwnContent = (given: SnippetOptions): boolean => Boolean(attribute(given, 'content-src'));
const hasForm = ({ way }: Given): boolean => way === 'slot' || way === 'inside';
const asksForCenter = ({ way }: Given): boolean => way !== 'none';

const RULES: readonly Rule[] = [
  {
    id: 'region-missing',
    when: (given) => !attribute(given, 'region'),
    text: () =>
      `No region is set, so no crisis line is shown, only "call your local emergency number". Visitors can pick a country. Set one of ${known(Object.keys(REGIONS))} if you know it.`,
  },
  {
    id: 'region-unknown',
    when: (given) => Boolean(attribute(given, 'region')) && !regionOf(given) && !hasOwnContent(given),
    text: (given) =>
      `The kit has no crisis lines for "${attribute(given, 'region')}". It says "call your local emergency number". It has ${known(Object.keys(REGIONS))}.`,
  },
  {
    id: 'locale-unknown',
    when: (given) => {
      const language = languageOf(given);
      return Boolean(language) && !LOCALES.includes(language) && !hasOwnContent(given);
    },
    text: (given) =>
      `The kit has no words in "${attribute(given, 'locale')}". It uses English. It has ${known(LOCALES)}; for others, give a bundle with "content-src".`,
  },
  {
    id: 'fallback-missing',
    when: (given) => !fallbackLines(given).length,
    text: () =>
      'There are no words between the tags. If the script does not arrive, visitors see nothing there. Add a few words with a crisis line.',
  },
  {
    id: 'script-http',
    when: ({ target, scriptUrl = '' }) => usesScriptUrl(target) && /^http:/i.test(scriptUrl),
    text: () => 'The script comes over http. Pages with https will not load it. Use an https:// address.',
  },
  {
    id: 'preload-version',
    when: (given) => given.target === 'html' && preloadLinks(given).length > 0,
    text: () =>
      'The <link> lines name files of this version of the kit. Make them anew when you update it. A line that is out of date costs a request and does no other harm.',
  },
  {
    id: 'integrity-version',
    when: ({ target, integrity }) => usesScriptUrl(target) && target !== 'tag-manager' && Boolean(integrity),
    text: ({ target }) =>
      `The hashes are those of this version of the kit. Give an address that never changes, and make them anew when you update, or nothing is loaded. ${
        target === 'html'
          ? 'Browsers that do not know hashes in import maps check embed.js alone.'
          : 'They cover embed.js alone, and none of the files that it loads.'
      }`,
  },
  {
    id: 'save-offer',
    when: (given) => attribute(given, 'save') === 'offer',
    text: () =>
      'Visitors can save on their device. It stays in that browser, under one key, not encrypted, for as long as they choose. Somebody they share the device with could open it. Say so on your privacy page.',
  },
  {
    id: 'events-full',
    when: (given) => attribute(given, 'events') === 'full',
    text: () =>
      'With events="full" your page can see which answers are picked. Visitors are told so in plain words. Pass nothing on to ads or statistics.',
  },
  {
    id: 'sponsor-incomplete',
    when: (given) => asksForCenter(given) && missingFacts(given).length > 0 && !hasOwnContent(given),
    text: (given) =>
      `Visitors can't ask for your center until all facts about it are there. Missing: ${missingFacts(given).join(', ')}.`,
  },
  {
    id: 'lead-region',
    when: (given) => asksForCenter(given) && !regionOf(given)?.hasLocator && !hasOwnContent(given),
    text: () => {
      const regions = Object.keys(REGIONS).filter((code) => REGIONS[code]?.hasLocator);
      return `Visitors can ask for your center only where the kit has a neutral place to look for others: so far with region ${known(regions)}.`;
    },
  },
  {
    id: 'lead-impossible',
    when: ({ lead, target }) => Boolean(lead && !isPossible(lead.way, target)),
    text: ({ lead }) =>
      lead?.way === 'slot'
        ? 'A form inside the element is not possible here, so it is left out, and visitors are not asked. Use a form elsewhere on the page, or an event.'
        : 'The element can not stand inside a form here, so that is left out, and visitors are not asked. Use a form elsewhere on the page, or an event.',
  },
  {
    id: 'contact-without-lead',
    when: ({ elements, way }) => way === 'none' && elements.includes('center-contact'),
    text: () =>
      '<center-contact> shows nothing until the page says where a request goes. Choose a way, or leave it out.',
  },
  {
    id: 'lead-form-fields',
    when: ({ way }) => way === 'form',
    text: ({ lead }) =>
      `The form ${lead?.form ?? ''} must be on the same page, and say which field takes what: with data-fig on its fields, or with lead-fields. Nothing is sent before the visitor sends the form.`,
  },
  {
    id: 'lead-event-script',
    when: ({ way }) => way === 'event',
    text: () =>
      'Your script must take the request and answer, else the visitor reads that it did not go through. Write your own address into it, and test what happens when your server fails.',
  },
  {
    id: 'strict-csp',
    when: (given) => ['html', 'wordpress-html'].includes(given.target) && tokensOf(given).length > 0,
    text: () =>
      'If your site forbids <style> in a page (a strict style-src), the colors are dropped. Then put them into your stylesheet; they are a part of their own below.',
  },
  {
    id: 'wp-raw-html',
    when: ({ target }) => target === 'wordpress-html',
    text: () =>
      'Only administrators and editors of a single site may post this. For authors and contributors WordPress takes out the script, the style and the element itself, also when they save a page of yours. Use the block, the shortcode or the div for them.',
  },
  {
    id: 'wp-multisite',
    when: ({ target }) => target === 'wordpress-html',
    text: () =>
      'On a multisite network only the super admin may post this, and nobody where DISALLOW_UNFILTERED_HTML is set. Use the block, the shortcode or the div there.',
  },
  {
    id: 'wp-code-view',
    when: ({ target }) => target === 'wordpress-html',
    text: () =>
      'Paste it into the code view (Options, Code editor), or what stands between the two comment lines into a block "Custom HTML". Pasted into a paragraph, it is destroyed. Keep it on one line.',
  },
  {
    id: 'wp-classic',
    when: ({ target }) => target === 'wordpress-html',
    text: () =>
      'The Classic Editor takes the element out when you switch from Text to Visual, and closes it early when it has blocks in it. Use the shortcode or the div there.',
  },
  {
    id: 'wp-form-stripped',
    when: (given) => given.target === 'wordpress-html' && hasForm(given),
    text: () =>
      'When somebody without the right to post raw HTML saves the page again, form, fields and slot are taken out, and nobody can ask for your center. Use a form elsewhere on the page.',
  },
  {
    id: 'wp-texturize',
    when: (given) => WORDPRESS.includes(given.target) && fallbackLines(given).length > 0,
    text: () =>
      'WordPress changes quotes and dashes in the words between the tags. That does no harm, as the kit takes no settings from them.',
  },
  {
    id: 'wp-plugin',
    when: ({ target }) => PLUGIN.includes(target),
    text: ({ target }) =>
      `This needs the plugin of the kit: run "npm run build:wordpress" in a clone of it, and add the zip in dist-wordpress/ under Plugins. It needs WordPress 6.5 and PHP 7.4, and brings the script. Every role can use it then. Until it is active, visitors see ${target === 'wordpress-block' ? 'only the words in the block' : 'the shortcode itself'}.`,
  },
  {
    id: 'wp-block-paste',
    when: ({ target }) => target === 'wordpress-block',
    text: () =>
      'Paste it into the code view (Options, Code editor). Or insert the block "Failed Intervention Guide", and set the same at its side.',
  },
  {
    id: 'wp-div-script',
    when: ({ target }) => target === 'wordpress-div',
    text: () =>
      'Without the script, visitors see only the words in the div. WordPress takes scripts out of what authors post, so an administrator adds it once: a super admin on a multisite network.',
  },
  {
    id: 'wp-div-paste',
    when: ({ target }) => target === 'wordpress-div',
    text: () =>
      'Every role can post the div, in a block "Custom HTML" or in "Text" of the Classic Editor. Pasted into a paragraph, it is destroyed. Keep its lines as they are.',
  },
  {
    id: 'wp-form-shortcode',
    when: (given) => FORM_BY_SHORTCODE.includes(given.target) && given.way === 'slot',
    text: () =>
      'Put the shortcode of your own form in place of [contact-form-7 id="YOUR-FORM"], and name its fields in lead-fields.',
  },
  {
    id: 'react-children',
    when: ({ target }) => target === 'react',
    text: () =>
      'Children are the words until the element is ready, and are not shown after that. Settings go into props, not into children.',
  },
  {
    id: 'react-server',
    when: ({ target }) => target === 'react',
    text: () =>
      'On a server only the tag and its children are rendered. The element itself starts in the browser. In Next.js, begin the file with "use client".',
  },
  {
    id: 'vue-custom-element',
    when: ({ target }) => target === 'vue',
    text: () =>
      'Vue must be told that the tags are custom elements (compilerOptions.isCustomElement), else it looks for components of that name and warns.',
  },
  {
    id: 'gtm-consent',
    when: ({ target }) => target === 'tag-manager',
    text: () =>
      'Consent tools and ad blockers can hold tags back. Then visitors never get the guide, nor its crisis lines. If you can, put it into the page itself.',
  },
  {
    id: 'gtm-csp',
    when: ({ target }) => target === 'tag-manager',
    text: () =>
      'A policy without "unsafe-inline" or a nonce for your tag manager blocks the tag, and the address of the kit must be in script-src. Where Trusted Types are required, it can not add the script.',
  },
  {
    id: 'gtm-late',
    when: ({ target }) => target === 'tag-manager',
    text: () =>
      'The guide comes late and moves what is below it, and there are no words for visitors without script. Search engines may not see it.',
  },
  {
    id: 'gtm-place',
    when: ({ target }) => target === 'tag-manager',
    text: ({ after }) =>
      `It comes after the first thing that fits "${after || DEFAULT_AFTER}". If nothing on the page fits, nothing is added.`,
  },
  {
    id: 'gtm-tracking',
    when: ({ target }) => target === 'tag-manager',
    text: () =>
      'Other tags in the same manager can read the page. Keep session replay, ad pixels and click triggers off pages with the guide.',
  },
];

/** What to know before a snippet is pasted, the most common things first. */
export function warningsFor(options: SnippetOptions, target: SnippetTarget): readonly SnippetWarning[] {
  const wanted = options.elements.some(takesLead) ? (options.lead?.way ?? 'none') : 'none';
  const given: Given = { ...options, target, way: isPossible(wanted, target) ? wanted : 'none' };
  return RULES.filter((rule) => rule.when(given)).map(({ id, text }) => ({ id, text: text(given) }));
}
