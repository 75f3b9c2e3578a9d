import { fill } from '../content/format.js';
import type { Words } from '../content/schema.js';
import type { Lead } from './lead.js';
import type { SheetSection } from './sheet.js';

/**
 * Everything of a lead in words, line by line: what the visitor sees on the screen, and their copy of it.
 * @param isSent Whether it was passed on; else it stands in a form that the visitor sends.
 */
export function leadLines(lead: Lead, isSent: boolean, words: Words['contact'], locale: string): readonly string[] {
  const { consent, channel, contact, bestTime, safeToCall, safeToLeaveMessage, topic, summary = [] } = lead;
  const yesNo = (label: string, value: boolean | undefined) =>
    value === undefined ? [] : [`${label} ${value ? words.yes : words.no}`];
  const sent = [
    ...(channel ? [words[channel]] : []),
    ...[contact.phone, contact.email, contact.firstName].filter((text) => text !== undefined),
    ...(bestTime ? [words.times[bestTime]] : []),
    ...yesNo(words.safeCall, safeToCall),
    ...yesNo(words.safeMessage, safeToLeaveMessage),
    ...(topic ? [words.topics[topic]] : []),
    ...summary,
  ];
  return [
    fill(words.copyWith, { center: consent.center }),
    fill(words.copyWhen, { when: timeInWords(consent.givenAt, consent.timeZone, locale) }),
    ...consent.boxes.map(({ text, version, checked }) => {
      const line = fill(checked ? words.copyChecked : words.copyNotChecked, { text });
      return `${line} (${fill(words.copyVersion, { version })})`;
    }),
    ...sent.map((text) => fill(isSent ? words.copySent : words.copyInForm, { text })),
  ];
}

export const leadSections = (
  lead: Lead,
  isSent: boolean,
  words: Words['contact'],
  locale: string,
): readonly SheetSection[] => [{ title: words.copyTitle, lines: leadLines(lead, isSent, words, locale) }];

/** "November 25, 2026 at 2:10 AM (America/New_York)" */
function timeInWords(time: string, timeZone: string, locale: string): string {
  try {
    const words = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone });
    return `${words.format(new Date(time))} (${timeZone})`;
  } catch {
    return time; // a browser may not know its own zone
  }
}
