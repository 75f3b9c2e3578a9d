/**
 * The way through the wizard: pure functions over the questions of a bundle and the answers of a session.
 * The danger gate stands before it and is never part of an answer: whoever shows the wizard asks it first, on
 * every start and every resume.
 */
import type { Option, Question, StepsPart } from '../content/schema.js';
import type { WizardState } from '../session/state.js';

/** Where the visitor is. `step` counts from 1; `of` is the longest way there can still be. */
export type WizardView =
  | { readonly kind: 'question'; readonly question: Question; readonly step: number; readonly of: number }
  | { readonly kind: 'result' };

type Questions = Pick<StepsPart, 'questions'>;

const find = ({ questions }: Questions, id: string | undefined) => questions.find((question) => question.id === id);

/** The question about danger. Content without one never passes the check, but may come from a host's script. */
export const gateOf = ({ questions }: Questions): Question | undefined => questions.find(({ kind }) => kind === 'gate');

/** Whether an answer to the gate means that nobody is in danger. "Not sure" counts as danger. */
export const isClear = (option: Option): boolean => option.goto !== 'safety:choose';

/** The question asked once the gate is passed. */
export function firstQuestion(steps: Questions): Question | undefined {
  const clear = gateOf(steps)?.options.find(isClear);
  return find(steps, clear?.goto) ?? steps.questions.find(({ kind }) => kind !== 'gate');
}

/** The options that were picked; unknown ids, from an older bundle say, are passed over. */
export function pickedOptions(question: Question, answers: WizardState['answers']): readonly Option[] {
  const ids = answers[question.id] ?? [];
  return question.options.filter(({ id }) => ids.includes(id));
}

/** Where the given answer leads. */
function following(steps: Questions, question: Question, answers: WizardState['answers']): Question | undefined {
  const [option] = pickedOptions(question, answers);
  const target = (question.kind === 'multi' ? undefined : option?.goto) ?? question.next;
  return find(steps, target);
}

const isAnswered = (question: Question, answers: WizardState['answers']): boolean => {
  const ids = answers[question.id];
  if (!ids) return false;
  return ids.length ? pickedOptions(question, answers).length > 0 : question.skippable === true;
};

/** The questions on the way, in order, up to and with the first one that is not answered. */
export function wizardPath(steps: Questions, answers: WizardState['answers']): readonly Question[] {
  const path: Question[] = [];
  let question = firstQuestion(steps);
  while (question && !path.includes(question)) {
    path.push(question);
    if (!isAnswered(question, answers)) break;
    question = following(steps, question, answers);
  }
  return path;
}

/** Whether every question on the way is answered. */
export function isComplete(steps: Questions, answers: WizardState['answers']): boolean {
  const last = wizardPath(steps, answers).at(-1);
  return last !== undefined && isAnswered(last, answers);
}

/**
 * How many questions can follow, the given one included. Counted step by step: of ways there can be more than anybody
 * could walk. A circle, which content from an address may have, counts once round.
 */
function longestFrom(steps: Questions, question: Question | undefined): number {
  const reached = new Set<Question>();
  let length = 0;
  for (let asked = new Set(question ? [question] : []); asked.size; length += 1) {
    asked.forEach((one) => reached.add(one));
    if (length === reached.size) break;
    const targets = [...asked].flatMap(({ options, next }) => [...options.map((option) => option.goto), next]);
    asked = new Set(targets.flatMap((id) => find(steps, id) ?? []));
  }
  return length;
}

/** The most questions there are on any way. It says nothing of the answers, so a page may hear it. */
export const longestWay = (steps: Questions): number => longestFrom(steps, firstQuestion(steps));

/** What to show. A cursor that the answers no longer lead to falls back to where they do lead. */
export function wizardView(steps: Questions, { answers, cursor }: WizardState): WizardView {
  const path = wizardPath(steps, answers);
  const complete = isComplete(steps, answers);
  const index = path.findIndex(({ id }) => id === cursor);
  if (index < 0 && complete && cursor) return { kind: 'result' };
  const at = index >= 0 ? index : complete ? 0 : path.length - 1;
  const question = path[at];
  if (!question) return { kind: 'result' };
  return { kind: 'question', question, step: at + 1, of: at + longestFrom(steps, question) };
}

/** Takes an answer (no ids: a skip) and moves on. Later answers stay; those still on the way count again. */
export function answer(
  steps: Questions,
  state: WizardState,
  questionId: string,
  optionIds: readonly string[],
): WizardState {
  const question = find(steps, questionId);
  if (!question || question.kind === 'gate') return state;
  const answers = { ...state.answers, [questionId]: optionIds };
  const added = pickedOptions(question, answers).flatMap(({ cards }) => cards ?? []);
  const cards = [...new Set([...state.cards, ...added])];
  return forward(steps, { ...state, answers, cards, cursor: questionId });
}

/** Moves to the question after the one shown, or to the result. An unanswered question is not passed. */
export function forward(steps: Questions, state: WizardState): WizardState {
  const path = wizardPath(steps, state.answers);
  const index = path.findIndex(({ id }) => id === state.cursor);
  const shown = path[index];
  if (!shown || !isAnswered(shown, state.answers)) return state;
  const { changing, ...rest } = state;
  if (!changing) return { ...rest, cursor: path[index + 1]?.id ?? 'end' };
  // Back to the result, unless the new answer opened a question that was never asked.
  const open = path.find((question) => !isAnswered(question, state.answers));
  return open ? { ...state, cursor: open.id } : { ...rest, cursor: 'end' };
}

/** Moves to the question before the one shown. On the first one nothing happens. */
export function back(steps: Questions, state: WizardState): WizardState {
  const path = wizardPath(steps, state.answers);
  const view = wizardView(steps, state);
  const index = view.kind === 'result' ? path.length : path.indexOf(view.question);
  const previous = path[index - 1];
  return previous ? { ...state, cursor: previous.id } : state;
}

/** Goes to one question to change its answer; the rest of the answers stay. */
export function change(state: WizardState, questionId: string): WizardState {
  return { ...state, cursor: questionId, changing: true };
}

/** Begins again. Safety cards stay: a new answer can add one but not take one away. */
export function restart({ cards }: WizardState): WizardState {
  return { answers: {}, cards };
}

/** The tags of every answer on the way. */
export function tagsOf(steps: Questions, answers: WizardState['answers']): ReadonlySet<string> {
  return new Set(
    wizardPath(steps, answers).flatMap((question) =>
      pickedOptions(question, answers).flatMap(({ tags }) => tags ?? []),
    ),
  );
}
