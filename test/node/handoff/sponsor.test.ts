import { describe, expect, it } from 'vitest';
import { findRegion } from '../../../src/content/region.js';
import type { Sponsor } from '../../../src/content/schema.js';
import { readFieldNames } from '../../../src/handoff/host-form.js';
import { SPONSOR_ATTRIBUTES, wholeSponsor } from '../../../src/handoff/sponsor.js';
import { englishBundle } from '../helpers.js';

const { core } = await englishBundle();
const us = findRegion(core, 'US');
const FACTS: Required<Sponsor> = {
  name: 'Rivertown Recovery, LLC',
  phone: '(555) 010-0123',
  license: 'No. 123, State of Ohio',
  paidBy: 'Rivertown Recovery, LLC',
  privacyUrl: 'https://rivertown.example/privacy',
  healthDataUrl: 'https://rivertown.example/health-data',
};

describe('the facts about a center', () => {
  it('are whole with all six and a neutral place to look for others', () => {
    expect(wholeSponsor(FACTS, us)).toEqual({ ...FACTS, locator: us?.locator });
    expect(us?.locator?.url).toMatch(/^https:\/\/findtreatment\.gov/);
  });

  it.each(Object.entries(SPONSOR_ATTRIBUTES))('are not whole without %s', (fact, attribute) => {
    for (const value of ['', '   ', undefined]) {
      expect(wholeSponsor({ ...FACTS, [fact]: value }, us)).toEqual([`${attribute} is empty`]);
    }
  });

  it.each(['http://rivertown.example', 'javascript:alert(1)', 'https:@example.org', '//example.org', 'privacy'])(
    'need addresses that go to a website: %s does not',
    (address) => {
      expect(wholeSponsor({ ...FACTS, privacyUrl: address }, us)).toEqual([
        'sponsor-privacy-url is not an https:// address',
      ]);
    },
  );

  it('need a region with such a place, and say all that is missing at once', () => {
    expect(wholeSponsor(FACTS, undefined)).toEqual([expect.stringContaining('region="US"')]);
    expect(wholeSponsor({}, undefined)).toHaveLength(7);
  });
});

describe('names of fields', () => {
  it.each<[string, object, readonly string[]]>([
    ['', {}, []],
    [' ; ;', {}, []],
    ['contact.phone: your-phone', { 'contact.phone': 'your-phone' }, []],
    [
      'contact.phone:tel-1 ;\n  summary :  Their notes[] ; consent.given-at: when;',
      { 'contact.phone': 'tel-1', summary: 'Their notes[]', 'consent.given-at': 'when' },
      [],
    ],
    ['contact.fax: fax; topic: subject', { topic: 'subject' }, ['contact.fax: fax']],
    ['topic; topic:; : x', {}, ['topic', 'topic:', ': x']],
    ['constructor: x; __proto__: y', {}, ['constructor: x', '__proto__: y']],
    ['topic: a; topic: b', { topic: 'b' }, []],
  ])('are read from "%s"', (text, names, wrong) => {
    expect(readFieldNames(text)).toEqual({ names, wrong });
  });
});
