import type { Lists, Round, SessionState } from './state.js';
import type { Transition } from './transition.js';

/** Most earlier rounds that are kept; the oldest goes first. */
export const MAX_ROUNDS = 6;

/** The lists that make up the plan: a file holds them, and a step that replaced them can be taken back. */
export const PLAN_LISTS = [
  'plan',
  'steps',
  'limits',
  'goals',
  'people',
  'team',
  'tells',
  'ready',
  'changes',
] as const satisfies readonly (keyof Lists)[];
export type PlanLists = Pick<Lists, (typeof PLAN_LISTS)[number]>;

export const planLists = (lists: PlanLists): PlanLists =>
  Object.fromEntries(PLAN_LISTS.map((list) => [list, lists[list]])) as unknown as PlanLists;

/** A plan as it stands in a file: what it is made of, what is ready, and its earlier rounds. */
export interface SavedPlan extends Pick<SessionState, 'ready' | 'rounds'> {
  readonly lists: PlanLists;
}

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

/** Opens a saved plan in the place of the present one. Its rows get new ids, so that no other row is taken for one. */
export const openPlan =
  ({ lists, ready, rounds }: SavedPlan): Transition =>
  (state) => {
    const ids = new Map<string, string>();
    const newId = (id: string): string => {
      const known = ids.get(id) ?? `row_${state.rowsMade + ids.size + 1}`;
      ids.set(id, known);
      return known;
    };
    const renamed = <T>(given: T): T =>
      Object.fromEntries(
        Object.entries(given as object).map(([name, rows]) => [
          name,
          Array.isArray(rows) ? rows.map((row: { readonly id: string }) => ({ ...row, id: newId(row.id) })) : rows,
        ]),
      ) as T;
    const { removed: _gone, ...rest } = state;
    return {
      ...rest,
      lists: { ...state.lists, ...renamed(lists) },
      rounds: rounds.map(renamed),
      ready: ready.map((id) => ids.get(id) ?? id),
      rowsMade: state.rowsMade + ids.size,
    };
  };

/** A step that replaced much of the plan at once. */
export interface PlanStep {
  readonly before: SessionState;
  readonly after: SessionState;
}

/** Whether the plan still stands as the step left it. What was written since is never thrown away. */
export const canTakeBack = ({ lists, ready, rounds }: SessionState, { after }: PlanStep): boolean =>
  PLAN_LISTS.every((list) => lists[list] === after.lists[list]) && ready === after.ready && rounds === after.rounds;

/** Puts the plan back as it was before the step, unless it has changed since. */
export const takeBack =
  (step: PlanStep): Transition =>
  (state) => {
    if (!canTakeBack(state, step)) return state;
    const { lists, ready, rounds } = step.before;
    const { removed: _gone, ...rest } = state;
    return { ...rest, lists: { ...state.lists, ...planLists(lists) }, ready, rounds };
  };
