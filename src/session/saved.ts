/**
 * What may come back from a file the visitor saved: checked field by field, as files get old, are edited, or come from
 * somebody else. Loaded only when a file is opened.
 */
import * as z from 'zod/mini';
import { FILE_KINDS, FILE_VERSION, type FileKind } from '../handoff/plan-file.js';
import type { Lists, Round } from './state.js';
import { clip } from './transition.js';
import { MAX_ROUNDS, MAX_ROWS, textLimit, type SavedPlan } from './transitions.js';

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

const planSchema = z.object({
  lists: z.object({
    plan: rows('plan'),
    steps: rows('steps'),
    limits: rows('limits'),
    goals: rows('goals'),
    people: rows('people'),
    team: rows('team'),
    tells: rows('tells'),
    ready: rows('ready'),
    changes: rows('changes'),
  }),
  ready: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200)), []),
  rounds: z._default(z.array(round).check(z.maxLength(MAX_ROUNDS)), []),
});

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

/** Rows are told apart by their ids. */
function hasOwnIds(lists: object): boolean {
  const ids = Object.values(lists).flatMap((rows) => (Array.isArray(rows) ? (rows as { id: string }[]) : []));
  return new Set(ids.map(({ id }) => id)).size === ids.length;
}
