/** Looking back at how it goes: pure rules over a session. No scores, no streaks, and a gap is nothing to make up for. */
import { daysLater } from '../content/format.js';
import type { Barrier } from '../content/schema.js';
import type { Lists, SessionState, WatchEntry } from '../session/state.js';
import { addRow, addWatchEntry, editRow, removeRow, type Transition } from '../session/transitions.js';

/** Something in the plan that can have been done. */
export interface PlanItem {
  readonly id: string;
  readonly list: 'steps' | 'goals' | 'plan';
  readonly name: string;
  readonly isDone: boolean;
}

/** What stands in a look back until it is saved. */
export interface LookBack extends Omit<WatchEntry, 'id' | 'on' | 'done'> {
  /** What the visitor checked or unchecked in the plan, by the id of its row. */
  readonly marks: Readonly<Record<string, boolean>>;
  /** Whether what helped goes into the small wins too. */
  readonly toWins: boolean;
}

const DAYS_IN_WEEK = 7;
/** The last day that every month has. */
const LAST_COMMON_DAY = 28;

// ---------------------------------------------------------------- when

export const newestFirst = (entries: readonly WatchEntry[]): readonly WatchEntry[] =>
  entries.toSorted((a, b) => b.on.localeCompare(a.on));

export const entryOn = ({ watch }: Pick<SessionState, 'watch'>, day: string): WatchEntry | undefined =>
  watch.entries.find(({ on }) => on === day);

/** The look back that came last before that day. */
const entryBefore = ({ watch }: Pick<SessionState, 'watch'>, day: string): WatchEntry | undefined =>
  newestFirst(watch.entries).find(({ on }) => on < day);

/** When to look again. A month later it is the same day of the month, but none that some months lack. */
export function nextOn(day: string, every: SessionState['watch']['every']): string {
  if (every === 'week') return daysLater(day, DAYS_IN_WEEK);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, Math.min(date, LAST_COMMON_DAY), 12)).toISOString().slice(0, 10);
}

/** The day the visitor planned to look again, after the look back that came before `day`. */
export function plannedOn(session: Pick<SessionState, 'watch'>, day: string): string | undefined {
  const last = entryBefore(session, day);
  return last && nextOn(last.on, session.watch.every);
}

/** Whether a look back was left out: the visitor comes back after a while. */
export function isAfterGap(session: Pick<SessionState, 'watch'>, day: string): boolean {
  const planned = plannedOn(session, day);
  return planned !== undefined && day >= nextOn(planned, session.watch.every);
}

// ---------------------------------------------------------------- what was done

type PlanLists = Pick<Lists, 'steps' | 'goals' | 'plan'>;

/** Rows by their names. */
const named = ({ steps, goals, plan }: PlanLists) => [
  ...steps.map(({ id, what, done }) => ({ id, list: 'steps' as const, name: what, done })),
  ...goals.map(({ id, goal, done }) => ({ id, list: 'goals' as const, name: goal, done })),
  ...plan.map(({ id, trigger }) => ({ id, list: 'plan' as const, name: trigger, done: '' })),
];

/** What a look back on that day asks about. What an earlier one has already told as done is left out. */
export function planItems(session: Pick<SessionState, 'lists' | 'watch'>, day: string): readonly PlanItem[] {
  const last = entryBefore(session, day);
  const told = entryOn(session, day)?.done ?? [];
  return named(session.lists)
    .filter(({ id, done }) => !done || !last || (done >= last.on && !last.done.includes(id)))
    .map(({ id, list, name, done }) => ({ id, list, name, isDone: list === 'plan' ? told.includes(id) : done !== '' }));
}

/** The names of what was done, also from rounds that ended. Rows that are gone have none. */
export function doneNames(
  { lists, rounds }: Pick<SessionState, 'lists' | 'rounds'>,
  entry: WatchEntry,
): readonly string[] {
  const rows = [lists, ...rounds].flatMap(named);
  return entry.done.flatMap((id) => rows.find((row) => row.id === id)?.name ?? []);
}

// ---------------------------------------------------------------- what got in the way

export const pickedBarriers = (barriers: readonly Barrier[], ids: readonly string[]): readonly Barrier[] =>
  barriers.filter(({ id }) => ids.includes(id));

// ---------------------------------------------------------------- saving

/** What the form begins with: empty, or what was saved on that day. */
export function lookBackFrom({ lists }: Pick<SessionState, 'lists'>, entry: WatchEntry | undefined): LookBack {
  if (!entry) return { marks: {}, barriers: [], adjust: '', helped: '', toWins: false, sleep: '', talk: '' };
  const { id: _id, on: _on, done: _done, ...answers } = entry;
  return { ...answers, marks: {}, toWins: rowWith(lists.wins, answers.helped, entry.on) !== undefined };
}

/** Whether an item of the plan is checked. */
export const isMarked = ({ marks }: LookBack, { id, isDone }: PlanItem): boolean => marks[id] ?? isDone;

interface TextRow {
  readonly id: string;
  readonly text: string;
  readonly on: string;
}
const rowWith = (rows: readonly TextRow[], text: string, day: string): TextRow | undefined =>
  text ? rows.find((row) => row.on === day && row.text === text) : undefined;

/** The row that stands for a text of the look back in another list is made, changes with it, and goes with it. */
const follow =
  (list: 'changes' | 'wins', day: string, before: string, after: string): Transition =>
  (state) => {
    if (before === after) return state;
    const row = rowWith(state.lists[list], before, day);
    if (row) return after ? editRow(list, row.id, { text: after })(state) : removeRow(list, row.id)(state);
    if (!after) return state;
    const fresh = { text: after, on: day };
    return list === 'wins' ? addRow('wins', fresh)(state) : addRow('changes', { ...fresh, kind: 'what' })(state);
  };

/**
 * Keeps a look back in the place of an earlier one of that day. What was done is marked in the plan as well, what
 * changes goes to the changes of the plan, and what helped to the small wins if the visitor wants it there.
 * @param day ISO 8601 date.
 */
export const saveLookBack =
  (lookBack: LookBack, day: string): Transition =>
  (state) => {
    const { marks: _marks, toWins, ...answers } = lookBack;
    const before = lookBackFrom(state, entryOn(state, day));
    const [adjust, helped] = [answers.adjust.trim(), answers.helped.trim()];
    const items = planItems(state, day);
    const done = items.filter((item) => isMarked(lookBack, item)).map(({ id }) => id);
    const steps: readonly Transition[] = [
      ...items.flatMap(({ id, list, isDone }) =>
        list === 'plan' || isDone === done.includes(id) ? [] : editRow(list, id, { done: isDone ? '' : day }),
      ),
      follow('changes', day, before.adjust, adjust),
      follow('wins', day, before.toWins ? before.helped : '', toWins ? helped : ''),
      addWatchEntry({ ...answers, adjust, helped, done, on: day }),
    ];
    return steps.reduce((session, step) => step(session), state);
  };
