// How many entries there are of each kind, in each language: `npm run counts`. Needs no build.
import { readdirSync } from 'node:fs';

const entries = (locale) =>
  Object.fromEntries(
    readdirSync(`content/${locale}`, { withFileTypes: true })
      .filter((file) => file.isDirectory())
      .map(({ name }) => [
        name,
        readdirSync(`content/${locale}/${name}`).filter((file) => file.endsWith('.md')).length,
      ]),
  );

const locales = readdirSync('content').sort();
const counts = Object.fromEntries(locales.map((locale) => [locale, entries(locale)]));
const kinds = [...new Set(locales.flatMap((locale) => Object.keys(counts[locale])))].sort();
const row = (cells) => `| ${cells.join(' | ')} |`;
const total = (locale) => Object.values(counts[locale]).reduce((sum, count) => sum + count, 0);

console.log(row(['entries', ...locales]));
console.log(row(['---', ...locales.map(() => '---')]));
// Sources have one name in every language, so a translation holds none.
for (const kind of kinds) console.log(row([kind, ...locales.map((locale) => counts[locale][kind] ?? '(shared)')]));
console.log(row(['all', ...locales.map(total)]));
