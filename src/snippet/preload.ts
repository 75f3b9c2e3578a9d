import { inHtml } from './escape.js';
import { LOCALES } from './facts.js';
import { besideScript, integrityOf } from './integrity.js';
import type { SnippetOptions } from './options.js';
import { languageOf } from './tree.js';

/** A `<link>` for each file that the first element needs; others on the page come after it. */
export function preloadLinks(options: SnippetOptions): readonly string[] {
  const { preload, elements } = options;
  const language = languageOf(options);
  const locale = LOCALES.includes(language) ? language : 'en';
  const files = preload?.[elements[0] ?? '']?.[locale] ?? [];
  return files.map((file) => {
    const href = inHtml(besideScript(options, file));
    return `<link rel="modulepreload" href="${href}"${integrityOf(options, file)} />`;
  });
}
