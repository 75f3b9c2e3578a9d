import { describe, expect, it } from 'vitest';
import { findRegion, linesFor, resolvePlace } from '../../../src/content/region.js';
import { answer } from '../../../src/guidance/wizard.js';
import { careSections } from '../../../src/handoff/care-sheet.js';
import { columnWord } from '../../../src/guidance/board.js';
import { learnedSections } from '../../../src/handoff/learned-sheet.js';
import { ownerName, PLAN_LETTERS, planSections, planWords } from '../../../src/handoff/plan-sheet.js';
import { sheet, sheetText, type SheetSection } from '../../../src/handoff/sheet.js';
import { stepsSections } from '../../../src/handoff/steps-sheet.js';
import { EMPTY_SESSION, type SessionState } from '../../../src/session/state.js';
import {
  addRow,
  moveOnBoard,
  pickCare,
  setFeeling,
  setHolding,
  setNote,
  tickReason,
  tickStrength,
  type NewRow,
  type Transition,
} from '../../../src/session/transitions.js';
import { englishBundle } from '../helpers.js';

const bundle = await englishBundle();
const { core, reasons, steps, plan, care } = bundle;
const us = findRegion(core, 'US');
const reading = { resolve: (place: Parameters<typeof resolvePlace>[2]) => resolvePlace(core, us, place) };
const after = (...taken: Transition[]): SessionState => taken.reduce((state, step) => step(state), EMPTY_SESSION);
const facts = (region = us) => ({
  date: 'Printed on November 22, 2026',
  crisis: [...linesFor(core, region, 'emergency'), ...linesFor(core, region, 'suicide')],
});
const filled = (sections: readonly SheetSection[]) => sections.filter(({ lines }) => lines.length);

const ROW: NewRow<'plan'> = {
  plan: 'B',
  trigger: 'They walk out',
  response: 'Let them go.',
  then: 'Send one text.',
  owner: 'contact_person',
  nickname: '',
  reviewOn: '2026-11-29',
  sign: 'They answer.',
};

describe('a sheet', () => {
  it('has a neutral title, the day, a wish for privacy, and what was given', () => {
    const { title, date, privacy, locale, dir, sections } = sheet(bundle, [{ title: 'One', lines: ['a'] }], facts());
    expect(title).toBe(core.words.common.printHeading);
    expect(title).not.toMatch(/intervention|treatment|drug|alcohol/i);
    expect(date).toContain('November 22, 2026');
    expect({ privacy, locale, dir }).toEqual({ privacy: core.words.common.printPrivate, locale: 'en', dir: 'ltr' });
    expect(sections[0]).toEqual({ title: 'One', lines: ['a'] });
  });

  it.each([
    ['US', ['911 emergency', '988 Suicide & Crisis Lifeline']],
    ['UK', ['999 emergency', 'Samaritans: 116 123', 'NHS 111, mental health option']],
    ['CA', ['911 emergency', '9-8-8: Suicide Crisis Helpline: 988']],
    ['AU', ['000 emergency', 'Lifeline: 13 11 14']],
  ])('ends in %s with the lines one can call', (code, lines) => {
    expect(sheet(bundle, [], facts(findRegion(core, code))).sections.at(-1)).toEqual({
      title: core.words.help.linesTitle,
      lines,
    });
  });

  it('ends with words and no number where the region is not known', () => {
    const [{ lines } = { lines: [] }] = sheet(bundle, [], { ...facts(), crisis: [] }).sections;
    expect(lines).toEqual([core.words.help.emergencyUnknown]);
    expect(lines.join()).not.toMatch(/\d/);
  });

  it('leaves out sections with nothing in them', () => {
    const { sections } = sheet(bundle, [{ title: 'Empty', lines: [] }], facts());
    expect(sections.map(({ title }) => title)).toEqual([core.words.help.linesTitle]);
  });

  it('says once that no clinician has reviewed the words, until one has', () => {
    const said = sheetText(sheet(bundle, [], facts())).split(core.words.common.draft);
    expect(said).toHaveLength(2);
    const reviewed = { ...bundle, core: { ...core, isDraft: false } };
    expect(sheetText(sheet(reviewed, [], facts()))).not.toContain(core.words.common.draft);
  });

  it('is text with one line an item', () => {
    const text = sheetText({
      title: 'Notes',
      date: 'Today',
      privacy: 'Private',
      draft: 'A draft.',
      locale: 'en',
      dir: 'ltr',
      sections: [
        { title: 'One', lines: ['a', 'b'] },
        { title: 'Two', lines: ['c'] },
      ],
    });
    expect(text).toBe('Notes\nToday\nPrivate\n\nOne\n- a\n- b\n\nTwo\n- c\n\nA draft.');
  });
});

