/** What comes back from the device: a session as it was left, or nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/guidance/wizard.js';
import { json } from '../../../src/session/json.js';
import { migrate, readNotes } from '../../../src/session/saved.js';
import { EMPTY_SESSION, type ListName, type SessionState, type WatchEntry } from '../../../src/session/state.js';
import {
  addRow,
  addWatchEntry,
  editRow,
  markDone,
  MAX_NOTE,
  MAX_ROWS,
  MAX_WATCH_ENTRIES,
  moveOnBoard,
  moveRow,
  nextRound,
  openPlan,
  pickCare,
  pickFormat,
  pickPhrase,
  planLists,
  reachOutcomes,
  removeRow,
  removeWatchEntry,
  restoreRow,
  restoreWatchEntry,
  setCareNote,
  setFeeling,
  setHolding,
  setNote,
  setRegion,
  setWatchEvery,
  tickReady,
  tickReason,
  tickStrength,
  type NewRow,
  type Transition,
} from '../../../src/session/transitions.js';
import { englishBundle } from '../helpers.js';

const { steps } = await englishBundle();

/** Saved and read, as on the next visit. `removed` is for this visit only. */
const again = (state: SessionState) => {
  const { removed: _undo, ...kept } = state;
  return readNotes(JSON.parse(json(kept)), 1);
};
const withoutRemoved = ({ removed: _undo, ...state }: SessionState) => state;

// ---------------------------------------------------------------- whatever a visitor does

const words = fc.string({ unit: 'binary', maxLength: 700 });
const day = fc.constantFrom('2026-11-25', '2026-12-31', '2028-02-29');
const maybeDay = fc.oneof(fc.constant(''), day);
const yesNo = fc.constantFrom('yes', 'no', 'unsure', '' as const);
const role = fc.constantFrom('', 'contact_person');
const id = fc.constantFrom('too_long', 'walks_out', 'feel_fear', 'abc');
const rowId = fc.integer({ min: 1, max: 8 }).map((number) => `row_${number}`);

const NEW_ROWS: { readonly [L in ListName]: fc.Arbitrary<NewRow<L>> } = {
  plan: fc.record(
    {
      plan: fc.constantFrom('A', 'B', 'C', 'D'),
      from: id,
      trigger: words,
      response: words,
      then: words,
      owner: role,
      nickname: words,
      reviewOn: maybeDay,
      sign: words,
    },
    {
      requiredKeys: ['plan', 'trigger', 'response', 'then', 'owner', 'nickname', 'reviewOn', 'sign'],
    },
  ),
  steps: fc.record(
    { from: id, what: words, owner: role, nickname: words, due: maybeDay, done: maybeDay },
    { requiredKeys: ['what', 'owner', 'nickname', 'due', 'done'] },
  ),
  limits: fc.record(
    {
      from: id,
      willNot: words,
      will: words,
      safe: yesNo,
      verdict: fc.constantFrom('keep', 'soften', 'drop', 'risky', '' as const),
    },
    { requiredKeys: ['willNot', 'will', 'safe', 'verdict'] },
  ),
  goals: fc.record(
    {
      from: id,
      owner: fc.constantFrom('me', 'shared'),
      goal: words,
      measure: words,
      achievable: words,
      relevant: words,
      due: maybeDay,
      done: maybeDay,
    },
    { requiredKeys: ['owner', 'goal', 'measure', 'achievable', 'relevant', 'due', 'done'] },
  ),
  people: fc.record({
    name: words,
    closeness: fc.constantFrom('close', 'some', 'far', '' as const),
    calm: yesNo,
    safe: yesNo,
    place: fc.constantFrom('room', 'outside', 'out', '' as const),
  }),
  team: fc.record({
    role,
    name: words,
    status: fc.constantFrom('to_call', 'called', 'helps', '' as const),
  }),
  tells: fc.record({ who: words, whom: words, what: words, when: words }),
  sheets: fc.record({ name: words, friend: words, lens_timing: words, lens_place: words }),
  moments: fc.record({ said: words, did: words }),
  wins: fc.record({ text: words, on: day }),
  ready: fc.record({ list: fc.constantFrom('yes', 'talk'), label: words }),
  changes: fc.record({ kind: fc.constantFrom('how', 'what', 'who'), text: words, on: day }),
};
const LISTS = Object.keys(NEW_ROWS) as ListName[];

const entry: fc.Arbitrary<Omit<WatchEntry, 'id'>> = fc.record(
  {
    on: fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10)),
    done: fc.array(rowId, { maxLength: 4 }),
    barriers: fc.array(id, { maxLength: 4 }),
    adjust: words,
    helped: words,
    me: fc.constantFrom(1, 2, 3, 4),
    sleep: yesNo,
    talk: yesNo,
  },
  { requiredKeys: ['on', 'done', 'barriers', 'adjust', 'helped', 'sleep', 'talk'] },
);

