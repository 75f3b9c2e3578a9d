/** What may be shared with a center: titles of our own, and never what was typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../../src/content/schema.js';
import { isOpen } from '../../../src/guidance/open.js';
import { leadSummary } from '../../../src/handoff/lead-summary.js';
import { EMPTY_SESSION, type ListName, type SessionState } from '../../../src/session/state.js';
import { addRow, tickReason, type Transition } from '../../../src/session/transitions.js';
import { compileFiles, ENGLISH, englishBundle, filesOf, SPANISH } from '../helpers.js';

const english = await englishBundle();
const spanish = compileFiles(await filesOf(SPANISH), await filesOf(ENGLISH)).bundle as Bundle;
const BUNDLES = [
  ['English', english],
  ['Spanish', spanish],
] as const;

/** Every text field of every list. */
const TEXTS: Readonly<Record<ListName, object>> = {
  plan: { plan: 'A', owner: '', reviewOn: '', trigger: '', response: '', then: '', nickname: '', sign: '' },
  steps: { owner: '', due: '', done: '', what: '', nickname: '' },
  limits: { safe: '', verdict: '', willNot: '', will: '' },
  goals: { owner: 'me', due: '', done: '', goal: '', measure: '', achievable: '', relevant: '' },
  people: { closeness: '', calm: '', safe: '', place: '', name: '' },
  team: { role: '', status: '', name: '' },
  tells: { who: '', whom: '', what: '', when: '' },
  sheets: { name: '', friend: '', lens_timing: '' },
  moments: { said: '', did: '' },
  wins: { on: '2026-11-25', text: '' },
  ready: { list: 'yes', label: '' },
  changes: { kind: 'how', on: '2026-11-25', text: '' },
};
const CLOSED = new Set([
  'plan',
  'owner',
  'reviewOn',
  'due',
  'done',
  'safe',
  'verdict',
  'list',
  'kind',
  'on',
  'role',
  'status',
  'closeness',
  'calm',
  'place',
]);

/** A session in which everything there is was picked, and `typed` stands in every field one can write in. */
function everything({ reasons, steps, plan }: Bundle, typed = ''): SessionState {
  const rows = (Object.keys(TEXTS) as ListName[]).map((list): Transition => {
    const row = Object.fromEntries(
      Object.entries(TEXTS[list]).map(([field, value]) => [field, CLOSED.has(field) ? value : typed]),
    );
    return addRow(list, row as never);
  });
  const state = [...rows, ...reasons.items.map(({ id }) => tickReason(id, true))].reduce(
    (before, step) => step(before),
    EMPTY_SESSION,
  );
  const planRows = plan.contingencies.map(({ id }, i) => ({
    ...(TEXTS.plan as SessionState['lists']['plan'][number]),
    id: `row_${1000 + i}`,
    from: id,
    trigger: typed,
    response: typed,
    nickname: typed,
  }));
  return {
    ...state,
    note: typed,
    care: { ...state.care, note: typed, holding: 1, feeling: 'feel_fear' },
    lists: { ...state.lists, plan: [...state.lists.plan, ...planRows] },
    watch: {
      every: 'week',
      entries: [
        { id: 'row_999', on: '2026-11-25', done: [], barriers: [], adjust: typed, helped: typed, sleep: '', talk: '' },
      ],
    },
    wizard: {
      answers: Object.fromEntries(steps.questions.map(({ id, options }) => [id, options.map((one) => one.id)])),
      cards: ['contact_unsafe'],
      outcomes: steps.outcomes.map(({ id }) => id),
      format: steps.formats[0]?.id ?? '',
    },
  };
}
const textsOf = (bundle: Bundle, state: SessionState) => leadSummary(bundle, state).map(({ text }) => text);

describe.each(BUNDLES)('a summary (%s)', (_, bundle) => {
  const { reasons, steps, plan, contact } = bundle;
  const open = {
    reason: reasons.items.filter(isOpen).map(({ label }) => label),
    step: steps.outcomes.filter(isOpen).map(({ title }) => title),
    format: steps.formats.filter(isOpen).map(({ title }) => title),
    setback: plan.contingencies.filter(isOpen).map(({ trigger }) => trigger),
  };
  const all = (Object.keys(open) as (keyof typeof open)[]).flatMap((kind) =>
    open[kind].map((title) => contact.words.lines[kind].replace('{title}', title)),
  );

  it('is empty before anything was picked', () => {
    expect(leadSummary(bundle, EMPTY_SESSION)).toEqual([]);
  });

  it('has open titles of the words only, each once and with an id of its own', () => {
    const lines = leadSummary(bundle, everything(bundle));
    expect(lines.length).toBeGreaterThan(10);
    for (const { text } of lines) expect(all).toContain(text);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  });

  it('has nothing that is private or tells of danger', () => {
    const closed = [
      ...reasons.items.filter((item) => !isOpen(item)).map(({ label }) => label),
      ...steps.outcomes.filter((item) => !isOpen(item)).map(({ title }) => title),
      ...plan.contingencies.filter((item) => !isOpen(item)).map(({ trigger }) => trigger),
    ];
    expect(closed.length).toBeGreaterThan(3); // else the test would prove nothing
    const texts = textsOf(bundle, everything(bundle)).join('\n');
    for (const title of closed) expect(texts).not.toContain(title);
  });

  it('names no substance, no illness and no state of mind', () => {
    const words =
      /\b(?:drug|alcohol|drunk|drink|beer|wine|liquor|opioid|opiate|fentanyl|heroin|cocaine|crack|meth|cannabis|marijuana|weed|pill|benzo|xanax|oxy|naloxone|methadone|buprenorphine|overdos|relaps|addict|detox|withdrawal|sober|diagnos|disorder|depress|anxi|bipolar|psycho|schizo|trauma|ptsd|suicid|self-harm|pregnan|hiv|hepatitis|mental)\w*/i;
    const palabras =
      /(?<!\p{L})(?:droga|alcohol|alcohól|borrach|bebid|bebe|cerveza|vino|licor|opioid|opiáce|fentanilo|heroína|cocaína|metanfetamina|marihuana|cannabis|pastilla|benzo|naloxona|metadona|buprenorfina|sobredosis|reca[ií]|adict|adicci|desintoxic|abstinencia|sobri[oa]|diagn|trastorno|depres|ansied|bipolar|psic|esquizo|trauma|suicid|embaraz|vih|hepatitis|mental)/iu;
    const named = textsOf(bundle, everything(bundle)).filter((text) => words.test(text) || palabras.test(text));
    expect(named).toEqual([]);
  });

  it('never has anything that was typed, wherever it was', () => {
    const before = textsOf(bundle, everything(bundle));
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }), (typed) => {
        expect(textsOf(bundle, everything(bundle, typed))).toEqual(before);
        expect(textsOf(bundle, everything(bundle, `@@${typed}@@`)).join()).not.toContain('@@');
      }),
      { numRuns: 100 },
    );
  });

  it('knows nothing of ids that the words do not have', () => {
    const state = [tickReason('no_such_reason', true)].reduce((before, step) => step(before), EMPTY_SESSION);
    const wizard = { answers: {}, cards: [], outcomes: ['no_such_step'], format: 'no_such_format' };
    expect(leadSummary(bundle, { ...state, wizard })).toEqual([]);
  });
});
