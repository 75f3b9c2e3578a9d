import { describe, expect, it } from 'vitest';
import type { Question, StepsPart } from '../../../src/content/schema.js';
import {
  answer,
  back,
  change,
  firstQuestion,
  forward,
  gateOf,
  isClear,
  isComplete,
  pickedOptions,
  restart,
  tagsOf,
  wizardPath,
  wizardView,
} from '../../../src/guidance/wizard.js';
import type { WizardState } from '../../../src/session/state.js';
import { deepFrozen, englishBundle } from '../helpers.js';

const { steps } = await englishBundle();
const START: WizardState = deepFrozen({ answers: {}, cards: [] });

/** The state after some answers, each `question=option`, or `question=` for a skip. */
const after = (...given: string[]): WizardState =>
  given.reduce((state, text) => {
    const [question = '', option] = text.split('=');
    return deepFrozen(answer(steps, state, question, option ? [option] : []));
  }, START);

/** What is shown: a question's id, or `result`. */
function shown(state: WizardState, content: Pick<StepsPart, 'questions'> = steps): string {
  const view = wizardView(content, state);
  return view.kind === 'question' ? view.question.id : view.kind;
}
const idsOf = (questions: readonly Question[]) => questions.map(({ id }) => id);

/** A way through the built-in questions, from the first one to the result. */
const WAY = [
  'q_how_ended=no',
  'q_contact_now=little',
  'q_open_door=no',
  'q_what_got_in_way=ours',
  'q_substance_daily=no',
];

describe('the gate', () => {
  it('asks about danger, and only a clear no leads on', () => {
    const gate = gateOf(steps);
    expect(gate?.options.map((option) => [option.id, isClear(option)])).toEqual([
      ['yes', false],
      ['unsure', false],
      ['no', true],
    ]);
    expect(firstQuestion(steps)?.id).toBe('q_how_ended');
  });

  it('is never on the way, and its answer is never kept', () => {
    expect(idsOf(wizardPath(steps, after(...WAY).answers))).not.toContain('q_safe_now');
    expect(answer(steps, START, 'q_safe_now', ['no'])).toBe(START);
  });

  it('may be missing from content that was never checked', () => {
    const questions = steps.questions.filter(({ kind }) => kind !== 'gate');
    expect(gateOf({ questions })).toBeUndefined();
    expect(firstQuestion({ questions })?.id).toBe('q_how_ended');
  });
});

describe('the way through the wizard', () => {
  it('goes 0 => 1 => … => result', () => {
    const seen = WAY.map((_, i) => shown(after(...WAY.slice(0, i))));
    expect([...seen, shown(after(...WAY))]).toEqual([...WAY.map((text) => text.split('=')[0]), 'result']);
  });

  it.each([
    ['q_how_ended=no', 'q_contact_now'],
    ['q_how_ended=maybe', 'q_contact_now'],
    ['q_how_ended=stopped', 'q_tolerance'],
    ['q_how_ended=never', 'q_contact_now'],
    ['q_how_ended=', 'q_contact_now'],
  ])('branches: %s leads to %s', (given, next) => {
    expect(shown(after(given))).toBe(next);
  });

  it('counts questions: which one this is, and how many there can be', () => {
    const counts = WAY.map((_, i) => {
      const view = wizardView(steps, after(...WAY.slice(0, i)));
      return view.kind === 'question' ? [view.step, view.of] : [];
    });
    expect(counts).toEqual([
      [1, 6],
      [2, 5],
      [3, 5],
      [4, 5],
      [5, 5],
    ]);
  });

  it('is complete once every question on it is answered', () => {
    expect(isComplete(steps, START.answers)).toBe(false);
    expect(isComplete(steps, after(...WAY.slice(0, -1)).answers)).toBe(false);
    expect(isComplete(steps, after(...WAY).answers)).toBe(true);
  });

  it('does not pass a question that may not be skipped', () => {
    const strict = { questions: steps.questions.map((question) => ({ ...question, skippable: false })) };
    const state = answer(strict, START, 'q_how_ended', []);
    expect(shown(state, strict)).toBe('q_how_ended');
    expect(isComplete(strict, state.answers)).toBe(false);
  });

  it('ends where content leads in a circle', () => {
    const circle = {
      questions: steps.questions.map((question) =>
        question.id === 'q_substance_daily'
          ? { ...question, options: question.options.map((option) => ({ ...option, goto: 'q_how_ended' })) }
          : question,
      ),
    };
    const { answers } = after(...WAY);
    expect(idsOf(wizardPath(circle, answers))).toHaveLength(WAY.length);
    expect(shown({ ...START, answers, cursor: 'end' }, circle)).toBe('result');
    expect(wizardView(circle, START)).toMatchObject({ step: 1, of: 7 }); // all it can reach
  });

  it('has nothing to show but the result where there is no question', () => {
    expect(wizardView({ questions: [] }, START)).toEqual({ kind: 'result' });
    expect(isComplete({ questions: [] }, {})).toBe(false);
    expect(firstQuestion({ questions: [] })).toBeUndefined();
  });

  it('takes several answers to a question that allows it, and goes on by "next"', () => {
    const multi = {
      questions: steps.questions.map((question) =>
        question.id === 'q_how_ended' ? { ...question, kind: 'multi' as const, next: 'q_open_door' } : question,
      ),
    };
    const state = answer(multi, START, 'q_how_ended', ['stopped', 'no']);
    expect(shown(state, multi)).toBe('q_open_door');
    expect([...tagsOf(multi, state.answers)]).toEqual(['stopped']);
  });
});

