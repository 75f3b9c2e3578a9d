/**
 * What may come back from a file or from notes the visitor saved: checked field by field, as they get old, are edited,
 * or come from somebody else. Loaded only when something is opened.
 */
import * as z from 'zod/mini';
import { FILE_KINDS, FILE_VERSION, type FileKind } from '../handoff/plan-file.js';
import { NOTES_VERSION } from './notes.js';
import type { Lists, Round, SessionState } from './state.js';
import { clip } from './transition.js';
import { MAX_NOTE, MAX_ROUNDS, MAX_ROWS, MAX_WATCH_ENTRIES, textLimit, type SavedPlan } from './transitions.js';

z.config({ jitless: true });

/** Cut to its limit, as if it had been typed. */
const text = (field: string) =>
  z.pipe(
    z.string(),
    z.transform((value: string) => clip(value, textLimit(field))),
  );
/** ISO 8601 date of a day that there is. */
const day = z.iso.date();
const maybeDay = z.union([z.literal(''), day]);
const one = <T extends readonly string[]>(...values: T) => z.enum(values);
const entryId = z.string().check(z.regex(/^[a-z0-9_]{3,40}$/));
const maybeId = z.union([z.literal(''), entryId]);
const rowId = z.string().check(z.regex(/^row_\d{1,6}$/));
const yesNo = one('yes', 'no', 'unsure', '');
const from = z.optional(entryId);

const row = <S extends Readonly<Record<string, z.ZodMiniType>>>(shape: S) => z.object({ id: rowId, ...shape });

const ROWS = {
  plan: row({
    plan: one('A', 'B', 'C', 'D'),
    from,
    trigger: text('trigger'),
    response: text('response'),
    then: text('then'),
    owner: maybeId,
    nickname: text('nickname'),
    reviewOn: maybeDay,
    sign: text('sign'),
  }),
  steps: row({ from, what: text('what'), owner: maybeId, nickname: text('nickname'), due: maybeDay, done: maybeDay }),
  limits: row({
    from,
    willNot: text('willNot'),
    will: text('will'),
    safe: yesNo,
    verdict: one('keep', 'soften', 'drop', 'risky', ''),
  }),
  goals: row({
    from,
    owner: one('me', 'shared'),
    goal: text('goal'),
    measure: text('measure'),
    achievable: text('achievable'),
    relevant: text('relevant'),
    due: maybeDay,
    done: maybeDay,
  }),
  people: row({
    name: text('name'),
    closeness: one('close', 'some', 'far', ''),
    calm: yesNo,
    safe: yesNo,
    place: one('room', 'outside', 'out', ''),
  }),
  team: row({ role: maybeId, name: text('name'), status: one('to_call', 'called', 'helps', '') }),
  tells: row({ who: text('who'), whom: text('whom'), what: text('what'), when: text('when') }),
  sheets: z.catchall(row({ name: text('name'), friend: text('friend') }), text('sheet')),
  moments: row({ said: text('said'), did: text('did') }),
  wins: row({ text: text('text'), on: day }),
  ready: row({ list: one('yes', 'talk'), label: text('label') }),
  changes: row({ kind: one('how', 'what', 'who'), text: text('text'), on: day }),
} as const satisfies Readonly<Record<keyof Lists, z.ZodMiniType>>;

const rows = <L extends keyof Lists>(list: L) => z._default(z.array(ROWS[list]).check(z.maxLength(MAX_ROWS[list])), []);

const round = z.object({
  number: z.int().check(z.minimum(1), z.maximum(999)),
  endedOn: day,
  plan: rows('plan'),
  steps: rows('steps'),
  limits: rows('limits'),
  goals: rows('goals'),
  changes: rows('changes'),
});

const PLAN_ROWS = {
  plan: rows('plan'),
  steps: rows('steps'),
  limits: rows('limits'),
  goals: rows('goals'),
  people: rows('people'),
  team: rows('team'),
  tells: rows('tells'),
  ready: rows('ready'),
  changes: rows('changes'),
};
const anyIds = z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)), []);
const rounds = z._default(z.array(round).check(z.maxLength(MAX_ROUNDS)), []);

const planSchema = z.object({ lists: z.object(PLAN_ROWS), ready: anyIds, rounds });

const sheetsSchema = z.object({ lists: z.object({ sheets: rows('sheets'), moments: rows('moments') }) });

export type SavedSheets = Pick<Lists, 'sheets' | 'moments'>;

/** Why a file can't be read: it is not one of the kit's, or of a newer kit. */
export type Trouble = 'broken' | 'newer';

