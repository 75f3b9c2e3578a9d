import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../../src/content/schema.js';
import type { ConsentRecord, ConsentUse } from '../../../src/handoff/consent.js';
import {
  channelsFor,
  CHANNELS,
  EMPTY_DRAFT,
  isEmail,
  isPhone,
  LEAD_FIELDS,
  leadErrors,
  leadOf,
  leadTaken,
  leadValues,
  QUESTIONS,
  type Asked,
  type Lead,
  type LeadDraft,
} from '../../../src/handoff/lead.js';
import { leadLines, leadSections } from '../../../src/handoff/lead-sheet.js';
import { compileFiles, ENGLISH, englishBundle, filesOf, SPANISH } from '../helpers.js';

const ALL: Asked = new Set(QUESTIONS);
const box = (use: ConsentUse, checked: boolean) => ({
  id: use,
  use,
  version: '1',
  hash: use.repeat(4),
  text: `I agree to ${use}.`,
  checked,
});
const CONSENT: ConsentRecord = {
  center: 'Rivertown',
  locale: 'en',
  givenAt: '2026-11-25T02:10:33-05:00',
  timeZone: 'America/New_York',
  boxes: [box('contact', true), box('text', false), box('summary', true)],
};

/** Everything filled in, as if the visitor had tried all ways one after the other. */
const FULL: LeadDraft = {
  channel: 'call',
  phone: ' (555) 010-0199 ',
  email: ' jo@example.com ',
  name: ' Jo ',
  time: 'morning',
  safeCall: 'yes',
  safeMessage: 'no',
  heldSafe: true,
  topic: 'family',
  checked: ['contact', 'text', 'summary'],
  removed: [],
};

describe('a phone number', () => {
  it.each([
    ['5550100199', true],
    ['555-010-0199', true],
    ['(555) 010-0199', true],
    ['555.010.0199', true],
    ['+1 (555) 010-0199', true],
    ['1/555/0100199', true],
    ['+52 55 1234 5678', true], // Mexico
    ['+34 912 34 56 78', true], // Spain
    ['(0341) 15-555-1234', true], // Argentina
    ['  555 0100  ', true],
    ['123456', false],
    ['1234567890123456', false],
    ['call me', false],
    ['555-010-0199 ext. 5', false],
    ['++15550100199', false],
    ['1+5550100199', false],
    ['<b>5550100199</b>', false],
    ['------- ', false],
    ['', false],
  ])('written as "%s" is one: %s', (text, isOne) => {
    expect(isPhone(text)).toBe(isOne);
  });
});

describe('an email address', () => {
  it.each([
    ['name@example.com', true],
    [' name@example.com ', true],
    ['first.last+help@mail.example.org', true],
    ['josé@correo.es', true],
    ['nombre@ejemplo.com.mx', true],
    ['name@example', false],
    ['name@example.', false],
    ['name@.com', false],
    ['name@exam..ple.com', false],
    ['name@@example.com', false],
    ['a@b@example.com', false],
    ['@example.com', false],
    ['name example@mail.com', false],
    ['', false],
  ])('written as "%s" is one: %s', (text, isOne) => {
    expect(isEmail(text)).toBe(isOne);
  });
});

describe('the ways to be reached', () => {
  it.each<[readonly string[], readonly ConsentUse[], readonly string[]]>([
    [
      ['phone', 'call', 'email'],
      ['contact', 'text'],
      ['call', 'text', 'email'],
    ],
    [['phone', 'call', 'email'], ['contact'], ['call', 'email']], // no words to agree to text messages with
    [
      ['phone', 'call'],
      ['contact', 'text'],
      ['call', 'text'],
    ],
    [['phone'], ['contact', 'text'], ['text']], // it could not be said whether a message is safe
    [['email'], ['contact', 'text'], ['email']],
    [['name', 'topic'], ['contact', 'text'], []],
  ])('are, with fields %j and consents %j: %j', (asked, uses, channels) => {
    expect(channelsFor(new Set(asked) as Asked, uses)).toEqual(channels);
  });
});

