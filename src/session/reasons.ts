import type { BoardColumn } from '../content/schema.js';
import type { SessionState } from './state.js';
import { clip, MAX_NOTE, toggled, type Transition } from './transition.js';

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
