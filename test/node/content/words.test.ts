import { afterEach, describe, expect, it, vi } from 'vitest';
import { counted, dateInWords, daysLater, fill, languageNames, today } from '../../../src/content/format.js';
import { emergencyNumber, findRegion, linesFor, resolvePlace, smsHref, telHref } from '../../../src/content/region.js';
import { inlineText, isSafeHref, isWebAddress, plainText } from '../../../src/content/rich-text.js';
import { englishBundle } from '../helpers.js';

const { core } = await englishBundle();
const us = findRegion(core, 'US');
const uk = findRegion(core, 'UK');

describe('a region', () => {
  it.each([
    ['US', 'US'],
    ['us', 'US'],
    [' Us ', 'US'],
    ['USA', 'US'],
    ['GB', 'UK'],
    ['uk', 'UK'],
  ])('is found by "%s"', (code, found) => {
    expect(findRegion(core, code)?.code).toBe(found);
  });

  it.each(['', 'XX', 'United States', 'U', 'constructor'])('is never guessed from "%s"', (code) => {
    expect(findRegion(core, code)).toBeUndefined();
  });

  it('has lines of its own, or those that stand in', () => {
    expect(linesFor(core, us, 'poison').map(({ id }) => id)).toEqual(['us_poison']);
    expect(linesFor(core, uk, 'poison').map(({ id }) => id)).toEqual(['uk_999']);
    expect(linesFor(core, uk, 'family')).toEqual([]);
  });

  it('that is unknown has no line and no number', () => {
    expect(linesFor(core, undefined, 'emergency')).toEqual([]);
    expect(emergencyNumber(core, undefined)).toBeUndefined();
  });
});

describe('a place', () => {
  it.each([
    ['emergency', '911', 'tel:911'],
    ['locator', 'FindTreatment.gov', 'https://findtreatment.gov/'],
    ['line:treatment', 'SAMHSA National Helpline (1-800-662-4357)', 'tel:1-800-662-4357'],
    ['line:suicide', '988 Suicide & Crisis Lifeline', 'tel:988'],
  ] as const)('{%s} reads "%s" in the United States', (place, text, href) => {
    expect(resolvePlace(core, us, place)).toEqual({ text, href });
  });

  it('reads as the line that stands in', () => {
    expect(resolvePlace(core, uk, 'line:poison')).toEqual({ text: '999 emergency', href: 'tel:999' });
  });

  it.each(['emergency', 'line:suicide', 'line:treatment'] as const)(
    '{%s} is in words, without a number, where the region is not known',
    (place) => {
      const { text, href } = resolvePlace(core, undefined, place);
      expect(text).toMatch(/^[a-z ]+$/i);
      expect(href).toBeUndefined();
    },
  );

  it('is in words where the region has nothing for it', () => {
    expect(resolvePlace(core, uk, 'locator')).toEqual({ text: core.words.common.locatorUnknown });
    expect(resolvePlace(core, uk, 'line:family')).toEqual({ text: core.words.common.noLine.family });
  });

  it('is in words where a line can only be texted', () => {
    const textOnly = core.lines.filter(({ id }) => id === 'us_crisis_text');
    expect(resolvePlace({ ...core, lines: textOnly }, us, 'line:suicide')).toEqual({
      text: core.words.common.noLine.suicide,
    });
  });

  it('of an unknown kind asks for the emergency number', () => {
    expect(resolvePlace(core, us, 'line:taxi')).toEqual({ text: core.words.common.noLine.emergency });
  });

  it.each([
    ['13 11 14', 'tel:13-11-14'],
    ['1-800-662-4357', 'tel:1-800-662-4357'],
    ['+44 116 123', 'tel:+44-116-123'],
  ])('makes a safe link of "%s"', (number, href) => {
    expect(telHref(number)).toBe(href);
    expect(isSafeHref(telHref(number))).toBe(true);
    expect(isSafeHref(smsHref(number))).toBe(true);
  });
});

describe('rich text as plain text', () => {
  const text = [
    { kind: 'p', children: ['Call ', { kind: 'strong', children: [{ kind: 'place', place: 'emergency' }] }, '.'] },
    { kind: 'ul', items: [['One'], [{ kind: 'link', href: '#a', children: ['two'] }]] },
  ] as const;

  it('has a line for each paragraph and item', () => {
    expect(plainText(text)).toBe('Call {emergency}.\nOne\ntwo');
  });

  it('fills in places', () => {
    expect(plainText(text, (place) => resolvePlace(core, us, place).text)).toBe('Call 911.\nOne\ntwo');
    expect(inlineText(text[0].children, () => '999')).toBe('Call 999.');
  });
});

describe('a word', () => {
  it('is filled with values, and keeps what it has none for', () => {
    expect(fill('{a} of {b} {c}', { a: 1, b: 'two' })).toBe('1 of two {c}');
  });

  it('is counted by the rules of the language', () => {
    const forms = { one: '{count} item', other: '{count} items' };
    expect([0, 1, 2, 1000].map((count) => counted(forms, count, 'en'))).toEqual([
      '0 items',
      '1 item',
      '2 items',
      '1,000 items',
    ]);
    expect(counted(forms, 0, 'fr')).toBe('0 item');
    expect([1, 3].map((count) => counted(forms, count, 'es-419'))).toEqual(['1 item', '3 items']);
    expect(counted(forms, 3, 'ar-EG')).toBe('٣ items');
    expect(counted(forms, 2, 'est')).toBe('2 items');
  });
});

describe('a day', () => {
  it('is today where the visitor is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
    expect(today()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each([
    ['2026-11-22', 14, '2026-12-06'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, later) => {
    expect(daysLater(date, days)).toBe(later);
  });

  it('is put in words, and is the same day everywhere', () => {
    expect(dateInWords('2026-11-22', 'en-US')).toBe('November 22, 2026');
    expect(dateInWords('2026-11-22', 'en-GB')).toBe('22 November 2026');
  });
});

describe('an address on the web', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('is told from others also where the browser has no URL.canParse', () => {
    class OldUrl extends URL {
      static override canParse = undefined as never;
    }
    vi.stubGlobal('URL', OldUrl);
    expect(isWebAddress('https://www.samhsa.gov/')).toBe(true);
    expect(isWebAddress('https://two%words.example/')).toBe(false);
    expect(isWebAddress('tel:911')).toBe(false);
  });
});

describe('names of languages', () => {
  it('begin small in Spanish, and keep the capital of a country', () => {
    expect(languageNames(['en', 'es-MX'], 'es')).toBe('inglés, español de México');
    expect(languageNames(['en', 'es'], 'en')).toBe('English, Spanish');
  });
});
