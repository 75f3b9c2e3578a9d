/** What must hold whatever the visitor answers, with the built-in words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PATH } from '../../../src/content/compile/check.js';
import type { Question } from '../../../src/content/schema.js';
import { guidanceFor, isContactUnsafe, reachedOutcomes } from '../../../src/guidance/suggest.js';
import {
  answer,
  back,
  change,
  forward,
  isComplete,
  pickedOptions,
  restart,
  wizardPath,
  wizardView,
} from '../../../src/guidance/wizard.js';
import type { WizardState } from '../../../src/session/state.js';
import { deepFrozen, englishBundle } from '../helpers.js';

const { steps, reasons } = deepFrozen(await englishBundle());
const RUNS = { numRuns: 1000 };
const START: WizardState = deepFrozen({ answers: {}, cards: [] });
const ids = reasons.items.map(({ id }) => id);

/** Every way one can answer a question: each option, and a skip where it is offered. */
const waysToAnswer = ({ options, skippable }: Question): readonly string[][] => [
  ...options.map(({ id }) => [id]),
  ...(skippable ? [[]] : []),
];

/** Every finished way through the wizard. */
function* everyWay(state = START): Generator<WizardState> {
  const view = wizardView(steps, state);
  if (view.kind === 'result') {
    yield state;
    return;
  }
  for (const picked of waysToAnswer(view.question)) yield* everyWay(answer(steps, state, view.question.id, picked));
}
const ALL = [...everyWay()];

/** What is said of a result that lacks something a family must get; nothing when all is well. */
function lackOf(wizard: WizardState, ticked: readonly string[]): string | undefined {
  const { main, also, cards, contactHeld } = guidanceFor(steps, { reasons: ticked, wizard });
  if (!isComplete(steps, wizard.answers)) return 'not finished';
  // The gate stands before the way and counts too.
  if (wizardPath(steps, wizard.answers).length + 1 > MAX_PATH) return 'too many questions';
  if (!main.length || main.length > 2) return `${main.length} next steps`;
  for (const { outcome, because } of [...main, ...also]) {
    if (outcome.options.every(({ kind }) => kind === 'sponsor')) return `only the sponsor in ${outcome.id}`;
    if (!because.length) return `no reason for ${outcome.id}`;
  }
  const shown = [...main, ...also].map(({ outcome }) => outcome);
  if (new Set(shown).size !== shown.length) return 'a step shown twice';
  const unsafe = isContactUnsafe(steps, { wizard });
  if (unsafe && shown.some(({ contact }) => contact)) return 'contact though it is not safe';
  if (contactHeld && !unsafe) return 'contact held back though it is safe';
  if (wizard.cards.some((card) => !cards.includes(card))) return 'a safety card is gone';
  return undefined;
}

const describeWay = (wizard: WizardState) => JSON.stringify(wizard.answers);

/** A step a visitor can take, chosen by a number as what is on offer depends on the state. */
interface Step {
  readonly kind: 'answer' | 'back' | 'forward' | 'change' | 'restart' | 'nonsense';
  readonly pick: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { arbitrary: fc.constant<Step['kind']>('answer'), weight: 8 },
    { arbitrary: fc.constantFrom<Step['kind']>('back', 'forward', 'change'), weight: 4 },
    { arbitrary: fc.constantFrom<Step['kind']>('restart', 'nonsense'), weight: 1 },
  ),
  pick: fc.nat(1000),
});

const NONSENSE = ['exploded', '', 'constructor', '__proto__', 'no danger', '💛'];

function take(state: WizardState, { kind, pick }: Step): WizardState {
  const view = wizardView(steps, state);
  const path = wizardPath(steps, state.answers);
  switch (kind) {
    case 'answer': {
      if (view.kind === 'result') return state;
      const ways = waysToAnswer(view.question);
      return answer(steps, state, view.question.id, ways[pick % ways.length] ?? []);
    }
    case 'nonsense':
      return answer(steps, state, steps.questions[pick % steps.questions.length]?.id ?? '', [
        NONSENSE[pick % NONSENSE.length] ?? '',
      ]);
    case 'back':
      return back(steps, state);
    case 'forward':
      return forward(steps, state);
    case 'change':
      return change(state, path[pick % path.length]?.id ?? '');
    default:
      return restart(state);
  }
}

/** The states one passes through; each is frozen, so a step that changes one in place throws. */
const visited = (taken: readonly Step[]): readonly WizardState[] =>
  taken.reduce<WizardState[]>((states, one) => [...states, deepFrozen(take(states.at(-1) ?? START, one))], [START]);

/** Answers all that is still open, always in the same way, up to the result. */
function finished(state: WizardState, pick: number): WizardState {
  const view = wizardView(steps, state);
  if (view.kind === 'result') return state;
  const kept = pickedOptions(view.question, state.answers).map(({ id }) => id);
  const ways = waysToAnswer(view.question);
  const picked = kept.length ? kept : (ways[pick % ways.length] ?? []);
  return finished(answer(steps, state, view.question.id, picked), pick);
}

