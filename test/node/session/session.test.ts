import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { pageSession, Session } from '../../../src/session/session.js';
import { EMPTY_SESSION, type PlanRow, type SessionState } from '../../../src/session/state.js';
import {
  addRow,
  clearTicks,
  editRow,
  markDone,
  MAX_NOTE,
  MAX_ROWS,
  moveOnBoard,
  moveRow,
  pickCare,
  reachOutcomes,
  removeRow,
  restoreRow,
  restoreTicks,
  TEXT_LIMITS,
  setFeeling,
  setHolding,
  setNote,
  setRegion,
  tickReason,
  tickStrength,
  type NewRow,
  type Transition,
} from '../../../src/session/transitions.js';
import { deepFrozen } from '../helpers.js';

const row = (trigger: string, plan: PlanRow['plan'] = 'A', more: Partial<NewRow<'plan'>> = {}): NewRow<'plan'> => ({
  plan,
  trigger,
  response: 'Wait.',
  then: '',
  owner: '',
  nickname: '',
  reviewOn: '',
  sign: '',
  ...more,
});

/** The state after some steps. Every state on the way is frozen, so a step that changes one throws. */
const after = (...steps: Transition[]): SessionState =>
  steps.reduce((state, step) => deepFrozen(step(state)), deepFrozen(EMPTY_SESSION));

const addPlan = (one: NewRow<'plan'>): Transition => addRow('plan', one);
const editPlan = (id: string, change: Partial<NewRow<'plan'>>): Transition => editRow('plan', id, change);
const removePlan = (id: string): Transition => removeRow('plan', id);
const movePlan = (id: string, by: -1 | 1): Transition => moveRow('plan', id, by, 'plan');
const planOf = ({ lists }: SessionState) => lists.plan;
const MAX_PLAN_ROWS = MAX_ROWS.plan;
/** Limits of the texts of a plan row. */
const ROW_LIMITS = (({ trigger = 0, response = 0, then = 0, sign = 0, nickname = 0 }) => ({
  trigger,
  response,
  then,
  sign,
  nickname,
}))(TEXT_LIMITS);

const triggers = (state: SessionState) => planOf(state).map(({ trigger }) => trigger);

describe('ticks', () => {
  it('stay in the order they were made', () => {
    expect(after(tickReason('b', true), tickReason('a', true)).reasons).toEqual(['b', 'a']);
    expect(after(tickStrength('b', true), tickStrength('a', true)).strengths).toEqual(['b', 'a']);
  });

  it('are taken away one by one', () => {
    const state = after(tickReason('a', true), tickReason('b', true), tickReason('a', false), tickStrength('a', true));
    expect(state).toMatchObject({ reasons: ['b'], strengths: ['a'] });
    expect(tickStrength('a', false)(state).strengths).toEqual([]);
  });

  it('are all cleared, with the board, and brought back', () => {
    const ticked = after(tickReason('a', true), tickStrength('s', true), moveOnBoard('a', 'stop'), setNote('Keep me.'));
    const cleared = clearTicks(ticked);
    expect(cleared).toEqual({ ...EMPTY_SESSION, note: 'Keep me.' });
    expect(restoreTicks(ticked)(setNote('New.')(cleared))).toEqual({ ...ticked, note: 'New.' });
  });
});

describe('the board', () => {
  it('remembers where a card was moved to last', () => {
    expect(after(moveOnBoard('a', 'stop'), moveOnBoard('b', 'keep'), moveOnBoard('a', 'change')).board).toEqual({
      a: 'change',
      b: 'keep',
    });
  });
});

describe('the note', () => {
  it('is kept as it was written, up to its limit', () => {
    expect(after(setNote(' as written ')).note).toBe(' as written ');
    expect(after(setNote('x'.repeat(MAX_NOTE + 1))).note).toHaveLength(MAX_NOTE);
  });

  it('never ends in half a character', () => {
    expect(after(setNote(`${'x'.repeat(MAX_NOTE - 1)}💛`)).note).toBe('x'.repeat(MAX_NOTE - 1));
    expect(after(setNote(`${'x'.repeat(MAX_NOTE - 2)}💛`)).note).toMatch(/💛$/);
  });
});

describe('the region', () => {
  it('is the one that was picked last, or none', () => {
    expect(after(setRegion('UK'), setRegion('US')).region).toBe('US');
    expect(after(setRegion('UK'), setRegion('')).region).toBe('');
    expect(EMPTY_SESSION.region).toBeUndefined();
  });
});

