import { expect, html, waitUntil } from '@open-wc/testing';
import { dateInWords, daysLater, today } from '../../src/content/format.js';
import '../../src/define/contingency-planner.js';
import '../../src/define/next-steps-wizard.js';
import type { ContingencyPlanner } from '../../src/elements/contingency-planner/contingency-planner.js';
import type { NextStepsWizard } from '../../src/elements/next-steps-wizard/next-steps-wizard.js';
import type { FigChangeEvent, FigExportEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION } from '../../src/session/state.js';
import type { PlanRow } from '../../src/session/state.js';
import { addRow, reachOutcomes, tickReason, type NewRow } from '../../src/session/transitions.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  focused,
  mount,
  nameOf,
  onPaper,
  record,
  resetSession,
  said,
  settled,
  type,
  wholeBundle,
} from './helpers.js';

const YES = 'They say: Yes, I will go';
const WALKS_OUT = 'They get up and walk out';
const NO = 'They say no in a calm way';
const TEARS = 'They start to cry';
const SILENCE = 'They go quiet and do not answer';
const RAGE = 'They shout, threaten, or throw things';
const PLAN_B = 'Plan B: the talk goes badly';
const FULL = 'This list holds 12 things at most.';

const render = (template = html`<contingency-planner region="US"></contingency-planner>`) =>
  mount<ContingencyPlanner>(template);
const text = (el: Element) => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';
const plan = () => pageSession().state.lists.plan;
const triggers = (): readonly string[] => plan().map(({ trigger }) => trigger);
const focusName = () => nameOf(focused() as Element);
const ideas = (el: Element): readonly string[] =>
  allByRole(el, 'button', /^Add /).map((button) => nameOf(button).replace('Add ', ''));
const hasButton = (el: Element, name: string | RegExp) => allByRole(el, 'button', name).length > 0;

async function openLibrary(el: Element): Promise<void> {
  el.shadowRoot?.querySelector('summary')?.click();
  await settled();
}

async function add(el: Element, ...names: readonly string[]): Promise<void> {
  if (!ideas(el).includes(names[0] ?? '')) await openLibrary(el);
  for (const name of names) await click(el, 'button', `Add ${name}`);
}

/** Puts rows into the session without the screen. */
function given(...rows: readonly Partial<PlanRow>[]): void {
  const row: NewRow<'plan'> = {
    plan: 'B',
    trigger: 'It rains',
    response: 'Take a coat',
    then: '',
    owner: '',
    nickname: '',
    reviewOn: '2999-01-01',
    sign: 'We are dry',
  };
  for (const other of rows) pageSession().apply(addRow('plan', { ...row, ...other }));
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ trigger: `Setback ${index + 1}` }));

const fillOwn = async (el: Element, trigger = 'The car breaks down', response = 'Call a neighbor') => {
  await type(el, 'textbox', 'If this happens', trigger);
  await type(el, 'textbox', 'We do this', response);
  await type(el, 'textbox', 'How we know it helps', 'We get there');
};

const press = async (el: Element, key: string) => {
  el.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
  await settled();
};

