import { describe, expect, it } from 'vitest';
import type { Outcome, Rule, StepsPart } from '../../../src/content/schema.js';
import { boardOf } from '../../../src/guidance/board.js';
import { leadsOf } from '../../../src/guidance/leads-to.js';
import { hasUnsafeCard, UNSAFE_CARD } from '../../../src/guidance/contact.js';
import {
  contingencyChoice,
  guidanceFor,
  isContactUnsafe,
  matchingRules,
  overloadedOwner,
  reachedOutcomes,
  sortedHelp,
  UNSAFE_TAG,
  type Guidance,
} from '../../../src/guidance/suggest.js';
import { answer, restart } from '../../../src/guidance/wizard.js';
import type { PlanRow, SessionState, WizardState } from '../../../src/session/state.js';
import { deepFrozen, englishBundle } from '../helpers.js';

const { steps, reasons, plan } = await englishBundle();

type Answered = Pick<SessionState, 'reasons' | 'wizard'>;

/** A session with those answers (`question=option`, `question=` for a skip) and ticked reasons. */
function having(given: readonly string[], ticked: readonly string[] = [], from?: WizardState): Answered {
  const wizard = given.reduce<WizardState>(
    (state, text) => {
      const [question = '', option] = text.split('=');
      return answer(steps, state, question, option ? [option] : []);
    },
    from ?? { answers: {}, cards: [] },
  );
  return deepFrozen({ reasons: ticked, wizard });
}

const idsOf = (list: Guidance['main']) => list.map(({ outcome }) => outcome.id);
const NOTHING_SPECIAL = [
  'q_how_ended=',
  'q_contact_now=',
  'q_open_door=',
  'q_what_got_in_way=',
  'q_substance_daily=no',
];
const UNSAFE = ['q_how_ended=no', 'q_contact_now=unsafe', 'q_family_ready=rested', 'q_substance_daily=no'];

const outcome = (id: string, more: Partial<Outcome> = {}): Outcome => ({
  ...(steps.outcomes[0] as Outcome),
  id,
  contact: false,
  cards: [],
  ...more,
});
const rule = (id: string, priority: number, outcomes: string[], more: Partial<Rule> = {}): Rule => ({
  id,
  priority,
  outcomes,
  because: `Because of ${id}.`,
  when: {},
  ...more,
});
/** Steps with the built-in questions and rules of one's own. */
const withRules = (
  rules: Rule[],
  outcomes = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'd1', 'd2'].map((id) => outcome(id)),
): StepsPart => ({
  ...steps,
  rules,
  outcomes,
});
const EMPTY = having([]);

describe('the rules that hold', () => {
  it.each<[string, Rule['when'], boolean]>([
    ['an empty one', {}, true],
    ['an answer that was given', { all: ['q_how_ended=stopped'] }, true],
    ['an answer that was not given', { all: ['q_how_ended=no'] }, false],
    ['an answer to a question that was not asked', { all: ['q_family_ready=rested'] }, false],
    ['a ticked reason', { all: ['reason:too_long'] }, true],
    ['a reason that is not ticked', { all: ['reason:surprise'] }, false],
    ['a tag', { all: ['tag:opioid_break'] }, true],
    ['a tag no answer gave', { all: ['tag:daily'] }, false],
    ['all of them', { all: ['q_how_ended=stopped', 'reason:too_long', 'tag:stopped'] }, true],
    ['not quite all of them', { all: ['q_how_ended=stopped', 'reason:surprise'] }, false],
    ['any of them', { any: ['reason:surprise', 'tag:stopped'] }, true],
    ['none of any', { any: ['reason:surprise', 'tag:daily'] }, false],
    ['none of them', { none: ['reason:surprise', 'tag:daily'] }, true],
    ['one of none', { none: ['reason:too_long'] }, false],
    ['all three', { all: ['tag:stopped'], any: ['reason:too_long'], none: ['tag:daily'] }, true],
  ])('follow their conditions: %s', (_, when, holds) => {
    const session = having(['q_how_ended=stopped', 'q_tolerance=yes'], ['too_long']);
    expect(matchingRules(withRules([rule('r', 1, ['a1'], { when })]), session)).toHaveLength(holds ? 1 : 0);
  });

  it('do not count an answer that is off the way now', () => {
    const content = withRules([rule('r', 1, ['a1'], { when: { all: ['q_tolerance=yes'] } })]);
    const given = ['q_how_ended=stopped', 'q_tolerance=yes'];
    expect(matchingRules(content, having(given))).toHaveLength(1);
    expect(matchingRules(content, having([...given, 'q_how_ended=no']))).toHaveLength(0);
  });

  it('come with safety first, then by priority, then in the order of the content', () => {
    const rules = [
      rule('low', 1, ['a1']),
      rule('high_first', 900, ['a1']),
      rule('high_second', 900, ['a1']),
      rule('safe_low', 2, ['a1'], { safety: true }),
      rule('safe_high', 3, ['a1'], { safety: true }),
    ];
    expect(matchingRules(withRules(rules), EMPTY).map(({ id }) => id)).toEqual([
      'safe_high',
      'safe_low',
      'high_first',
      'high_second',
      'low',
    ]);
  });
});