describe('the next steps that were shown', () => {
  it('are kept without touching the answers', () => {
    const state = after(reachOutcomes(['a', 'b']));
    expect(state.wizard).toEqual({ answers: {}, cards: [], outcomes: ['a', 'b'] });
    expect(reachOutcomes([])(state).wizard.outcomes).toEqual([]);
  });
});

describe('a row of the plan', () => {
  it('is added at the end with an id of its own', () => {
    expect(planOf(after(addPlan(row('one')), addPlan(row('two', 'B', { from: 'walks_out' }))))).toEqual([
      { ...row('one'), id: 'row_1' },
      { ...row('two', 'B'), from: 'walks_out', id: 'row_2' },
    ]);
  });

  it('never gets an id that was used before', () => {
    const state = after(addPlan(row('one')), addPlan(row('two')), removePlan('row_2'), addPlan(row('three')));
    expect(planOf(state).map(({ id }) => id)).toEqual(['row_1', 'row_3']);
  });

  it('has texts that are trimmed and clipped to their limits, when added and when edited', () => {
    const long = Object.fromEntries(Object.keys(ROW_LIMITS).map((field) => [field, `  ${'x'.repeat(999)}`]));
    const lengths = (state: SessionState) =>
      Object.fromEntries(
        Object.keys(ROW_LIMITS).map((field) => [field, planOf(state)[0]?.[field as keyof PlanRow]?.length]),
      );
    expect(lengths(after(addPlan({ ...row('one'), ...long })))).toEqual(ROW_LIMITS);
    expect(lengths(after(addPlan(row('one')), editPlan('row_1', long)))).toEqual(ROW_LIMITS);
    expect(triggers(after(addPlan(row('  one  '))))).toEqual(['one']);
  });

  it('never ends in half a character', () => {
    const emoji = `${'x'.repeat(ROW_LIMITS.nickname - 1)}💛`;
    expect(planOf(after(addPlan(row('one', 'A', { nickname: emoji }))))[0]?.nickname).toBe(emoji.slice(0, -2));
  });

  it('keeps its place and id when edited', () => {
    const state = after(
      addPlan(row('one')),
      addPlan(row('two')),
      editPlan('row_1', { trigger: 'uno', plan: 'D', owner: 'me' }),
    );
    expect(planOf(state)[0]).toEqual({ ...row('uno', 'D', { owner: 'me' }), id: 'row_1' });
    expect(triggers(state)).toEqual(['uno', 'two']);
  });

  it('is the last one when the plan is full', () => {
    const full = after(...Array.from({ length: MAX_PLAN_ROWS }, (_, i) => addPlan(row(`row ${i}`))));
    expect(planOf(full)).toHaveLength(12);
    expect(addPlan(row('one more'))(full)).toBe(full);
  });

  it('comes back to where it stood after it was removed', () => {
    const three = after(addPlan(row('one')), addPlan(row('two')), addPlan(row('three')));
    const two = deepFrozen(removePlan('row_2')(three));
    expect(triggers(two)).toEqual(['one', 'three']);
    expect(two.removed).toEqual({ list: 'plan', row: { ...row('two'), id: 'row_2' }, index: 1 });
    expect(restoreRow(two)).toEqual(three);
  });

  it('comes back at the end when the plan got shorter meanwhile', () => {
    const state = after(addPlan(row('one')), addPlan(row('two')), addPlan(row('three')), removePlan('row_3'));
    const shorter = { ...state, lists: { ...state.lists, plan: planOf(state).slice(0, 1) } };
    expect(triggers(restoreRow(shorter))).toEqual(['one', 'three']);
  });

  it('can come back only once, and only the one removed last', () => {
    const state = after(addPlan(row('one')), addPlan(row('two')), removePlan('row_1'), removePlan('row_2'), restoreRow);
    expect(triggers(state)).toEqual(['two']);
    expect(restoreRow(state)).toBe(state);
  });

  it('does not come back into a plan that has filled up', () => {
    const full = after(
      addPlan(row('first')),
      removePlan('row_1'),
      ...Array.from({ length: MAX_PLAN_ROWS }, (_, i) => addPlan(row(`row ${i}`))),
    );
    expect(restoreRow(full)).toBe(full);
  });

  it('moves among the rows of its own letter', () => {
    const state = after(addPlan(row('a1')), addPlan(row('b1', 'B')), addPlan(row('a2')), addPlan(row('b2', 'B')));
    expect(triggers(movePlan('row_3', -1)(state))).toEqual(['a2', 'b1', 'a1', 'b2']);
    expect(triggers(movePlan('row_2', 1)(state))).toEqual(['a1', 'b2', 'a2', 'b1']);
  });

  it('stays where there is nowhere to move', () => {
    const state = after(addPlan(row('a1')), addPlan(row('b1', 'B')), addPlan(row('a2')));
    for (const [id, by] of [
      ['row_1', -1],
      ['row_3', 1],
      ['row_2', -1],
      ['row_2', 1],
      ['row_9', 1],
    ] as const) {
      expect(movePlan(id, by)(state)).toBe(state);
    }
  });
});