describe('<contingency-planner>', () => {
  beforeEach(resetSession);

  describe('ideas', () => {
    it('begins with an empty plan, the library closed, and nothing to print', async () => {
      const el = await render();
      expect(allByRole(el, 'region', /^Plan/).map(nameOf)).to.deep.equal([
        'Plan A: things move forward',
        PLAN_B,
        'Plan C: things stall',
        'Plan D: it stops being safe',
      ]);
      expect(text(el).match(/Nothing planned here yet/g)).to.have.lengthOf(4);
      expect(text(el)).to.contain('0 things planned').and.not.to.contain('These fit what you told us');
      expect(ideas(el)).to.deep.equal([]);
      expect(hasButton(el, /Print|Copy/)).to.equal(false);
      await openLibrary(el);
      expect(ideas(el)).to.have.lengthOf(18);
      expect(ideas(el)[0]).to.equal(YES); // plan A comes first
    });

    it('suggests what the ticked reasons lead to, and takes it back', async () => {
      const el = await render();
      pageSession().apply(tickReason('felt_cornered', true));
      await settled();
      expect(text(el)).to.contain('These fit what you told us');
      expect(ideas(el)).to.deep.equal([WALKS_OUT]);
      pageSession().apply(tickReason('felt_cornered', false));
      await settled();
      expect(ideas(el)).to.deep.equal([]);
    });

    it('suggests what the next steps lead to, best match first', async () => {
      const el = await render();
      pageSession().apply(reachOutcomes(['ask_small']));
      pageSession().apply(tickReason('no_clear_request', true));
      await settled();
      expect(ideas(el)).to.have.members([
        YES,
        NO,
        'They say: I will cut down, or I will do it on my own',
        'They said maybe, and now you hear nothing',
        'The talk turns to old fights or other topics',
      ]);
      expect(ideas(el)[0]).to.equal('They say: I will cut down, or I will do it on my own');
    });

    it('knows the next steps from a wizard on the same page', async () => {
      const wizard = await mount<NextStepsWizard>(html`<next-steps-wizard></next-steps-wizard>`);
      await click(wizard, 'radio', 'No, not right now');
      await click(wizard, 'button', 'Next');
      expect(pageSession().state.wizard.outcomes).to.equal(undefined);
      await click(wizard, 'radio', 'They started treatment and stopped');
      await click(wizard, 'button', 'Next');
      const skip = 'I would rather not say';
      for (let i = 0; i < 12 && hasButton(wizard, skip); i += 1) await click(wizard, 'button', skip);
      expect(hasButton(wizard, skip)).to.equal(false);
      expect(pageSession().state.wizard.outcomes).to.include('other_treatment');
      const el = await render();
      expect(ideas(el)).to.include('They start treatment and leave early');
    });

    it('adds an idea whole: words, role, sign, and a day to look at it again', async () => {
      const el = await render();
      await add(el, WALKS_OUT);
      const [row] = plan();
      expect(row).to.include({ plan: 'B', from: 'walks_out', owner: 'contact_person', nickname: '', id: 'row_1' });
      expect(row?.reviewOn).to.equal(daysLater(today(), 3));
      const rows = byRole(el, 'region', PLAN_B);
      expect(rows.innerText).to.contain(WALKS_OUT).and.to.contain('The one who stays in touch');
      expect(rows.innerText).to.contain(dateInWords(daysLater(today(), 3), 'en'));
      expect(said(el)).to.equal(`Added to plan B: ${WALKS_OUT}`);
      expect(text(el)).to.contain(`Added to plan B: ${WALKS_OUT}`).and.to.contain('1 thing planned');
    });

    it('puts in the numbers of the region, or words where it is not known', async () => {
      const us = await render();
      await add(us, RAGE);
      expect(plan()[0]?.then).to.contain('Call 911');
      pageSession().apply(() => EMPTY_SESSION);
      const nowhere = await render(html`<contingency-planner></contingency-planner>`);
      await add(nowhere, RAGE);
      expect(plan()[0]?.then).to.contain('emergency').and.not.to.contain('911');
    });

    it('goes on to the next idea after adding one, and to the library after the last', async () => {
      const el = await render();
      for (const id of ['felt_cornered', 'too_hard_pressure']) pageSession().apply(tickReason(id, true));
      await settled();
      expect(ideas(el)).to.have.members([WALKS_OUT, NO]);
      const [first = '', second = ''] = ideas(el);
      await add(el, first);
      expect(focusName()).to.equal(`Add ${second}`);
      await add(el, second);
      expect(focusName()).to.equal('All ideas');
      expect(text(el)).not.to.contain('These fit what you told us');
    });

    it('says when the library is used up', async () => {
      const el = await render();
      const bundle = await wholeBundle();
      const contingencies = bundle.plan.contingencies.slice(0, 1);
      el.content = { ...bundle, plan: { ...bundle.plan, contingencies } };
      await openLibrary(el);
      await waitUntil(() => ideas(el).length === 1, 'no library', { timeout: 5000 });
      const [only = ''] = ideas(el);
      await add(el, only);
      expect(text(el)).to.contain('You have added every idea.');
      expect(focusName()).to.equal('All ideas');
    });

    it('leaves out what needs contact when contact is not safe, and says so', async () => {
      const el = await render();
      pageSession().apply(tickReason('felt_cornered', true));
      pageSession().apply((session) => ({ ...session, wizard: { ...session.wizard, cards: ['contact_unsafe'] } }));
      await settled();
      expect(text(el)).to.contain('You said contact is not safe.').and.not.to.contain('These fit what you told us');
      await openLibrary(el);
      expect(ideas(el)).to.deep.equal(['One of us does not keep to the plan', RAGE]);
      await click(el, 'button', /keep your distance/);
      expect(allByRole(el, 'alert')[0]?.textContent).to.contain('keep your distance');
    });
  });

  describe('own rows', () => {
    it('opens a form with its first field focused, and gives the focus back on cancel', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      expect(nameOf(byRole(el, 'form'))).to.equal('Our own plan');
      expect(focusName()).to.equal('Which plan');
      await click(el, 'button', 'Cancel');
      expect(allByRole(el, 'form')).to.deep.equal([]);
      expect(focusName()).to.equal('Write our own');
      await click(el, 'button', 'Write our own');
      await press(focused() as Element, 'Escape');
      expect(allByRole(el, 'form')).to.deep.equal([]);
      expect(focusName()).to.equal('Write our own');
      expect(plan()).to.deep.equal([]);
    });

    it('saves every field, and goes to the new row', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      await choose(el, 'Which plan', 'Plan C: things stall');
      await fillOwn(el, '  The car breaks down ');
      await type(el, 'textbox', 'And then', 'Try again\nthe next day');
      await choose(el, 'Who does it', 'All of us together');
      await type(el, 'textbox', 'Nickname or initial', 'Jo');
      await type(el, 'date', 'Look at it again on', daysLater(today(), 30));
      await type(el, 'textbox', 'How we know it helps', 'We get there');
      await click(el, 'button', 'Save');
      expect(plan()).to.deep.equal([
        {
          id: 'row_1',
          plan: 'C',
          trigger: 'The car breaks down',
          response: 'Call a neighbor',
          then: 'Try again\nthe next day',
          owner: 'whole_family',
          nickname: 'Jo',
          reviewOn: daysLater(today(), 30),
          sign: 'We get there',
        },
      ]);
      expect(said(el)).to.equal('Saved.');
      expect(focusName()).to.equal('Change The car breaks down');
      expect(byRole(el, 'region', 'Plan C: things stall').innerText).to.contain('Jo (All of us together)');
    });

    it('proposes a look in a week, with nobody named yet, and shows no empty lines', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      const date = byRole<HTMLInputElement>(el, 'date', 'Look at it again on');
      expect(date.value).to.equal(daysLater(today(), 7));
      expect(date.min).to.equal(today());
      await fillOwn(el);
      await click(el, 'button', 'Save');
      expect(plan()[0]).to.include({ plan: 'A', owner: '', then: '' });
      const row = byRole(el, 'listitem', /The car breaks down/);
      expect(row.innerText).to.contain('Nobody yet');
      expect(row.innerText).not.to.contain('And then');
    });

    it('asks for a day to look again and for a sign, as a plan without them can not be judged', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      await fillOwn(el);
      await type(el, 'date', 'Look at it again on', '');
      await type(el, 'textbox', 'How we know it helps', ' ');
      await click(el, 'button', 'Save');
      expect(plan()).to.deep.equal([]);
      expect(focusName()).to.equal('Look at it again on');
      expect(text(el)).to.contain('Choose a date to look at it again.');
      expect(text(el)).to.contain('Write how you will know that it helps.');
    });

    it('says what is missing, next to the field and in one line, and keeps what was typed', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      await type(el, 'textbox', 'And then', 'Wait');
      await click(el, 'button', 'Save');
      const field = (name: string) => byRole<HTMLInputElement>(el, 'textbox', name);
      const about = (name: string) =>
        el.shadowRoot?.getElementById(field(name).getAttribute('aria-describedby') ?? '')?.innerText.trim();
      expect(byRole(el, 'alert').innerText).to.equal('Please look at this again');
      expect(about('If this happens')).to.equal('Write what could happen.');
      expect(about('We do this')).to.equal('Write what you would do.');
      expect(field('If this happens').ariaInvalid).to.equal('true');
      expect(field('And then').ariaInvalid).to.equal('false');
      expect(field('And then').value).to.equal('Wait');
      expect(focusName()).to.equal('If this happens');
      expect(plan()).to.deep.equal([]);

      await type(el, 'textbox', 'If this happens', 'The car breaks down');
      await click(el, 'button', 'Save');
      expect(about('If this happens')).to.equal('');
      expect(focusName()).to.equal('We do this');
      await type(el, 'textbox', 'We do this', '   ');
      await click(el, 'button', 'Save');
      expect(focusName()).to.equal('We do this');
      await type(el, 'textbox', 'We do this', 'Call a neighbor');
      await type(el, 'textbox', 'How we know it helps', 'We get there');
      await click(el, 'button', 'Save');
      expect(plan()).to.have.lengthOf(1);
      await click(el, 'button', 'Write our own');
      expect(byRole(el, 'alert').innerText).to.equal(''); // the next form starts without them
    });

    it('takes no day that has gone by', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      await fillOwn(el);
      const date = byRole<HTMLInputElement>(el, 'date', 'Look at it again on');
      await type(el, 'date', 'Look at it again on', daysLater(today(), -1));
      await click(el, 'button', 'Save');
      expect(focused()).to.equal(date);
      expect(date.ariaInvalid).to.equal('true');
      expect(text(el)).to.contain('Choose a date from today on.');
      await type(el, 'date', 'Look at it again on', today());
      await click(el, 'button', 'Save');
      expect(plan()[0]?.reviewOn).to.equal(today());
    });

    it('cuts what is too long for a card, and takes nicknames of 20 letters', async () => {
      const el = await render();
      await click(el, 'button', 'Write our own');
      expect(byRole<HTMLInputElement>(el, 'textbox', 'Nickname or initial').maxLength).to.equal(20);
      expect(byRole<HTMLInputElement>(el, 'textbox', 'Nickname or initial').autocomplete).to.equal('off');
      await fillOwn(el, 'x'.repeat(120));
      await click(el, 'button', 'Save');
      expect(plan()[0]?.trigger).to.have.lengthOf(90);
    });
  });

  describe('rows', () => {
    it('changes a row in its place, and moves it when its plan changes', async () => {
      const el = await render();
      await add(el, WALKS_OUT, TEARS);
      await click(el, 'button', `Change ${WALKS_OUT}`);
      expect(focusName()).to.equal('Which plan');
      expect(byRole<HTMLSelectElement>(el, 'combobox', 'Which plan').value).to.equal('B');
      expect(byRole<HTMLSelectElement>(el, 'combobox', 'Who does it').value).to.equal('contact_person');
      expect(byRole<HTMLInputElement>(el, 'textbox', 'If this happens').value).to.equal(WALKS_OUT);
      await type(el, 'textbox', 'If this happens', 'They leave');
      await click(el, 'button', 'Save');
      expect(triggers()).to.deep.equal(['They leave', TEARS]);
      expect(plan()[0]?.from).to.equal('walks_out');
      expect(focusName()).to.equal('Change They leave');
      await click(el, 'button', 'Change They leave');
      await choose(el, 'Which plan', 'Plan D: it stops being safe');
      await click(el, 'button', 'Save');
      expect(byRole(el, 'region', 'Plan D: it stops being safe').innerText).to.contain('They leave');
      expect(focusName()).to.equal('Change They leave');
    });

    it('leaves a row as it was on cancel and on Escape', async () => {
      given({ trigger: 'It rains' });
      const el = await render();
      await click(el, 'button', 'Change It rains');
      await type(el, 'textbox', 'If this happens', 'It snows');
      await click(el, 'button', 'Cancel');
      expect(triggers()).to.deep.equal(['It rains']);
      expect(focusName()).to.equal('Change It rains');
      await click(el, 'button', 'Change It rains');
      await press(focused() as Element, 'Escape');
      expect(triggers()).to.deep.equal(['It rains']);
      expect(focusName()).to.equal('Change It rains');
    });

    it('throws away typed words on cancel only, not on Escape', async () => {
      given({ trigger: 'It rains' });
      const el = await render();
      await click(el, 'button', 'Change It rains');
      await type(el, 'textbox', 'If this happens', 'It snows');
      await press(focused() as Element, 'Escape');
      expect(byRole<HTMLInputElement>(el, 'textbox', 'If this happens').value).to.equal('It snows');
    });

    it('lets a day that has gone by stay, but not be picked', async () => {
      given({ reviewOn: '2024-02-01' });
      const el = await render();
      await click(el, 'button', 'Change It rains');
      await type(el, 'textbox', 'We do this', 'Stay in');
      await click(el, 'button', 'Save');
      expect(plan()[0]).to.include({ response: 'Stay in', reviewOn: '2024-02-01' });
      await click(el, 'button', 'Change It rains');
      await type(el, 'date', 'Look at it again on', '2024-02-02');
      await click(el, 'button', 'Save');
      expect(text(el)).to.contain('Choose a date from today on.');
    });

    it('opens one form at a time, and loses nothing typed', async () => {
      given({ trigger: 'It rains' });
      const el = await render();
      await click(el, 'button', 'Write our own');
      await fillOwn(el);
      await click(el, 'button', 'Change It rains');
      expect(allByRole(el, 'form').map(nameOf)).to.deep.equal(['Our own plan']);
      expect(focusName()).to.equal('Which plan');
      given({ trigger: 'It snows' }); // another widget of the page
      await settled();
      expect(byRole<HTMLInputElement>(el, 'textbox', 'If this happens').value).to.equal('The car breaks down');
    });

    it('moves a row by its buttons and keeps the focus on them: 1 => 2 => 3 => 2', async () => {
      given({ trigger: 'One' }, { trigger: 'Other', plan: 'A' }, { trigger: 'Two' }, { trigger: 'Three' });
      const el = await render();
      expect(byRole<HTMLButtonElement>(el, 'button', 'Move up One').disabled).to.equal(true);
      expect(byRole<HTMLButtonElement>(el, 'button', 'Move down Three').disabled).to.equal(true);
      await click(el, 'button', 'Move down One');
      expect(triggers()).to.deep.equal(['Two', 'Other', 'One', 'Three']);
      expect(said(el)).to.equal('One is now number 2 of 3.');
      expect(focusName()).to.equal('Move down One');
      await click(el, 'button', 'Move down One');
      expect(said(el)).to.equal('One is now number 3 of 3.');
      expect(focusName()).to.equal('Move up One'); // it can't go further down
      await click(el, 'button', 'Move up One');
      expect(triggers()).to.deep.equal(['Two', 'Other', 'One', 'Three']);
      expect(focusName()).to.equal('Move up One');
      await click(el, 'button', 'Move up One');
      expect(focusName()).to.equal('Move down One');
      const shown = allByRole(byRole(el, 'region', PLAN_B), 'listitem').map(
        (row) => row.querySelector('dd')?.innerText,
      );
      expect(shown).to.deep.equal(['One', 'Two', 'Three']);
    });

    it('removes a row and brings it back where it stood', async () => {
      given({ trigger: 'One' }, { trigger: 'Two' }, { trigger: 'Three' });
      const el = await render();
      await click(el, 'button', 'Remove Two');
      expect(triggers()).to.deep.equal(['One', 'Three']);
      expect(said(el)).to.equal('Removed: Two');
      expect(byRole(el, 'region', PLAN_B).innerText).to.contain('Removed: Two');
      expect(focusName()).to.equal('Undo');
      await click(el, 'button', 'Undo');
      expect(triggers()).to.deep.equal(['One', 'Two', 'Three']);
      expect(said(el)).to.equal('Back on the list: Two');
      expect(focusName()).to.equal('Change Two');
      expect(hasButton(el, 'Undo')).to.equal(false);
    });

    it('offers an idea again once its row is gone', async () => {
      const el = await render();
      await add(el, WALKS_OUT);
      expect(ideas(el)).not.to.include(WALKS_OUT);
      await click(el, 'button', `Remove ${WALKS_OUT}`);
      expect(ideas(el)).to.include(WALKS_OUT);
    });

    it('leads to the safety screens that go with an idea, also once it was reworded', async () => {
      const el = await render();
      await add(el, RAGE);
      const row = () => byRole(el, 'region', 'Plan D: it stops being safe');
      expect(allByRole(row(), 'button', /^Safety: /)).to.have.lengthOf(3);
      await click(el, 'button', `Change ${RAGE}`);
      await type(el, 'textbox', 'If this happens', 'A loud night');
      await click(el, 'button', 'Save');
      await click(row(), 'button', /^Safety: Someone is violent/);
      expect(allByRole(el, 'alert')[0]?.textContent).to.contain('Get to a safer place');
    });
  });

  describe('limits', () => {
    it('holds 12 rows: 11 => 12, said once, nothing more can be added', async () => {
      given(...numbered(11));
      const el = await render();
      expect(text(el)).not.to.contain(FULL);
      await add(el, YES);
      expect(said(el)).to.contain(`Added to plan A: ${YES}`).and.to.contain(FULL);
      expect(text(el)).to.contain(FULL).and.to.contain('12 things planned');
      expect(
        allByRole<HTMLButtonElement>(el, 'button', /^Add |^Write our own$/).every(({ disabled }) => disabled),
      ).to.equal(true);
      expect(focusName()).to.equal('Our plan');
      await click(el, 'button', 'Move down Setback 1');
      expect(said(el)).not.to.contain(FULL);
      await click(el, 'button', 'Remove Setback 1');
      expect(text(el)).not.to.contain(FULL);
      await click(el, 'button', 'Undo');
      expect(said(el)).to.contain(FULL);
    });

    it('can bring nothing back into a plan that filled up', async () => {
      given(...numbered(12));
      const el = await render();
      await click(el, 'button', 'Remove Setback 1');
      given({ trigger: 'Another' });
      await settled();
      expect(byRole<HTMLButtonElement>(el, 'button', 'Undo').disabled).to.equal(true);
    });

    it('keeps the words of a form when the plan filled up meanwhile', async () => {
      given(...numbered(11));
      const el = await render();
      await click(el, 'button', 'Write our own');
      await fillOwn(el);
      given({ trigger: 'Another' });
      await settled();
      await click(el, 'button', 'Save');
      expect(plan()).to.have.lengthOf(12);
      expect(said(el)).to.contain(FULL);
      expect(byRole<HTMLInputElement>(el, 'textbox', 'If this happens').value).to.equal('The car breaks down');
    });

    it('says kindly when one person carries most of it, and stops when that changes', async () => {
      const el = await render();
      await add(el, WALKS_OUT, NO);
      expect(text(el)).not.to.contain('has most of this plan');
      await click(el, 'button', `Add ${SILENCE}`);
      expect(text(el)).to.contain('The one who stays in touch has most of this plan. Could someone else take one part');
      expect(said(el)).to.contain('has most of this plan');
      await click(el, 'button', `Move down ${WALKS_OUT}`);
      expect(said(el)).not.to.contain('has most of this plan');
      await click(el, 'button', `Change ${NO}`);
      await choose(el, 'Who does it', 'The one who handles money');
      await click(el, 'button', 'Save');
      await click(el, 'button', `Change ${SILENCE}`);
      await choose(el, 'Who does it', 'The one who looks after safety');
      await click(el, 'button', 'Save');
      expect(text(el)).not.to.contain('has most of this plan');
    });

    it('names the person by nickname, and never the whole family', async () => {
      given({ nickname: 'Jo' }, { nickname: 'jo' }, { nickname: 'Jo' });
      const el = await render();
      expect(text(el)).to.contain('Jo has most of this plan.');
      pageSession().apply(() => EMPTY_SESSION);
      given({ owner: 'whole_family' }, { owner: 'whole_family' }, { owner: 'whole_family' });
      await settled();
      expect(text(el)).not.to.contain('has most of this plan');
    });
  });

  describe('what the page hears', () => {
    it('asks before it prints or copies, and lets the page do it its own way', async () => {
      given({});
      const el = await render();
      const events = record(el, ...ALL_EVENTS);
      el.addEventListener('fig-export', (event) => event.preventDefault());
      await click(el, 'button', 'Print');
      await click(el, 'button', 'Copy as text');
      const exports = events.filter(({ type: name }) => name === 'fig-export') as FigExportEvent[];
      expect(exports.map(({ detail }) => [detail.part, detail.format])).to.deep.equal([
        ['plan', 'print'],
        ['plan', 'copy'],
      ]);
      expect(exports.every(({ cancelable }) => cancelable)).to.equal(true);
      const steps = events
        .filter(({ type: name }) => name === 'fig-progress')
        .map(({ detail }) => [detail.step, detail.of]);
      expect(steps).to.deep.equal([
        [2, 2],
        [2, 2],
      ]);
      expect(document.querySelector('iframe[aria-hidden]')).to.equal(null);
    });

    it('copies the plan as text', async () => {
      given({ trigger: 'It rains', owner: 'whole_family', nickname: 'Jo', reviewOn: '2030-01-02' });
      const el = await render();
      const copied: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: { writeText: async (words: string) => void copied.push(words) },
      });
      await click(el, 'button', 'Copy as text');
      Reflect.deleteProperty(navigator, 'clipboard');
      expect(copied[0])
        .to.contain(PLAN_B)
        .and.to.contain('If this happens: It rains')
        .and.to.contain('January 2, 2030');
    });

    it('hears of the first row only, and no ids, at the usual level', async () => {
      const el = await render();
      const events = record(el, ...ALL_EVENTS);
      await add(el, YES, WALKS_OUT);
      expect(events.map(({ type: name, detail }) => [name, detail.part, detail.step, detail.of])).to.deep.equal([
        ['fig-progress', 'plan', 1, 2],
      ]);
    });

    it('hears ids of ideas with events="full", but no typed word and nothing about danger or substances', async () => {
      const el = await render(html`<contingency-planner events="full"></contingency-planner>`);
      expect(text(el)).to.contain('This website can see which answers you pick');
      const events = record(el, ...ALL_EVENTS);
      await add(el, SILENCE, YES, RAGE);
      await click(el, 'button', 'Write our own');
      await fillOwn(el, 'Secret words', 'More secrets');
      await type(el, 'textbox', 'Nickname or initial', 'Jo');
      await click(el, 'button', 'Save');
      await click(el, 'button', `Change ${SILENCE}`);
      await type(el, 'textbox', 'If this happens', 'Hidden words');
      await click(el, 'button', 'Save');
      await click(el, 'button', 'Remove Hidden words');
      await click(el, 'button', 'Undo');
      const changes = events.filter(({ type: name }) => name === 'fig-change') as FigChangeEvent[];
      expect(changes.map(({ detail }) => detail.ids)).to.deep.equal([['silence'], [], ['silence']]);
      expect(JSON.stringify(events.map(({ detail }) => detail))).not.to.match(/secret|hidden|jo/i);
    });

    it('hears nothing with events="off"', async () => {
      const heard = record(window, ...ALL_EVENTS);
      const el = await render(html`<contingency-planner events="off"></contingency-planner>`);
      await add(el, YES);
      expect(heard).to.deep.equal([]);
    });
  });

  describe('looks', () => {
    it('prints the whole plan, with the row in the form as it was, and nothing to press', async () => {
      const el = await render();
      await add(el, WALKS_OUT, TEARS);
      await click(el, 'button', `Change ${WALKS_OUT}`);
      await click(el, 'button', `Remove ${TEARS}`);
      const [printed, buttons] = await onPaper(el, () => [text(el), allByRole(el, 'button').length] as const);
      expect(printed).to.contain(WALKS_OUT).and.to.contain('Let them go.').and.to.contain(PLAN_B);
      expect(printed).not.to.contain('All ideas').and.not.to.contain('Which plan').and.not.to.contain('Removed');
      expect(buttons).to.equal(0);
    });

    it('fits 320 px', async () => {
      const el = await render(html`<contingency-planner style="width: 320px"></contingency-planner>`);
      await add(el, YES, RAGE);
      await click(el, 'button', 'Write our own');
      const base = el.shadowRoot?.querySelector('.fig') as HTMLElement;
      expect(base.scrollWidth).to.be.at.most(320);
    });

    it('is accessible when empty, with suggestions and rows, in the form, with errors, and when full', async () => {
      const el = await render();
      await expectAccessible(el);
      pageSession().apply(tickReason('felt_cornered', true));
      await settled();
      await add(el, WALKS_OUT);
      await add(el, YES, NO, SILENCE);
      await click(el, 'button', `Remove ${NO}`);
      await expectAccessible(el);
      await click(el, 'button', 'Write our own');
      await expectAccessible(el);
      await click(el, 'button', 'Save');
      await expectAccessible(el);
      await click(el, 'button', 'Cancel');
      await click(el, 'button', `Change ${YES}`);
      given(...numbered(9));
      await expectAccessible(el);
    });
  });

  it('keeps dangers that answers spoke of in sight, and no advice to force anybody', async () => {
    const el = await render();
    const cards = ['withdrawal_alcohol', 'withdrawal_benzo'];
    pageSession().apply((session) => ({ ...session, wizard: { ...session.wizard, cards } }));
    await settled();
    const names = allByRole(el, 'button', /^Safety: /).map(nameOf);
    expect(names).to.deep.equal([
      'Safety: If they drink every day, call a doctor before they stop',
      'Safety: Benzodiazepines: do not stop them all at once',
    ]);
    await click(el, 'button', names[0] ?? '');
    expect(focused()?.getAttribute('href')).to.equal('tel:911');
    expect(el.shadowRoot?.querySelector('crisis-help-bar')?.shadowRoot?.textContent).to.contain(
      'Do not help them stop all at once.',
    );
  });
});
