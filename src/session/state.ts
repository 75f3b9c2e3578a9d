import type { BoardColumn } from '../content/schema.js';

/** How the visitor says they are holding up; unscored, 1 (not okay) to 4 (okay). */
export type Holding = 1 | 2 | 3 | 4;

/** The way through the wizard. The answer to the danger gate is never part of it. */
export interface WizardState {
  /** Ids of the options picked for each question; an empty list is a skipped question. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** The question shown; `end` for the result; nothing before the first one. */
  readonly cursor?: string;
  /** Whether the visitor came from the result to change one answer, and goes back there after it. */
  readonly changing?: boolean;
  /** Ids of safety cards that answers have added. Cards are added, never taken away. */
  readonly cards: readonly string[];
  /** Ids of the next steps last shown; the planner suggests by them. */
  readonly outcomes?: readonly string[];
  /** Id of the way to ask that the visitor chose. */
  readonly format?: string;
}

/** One row of the plan for setbacks. All texts are the visitor's, even when they began as ours. */
export interface PlanRow {
  readonly id: string;
  readonly plan: 'A' | 'B' | 'C' | 'D';
  /** The contingency it was copied from. */
  readonly from?: string;
  readonly trigger: string;
  readonly response: string;
  readonly then: string;
  /** Id of a role; empty when nobody has it yet. */
  readonly owner: string;
  /** A nickname or initial, for this device only. */
  readonly nickname: string;
  /** ISO 8601 date, or empty. */
  readonly reviewOn: string;
  /** How the family will know that it helps. */
  readonly sign: string;
}

/** One thing to do, with who and by when. */
export interface StepRow {
  readonly id: string;
  readonly from?: string;
  readonly what: string;
  readonly owner: string;
  readonly nickname: string;
  /** ISO 8601 date, or empty. */
  readonly due: string;
  /** ISO 8601 date on which it was done, or empty. */
  readonly done: string;
}

/** Answers that may stay open. */
export type YesNo = 'yes' | 'no' | 'unsure' | '';

/** A limit in two halves: what the visitor won't do, and what they will. */
export interface LimitRow {
  readonly id: string;
  readonly from?: string;
  readonly willNot: string;
  readonly will: string;
  /** Whether it is safe to say and to keep. */
  readonly safe: YesNo;
  /** What became of it when the family looked at it again. */
  readonly verdict: 'keep' | 'soften' | 'drop' | 'risky' | '';
}

/** A goal of the visitor's own, or one they share. Never one for somebody else. */
export interface GoalRow {
  readonly id: string;
  readonly from?: string;
  readonly owner: 'me' | 'shared';
  /** Specific: what will be done. */
  readonly goal: string;
  /** How to tell that it was reached. */
  readonly measure: string;
  /** Why it can be done: the first small step. */
  readonly achievable: string;
  /** Why it matters. */
  readonly relevant: string;
  /** ISO 8601 date, or empty. */
  readonly due: string;
  /** ISO 8601 date on which it was reached, or empty. */
  readonly done: string;
}

/** Where somebody takes part next time. */
export type PersonPlace = 'room' | 'outside' | 'out';

/** Somebody who could take part, by a nickname. */
export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly closeness: 'close' | 'some' | 'far' | '';
  readonly calm: YesNo;
  readonly safe: YesNo;
  /** The visitor's own choice; empty to go by the three answers. */
  readonly place: PersonPlace | '';
}

/** A helper on the care team. */
export interface TeamRow {
  readonly id: string;
  /** Id of a care role; empty for one of the visitor's own. */
  readonly role: string;
  /** Who or where, in the visitor's words. */
  readonly name: string;
  readonly status: 'to_call' | 'called' | 'helps' | '';
}

/** Who tells whom, what, and when. */
export interface TellRow {
  readonly id: string;
  readonly who: string;
  readonly whom: string;
  readonly what: string;
  readonly when: string;
}

/** What one participant saw: a name, an answer for each lens (by its id), and what a friend would have seen. */
export interface SheetRow {
  readonly id: string;
  readonly name: string;
  readonly friend: string;
  readonly [lens: string]: string;
}

/** What was said, and what they did. */
export interface MomentRow {
  readonly id: string;
  readonly said: string;
  readonly did: string;
}

/** Something small that went well. */
export interface WinRow {
  readonly id: string;
  readonly text: string;
  /** ISO 8601 date. */
  readonly on: string;
}

