import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emergencyNumber, findRegion } from '../../../src/content/region.js';
import { CRISIS_NUMBERS, dialable, proseOf, unfoundedFigures, unlistedFigures } from '../claims.js';
import { baseFiles, englishBundle, ENGLISH, filesOf, rawEntries, textOf, withChange, type RawEntry } from '../helpers.js';

const files = await filesOf(ENGLISH);
const entries = rawEntries(files);
const ofFolder = (folder: string) => entries.filter((entry) => entry.folder === folder);
const lines = ofFolder('crisis-lines');
const sources = ofFolder('sources');
/** All an author wrote for visitors; sources and lines have rules of their own. */
const prose = entries.filter(({ folder }) => folder !== 'sources' && folder !== 'crisis-lines');

interface How {
  readonly mode: string;
  readonly value: string;
}
const waysOf = ({ front }: RawEntry) => front.how as readonly How[];

describe('crisis lines', () => {
  it.each(lines.map((line) => [line.file, line] as const))('%s has no number but those that were checked', (_, line) => {
    const known = CRISIS_NUMBERS[String(line.front.region)] ?? [];
    for (const { mode, value } of waysOf(line)) {
      if (mode === 'chat') expect(value).toMatch(/^https:\/\//);
      else expect(known).toContain(value);
    }
  });

  it.each(lines.map((line) => [line.file, line] as const))('%s names no other number in its words', (_, line) => {
    // "NHS 111, mental health option" and "9-8-8: Suicide Crisis Helpline": the number is the name.
    const own = waysOf(line).flatMap(({ value }) => [value, value.replaceAll(/\B/g, '-')]);
    const words = own.reduce((text, number) => text.replaceAll(number, ''), proseOf(line).replaceAll('24/7', ''));
    expect(words).not.toMatch(/\d/);
  });

  it('use every number on the list, so that the list holds nothing unused', () => {
    for (const [region, numbers] of Object.entries(CRISIS_NUMBERS)) {
      const used = lines.filter(({ front }) => front.region === region).flatMap(waysOf);
      expect(new Set(used.filter(({ mode }) => mode !== 'chat').map(({ value }) => value))).toEqual(new Set(numbers));
    }
  });

  it.each([
    ['US', '911'],
    ['UK', '999'],
    ['CA', '911'],
    ['AU', '000'],
  ])('in %s, the emergency number is %s', async (code, number) => {
    const { core } = await englishBundle();
    expect(emergencyNumber(core, findRegion(core, code))).toBe(number);
  });
});

describe('prose', () => {
  it.each(prose.map((entry) => [entry.file, entry] as const))('%s holds no number one could dial', (_, entry) => {
    // "64 out of 100": a share of a hundred is no telephone number.
    expect(dialable(proseOf(entry).replaceAll('out of 100', ''))).toEqual([]);
  });

  it('of the interface holds no number one could dial', () => {
    const words = JSON.stringify(parse(textOf(files, 'interface.yaml')));
    expect(dialable(words)).toEqual([]);
  });

  it('gives figures only where a cited source has them', () => {
    expect(prose.flatMap((entry) => unfoundedFigures(entry, sources))).toEqual([]);
  });

  it('of a source gives only figures from its own list', () => {
    expect(sources.flatMap((source) => unlistedFigures(source).map((figure) => `${source.file}: ${figure}`))).toEqual([]);
  });
});

describe('a planted number', () => {
  const REASON = 'reasons/felt_cornered.md';
  const WAS = 'A group met them all at once.';
  async function planted(words: string) {
    const all = rawEntries(withChange(await baseFiles(), REASON, WAS, words));
    const entry = all.find(({ file }) => file === REASON) as RawEntry;
    return { entry, sources: all.filter(({ folder }) => folder === 'sources') };
  }

  it.each([
    'It worked for 30 out of 100 families.',
    'It worked for 30% of families.',
    'It worked for 30 percent of families.',
    'It worked for 2 in 3 families.',
    'It worked for 64 in 80 families.',
    'It worked for 5 percent of families.',
    'It takes 45 minutes.',
    'It takes 0 minutes.',
    'It takes 1.5 hours.',
    'This was known in 1998.',
  ])('is found when no cited source gives it: %s', async (words) => {
    const { entry, sources: cited } = await planted(words);
    expect(unfoundedFigures(entry, cited)).toHaveLength(1);
  });

  it.each(['It worked for 64 out of 100 families.', 'It worked for 64% of families.', 'Ask 2 people, 24/7.'])(
    'is let through when it is sound: %s',
    async (words) => {
      const { entry, sources: cited } = await planted(words);
      expect(unfoundedFigures(entry, cited)).toEqual([]);
    },
  );

  it('is found in an entry that cites nothing', async () => {
    const { entry, sources: cited } = await planted('It worked for 64 out of 100 families.');
    const bare = { ...entry, front: { ...entry.front, citations: undefined } };
    expect(unfoundedFigures(bare, cited)).toEqual([`${REASON}: "64 out of 100" is in none of no citations`]);
  });

  it.each(['Call 911.', 'Call 1-800-662-4357.', 'Call 13 11 14.', 'Call 9-8-8.', 'Call (02) 55 01 20.', 'Text 88788.'])(
    'is found when one could dial it: %s',
    async (words) => {
      const { entry } = await planted(words);
      expect(dialable(proseOf(entry))).not.toEqual([]);
    },
  );

  it('is found in front matter too', async () => {
    const [entry] = rawEntries(withChange(await baseFiles(), REASON, 'label: They', 'label: Call 911, they')).filter(
      ({ file }) => file === REASON,
    );
    expect(dialable(proseOf(entry as RawEntry))).toEqual(['911']);
  });

  it('is found in the finding of a source that does not list it', () => {
    const [source] = sources.filter(({ front }) => front.id === 'miller_1999');
    const { body } = source as RawEntry;
    expect(unlistedFigures({ ...(source as RawEntry), body: `${body}\nLater, 81% came.` })).toEqual(['81']);
  });
});
