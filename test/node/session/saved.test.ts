import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFile, sheetsFile } from '../../../src/handoff/plan-file.js';
import { readPlanFile, readSheets } from '../../../src/handoff/read-plan-file.js';
import { readSavedPlan } from '../../../src/session/saved.js';
import { EMPTY_SESSION, type Lists, type SessionState } from '../../../src/session/state.js';
import {
  addRow,
  addWatchEntry,
  canTakeBack,
  MAX_ROWS,
  nextRound,
  PLAN_LISTS,
  planLists,
  removeRow,
  restoreRow,
  setFeeling,
  setHolding,
  setNote,
  takeBack,
  textLimit,
  tickReady,
  tickReason,
  type Transition,
} from '../../../src/session/transitions.js';

const after = (...steps: readonly Transition[]): SessionState =>
  steps.reduce((state, step) => step(state), EMPTY_SESSION);

const ROWS: { readonly [L in keyof Lists]: Omit<Lists[L][number], 'id'> } = {
  plan: {
    plan: 'B',
    from: 'walks_out',
    trigger: 'They leave',
    response: 'Wait',
    then: '',
    owner: 'contact_person',
    nickname: 'Jo',
    reviewOn: '2026-12-01',
    sign: 'Calm',
  },
  steps: { what: 'Call', owner: '', nickname: '', due: '2026-12-01', done: '' },
  limits: { willNot: 'I will not give cash.', will: 'I will drive.', safe: 'unsure', verdict: '' },
  goals: {
    owner: 'shared',
    goal: 'Walk',
    measure: 'Two walks',
    achievable: '',
    relevant: '',
    due: '2026-12-01',
    done: '2026-11-25',
  },
  people: { name: 'Jo', closeness: 'close', calm: 'yes', safe: 'no', place: 'outside' },
  team: { role: 'prescriber', name: 'Clinic', status: 'to_call' },
  tells: { who: 'Jo', whom: 'Al', what: 'News', when: 'Sunday' },
  sheets: { name: 'Jo', friend: 'Love', lens_timing: 'Late' },
  moments: { said: 'Please', did: 'Left' },
  wins: { text: 'We laughed', on: '2026-11-25' },
  ready: { list: 'yes', label: 'A bag' },
  changes: { kind: 'who', text: 'Al comes', on: '2026-11-25' },
};
const FULL = after(
  ...(Object.keys(ROWS) as (keyof Lists)[]).map((list) => addRow(list, ROWS[list] as never)),
  tickReady('naloxone_home', true),
  tickReady('row_11', true),
  nextRound('2026-11-25'),
  tickReason('too_long', true),
  setNote('Secret note'),
  setHolding(1),
  setFeeling('feel_fear'),
);
const file = (text: string) => new Blob([text]);
const saved = (more: object = {}) =>
  JSON.stringify({ ...(JSON.parse(planFile(FULL, '2026-11-25')) as object), ...more });

/** The session after a file was opened in it. */
async function opened(text: string, present = EMPTY_SESSION): Promise<SessionState> {
  const result = await readPlanFile(file(text));
  if ('trouble' in result) throw new Error(result.trouble);
  return result.open(present);
}
/** Rows without their ids. */
const words = (lists: object) =>
  Object.values(lists).flatMap((rows) =>
    Array.isArray(rows) ? (rows as object[]).map((row) => ({ ...row, id: '' })) : [],
  );
const idsOf = ({ lists }: Pick<SessionState, 'lists'>) =>
  Object.values(lists).flatMap((rows) => (rows as readonly { id: string }[]).map(({ id }) => id));

