import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkBundle } from '../../src/content/check-bundle.js';
import type { Bundle } from '../../src/content/schema.js';
import { emptied, longWords, rightToLeft } from '../fixtures/pseudo.js';

const english = JSON.parse(readFileSync('dist/content/en.json', 'utf8')) as Bundle;

describe('words of no language, for layouts', () => {
  it('can be given to an element like any bundle', () => {
    for (const make of [rightToLeft, longWords, emptied]) expect(checkBundle(make(english)).issues).toEqual([]);
  });

  it('run from right to left, with figures and placeholders as they were', () => {
    const { dir, core } = rightToLeft(english);
    expect(dir).toBe('rtl');
    expect(core.words.help.call).toMatch(/^[\u05d0-\u05ea]+ \{number\}$/);
    expect(core.words.help.panelTitle).not.toMatch(/[a-z]/i);
    expect(core.lines.map(({ how }) => how)).toEqual(english.core.lines.map(({ how }) => how));
  });

  it('are long, and no longer in all than the words they come from', () => {
    const { words } = longWords(english).reasons;
    expect(Math.max(...words.intro.split(' ').map(({ length }) => length))).toBeGreaterThan(25);
    expect(words.intro.length).toBeLessThanOrEqual(english.reasons.words.intro.length);
  });

  it('leave the bundle they come from as it was', () => {
    const before = JSON.stringify(english);
    rightToLeft(english);
    longWords(english);
    emptied(english);
    expect(JSON.stringify(english)).toBe(before);
  });
});