describe('what we learned', () => {
  it('is ticked reasons, the board and the note', () => {
    const session = after(
      tickReason('felt_cornered', true),
      tickReason('not_sure', true),
      tickStrength('stayed_calm', true),
      moveOnBoard('felt_cornered', 'stop'),
      setNote('  Go slower.  '),
    );
    const label = (id: string) => [...reasons.items, ...reasons.strengths].find((one) => one.id === id)?.label ?? '';
    const sections = filled(learnedSections(bundle, session, reading));
    expect(sections.map(({ title }) => title)).toEqual([
      reasons.words.summaryReasons,
      columnWord(reasons.words, 'keep'),
      columnWord(reasons.words, 'stop'),
      reasons.words.summaryNote,
    ]);
    expect(sections[0]?.lines).toEqual([label('felt_cornered'), label('not_sure')]);
    expect(sections[1]?.lines[0]).toMatch(new RegExp(`^${label('stayed_calm')}: .+`));
    expect(sections[2]?.lines).toHaveLength(1);
    expect(sections[3]?.lines).toEqual(['Go slower.']);
  });

  it('is nothing before anything was ticked', () => {
    expect(filled(learnedSections(bundle, after(setNote('   ')), reading))).toEqual([]);
  });
});

describe('the next steps', () => {
  const TO_FAMILY = ['q_how_ended=never', 'q_contact_now=talking', 'q_open_door=unsure'];
  const answered = (...given: string[]): SessionState => ({
    ...EMPTY_SESSION,
    wizard: given.reduce((state, text) => {
      const [question = '', option] = text.split('=');
      return answer(steps, state, question, option ? [option] : []);
    }, EMPTY_SESSION.wizard),
  });

  it('are the steps of each outcome, with places filled in', () => {
    const session = answered(...TO_FAMILY, 'q_family_ready=rested', 'q_substance_daily=no');
    const sections = stepsSections(bundle, session, reading);
    expect(sections.map(({ title }) => title)).toEqual(
      ['plan_again_smaller', 'get_trained_help'].map((id) => steps.outcomes.find((one) => one.id === id)?.title),
    );
    expect(sections.flatMap(({ lines }) => lines).join('\n')).not.toMatch(/[{}]/);
  });

  it('come after what to do about dangers', () => {
    const session = answered(...TO_FAMILY, 'q_family_ready=rested', 'q_substance_daily=alcohol');
    const [first, second] = stepsSections(bundle, session, reading);
    const danger = core.safety.find(({ id }) => id === 'withdrawal_alcohol');
    expect(first?.title).toContain(danger?.title);
    expect(first?.lines).toHaveLength(danger?.do.length ?? 0);
    expect(second?.title).toBe(steps.outcomes.find(({ id }) => id === 'medical_first')?.title);
  });

  it('are none before the last answer', () => {
    expect(stepsSections(bundle, answered('q_how_ended=never'), reading)).toEqual([]);
  });
});

describe('the plan', () => {
  it('has a section for each letter, and says for each row who, when and how', () => {
    const sections = planSections(bundle, after(addRow('plan', ROW)));
    expect(sections.map(({ title }) => title)).toEqual(
      PLAN_LETTERS.map((letter) => planWords(plan.words, letter).title),
    );
    const [row = ''] = filled(sections)[0]?.lines ?? [];
    const { words } = plan;
    expect(row.split('\n')).toEqual([
      `${words.trigger}: They walk out`,
      `${words.response}: Let them go.`,
      `${words.then}: Send one text.`,
      `${words.owner}: ${plan.roles.find(({ id }) => id === 'contact_person')?.label}`,
      `${words.reviewOn}: November 29, 2026`,
      `${words.sign}: They answer.`,
    ]);
  });

  it('leaves out what was left empty', () => {
    const session = after(addRow('plan', { ...ROW, then: '', owner: '', reviewOn: '', sign: '' }));
    const [row = ''] = filled(planSections(bundle, session))[0]?.lines ?? [];
    expect(row.split('\n')).toHaveLength(3);
    expect(row).toContain(plan.words.ownerNone);
  });

  it.each([
    ['contact_person', 'Ann', /^Ann \(.+\)$/],
    ['', 'Ann', /^Ann$/],
    ['gone', 'Ann', /^Ann$/],
  ])('names whoever has the role "%s" and the nickname "%s"', (owner, nickname, name) => {
    expect(ownerName(bundle, { owner, nickname })).toMatch(name);
  });
});

describe('care', () => {
  it('is what was picked, in the order of the content, and never a feeling', () => {
    const session = after(
      pickCare('walk', true),
      pickCare('slow_breath', true),
      setFeeling('feel_shame'),
      setHolding(1),
    );
    const [section] = careSections(bundle, session, reading);
    const items = care.items.filter(({ id }) => ['walk', 'slow_breath'].includes(id));
    expect(section?.title).toBe(care.words.todayTitle);
    expect(section?.lines.map((line) => line.split(':')[0])).toEqual(items.map(({ title }) => title));

    const text = sheetText(sheet(bundle, careSections(bundle, session, reading), facts()));
    const shame = care.cards.find(({ id }) => id === 'feel_shame');
    expect(text).not.toContain(shame?.name);
    expect(text).not.toContain(care.words.holding1);
  });
});