describe('every way through the wizard', () => {
  it('is walked: there are thousands, and they use every question and every option', () => {
    expect(ALL.length).toBeGreaterThan(1000);
    for (const { id, kind, options } of steps.questions) {
      if (kind === 'gate') continue;
      const picked = new Set(ALL.map(({ answers }) => answers[id]?.join()));
      expect(
        [...options.map((option) => option.id)].filter((option) => !picked.has(option)),
        id,
      ).toEqual([]);
    }
  });

  it('ends within seven questions, gate included, in a next step with help that is not the sponsor', () => {
    expect(ALL.flatMap((way) => lackOf(way, []) ?? [])).toEqual([]);
  });

  it('ends so with every reason ticked, too', () => {
    expect(ALL.flatMap((way) => lackOf(way, ids) ?? [])).toEqual([]);
  });

  it('leads to the medical step first when withdrawal may be dangerous', () => {
    const risky = ALL.filter(({ cards }) => cards.some((card) => card.startsWith('withdrawal_')));
    expect(risky.length).toBeGreaterThan(100);
    const missing = risky.filter((wizard) => {
      const named = reachedOutcomes(steps, { reasons: [], wizard });
      return !named.includes('medical_first') && !named.includes('hold_contact');
    });
    expect(missing.map(describeWay)).toEqual([]);
  });

  it('together shows every outcome there is', () => {
    const shown = new Set<string>();
    const add = (wizard: WizardState, ticked: readonly string[]) => {
      const { main, also } = guidanceFor(steps, { reasons: ticked, wizard });
      for (const { outcome } of [...main, ...also]) shown.add(outcome.id);
    };
    for (const way of ALL) add(way, []);
    for (const way of ALL.filter((_, i) => i % 50 === 0)) for (const id of ids) add(way, [id]);
    expect(steps.outcomes.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
  });
});

describe('whatever a visitor does', () => {
  const taken = fc.array(step, { maxLength: 40 });
  const ticked = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 8 });

  it('the way can be finished, in a next step with help that is not the sponsor', () => {
    fc.assert(
      fc.property(taken, ticked, fc.nat(6), (given, some, pick) => {
        const end = finished(visited(given).at(-1) ?? START, pick);
        expect(lackOf(end, some)).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('no answer, change or new start takes a safety card away', () => {
    fc.assert(
      fc.property(taken, ticked, (given, some) => {
        const states = visited(given);
        for (const [i, state] of states.entries()) {
          const before = states[i - 1]?.cards ?? [];
          expect(state.cards).toEqual(expect.arrayContaining([...before]));
          expect(guidanceFor(steps, { reasons: some, wizard: state }).cards).toEqual(
            expect.arrayContaining([...state.cards]),
          );
        }
      }),
      RUNS,
    );
  });

  it('once contact was called unsafe, nothing that takes contact is suggested any more', () => {
    fc.assert(
      fc.property(taken, taken, ticked, (before, later, some) => {
        const unsafe = answer(steps, visited(before).at(-1) ?? START, 'q_contact_now', ['unsafe']);
        for (const wizard of later.reduce<WizardState[]>(
          (all, one) => [...all, take(all.at(-1) ?? unsafe, one)],
          [unsafe],
        )) {
          const { main, also } = guidanceFor(steps, { reasons: some, wizard });
          expect([...main, ...also].filter(({ outcome }) => outcome.contact)).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('going back and forward again is no step at all', () => {
    fc.assert(
      fc.property(taken, (given) => {
        for (const state of visited(given)) {
          // One who came to change a single answer goes forward to the result; see the next test.
          if (state.changing) continue;
          const there = back(steps, state);
          if (there === state) continue;
          const again = forward(steps, there);
          expect(wizardView(steps, again)).toEqual(wizardView(steps, state));
          expect({ ...again, cursor: undefined }).toEqual({ ...state, cursor: undefined });
        }
      }),
      RUNS,
    );
  });

  it('going forward while changing an answer leads to the result, or to what was never asked', () => {
    fc.assert(
      fc.property(taken, fc.nat(20), (given, pick) => {
        const end = finished(visited(given).at(-1) ?? START, pick);
        const path = wizardPath(steps, end.answers);
        const state = forward(steps, change(end, path[pick % path.length]?.id ?? ''));
        expect(wizardView(steps, state)).toEqual({ kind: 'result' });
      }),
      RUNS,
    );
  });

  it('what is shown is on the way, and the count of questions is never passed', () => {
    fc.assert(
      fc.property(taken, (given) => {
        for (const state of visited(given)) {
          const view = wizardView(steps, state);
          if (view.kind === 'result') expect(isComplete(steps, state.answers)).toBe(true);
          else {
            expect(wizardPath(steps, state.answers)).toContain(view.question);
            expect(view.step).toBeLessThanOrEqual(view.of);
            expect(view.of).toBeLessThan(MAX_PATH);
          }
        }
      }),
      RUNS,
    );
  });

  it('ids that no option or question has are never taken for an answer, and never throw', () => {
    const name = fc.oneof(fc.constantFrom(...NONSENSE, ...steps.questions.map(({ id }) => id)), fc.string());
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.array(name, { maxLength: 3 })),
        fc.option(name, { nil: undefined }),
        (answers, cursor) => {
          const state = deepFrozen({ answers, cards: [], ...(cursor !== undefined && { cursor }) });
          for (const move of [back, forward]) expect(() => wizardView(steps, move(steps, state))).not.toThrow();
          const { main } = guidanceFor(steps, { reasons: Object.keys(answers), wizard: state });
          expect(main.length).toBeGreaterThan(0);
          for (const question of wizardPath(steps, answers).slice(0, -1)) {
            const given = answers[question.id] ?? [];
            expect(!given.length || pickedOptions(question, answers).length > 0).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });
});
