import { tokenRule } from './css.js';
import { HTML, inHtml } from './escape.js';
import { leadListener } from './lead-script.js';
import { integrityOf, integrityParts } from './integrity.js';
import { writeMarkup } from './markup.js';
import type { SnippetOptions, SnippetPart } from './options.js';
import { preloadLinks } from './preload.js';
import { elementNodes, formNode } from './tree.js';

/** What loads the kit. */
export const scriptTag = (options: SnippetOptions): string =>
  `<script type="module" src="${inHtml(options.scriptUrl ?? '')}"${integrityOf(options, 'embed.js')}></script>`;

/** A page of one's own: everything in one piece, and apart what a strict site puts elsewhere. */
export function htmlParts(options: SnippetOptions): readonly SnippetPart[] {
  const rule = tokenRule(options);
  const style = rule ? `<style>\n${indented(rule)}\n</style>\n` : '';
  const head = [...preloadLinks(options), scriptTag(options)].join('\n');
  const code = `${head}\n${style}\n${writeMarkup(elementNodes(options), HTML)}`;
  return [
    { title: 'Into the page, where the guide should be', language: 'html', code },
    ...integrityParts(options),
    ...stylesheet(options, 'For sites with a strict policy: the colors, for your stylesheet, in place of <style>'),
    ...leadParts(options),
  ];
}

/** The tokens for a stylesheet of the site's own. */
export function stylesheet(options: SnippetOptions, title: string): readonly SnippetPart[] {
  const code = tokenRule(options);
  return code ? [{ title, language: 'css', code }] : [];
}

/** What the page needs beside the elements for the way to the center that was chosen. */
export function leadParts(options: SnippetOptions): readonly SnippetPart[] {
  const { lead } = options;
  if (lead?.way === 'event') {
    return [{ title: 'Into a script of your site', language: 'js', code: leadListener() }];
  }
  const [, id] = /^#([\w-]+)$/.exec(lead?.form ?? '') ?? [];
  if (lead?.way !== 'form' || !id) return [];
  const code = writeMarkup([formNode(options, { id })], HTML);
  return [{ title: 'If you have no form yet: one to start from', language: 'html', code }];
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