/** Answers the question that stands at that place in the wizard, with one of its options or none. */
const answered =
  (place: number, option: number): Transition =>
  (state) => {
    const question = steps.questions[place % steps.questions.length];
    if (!question) return state;
    const picked = question.options[option % (question.options.length + 1)];
    return { ...state, wizard: answer(steps, state.wizard, question.id, picked ? [picked.id] : []) };
  };

const step: fc.Arbitrary<Transition> = fc.oneof(
  ...LISTS.map((list) => (NEW_ROWS[list] as fc.Arbitrary<never>).map((row) => addRow(list, row))),
  fc.tuple(fc.constantFrom(...LISTS), rowId).map(([list, row]) => removeRow(list, row)),
  fc.tuple(fc.constantFrom(...LISTS), rowId).map(([list, row]) => moveRow(list, row, 1)),
  fc.tuple(rowId, words).map(([row, text]) => editRow('wins', row, { text })),
  fc.constant(restoreRow),
  day.map(nextRound),
  fc.constant<Transition>((state) => openPlan({ ...state, lists: planLists(state.lists) })(state)),
  fc.tuple(id, fc.boolean()).map(([one, on]) => tickReason(one, on)),
  fc.tuple(id, fc.boolean()).map(([one, on]) => tickStrength(one, on)),
  fc.tuple(fc.oneof(id, rowId), fc.boolean()).map(([one, on]) => tickReady(one, on)),
  fc.tuple(id, fc.constantFrom('keep', 'change', 'stop')).map(([one, column]) => moveOnBoard(one, column)),
  words.map(setNote),
  fc.constantFrom('US', 'UK', '').map(setRegion),
  fc.tuple(fc.nat(30), fc.nat(8)).map(([place, option]) => answered(place, option)),
  fc.array(id, { maxLength: 3 }).map(reachOutcomes),
  fc.option(id, { nil: undefined }).map(pickFormat),
  entry.map(addWatchEntry),
  rowId.map(removeWatchEntry),
  fc.constantFrom('week', 'month').map(setWatchEvery),
  fc.tuple(id, fc.boolean()).map(([one, on]) => pickPhrase(one, on)),
  fc.constantFrom(1, 2, 3, 4).map(setHolding),
  fc.option(id, { nil: undefined }).map(setFeeling),
  fc.tuple(id, fc.boolean()).map(([one, on]) => pickCare(one, on)),
  fc.tuple(id, fc.option(day, { nil: undefined })).map(([one, on]) => markDone(one, on)),
  words.map(setCareNote),
);

// ---------------------------------------------------------------- a session with everything in it

const some = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed: 7 })[0] as T;
const FULL: SessionState = [
  ...LISTS.map((list) => addRow(list, some(NEW_ROWS[list]) as never)),
  nextRound('2026-11-25'),
  ...LISTS.map((list) => addRow(list, some(NEW_ROWS[list]) as never)),
  tickReason('too_long', true),
  tickStrength('stayed_calm', true),
  moveOnBoard('too_long', 'stop'),
  setNote('What we learned'),
  setRegion('US'),
  answered(0, 0),
  reachOutcomes(['rest_first']),
  pickFormat('one_to_one'),
  tickReady('naloxone_home', true),
  addWatchEntry({
    on: '2026-11-25',
    done: ['row_1'],
    barriers: ['no_time'],
    adjust: 'Less',
    helped: 'A call',
    me: 2,
    sleep: 'yes',
    talk: 'no',
  }),
  setWatchEvery('month'),
  pickPhrase('miss_you', true),
  setHolding(2),
  setFeeling('feel_fear'),
  pickCare('slow_breath', true),
  markDone('slow_breath', '2026-11-25'),
  setCareNote('Mine'),
].reduce((state, one) => one(state), EMPTY_SESSION);
const withWizard: SessionState = { ...FULL, wizard: { ...FULL.wizard, cursor: 'end', changing: true } };

type Data = Record<string, unknown>;
const data = (change: (state: Data) => void = () => undefined): Data => {
  const copy = JSON.parse(json(withWizard)) as Data;
  change(copy);
  return copy;
};
const within = (state: Data, ...path: string[]) => path.reduce((part, name) => part[name] as Data, state);

