import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

// The plugin's own words: each is translated, with what is put into it.
const REPO = resolve(import.meta.dirname, '../../..');
const PLUGIN = join(REPO, 'wordpress/failed-intervention-guide');

interface Words {
  readonly text: string;
  readonly plural?: string;
  readonly context?: string;
}
interface Entry extends Words {
  readonly translations: readonly string[];
  readonly isFuzzy: boolean;
}
interface Scripts {
  stringsIn(source: string): { readonly found: readonly Words[]; readonly wrong: readonly string[] };
  pluginSources(folder: string): Readonly<Record<string, string>>;
  headerStrings(main: string): readonly string[];
  blockStrings(files: Readonly<Record<string, string>>): readonly Words[];
  readPo(path: string): { readonly headers: Readonly<Record<string, string>>; readonly entries: readonly Entry[] };
  pluginFacts(version: string): Promise<object>;
  blockFiles(facts: object): Readonly<Record<string, string>>;
}
const from = async (name: string): Promise<Scripts> =>
  (await import(pathToFileURL(join(REPO, `scripts/wordpress/${name}.mjs`)).href)) as Scripts;
const { stringsIn, pluginSources, headerStrings, blockStrings } = await from('strings');
const { readPo } = await from('translations');
const { pluginFacts } = await from('php-data');
const { blockFiles } = await from('block-json');

const sources = pluginSources(PLUGIN);
const keyOf = ({ context, text }: Words): string => (context ? `${context}: ${text}` : text);
const own = Object.values(sources).flatMap((source) => stringsIn(source).found);
const blocks = blockStrings(blockFiles(await pluginFacts('1.0.0')));
const header = headerStrings(sources['failed-intervention-guide.php'] ?? '').map((text) => ({ text }));
const wanted = new Map<string, Words>([...own, ...blocks, ...header].map((words) => [keyOf(words), words]));

const placeholders = (text: string): string[] =>
  (text.match(/%(?:\d+\$)?[sd]|\{[a-z]+\}|%%|https?:\/\/[^\s”"]*[\w/]|<\/?\w+>/g) ?? []).sort();

describe('words of the plugin', () => {
  it('are found in PHP and in JavaScript, and each names the text domain', () => {
    for (const [path, source] of Object.entries(sources)) expect(stringsIn(source).wrong, path).toEqual([]);
    expect(own.length).toBeGreaterThan(100);
    expect(
      stringsIn("__( 'a\\'b', 'failed-intervention-guide' ); _n( 'one', 'many', $n, 'failed-intervention-guide' );")
        .found,
    ).toEqual([{ text: "a'b" }, { text: 'one', plural: 'many' }]);
    expect(stringsIn("__( 'a' ); esc_html__( 'b', 'other' );").wrong).toHaveLength(2);
  });
});

describe.each(readdirSync(join(PLUGIN, 'languages')).filter((file) => file.endsWith('.po')))('%s', (file) => {
  const { headers, entries } = readPo(join(PLUGIN, 'languages', file));
  const there = new Map(entries.map((entry) => [keyOf(entry), entry]));

  it('has each of them', () => {
    expect([...wanted.keys()].filter((key) => !there.has(key))).toEqual([]);
  });

  it('has none that are not used any more', () => {
    expect([...there.keys()].filter((key) => !wanted.has(key))).toEqual([]);
  });

  it('leaves none empty, marked as unsure, or without its plural', () => {
    const isDone = ({ translations, plural, isFuzzy }: Entry): boolean =>
      !isFuzzy && translations.length === (plural ? 2 : 1) && translations.every((text) => text.trim() !== '');
    expect(entries.filter((entry) => !isDone(entry)).map(keyOf)).toEqual([]);
    expect(headers['Plural-Forms']).toBe('nplurals=2; plural=n != 1;');
  });

  it('has in each what is put into the English words', () => {
    const differs = entries.filter(({ text, plural, translations }) =>
      translations.some((translation, at) => {
        const english = placeholders(at > 0 && plural ? plural : text);
        return english.join(' ') !== placeholders(translation).join(' ');
      }),
    );
    expect(differs.map(keyOf)).toEqual([]);
  });
});
