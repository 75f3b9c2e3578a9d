import { json } from '../session/json.js';
import { planLists, type SavedPlan } from '../session/rounds.js';
import type { Lists } from '../session/state.js';

/** Neutral, as they stand among other files. */
export const PLAN_FILE_NAME = 'notes.json';
export const SHEETS_FILE_NAME = 'sheets.json';

/** Says what is in a file, so that another one is not taken for it. */
export const FILE_KINDS = { plan: 'family-notes', sheets: 'family-sheets' } as const;
export type FileKind = keyof typeof FILE_KINDS;
/** Raised when an older kit could no longer read the file. */
export const FILE_VERSION = 1;

const file = (kind: FileKind, savedOn: string, data: object): string =>
  `${json({ kind: FILE_KINDS[kind], version: FILE_VERSION, savedOn, ...data })}\n`;

/**
 * The plan as a file: what the family decided, and no feelings, reasons, answers or sheets.
 * @param savedOn ISO 8601 date.
 */
export const planFile = ({ lists, ready, rounds }: SavedPlan, savedOn: string): string =>
  file('plan', savedOn, { lists: planLists(lists), ready, rounds });

/** The sheets of participants and the moments as a file, for another device. */
export const sheetsFile = ({ sheets, moments }: Pick<Lists, 'sheets' | 'moments'>, savedOn: string): string =>
  file('sheets', savedOn, { lists: { sheets, moments } });