/** Reads the text of a saved plan. Fields nobody knows are dropped; a row that is not whole makes the file broken. */
export function readSavedPlan(json: string): SavedPlan | Trouble {
  const data = readFile(json, 'plan', planSchema);
  if (typeof data === 'string') return data;
  const rounds: readonly Round[] = data.rounds;
  return [data.lists, ...rounds].every(hasOwnIds) ? { ...data, rounds } : 'broken';
}

/** Reads the text of saved sheets. */
export function readSavedSheets(json: string): SavedSheets | Trouble {
  const data = readFile(json, 'sheets', sheetsSchema);
  if (typeof data === 'string') return data;
  return hasOwnIds(data.lists) ? data.lists : 'broken';
}

function readFile<S extends z.ZodMiniType>(json: string, kind: FileKind, schema: S): z.output<S> | Trouble {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return 'broken';
  }
  const about = Object(data) as { kind?: unknown; version?: unknown };
  if (about.kind !== FILE_KINDS[kind] || typeof about.version !== 'number') return 'broken';
  if (about.version > FILE_VERSION) return 'newer';
  const result = schema.safeParse(data);
  return result.success ? result.data : 'broken';
}

// ---------------------------------------------------------------- notes

const someIds = z.array(entryId).check(z.maxLength(2000));
const ids = z._default(someIds, []);
const note = z._default(
  z.pipe(
    z.string(),
    z.transform((value: string) => clip(value, MAX_NOTE)),
  ),
  '',
);
const holding = z.optional(z.literal([1, 2, 3, 4]));
const optionIds = z.array(z.string().check(z.regex(/^[a-z0-9_]{1,40}$/))).check(z.maxLength(20));

const watchEntry = z.object({
  id: rowId,
  on: day,
  done: anyIds,
  barriers: ids,
  adjust: note,
  helped: note,
  me: holding,
  sleep: yesNo,
  talk: yesNo,
});

const stateSchema = z.object({
  region: z.optional(z.union([z.literal(''), z.string().check(z.regex(/^[A-Z]{2}$/))])),
  reasons: ids,
  strengths: ids,
  board: z._default(z.record(entryId, one('keep', 'change', 'stop')), {}),
  note,
  wizard: z.object({
    answers: z._default(z.record(entryId, optionIds), {}),
    cursor: z.optional(entryId),
    changing: z.optional(z.boolean()),
    cards: ids,
    outcomes: z.optional(someIds), // none shown is something else than not yet shown
    format: z.optional(entryId),
  }),
  lists: z.object({ ...PLAN_ROWS, sheets: rows('sheets'), moments: rows('moments'), wins: rows('wins') }),
  rowsMade: z.int().check(z.minimum(0), z.maximum(999_999)),
  ready: anyIds,
  rounds,
  watch: z.object({
    every: one('week', 'month'),
    entries: z._default(z.array(watchEntry).check(z.maxLength(MAX_WATCH_ENTRIES)), []),
  }),
  learn: z.object({ cards: ids }),
  care: z.object({
    holding,
    feeling: z.optional(entryId),
    picked: ids,
    done: z._default(z.record(entryId, day), {}),
    note,
  }),
});

/** Brings notes of one version to the next. */
type Migration = (state: unknown) => unknown;
/** The step at place 0 makes version 2 of version 1, and so on. There is one version so far. */
const MIGRATIONS: readonly Migration[] = [];

/** Brings a state from an older version to the newest, one step a version. Nothing when a step breaks. */
export function migrate(state: unknown, version: number, to: number, steps: readonly Migration[]): unknown {
  try {
    return steps.slice(version - 1, to - 1).reduce((older, step) => step(older), state);
  } catch {
    return undefined;
  }
}

/** Reads the state that was saved on the device. Fields nobody knows are dropped; what is not whole is not read. */
export function readNotes(saved: unknown, version: number): SessionState | undefined {
  const result = stateSchema.safeParse(migrate(saved, version, NOTES_VERSION, MIGRATIONS));
  if (!result.success) return undefined;
  const state = result.data as SessionState;
  return [state.lists, ...state.rounds].every(hasOwnIds) ? state : undefined;
}

/** Rows are told apart by their ids. */
function hasOwnIds(lists: object): boolean {
  const ids = Object.values(lists).flatMap((rows) => (Array.isArray(rows) ? (rows as { id: string }[]) : []));
  return new Set(ids.map(({ id }) => id)).size === ids.length;
}
