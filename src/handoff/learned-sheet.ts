import type { Content } from '../content/load.js';
import { boardOf, columnWord, COLUMNS } from '../guidance/board.js';
import type { SessionState } from '../session/state.js';
import { textOf, type Read } from './lines.js';
import type { SheetSection } from './sheet.js';

/** "What we learned": ticked reasons, the board, and the visitor's own note. */
export function learnedSections(
  { reasons }: Content<'reasons'>,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  const { words, items } = reasons;
  const board = boardOf(reasons, session);
  return [
    {
      title: words.summaryReasons,
      lines: items.filter(({ id }) => session.reasons.includes(id)).map(({ label }) => label),
    },
    ...COLUMNS.map((column) => ({
      title: columnWord(words, column),
      lines: board[column].map(({ label, text }) => `${label}: ${textOf(text, reading)}`),
    })),
    { title: words.summaryNote, lines: session.note.trim() ? [session.note.trim()] : [] },
  ];
}
