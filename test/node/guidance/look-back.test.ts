import { describe, expect, it } from 'vitest';
import {
  doneNames,
  entryOn,
  isAfterGap,
  lookBackFrom,
  newestFirst,
  nextOn,
  pickedBarriers,
  plannedOn,
  planItems,
  saveLookBack,
  type LookBack,
} from '../../../src/guidance/look-back.js';
import { isOpen } from '../../../src/guidance/open.js';
import { EMPTY_SESSION, type SessionState, type WatchEntry } from '../../../src/session/state.js';
import {
  addRow,
  addWatchEntry,
  editRow,
  nextRound,
  removeRow,
  setWatchEvery,
  type Transition,
} from '../../../src/session/transitions.js';
import { englishBundle } from '../helpers.js';

const DAY = '2026-11-25';
const WEEK_BEFORE = '2026-11-18';
const EMPTY = lookBackFrom(EMPTY_SESSION, undefined);

const after = (...taken: Transition[]): SessionState => taken.reduce((state, step) => step(state), EMPTY_SESSION);
const step = (what: string, done = '') => addRow('steps', { what, owner: '', nickname: '', due: '', done });
const goal = (text: string, done = '') =>
  addRow('goals', { owner: 'me', goal: text, measure: '', achievable: '', relevant: '', due: '', done });
const setback = (trigger: string) =>
  addRow('plan', { plan: 'B', trigger, response: '', then: '', owner: '', nickname: '', reviewOn: '', sign: '' });
const entry = (on: string, more: Partial<WatchEntry> = {}) =>
  addWatchEntry({ done: [], barriers: [], adjust: '', helped: '', sleep: '', talk: '', ...more, on });
const save = (answers: Partial<LookBack>, on = DAY) => saveLookBack({ ...EMPTY, ...answers }, on);

describe('the next look back', () => {
  it.each([
    ['2026-11-25', 'week', '2026-12-02'],
    ['2026-12-28', 'week', '2027-01-04'],
    ['2026-11-25', 'month', '2026-12-25'],
    ['2026-12-05', 'month', '2027-01-05'],
    ['2027-01-31', 'month', '2027-02-28'],
    ['2026-08-30', 'month', '2026-09-28'], // a day that some months lack would be left out of a calendar
  ] as const)('after %s, every %s, is on %s', (day, every, next) => {
    expect(nextOn(day, every)).toBe(next);
  });

  it('is planned from the one that came last before that day', () => {
    const session = after(entry('2026-11-04'), entry(WEEK_BEFORE), entry(DAY));
    expect(plannedOn(session, DAY)).toBe('2026-11-25');
    expect(plannedOn(setWatchEvery('month')(session), DAY)).toBe('2026-12-18');
    expect(plannedOn(EMPTY_SESSION, DAY)).toBeUndefined();
  });
});

describe('a gap', () => {
  it.each([
    ['2026-11-18', 'week', false],
    ['2026-11-12', 'week', false],
    ['2026-11-11', 'week', true],
    ['2026-10-01', 'month', false],
    ['2026-09-25', 'month', true],
  ] as const)('since %s, every %s: %s', (on, every, isGap) => {
    expect(isAfterGap(after(entry(on), setWatchEvery(every)), DAY)).toBe(isGap);
  });

  it('is none before the first look back', () => {
    expect(isAfterGap(EMPTY_SESSION, DAY)).toBe(false);
  });
});

describe('what is asked about', () => {
  it('is steps, goals and setbacks by their names, checked once done in the plan', () => {
    const session = after(setback('They walk out'), step('Call', DAY), step('Write'), goal('Sleep'));
    expect(planItems(session, DAY).map(({ list, name, isDone }) => [list, name, isDone])).toEqual([
      ['steps', 'Call', true],
      ['steps', 'Write', false],
      ['goals', 'Sleep', false],
      ['plan', 'They walk out', false],
    ]);
  });

  it('leaves out what an earlier look back has told, and what was done before it', () => {
    const session = after(
      step('Told', WEEK_BEFORE),
      step('Old', '2026-11-01'),
      step('Later', WEEK_BEFORE),
      step('Open'),
    );
    const told = entry(WEEK_BEFORE, { done: ['row_1'] })(session);
    expect(planItems(told, DAY).map(({ name }) => name)).toEqual(['Later', 'Open']);
  });

  it('knows which setbacks were met when the look back of that day is changed', () => {
    const session = after(setback('They walk out'), setback('It rains'), save({ marks: { row_1: true } }));
    expect(planItems(session, DAY).map(({ isDone }) => isDone)).toEqual([true, false]);
    expect(planItems(session, '2026-12-02').map(({ isDone }) => isDone)).toEqual([false, false]);
  });
});

describe('the names of what was done', () => {
  it('are found in the plan and in rounds that ended, and are none for what is gone', () => {
    const saved = after(
      step('Call'),
      step('Write'),
      step('Gone'),
      save({ marks: { row_1: true, row_2: true, row_3: true } }),
    );
    const session = [nextRound(DAY), removeRow('steps', 'row_3')].reduce((state, take) => take(state), saved);
    expect(session.lists.steps).toEqual([]);
    const [first] = session.watch.entries;
    expect(first && doneNames(session, first)).toEqual(['Call', 'Write', 'Gone']);
    expect(doneNames(EMPTY_SESSION, first as WatchEntry)).toEqual([]);
  });
});

