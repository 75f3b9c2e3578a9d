import type { Content } from '../content/load.js';
import type { SessionState } from '../session/state.js';
import { textOf, type Read } from './lines.js';
import type { SheetSection } from './sheet.js';
import { winsSection } from './wins-sheet.js';

/** The small things the visitor picked for themselves, and small wins. Feelings and the note stay out of every copy. */
export function careSections(
  { care, locale }: Content<'care'>,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  const picked = care.items.filter(({ id }) => session.care.picked.includes(id));
  return [
    { title: care.words.todayTitle, lines: picked.map((item) => `${item.title}: ${textOf(item.do, reading)}`) },
    winsSection(care.words, session.lists.wins, locale),
  ];
}
