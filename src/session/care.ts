import type { Holding, SessionState } from './state.js';
import { clip, MAX_NOTE, toggled, type Transition } from './transition.js';

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
