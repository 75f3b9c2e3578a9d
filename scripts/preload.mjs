// Writes `dist/preload.json`: for each element and language, what its first use downloads, in the order it is needed.
import { writeFileSync } from 'node:fs';
import { listFiles, needed } from './sizes.mjs';

export async function writePreload() {
  const { BUILT_IN } = await import('../dist/esm/content/built-in.js');
  const { PRERENDER_TAGS } = await import('failed-intervention-guide/prerender'); // registers the elements
  const files = listFiles();
  const chunksOf = (tag, locale) => {
    const { parts } = new (globalThis.customElements.get(tag))();
    const code = files.some(({ name }) => name === tag) ? [tag] : []; // the help bar is in embed.js
    return [...code, ...['core', ...parts].map((part) => `words-${locale}-${part}`)];
  };
  const hints = Object.fromEntries(
    PRERENDER_TAGS.map((tag) => [
      tag,
      Object.fromEntries(
        Object.keys(BUILT_IN).map((locale) => [locale, needed(files, chunksOf(tag, locale)).map(({ file }) => file)]),
      ),
    ]),
  );
  writeFileSync('dist/preload.json', `${JSON.stringify(hints, null, 1)}\n`);
}
