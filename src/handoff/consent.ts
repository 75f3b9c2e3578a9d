/** What a visitor agreed to, in a form that stands up: the exact words, their version and hash, when, and which boxes. */
import { fill } from '../content/format.js';
import type { Consent } from '../content/schema.js';

export type ConsentUse = Consent['use'];

export interface ConsentBox {
  /** Id of the consent in the content. */
  readonly id: string;
  readonly use: ConsentUse;
  readonly version: string;
  /** SHA-256 of the text before the center's name is filled in, as hexadecimal digits. */
  readonly hash: string;
  /** The words as the visitor saw them. */
  readonly text: string;
  /** Whether the visitor checked the box. No box is ever checked for them. */
  readonly checked: boolean;
}

export interface ConsentRecord {
  /** Legal name of the one center it was given to. */
  readonly center: string;
  /** Language in which the texts were shown. */
  readonly locale: string;
  /** ISO 8601 date and time where the visitor is, with the offset from UTC: `2026-11-25T02:10:33-05:00`. */
  readonly givenAt: string;
  /** IANA name of the time zone, such as `America/New_York`. */
  readonly timeZone: string;
  /** Every box that was shown, checked or not. */
  readonly boxes: readonly ConsentBox[];
}

/** ISO 8601 date and time with the offset from UTC. */
export function zonedTime(time: Date): string {
  const two = (value: number) => String(Math.trunc(Math.abs(value))).padStart(2, '0');
  const offset = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`;
}

export const consentText = ({ text }: Consent, center: string): string => fill(text, { center });

export function consentRecord(
  consents: readonly Consent[],
  checked: readonly ConsentUse[],
  { center, locale, time }: { readonly center: string; readonly locale: string; readonly time: Date },
): ConsentRecord {
  return {
    center,
    locale,
    givenAt: zonedTime(time),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    boxes: consents.map((consent) => ({
      id: consent.id,
      use: consent.use,
      version: consent.version,
      hash: consent.hash,
      text: consentText(consent, center),
      checked: checked.includes(consent.use),
    })),
  };
}

/** Whether what was agreed to still reads the same, to the same center. If not, it is asked again. */
export function isCurrent({ center, boxes }: ConsentRecord, consents: readonly Consent[], centerNow: string): boolean {
  return (
    center === centerNow &&
    boxes.length === consents.length &&
    boxes.every(({ id, hash }) => consents.some((consent) => consent.id === id && consent.hash === hash))
  );
}