describe('what has to be put right', () => {
  it.each<[string, Partial<LeadDraft>, object]>([
    ['with nothing filled in', EMPTY_DRAFT, { channel: 'channelMissing', 'consent-contact': 'consentMissing' }],
    [
      'for a call',
      { ...EMPTY_DRAFT, channel: 'call' },
      {
        phone: 'phoneMissing',
        safeCall: 'safeMissing',
        safeMessage: 'safeMissing',
        'consent-contact': 'consentMissing',
      },
    ],
    ['for a call to half a number', { phone: '12 34' }, { phone: 'phoneWrong' }],
    ['for a call that is not safe', { safeCall: 'no' }, { safeCall: 'notSafe' }],
    ['for a call, all in order', {}, {}],
    ['for a call where no message may be left', { safeMessage: 'no' }, {}],
    [
      'for a text message',
      { channel: 'text', phone: ' ', checked: [] },
      { phone: 'phoneMissing', 'consent-contact': 'consentMissing', 'consent-text': 'textMissing' },
    ],
    ['for a text message not agreed to', { channel: 'text', checked: ['contact'] }, { 'consent-text': 'textMissing' }],
    ['for a text message, all in order', { channel: 'text', safeCall: '', safeMessage: '' }, {}],
    [
      'for an email',
      { channel: 'email', email: ' ', checked: ['summary'] },
      { email: 'emailMissing', 'consent-contact': 'consentMissing' },
    ],
    ['for an email to nowhere', { channel: 'email', email: 'jo@' }, { email: 'emailWrong' }],
    ['for an email, all in order', { channel: 'email', checked: ['contact'] }, {}],
  ])('%s', (_, change, errors) => {
    const found = leadErrors({ ...FULL, ...change }, CHANNELS);
    expect(found).toEqual(errors);
    expect(Object.keys(found)).toEqual(Object.keys(errors)); // the first one gets the focus
  });

  it('is a way that is not offered any more', () => {
    expect(leadErrors(FULL, ['email'])).toEqual({ channel: 'channelMissing' });
  });

  it('is only the agreement where no way is asked for', () => {
    expect(leadErrors(EMPTY_DRAFT, [])).toEqual({ 'consent-contact': 'consentMissing' });
  });
});

describe('a lead', () => {
  const lines = ['What got in the way: It was too long'];

  it('by phone has the number and what is safe, and no email address', () => {
    expect(leadOf(FULL, ALL, CONSENT, lines)).toEqual({
      consent: CONSENT,
      channel: 'call',
      contact: { phone: '(555) 010-0199', firstName: 'Jo' },
      bestTime: 'morning',
      safeToCall: true,
      safeToLeaveMessage: false,
      topic: 'family',
      summary: lines,
    });
  });

  it('by text message has the number only', () => {
    const lead = leadOf({ ...FULL, channel: 'text', checked: ['contact', 'text'] }, ALL, CONSENT, lines);
    expect(lead).toEqual({
      consent: CONSENT,
      channel: 'text',
      contact: { phone: '(555) 010-0199', firstName: 'Jo' },
      bestTime: 'morning',
      topic: 'family',
    });
  });

  it('by email has neither number nor time', () => {
    const lead = leadOf({ ...FULL, channel: 'email', name: ' ', topic: '' }, ALL, CONSENT, []);
    expect(lead).toEqual({ consent: CONSENT, channel: 'email', contact: { email: 'jo@example.com' } });
  });

  it('holds only what was asked for', () => {
    const lead = leadOf({ ...FULL, channel: '', checked: ['contact'] }, new Set(), CONSENT, lines);
    expect(lead).toEqual({ consent: CONSENT, contact: {} });
  });
});

