import { afterEach, describe, expect, it } from 'vitest';
import type { Consent } from '../../../src/content/schema.js';
import { consentRecord, consentText, isCurrent, zonedTime } from '../../../src/handoff/consent.js';
import { englishBundle, filesOf, SPANISH, ENGLISH, compileFiles } from '../helpers.js';

const { consents } = (await englishBundle()).contact;
const { TZ } = process.env;
afterEach(() => {
  if (TZ === undefined) delete process.env.TZ;
  else process.env.TZ = TZ;
});

describe('the time of a consent', () => {
  it.each([
    ['UTC', '2026-11-25T07:10:33+00:00'],
    ['America/New_York', '2026-11-25T02:10:33-05:00'],
    ['America/Los_Angeles', '2026-11-24T23:10:33-08:00'], // the day before
    ['America/St_Johns', '2026-11-25T03:40:33-03:30'], // half an hour, behind
    ['Asia/Kolkata', '2026-11-25T12:40:33+05:30'],
    ['Asia/Kathmandu', '2026-11-25T12:55:33+05:45'],
    ['Pacific/Auckland', '2026-11-25T20:10:33+13:00'],
    ['Pacific/Kiritimati', '2026-11-25T21:10:33+14:00'],
    ['Pacific/Marquesas', '2026-11-24T21:40:33-09:30'],
  ])('is that of the visitor, with the offset of %s', (zone, written) => {
    process.env.TZ = zone;
    const time = new Date('2026-11-25T07:10:33.250Z');
    expect(zonedTime(time)).toBe(written);
    expect(new Date(zonedTime(time)).getTime()).toBe(time.setMilliseconds(0)); // the same moment
  });

  it('knows summer time', () => {
    process.env.TZ = 'America/New_York';
    expect(zonedTime(new Date('2026-07-01T12:00:00Z'))).toBe('2026-07-01T08:00:00-04:00');
  });
});

describe('a consent record', () => {
  it('says which words, of which version, to whom, when, and which boxes were checked', () => {
    process.env.TZ = 'America/New_York';
    const record = consentRecord(consents, ['summary', 'contact'], {
      center: 'Rivertown',
      locale: 'en',
      time: new Date('2026-11-25T07:10:33Z'),
    });
    expect(record).toEqual({
      center: 'Rivertown',
      locale: 'en',
      givenAt: '2026-11-25T02:10:33-05:00',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      boxes: consents.map(({ id, use, version, hash, text }) => ({
        id,
        use,
        version,
        hash,
        text: text.replaceAll('{center}', 'Rivertown'),
        checked: use !== 'text',
      })),
    });
    for (const { hash, text } of record.boxes) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(text).not.toMatch(/[{}]/);
    }
  });

  it('has words of its own in each language', async () => {
    const { bundle } = compileFiles(await filesOf(SPANISH), await filesOf(ENGLISH));
    const spanish = bundle?.contact.consents ?? [];
    expect(spanish.map(({ id, use }) => [id, use])).toEqual(consents.map(({ id, use }) => [id, use]));
    const hashes = [...consents, ...spanish].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('asks for what the words of each box say: contact, text messages, the summary', () => {
    expect(consents.map(({ use }) => use)).toEqual(['contact', 'text', 'summary']);
    for (const consent of consents) {
      expect(consentText(consent, 'Rivertown')).toContain('Rivertown');
      expect(consent.text).toMatch(/get help(?:, and buy anything,)? without/);
      expect(consent.text).toContain('at any time');
    }
  });
});

describe('what was agreed to', () => {
  const record = consentRecord(consents, ['contact'], { center: 'Rivertown', locale: 'en', time: new Date(0) });
  const changed = (change: Partial<Consent>) => consents.map((one, i) => (i ? one : { ...one, ...change }));

  it('is current while words and center are the same', () => {
    expect(isCurrent(record, consents, 'Rivertown')).toBe(true);
    expect(isCurrent(record, [...consents].reverse(), 'Rivertown')).toBe(true);
  });

  it.each<[string, readonly Consent[], string]>([
    ['of another center', consents, 'Hillside'],
    ['in other words', changed({ hash: 'f'.repeat(64) }), 'Rivertown'],
    ['under another id', changed({ id: 'contact_2' }), 'Rivertown'],
    ['with one box less', consents.slice(1), 'Rivertown'],
    ['with one box more', [...consents, { ...consents[0], id: 'more' } as Consent], 'Rivertown'],
  ])('is asked again %s', (_, now, center) => {
    expect(isCurrent(record, now, center)).toBe(false);
  });
});
