import type { BoardColumn } from '../content/schema.js';
import type { Holding, ListName, Lists, Round, RowOf, SessionState, WatchEntry } from './state.js';

/** A pure step from one state to the next. Returns the same object when nothing changes. */
export type Transition = (state: SessionState) => SessionState;

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
/** Most earlier rounds that are kept; the oldest goes first. */
export const MAX_ROUNDS = 6;
/** Most looks back that are kept: about a year of weeks. */
export const MAX_WATCH_ENTRIES = 60;
/** Longest note, in characters. */
export const MAX_NOTE = 500;

/** At most `limit` characters; the last one is never half a character. */
const clip = (text: string, limit: number): string => text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');

const toggled = (ids: readonly string[], id: string, on: boolean): readonly string[] => {
  if (ids.includes(id) === on) return ids;
  return on ? [...ids, id] : ids.filter((other) => other !== id);
};

/** The visitor picks a region by its code; an empty one is "somewhere else", wherever the page says it is. */
export const setRegion =
  (region: string): Transition =>
  (state) =>
    state.region === region ? state : { ...state, region };

// ---------------------------------------------------------------- reasons

export const tickReason =
  (id: string, on: boolean): Transition =>
  (state) => {
    const reasons = toggled(state.reasons, id, on);
    return reasons === state.reasons ? state : { ...state, reasons };
  };

export const tickStrength =
  (id: string, on: boolean): Transition =>
  (state) => {
    const strengths = toggled(state.strengths, id, on);
    return strengths === state.strengths ? state : { ...state, strengths };
  };

/** Unticks every reason and strength. The board forgets where their cards were. */
export const clearTicks: Transition = (state) => {
  const isClear = !state.reasons.length && !state.strengths.length && !Object.keys(state.board).length;
  return isClear ? state : { ...state, reasons: [], strengths: [], board: {} };
};

/** Brings back ticks and board as they were in `earlier`. */
export const restoreTicks =
  ({ reasons, strengths, board }: SessionState): Transition =>
  (state) => {
    const isSame = state.reasons === reasons && state.strengths === strengths && state.board === board;
    return isSame ? state : { ...state, reasons, strengths, board };
  };

export const moveOnBoard =
  (id: string, column: BoardColumn): Transition =>
  (state) =>
    state.board[id] === column ? state : { ...state, board: { ...state.board, [id]: column } };

export const setNote =
  (text: string): Transition =>
  (state) => {
    const note = clip(text, MAX_NOTE);
    return note === state.note ? state : { ...state, note };
  };

// ---------------------------------------------------------------- wizard

/** Keeps the ids of the next steps that were shown. */
export const reachOutcomes =
  (ids: readonly string[]): Transition =>
  (state) =>
    state.wizard.outcomes?.join() === ids.join() ? state : { ...state, wizard: { ...state.wizard, outcomes: ids } };

/** Chooses a way to ask, or none. */
export const pickFormat =
  (id: string | undefined): Transition =>
  (state) => {
    const { format, ...rest } = state.wizard;
    if (format === id) return state;
    return { ...state, wizard: id ? { ...rest, format: id } : rest };
  };

// ---------------------------------------------------------------- lists

/** What a row is made from; the id is given by the session. */
export type NewRow<L extends ListName> = Omit<RowOf<L>, 'id'>;

