/**
 * Calendar files (RFC 5545). A family's calendar is often seen by others, so an entry has a neutral title and a day, and
 * nothing of what it is about.
 */
import { daysLater } from '../content/format.js';
import type { Lists } from '../session/state.js';
import { download } from './download.js';

/** A whole day in a calendar. */
export interface CalendarDay {
  /** ISO 8601 date. */
  readonly on: string;
  readonly title: string;
  /** How often it comes back; once when left out. */
  readonly every?: 'week' | 'month';
}

/** Days on which something in the plan is due, from `from` on, each once and in order. ISO 8601 dates. */
export function planDays(
  { plan, steps, goals }: Pick<Lists, 'plan' | 'steps' | 'goals'>,
  from: string,
): readonly string[] {
  const open = [...steps, ...goals].filter(({ done }) => !done).map(({ due }) => due);
  const days = [...plan.map(({ reviewOn }) => reviewOn), ...open];
  return [...new Set(days)].filter((day) => day >= from).sort();
}

const CRLF = '\r\n';
/** Longest line, in octets of UTF-8 (RFC 5545, 3.1). */
const MAX_OCTETS = 75;
const REPEATS = { week: 'WEEKLY', month: 'MONTHLY' } as const;

const compact = (date: string): string => date.replaceAll('-', '');
/** Marks what has a meaning of its own in a text (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll(/\r\n?|\n/g, '\\n');

/** Breaks a line that is too long; a space begins what goes on. A character is never torn apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let length = 0;
  let text = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > MAX_OCTETS) {
      text += `${CRLF} `;
      length = 1;
    }
    text += character;
    length += octets;
  }
  return text;
}

/** A name no other entry has. Not `randomUUID`, which pages without HTTPS lack. */
const randomUid = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The text of a calendar file.
 * @param now The moment it is written.
 * @param uid Gives each entry a name of its own.
 */
export function calendar(days: readonly CalendarDay[], now = new Date(), uid: () => string = randomUid): string {
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const lines = days.flatMap(({ on, title, every }) => [
    'BEGIN:VEVENT',
    `UID:${uid()}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(daysLater(on, 1))}`,
    ...(every ? [`RRULE:FREQ=${REPEATS[every]}`] : []),
    `SUMMARY:${escaped(title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  const whole = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//notes//notes//EN', ...lines, 'END:VCALENDAR'];
  return `${whole.map(folded).join(CRLF)}${CRLF}`;
}

/** Hands the visitor a calendar file with a neutral name, and gives that name. */
export const downloadCalendar = (days: readonly CalendarDay[]): string =>
  download('notes.ics', 'text/calendar', calendar(days));