describe('what is suggested', () => {
  it('is what the strongest rule names; the rest fits too', () => {
    const { main, also } = guidanceFor(withRules([rule('low', 1, ['c1']), rule('high', 9, ['a1', 'a2'])]), EMPTY);
    expect([idsOf(main), idsOf(also)]).toEqual([['a1', 'a2'], ['c1']]);
  });

  it('is both when two rules are equally strong', () => {
    const { main } = guidanceFor(withRules([rule('one', 9, ['a1']), rule('two', 9, ['b1'])]), EMPTY);
    expect(idsOf(main)).toEqual(['a1', 'b1']);
  });

  it('is two at most, and three more at most', () => {
    const rules = ['a', 'b', 'c', 'd'].map((name, i) => rule(name, 9 - i, [`${name}1`, `${name}2`]));
    const { main, also } = guidanceFor(withRules(rules), EMPTY);
    expect([idsOf(main), idsOf(also)]).toEqual([
      ['a1', 'a2'],
      ['b1', 'b2', 'c1'],
    ]);
  });

  it('is only what safety asks for when a safety rule holds', () => {
    const rules = [rule('high', 999, ['a1', 'a2']), rule('safe', 1, ['b1'], { safety: true })];
    const { main, also } = guidanceFor(withRules(rules), EMPTY);
    expect([idsOf(main), idsOf(also)]).toEqual([['b1'], ['a1', 'a2']]);
  });

  it('says each reason once, strongest first', () => {
    const rules = [
      rule('low', 1, ['a1'], { because: 'Low.' }),
      rule('high', 9, ['a1'], { because: 'High.' }),
      rule('again', 8, ['a1'], { because: 'High.' }),
    ];
    expect(guidanceFor(withRules(rules), EMPTY).main.map(({ because }) => because)).toEqual([['High.', 'Low.']]);
  });

  it('passes over an outcome that does not exist', () => {
    expect(idsOf(guidanceFor(withRules([rule('r', 1, ['gone', 'a1'])]), EMPTY).main)).toEqual(['a1']);
  });

  it('is nothing when no rule holds', () => {
    const never = rule('never', 1, ['a1'], { when: { all: ['reason:surprise'] } });
    expect(guidanceFor(withRules([never]), EMPTY)).toEqual({ main: [], also: [], cards: [], contactHeld: false });
  });

  it('comes with the cards of answers, then of outcomes, each once', () => {
    const content = withRules([rule('r', 1, ['a1'])], [outcome('a1', { cards: ['violence', 'opioid_break'] })]);
    const session = having(['q_how_ended=stopped', 'q_tolerance=yes']);
    expect(guidanceFor(content, session).cards).toEqual(['opioid_break', 'violence']);
  });
});

