/** A visitor who wants to be contacted: what they enter, what must be right about it, and what goes to the center. */
import type { Words } from '../content/schema.js';
import { json } from '../session/json.js';
import type { ConsentRecord, ConsentUse } from './consent.js';

export const CHANNELS = ['call', 'text', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];
/** What it is about, from a closed and neutral list. */
export const TOPICS = ['questions', 'family', 'cost', 'visit'] as const;
export type Topic = (typeof TOPICS)[number];
export const TIMES = ['any', 'morning', 'afternoon', 'evening'] as const;
export type BestTime = (typeof TIMES)[number];

/** What a center gets, after the visitor has seen it and agreed. Only what was asked for is there. */
export interface Lead {
  readonly consent: ConsentRecord;
  readonly channel?: Channel;
  readonly contact: { readonly phone?: string; readonly email?: string; readonly firstName?: string };
  readonly bestTime?: BestTime;
  /** Whether a call is safe for the visitor; only with `channel: 'call'`. */
  readonly safeToCall?: boolean;
  readonly safeToLeaveMessage?: boolean;
  readonly topic?: Topic;
  /** The lines of the summary, only if agreed to on its own. */
  readonly summary?: readonly string[];
}

/** Longest answers, in characters. */
export const LEAD_LIMITS = { phone: 30, email: 254, name: 40 } as const;

/** What stands in the form. It lives in the element, and is never stored. */
export interface LeadDraft {
  readonly channel: Channel | '';
  readonly phone: string;
  readonly email: string;
  readonly name: string;
  readonly time: BestTime | '';
  readonly safeCall: 'yes' | 'no' | '';
  readonly safeMessage: 'yes' | 'no' | '';
  /** After "contact is not safe": that nobody else can see calls and messages. */
  readonly heldSafe: boolean;
  /** `none`: the visitor would rather not say. */
  readonly topic: Topic | 'none' | '';
  readonly checked: readonly ConsentUse[];
  /** Ids of lines of the summary that the visitor took out. */
  readonly removed: readonly string[];
}
export const EMPTY_DRAFT: LeadDraft = {
  channel: '',
  phone: '',
  email: '',
  name: '',
  time: '',
  safeCall: '',
  safeMessage: '',
  heldSafe: false,
  topic: '',
  checked: [],
  removed: [],
};

/** What the form asks for. With a form of the center's, only what that one has a field for. */
/** `call`: whether a call can be asked for. A form must be able to take whether a message is safe. */
export const QUESTIONS = ['phone', 'call', 'email', 'name', 'time', 'topic'] as const;
export type Asked = ReadonlySet<(typeof QUESTIONS)[number]>;

/** The ways to be reached that can be offered. */
export const channelsFor = (asked: Asked, uses: readonly ConsentUse[]): readonly Channel[] =>
  CHANNELS.filter((channel) => (channel === 'text' ? asked.has('phone') && uses.includes('text') : asked.has(channel)));

/** Digits in groups, with the signs people write between them; as E.164 has it, 15 at most. */
export function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '').length;
  return /^\+?[\d\s().\-/]+$/.test(text.trim()) && digits >= 7 && digits <= 15;
}

/** One @ with something on both sides, and a dot in the name of the server. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text.trim());

/** Names of words that say what is wrong. */
export type LeadError = Extract<keyof Words['contact'], `${string}Missing` | `${string}Wrong` | 'notSafe'>;
export type LeadErrors = Partial<Record<keyof LeadDraft | `consent-${ConsentUse}`, LeadError>>;

/**
 * What has to be put right, by field, in the order of the form.
 * @param isHeld Whether ways by phone are left out until the visitor says they are safe.
 */
