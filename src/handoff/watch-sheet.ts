import { dateInWords, fill, today } from '../content/format.js';
import type { Content } from '../content/load.js';
import { doneNames, newestFirst, nextOn, pickedBarriers } from '../guidance/look-back.js';
import { isOpen } from '../guidance/open.js';
import type { SessionState } from '../session/state.js';
import { labeled } from './lines.js';
import type { SheetSection } from './sheet.js';

/**
 * The look back that came last, and when to look again. Paper is seen by others: how the visitor is stays out, and so
 * does what got in the way if it tells of danger, health or feelings.
 * @param day From which on a date to look again is named; ISO 8601.
 */
export function watchSections(
  { watch: { words, barriers }, locale }: Content<'watch'>,
  session: SessionState,
  day = today(),
): readonly SheetSection[] {
  const [entry] = newestFirst(session.watch.entries);
  if (!entry) return [];
  const next = nextOn(entry.on, session.watch.every);
  const labels = pickedBarriers(barriers, entry.barriers).filter(isOpen);
  const lines: readonly (readonly [label: string, text: string])[] = [
    ...doneNames(session, entry).map((name) => [words.done, name] as const),
    ...labels.map(({ label }) => [words.barriers, label] as const),
    [words.adjust, entry.adjust],
    [words.helped, entry.helped],
  ];
  return [
    {
      title: fill(words.entryTitle, { date: dateInWords(entry.on, locale) }),
      lines: [...labeled(lines), ...(next >= day ? [fill(words.next, { date: dateInWords(next, locale) })] : [])],
    },
  ];
}
