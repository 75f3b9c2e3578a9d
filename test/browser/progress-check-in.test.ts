import { expect, html, waitUntil } from '@open-wc/testing';
import { dateInWords, daysLater, today } from '../../src/content/format.js';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/progress-check-in.js';
import type { FailedInterventionGuide } from '../../src/elements/failed-intervention-guide/failed-intervention-guide.js';
import type { ProgressCheckIn } from '../../src/elements/progress-check-in/progress-check-in.js';
import type { FigChangeEvent } from '../../src/events/events.js';
import { UNSAFE_CARD } from '../../src/guidance/contact.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION } from '../../src/session/state.js';
import type { WatchEntry } from '../../src/session/state.js';
import { addRow, addWatchEntry, setWatchEvery } from '../../src/session/transitions.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  catchCopies,
  catchDownloads,
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

const PLAN = 'Which parts of the plan did you do this week?';
const BARRIERS = 'What got in the way this week?';
const HELPED = 'What helped this week, even a little?';
const ME = 'How are you holding up this week?';
const SAFE = 'Do you feel safe at home?';
const CHANGE = 'What will you change?';
const SAVE = 'Save this check-in';
const CALL = 'Call two places';
const NO_TIME = 'We had no time';
const SAID_NO = 'They said no again';
const NO_ANSWER = 'They did not answer';
const NOT_SAFE = 'It did not feel safe';

const TODAY = `Check-in on ${dateInWords(today(), 'en')}`;
const NEXT_WEEK = dateInWords(daysLater(today(), 7), 'en');

const render = (template = html`<progress-check-in region="US"></progress-check-in>`) =>
  mount<ProgressCheckIn>(template);
const renderFull = () => render(html`<progress-check-in region="US" events="full"></progress-check-in>`);
const input = (el: Element, role: 'checkbox' | 'radio', name: string) => byRole<HTMLInputElement>(el, role, name);
const body = (el: Element) => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';
const group = (el: Element, name: string) => byRole(el, 'group', name);
const has = (el: Element, role: string, name: string | RegExp) => allByRole(el, role, name).length > 0;
const focusName = () => nameOf(focused() as Element);
const entries = () => pageSession().state.watch.entries;
const lists = () => pageSession().state.lists;

/** Answers a question of yes and no. */
const answer = (el: Element, question: string, words: string) => click(group(el, question), 'radio', words);
const save = (el: Element) => click(el, 'button', SAVE);

/** Puts things into the plan without the screen. */
function givenPlan(): void {
  const session = pageSession();
  session.apply(addRow('steps', { what: CALL, owner: '', nickname: '', due: '', done: '' }));
  session.apply(
    addRow('goals', { owner: 'me', goal: 'Sleep', measure: '', achievable: '', relevant: '', due: '', done: '' }),
  );
  session.apply(
    addRow('plan', {
      plan: 'B',
      trigger: 'They walk out',
      response: 'Let them go',
      then: '',
      owner: '',
      nickname: '',
      reviewOn: '',
      sign: '',
    }),
  );
}

/** A look back some days ago. */
function given(daysAgo: number, more: Partial<WatchEntry> = {}): string {
  const on = daysLater(today(), -daysAgo);
  const empty = { done: [], barriers: [], adjust: '', helped: '', sleep: '', talk: '' } as const;
  pageSession().apply(addWatchEntry({ ...empty, ...more, on }));
  return `Check-in on ${dateInWords(on, 'en')}`;
}

async function copied(el: Element): Promise<string> {
  const { texts, restore } = catchCopies();
  await click(el, 'button', 'Copy as text');
  restore();
  return texts.join();
}

/** The element inside the guide. */
async function inGuide(): Promise<[guide: FailedInterventionGuide, el: HTMLElement]> {
  const guide = await mount<FailedInterventionGuide>(
    html`<failed-intervention-guide region="US"></failed-intervention-guide>`,
  );
  guide.show('watch');
  const find = () => guide.shadowRoot?.querySelector<HTMLElement>('progress-check-in');
  await waitUntil(() => find()?.shadowRoot?.querySelector('.title'), 'no check-in', { timeout: 5000 });
  await settled();
  return [guide, find() as HTMLElement];
}

