import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { search, type Findable } from '../../../src/guidance/search.js';

const ITEMS: Readonly<Record<string, Findable>> = {
  kit: { title: 'Two doses at home', alsoCalled: ['Narcan', 'antidote'], body: 'Keep naloxone in one place.' },
  body: { title: 'After a break', body: 'Have naloxone at home. Al-Anon has meetings. Don’t wait.' },
  title: { title: 'Naloxone', body: 'A spray.' },
  other: { title: 'Café hours', alsoCalled: ['señales'], body: 'A start. Encourage them.' },
};
const found = (query: string) => search(Object.keys(ITEMS), (key) => ITEMS[key] as Findable, query);

describe('a search', () => {
  it('finds a word in a title, among other names and in a body, in this order', () => {
    expect(found('naloxone')).toEqual(['title', 'kit', 'body']);
    expect(found('narcan')).toEqual(['kit']);
    expect(found('spray')).toEqual(['title']);
  });

  it('finds only what has every word, wherever each of them is', () => {
    expect(found('naloxone home')).toEqual(['kit', 'body']);
    expect(found('doses narcan')).toEqual(['kit']);
    expect(found('naloxone spray doses')).toEqual([]);
  });

  it.each([
    ['NALOXONE', 'title'],
    ['cafe', 'other'],
    ['CAFÉ', 'other'],
    ['senales', 'other'],
    ['señales', 'other'],
    ['cafe\u0301', 'other'],
    ['al-anon', 'body'],
    ['Al Anon', 'body'],
    ['dont wait', 'body'],
    ["don't", 'body'],
    ['  spray,  ', 'title'],
  ])('minds neither case, accents nor signs: "%s"', (query, key) => {
    expect(found(query)).toContain(key);
  });

  it('finds the beginning of a word, and a longer part of one', () => {
    expect(found('nal')).toContain('title');
    expect(found('loxone')).toContain('title');
    expect(found('courage')).toEqual(['other']);
    expect(found('art')).toEqual([]); // not in "start"
  });

  it.each(['', '   ', '?!', '—'])('finds nothing for "%s"', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('keeps the order of the content among equals', () => {
    const items = ['b', 'a', 'c'];
    expect(search(items, (title) => ({ title: `word ${title}`, body: '' }), 'word')).toEqual(items);
  });

  it('never fails, and finds each entry by its own title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, title) => {
        const searched = (words: string) => search([title], () => ({ title, body: '' }), words);
        searched(query);
        expect(searched(title)).toEqual(/[\p{L}\p{N}]/u.test(title) ? [title] : []);
      }),
    );
  });
});
