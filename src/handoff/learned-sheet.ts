import type { Content } from '../content/load.js';
import type { BoardColumn, Words } from '../content/schema.js';
import { boardOf, COLUMNS } from '../guidance/board.js';
import type { SessionState } from '../session/state.js';
import { textOf, type Read, type SheetSection } from './sheet.js';

export const columnWord = (words: Words['checklist'], column: BoardColumn): string =>
  ({ keep: words.columnKeep, change: words.columnChange, stop: words.columnStop })[column];

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