export function leadErrors(draft: LeadDraft, channels: readonly Channel[], isHeld = false): LeadErrors {
  const { channel, phone, email, checked } = draft;
  const errors: LeadErrors = {};
  if (isHeld && !draft.heldSafe && !channels.length) errors.heldSafe = 'channelMissing';
  if (channels.length && !channels.some((one) => one === channel)) errors.channel = 'channelMissing';
  else if (channel === 'email') {
    if (!email.trim()) errors.email = 'emailMissing';
    else if (!isEmail(email)) errors.email = 'emailWrong';
  } else if (channel) {
    if (!phone.trim()) errors.phone = 'phoneMissing';
    else if (!isPhone(phone)) errors.phone = 'phoneWrong';
  }
  if (channel === 'call') {
    if (draft.safeCall !== 'yes') errors.safeCall = draft.safeCall ? 'notSafe' : 'safeMissing';
    if (!draft.safeMessage) errors.safeMessage = 'safeMissing';
  }
  if (!checked.includes('contact')) errors['consent-contact'] = 'consentMissing';
  if (channel === 'text' && !checked.includes('text')) errors['consent-text'] = 'textMissing';
  return errors;
}

/** What goes to the center. `lines` are those of the summary that are left. */
export function leadOf(draft: LeadDraft, asked: Asked, consent: ConsentRecord, lines: readonly string[]): Lead {
  const { channel, checked } = draft;
  const name = draft.name.trim();
  return {
    consent,
    ...(channel && { channel }),
    contact: {
      ...(channel === 'email' && { email: draft.email.trim() }),
      ...((channel === 'call' || channel === 'text') && { phone: draft.phone.trim() }),
      ...(asked.has('name') && name && { firstName: name }),
    },
    ...(asked.has('time') && channel !== 'email' && draft.time && { bestTime: draft.time }),
    ...(channel === 'call' && { safeToCall: true, safeToLeaveMessage: draft.safeMessage === 'yes' }),
    ...(asked.has('topic') && draft.topic && draft.topic !== 'none' && { topic: draft.topic }),
    ...(checked.includes('summary') && lines.length && { summary: lines }),
  };
}

/** The fields a form may have for a lead, as `data-fig` or `lead-fields` name them. */
export const LEAD_FIELDS = [
  'contact.name',
  'contact.phone',
  'contact.email',
  'contact.time',
  'channel',
  'safe.call',
  'safe.message',
  'topic',
  'summary',
  'consent.contact',
  'consent.text',
  'consent.summary',
  'consent.given-at',
  'consent.record',
] as const;
export type LeadField = (typeof LEAD_FIELDS)[number];

/** The part of a lead that went into those fields of a form. */
export function leadTaken(lead: Lead, fields: ReadonlySet<LeadField>): Lead {
  const { consent, contact, channel, bestTime, safeToCall, safeToLeaveMessage, topic, summary } = lead;
  const taken = <T>(field: LeadField, part: T): T | undefined => (fields.has(field) ? part : undefined);
  const given = {
    channel: taken('channel', channel),
    bestTime: taken('contact.time', bestTime),
    safeToCall: taken('safe.call', safeToCall),
    safeToLeaveMessage: taken('safe.message', safeToLeaveMessage),
    topic: taken('topic', topic),
    summary: taken('summary', summary),
  };
  const reach = {
    phone: taken('contact.phone', contact.phone),
    email: taken('contact.email', contact.email),
    firstName: taken('contact.name', contact.firstName),
  };
  return { consent, contact: defined(reach), ...defined(given) };
}

const defined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** A lead as the texts of form fields. What is not in the lead has no value. */
export function leadValues(lead: Lead): Partial<Record<LeadField, string>> {
  const { consent, contact, channel, bestTime, safeToCall, safeToLeaveMessage, topic, summary } = lead;
  const given: Record<string, string | undefined> = {
    'contact.name': contact.firstName,
    'contact.phone': contact.phone,
    'contact.email': contact.email,
    'contact.time': bestTime,
    channel,
    'safe.call': safeToCall === undefined ? undefined : yesNo(safeToCall),
    'safe.message': safeToLeaveMessage === undefined ? undefined : yesNo(safeToLeaveMessage),
    topic,
    summary: summary?.join('\n'),
    'consent.given-at': consent.givenAt,
    'consent.record': json(consent),
  };
  for (const { use, checked } of consent.boxes) given[`consent.${use}`] = yesNo(checked);
  return defined(given);
}
