import type { Lists, SessionState } from '../session/state.js';

/** Neutral, as it stands among other files. */
export const PLAN_FILE_NAME = 'notes.json';
export const SHEETS_FILE_NAME = 'notes.json';

/** Says what kind of file it is, so that another one is not taken for it. */
export const FILE_KIND = 'family-notes';
/** Raised when an older kit could no longer read the file. */
export const FILE_VERSION = 1;

type PlanParts = Pick<SessionState, 'lists' | 'ready' | 'rounds'>;

const file = (data: object, savedOn: string): string =>
  `${JSON.stringify({ kind: FILE_KIND, version: FILE_VERSION, savedOn, ...data }, null, 2)}\n`;

/**
 * The plan as a file: what the family wrote, and no feelings, reasons or answers.
 * @param savedOn ISO 8601 date.
 */
export const planFile = ({ lists, ready, rounds }: PlanParts, savedOn: string): string =>
  file({ lists, ready, rounds }, savedOn);

/** The sheets of participants as a file, for another device. */
export const sheetsFile = ({ sheets, moments }: Pick<Lists, 'sheets' | 'moments'>, savedOn: string): string =>
  file({ lists: { sheets, moments } }, savedOn);