describe('saving a look back', () => {
  it('keeps what was answered, and marks in the plan what was done', () => {
    const session = after(
      step('Call'),
      goal('Sleep'),
      setback('They walk out'),
      save({
        marks: { row_1: true, row_2: true, row_3: true },
        barriers: ['no_time'],
        me: 2,
        sleep: 'no',
        talk: 'yes',
      }),
    );
    expect(entryOn(session, DAY)).toEqual({
      id: expect.stringMatching(/^row_\d+$/),
      on: DAY,
      done: ['row_1', 'row_2', 'row_3'],
      barriers: ['no_time'],
      adjust: '',
      helped: '',
      me: 2,
      sleep: 'no',
      talk: 'yes',
    });
    expect(session.lists.steps[0]?.done).toBe(DAY);
    expect(session.lists.goals[0]?.done).toBe(DAY);
  });

  it('takes back in the plan what is unchecked, and leaves the day of what was done before', () => {
    const session = after(step('Call', '2026-11-23'), step('Write', '2026-11-24'), save({ marks: { row_2: false } }));
    expect(session.lists.steps.map(({ done }) => done)).toEqual(['2026-11-23', '']);
    expect(entryOn(session, DAY)?.done).toEqual(['row_1']);
  });

  it('does not undo what was done in the plan while the form was open', () => {
    const answers = lookBackFrom(after(step('Call')), undefined);
    const session = after(step('Call'), editRow('steps', 'row_1', { done: DAY }), saveLookBack(answers, DAY));
    expect(session.lists.steps[0]?.done).toBe(DAY);
    expect(entryOn(session, DAY)?.done).toEqual(['row_1']);
  });

  it('puts what changes into the plan, and what helped into the small wins only if that is wanted', () => {
    const session = after(save({ adjust: ' Call earlier. ', helped: 'A walk.' }));
    expect(session.lists.changes).toEqual([{ id: 'row_1', kind: 'what', text: 'Call earlier.', on: DAY }]);
    expect(session.lists.wins).toEqual([]);
    expect(after(save({ helped: ' A walk. ', toWins: true })).lists.wins).toEqual([
      { id: 'row_1', text: 'A walk.', on: DAY },
    ]);
    expect(after(save({ helped: ' ', toWins: true })).lists.wins).toEqual([]);
  });

  it('takes the place of an earlier one of that day, with its rows', () => {
    const first = after(save({ adjust: 'Call earlier.', helped: 'A walk.', toWins: true }));
    const again = save({ adjust: 'Call later.', helped: 'A long walk.', toWins: true })(first);
    expect(again.watch.entries).toHaveLength(1);
    expect(again.lists.changes.map(({ text }) => text)).toEqual(['Call later.']);
    expect(again.lists.wins.map(({ text }) => text)).toEqual(['A long walk.']);
    const emptied = save({})(again);
    expect(emptied.lists.changes).toEqual([]);
    expect(emptied.lists.wins).toEqual([]);
  });

  it('leaves the rows of other days, and does not bring back one that was removed by hand', () => {
    const earlier = after(save({ adjust: 'Call earlier.' }, WEEK_BEFORE), save({ adjust: 'Call earlier.' }));
    expect(save({})(earlier).lists.changes.map(({ on }) => on)).toEqual([WEEK_BEFORE]);
    const [row] = earlier.lists.changes;
    const removed = removeRow('changes', earlier.lists.changes[1]?.id ?? '')(earlier);
    expect(save({ adjust: 'Call earlier.' })(removed).lists.changes).toEqual([row]);
  });

  it('begins again from what was saved', () => {
    const session = after(save({ helped: 'A walk.', toWins: true, barriers: ['cost'], me: 3, sleep: 'yes' }));
    expect(lookBackFrom(session, entryOn(session, DAY))).toEqual({
      ...EMPTY,
      helped: 'A walk.',
      toWins: true,
      barriers: ['cost'],
      me: 3,
      sleep: 'yes',
    });
  });
});

describe('looks back', () => {
  it('are listed by their days, the newest first', () => {
    const { watch } = after(entry(DAY), entry('2026-11-04'), entry(WEEK_BEFORE));
    expect(newestFirst(watch.entries).map(({ on }) => on)).toEqual([DAY, WEEK_BEFORE, '2026-11-04']);
  });

  it('name a barrier to others only if it tells of no danger, health or feeling', async () => {
    const { barriers } = (await englishBundle()).watch;
    const open = barriers.filter(isOpen).map(({ id }) => id);
    expect(open).toContain('no_time');
    const closed = barriers.filter((barrier) => barrier.private ?? barrier.safety).map(({ id }) => id);
    expect(closed).toContain('worn_out');
    expect(open.filter((id) => closed.includes(id))).toEqual([]);
    expect(pickedBarriers(barriers, ['no_time', 'gone_since']).map(({ id }) => id)).toEqual(['no_time']);
  });
});