/** The list as rows of no particular kind: what holds for all lists is written once. */
type AnyRow = Readonly<Record<string, string>> & { readonly id: string };
const rowsOf = (state: SessionState, list: ListName) => state.lists[list] as unknown as readonly AnyRow[];
const withRows = (state: SessionState, list: ListName, rows: readonly AnyRow[]): SessionState => ({
  ...state,
  lists: { ...state.lists, [list]: rows } as Lists,
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

/** Puts the row removed last back where it stood, unless its list has filled up meanwhile. */
export const restoreRow: Transition = (state) => {
  const { removed, ...rest } = state;
  if (!removed) return state;
  const rows = rowsOf(state, removed.list);
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

// ---------------------------------------------------------------- rounds

/**
 * Ends the round that runs and begins the next with what is still to do: the plan stays, steps and goals that are done
 * go, and the list of changes begins anew. What was is kept.
 * @param endedOn ISO 8601 date.
 */
export const nextRound =
  (endedOn: string): Transition =>
  (state) => {
    const { plan, steps, limits, goals, changes } = state.lists;
    const number = (state.rounds.at(-1)?.number ?? 0) + 1;
    const round: Round = { number, endedOn, plan, steps, limits, goals, changes };
    const { removed: _gone, ...rest } = state;
    return {
      ...rest,
      rounds: [...state.rounds, round].slice(-MAX_ROUNDS),
      lists: {
        ...state.lists,
        steps: steps.filter(({ done }) => !done),
        goals: goals.filter(({ done }) => !done),
        limits: limits.filter(({ verdict }) => verdict !== 'drop'),
        changes: [],
      },
    };
  };

/** Opens a saved plan in the place of the present one. Parts the file does not speak of stay as they are. */
export const openSaved =
  ({ lists, ready, rounds }: Pick<Partial<SessionState>, 'ready' | 'rounds'> & { readonly lists: Partial<Lists> }): Transition =>
  (state) => {
    const given = Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows as unknown)) as Partial<Lists>;
    const all: Lists = { ...state.lists, ...given };
    const numbers = Object.values(all).flatMap((rows) =>
      (rows as readonly { id: string }[]).map(({ id }) => Number(id.slice('row_'.length))),
    );
    const { removed: _gone, ...rest } = state;
    return {
      ...rest,
      lists: all,
      ready: ready ?? state.ready,
      rounds: rounds ?? state.rounds,
      rowsMade: Math.max(state.rowsMade, ...numbers),
    };
  };

// ---------------------------------------------------------------- watch

export const setWatchEvery =
  (every: SessionState['watch']['every']): Transition =>
  (state) =>
    state.watch.every === every ? state : { ...state, watch: { ...state.watch, every } };

/** Keeps a look back. One a day: a second one on the same day takes the place of the first. */
export const addWatchEntry =
  (entry: Omit<WatchEntry, 'id'>): Transition =>
  (state) => {
    const rowsMade = state.rowsMade + 1;
    const kept = state.watch.entries.filter(({ on }) => on !== entry.on);
    const texts = { adjust: clip(entry.adjust.trim(), MAX_NOTE), helped: clip(entry.helped.trim(), MAX_NOTE) };
    const entries = [...kept, { ...entry, ...texts, id: `row_${rowsMade}` }].slice(-MAX_WATCH_ENTRIES);
    return { ...state, rowsMade, watch: { ...state.watch, entries } };
  };

/** Takes a look back out of the list. */
export const removeWatchEntry =
  (id: string): Transition =>
  (state) => {
    const entries = state.watch.entries.filter((entry) => entry.id !== id);
    return entries.length === state.watch.entries.length ? state : { ...state, watch: { ...state.watch, entries } };
  };

// ---------------------------------------------------------------- learn

/** Puts a phrase on the cue cards, or takes it off. */
export const pickPhrase =
  (id: string, on: boolean): Transition =>
  (state) => {
    const cards = toggled(state.learn.cards, id, on);
    return cards === state.learn.cards ? state : { ...state, learn: { ...state.learn, cards } };
  };

// ---------------------------------------------------------------- care

const withCare = (state: SessionState, care: Partial<SessionState['care']>): SessionState => ({
  ...state,
  care: { ...state.care, ...care },
});

export const setHolding =
  (holding: Holding): Transition =>
  (state) =>
    state.care.holding === holding ? state : withCare(state, { holding });

export const setFeeling =
  (feeling: string | undefined): Transition =>
  (state) => {
    const { feeling: old, ...rest } = state.care;
    if (old === (feeling || undefined)) return state;
    return { ...state, care: feeling ? { ...rest, feeling } : rest };
  };

export const pickCare =
  (id: string, on: boolean): Transition =>
  (state) => {
    const picked = toggled(state.care.picked, id, on);
    return picked === state.care.picked ? state : withCare(state, { picked });
  };

/** Marks an item as done on `day` (ISO 8601), or as not done. */
export const markDone =
  (id: string, day: string | undefined): Transition =>
  (state) => {
    const { [id]: old, ...rest } = state.care.done;
    if (old === (day || undefined)) return state;
    return withCare(state, { done: day ? { ...rest, [id]: day } : rest });
  };

export const setCareNote =
  (text: string): Transition =>
  (state) => {
    const note = clip(text, MAX_NOTE);
    return note === state.care.note ? state : withCare(state, { note });
  };