describe('notes that are read again', () => {
  it('are the session as it was left, with every field filled', () => {
    expect(Object.keys(withoutRemoved(withWizard)).sort()).toEqual(
      [...Object.keys(EMPTY_SESSION), 'region'].sort(), // else a field would go untested
    );
    for (const [list, rows] of Object.entries(withWizard.lists)) {
      expect(rows, list).not.toHaveLength(0);
    }
    expect(again(withWizard)).toEqual(withoutRemoved(withWizard));
    expect(again(EMPTY_SESSION)).toEqual(EMPTY_SESSION);
  });

  it('are the session as it was left, whatever a visitor did', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (taken) => {
        const state = taken.reduce((before, one) => one(before), EMPTY_SESSION);
        expect(again(state)).toEqual(withoutRemoved(state));
      }),
      { numRuns: 300 },
    );
  });

  it('are read with every list full', () => {
    for (const list of LISTS) {
      const rows = Array.from({ length: MAX_ROWS[list] + 3 }, () => addRow(list, some(NEW_ROWS[list]) as never));
      const state = rows.reduce((before, one) => one(before), EMPTY_SESSION);
      expect(again(state), list).toEqual(state);
    }
  });

  it('are read when a look back was taken out, others came, and it was put back', () => {
    const on = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
    const look = { done: [], barriers: [], adjust: '', helped: '', sleep: '', talk: '' } as const;
    const days = Array.from({ length: MAX_WATCH_ENTRIES }, (_, i) => addWatchEntry({ ...look, on: on(i) }));
    const full = days.reduce((state, one) => one(state), EMPTY_SESSION);
    const gone = full.watch.entries[20] as WatchEntry;
    const more = [removeWatchEntry(gone.id), addWatchEntry({ ...look, on: on(100) })];
    const state = restoreWatchEntry(gone)(more.reduce((before, one) => one(before), full));
    expect(state.watch.entries).toHaveLength(MAX_WATCH_ENTRIES);
    expect(state.watch.entries).toContain(gone);
    expect(again(state)).toEqual(state);
    expect(restoreWatchEntry(gone)(state)).toBe(state); // put back once
  });

  it('lose fields nobody knows', () => {
    const more = data((state) => {
      state.extra = 1;
      within(state, 'wizard').extra = 1;
      within(state, 'care').extra = 1;
      within(state, 'lists').wins = (within(state, 'lists').wins as Data[]).map((row) => ({
        ...row,
        extra: 1,
      }));
    });
    expect(readNotes(more, 1)).toEqual(withoutRemoved(withWizard));
  });

  it('have texts cut to their limits, never inside a character', () => {
    const long = data((state) => (state.note = `${'x'.repeat(MAX_NOTE - 1)}\u{1F33F}`));
    expect(readNotes(long, 1)?.note).toBe('x'.repeat(MAX_NOTE - 1));
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', []],
    ['an empty object', {}],
    ['without lists', data((state) => delete state.lists)],
    ['reasons that are no list', data((state) => (state.reasons = 'too_long'))],
    ['an id that is none', data((state) => (state.reasons = ['<b>']))],
    ['a column that is none', data((state) => (state.board = { too_long: 'burn' }))],
    ['a region that is none', data((state) => (state.region = 'usa'))],
    ['a feeling that is none', data((state) => (within(state, 'care').feeling = 'a b'))],
    ['a number that is none', data((state) => (within(state, 'care').holding = 5))],
    ['a day that there is not', data((state) => (within(state, 'care').done = { slow_breath: '2026-02-30' }))],
    ['a rhythm that is none', data((state) => (within(state, 'watch').every = 'day'))],
    ['a row without its fields', data((state) => (within(state, 'lists').wins = [{ id: 'row_1' }]))],
    [
      'two rows with one id',
      data((state) => (within(state, 'lists').wins = [1, 2].map(() => ({ id: 'row_1', text: 'a', on: '2026-11-25' })))),
    ],
    ['a count of rows that is none', data((state) => (state.rowsMade = -1))],
    [
      'too many rows',
      data((state) => {
        within(state, 'lists').wins = Array.from({ length: MAX_ROWS.wins + 1 }, (_, i) => ({
          id: `row_${i}`,
          text: 'a',
          on: '2026-11-25',
        }));
      }),
    ],
  ])('are refused when they are, or have, %s', (_, saved) => {
    expect(readNotes(saved, 1)).toBeUndefined();
  });

  it('are read or refused, whatever stands in them; nothing throws', () => {
    const parts = Object.keys(withoutRemoved(withWizard));
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (name, value) => {
        const state = readNotes(
          data((whole) => (whole[name] = value)),
          1,
        );
        if (state) expect(again(state)).toEqual(state);
      }),
      { numRuns: 500 },
    );
  });
});

describe('notes of an older version', () => {
  const STEPS = ['b', 'c', 'd'].map((letter) => (state: unknown) => `${String(state)}${letter}`);

  it.each([
    [1, 4, 'abcd'],
    [2, 4, 'acd'],
    [3, 4, 'ad'],
    [4, 4, 'a'],
    [1, 2, 'ab'],
  ])('of version %i come to version %i one step after the other', (from, to, brought) => {
    expect(migrate('a', from, to, STEPS)).toBe(brought);
  });

  it('are not read when a step breaks', () => {
    const breaks = () => {
      throw new Error('no');
    };
    expect(migrate({}, 1, 3, [breaks, (state) => state])).toBeUndefined();
    expect(migrate({}, 2, 3, [breaks, (state) => state])).toEqual({});
  });
});

describe('JSON of our own', () => {
  it('says what JSON.stringify says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(json(value)).toBe(JSON.stringify(value));
      }),
    );
    expect(json({ a: undefined, b: [1, { c: undefined }] })).toBe('{"b":[1,{}]}');
  });
});
