import { takesLead } from './check.js';
import { tokenLine } from './css.js';
import { inPost, inShortcode, POST } from './escape.js';
import { writeLine } from './markup.js';
import type { FallbackLine, SnippetOptions, SnippetPart } from './options.js';
import { leadParts, scriptTag, stylesheet } from './target-html.js';
import { attributesOf, elementNodes, fallbackLines } from './tree.js';

/** The shortcode of an element: its tag as WordPress names things. */
const shortcodeOf = (tag: string): string => tag.replaceAll('-', '_');
/** The shortcode around a form in the slot `lead-form`. */
const FORM_SHORTCODE = 'failed_intervention_lead_form';
/** Contact Form 7 is the most common one; any shortcode of a form can stand there. */
export const ANY_FORM = '[contact-form-7 id="YOUR-FORM"]';

/** Shortcodes of the plugin, for any editor and any role. */
export function wordpressShortcodeParts(options: SnippetOptions): readonly SnippetPart[] {
  const title = 'Into the post or page: a block "Shortcode", or a line of its own';
  return [{ title, language: 'text', code: shortcodes(options) }, ...onceForTheSite(options)];
}

/** What stands beside the blocks, shortcodes or divs. */
export const onceForTheSite = (options: SnippetOptions): readonly SnippetPart[] => [
  ...stylesheet(options, 'Once for the site: the colors, into Additional CSS'),
  ...leadParts(options),
];

/** One shortcode an element, each in one line. Its words stand in the line, as a paragraph in it would part it. */
function shortcodes(options: SnippetOptions): string {
  const lines = options.elements.map((tag, index) => {
    const name = shortcodeOf(tag);
    const attributes = attributesOf(tag, options).map(([key, value]) => ` ${shortcodeOf(key)}="${inShortcode(value)}"`);
    const words = index ? '' : fallbackLines(options).map(wordsOf).join('<br />');
    const form = hasSlot(tag, options) ? `[${FORM_SHORTCODE}]${ANY_FORM}[/${FORM_SHORTCODE}]` : '';
    return `[${name}${attributes.join('')}]${words}${form}[/${name}]`;
  });
  return lines.join('\n\n');
}

/** Whether a form goes into the slot of an element. */
export const hasSlot = (tag: string, { lead }: SnippetOptions): boolean => lead?.way === 'slot' && takesLead(tag);

const wordsOf = (line: FallbackLine): string =>
  line
    .map((piece) =>
      typeof piece === 'string' ? inPost(piece) : `<a href="${inPost(piece.href)}">${inPost(piece.text)}</a>`,
    )
    .join('');

/**
 * Divs that the script makes elements of: WordPress keeps them for every role. Each tag and each paragraph stands in a
 * line of its own, with no empty line, so that the Classic Editor adds no paragraphs.
 */
export function wordpressDivParts(options: SnippetOptions): readonly SnippetPart[] {
  const divs = elementNodes({ ...options, lead: undefined }).map(({ tag, children }) => {
    const attributes = attributesOf(tag, options).map(([name, value]) => [`data-${name}`, value] as const);
    const open = [['class', tag] as const, ...attributes].map(([name, value]) => POST.attribute(name, value, 'div'));
    const words = children.map((child) => writeLine([child], POST));
    const form = hasSlot(tag, options) ? [`<div data-slot="lead-form">${ANY_FORM}</div>`] : [];
    return [`<div ${open.join(' ')}>`, ...words, ...form, '</div>'].join('\n');
  });
  return [
    {
      title: 'Once for the site, by an administrator: a block "Custom HTML" in the footer of all pages',
      language: 'html',
      code: scriptTag(options),
    },
    {
      title: 'Into the post or page: a block "Custom HTML", or "Text" in the Classic Editor',
      language: 'html',
      code: divs.join('\n\n'),
    },
    ...onceForTheSite(options),
  ];
}

/** The block "Custom HTML", in the code view of the block editor, on one line: other lines would become paragraphs. */
export function wordpressHtmlParts(options: SnippetOptions): readonly SnippetPart[] {
  const rule = tokenLine(options);
  const style = rule ? `<style>${rule}</style>` : '';
  const line = scriptTag(options).replaceAll('[', '%5B').replaceAll(']', '%5D') + style;
  const code = `<!-- wp:html -->\n${line}${writeLine(elementNodes(options), POST)}\n<!-- /wp:html -->`;
  return [
    { title: 'Into the code view of the block editor', language: 'html', code },
    ...stylesheet(options, 'For sites with a strict policy: the colors, for Additional CSS, in place of <style>'),
    ...leadParts(options),
  ];
}
