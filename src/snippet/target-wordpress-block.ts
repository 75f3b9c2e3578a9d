import { inBlock, POST } from './escape.js';
import { ATTRIBUTES } from './facts.js';
import { writeLine } from './markup.js';
import type { SnippetOptions, SnippetPart } from './options.js';
import { ANY_FORM, hasSlot, onceForTheSite } from './target-wordpress.js';
import { attributesOf, elementNodes } from './tree.js';

const SPACE = 'failed-intervention-guide';
/** The name of an element's block. The guide is not named twice. */
const blockOf = (tag: string): string => `${SPACE}/${tag === SPACE ? 'guide' : tag}`;

/** Blocks of the plugin, for the code view of the block editor and for block templates, with what stands in them. */
export function wordpressBlockParts(options: SnippetOptions): readonly SnippetPart[] {
  const blocks = elementNodes({ ...options, lead: undefined }).map(({ tag, children }) => {
    const settings = attributesOf(tag, options).map(([name, value]) => [ATTRIBUTES[name]?.property ?? name, value]);
    const words = children.map((child) => block('paragraph', {}, [writeLine([child], POST)]));
    const form = hasSlot(tag, options) ? [block(`${SPACE}/lead-form`, {}, [block('shortcode', {}, [ANY_FORM])])] : [];
    return block(blockOf(tag), Object.fromEntries(settings) as Record<string, string>, [...words, ...form]);
  });
  const title = 'Into the code view of the block editor, or a template';
  return [{ title, language: 'html', code: blocks.join('\n\n') }, ...onceForTheSite(options)];
}

/** A block as WordPress writes it: a comment with its settings, what is in it, a comment that ends it. */
function block(name: string, settings: Readonly<Record<string, string>>, inside: readonly string[]): string {
  const open = Object.keys(settings).length ? `wp:${name} ${inBlock(settings)}` : `wp:${name}`;
  if (!inside.length) return `<!-- ${open} /-->`;
  const between = inside.some((one) => one.startsWith('<!--')) ? '\n\n' : '\n';
  return [`<!-- ${open} -->`, inside.join(between), `<!-- /wp:${name} -->`].join('\n');
}