describe('care', () => {
  it('is picked and put back', () => {
    expect(after(pickCare('walk', true), pickCare('laugh', true), pickCare('walk', false)).care.picked).toEqual([
      'laugh',
    ]);
  });

  it('is marked done on a day, once, and unmarked', () => {
    const done = after(markDone('walk', '2026-11-21'), markDone('laugh', '2026-11-22'), markDone('walk', '2026-11-22'));
    expect(done.care.done).toEqual({ walk: '2026-11-22', laugh: '2026-11-22' });
    expect(markDone('walk', undefined)(done).care.done).toEqual({ laugh: '2026-11-22' });
  });

  it('knows how the visitor holds up and feels, one feeling at a time or none', () => {
    const state = after(setHolding(1), setHolding(3), setFeeling('feel_fear'), setFeeling('feel_hope'));
    expect(state.care).toMatchObject({ holding: 3, feeling: 'feel_hope' });
    expect(setFeeling(undefined)(state).care).toEqual({ holding: 3, picked: [], done: {}, note: '' });
  });
});

describe('a step that changes nothing', () => {
  const state = after(
    setRegion('US'),
    tickReason('a', true),
    tickStrength('s', true),
    moveOnBoard('a', 'stop'),
    setNote('Note.'),
    reachOutcomes(['x']),
    addPlan(row('one')),
    setHolding(2),
    setFeeling('feel_fear'),
    pickCare('walk', true),
    markDone('walk', '2026-11-22'),
  );

  it.each<[string, Transition]>([
    ['picking the same region', setRegion('US')],
    ['ticking a ticked reason', tickReason('a', true)],
    ['unticking an unticked reason', tickReason('z', false)],
    ['ticking a ticked strength', tickStrength('s', true)],
    ['moving a card to where it is', moveOnBoard('a', 'stop')],
    ['writing the same note', setNote('Note.')],
    ['bringing back the same ticks', restoreTicks(state)],
    ['showing the same next steps', reachOutcomes(['x'])],
    ['editing a row to what it is', editPlan('row_1', { trigger: ' one ', owner: '' })],
    ['editing a row that is gone', editPlan('row_9', { trigger: 'two' })],
    ['removing a row that is gone', removePlan('row_9')],
    ['bringing back a row when none was removed', restoreRow],
    ['holding up the same', setHolding(2)],
    ['feeling the same', setFeeling('feel_fear')],
    ['picking what is picked', pickCare('walk', true)],
    ['putting back what is not picked', pickCare('laugh', false)],
    ['marking the same day', markDone('walk', '2026-11-22')],
    ['unmarking what is not done', markDone('laugh', undefined)],
  ])('gives back the same state: %s', (_, step) => {
    expect(step(state)).toBe(state);
  });

  it.each<[string, Transition]>([
    ['clearing ticks', clearTicks],
    ['taking back a feeling', setFeeling(undefined)],
  ])('gives back the empty session: %s', (_, step) => {
    expect(step(EMPTY_SESSION)).toBe(EMPTY_SESSION);
  });
});

