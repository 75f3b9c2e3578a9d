import { expect, html, waitUntil } from '@open-wc/testing';
import { daysLater, today } from '../../src/content/format.js';
import '../../src/define/contingency-planner.js';
import type { ContingencyPlanner } from '../../src/elements/contingency-planner/contingency-planner.js';
import type { FigExportEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION } from '../../src/session/state.js';
import type { Lists } from '../../src/session/state.js';
import { addRow, tickReason, type NewRow } from '../../src/session/transitions.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  catchCopies,
  catchDownloads,
  choose,
  click,
  expectAccessible,
  focused,
  mount,
  nameOf,
  openFile,
  record,
  resetSession,
  said,
  settled,
  stubIdle,
  type,
} from './helpers.js';

const UNSAFE = 'You said contact is not safe.';
const rows = <L extends keyof Lists>(list: L): Lists[L] => pageSession().state.lists[list];
const text = (el: Element) => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';
const focusName = () => nameOf(focused() as Element);
const hasButton = (el: Element, name: string | RegExp) => allByRole(el, 'button', name).length > 0;

/** A planner with one of its tools open. */
async function open(tool: string, template = html`<contingency-planner region="US"></contingency-planner>`) {
  const el = await mount<ContingencyPlanner>(template);
  await click(el, 'button', new RegExp(`^${tool}`));
  await waitUntil(() => el.shadowRoot?.querySelector('nav + .section + p'), `no ${tool}`, { timeout: 5000 });
  await settled();
  return el;
}

const openIdeas = async (el: Element) => {
  el.shadowRoot?.querySelector<HTMLElement>('#library')?.click();
  await settled();
};
const ideas = (el: Element) => allByRole(el, 'button', /^Add /).map((button) => nameOf(button).replace('Add ', ''));

function unsafe(): void {
  pageSession().apply((session) => ({ ...session, wizard: { ...session.wizard, cards: ['contact_unsafe'] } }));
}

const GOAL: NewRow<'goals'> = {
  owner: 'me',
  goal: 'I will walk',
  measure: 'Two walks',
  achievable: '',
  relevant: '',
  due: daysLater(today(), 3),
  done: '',
};