describe('when contact is not safe', () => {
  const content = withRules(
    [rule('high', 9, ['a1', 'a2']), rule('low', 1, ['b1'])],
    [outcome('a1', { contact: true }), outcome('a2'), outcome('b1', { contact: true })],
  );

  it('advice that takes contact is held back, and the page can say so', () => {
    const { main, also, contactHeld } = guidanceFor(content, having(UNSAFE));
    expect({ main: idsOf(main), also: idsOf(also), contactHeld }).toEqual({
      main: ['a2'],
      also: [],
      contactHeld: true,
    });
  });

  it('nothing is held back otherwise', () => {
    expect(guidanceFor(content, EMPTY).contactHeld).toBe(false);
  });

  it('stays so after starting again, or after another answer', () => {
    const again = having(NOTHING_SPECIAL, [], restart(having(UNSAFE).wizard));
    expect(isContactUnsafe(steps, again)).toBe(true);
    expect(guidanceFor(content, again).contactHeld).toBe(true);
    expect(isContactUnsafe(steps, having([...UNSAFE, 'q_contact_now=talking']))).toBe(true);
  });

  it('is known by the card, or by the tag of an answer', () => {
    expect([hasUnsafeCard(having(UNSAFE)), hasUnsafeCard(EMPTY)]).toEqual([true, false]);
    const { wizard } = having(UNSAFE);
    expect(isContactUnsafe(steps, { wizard: { ...wizard, cards: [] } })).toBe(true);
    expect(isContactUnsafe(steps, EMPTY)).toBe(false);
  });

  it('has names that the built-in content uses', async () => {
    const options = steps.questions.flatMap((question) => question.options);
    const unsafe = options.filter(({ tags = [] }) => tags.includes(UNSAFE_TAG));
    expect(unsafe.map(({ cards }) => cards)).toEqual([[UNSAFE_CARD]]);
    expect((await englishBundle()).core.safety.map(({ id }) => id)).toContain(UNSAFE_CARD);
  });
});

describe('with the built-in rules', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['unsafe contact beats all', UNSAFE, ['no_professional'], ['hold_contact']],
    [
      'a break from opioids comes before treatment',
      ['q_how_ended=stopped', 'q_tolerance=yes', 'q_contact_now=none', 'q_what_got_in_way=', 'q_substance_daily=no'],
      [],
      ['medical_first'],
    ],
    [
      'daily drinking comes before an open door',
      [
        'q_how_ended=maybe',
        'q_contact_now=talking',
        'q_open_door=yes',
        'q_family_ready=rested',
        'q_substance_daily=alcohol',
      ],
      [],
      ['medical_first'],
    ],
    [
      'an open door is used',
      [
        'q_how_ended=maybe',
        'q_contact_now=talking',
        'q_open_door=yes',
        'q_family_ready=rested',
        'q_substance_daily=no',
      ],
      [],
      ['be_ready_for_yes', 'ask_small'],
    ],
    [
      'no contact is respected',
      ['q_how_ended=left', 'q_contact_now=none', 'q_what_got_in_way=theirs', 'q_substance_daily=no'],
      [],
      ['get_trained_help', 'us_first'],
    ],
    ['with nothing said, there is a fallback', NOTHING_SPECIAL, [], ['get_trained_help', 'pause_and_rest']],
  ])('%s', (_, given, ticked, expected) => {
    expect(reachedOutcomes(steps, having(given, ticked))).toEqual(expected);
  });

  it('a ticked reason tips the balance where answers say little', () => {
    expect(reachedOutcomes(steps, having(NOTHING_SPECIAL, ['felt_cornered']))).toContain('reconnect_first');
  });

  it('nothing is reached before the last answer', () => {
    expect(reachedOutcomes(steps, having(NOTHING_SPECIAL.slice(0, -1)))).toEqual([]);
  });

  it('has exactly one rule that always holds, and it is the weakest', () => {
    const always = steps.rules.filter(({ when }) => !Object.values(when).flat().length);
    expect(always.map(({ id }) => id)).toEqual(['fallback']);
    expect(Math.min(...steps.rules.map(({ priority }) => priority))).toBe(always[0]?.priority);
  });
});

