// The job's words in the shape the kit reads: as a bundle, as an overlay, and as the chunks of a build with these words.
import { readFileSync } from 'node:fs';
import { CARE, GROUPS, OUTCOMES, QUESTIONS, reasons, ROLES, RULES } from './job.mjs';

const p = (text) => [{ kind: 'p', children: [text] }];
const dated = { evidence: 'practice', citations: ['practice_note'], draftedOn: '2026-11-26', reviewBy: '2027-11-26' };

/** The lists that the job fills, for each part. What the kit has beyond the job is empty. */
export function jobLists(built, count) {
  const gate = built.steps.questions.find(({ kind }) => kind === 'gate'); // its danger gate is the job's first question
  const all = RULES.filter(({ when }) => when).map(({ when }) => when.join('='));
  return {
    reasons: {
      groups: GROUPS,
      items: reasons(count).map(({ id, group, label, what, tryNext }) => ({
        id,
        group,
        label,
        board: 'change',
        leadsTo: ['outcome:again'],
        ...dated,
        what: p(what),
        tryNext: p(tryNext),
      })),
      strengths: [],
    },
    steps: {
      questions: [
        gate,
        ...QUESTIONS.slice(1).map(({ id, ask, options }) => ({
          id,
          kind: 'single',
          ask,
          options: options.map(({ to, ...option }) => ({ ...option, goto: to })),
        })),
      ],
      outcomes: OUTCOMES.map(({ id, title, why, steps }) => ({
        id,
        title,
        redoDays: 7,
        options: [{ kind: 'self', label: 'On your own' }],
        ...dated,
        why: p(why),
        steps: steps.map((step) => [step]),
      })),
      rules: RULES.map(({ outcome, when }, at) => ({
        id: outcome,
        priority: 100 - at,
        when: when ? { all: [when.join('=')], none: all.slice(0, at) } : { none: all },
        outcomes: [outcome],
        because: 'Of what you answered.',
      })),
      formats: [],
    },
    plan: { roles: ROLES, contingencies: [] },
    care: {
      items: CARE.map(({ id, minutes, title, how }) => ({
        id,
        domain: 'body',
        minutes,
        title,
        ...dated,
        do: p(how),
        why: p('It can help.'),
      })),
      cards: [],
    },
  };
}

export const readBuilt = () => JSON.parse(readFileSync('dist/content/en.json', 'utf8'));

/** A whole bundle with the job's words, and the kit's own for what is around them; checked, as the kit reads one. */
export async function jobBundle(count) {
  const built = readBuilt();
  const lists = jobLists(built, count);
  const parts = Object.fromEntries(Object.entries(lists).map(([part, own]) => [part, { ...built[part], ...own }]));
  const bundle = { ...built, ...parts };
  bundle.reasons = { ...bundle.reasons, titles: {}, sources: [] };
  bundle.steps = { ...bundle.steps, sources: [] };
  bundle.care = { ...bundle.care, sources: [] };
  bundle.plan = { ...bundle.plan, suggestedBy: {} };
  bundle.timeline = { ...bundle.timeline, days: [] };
  const { checkBundle } = await import('../dist/esm/content/check-bundle.js');
  const { bundle: checked, issues } = checkBundle(bundle);
  if (!checked) throw new Error(`The job's words are no bundle: ${issues.join('; ')}`);
  return checked;
}

/** The same as an overlay of the built-in words: what is theirs and may go is taken out. */
export function jobOverlay(count) {
  const built = readBuilt();
  const keep = ({ kind, options, safety }) =>
    kind === 'gate' || safety === true || options?.some(({ cards }) => cards?.length);
  const change = (own, list) => ({
    put: own.filter(({ kind }) => kind !== 'gate'),
    drop: list.filter((entry) => !keep(entry)).map(({ id }) => id),
  });
  const parts = Object.fromEntries(
    Object.entries(jobLists(built, count)).map(([part, lists]) => [
      part,
      Object.fromEntries(Object.entries(lists).map(([name, own]) => [name, change(own, built[part][name])])),
    ]),
  );
  const { schemaVersion, locale, dir } = built;
  return { schemaVersion, extends: 'en', locale, dir, contentVersion: 'bench-job', parts };
}

/** The chunk of a part of a bundle, as the build of the kit writes it. */
export function partChunk(bundle, part) {
  const { schemaVersion, contentVersion, locale, dir } = bundle;
  return `export default ${JSON.stringify({ schemaVersion, contentVersion, locale, dir, [part]: bundle[part] })};`;
}
