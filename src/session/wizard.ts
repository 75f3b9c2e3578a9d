import type { Transition } from './transition.js';

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
