import { inHtml } from './escape.js';
import { LOCALES } from './facts.js';
import type { SnippetOptions } from './options.js';
import { languageOf } from './tree.js';

/** A `<link>` for each file that the first element needs; others on the page come after it. */
export function preloadLinks(options: SnippetOptions): readonly string[] {
  const { preload, elements, scriptUrl = '' } = options;
  const language = languageOf(options);
  const locale = LOCALES.includes(language) ? language : 'en';
  const files = preload?.[elements[0] ?? '']?.[locale] ?? [];
  const folder = scriptUrl.replace(/[^/]*$/, '');
  return files.map((file) => {
    const href = file === 'embed.js' ? scriptUrl : folder + file;
    return `<link rel="modulepreload" href="${inHtml(href)}" />`;
  });
}
