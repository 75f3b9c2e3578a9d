import type { RichText } from '../content/rich-text.js';
import type { BoardColumn, ReasonsPart, Words } from '../content/schema.js';
import type { SessionState } from '../session/state.js';

export const COLUMNS = ['keep', 'change', 'stop'] as const satisfies readonly BoardColumn[];

/** What a column is called. */
export const columnWord = (words: Words['checklist'], column: BoardColumn): string =>
  ({ keep: words.columnKeep, change: words.columnChange, stop: words.columnStop })[column];

export interface BoardCard {
  /** Id of a reason or a strength. */
  readonly id: string;
  readonly label: string;
  readonly text: RichText;
}

export type Board = Readonly<Record<BoardColumn, readonly BoardCard[]>>;

/** The keep / change / stop board made from ticks. A card stands where the visitor moved it, else where it begins. */
export function boardOf(
  { items, strengths }: Pick<ReasonsPart, 'items' | 'strengths'>,
  { reasons, strengths: ticked, board }: Pick<SessionState, 'reasons' | 'strengths' | 'board'>,
): Board {
  const columns: Record<BoardColumn, BoardCard[]> = { keep: [], change: [], stop: [] };
  for (const { id, label, keep } of strengths) {
    if (ticked.includes(id)) columns[board[id] ?? 'keep'].push({ id, label, text: keep });
  }
  for (const reason of items) {
    // "Not sure" is nothing to change.
    if (!reasons.includes(reason.id) || reason.unsure) continue;
    columns[board[reason.id] ?? reason.board].push({ id: reason.id, label: reason.label, text: reason.tryNext });
  }
  return columns;
}
