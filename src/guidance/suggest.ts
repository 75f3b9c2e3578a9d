/** What the answers point to: pure rules over a bundle and a session. No scores; safety first. */
import type { Contingency, Format, Outcome, PlanPart, Rule, StepsPart } from '../content/schema.js';
import type { PlanRow, SessionState } from '../session/state.js';
import { hasUnsafeCard } from './contact.js';
import { isComplete, pickedOptions, tagsOf, wizardPath } from './wizard.js';

/** An answer with this tag means that contact with the loved one is not safe. */
export const UNSAFE_TAG = 'unsafe';

export interface Suggestion {
  readonly outcome: Outcome;
  /** Why, in the visitor's terms. */
  readonly because: readonly string[];
}

export interface Guidance {
  /** One or two next steps. */
  readonly main: readonly Suggestion[];
  /** Others that fit too. */
  readonly also: readonly Suggestion[];
  /** Ids of safety cards to show before anything else. */
  readonly cards: readonly string[];
  /** Whether advice that takes contact was held back. */
  readonly contactHeld: boolean;
}

const MAX_MAIN = 2;
const MAX_ALSO = 3;

type Answered = Pick<SessionState, 'reasons' | 'wizard'>;

/** Whether contact with the loved one was called unsafe at any time in this visit. */
export function isContactUnsafe(steps: Pick<StepsPart, 'questions'>, session: Pick<SessionState, 'wizard'>): boolean {
  return hasUnsafeCard(session) || tagsOf(steps, session.wizard.answers).has(UNSAFE_TAG);
}

/** Rules that hold, strongest first: safety, then priority, then their order in the content. */
export function matchingRules(steps: StepsPart, { reasons, wizard }: Answered): readonly Rule[] {
  const path = wizardPath(steps, wizard.answers);
  const tags = tagsOf(steps, wizard.answers);
  const holds = (condition: string): boolean => {
    const [question, option] = condition.split('=');
    if (option !== undefined) {
      const asked = path.find(({ id }) => id === question);
      return asked !== undefined && pickedOptions(asked, wizard.answers).some(({ id }) => id === option);
    }
    const [kind, name = ''] = condition.split(':');
    return kind === 'reason' ? reasons.includes(name) : tags.has(name);
  };
  return steps.rules
    .filter(({ when: { all = [], any = [], none = [] } }) => {
      return all.every(holds) && (!any.length || any.some(holds)) && !none.some(holds);
    })
    .sort((a, b) => Number(b.safety ?? false) - Number(a.safety ?? false) || b.priority - a.priority);
}

/** The next steps for a finished way through the wizard. */
export function guidanceFor(steps: StepsPart, session: Answered): Guidance {
  const contactUnsafe = isContactUnsafe(steps, session);
  const byId = new Map(steps.outcomes.map((outcome) => [outcome.id, outcome]));
  const reasonsFor = new Map<string, string[]>();
  let strongest: Rule | undefined;
  let contactHeld = false;
  const strong = new Set<string>();
  for (const rule of matchingRules(steps, session)) {
    for (const id of rule.outcomes) {
      const outcome = byId.get(id);
      if (!outcome) continue;
      if (contactUnsafe && outcome.contact) {
        contactHeld = true;
        continue;
      }
      strongest ??= rule;
      if (rule.safety || !strongest.safety) strong.add(id);
      const because = reasonsFor.get(id) ?? [];
      if (!because.includes(rule.because)) because.push(rule.because);
      reasonsFor.set(id, because);
    }
  }
  const suggestions = [...reasonsFor].map(([id, because]) => ({ outcome: byId.get(id) as Outcome, because }));
  // After a safety rule, only what safety asks for stands in front.
  const main = suggestions.filter(({ outcome }) => strong.has(outcome.id)).slice(0, MAX_MAIN);
  const also = suggestions.filter((suggestion) => !main.includes(suggestion)).slice(0, MAX_ALSO);
  const cards = [...new Set([...session.wizard.cards, ...main.flatMap(({ outcome }) => outcome.cards ?? [])])];
  return { main, also, cards, contactHeld };
}

/** The outcomes shown at the end of the wizard; none before it is finished. */
export function reachedOutcomes(steps: StepsPart, session: Answered): readonly string[] {
  if (!isComplete(steps, session.wizard.answers)) return [];
  return guidanceFor(steps, session).main.map(({ outcome }) => outcome.id);
}

/** Public help first, what is sold last, whatever order an author or a center wrote it in. */
const HELP_ORDER: readonly Outcome['options'][number]['kind'][] = ['help', 'group', 'self', 'pro', 'sponsor'];

/** Who can help with a next step, in the order a family sees it. */
export const sortedHelp = ({ options }: Pick<Outcome, 'options'>): Outcome['options'] =>
  options.toSorted((a, b) => HELP_ORDER.indexOf(a.kind) - HELP_ORDER.indexOf(b.kind));

/** The ways to ask that the suggested steps name, in the order of the content; none that takes contact when it is unsafe. */
export function formatsFor(
  { formats, questions }: Pick<StepsPart, 'formats' | 'questions'>,
  main: readonly Suggestion[],
  session: Pick<SessionState, 'wizard'>,
): readonly Format[] {
  const named = new Set(main.flatMap(({ outcome }) => outcome.formats ?? []));
  const isHeld = isContactUnsafe({ questions }, session);
  return formats.filter(({ id, contact }) => named.has(id) && !(contact && isHeld));
}

export interface ContingencyChoice {
  /** What the ticked reasons and the outcome lead to, best match first. */
  readonly suggested: readonly Contingency[];
  /** All others, in the order of the library. */
  readonly others: readonly Contingency[];
}

/** Which setbacks to plan for. What is in the plan already is left out, and so is contact when it is not safe. */
export function contingencyChoice(
  { contingencies, suggestedBy }: PlanPart,
  plan: readonly PlanRow[],
  {
    reasons,
    outcomes,
    contactUnsafe,
  }: {
    readonly reasons: readonly string[];
    readonly outcomes: readonly string[];
    readonly contactUnsafe: boolean;
  },
): ContingencyChoice {
  const named = new Set([...reasons.map((id) => `reason:${id}`), ...outcomes.map((id) => `outcome:${id}`)]);
  const matches = ({ id }: Contingency) => (suggestedBy[id] ?? []).filter((ref) => named.has(ref)).length;
  const open = contingencies.filter(
    ({ id, contact }) => !(contact && contactUnsafe) && !plan.some(({ from }) => from === id),
  );
  return {
    suggested: open.filter((item) => matches(item) > 0).sort((a, b) => matches(b) - matches(a)),
    others: open.filter((item) => matches(item) === 0),
  };
}

/** Fewer rows than this say nothing about who carries the load. */
const MIN_ROWS_FOR_LOAD = 3;
/** One person with more than this share of the rows carries too much. */
export const LOAD_LIMIT = 0.6;

type Owned = Pick<PlanRow, 'owner' | 'nickname'>;

/** The person (nickname, else role) who carries more than {@link LOAD_LIMIT} of the plan, if anyone does. */
export function overloadedOwner(plan: readonly Owned[]): Owned | undefined {
  if (plan.length < MIN_ROWS_FOR_LOAD) return undefined;
  const person = ({ nickname, owner }: Owned) => (nickname ? `name ${nickname.toLowerCase()}` : owner);
  return plan.find((row) => {
    if (!person(row)) return false;
    return plan.filter((other) => person(other) === person(row)).length / plan.length > LOAD_LIMIT;
  });
}