/** A line of the visitor's own on a list to have ready. */
export interface ReadyRow {
  readonly id: string;
  readonly list: 'yes' | 'talk';
  readonly label: string;
}

/** What changed in the plan, and of which kind: how it is done, what is done, or who does it. */
export interface ChangeRow {
  readonly id: string;
  readonly kind: 'how' | 'what' | 'who';
  readonly text: string;
  /** ISO 8601 date. */
  readonly on: string;
}

/** Everything the visitor keeps as a list of rows. */
export interface Lists {
  readonly plan: readonly PlanRow[];
  readonly steps: readonly StepRow[];
  readonly limits: readonly LimitRow[];
  readonly goals: readonly GoalRow[];
  readonly people: readonly PersonRow[];
  readonly team: readonly TeamRow[];
  readonly tells: readonly TellRow[];
  readonly sheets: readonly SheetRow[];
  readonly moments: readonly MomentRow[];
  readonly wins: readonly WinRow[];
  readonly ready: readonly ReadyRow[];
  readonly changes: readonly ChangeRow[];
}
export type ListName = keyof Lists;
export type RowOf<L extends ListName> = Lists[L][number];

/** An earlier round of the plan, as it stood when the next one began. */
export interface Round extends Pick<Lists, 'plan' | 'steps' | 'limits' | 'goals' | 'changes'> {
  /** Counts from 1. */
  readonly number: number;
  /** ISO 8601 date on which it ended. */
  readonly endedOn: string;
}

/** One look back at how it is going. */
export interface WatchEntry {
  readonly id: string;
  /** ISO 8601 date. */
  readonly on: string;
  /** Ids of rows of the plan that were done. */
  readonly done: readonly string[];
  /** Ids of barriers. */
  readonly barriers: readonly string[];
  /** What the family will change. */
  readonly adjust: string;
  /** What helped. */
  readonly helped: string;
  readonly me?: Holding;
  readonly sleep: YesNo;
  readonly talk: YesNo;
}

/** What one visitor ticked, chose and wrote. Plain data, replaced and never changed. */
export interface SessionState {
  /** Region the visitor picked by hand, empty for "somewhere else"; it beats the page's setting. */
  readonly region?: string;
  /** Ids of ticked reasons, in the order they were ticked. */
  readonly reasons: readonly string[];
  /** Ids of ticked strengths. */
  readonly strengths: readonly string[];
  /** Columns of board cards the visitor moved. */
  readonly board: Readonly<Record<string, BoardColumn>>;
  /** The visitor's own words on what they learned. */
  readonly note: string;
  readonly wizard: WizardState;
  readonly lists: Lists;
  /** The row that was just removed and where it stood. */
  readonly removed?: Removed;
  /** How many rows were ever made, for ids that are never used twice. */
  readonly rowsMade: number;
  /** Ids of ticked lines of the lists to have ready. */
  readonly ready: readonly string[];
  /** Earlier rounds of the plan, the oldest first. */
  readonly rounds: readonly Round[];
  readonly watch: {
    /** How often the visitor wants to look back. */
    readonly every: 'week' | 'month';
    /** The oldest first. */
    readonly entries: readonly WatchEntry[];
  };
  readonly learn: {
    /** Ids of phrases on the visitor's cue cards. */
    readonly cards: readonly string[];
  };
  readonly care: {
    readonly holding?: Holding;
    /** Id of a support card. */
    readonly feeling?: string;
    /** Ids of self-care items. */
    readonly picked: readonly string[];
    /** Day (ISO 8601) on which an item was last done. */
    readonly done: Readonly<Record<string, string>>;
    /** Words of the visitor's own that nobody else reads. */
    readonly note: string;
  };
}

/** A row that was taken out of its list. */
export type Removed = {
  readonly [L in ListName]: { readonly list: L; readonly row: RowOf<L>; readonly index: number };
}[ListName];

const EMPTY_LISTS: Lists = Object.freeze({
  plan: [],
  steps: [],
  limits: [],
  goals: [],
  people: [],
  team: [],
  tells: [],
  sheets: [],
  moments: [],
  wins: [],
  ready: [],
  changes: [],
});

export const EMPTY_SESSION: SessionState = Object.freeze<SessionState>({
  reasons: [],
  strengths: [],
  board: {},
  note: '',
  wizard: { answers: {}, cards: [] },
  lists: EMPTY_LISTS,
  rowsMade: 0,
  ready: [],
  rounds: [],
  watch: { every: 'week', entries: [] },
  learn: { cards: [] },
  care: { picked: [], done: {}, note: '' },
});
