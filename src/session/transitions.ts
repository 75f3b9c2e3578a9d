import type { BoardColumn } from '../content/schema.js';
import type { Holding, PlanRow, SessionState } from './state.js';

/** A pure step from one state to the next. Returns the same object when nothing changes. */
export type Transition = (state: SessionState) => SessionState;

/** Most rows one plan can hold; more than a family can keep in mind. */
export const MAX_PLAN_ROWS = 12;
/** Longest texts of a plan row, in characters. */
export const ROW_LIMITS = { trigger: 90, response: 200, then: 200, sign: 100, nickname: 20 } as const;
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

// ---------------------------------------------------------------- plan

/** What a row is made from; the id is given by the session. */
export type NewRow = Omit<PlanRow, 'id'>;

const clipped = <R extends Partial<NewRow>>(row: R): R => {
  const entries = Object.entries(row).map(([field, value]) => {
    const limit = ROW_LIMITS[field as keyof typeof ROW_LIMITS] as number | undefined;
    return [field, limit && typeof value === 'string' ? clip(value.trim(), limit) : value];
  });
  return Object.fromEntries(entries) as R;
};

/** Adds a row at the end of its plan. A full plan stays as it is. */
export const addRow =
  (row: NewRow): Transition =>
  (state) => {
    if (state.plan.length >= MAX_PLAN_ROWS) return state;
    const rowsMade = state.rowsMade + 1;
    return { ...state, rowsMade, plan: [...state.plan, { ...clipped(row), id: `row_${rowsMade}` }] };
  };

export const editRow =
  (id: string, change: Partial<NewRow>): Transition =>
  (state) => {
    const index = state.plan.findIndex((row) => row.id === id);
    const old = state.plan[index];
    if (!old) return state;
    const row = { ...old, ...clipped(change) };
    const isSame = (Object.keys(row) as (keyof PlanRow)[]).every((field) => row[field] === old[field]);
    return isSame ? state : { ...state, plan: state.plan.with(index, row) };
  };

/** Removes a row, keeping it for {@link restoreRow} until the next one is removed. */
export const removeRow =
  (id: string): Transition =>
  (state) => {
    const index = state.plan.findIndex((row) => row.id === id);
    const row = state.plan[index];
    return row ? { ...state, plan: state.plan.toSpliced(index, 1), removed: { row, index } } : state;
  };

/** Puts the row removed last back where it stood, unless the plan has filled up meanwhile. */
export const restoreRow: Transition = (state) => {
  const { removed, ...rest } = state;
  if (!removed || state.plan.length >= MAX_PLAN_ROWS) return state;
  return { ...rest, plan: state.plan.toSpliced(removed.index, 0, removed.row) };
};

/** Moves a row one place up (-1) or down (1) among the rows of its own plan letter. */
export const moveRow =
  (id: string, by: -1 | 1): Transition =>
  (state) => {
    const index = state.plan.findIndex((row) => row.id === id);
    const row = state.plan[index];
    if (!row) return state;
    let other = index + by;
    while (state.plan[other] && state.plan[other]?.plan !== row.plan) other += by;
    const neighbor = state.plan[other];
    if (!neighbor) return state;
    return { ...state, plan: state.plan.with(index, neighbor).with(other, row) };
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