describe('a saved plan', () => {
  it('comes back whole', async () => {
    const { lists, ready, rounds } = await opened(planFile(FULL, '2026-11-25'));
    expect(words(planLists(lists))).toEqual(words(planLists(FULL.lists)));
    expect(lists.ready.map(({ label }) => label)).toEqual(['A bag']);
    expect(ready).toEqual(['naloxone_home', lists.ready[0]?.id]);
    expect(rounds.map(({ number, endedOn }) => [number, endedOn])).toEqual([[1, '2026-11-25']]);
    expect(rounds.flatMap(words)).toEqual(FULL.rounds.flatMap(words));
    expect(rounds[0]?.plan[0]?.id).toBe(lists.plan[0]?.id); // a row that goes on is the same row
  });

  it('holds the plan and nothing else: no reasons, feelings, notes, answers, sheets or wins', () => {
    const text = planFile(FULL, '2026-11-25');
    const data = JSON.parse(text) as { lists: object };
    expect(Object.keys(data)).toEqual(['kind', 'version', 'savedOn', 'lists', 'ready', 'rounds']);
    expect(Object.keys(data.lists)).toEqual([...PLAN_LISTS]);
    expect(text).not.toMatch(/Secret note|too_long|feel_fear|holding|Please|We laughed|lens_timing/);
    expect(text).not.toMatch(/intervention|drug|alcohol/i);
  });

  it('takes the place of the present plan and of nothing else', async () => {
    const present = after(addRow('wins', ROWS.wins), addRow('steps', ROWS.steps), setNote('Mine'));
    const { lists, note } = await opened(planFile(FULL, '2026-11-25'), present);
    expect(lists.wins).toEqual(present.lists.wins);
    expect(words({ steps: lists.steps })).toEqual(words({ steps: FULL.lists.steps }));
    expect(note).toBe('Mine');
  });

  it('gets ids of its own, so that it can be saved again, and no look back takes its rows for others', async () => {
    const entry = {
      on: '2026-11-20',
      done: ['row_1'],
      barriers: [],
      adjust: '',
      helped: '',
      sleep: '',
      talk: '',
    } as const;
    const present = after(addRow('steps', ROWS.steps), addRow('sheets', ROWS.sheets), addWatchEntry(entry));
    const state = await opened(planFile(FULL, '2026-11-25'), present);
    const ids = idsOf(state);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsOf({ lists: { ...state.lists, sheets: [] } })).not.toContain('row_1');
    const again = addRow('goals', ROWS.goals)(state);
    expect(new Set(idsOf(again)).size).toBe(ids.length + 1);
    expect(await readPlanFile(file(planFile(again, '2026-11-25')))).toHaveProperty('open');
  });

  it('takes ids of any height, and goes on from its own', async () => {
    const state = await opened(
      saved({ lists: { goals: [{ ...ROWS.goals, id: 'row_999999' }] }, ready: [], rounds: [] }),
    );
    expect(state.lists.goals[0]?.id).toBe('row_1');
    expect(addRow('goals', ROWS.goals)(state).lists.goals[1]?.id).toBe('row_2');
  });

  it('is the same on pages where an old library writes lists its own way', async () => {
    const text = planFile(FULL, '2026-11-25');
    Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: () => 'broken' });
    try {
      expect(planFile(FULL, '2026-11-25')).toBe(text);
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
    expect(await readPlanFile(file(text))).toHaveProperty('open');
  });

  it.each([
    ['no JSON', 'hello'],
    ['another JSON', '{"a":1}'],
    ['nothing', ''],
    ['null', 'null'],
    ['a list', '[]'],
    ['rows that are no rows', saved({ lists: { plan: [1] } })],
    ['a row without its fields', saved({ lists: { plan: [{ id: 'row_1' }] } })],
    ['a value that is not allowed', saved({ lists: { people: [{ ...ROWS.people, id: 'row_1', safe: 'maybe' }] } })],
    ['a date that is none', saved({ lists: { changes: [{ ...ROWS.changes, id: 'row_1', on: 'tomorrow' }] } })],
    ['a day that there is not', saved({ lists: { steps: [{ ...ROWS.steps, id: 'row_1', due: '2026-02-30' }] } })],
    ['no day where there must be one', saved({ lists: { changes: [{ ...ROWS.changes, id: 'row_1', on: '' }] } })],
    ['a round that never ended', saved({ rounds: [{ number: 1, endedOn: '' }] })],
    ['an id that is none', saved({ lists: { goals: [{ ...ROWS.goals, id: '<b>' }] } })],
    ['a file of sheets', sheetsFile(FULL.lists, '2026-11-25')],
    [
      'two rows with one id',
      saved({ lists: { goals: [{ ...ROWS.goals, id: 'row_1' }], steps: [{ ...ROWS.steps, id: 'row_1' }] } }),
    ],
    [
      'more rows than a list holds',
      saved({
        lists: { plan: Array.from({ length: MAX_ROWS.plan + 1 }, (_, i) => ({ ...ROWS.plan, id: `row_${i}` })) },
      }),
    ],
    ['a file that is far too large', saved({ more: 'x'.repeat(1_000_001) })],
  ])('is called broken when it is %s', async (_, text) => {
    expect(await readPlanFile(file(text))).toEqual({ trouble: 'broken' });
  });

  it('of a newer kit is said to be newer', async () => {
    expect(await readPlanFile(file(saved({ version: 2 })))).toEqual({ trouble: 'newer' });
  });

  it('loses fields nobody knows, and texts are cut to their limit', () => {
    const text = `${'x'.repeat(textLimit('text') - 1)}\u{1F33F}`;
    const row = { ...ROWS.changes, id: 'row_1', text, extra: 'y', __proto__: { z: 1 } };
    const result = readSavedPlan(saved({ lists: { changes: [row] } }));
    const [change] = typeof result === 'string' ? [] : result.lists.changes;
    expect(Object.keys(change ?? {}).sort()).toEqual(['id', 'kind', 'on', 'text']);
    expect(change?.text).toBe('x'.repeat(textLimit('text') - 1)); // never half a character
  });

  it('is read, or refused, whatever stands in it; nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => saved({ lists: JSON.parse(json) as unknown })),
        ),
        (text) => {
          const result = readSavedPlan(text);
          expect(typeof result === 'string' || typeof result.lists === 'object').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('saved sheets', () => {
  const text = sheetsFile(FULL.lists, '2026-11-25');

  it('hold what participants saw and nothing of the plan', () => {
    expect(text).toContain('Late');
    expect(text).not.toMatch(/They leave|give cash/);
  });

  const none = { sheets: [], moments: [] };

  it('are added once, and so are moments', async () => {
    const { sheets, moments } = FULL.lists;
    expect(await readSheets(file(text), none)).toEqual({ sheets, moments });
    expect(await readSheets(file(text), { sheets, moments: [] })).toEqual({ sheets: [], moments });
    expect(await readSheets(file(text), FULL.lists)).toEqual(none);
  });

  it('are not looked for in other files', async () => {
    expect(await readSheets(file('nonsense'), none)).toBe('broken');
    expect(await readSheets(file(saved()), none)).toBe('broken');
  });
});

describe('a step that replaced much of the plan', () => {
  const before = after(addRow('limits', ROWS.limits), addRow('goals', { ...ROWS.goals, done: '' }));
  const ended = nextRound('2026-11-25')(before);
  const step = { before, after: ended };

  it('can be taken back', () => {
    expect(canTakeBack(ended, step)).toBe(true);
    const { lists, rounds } = takeBack(step)(ended);
    expect({ lists, rounds }).toEqual({ lists: before.lists, rounds: [] });
  });

  it('leaves what was written beside the plan', () => {
    const state = takeBack(step)(setNote('New')(addRow('wins', ROWS.wins)(ended)));
    expect(state.rounds).toEqual([]);
    expect(state.lists.wins).toHaveLength(1);
    expect(state.note).toBe('New');
  });

  it.each<[string, Transition]>([
    ['a row more', addRow('limits', ROWS.limits)],
    ['a row less', removeRow('limits', 'row_1')],
    ['a tick', tickReady('naloxone_home', true)],
    ['one more round', nextRound('2026-11-26')],
  ])('can not be taken back once there is %s', (_, change) => {
    const now = change(ended);
    expect(canTakeBack(now, step)).toBe(false);
    expect(takeBack(step)(now)).toBe(now);
  });

  it('leaves no row to bring back twice', () => {
    const removed = removeRow('wins', 'row_3')(addRow('wins', ROWS.wins)(ended));
    expect(restoreRow(takeBack(step)(removed)).lists.wins).toEqual([]);
    const both = { ...ended, removed: { list: 'limits', row: ended.lists.limits[0], index: 0 } } as SessionState;
    expect(restoreRow(both).lists.limits).toEqual(ended.lists.limits);
  });
});
