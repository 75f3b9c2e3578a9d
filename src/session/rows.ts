import type { ListName, RowOf, SessionState } from './state.js';
import { clip, toggled, type Transition } from './transition.js';

/** Most rows of each list; more than a family can keep in mind. */
export const MAX_ROWS: Readonly<Record<ListName, number>> = {
  plan: 12,
  steps: 24,
  limits: 12,
  goals: 8,
  people: 16,
  team: 16,
  tells: 12,
  sheets: 12,
  moments: 20,
  wins: 60,
  ready: 20,
  changes: 40,
};
/** Longest texts of a row, in characters, by the name of the field. Nobody else than the visitor gets to read them. */
export const TEXT_LIMITS: Readonly<Record<string, number>> = {
  trigger: 90,
  response: 200,
  then: 200,
  sign: 100,
  nickname: 20,
  name: 20,
  what: 120,
  willNot: 120,
  will: 120,
  goal: 160,
  measure: 100,
  achievable: 120,
  relevant: 120,
  who: 20,
  whom: 20,
  when: 40,
  said: 160,
  did: 160,
  text: 160,
  label: 90,
};
/** The same for texts that have no limit of their own, such as answers on a sheet. */
export const DEFAULT_TEXT_LIMIT = 400;
export const textLimit = (field: string): number => TEXT_LIMITS[field] ?? DEFAULT_TEXT_LIMIT;

/** Whether an id is that of a row, not of an entry. */
export const isOwnRow = (id: string): boolean => id.startsWith('row_');

/** What a row is made from; the id is given by the session. */
export type NewRow<L extends ListName> = Omit<RowOf<L>, 'id'>;

/** The list as rows of no particular kind: what holds for all lists is written once. */
type AnyRow = Readonly<Record<string, string>> & { readonly id: string };
const rowsOf = (state: SessionState, list: ListName) => state.lists[list] as unknown as readonly AnyRow[];
const withRows = (state: SessionState, list: ListName, rows: readonly AnyRow[]): SessionState => ({
  ...state,
  lists: { ...state.lists, [list]: rows },
});

const clipped = (row: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [
      field,
      typeof value === 'string' ? clip(value.trim(), textLimit(field)) : (value as string),
    ]),
  );

/** Adds a row at the end of its list. A full list stays as it is. */
export const addRow =
  <L extends ListName>(list: L, row: NewRow<L>): Transition =>
  (state) => {
    const rows = rowsOf(state, list);
    if (rows.length >= MAX_ROWS[list]) return state;
    const rowsMade = state.rowsMade + 1;
    return { ...withRows(state, list, [...rows, { ...clipped(row), id: `row_${rowsMade}` }]), rowsMade };
  };

export const editRow =
  <L extends ListName>(list: L, id: string, change: Partial<NewRow<L>>): Transition =>
  (state) => {
    const rows = rowsOf(state, list);
    const index = rows.findIndex((row) => row.id === id);
    const old = rows[index];
    if (!old) return state;
    const row: AnyRow = { ...old, ...clipped(change), id };
    const isSame = Object.keys(row).every((field) => row[field] === old[field]);
    return isSame ? state : withRows(state, list, rows.with(index, row));
  };

/** Removes a row, keeping it for {@link restoreRow} until the next one is removed. */
export const removeRow =
  (list: ListName, id: string): Transition =>
  (state) => {
    const rows = rowsOf(state, list);
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (!row) return state;
    const removed = { list, row, index } as unknown as SessionState['removed'];
    return { ...withRows(state, list, rows.toSpliced(index, 1)), ...(removed && { removed }) };
  };

/** Puts the row removed last back where it stood, unless it is there or its list has filled up meanwhile. */
export const restoreRow: Transition = (state) => {
  const { removed, ...rest } = state;
  if (!removed) return state;
  const rows = rowsOf(state, removed.list);
  if (rows.some(({ id }) => id === removed.row.id)) return rest;
  if (rows.length >= MAX_ROWS[removed.list]) return state;
  return withRows(rest, removed.list, rows.toSpliced(removed.index, 0, removed.row as unknown as AnyRow));
};

/** Moves a row one place up (-1) or down (1), among the rows that have the same value in `within`. */
export const moveRow =
  (list: ListName, id: string, by: -1 | 1, within?: string): Transition =>
  (state) => {
    const rows = rowsOf(state, list);
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (!row) return state;
    const isOther = (other: AnyRow | undefined) => within !== undefined && other && other[within] !== row[within];
    let other = index + by;
    while (isOther(rows[other])) other += by;
    const neighbor = rows[other];
    return neighbor ? withRows(state, list, rows.with(index, neighbor).with(other, row)) : state;
  };

export const tickReady =
  (id: string, on: boolean): Transition =>
  (state) => {
    const ready = toggled(state.ready, id, on);
    return ready === state.ready ? state : { ...state, ready };
  };