describe('<progress-check-in>', () => {
  beforeEach(resetSession);

  describe('questions', () => {
    it('asks the questions of the content in their order on one screen, with nothing answered', async () => {
      const el = await render();
      const questions = [PLAN, BARRIERS, HELPED, ME];
      expect(
        allByRole(el, 'group')
          .map(nameOf)
          .filter((name) => questions.includes(name)),
      ).to.deep.equal(questions);
      const boxes = [...allByRole<HTMLInputElement>(el, 'checkbox'), ...allByRole<HTMLInputElement>(el, 'radio')];
      expect(boxes.filter(({ checked }) => checked)).to.deep.equal([]);
      await expectAccessible(el);
    });

    it('leaves out a question the content does not have', async () => {
      const bundle = await wholeBundle();
      const checkIns = bundle.watch.checkIns.filter((question) => question.answer !== 'me');
      const content = { ...bundle, watch: { ...bundle.watch, checkIns } };
      const el = await render(html`<progress-check-in .content=${content}></progress-check-in>`);
      expect(has(el, 'group', ME)).to.equal(false);
      await save(el);
      expect(focusName()).to.equal(TODAY);
    });

    it('says kindly that an empty one is fine, once the visitor goes on: nothing => shown => gone', async () => {
      givenPlan();
      const el = await render();
      expect(body(el)).not.to.contain('A week can be full');
      await click(el, 'checkbox', NO_TIME);
      expect(group(el, PLAN).textContent).to.contain('That is okay. A week can be full.');
      await click(el, 'checkbox', CALL);
      expect(group(el, PLAN).textContent).not.to.contain('A week can be full');
    });

    describe('what was done', () => {
      it('says when the plan is empty, and offers no way where there is none', async () => {
        const el = await render();
        expect(group(el, PLAN).textContent).to.contain('There is nothing in your plan yet');
        expect(allByRole(group(el, PLAN), 'button')).to.deep.equal([]);
      });

      it('lists what is in the plan by name, and marks it there only once it is saved', async () => {
        givenPlan();
        const el = await render();
        expect(allByRole(group(el, PLAN), 'list').map(nameOf)).to.deep.equal([
          'Steps',
          'Goals',
          'Setbacks you planned for',
        ]);
        for (const name of [CALL, 'Sleep', 'They walk out']) await click(el, 'checkbox', name);
        expect(lists().steps[0]?.done).to.equal('');
        await save(el);
        expect(lists().steps[0]?.done).to.equal(today());
        expect(lists().goals[0]?.done).to.equal(today());
        expect(byRole(el, 'region', TODAY).textContent)
          .to.contain(CALL)
          .and.to.contain('They walk out');
      });

      it('knows what was done in the planner, and leaves out what an earlier look back told', async () => {
        const session = pageSession();
        const step = (what: string, done: string) =>
          session.apply(addRow('steps', { what, owner: '', nickname: '', due: '', done }));
        step('Told before', daysLater(today(), -7));
        given(7, { done: ['row_1'] });
        step('Done since', daysLater(today(), -2));
        const el = await render();
        expect(input(el, 'checkbox', 'Done since').checked).to.equal(true);
        expect(has(el, 'checkbox', 'Told before')).to.equal(false);
      });
    });

    describe('what got in the way', () => {
      it('says aloud and on the screen what to try for each one picked, and takes it back', async () => {
        const el = await render();
        const box = input(el, 'checkbox', NO_TIME);
        box.focus();
        box.click();
        await settled();
        expect(said(el)).to.contain('Pick one step and make it smaller');
        expect(group(el, BARRIERS).textContent).to.contain('Pick one step and make it smaller');
        expect(focused()).to.equal(box);
        await expectAccessible(el);
        await click(el, 'checkbox', NO_TIME);
        expect(group(el, BARRIERS).textContent).not.to.contain('Pick one step and make it smaller');
      });

      it('leads from a danger to its screen, with the call first', async () => {
        const el = await render();
        await click(el, 'checkbox', NOT_SAFE);
        await click(el, 'button', /^Safety: Someone is violent/);
        const bar = el.shadowRoot?.querySelector('crisis-help-bar') as Element;
        expect((focused()?.getRootNode() as ShadowRoot).host).to.equal(bar);
        expect((focused() as HTMLAnchorElement).href).to.match(/^tel:/);
        expect(allByRole(el, 'checkbox')).to.deep.equal([]); // nothing else is asked meanwhile
      });

      it('keeps what will change with the changes of the plan', async () => {
        const el = await render();
        await type(el, 'textbox', CHANGE, ' Call on Monday. ');
        expect(lists().changes).to.deep.equal([]);
        await save(el);
        expect(lists().changes.map(({ kind, text, on }) => [kind, text, on])).to.deep.equal([
          ['what', 'Call on Monday.', today()],
        ]);
        expect(byRole(el, 'region', TODAY).textContent).to.contain('Call on Monday.');
      });

      it('holds back advice on contact while contact is not safe, and keeps what was written for that case', async () => {
        pageSession().apply((state) => ({ ...state, wizard: { ...state.wizard, cards: [UNSAFE_CARD] } }));
        const el = await render();
        await click(el, 'checkbox', NO_ANSWER);
        expect(said(el)).to.contain('You said contact is not safe');
        expect(body(el)).not.to.contain('send one kind line');
        expect(has(el, 'button', /^Safety: If contact is not safe/)).to.equal(true);
        await click(el, 'checkbox', NOT_SAFE);
        expect(body(el)).to.contain('Waiting was a good choice');
        await expectAccessible(el);
      });
    });

    describe('what helped', () => {
      it('goes into the small wins only if the visitor wants that', async () => {
        const el = await render();
        await type(el, 'textbox', HELPED, 'A walk.');
        await save(el);
        expect(lists().wins).to.deep.equal([]);
        await click(el, 'button', `Change ${TODAY}`);
        await click(el, 'checkbox', 'Put it on my list of small wins too');
        await save(el);
        expect(lists().wins.map(({ text, on }) => [text, on])).to.deep.equal([['A walk.', today()]]);
        expect(byRole(el, 'region', 'Small wins').textContent).to.contain('A walk.');
      });
    });

    describe('how the visitor is', () => {
      it('is no test and no score', async () => {
        const el = await render();
        expect(group(el, ME).textContent).to.contain('not a medical test').and.to.contain('no score');
      });

      it('offers a person to talk to when not okay, in the form and after saving', async () => {
        const el = await render();
        await click(el, 'radio', 'Not okay');
        expect(said(el)).to.contain('Would you like to see people you can talk to');
        await expectAccessible(el);
        await save(el);
        await click(el, 'button', 'Talk to a person now');
        expect(has(el, 'heading', 'You matter in this too. Talk to someone now.')).to.equal(true);
        await expectAccessible(el);
      });

      it('does not push who is okay', async () => {
        const el = await render();
        await click(el, 'radio', 'Okay');
        await answer(el, 'Did you get enough sleep?', 'Yes');
        expect(has(el, 'button', /Talk to a person|See what helps/)).to.equal(false);
      });

      for (const words of ['No', 'Not sure']) {
        it(`offers the way out of violence for "${words}" to being safe at home, keeps nothing and says nothing`, async () => {
          const el = await renderFull();
          const heard = record(window, ...ALL_EVENTS);
          const before = pageSession().state;
          await answer(el, SAFE, words);
          expect(said(el)).to.contain('You have a right to be safe');
          await expectAccessible(el);
          await click(el, 'button', 'See what helps now');
          expect(has(el, 'heading', /Get to safety|safe/i)).to.equal(true);
          expect(pageSession().state).to.equal(before);
          expect(heard).to.deep.equal([]);
        });
      }

      it('keeps that offer after saving, but not the answer', async () => {
        const el = await render();
        await answer(el, SAFE, 'No');
        await save(el);
        expect(has(el, 'button', 'See what helps now')).to.equal(true);
        expect(JSON.stringify(entries())).not.to.match(/safe/);
        await click(el, 'button', `Change ${TODAY}`);
        expect(allByRole<HTMLInputElement>(group(el, SAFE), 'radio').some(({ checked }) => checked)).to.equal(false);
      });

      it('forgets it when the page is left or the element is moved', async () => {
        const el = await render();
        await answer(el, SAFE, 'No');
        window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        await settled();
        expect(has(el, 'button', 'See what helps now')).to.equal(false);
        await answer(el, SAFE, 'No');
        const place = el.parentElement;
        el.remove();
        place?.append(el);
        await settled();
        expect(has(el, 'button', 'See what helps now')).to.equal(false);
      });
    });
  });

  describe('saving', () => {
    it('shows what was saved, puts the focus on it and says so once', async () => {
      givenPlan();
      const el = await render();
      await click(el, 'checkbox', CALL);
      await click(el, 'checkbox', NO_TIME);
      await type(el, 'textbox', CHANGE, 'Make it smaller.');
      await type(el, 'textbox', HELPED, 'A walk.');
      await click(el, 'radio', 'Mostly okay');
      await save(el);
      expect(focusName()).to.equal(TODAY);
      expect(said(el)).to.equal('Saved.');
      const shown = byRole(el, 'region', TODAY).textContent;
      for (const text of [CALL, NO_TIME, 'Make it smaller.', 'A walk.', 'Mostly okay']) expect(shown).to.contain(text);
      expect(has(el, 'button', SAVE)).to.equal(false);
      await expectAccessible(el);
    });

    it('is fine with nothing answered', async () => {
      const el = await render();
      await save(el);
      expect(body(el)).to.contain('That is enough for today.');
      expect(entries()).to.have.lengthOf(1);
      await expectAccessible(el);
    });

    it('takes the place of the first one when saved twice on a day', async () => {
      const el = await render();
      await click(el, 'checkbox', NO_TIME);
      await type(el, 'textbox', HELPED, 'A walk.');
      await save(el);
      await click(el, 'button', `Change ${TODAY}`);
      expect(focusName()).to.equal(PLAN);
      expect(input(el, 'checkbox', NO_TIME).checked).to.equal(true);
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', HELPED).value).to.equal('A walk.');
      await type(el, 'textbox', HELPED, 'A long walk.');
      await save(el);
      expect(entries().map(({ helped, barriers }) => [helped, barriers])).to.deep.equal([
        ['A long walk.', ['no_time']],
      ]);
    });

    it('leaves what was saved when changing it is canceled', async () => {
      const el = await render();
      await type(el, 'textbox', HELPED, 'A walk.');
      await save(el);
      await click(el, 'button', `Change ${TODAY}`);
      await type(el, 'textbox', HELPED, 'Nothing.');
      await click(el, 'button', 'Cancel');
      expect(focusName()).to.equal(TODAY);
      expect(byRole(el, 'region', TODAY).textContent).to.contain('A walk.');
    });

    it('begins anew on the next day on a page left open overnight', async () => {
      const el = await render();
      await save(el);
      const RealDate = Date;
      class Tomorrow extends RealDate {
        constructor(...given: [] | [string | number]) {
          super(...((given.length ? given : [RealDate.now() + 86_400_000]) as [number]));
        }
      }
      globalThis.Date = Tomorrow as DateConstructor;
      try {
        document.dispatchEvent(new Event('visibilitychange'));
        await settled();
        expect(has(el, 'button', SAVE)).to.equal(true);
        expect(byRole(el, 'region', 'Earlier check-ins').textContent).to.contain(TODAY);
      } finally {
        globalThis.Date = RealDate;
      }
    });

    it('keeps a half-written one when the element is moved, and when the session changes', async () => {
      const el = await render();
      await type(el, 'textbox', HELPED, 'A wal');
      const place = document.createElement('div');
      document.body.append(place);
      place.append(el);
      await settled();
      given(0, { helped: 'From elsewhere' });
      await settled();
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', HELPED).value).to.equal('A wal');
      place.remove();
    });

    it('leads on when something new came up: to what is safe, and in the guide to the questions', async () => {
      const [guide, el] = await inGuide();
      await click(el, 'checkbox', SAID_NO);
      await save(el);
      const more = byRole(el, 'region', 'Look at this too');
      expect(allByRole(more, 'button').map(nameOf)).to.deep.equal([
        'Safety: If contact is not safe, keep your distance for now',
        'Answer the questions again',
      ]);
      await expectAccessible(el);
      await click(more, 'button', 'Answer the questions again');
      await waitUntil(() => guide.shadowRoot?.querySelector('next-steps-wizard'), 'no wizard', { timeout: 5000 });
    });

    it('stays quiet when nothing new came up', async () => {
      const el = await render();
      await click(el, 'checkbox', NO_TIME);
      await save(el);
      expect(has(el, 'region', 'Look at this too')).to.equal(false);
    });
  });

  describe('next time', () => {
    it('names the day, by the week or by the month, aloud', async () => {
      const el = await render();
      await save(el);
      expect(input(el, 'radio', 'Every week').checked).to.equal(true);
      expect(body(el)).to.contain(`Next check-in: ${NEXT_WEEK}`);
      await click(el, 'radio', 'Every month');
      expect(said(el))
        .to.match(/^Next check-in: /)
        .and.not.to.contain(NEXT_WEEK);
      expect(pageSession().state.watch.every).to.equal('month');
    });

    it('goes into a calendar under a neutral name, as often as was picked', async () => {
      const el = await render();
      await click(el, 'checkbox', NOT_SAFE);
      await save(el);
      const caught = catchDownloads();
      await click(el, 'button', 'Put it in my calendar');
      const file = (await caught.files[0]?.text) ?? '';
      caught.restore();
      expect(file).to.contain('SUMMARY:Look at my notes').and.to.contain('RRULE:FREQ=WEEKLY');
      expect(file).to.contain(`DTSTART;VALUE=DATE:${daysLater(today(), 7).replaceAll('-', '')}`);
      expect(file).not.to.match(/check|safe|treatment|plan/i);
      expect(said(el)).to.contain('notes.ics');
      await expectAccessible(el);
    });

    it('leaves the file to the page if it hands out its own', async () => {
      const el = await render();
      await save(el);
      const exports = record(el, 'fig-export');
      el.addEventListener('fig-export', (event) => event.preventDefault());
      const caught = catchDownloads();
      await click(el, 'button', 'Put it in my calendar');
      await click(el, 'button', 'Print');
      await click(el, 'button', 'Copy as text');
      expect(caught.files).to.deep.equal([]);
      caught.restore();
      expect(exports.map(({ detail }) => detail as object)).to.have.lengthOf(3);
      expect(exports[0]?.detail).to.include({ part: 'watch', format: 'calendar' });
    });

    it('is on the copy with what was saved and small wins, and how the visitor is stays out', async () => {
      pageSession().apply(addRow('wins', { text: 'We laughed.', on: today() }));
      const el = await render();
      await click(el, 'checkbox', NO_TIME);
      await click(el, 'checkbox', 'I was worn out');
      await click(el, 'radio', 'Just getting by');
      await save(el);
      const text = await copied(el);
      for (const line of [TODAY, NO_TIME, NEXT_WEEK, 'We laughed.', '988']) expect(text).to.contain(line);
      expect(text).not.to.match(/worn out|getting by/i);
    });

    it('keeps off the paper what is private, when the page itself is printed', async () => {
      const el = await render();
      await click(el, 'checkbox', NO_TIME);
      await click(el, 'checkbox', 'I was worn out');
      await click(el, 'radio', 'Just getting by');
      await save(el);
      const printed = await onPaper(el, () => body(el));
      expect(printed)
        .to.contain(NO_TIME)
        .and.not.to.match(/worn out|getting by/i);
    });
  });

  describe('coming back', () => {
    it('says that there is nothing to catch up on after a gap', async () => {
      given(30);
      const el = await render();
      expect(body(el)).to.contain('Welcome back. There is nothing to catch up on.');
    });

    it('names the day that was planned to who comes earlier, and says nothing to who comes in time', async () => {
      given(5);
      const early = await render();
      expect(body(early)).to.contain(`Your next check-in is on ${dateInWords(daysLater(today(), 2), 'en')}`);
      pageSession().apply(() => EMPTY_SESSION);
      given(7);
      const el = await render();
      expect(body(el)).not.to.match(/Welcome back|Your next check-in/);
    });

    it('goes by the month if that was picked', async () => {
      given(30);
      pageSession().apply(setWatchEvery('month'));
      const el = await render();
      expect(body(el)).not.to.contain('Welcome back');
    });

    it('lists earlier ones by their days, the newest first, with no streak, count or percent', async () => {
      const [older, newer] = [given(30, { helped: 'A call', me: 2 }), given(7, { barriers: ['no_time'] })];
      const el = await render();
      const list = byRole(el, 'region', 'Earlier check-ins');
      const titles = [...list.querySelectorAll('summary')].map((summary) => summary.textContent);
      expect(titles).to.deep.equal([newer, older]);
      for (const summary of list.querySelectorAll('summary')) summary.click();
      await settled();
      expect(list.textContent).to.contain(NO_TIME).and.to.contain('Just getting by');
      await click(el, 'button', 'Got it'); // "press the Shift key 3 times" counts nothing
      expect(body(el)).not.to.match(/streak|%|in a row|times/i);
      await expectAccessible(el);
    });

    it('removes an earlier one and brings it back to its place', async () => {
      const [older, newer] = [given(30), given(7)];
      const el = await render();
      el.shadowRoot?.querySelectorAll<HTMLElement>('[part=earlier] summary').forEach((summary) => summary.click());
      await click(el, 'button', `Remove ${older}`);
      expect(said(el)).to.equal(`Removed: ${older}`);
      expect(focusName()).to.equal('Undo');
      expect(entries()).to.have.lengthOf(1);
      await expectAccessible(el);
      await click(el, 'button', 'Undo');
      expect(said(el)).to.equal(`Back on the list: ${older}`);
      expect(focusName()).to.equal(older);
      expect(entries().map(({ on }) => `Check-in on ${dateInWords(on, 'en')}`)).to.deep.equal([older, newer]);
    });

    it('removes the one of today, asks again, and brings it back: saved => asked => saved', async () => {
      const el = await render();
      await type(el, 'textbox', HELPED, 'A walk.');
      await save(el);
      await click(el, 'button', `Remove ${TODAY}`);
      expect(focusName()).to.equal('Undo');
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', HELPED).value).to.equal('');
      await click(el, 'button', 'Undo');
      expect(focusName()).to.equal(TODAY);
      expect(byRole(el, 'region', TODAY).textContent).to.contain('A walk.');
    });

    it('offers no way back once another one was saved on that day', async () => {
      const el = await render();
      await save(el);
      await click(el, 'button', `Remove ${TODAY}`);
      await save(el);
      expect(has(el, 'button', 'Undo')).to.equal(false);
      expect(entries()).to.have.lengthOf(1);
    });

    it('survives a session that names what is gone', async () => {
      given(7, { done: ['row_404'], barriers: ['gone_since'], helped: 'A walk' });
      const el = await render();
      el.shadowRoot?.querySelector<HTMLElement>('[part=earlier] summary')?.click();
      await settled();
      expect(byRole(el, 'region', 'Earlier check-ins').textContent).to.contain('A walk');
    });
  });

  it('has a log of small wins of its own, beside the form', async () => {
    const el = await render();
    await type(el, 'textbox', HELPED, 'A wal');
    await click(el, 'button', 'Add a small win');
    await type(el, 'textbox', 'What went well?', 'We laughed.');
    await expectAccessible(el);
    await click(el, 'button', 'Save');
    expect(byRole(el, 'region', 'Small wins').textContent).to.contain('We laughed.');
    expect(byRole<HTMLTextAreaElement>(el, 'textbox', HELPED).value).to.equal('A wal');
    expect(entries()).to.deep.equal([]);
  });

  it('has lines for a short family talk', async () => {
    const el = await render();
    expect(body(el)).not.to.contain('Each person says one thing that went well');
    el.shadowRoot?.querySelector<HTMLElement>('[part=huddle] summary')?.click();
    await settled();
    expect(body(el)).to.contain('Each person says one thing that went well').and.to.contain('without your loved one');
  });

  describe('in the guide', () => {
    it('leads from an empty plan to the planner, and back to what was half written', async () => {
      const [guide, el] = await inGuide();
      await type(el, 'textbox', HELPED, 'A wal');
      await click(el, 'button', 'Go to your plan');
      await waitUntil(() => guide.shadowRoot?.querySelector('contingency-planner'), 'no planner', { timeout: 5000 });
      guide.show('watch');
      await settled();
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', HELPED).value).to.equal('A wal');
    });

    it('shows the way that goes with what got in the way, and to care for who is weary', async () => {
      const [, el] = await inGuide();
      await click(el, 'checkbox', 'I did not know how to do it');
      expect(has(el, 'button', 'Learn more')).to.equal(true);
      await answer(el, 'Do you have someone to talk to?', 'No');
      expect(has(el, 'button', 'Look after yourself')).to.equal(true);
    });
  });

  describe('what the page hears', () => {
    it('hears only that a first answer was given and that something was saved', async () => {
      const el = await render();
      const heard = record(window, 'input', ...ALL_EVENTS);
      await click(el, 'checkbox', NO_TIME);
      await click(el, 'radio', 'Not okay');
      await type(el, 'textbox', HELPED, 'A walk.');
      await save(el);
      expect(heard.map(({ type: name }) => name)).to.deep.equal(['fig-progress', 'fig-progress']);
      expect(heard[0]?.detail).to.include({ part: 'watch', step: 1, of: 2 });
      expect(heard[1]?.detail).to.include({ part: 'watch', step: 2, of: 2 });
    });

    it('hears with events="full" what got in the way once saved, but nothing private and nothing of danger', async () => {
      givenPlan();
      const el = await renderFull();
      expect(body(el)).to.contain('This website can see which answers you pick');
      const heard = record<FigChangeEvent>(window, 'input', ...ALL_EVENTS);
      for (const box of allByRole(group(el, BARRIERS), 'checkbox')) box.click();
      await click(el, 'checkbox', CALL);
      await click(el, 'radio', 'Not okay');
      await answer(el, 'Did you get enough sleep?', 'No');
      await type(el, 'textbox', CHANGE, 'secret words');
      await type(el, 'textbox', HELPED, 'secret words');
      await save(el);
      const changes = heard.filter(({ type: name }) => name === 'fig-change');
      const { barriers } = (await wholeBundle()).watch;
      const open = barriers.filter((barrier) => !barrier.private && !barrier.safety?.length).map(({ id }) => id);
      expect(changes.map(({ detail }) => detail.ids)).to.deep.equal([open]);
      expect(open).to.include('no_time').and.not.include('worn_out');
      expect(JSON.stringify(heard.map(({ detail }) => detail))).not.to.match(/secret|row_|worn|safe|sleep|okay/i);
    });

    it('hears with events="full" nothing of what is removed but that, and nothing of wins', async () => {
      const el = await renderFull();
      await click(el, 'checkbox', NO_TIME);
      await save(el);
      const heard = record<FigChangeEvent>(window, ...ALL_EVENTS);
      await click(el, 'button', 'Add a small win');
      await type(el, 'textbox', 'What went well?', 'We laughed.');
      await click(el, 'button', 'Save');
      await click(el, 'radio', 'Every month');
      expect(heard).to.deep.equal([]);
      await click(el, 'button', `Remove ${TODAY}`);
      expect(heard.map(({ detail }) => detail.ids)).to.deep.equal([[]]);
    });

    it('hears nothing with events="off", and nothing of what the host sets', async () => {
      const heard = record(window, ...ALL_EVENTS);
      const el = await render(html`<progress-check-in events="off"></progress-check-in>`);
      await click(el, 'checkbox', NO_TIME);
      await save(el);
      const full = await renderFull();
      heard.length = 0;
      given(0, { barriers: ['cost'] });
      await settled();
      expect(body(full)).to.contain('It cost too much');
      expect(heard).to.deep.equal([]);
    });
  });

  describe('lifecycle', () => {
    it('works created detached, put in, removed and put back, and hears nothing while it is away', async () => {
      const el = document.createElement('progress-check-in');
      document.body.append(el);
      await waitUntil(() => el.shadowRoot?.querySelector('.title'), 'no words', { timeout: 5000 });
      el.remove();
      given(7);
      document.body.append(el);
      await settled();
      expect(has(el, 'region', 'Earlier check-ins')).to.equal(true);
      el.remove();
    });

    it('works twice on a page: what one saves, the other shows', async () => {
      const [a, b] = [await render(), await render()];
      await click(a, 'checkbox', NO_TIME);
      await save(a);
      expect(byRole(b, 'region', TODAY).textContent).to.contain(NO_TIME);
    });

    it('brings its own help bar, and none inside the guide', async () => {
      const el = await render();
      expect(has(el, 'link', 'Call 911')).to.equal(true);
      const [, inside] = await inGuide();
      expect(inside.shadowRoot?.querySelector('crisis-help-bar')).to.equal(null);
    });
  });

  it('fits 320 pixels, and every control is large enough to tap', async () => {
    givenPlan();
    given(7);
    const el = await render();
    el.style.inlineSize = '320px';
    await click(el, 'checkbox', NOT_SAFE);
    await answer(el, SAFE, 'No');
    const fits = () => {
      expect(el.scrollWidth).to.be.at.most(320);
      const controls = [...allByRole(el, 'button'), ...allByRole(el, 'radio'), ...allByRole(el, 'checkbox')];
      for (const control of controls) {
        const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
        expect(Math.min(width, height), nameOf(control)).to.be.at.least(24);
      }
    };
    fits();
    await save(el);
    fits();
  });

  it('is accessible in the dark theme', async () => {
    givenPlan();
    const el = await render(html`<progress-check-in region="US" theme="dark"></progress-check-in>`);
    await click(el, 'checkbox', NOT_SAFE);
    await click(el, 'radio', 'Just getting by');
    await expectAccessible(el);
    await save(el);
    await expectAccessible(el);
  });
});