describe('what ticked reasons lead to', () => {
  it('is next steps only, what most of them lead to first', () => {
    const leads = leadsOf(reasons, ['felt_cornered', 'bad_place', 'too_long', 'surprise']);
    expect(leads.length).toBeGreaterThan(1);
    expect(leads.map(({ from }) => from.length)).toEqual(leads.map(({ from }) => from.length).sort((a, b) => b - a));
    for (const { ref, title, from } of leads) {
      expect(ref).toMatch(/^outcome:/);
      expect(title).toBe(steps.outcomes.find(({ id }) => `outcome:${id}` === ref)?.title);
      for (const id of from) expect(reasons.items.find((item) => item.id === id)?.leadsTo).toContain(ref);
    }
  });

  it('is nothing without ticks, and nothing that has no title', () => {
    expect(leadsOf(reasons, [])).toEqual([]);
    expect(leadsOf(reasons, ['gone'])).toEqual([]);
    expect(leadsOf({ ...reasons, titles: {} }, ['felt_cornered'])).toEqual([]);
  });

  it('is something for every reason', () => {
    for (const { id } of reasons.items) expect(leadsOf(reasons, [id]), id).not.toEqual([]);
  });
});

describe('the choice of setbacks to plan for', () => {
  const choose = (more: Partial<Parameters<typeof contingencyChoice>[2]>, rows: readonly PlanRow[] = []) => {
    const { suggested, others } = contingencyChoice(plan, rows, {
      reasons: [],
      outcomes: [],
      contactUnsafe: false,
      ...more,
    });
    return { suggested: suggested.map(({ id }) => id), others: others.map(({ id }) => id) };
  };
  const all = plan.contingencies.map(({ id }) => id);

  it('is the whole library, in its order, when nothing is known', () => {
    expect(choose({})).toEqual({ suggested: [], others: all });
  });

  it('suggests what reasons and next steps lead to, best match first, each once', () => {
    const { suggested, others } = choose({ reasons: ['bad_place'], outcomes: ['ask_small'] });
    expect(suggested).toEqual(expect.arrayContaining(['walks_out', 'says_no_calmly']));
    expect([...suggested, ...others].sort()).toEqual([...all].sort());

    const small = {
      ...plan,
      suggestedBy: { [all[0] as string]: ['reason:one'], [all[1] as string]: ['reason:one', 'outcome:two'] },
    };
    const best = contingencyChoice(small, [], { reasons: ['one'], outcomes: ['two'], contactUnsafe: false });
    expect(best.suggested.map(({ id }) => id)).toEqual([all[1], all[0]]);
  });

  it('leaves out what is in the plan already', () => {
    const rows = [{ from: 'walks_out' }, { from: undefined }] as unknown as PlanRow[];
    const { suggested, others } = choose({ reasons: ['bad_place'] }, rows);
    expect([...suggested, ...others].sort()).toEqual(all.filter((id) => id !== 'walks_out').sort());
  });

  it('leaves out what takes contact when contact is not safe', () => {
    const { suggested, others } = choose({ reasons: ['bad_place'], outcomes: ['ask_small'], contactUnsafe: true });
    const withoutContact = plan.contingencies.filter(({ contact }) => !contact).map(({ id }) => id);
    expect([...suggested, ...others].sort()).toEqual([...withoutContact].sort());
    expect(withoutContact.length).toBeLessThan(all.length);
    expect(withoutContact.length).toBeGreaterThan(0);
  });
});

