/**
 * What may come back from a file the visitor saved: checked field by field, as files get old, are edited, or come from
 * somebody else. Loaded only when a file is opened.
 */
import * as z from 'zod/mini';
import { FILE_KIND, FILE_VERSION } from '../handoff/plan-file.js';
import type { Lists, Round, SessionState } from './state.js';
import { MAX_ROUNDS, MAX_ROWS, textLimit } from './transitions.js';

z.config({ jitless: true });

/** Cut to its limit, as if it had been typed. */
const text = (field: string) =>
  z.pipe(
    z.string(),
    z.transform((value: string) => value.slice(0, textLimit(field))),
  );
const date = z.union([z.literal(''), z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/))]);
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
    reviewOn: date,
    sign: text('sign'),
  }),
  steps: row({ from, what: text('what'), owner: maybeId, nickname: text('nickname'), due: date, done: date }),
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
    due: date,
    done: date,
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
  wins: row({ text: text('text'), on: date }),
  ready: row({ list: one('yes', 'talk'), label: text('label') }),
  changes: row({ kind: one('how', 'what', 'who'), text: text('text'), on: date }),
} as const satisfies Readonly<Record<keyof Lists, z.ZodMiniType>>;

const rows = <L extends keyof Lists>(list: L) => z.optional(z.array(ROWS[list]).check(z.maxLength(MAX_ROWS[list])));

const round = z.object({
  number: z.int().check(z.minimum(1), z.maximum(999)),
  endedOn: date,
  plan: rows('plan'),
  steps: rows('steps'),
  limits: rows('limits'),
  goals: rows('goals'),
  changes: rows('changes'),
});

const fileSchema = z.object({
  kind: z.literal(FILE_KIND),
  version: z.literal(FILE_VERSION),
  lists: z.object({
    plan: rows('plan'),
    steps: rows('steps'),
    limits: rows('limits'),
    goals: rows('goals'),
    people: rows('people'),
    team: rows('team'),
    tells: rows('tells'),
    sheets: rows('sheets'),
    moments: rows('moments'),
    wins: rows('wins'),
    ready: rows('ready'),
    changes: rows('changes'),
  }),
  ready: z.optional(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(200))),
  rounds: z.optional(z.array(round).check(z.maxLength(MAX_ROUNDS))),
});

/** What a file held. A part the file does not speak of is left out. */
export interface Saved {
  readonly lists: Partial<Lists>;
  readonly ready?: SessionState['ready'];
  readonly rounds?: readonly Round[];
}

export type Trouble = 'broken' | 'newer';

/** Reads the text of a saved file. Fields nobody knows are dropped; a row that is not whole makes the file broken. */
export function readSaved(json: string): Saved | Trouble {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return 'broken';
  }
  const { kind, version } = Object(data) as { kind?: unknown; version?: unknown };
  if (kind === FILE_KIND && typeof version === 'number' && version > FILE_VERSION) return 'newer';
  const result = fileSchema.safeParse(data);
  if (!result.success) return 'broken';
  const { lists, ready, rounds } = result.data;
  const ids = Object.values(lists).flatMap((list) => list.map(({ id }) => id));
  if (new Set(ids).size < ids.length) return 'broken'; // rows are told apart by their ids
  return {
    lists,
    ...(ready && { ready }),
    ...(rounds && { rounds: rounds.map((one) => ({ ...EMPTY_ROUND, ...one })) }),
  };
}

const EMPTY_ROUND = { plan: [], steps: [], limits: [], goals: [], changes: [] };
