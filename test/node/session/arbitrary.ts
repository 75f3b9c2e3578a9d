/** Whatever a visitor can do, for tests that try much of it. */
import fc from 'fast-check';
import { answer } from '../../../src/guidance/wizard.js';
import { EMPTY_SESSION, type ListName, type SessionState, type WatchEntry } from '../../../src/session/state.js';
import {
  addRow,
  addWatchEntry,
  editRow,
  markDone,
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
import { ALL_ATTACKS } from '../../fixtures/attacks.js';
import { englishBundle } from '../helpers.js';

const { steps } = await englishBundle();

const words = fc.oneof(fc.string({ unit: 'binary', maxLength: 700 }), fc.constantFrom(...ALL_ATTACKS));
const day = fc.constantFrom('2026-11-25', '2026-12-31', '2028-02-29');
const maybeDay = fc.oneof(fc.constant(''), day);
const yesNo = fc.constantFrom('yes', 'no', 'unsure', '' as const);
const role = fc.constantFrom('', 'contact_person');
const id = fc.constantFrom('too_long', 'walks_out', 'feel_fear', 'abc');
const rowId = fc.integer({ min: 1, max: 8 }).map((number) => `row_${number}`);

export const NEW_ROWS: { readonly [L in ListName]: fc.Arbitrary<NewRow<L>> } = {
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
export const LISTS = Object.keys(NEW_ROWS) as ListName[];

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

export const step: fc.Arbitrary<Transition> = fc.oneof(
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

export const some = <T>(arbitrary: fc.Arbitrary<T>): T => fc.sample(arbitrary, { numRuns: 1, seed: 7 })[0] as T;
export const FULL: SessionState = [
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
export const withWizard: SessionState = { ...FULL, wizard: { ...FULL.wizard, cursor: 'end', changing: true } };