describe('who carries the plan', () => {
  const rows = (...people: string[]) =>
    people.map((text) => {
      const [owner = '', nickname = ''] = text.split('/');
      return { owner, nickname } as PlanRow;
    });

  it.each([
    ['one person for everything', rows('a', 'a', 'a'), 'a'],
    ['one person for most', rows('a', 'a', 'b'), 'a'],
    ['whoever comes later', rows('b', 'a', 'a', 'a'), 'a'],
    ['four rows in six', rows('a', 'a', 'a', 'a', 'b', 'b'), 'a'],
    ['three rows in five, which is still fair', rows('a', 'a', 'a', 'b', 'b'), undefined],
    ['fewer than three rows', rows('a', 'a'), undefined],
    ['nobody yet', rows('', '', ''), undefined],
    ['an even plan', rows('a', 'b', 'a', 'b'), undefined],
  ])('is said of %s', (_, plan_, owner) => {
    expect(overloadedOwner(plan_)?.owner).toBe(owner);
  });

  it('goes by nickname where there is one, however it is typed', () => {
    expect(overloadedOwner(rows('a/Ann', 'b/ann', 'c/ANN', 'd'))).toMatchObject({ nickname: 'Ann' });
    expect(overloadedOwner(rows('a/Ann', 'a/Ben', 'a/Cy'))).toBeUndefined();
    expect(overloadedOwner(rows('a/b', 'b', 'b'))).toMatchObject({ owner: 'b', nickname: '' });
  });
});

describe('the board', () => {
  const session = { reasons: ['too_long', 'felt_cornered', 'not_sure', 'gone'], strengths: ['stayed_calm'], board: {} };

  it('shows each ticked reason and strength where it begins, in the order of the content', () => {
    const board = boardOf(reasons, session);
    const begins = (column: string) =>
      reasons.items.filter(({ id, board: at, unsure }) => session.reasons.includes(id) && at === column && !unsure);
    expect(board.keep.map(({ id }) => id)).toEqual(['stayed_calm']);
    expect(board.change.map(({ id }) => id)).toEqual(begins('change').map(({ id }) => id));
    expect(board.stop.map(({ id }) => id)).toEqual(begins('stop').map(({ id }) => id));
    expect(board.change.length + board.stop.length).toBe(2);
  });

  it('shows a card where the visitor moved it', () => {
    const board = boardOf(reasons, {
      ...session,
      board: { too_long: 'keep', stayed_calm: 'stop', felt_cornered: 'keep' },
    });
    expect(board.keep.map(({ id }) => id).sort()).toEqual(['felt_cornered', 'too_long']);
    expect(board.stop.map(({ id }) => id)).toEqual(['stayed_calm']);
    expect(board.change).toEqual([]);
  });

  it('says on each card what to try next, or what to keep', () => {
    const [card] = boardOf(reasons, { ...session, reasons: [] }).keep;
    const strength = reasons.strengths.find(({ id }) => id === 'stayed_calm');
    expect(card).toEqual({ id: 'stayed_calm', label: strength?.label, text: strength?.keep });
    const [reason] = boardOf(reasons, { ...session, reasons: ['felt_cornered'] }).change;
    expect(reason?.text).toEqual(reasons.items.find(({ id }) => id === 'felt_cornered')?.tryNext);
  });

  it('leaves out "not sure", as there is nothing to change in it', () => {
    expect(reasons.items.find(({ id }) => id === 'not_sure')?.unsure).toBe(true);
    const board = boardOf(reasons, { ...session, reasons: ['not_sure'], strengths: [] });
    expect(board).toEqual({ keep: [], change: [], stop: [] });
  });
});

describe('who can help', () => {
  it('is public help first and what is sold last, and stays in order within a kind', () => {
    const options = (['sponsor', 'pro', 'self', 'group', 'help', 'pro'] as const).map((kind, i) => ({
      kind,
      label: `${i}`,
    }));
    expect(sortedHelp({ options }).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'help 4',
      'group 3',
      'self 2',
      'pro 1',
      'pro 5',
      'sponsor 0',
    ]);
  });
});
