import type { Lists, Round, SessionState } from './state.js';
import type { Transition } from './transition.js';

/** Most earlier rounds that are kept; the oldest goes first. */
export const MAX_ROUNDS = 6;

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
  ({
    lists,
    ready,
    rounds,
  }: Pick<Partial<SessionState>, 'ready' | 'rounds'> & { readonly lists: Partial<Lists> }): Transition =>
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
