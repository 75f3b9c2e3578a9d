import { describe, expect, it } from 'vitest';
import { emergencyNumber, findRegion } from '../../../src/content/region.js';
import {
  compileFiles,
  englishBundle,
  ENGLISH,
  filesOf,
  rawEntries,
  textOf,
  withTexts,
  type RawEntry,
} from '../helpers.js';

/** Every number a crisis line may have. One that is not here was not checked. */
const CRISIS_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  US: [
    '911',
    '988',
    '1-800-662-4357',
    '1-800-487-4889',
    '1-800-222-1222',
    '741741',
    '1-800-422-4453',
    '1-800-799-7233',
    '88788',
  ],
  UK: ['999', '111', '116 123'],
  CA: ['911', '988'],
  AU: ['000', '13 11 14'],
};

const files = await filesOf(ENGLISH);
const entries = rawEntries(files);
const lines = entries.filter(({ folder }) => folder === 'crisis-lines');

interface How {
  readonly mode: string;
  readonly value: string;
}
const waysOf = ({ front }: RawEntry) => front.how as readonly How[];

describe('crisis lines', () => {
  it.each(lines.map((line) => [line.file, line] as const))(
    '%s has no number but those that were checked',
    (_, line) => {
      const known = CRISIS_NUMBERS[String(line.front.region)] ?? [];
      for (const { mode, value } of waysOf(line)) {
        if (mode === 'chat') expect(value).toMatch(/^https:\/\//);
        else expect(known).toContain(value);
      }
    },
  );

  it.each(lines.map((line) => [line.file, line] as const))(
    '%s names no other number in its words',
    (_, { file, front }) => {
      // "NHS 111, mental health option" and "9-8-8: Suicide Crisis Helpline": the number is the name.
      const own = (front.how as readonly How[]).flatMap(({ value }) => [value, value.replaceAll(/\B/g, '-')]);
      const said = ['name', 'hours', 'cost', 'forWhom'].map((field) => String(front[field] ?? '')).join('\n');
      const words = own.reduce((text, number) => text.replaceAll(number, ''), said.replaceAll('24/7', ''));
      expect(words, file).not.toMatch(/\d/);
    },
  );

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
  it('of content/en may say none of these numbers, as the check would find each', () => {
    const numbers = [...new Set(Object.values(CRISIS_NUMBERS).flat())];
    const reasons = entries.filter(({ folder }) => folder === 'reasons').slice(0, numbers.length);
    expect(reasons).toHaveLength(numbers.length);
    const planted = reasons.map(({ file }, i) => {
      const text = textOf(files, file).replace('## tryNext\n\n', `## tryNext\n\nCall ${numbers[i]}. `);
      return [file, text] as const;
    });
    const { issues } = compileFiles(withTexts(files, Object.fromEntries(planted)));
    const found = issues.filter(({ id }) => id === 'number-in-prose').map(({ file, message }) => `${file} ${message}`);
    expect(found).toEqual(reasons.map(({ file }, i) => `${file} "${numbers[i]}" is a number one could dial.`));
  });
});
