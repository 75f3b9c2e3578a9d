import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/failure-reason-checklist.js';
import type { FailureReasonChecklist } from '../../src/elements/failure-reason-checklist/failure-reason-checklist.js';
import type { FigChangeEvent, FigExportEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { addRow, MAX_ROWS, setNote } from '../../src/session/transitions.js';
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
  openFile,
  record,
  resetSession,
  said,
  settled,
  stubClipboard,
  type,
} from './helpers.js';

const CORNERED = 'They felt cornered or blamed';
const DRIFTED = 'We did not stick to our plan';

const render = (attributes = html`<failure-reason-checklist region="US"></failure-reason-checklist>`) =>
  mount<FailureReasonChecklist>(attributes);
const box = (el: Element, name: string) => byRole<HTMLInputElement>(el, 'checkbox', name);

describe('<failure-reason-checklist>', () => {
  beforeEach(resetSession);

  it('shows every reason of the built-in words in named groups, none ticked', async () => {
    const el = await render();
    const groups = allByRole(el, 'group').map(nameOf);
    expect(groups).to.deep.equal([
      'How we planned it',
      'How the talk went',
      'Who was there',
      'Where they are right now',
      'Things outside our control',
      'Or',
      'What went well?',
    ]);
    expect(allByRole<HTMLInputElement>(el, 'checkbox').filter(({ checked }) => checked)).to.have.lengthOf(0);
    expect(allByRole(el, 'checkbox').length).to.equal(26 + 7);
  });

  it('says what a ticked reason can mean and what to try, and takes it back', async () => {
    const el = await render();
    expect(el.shadowRoot?.textContent).not.to.contain('When people feel cornered');
    await click(el, 'checkbox', CORNERED);
    expect(el.shadowRoot?.textContent).to.contain('When people feel cornered');
    expect(el.shadowRoot?.textContent).to.contain('What to try');
    await click(el, 'checkbox', CORNERED);
    expect(el.shadowRoot?.textContent).not.to.contain('When people feel cornered');
  });

  it('counts ticks aloud: 0 => 1 => 2', async () => {
    const el = await render();
    expect(el.shadowRoot?.textContent).to.contain('0 reasons checked');
    await click(el, 'checkbox', CORNERED);
    expect(said(el)).to.equal('1 reason checked');
    await click(el, 'checkbox', DRIFTED);
    expect(said(el)).to.equal('2 reasons checked');
  });

  it('clears all ticks, and brings them back with focus on the way', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    await click(el, 'checkbox', DRIFTED);
    await click(el, 'button', 'Clear all');
    expect(box(el, CORNERED).checked).to.equal(false);
    expect(nameOf(focused() as Element)).to.equal('Undo');
    await click(el, 'button', 'Undo');
    expect(box(el, CORNERED).checked).to.equal(true);
    expect(box(el, DRIFTED).checked).to.equal(true);
    expect(nameOf(focused() as Element)).to.equal('Clear all');
  });

  it('builds the board from ticks and lets a card move, keeping the focus', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    await click(el, 'checkbox', 'We said we love them');
    const column = (name: string) => byRole(el, 'region', name).textContent ?? '';
    expect(column('Keep')).to.contain('We said we love them');
    expect(column('Change')).to.contain(CORNERED);
    await choose(el, `Move to ${CORNERED}`, 'Stop');
    expect(column('Stop')).to.contain(CORNERED);
    expect(column('Change')).not.to.contain(CORNERED);
    expect(said(el)).to.equal(`${CORNERED} is now under Stop.`);
    expect(nameOf(focused() as Element)).to.equal(`Move to ${CORNERED}`);
  });

  it('keeps "not sure" off the board', async () => {
    const el = await render();
    await click(el, 'checkbox', 'We are not sure');
    expect(byRole(el, 'region', 'Keep, change, stop').textContent).to.contain('Check something above');
    expect(byRole(el, 'region', 'What we learned').textContent).to.contain('As of');
  });

  it('makes a dated summary with the next steps that the ticks point to', async () => {
    const el = await render();
    const summary = () => byRole(el, 'region', 'What we learned').textContent ?? '';
    expect(summary()).to.contain('Check what fits');
    await click(el, 'checkbox', CORNERED);
    expect(summary()).to.contain(new Date().toLocaleDateString('en', { dateStyle: 'long' }));
    expect(summary()).to.contain('Rebuild trust before you ask again');
  });

  it('keeps the note in the session, cut at its limit', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    await type(el, 'textbox', 'In our own words', 'We rushed.');
    expect(pageSession().state.note).to.equal('We rushed.');
    pageSession().apply(setNote('x'.repeat(900)));
    expect(pageSession().state.note).to.have.lengthOf(500);
  });

  it('copies the summary as text, with crisis lines and without page words', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    await type(el, 'textbox', 'In our own words', 'We rushed.');
    const copied: string[] = [];
    const restore = stubClipboard(async (text) => void copied.push(text));
    await click(el, 'button', 'Copy as text');
    restore();
    expect(copied[0]).to.contain('Notes').and.to.contain('Keep this page private.');
    expect(copied[0]).to.contain(`- ${CORNERED}`).and.to.contain('- We rushed.').and.to.contain('988');
    expect(said(el)).to.equal('Copied.');
    expect(byRole(el, 'region', 'What we learned').textContent).to.contain('Copied.');
  });

  it('says so when copying is not allowed', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    const restore = stubClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await click(el, 'button', 'Copy as text');
    restore();
    expect(said(el)).to.contain('does not allow copying');
  });

  it('lets the page hand out its own copy', async () => {
    const el = await render();
    await click(el, 'checkbox', CORNERED);
    const copied: string[] = [];
    const restore = stubClipboard(async (text) => void copied.push(text));
    el.addEventListener('fig-export', (event) => event.preventDefault());
    await click(el, 'button', 'Copy as text');
    restore();
    expect(copied).to.deep.equal([]);
  });

  it('tells the page neither ids nor words at the usual level', async () => {
    const el = await render();
    const events = record(el, ...ALL_EVENTS);
    await click(el, 'checkbox', CORNERED);
    await click(el, 'checkbox', DRIFTED);
    expect(events.map((event) => event.type)).to.deep.equal(['fig-progress']);
    expect(events[0]?.detail).to.include({ part: 'reasons', step: 1, of: 2, element: 'failure-reason-checklist' });
  });

  it('tells the page ids with events="full", but none on health or danger and no note; and tells the visitor', async () => {
    const el = await render(html`<failure-reason-checklist events="full"></failure-reason-checklist>`);
    expect(el.shadowRoot?.textContent).to.contain('This website can see which answers you pick');
    const events = record<FigChangeEvent>(el, 'fig-change');
    await click(el, 'checkbox', 'They may live with pain, trauma, or low mood');
    await click(el, 'checkbox', CORNERED); // leads to safety, so it is not told either
    await click(el, 'checkbox', DRIFTED);
    await click(el, 'checkbox', 'We said we love them'); // goes with contact that may not be safe
    await click(el, 'checkbox', 'We stayed calm');
    expect(events.map(({ detail }) => detail.ids)).to.deep.equal([['plan_drifted'], ['plan_drifted', 'stayed_calm']]);
  });

  it('is silent with events="off"', async () => {
    const heard = record(window, ...ALL_EVENTS);
    const el = await render(html`<failure-reason-checklist events="off"></failure-reason-checklist>`);
    await click(el, 'checkbox', CORNERED);
    expect(heard).to.deep.equal([]);
  });

  it('is accessible with nothing ticked and with everything ticked', async () => {
    const el = await render();
    await expectAccessible(el);
    for (const checkbox of allByRole(el, 'checkbox')) checkbox.click();
    await expectAccessible(el);
  });

  describe('looking back together', () => {
    const sheets = () => pageSession().state.lists.sheets;
    const open = async () => {
      const el = await render();
      await click(el, 'button', 'Start looking back');
      await waitUntil(() => allByRole(el, 'heading', 'One sheet for each person').length, 'no sheets', {
        timeout: 5000,
      });
      await settled();
      return el;
    };
    const addSheet = async (el: Element, name: string, timing: string) => {
      await click(el, 'button', 'Add a sheet');
      await type(el, 'textbox', 'Nickname or initial', name);
      await type(el, 'textbox', /^What was going on that day/, timing);
      await type(el, 'textbox', 'What would a kind friend have seen?', `${name} tried`);
      await click(el, 'button', 'Save');
    };

    it('has a sheet with four lenses for each person, and puts them side by side', async () => {
      const el = await open();
      expect(nameOf(focused() as Element)).to.equal('One sheet for each person');
      await addSheet(el, 'Jo', 'It was late');
      expect(allByRole(el, 'region', 'Side by side')).to.deep.equal([]);
      await addSheet(el, 'Al', 'We were tired');
      expect(sheets().map((sheet) => [sheet.name, sheet.lens_timing, sheet.friend])).to.deep.equal([
        ['Jo', 'It was late', 'Jo tried'],
        ['Al', 'We were tired', 'Al tried'],
      ]);
      const both = byRole(el, 'region', 'Side by side').innerText;
      expect(both)
        .to.contain('The day, the time, and the place')
        .and.to.contain('It was late')
        .and.to.contain('We were tired');
      expect(both).not.to.contain('What we had to work with'); // nobody wrote on it
      await expectAccessible(el);
    });

    it('asks for four lenses and a kind eye, and needs only a name', async () => {
      const el = await open();
      await click(el, 'button', 'Add a sheet');
      expect(
        allByRole(el, 'textbox')
          .map(nameOf)
          .filter((name) => name !== 'In our own words'),
      ).to.have.lengthOf(6);
      await click(el, 'button', 'Save');
      expect(sheets()).to.deep.equal([]);
      expect(nameOf(focused() as Element)).to.equal('Nickname or initial');
      await expectAccessible(el);
    });

    it('keeps moments in order: what was said, and what they did', async () => {
      const el = await open();
      await click(el, 'button', 'Add a moment');
      await type(el, 'textbox', 'What was said', 'Please go');
      await type(el, 'textbox', 'What they did then', 'Left the room');
      await click(el, 'button', 'Save');
      expect(pageSession().state.lists.moments[0]).to.include({ said: 'Please go', did: 'Left the room' });
    });

    it('adds sheets from another device once, and says what is wrong with a file', async () => {
      const el = await open();
      await addSheet(el, 'Jo', 'It was late');
      const row = { id: 'row_7', name: 'Al', friend: '', lens_timing: 'Too long' };
      const moment = { id: 'row_8', said: 'Please', did: 'Cried' };
      const file = JSON.stringify({ kind: 'family-sheets', version: 1, lists: { sheets: [row], moments: [moment] } });
      await openFile(el, file);
      expect(sheets().map(({ name }) => name)).to.deep.equal(['Jo', 'Al']);
      expect(pageSession().state.lists.moments[0]).to.include({ said: 'Please', did: 'Cried' });
      expect(said(el)).to.equal('Sheets added: 1. Moments added: 1.');
      await openFile(el, file);
      expect(said(el)).to.contain('There is nothing new');
      await openFile(el, 'nonsense');
      expect(said(el)).to.contain('holds no sheets that were saved here');
      expect(sheets()).to.have.lengthOf(2);
    });

    it('says so when not all sheets of a file find room', async () => {
      const el = await open();
      for (let i = 1; i < MAX_ROWS.sheets; i += 1) pageSession().apply(addRow('sheets', { name: `P${i}`, friend: '' }));
      await settled();
      const lists = { sheets: ['Al', 'Bo'].map((name, i) => ({ id: `row_${i}`, name, friend: '' })) };
      await openFile(el, JSON.stringify({ kind: 'family-sheets', version: 1, lists }));
      expect(sheets().at(-1)?.name).to.equal('Al');
      expect(said(el)).to.contain('Sheets added: 1.').and.to.contain('at most');
    });

    it('prints empty sheets, and leaves that to a page that wants to', async () => {
      const el = await open();
      const asked = record<FigExportEvent>(el, 'fig-export');
      el.addEventListener('fig-export', (event) => event.preventDefault());
      await click(el, 'button', 'Print empty sheets');
      expect(asked.map(({ detail }) => detail.format)).to.deep.equal(['print']);
    });

    it('tells the page nothing of what was written', async () => {
      const el = await open();
      const events = record(window, ...ALL_EVENTS);
      await addSheet(el, 'Jo', 'Secret');
      expect(events).to.deep.equal([]);
    });
  });
});