describe('an answer', () => {
  it('can be none of the options, and is then not taken', () => {
    const state = after('q_how_ended=exploded');
    expect(shown(state)).toBe('q_how_ended');
    expect(isComplete(steps, state.answers)).toBe(false);
  });

  it('to a question that does not exist changes nothing', () => {
    expect(answer(steps, START, 'q_nowhere', ['no'])).toBe(START);
  });

  it('is found by the ids of its options; unknown ones are passed over', () => {
    const question = steps.questions.find(({ id }) => id === 'q_how_ended') as Question;
    expect(pickedOptions(question, { q_how_ended: ['left', 'exploded'] }).map(({ id }) => id)).toEqual(['left']);
    expect(pickedOptions(question, {})).toEqual([]);
  });

  it('gives its tags only while it is on the way', () => {
    const given = ['q_how_ended=no', 'q_contact_now=talking', 'q_open_door=yes'];
    expect([...tagsOf(steps, after(...given).answers)]).toEqual(['open_door']);
    expect([...tagsOf(steps, after(...given, 'q_contact_now=none').answers)]).toEqual(['no_contact']);
  });
});

describe('going back', () => {
  it('leads to the question before, with its answer', () => {
    const state = back(steps, after(...WAY.slice(0, 3)));
    expect(shown(state)).toBe('q_open_door');
    expect(state.answers.q_open_door).toEqual(['no']);
  });

  it('leads from the result to the last question', () => {
    expect(shown(back(steps, after(...WAY)))).toBe('q_substance_daily');
  });

  it('does nothing on the first question', () => {
    expect(back(steps, START)).toBe(START);
  });

  it('and forward again ends where it began', () => {
    const state = after(...WAY);
    expect(forward(steps, back(steps, state))).toEqual(state);
  });

  it('never goes forward past a question without an answer', () => {
    const state = after(...WAY.slice(0, 2));
    expect(forward(steps, state)).toBe(state);
    expect(forward(steps, START)).toBe(START);
  });
});

describe('changing an earlier answer', () => {
  const changing = deepFrozen(change(after(...WAY), 'q_open_door'));

  it('shows that question, with the answers kept', () => {
    expect(shown(changing)).toBe('q_open_door');
    expect(changing.answers).toEqual(after(...WAY).answers);
  });

  it('comes straight back to the result when nothing new has to be asked', () => {
    const state = answer(steps, change(after(...WAY), 'q_contact_now'), 'q_contact_now', ['talking']);
    expect(shown(state)).toBe('result');
    expect(state.changing).toBeUndefined();
    expect(state.answers).toMatchObject({ q_open_door: ['no'], q_what_got_in_way: ['ours'] });
  });

  it('asks what was never asked, and then comes back to the result', () => {
    const asked = answer(steps, changing, 'q_open_door', ['yes']);
    expect(shown(asked)).toBe('q_family_ready');
    expect(shown(answer(steps, asked, 'q_family_ready', ['rested']))).toBe('result');
  });

  it('keeps later answers that are off the way now, and counts them again when they are back on it', () => {
    const off = answer(steps, changing, 'q_open_door', ['yes']);
    expect(idsOf(wizardPath(steps, off.answers))).not.toContain('q_what_got_in_way');
    const on = answer(steps, change(off, 'q_open_door'), 'q_open_door', ['no']);
    expect(shown(on)).toBe('result');
    expect(on.answers.q_what_got_in_way).toEqual(['ours']);
  });

  it('can be left by going on', () => {
    expect(shown(forward(steps, changing))).toBe('result');
  });
});

describe('starting again', () => {
  const state = after('q_how_ended=stopped', 'q_tolerance=yes', 'q_contact_now=unsafe');

  it('forgets answers and keeps safety cards', () => {
    expect(state.cards).toEqual(['opioid_break', 'contact_unsafe']);
    expect(restart(state)).toEqual({ answers: {}, cards: ['opioid_break', 'contact_unsafe'] });
  });

  it('adds no card twice', () => {
    const again = answer(steps, restart(state), 'q_tolerance', ['unsure']);
    expect(again.cards).toEqual(['opioid_break', 'contact_unsafe']);
  });
});

describe('coming back', () => {
  it('shows the question where one was', () => {
    expect(shown({ ...after(...WAY), cursor: 'q_contact_now' })).toBe('q_contact_now');
  });

  it('shows the first open question when the one shown is off the way', () => {
    expect(shown({ ...after(...WAY.slice(0, 2)), cursor: 'q_family_ready' })).toBe('q_open_door');
  });

  it('shows the result when all is answered and the one shown is gone', () => {
    expect(shown({ ...after(...WAY), cursor: 'q_gone' })).toBe('result');
  });

  it('begins with the first question when all is answered and nothing was shown', () => {
    const { answers } = after(...WAY);
    expect(shown({ answers, cards: [] })).toBe('q_how_ended');
  });
});
