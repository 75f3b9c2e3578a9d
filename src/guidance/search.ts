/** Finding entries by words, in any language written with letters. */

/** What can be found of an entry, the most telling texts first. */
export interface Findable {
  readonly title: string;
  /** How people call it, also where we would not. */
  readonly alsoCalled?: readonly string[] | undefined;
  readonly body: string;
}

/** From this length on a word is also found inside a longer one; shorter ones are in too many. */
const MIN_INNER_LENGTH = 4;

/** The words of a text, without case, accents and marks. */
const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A text in which words can be looked for: each one stands after a space. */
const searchable = (text: string): string => ` ${wordsIn(text).join(' ')}`;

const holds = (text: string, word: string): boolean =>
  text.includes(` ${word}`) || (word.length >= MIN_INNER_LENGTH && text.includes(word));

/** How far one has to read to find all words: 0 the title, 1 other names too, 2 the body too. */
function depthOf({ title, alsoCalled = [], body }: Findable, words: readonly string[]): number | undefined {
  let seen = '';
  // No `entries()`: an old library, Prototype, puts something else in its place.
  const depth = [title, alsoCalled.join(' '), body].findIndex((text) => {
    seen += searchable(text);
    return words.every((word) => holds(seen, word));
  });
  return depth < 0 ? undefined : depth;
}

/** Those that have every word of the query: in the title first, then among other names, then in the body. */
export function search<T>(items: readonly T[], findable: (item: T) => Findable, query: string): readonly T[] {
  const words = wordsIn(query);
  if (!words.length) return [];
  return items
    .flatMap((item) => {
      const depth = depthOf(findable(item), words);
      return depth === undefined ? [] : [{ item, depth }];
    })
    .sort((a, b) => a.depth - b.depth)
    .map(({ item }) => item);
}
