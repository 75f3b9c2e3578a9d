import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planFile, sheetsFile } from '../../../src/handoff/plan-file.js';
import { readPlanFile, readSheets } from '../../../src/handoff/read-plan-file.js';
import { readSaved } from '../../../src/session/saved.js';
import { EMPTY_SESSION, type Lists, type SessionState } from '../../../src/session/state.js';
import {
  addRow,
  MAX_ROWS,
  nextRound,
  setFeeling,
  setHolding,
  setNote,
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
  nextRound('2026-11-25'),
  tickReason('too_long', true),
  setNote('Secret note'),
  setHolding(1),
  setFeeling('feel_fear'),
);
const file = (text: string) => new Blob([text]);
const saved = (more: object = {}) =>
  JSON.stringify({ ...(JSON.parse(planFile(FULL, '2026-11-25')) as object), ...more });

describe('a saved plan', () => {
  it('comes back whole', async () => {
    const result = await readPlanFile(file(planFile(FULL, '2026-11-25')));
    const opened = 'open' in result ? result.open(EMPTY_SESSION) : undefined;
    expect(opened?.lists).toEqual(FULL.lists);
    expect(opened?.ready).toEqual(FULL.ready);
    expect(opened?.rounds).toEqual(FULL.rounds);
  });

  it('holds the plan and nothing else: no reasons, feelings, notes or answers', () => {
    const text = planFile(FULL, '2026-11-25');
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['kind', 'version', 'savedOn', 'lists', 'ready', 'rounds']);
    expect(text).not.toMatch(/Secret note|too_long|feel_fear|holding/);
    expect(text).not.toMatch(/intervention|drug|alcohol/i);
  });

  it('takes the place of the present plan, and new rows get ids that neither has', () => {
    const result = readSaved(planFile(FULL, '2026-11-25'));
    expect(typeof result).toBe('object');
    const present = after(...Array.from({ length: 3 }, () => addRow('wins', ROWS.wins)), setNote('Mine'));
    const [open] = [result].flatMap((one) => (typeof one === 'string' ? [] : [one]));
    expect(open?.lists.wins).toEqual(FULL.lists.wins);
    expect(present.note).toBe('Mine');
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
    ['a date that is none', saved({ lists: { wins: [{ ...ROWS.wins, id: 'row_1', on: 'tomorrow' }] } })],
    ['an id that is none', saved({ lists: { wins: [{ ...ROWS.wins, id: '<b>' }] } })],
    [
      'two rows with one id',
      saved({ lists: { wins: [{ ...ROWS.wins, id: 'row_1' }], moments: [{ ...ROWS.moments, id: 'row_1' }] } }),
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
    const row = { ...ROWS.wins, id: 'row_1', text: 'x'.repeat(9999), extra: 'y', __proto__: { z: 1 } };
    const result = readSaved(saved({ lists: { wins: [row] } }));
    const [win] = typeof result === 'string' ? [] : (result.lists.wins ?? []);
    expect(Object.keys(win ?? {}).sort()).toEqual(['id', 'on', 'text']);
    expect(win?.text).toHaveLength(textLimit('text'));
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
          const result = readSaved(text);
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

  it('are added once', async () => {
    expect(await readSheets(file(text), [])).toEqual(FULL.lists.sheets);
    expect(await readSheets(file(text), FULL.lists.sheets)).toEqual([]);
    expect(await readSheets(file('nonsense'), [])).toBe('broken');
  });

  it('in a file that has none are none', async () => {
    expect(await readSheets(file(saved({ lists: {} })), [])).toEqual([]);
  });
});