describe('<contingency-planner>: its tools', () => {
  beforeEach(resetSession);

  it('lead from buttons that say where the visitor is and how much is there', async () => {
    pageSession().apply(addRow('goals', GOAL));
    const el = await open('Limits');
    const nav = el.shadowRoot?.querySelector('nav') as HTMLElement;
    expect(nav.getAttribute('aria-label')).to.equal('Parts of your plan');
    const names = [...nav.querySelectorAll('button')].map((button) => button.innerText.replaceAll(/\s+/g, ' ').trim());
    expect(names).to.deep.equal([
      'Setbacks',
      'Who does what',
      'Be ready',
      'Limits',
      'Goals 1',
      'Who takes part',
      'Care team',
      'How the plan changes',
    ]);
    expect(nav.querySelector('[aria-current]')?.textContent).to.contain('Limits');
    expect(focusName()).to.equal('Limits');
    await click(el, 'button', 'Setbacks');
    expect(text(el)).to.contain('Plan A: things move forward');
  });

  it('opens one for the host, and nothing for a name it does not have', async () => {
    const el = await mount<ContingencyPlanner>(html`<contingency-planner></contingency-planner>`);
    el.show('goals');
    await waitUntil(() => text(el).includes('No goals yet'), 'no goals', { timeout: 5000 });
    el.show('nope' as 'goals');
    await settled();
    expect(text(el)).to.contain('No goals yet');
  });

  describe('who does what', () => {
    it('adds a step from the library with its reason and source, and checks it off', async () => {
      const el = await open('Who does what');
      await openIdeas(el);
      await click(el, 'button', 'Add Get naloxone, and learn how to give it');
      const [step] = rows('steps');
      expect(step).to.include({ from: 'get_naloxone', owner: 'safety_person', due: daysLater(today(), 2), done: '' });
      const row = byRole(el, 'listitem', /Get naloxone/);
      expect(row.innerText).to.contain('The one who looks after safety').and.to.contain('In an opioid overdose');
      expect(row.innerText).to.contain('Where this comes from');
      const box = byRole<HTMLInputElement>(el, 'checkbox', /^Done Get naloxone/);
      box.click();
      await settled();
      expect(rows('steps')[0]?.done).to.equal(today());
      expect(said(el)).to.equal('Done: Get naloxone, and learn how to give it');
      box.click();
      await settled();
      expect(rows('steps')[0]?.done).to.equal('');
    });

    it('takes a step of one’s own, and says when one person has most of them', async () => {
      const el = await open('Who does what');
      for (const what of ['Call the clinic', 'Ask Al', 'Buy food']) {
        await click(el, 'button', 'Write our own step');
        expect(focusName()).to.equal('What we do');
        await type(el, 'textbox', 'What we do', what);
        await type(el, 'textbox', 'Nickname or initial', 'Jo');
        await click(el, 'button', 'Save');
      }
      expect(rows('steps').map(({ what }) => what)).to.deep.equal(['Call the clinic', 'Ask Al', 'Buy food']);
      expect(text(el)).to.contain('Jo has most of these steps.');
      expect(said(el)).to.contain('Jo has most of these steps.');
      await click(el, 'button', 'Remove Ask Al');
      await click(el, 'button', 'Undo');
      expect(rows('steps')).to.have.lengthOf(3);
    });

    it('holds back steps that take contact when contact is not safe', async () => {
      unsafe();
      const el = await open('Who does what');
      await openIdeas(el);
      expect(ideas(el)).to.include('Get naloxone, and learn how to give it');
      expect(ideas(el).join()).not.to.match(/kind message|Ask once/);
    });
  });

  describe('lists to have ready', () => {
    it('are ticked and grow by own lines', async () => {
      const el = await open('Be ready');
      byRole<HTMLInputElement>(el, 'checkbox', /^Naloxone at home/).click();
      await click(el, 'button', 'Add our own line');
      await type(el, 'textbox', 'What to have ready', 'The blue bag');
      await click(el, 'button', 'Save');
      byRole<HTMLInputElement>(el, 'checkbox', 'The blue bag').click();
      await settled();
      expect(pageSession().state.ready).to.deep.equal(['yes_naloxone', 'row_1']);
      expect(byRole(el, 'group', 'Before you talk again').innerText).to.contain('quiet, private place');
    });

    it('keep own lines on paper before they are ticked, and forget ticks of lines that are gone', async () => {
      const el = await open('Be ready');
      await click(el, 'button', 'Add our own line');
      await type(el, 'textbox', 'What to have ready', 'The blue bag');
      await click(el, 'button', 'Save');
      const copy = catchCopies();
      await click(el, 'button', 'Copy as text');
      await waitUntil(() => copy.texts.length);
      expect(copy.texts[0]).to.contain('☐ The blue bag');
      byRole<HTMLInputElement>(el, 'checkbox', 'The blue bag').click();
      await settled();
      await click(el, 'button', 'Copy as text');
      await waitUntil(() => copy.texts.length > 1);
      expect(copy.texts[1]).to.contain('✓ The blue bag');
      copy.restore();
      expect(byRole(el, 'button', /^Be ready/).innerText).to.contain('1');
      await click(el, 'button', 'Remove The blue bag');
      expect(byRole(el, 'button', /^Be ready/).innerText).not.to.contain('1');
      expect(hasButton(el, 'Copy as text')).to.equal(false);
    });

    it('have no list for another talk when contact is not safe', async () => {
      unsafe();
      const el = await open('Be ready');
      expect(text(el)).to.contain(UNSAFE).and.not.to.contain('Before you talk again');
      expect(text(el)).to.contain('For the day they say yes');
    });
  });

  describe('forms', () => {
    it('keep what was picked when something is wrong or changes elsewhere', async () => {
      const el = await open('Limits');
      await click(el, 'button', 'Write my own limit');
      await click(el, 'radio', 'No');
      await click(el, 'button', 'Save');
      expect(text(el)).to.contain('A limit needs both halves.');
      pageSession().apply(tickReason('too_long', true));
      await settled();
      expect(byRole<HTMLInputElement>(el, 'radio', 'No').checked).to.equal(true);
      await type(el, 'textbox', 'What I will not do', 'I will not give cash.');
      await type(el, 'textbox', 'What I will do', 'I will buy food.');
      await click(el, 'button', 'Save');
      expect(rows('limits')[0]?.safe).to.equal('no');
    });

    it('keep what was typed while another tool is looked at', async () => {
      const el = await open('Limits');
      await click(el, 'button', 'Write my own limit');
      await type(el, 'textbox', 'What I will not do', 'I will not give cash.');
      await click(el, 'radio', 'No');
      await click(el, 'button', /^Goals/);
      expect(hasButton(el, 'Save')).to.equal(false);
      await click(el, 'button', /^Limits/);
      expect(byRole<HTMLInputElement>(el, 'textbox', 'What I will not do').value).to.equal('I will not give cash.');
      expect(byRole<HTMLInputElement>(el, 'radio', 'No').checked).to.equal(true);
      await click(el, 'button', 'Cancel');
      await click(el, 'button', 'Write my own limit');
      expect(byRole<HTMLInputElement>(el, 'textbox', 'What I will not do').value).to.equal('');
    });
  });

  describe('limits', () => {
    it('need both halves, and ask whether it is safe', async () => {
      const el = await open('Limits');
      await click(el, 'button', 'Write my own limit');
      await type(el, 'textbox', 'What I will not do', 'I will not give cash.');
      await click(el, 'button', 'Save');
      expect(text(el)).to.contain('A limit needs both halves.');
      expect(focusName()).to.equal('What I will do');
      await type(el, 'textbox', 'What I will do', 'I will buy food.');
      await click(el, 'radio', 'Not sure');
      await click(el, 'button', 'Save');
      expect(rows('limits')[0]).to.include({ will: 'I will buy food.', safe: 'unsure', verdict: '' });
      const row = byRole(el, 'listitem', /give cash/);
      expect(row.innerText).to.contain('Keep this limit to yourself for now. Talk with an advocate first.');
      await click(row, 'button', /^Safety: /);
      expect(allByRole(el, 'alert')[0]?.textContent).to.contain('keep your distance');
    });

    it('from the library open in the form, as only the visitor knows if it is safe, and are looked at again', async () => {
      const el = await open('Limits');
      await openIdeas(el);
      const [first = ''] = ideas(el);
      await click(el, 'button', `Add ${first}`);
      expect(nameOf(byRole(el, 'form'))).to.equal('Change this limit');
      await click(el, 'radio', 'Yes');
      await choose(el, 'When you look at it again', 'Make it softer');
      await click(el, 'button', 'Save');
      expect(rows('limits')[0]).to.include({ safe: 'yes', verdict: 'soften' });
      expect(text(el)).not.to.contain('Keep this limit to yourself');
      expect(text(el)).to.contain('Make it softer');
    });

    it('say so when contact is not safe, and offer none that needs contact', async () => {
      unsafe();
      const el = await open('Limits');
      expect(text(el)).to.contain(UNSAFE);
      await openIdeas(el);
      expect(ideas(el).length).to.be.below(3);
    });
  });

  describe('goals', () => {
    const write = async (el: Element, goal: string) => {
      await click(el, 'button', 'Write a goal');
      await type(el, 'textbox', 'What I will do', goal);
      await type(el, 'textbox', 'How I will know it is done', 'It is done');
      await click(el, 'button', 'Save');
    };

    it('are specific, measured and dated, mine or shared, never theirs', async () => {
      const el = await open('Goals');
      await click(el, 'button', 'Write a goal');
      await click(el, 'button', 'Save');
      expect(text(el)).to.contain('Write what you will do.').and.to.contain('Write how you will know.');
      expect(allByRole(el, 'radio').map(nameOf)).to.deep.equal(['Mine', 'Ours, and they want it too']);
      await type(el, 'textbox', 'What I will do', 'I will send two kind messages.');
      await type(el, 'textbox', 'How I will know it is done', 'Two sent');
      await type(el, 'textbox', 'My first small step', 'Write one');
      await type(el, 'date', 'By when', '');
      await click(el, 'button', 'Save');
      expect(text(el)).to.contain('Choose a date.');
      await type(el, 'date', 'By when', daysLater(today(), 14));
      await click(el, 'button', 'Save');
      expect(rows('goals')[0]).to.include({ owner: 'me', measure: 'Two sent', achievable: 'Write one' });
      expect(focusName()).to.equal('Change I will send two kind messages.');
    });

    it('about what they do are met with other words: taken', async () => {
      const el = await open('Goals');
      await write(el, 'Make him stop drinking.');
      expect(rows('goals')).to.deep.equal([]);
      expect(focusName()).to.equal('This goal may be about what they do');
      await expectAccessible(el);
      await click(el, 'button', /^Use this By Friday/);
      const field = byRole<HTMLTextAreaElement>(el, 'textbox', 'What I will do');
      expect(field.value).to.match(/^By Friday I will/);
      expect(focused()).to.equal(field);
      await click(el, 'button', 'Save');
      expect(rows('goals').map(({ goal }) => goal)).to.deep.equal([field.value]);
    });

    it('about what they do are met with other words: changed, or kept as they are', async () => {
      const el = await open('Goals');
      await write(el, 'He will stop using.');
      await click(el, 'button', 'Change my words');
      expect(text(el)).not.to.contain('This goal may be about');
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', 'What I will do').value).to.equal('He will stop using.');
      await click(el, 'button', 'Save');
      await click(el, 'button', 'Keep it as it is.');
      expect(rows('goals').map(({ goal }) => goal)).to.deep.equal(['He will stop using.']);
      expect(text(el)).not.to.contain('This goal may be about');
    });

    it('that are shared are met in the same way', async () => {
      const el = await open('Goals');
      await click(el, 'button', 'Write a goal');
      await click(el, 'radio', 'Ours, and they want it too');
      await type(el, 'textbox', 'What I will do', 'He will stop drinking by Friday.');
      await type(el, 'textbox', 'How I will know it is done', 'It is done');
      await click(el, 'button', 'Save');
      expect(rows('goals')).to.deep.equal([]);
      expect(focusName()).to.equal('This goal may be about what they do');
      await click(el, 'button', 'Keep it as it is.');
      expect(rows('goals')[0]).to.include({ owner: 'shared', goal: 'He will stop drinking by Friday.' });
    });

    it('come from the library whole', async () => {
      const el = await open('Goals');
      await openIdeas(el);
      await click(el, 'button', /^Add I will get two doses of naloxone/);
      const [goal] = rows('goals');
      expect(goal?.measure).to.contain('Family members');
      expect(goal?.due).to.equal(daysLater(today(), 5));
      expect(text(el)).to.contain('It is not about what they will do.');
    });
  });

  describe('who takes part', () => {
    const add = async (el: Element, name: string, ...answers: readonly string[]) => {
      await click(el, 'button', 'Add a person');
      await type(el, 'textbox', 'Nickname or initial', name);
      const groups = ['How close are they to your loved one?', 'Do they stay calm?', 'Is it safe to have them there?'];
      for (const [i, answer] of answers.entries()) await click(byRole(el, 'group', groups[i]), 'radio', answer);
      await click(el, 'button', 'Save');
    };

    it('stand where three answers put them: in the room, outside, or out', async () => {
      const el = await open('Who takes part');
      await add(el, 'Jo', 'Close', 'Yes', 'Yes');
      await add(el, 'Al', 'Close', 'No', 'Yes');
      await add(el, 'Sam', 'Close', 'Yes', 'No');
      const names = (place: string) => byRole(el, 'region', place).innerText;
      expect(names('In the room')).to.contain('Jo').and.not.to.contain('Al');
      expect(names('Help from outside')).to.contain('Al');
      expect(names('Leave out this time')).to.contain('Sam');
      await click(el, 'button', 'Change Sam');
      await choose(el, 'Where they take part', 'In the room');
      await click(el, 'button', 'Save');
      expect(names('Leave out this time')).to.contain('Sam').and.to.contain('You said it is not safe.');
      await click(el, 'button', 'Change Al');
      await choose(el, 'Where they take part', 'In the room');
      await click(el, 'button', 'Save');
      expect(names('In the room')).to.contain('Al');
      await expectAccessible(el);
    });
  });

  describe('the care team', () => {
    it('lists helpers by kind and name, and who tells whom', async () => {
      const el = await open('Care team');
      await click(el, 'button', 'Add a helper');
      await choose(el, 'What kind of helper', 'Counselor or therapist');
      await type(el, 'textbox', 'Name or place', 'Dr. K');
      await choose(el, 'Where it stands', 'Called');
      await click(el, 'button', 'Save');
      expect(rows('team')[0]).to.include({ role: 'counselor', name: 'Dr. K', status: 'called' });
      expect(text(el)).to.contain('Dr. K (Counselor or therapist)');
      await click(el, 'button', 'Add a line');
      await type(el, 'textbox', 'Who tells', 'Jo');
      await type(el, 'textbox', 'Whom', 'Al');
      await type(el, 'textbox', 'When', 'Sunday');
      await click(el, 'button', 'Save');
      expect(rows('tells')[0]).to.include({ who: 'Jo', whom: 'Al', when: 'Sunday' });
      expect(hasButton(el, 'What they do, and what to ask')).to.equal(false); // only the guide has the library
      await expectAccessible(el);
    });
  });

  describe('rounds', () => {
    it('begin anew with what is open, keep what was, and can be taken back', async () => {
      pageSession().apply(addRow('goals', { ...GOAL, goal: 'Done already', done: today() }));
      pageSession().apply(addRow('goals', { ...GOAL, goal: 'Still open' }));
      const el = await open('How the plan changes');
      expect(text(el)).to.contain('Round 1').and.to.contain('This is the first round.');
      await click(el, 'button', 'Note a change');
      await click(el, 'radio', 'Who does it');
      await type(el, 'textbox', 'In a few words', 'Al drives now');
      await click(el, 'button', 'Save');
      await click(el, 'button', 'Start the next round');
      expect(focusName()).to.equal('Round 2');
      expect(said(el)).to.equal('Round 1 is kept. The next one has begun.');
      expect(rows('goals').map(({ goal }) => goal)).to.deep.equal(['Still open']);
      expect(rows('changes')).to.deep.equal([]);
      el.shadowRoot?.querySelector<HTMLElement>('details summary')?.click();
      await settled();
      expect(text(el)).to.contain('Done already').and.to.contain('Al drives now');
      await expectAccessible(el);
      await click(el, 'button', 'Undo');
      expect(pageSession().state.rounds).to.deep.equal([]);
      expect(rows('goals')).to.have.lengthOf(2);
      expect(focusName()).to.equal('Round 1');
    });

    it('can not be taken back once something new was written', async () => {
      pageSession().apply(addRow('goals', GOAL));
      const el = await open('How the plan changes');
      await click(el, 'button', 'Start the next round');
      pageSession().apply(addRow('wins', { text: 'We laughed', on: today() }));
      await settled();
      expect(hasButton(el, 'Undo')).to.equal(true);
      pageSession().apply(addRow('goals', { ...GOAL, goal: 'A new one' }));
      await settled();
      expect(hasButton(el, 'Undo')).to.equal(false);
    });

    it('can not begin while there is nothing', async () => {
      const el = await open('How the plan changes');
      expect(byRole<HTMLButtonElement>(el, 'button', 'Start the next round').disabled).to.equal(true);
    });
  });

  describe('keeping the plan', () => {
    let caught: ReturnType<typeof catchDownloads>;
    beforeEach(() => {
      caught = catchDownloads();
    });
    afterEach(() => caught.restore());

    it('puts the days to come into a calendar file under a neutral name, and says nothing of what they are', async () => {
      pageSession().apply(addRow('goals', GOAL));
      const el = await open('Goals');
      const events = record<FigExportEvent>(el, 'fig-export');
      await click(el, 'button', 'Put dates in a calendar');
      expect(caught.files.map(({ name }) => name)).to.deep.equal(['notes.ics']);
      const ics = (await caught.files[0]?.text) ?? '';
      expect(ics)
        .to.contain(`DTSTART;VALUE=DATE:${GOAL.due.replaceAll('-', '')}`)
        .and.to.contain('SUMMARY:Look at my notes');
      expect(ics).not.to.match(/walk|goal|plan|intervention/i);
      expect(events[0]?.detail).to.include({ part: 'plan', format: 'calendar' });
      expect(said(el)).to.equal('Saved as a file: notes.ics');
    });

    it('says so when there is no day to come', async () => {
      pageSession().apply(addRow('goals', { ...GOAL, due: '2020-01-01' }));
      const el = await open('Goals');
      await click(el, 'button', 'Put dates in a calendar');
      expect(caught.files).to.deep.equal([]);
      expect(text(el)).to.contain('No date is set from today on.');
    });

    it('leaves files to the page when it wants to hand out its own', async () => {
      pageSession().apply(addRow('goals', GOAL));
      const el = await open('Goals');
      el.addEventListener('fig-export', (event) => event.preventDefault());
      await click(el, 'button', 'Save as a file');
      await click(el, 'button', 'Put dates in a calendar');
      expect(caught.files).to.deep.equal([]);
    });

    it('saves a file, opens it in the place of another plan, and brings that one back', async () => {
      pageSession().apply(addRow('goals', GOAL));
      const el = await open('Goals');
      await click(el, 'button', 'Save as a file');
      const [file] = caught.files;
      expect(file?.name).to.equal('notes.json');
      const json = (await file?.text) ?? '';
      pageSession().apply(() => EMPTY_SESSION);
      pageSession().apply(addRow('goals', { ...GOAL, goal: 'Another goal' }));
      await settled();
      await openFile(el, json);
      expect(rows('goals').map(({ goal }) => goal)).to.deep.equal(['I will walk']);
      expect(said(el)).to.contain('Your saved plan is open.');
      expect(focusName()).to.equal('Undo');
      await click(el, 'button', 'Undo');
      expect(rows('goals').map(({ goal }) => goal)).to.deep.equal(['Another goal']);
      expect(said(el)).to.equal('What was here before is back.');
    });

    it('says what is wrong with a file, and changes nothing', async () => {
      pageSession().apply(addRow('goals', GOAL));
      const el = await open('Goals');
      const before = pageSession().state;
      await openFile(el, JSON.stringify({ kind: 'family-sheets', version: 1, lists: {} }));
      expect(said(el)).to.contain('is not a plan that was saved here');
      await openFile(el, JSON.stringify({ kind: 'family-notes', version: 99 }));
      expect(said(el)).to.contain('newer version');
      expect(pageSession().state).to.equal(before);
    });

    it('prints and copies all of it', async () => {
      pageSession().apply(addRow('goals', GOAL));
      pageSession().apply(addRow('people', { name: 'Jo', closeness: '', calm: '', safe: 'no', place: '' }));
      const el = await open('Goals');
      const copy = catchCopies();
      await click(el, 'button', 'Copy as text');
      await waitUntil(() => copy.texts.length);
      copy.restore();
      expect(copy.texts[0]).to.contain('Mine: I will walk').and.to.contain('Leave out this time: Jo');
    });
  });

  it('are on paper even when their file had not come yet', async () => {
    const restore = stubIdle(() => 0);
    const copy = catchCopies();
    try {
      pageSession().apply(addRow('goals', GOAL));
      const el = await mount<ContingencyPlanner>(html`<contingency-planner region="US"></contingency-planner>`);
      await click(el, 'button', 'Copy as text');
      await waitUntil(() => copy.texts.length, 'nothing was copied', { timeout: 5000 });
      expect(copy.texts[0]).to.contain('Mine: I will walk');
    } finally {
      restore();
      copy.restore();
    }
  });

  it('tell the page nothing of what is written in them', async () => {
    const el = await open('Goals', html`<contingency-planner events="full"></contingency-planner>`);
    const events = record(window, ...ALL_EVENTS);
    await click(el, 'button', 'Write a goal');
    await type(el, 'textbox', 'What I will do', 'Secret goal');
    await type(el, 'textbox', 'How I will know it is done', 'Secret measure');
    await click(el, 'button', 'Save');
    await click(el, 'button', 'Who takes part');
    await click(el, 'button', 'Add a person');
    await type(el, 'textbox', 'Nickname or initial', 'Jo');
    await click(el, 'button', 'Save');
    expect(JSON.stringify(events.map(({ detail }) => detail))).not.to.match(/secret|jo\b/i);
    expect(events.filter(({ type: name }) => name === 'fig-change')).to.deep.equal([]);
  });

  for (const tool of [
    'Who does what',
    'Be ready',
    'Limits',
    'Goals',
    'Who takes part',
    'Care team',
    'How the plan changes',
  ]) {
    it(`are accessible, empty and with a form open, and fit 320 px: ${tool}`, async () => {
      const el = await open(tool, html`<contingency-planner region="US" style="width: 320px"></contingency-planner>`);
      await openIdeas(el);
      await expectAccessible(el);
      const [first] = allByRole(el, 'button', /^(Write|Add a|Add our|Note)/);
      first?.click();
      await settled();
      await expectAccessible(el);
      await click(el, 'button', 'Save');
      await expectAccessible(el);
      const base = el.shadowRoot?.querySelector('.fig') as HTMLElement;
      expect(base.scrollWidth).to.be.at.most(320);
    });
  }
});