describe('a session', () => {
  it('tells its listeners of every change, after it happened', () => {
    const session = new Session();
    const seen: string[] = [];
    session.subscribe(() => seen.push(session.state.note));
    session.apply(setNote('one'));
    session.apply(setNote('two'));
    expect(seen).toEqual(['one', 'two']);
  });

  it('says nothing when nothing changed', () => {
    const session = new Session(after(setNote('one')));
    const listener = vi.fn();
    session.subscribe(listener);
    session.apply(setNote('one'));
    session.apply(removePlan('row_1'));
    expect(listener).not.toHaveBeenCalled();
  });

  it('tells a listener nothing more once it has left', () => {
    const session = new Session();
    const [stays, leaves] = [vi.fn(), vi.fn()];
    const leave = session.subscribe(leaves);
    session.subscribe(stays);
    session.apply(setNote('one'));
    leave();
    leave();
    session.apply(setNote('two'));
    expect(stays).toHaveBeenCalledTimes(2);
    expect(leaves).toHaveBeenCalledTimes(1);
  });

  it('lets listeners come and go while it tells them', () => {
    const session = new Session();
    const late = vi.fn();
    const leave = session.subscribe(() => {
      leave();
      session.subscribe(late);
    });
    session.apply(setNote('one'));
    expect(late).not.toHaveBeenCalled();
    session.apply(setNote('two'));
    expect(late).toHaveBeenCalledTimes(1);
  });

  it('begins empty, and the empty session can not be changed', () => {
    expect(new Session().state).toBe(EMPTY_SESSION);
    expect(Object.isFrozen(EMPTY_SESSION)).toBe(true);
  });

  it('is one for the whole page, and apart from any other', () => {
    const page = pageSession();
    expect(pageSession()).toBe(page);
    new Session().apply(setNote('elsewhere'));
    expect(page.state).toBe(EMPTY_SESSION);
  });
});

describe('whatever the visitor does', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'row_1', 'row_2', 'row_5');
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constant('x'.repeat(600)),
    fc.string({ unit: 'grapheme', minLength: 15, maxLength: 40 }),
  );
  const letter = fc.constantFrom('A', 'B', 'C', 'D');
  const newRow = fc
    .record({ trigger: text, plan: letter, nickname: text })
    .map(({ trigger, plan, nickname }) => row(trigger, plan, { nickname }));
  const step: fc.Arbitrary<Transition> = fc.oneof(
    fc.tuple(id, fc.boolean()).map(([name, on]) => tickReason(name, on)),
    fc.tuple(id, fc.boolean()).map(([name, on]) => tickStrength(name, on)),
    fc.tuple(id, fc.constantFrom('keep', 'change', 'stop')).map(([name, column]) => moveOnBoard(name, column)),
    fc.constant(clearTicks),
    text.map(setNote),
    { arbitrary: newRow.map(addPlan), weight: 6 },
    fc.tuple(id, newRow).map(([name, change]) => editPlan(name, change)),
    id.map(removePlan),
    { arbitrary: fc.constant(restoreRow), weight: 2 },
    fc.tuple(id, fc.constantFrom(-1, 1)).map(([name, by]) => movePlan(name, by)),
    fc.tuple(id, fc.boolean()).map(([name, on]) => pickCare(name, on)),
    fc.tuple(id, fc.option(fc.constant('2026-11-22'), { nil: undefined })).map(([name, day]) => markDone(name, day)),
    fc.option(id, { nil: undefined }).map(setFeeling),
  );

  it('no state is changed in place, no limit is passed, no id is given twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { lists, note, reasons, care } = after(...steps);
        const { plan } = lists;
        expect(plan.length).toBeLessThanOrEqual(MAX_PLAN_ROWS);
        expect(new Set(plan.map((one) => one.id)).size).toBe(plan.length);
        expect(new Set(reasons).size).toBe(reasons.length);
        expect(new Set(care.picked).size).toBe(care.picked.length);
        expect(note.length).toBeLessThanOrEqual(MAX_NOTE);
        for (const { trigger, nickname } of plan) {
          expect(trigger.length).toBeLessThanOrEqual(ROW_LIMITS.trigger);
          expect(nickname.length).toBeLessThanOrEqual(ROW_LIMITS.nickname);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a step gives the same state if and only if nothing in it changed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), step, (steps, last) => {
        const before = after(...steps);
        const now = last(before);
        const same = JSON.stringify(now) === JSON.stringify(before);
        expect(now === before).toBe(same);
      }),
      { numRuns: 500 },
    );
  });

  it('moving a row there and back, or removing and restoring it, leaves the plan as it was', () => {
    fc.assert(
      fc.property(fc.array(newRow, { minLength: 1, maxLength: MAX_PLAN_ROWS }), fc.nat(), (rows, pick) => {
        const state = after(...rows.map(addPlan));
        const name = `row_${(pick % rows.length) + 1}`;
        const down = deepFrozen(movePlan(name, 1)(state));
        if (down !== state) expect(planOf(movePlan(name, -1)(down))).toEqual(planOf(state));
        expect(planOf(restoreRow(deepFrozen(removePlan(name)(state))))).toEqual(planOf(state));
      }),
      { numRuns: 500 },
    );
  });
});
