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
  readonly plan: readonly PlanRow[];
  /** The row that was just removed and where it stood. */
  readonly removed?: { readonly row: PlanRow; readonly index: number };
  /** How many rows were ever made, for ids that are never used twice. */
  readonly rowsMade: number;
  readonly care: {
    readonly holding?: Holding;
    /** Id of a support card. */
    readonly feeling?: string;
    /** Ids of self-care items. */
    readonly picked: readonly string[];
    /** Day (ISO 8601) on which an item was last done. */
    readonly done: Readonly<Record<string, string>>;
  };
}

export const EMPTY_SESSION: SessionState = Object.freeze({
  reasons: [],
  strengths: [],
  board: {},
  note: '',
  wizard: { answers: {}, cards: [] },
  plan: [],
  rowsMade: 0,
  care: { picked: [], done: {} },
});
