import { dateInWords } from '../content/format.js';
import type { Words } from '../content/schema.js';
import type { WinRow } from '../session/state.js';
import type { SheetSection } from './sheet.js';

/** The newest first. Rows of one day stand the other way around than they were written. */
export const winsNewestFirst = (wins: readonly WinRow[]): readonly WinRow[] =>
  wins.toReversed().sort((a, b) => b.on.localeCompare(a.on));

/** The small wins, each with its day. They are not counted. */
export const winsSection = (
  { winsTitle: title }: Pick<Words['care'], 'winsTitle'>,
  wins: readonly WinRow[],
  locale: string,
): SheetSection => ({
  title,
  lines: winsNewestFirst(wins).map(({ text, on }) => `${text} (${dateInWords(on, locale)})`),
});
