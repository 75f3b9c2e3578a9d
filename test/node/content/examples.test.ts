import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf, textsIn } from '../../../src/content/compile/texts.js';
import { linesFor } from '../../../src/content/region.js';
import { bundleSchema, ENTITIES, REQUIRED_CRISIS_KINDS, type Bundle } from '../../../src/content/schema.js';
import { isAboutThem } from '../../../src/guidance/goals.js';
import { UNSAFE_CARD } from '../../../src/guidance/contact.js';
import { guidanceFor, isContactUnsafe, UNSAFE_TAG } from '../../../src/guidance/suggest.js';
import { answer, firstQuestion, gateOf, wizardView } from '../../../src/guidance/wizard.js';
import type { WizardState } from '../../../src/session/state.js';
import { compileFiles, filesOf, REPO, type Files } from '../helpers.js';

const SCHOOL = join(REPO, 'examples/school-support');
const english = await filesOf(join(SCHOOL, 'en'));
const spanish = await filesOf(join(SCHOOL, 'es'));

/** Words of the field that the kit's own words are for. */
const FIELD =
  /intervention|intervenci|treatment center|centro de tratamiento|drug|droga|alcohol|opioid|opioide|naloxon|overdose|sobredosis|addict|adict|withdrawal|abstinencia|sober|rehab|detox|substance|sustancia/i;
/** Words that name nothing outside that field where a visitor reads them, but stand in ids too. */
const FIELD_IN_TEXTS = /\btreatments?\b|\btratamientos?\b|loved one|ser querido/i;

const textsOf = (bundle: Bundle) => textsIn(bundleSchema, bundle).flatMap(({ value }) => linesOf(value));

interface Entry {
  readonly id: string;
}
/** Each list of entries in a bundle, by part and name. Sources of a part can be none: core has those of several parts. */
const listsOf = ({ core, reasons, debrief, steps, timeline, plan, tools, watch, care, learn, guide }: Bundle) =>
  Object.entries({ core, reasons, debrief, steps, timeline, plan, tools, watch, care, learn, guide }).flatMap(
    ([part, lists]) =>
      Object.entries(lists).flatMap(([name, list]) =>
        Array.isArray(list) ? [[`${part}.${name}`, list as readonly Entry[]] as const] : [],
      ),
  );

function compiled(files: Files, original?: Files): Bundle {
  const { bundle, issues } = compileFiles(files, original);
  if (!bundle) throw new Error(JSON.stringify(issues, null, 2));
  return bundle;
}
const bundles = { en: compiled(english), es: compiled(spanish, english) };

it.each([
  ['en', english, undefined],
  ['es', spanish, english],
] as const)('examples/school-support/%s compiles with nothing to report but hints', (_, files, original) => {
  const { issues } = compileFiles(files, original);
  expect(issues.filter(({ severity }) => severity !== 'hint')).toEqual([]);
});

it('examples/school-support/en has entries of every kind', () => {
  const folders = new Set([...english.keys()].map((path) => path.split('/')[0]));
  expect(
    Object.values(ENTITIES)
      .map(({ folder }) => folder)
      .filter((folder) => !folders.has(folder)),
  ).toEqual([]);
});

describe.each(Object.entries(bundles))('examples/school-support/%s', (_, bundle) => {
  const { core, steps, care, plan, reasons, tools } = bundle;

  it('has no word of the field that the kit was first made for', () => {
    expect(FIELD.exec(JSON.stringify(bundle))?.[0]).toBeUndefined();
    expect(textsOf(bundle).filter((text) => FIELD_IN_TEXTS.test(text))).toEqual([]);
  });

  it('fills what every element shows', () => {
    const empty = listsOf(bundle).filter(([, list]) => !list.length);
    expect(empty.map(([name]) => name).filter((name) => !name.endsWith('.sources'))).toEqual([]);
    expect(new Set(plan.contingencies.map((item) => item.plan))).toEqual(new Set('ABCD'));
    expect(new Set(care.cards.map(({ side }) => side))).toEqual(new Set(['me', 'them']));
    expect(new Set(tools.ready.map(({ list }) => list))).toEqual(new Set(['yes', 'talk']));
    expect(reasons.items.some(({ unsure }) => unsure)).toBe(true);
  });

  it('has each name that the code looks for', () => {
    const tags = steps.questions.flatMap(({ options }) => options.flatMap((option) => option.tags ?? []));
    expect(tags).toContain(UNSAFE_TAG);
    expect(core.safety.map(({ id }) => id)).toEqual(expect.arrayContaining([UNSAFE_CARD, 'suicide_me', 'violence']));
    expect(gateOf(steps)?.options.map(({ goto }) => goto)).toEqual(['safety:choose', 'safety:choose', 'q_what_for']);
  });

  it('says for its region whom to call in an emergency, about suicide and about poison', () => {
    for (const region of core.regions) {
      for (const kind of REQUIRED_CRISIS_KINDS) expect(linesFor(core, region, kind)).not.toEqual([]);
    }
  });

  it('has ideas for goals that are about what the visitor does', () => {
    const { guardPeople: people, guardUseWords: use, guardPush: push } = tools.words;
    const isFlagged = (goal: string) => isAboutThem(goal, { people, use, push }, bundle.locale);
    expect([...tools.goals.map(({ goal }) => goal), ...tools.words.guardInstead].filter(isFlagged)).toEqual([]);
    expect(['My child goes to school every day', 'Quiero que mi hijo estudie'].some(isFlagged)).toBe(true);
  });
});

describe('the wizard of examples/school-support', () => {
  const { steps } = bundles.en;
  const EMPTY: WizardState = { answers: {}, cards: [] };

  /** Every way through the questions, an answer or a skip at each. */
  function ways(state: WizardState): readonly WizardState[] {
    const view = wizardView(steps, state);
    if (view.kind === 'result') return [state];
    const { question } = view;
    const answers = [...question.options.map(({ id }) => [id]), ...(question.skippable ? [[]] : [])];
    return answers.flatMap((ids) => ways(answer(steps, { ...state, cursor: question.id }, question.id, ids)));
  }
  const ends = ways({ ...EMPTY, cursor: firstQuestion(steps)?.id });

  it('ends every way with one or two next steps, and reaches each of them', () => {
    const found = ends.map((wizard) => guidanceFor(steps, { reasons: [], wizard }));
    expect(found.every(({ main }) => main.length > 0)).toBe(true);
    const reached = new Set(found.flatMap(({ main, also }) => [...main, ...also].map(({ outcome }) => outcome.id)));
    expect(steps.outcomes.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });

  it('holds back every talk about school where it is not safe', () => {
    const unsafe = ends.filter((wizard) => isContactUnsafe(steps, { wizard }));
    expect(unsafe.length).toBeGreaterThan(0);
    for (const wizard of unsafe) {
      const { main, also, cards } = guidanceFor(steps, { reasons: ['child_not_asked'], wizard });
      expect(main.map(({ outcome }) => outcome.id)).toEqual(['safety_first']);
      expect(also.filter(({ outcome }) => outcome.contact)).toEqual([]);
      expect(cards).toContain(UNSAFE_CARD);
    }
  });
});