describe('a lead in the fields of a form', () => {
  it('has a text for all that is in it, by closed names', () => {
    const values = leadValues(leadOf(FULL, ALL, CONSENT, ['One', 'Two']));
    expect(values).toEqual({
      'contact.name': 'Jo',
      'contact.phone': '(555) 010-0199',
      'contact.time': 'morning',
      channel: 'call',
      'safe.call': 'yes',
      'safe.message': 'no',
      topic: 'family',
      summary: 'One\nTwo',
      'consent.contact': 'yes',
      'consent.text': 'no',
      'consent.summary': 'yes',
      'consent.given-at': '2026-11-25T02:10:33-05:00',
      'consent.record': JSON.stringify(CONSENT),
    });
    for (const name of Object.keys(values)) expect(LEAD_FIELDS).toContain(name);
  });

  it('has nothing for what is not in it', () => {
    const values = leadValues({ consent: { ...CONSENT, boxes: [box('contact', true)] }, contact: {} });
    expect(Object.keys(values)).toEqual(['consent.given-at', 'consent.record', 'consent.contact']);
  });
});

describe('"I would rather not say"', () => {
  it('is an answer in the form, and goes nowhere', () => {
    expect(leadOf({ ...FULL, topic: 'none' }, ALL, CONSENT, [])).not.toHaveProperty('topic');
  });
});

describe('the part of a lead that went into a form', () => {
  const lead: Lead = leadOf(FULL, ALL, CONSENT, ['What got in the way: It was too long']);

  it('is what the form has taken, and the record', () => {
    expect(leadTaken(lead, new Set(['contact.phone', 'summary']))).toEqual({
      consent: CONSENT,
      contact: { phone: lead.contact.phone },
      summary: lead.summary,
    });
    expect(leadTaken(lead, new Set())).toEqual({ consent: CONSENT, contact: {} });
    expect(leadTaken(lead, new Set(LEAD_FIELDS))).toEqual(lead);
  });
});

describe('the copy of a lead for the visitor', async () => {
  const { words } = (await englishBundle()).contact;
  const lead: Lead = leadOf(FULL, ALL, CONSENT, ['What got in the way: It was too long']);

  it('says with whom, when, each box, and each thing that was passed on', () => {
    expect(leadLines(lead, true, words, 'en').map((line) => line.replaceAll(/\s/g, ' '))).toEqual([
      'With: Rivertown',
      'When: November 25, 2026 at 2:10 AM (America/New_York)',
      'You checked: I agree to contact. (Version 1)',
      'You did not check: I agree to text. (Version 1)',
      'You checked: I agree to summary. (Version 1)',
      'Sent: A phone call',
      'Sent: (555) 010-0199',
      'Sent: Jo',
      'Sent: Morning',
      'Sent: Is it safe to call you? Yes',
      'Sent: Is it safe to leave a voice message? No',
      'Sent: Support for the family',
      'Sent: What got in the way: It was too long',
    ]);
    expect(leadSections(lead, true, words, 'en')).toEqual([
      { title: 'A copy for you', lines: leadLines(lead, true, words, 'en') },
    ]);
  });

  it('says that a form holds it, where nothing is sent yet', () => {
    const lines = leadLines(lead, false, words, 'en');
    expect(lines.filter((line) => line.startsWith('In the form: '))).toHaveLength(8);
    expect(lines.filter((line) => line.startsWith('Sent: '))).toEqual([]);
  });

  it('says no more than was passed on', () => {
    const least: Lead = { consent: { ...CONSENT, boxes: [box('contact', true)] }, contact: {} };
    expect(leadLines(least, true, words, 'en')).toHaveLength(3);
  });

  it('reads in Spanish too', async () => {
    const { bundle } = compileFiles(await filesOf(SPANISH), await filesOf(ENGLISH));
    const spanish = leadLines(lead, true, (bundle as Bundle).contact.words, 'es');
    expect(spanish[0]).toBe('Con: Rivertown');
    expect(spanish[1]).toMatch(/^Cuándo: 25 de noviembre de 2026/);
    for (const line of spanish) expect(line).not.toMatch(/^(?:With|When|You|Passed)/);
  });
});
