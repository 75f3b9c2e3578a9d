import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/next-steps-wizard.js';
import type { NextStepsWizard } from '../../src/elements/next-steps-wizard/next-steps-wizard.js';
import type { FigChangeEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION } from '../../src/session/state.js';
import {
  ALL_EVENTS,
  allByRole,
  allShown,
  byRole,
  click,
  expectAccessible,
  focused,
  mount,
  nameOf,
  record,
  resetSession,
  said,
  settled,
  wholeBundle,
} from './helpers.js';

const render = (template = html`<next-steps-wizard region="US"></next-steps-wizard>`) =>
  mount<NextStepsWizard>(template);
const title = (el: Element) => nameOf(allShown(el, '.title')[0] as Element);
const safety = (el: Element) => allShown(el, '.safety')[0];

/** Picks an answer and goes on. */
async function answer(el: Element, option: string): Promise<void> {
  await click(el, 'radio', option);
  await click(el, 'button', 'Next');
}
const pass = (el: Element) => answer(el, 'No, not right now');

/** The shortest way to a result. */
async function finish(el: Element, ...options: string[]): Promise<void> {
  await pass(el);
  for (const option of options) await answer(el, option);
}
const AGREED = [
  'They left or hung up',
  'We are talking',
  'Yes, at least once',
  'We agree, but we are worn out',
  'No',
] as const;

describe('<next-steps-wizard>: questions', () => {
  beforeEach(resetSession);

  it('asks about danger first', async () => {
    const el = await render();
    expect(title(el)).to.equal('Is anyone in danger right now?');
    expect(allByRole(el, 'button').map(nameOf)).to.include('Next').and.not.to.include('I would rather not say');
  });

  it('does not go on without an answer, and says why', async () => {
    const el = await render();
    await click(el, 'button', 'Next');
    expect(title(el)).to.equal('Is anyone in danger right now?');
    expect(byRole(el, 'alert').textContent?.trim()).to.equal('Choose an answer, so we can go on.');
    expect(focused()).to.be.instanceOf(HTMLInputElement);
    await click(el, 'radio', 'No, not right now');
    expect(byRole(el, 'alert').textContent?.trim()).to.equal('');
  });

  it('moves focus to the heading of the next question, and says how far it is', async () => {
    const el = await render();
    await pass(el);
    expect(nameOf(focused() as Element)).to.equal('How did the meeting end?');
    expect(said(el)).to.match(/^Question 2 of about [3-7]$/);
  });

  it('goes back with the answer still there, and forward again to where it was', async () => {
    const el = await render();
    await finish(el, 'They left or hung up');
    const there = title(el);
    await click(el, 'button', 'Back');
    expect(byRole<HTMLInputElement>(el, 'radio', 'They left or hung up').checked).to.equal(true);
    await click(el, 'button', 'Next');
    expect(title(el)).to.equal(there);
  });

  it('can skip every question but the gate and still ends with help', async () => {
    const el = await render();
    await pass(el);
    let screens = 1;
    while (allByRole(el, 'button', 'I would rather not say').length) {
      await click(el, 'button', 'I would rather not say');
      screens += 1;
    }
    expect(screens).to.be.at.most(7);
    expect(title(el)).to.match(/next step/);
    expect(byRole(el, 'heading', 'Who can help')).to.be.instanceOf(HTMLElement);
  });

  it('shows next steps with reasons, what to do, sources and who can help', async () => {
    const el = await render();
    await finish(el, ...AGREED);
    const outcome = el.shadowRoot?.querySelector('[part=outcome]') as HTMLElement;
    expect(nameOf(focused() as Element)).to.match(/next steps? for you|Two next steps/);
    expect(outcome.textContent).to.contain('Why this:').and.to.contain('What to do').and.to.contain('Who can help');
    expect(outcome.textContent).to.contain('Where this comes from');
    expect(outcome.querySelectorAll('ol > li').length).to.be.within(2, 5);
  });

  it('changes one answer and comes back to the result with the others kept', async () => {
    const el = await render();
    await finish(el, ...AGREED);
    await click(el, 'button', /^Change How did the meeting end/);
    expect(title(el)).to.equal('How did the meeting end?');
    await answer(el, 'They said no');
    expect(title(el)).to.match(/next step/);
    expect(pageSession().state.wizard.answers).to.include.keys('q_how_ended', 'q_contact_now', 'q_open_door');
    expect(el.shadowRoot?.querySelector('.given')?.textContent).to.contain('They said no');
  });

  it('asks only what is new when a changed answer opens another way', async () => {
    const el = await render();
    await finish(el, ...AGREED);
    await click(el, 'button', /^Change How did the meeting end/);
    await answer(el, 'They started treatment and stopped');
    expect(title(el)).to.contain('break');
    await answer(el, 'No, or they do not use opioids');
    expect(title(el)).to.match(/next step/);
  });

  it('starts again at the gate', async () => {
    const el = await render();
    await finish(el, ...AGREED);
    await click(el, 'button', 'Start again');
    expect(title(el)).to.equal('Is anyone in danger right now?');
    await pass(el);
    expect(allByRole<HTMLInputElement>(el, 'radio').some(({ checked }) => checked)).to.equal(false);
  });

  it('holds back what takes contact once contact is not safe, for the rest of the visit', async () => {
    const el = await render();
    await finish(el, 'They said no', 'Contact is not safe', 'We agree, but we are worn out', 'No');
    expect(el.shadowRoot?.textContent).to.contain('Safety first');
    const titles = () => allByRole(el, 'heading').map(nameOf).join('|');
    expect(titles()).not.to.match(/Rebuild trust|Ask in a small|Get ready for a yes|Try again/);
    await click(el, 'button', /^Change .*contact/);
    await answer(el, 'We are talking');
    while (allByRole(el, 'button', 'I would rather not say').length) {
      await click(el, 'button', 'I would rather not say');
    }
    expect(el.shadowRoot?.textContent).to.contain('Safety first');
    expect(titles()).not.to.match(/Rebuild trust|Ask in a small|Get ready for a yes|Try again/);
  });

  it('adds the withdrawal card when somebody drinks every day, also when that is not sure', async () => {
    const el = await render();
    await pass(el);
    while (!title(el).includes('every day')) await click(el, 'button', 'I would rather not say');
    await answer(el, 'I am not sure');
    expect(el.shadowRoot?.querySelector('.caution')?.textContent).to.contain('all at once');
  });
});

describe('<next-steps-wizard>: danger', () => {
  beforeEach(resetSession);

  const toScreen = async (el: Element, choice: RegExp, gate = 'Yes, or I think so') => {
    await answer(el, gate);
    await click(el, 'button', choice);
  };

  it('treats "not sure" as danger', async () => {
    const el = await render();
    await answer(el, 'I am not sure');
    expect(title(el)).to.equal('What is happening?');
    expect((focused() as HTMLAnchorElement).href).to.equal('tel:911');
  });

  it('puts the call link first and focuses it, on every screen', async () => {
    const choices = ['overdosed', 'woken', 'hurt|afraid|threat', 'suicide'];
    for (const choice of choices) {
      pageSession().apply(() => EMPTY_SESSION);
      const el = await render();
      await toScreen(el, new RegExp(choice));
      const links = allShown<HTMLAnchorElement>(el, '.safety a[href]');
      expect(links[0]?.href, choice).to.match(/^tel:/);
      expect(focused(), choice).to.equal(links[0]);
      expect(allShown(el, '.safety [role=alert]').length, choice).to.equal(1);
      expect(allShown(el, '.steps > li').length, choice).to.be.within(1, 6);
      expect(allByRole(el, 'radio'), choice).to.deep.equal([]);
      el.remove();
    }
  });

  it('tells the page nothing, and stores nothing', async () => {
    const el = await render(html`<next-steps-wizard region="US" events="full"></next-steps-wizard>`);
    const heard = record(window, ...ALL_EVENTS);
    const before = pageSession().state;
    const url = location.href;
    await toScreen(el, /overdosed/);
    await click(el, 'button', 'No one is in danger now');
    await click(el, 'button', 'Go back to where I was');
    expect(heard).to.deep.equal([]);
    expect(pageSession().state).to.equal(before);
    expect(localStorage.length + sessionStorage.length).to.equal(0);
    expect(location.href).to.equal(url);
  });

  it('leads back softly: a kind word, then the gate again', async () => {
    const el = await render();
    await toScreen(el, /overdosed/);
    await click(el, 'button', 'No one is in danger now');
    expect(title(el)).to.equal('You are through this part');
    await click(el, 'button', 'Go back to where I was');
    expect(title(el)).to.equal('Is anyone in danger right now?');
    expect(nameOf(focused() as Element)).to.equal('Is anyone in danger right now?');
  });

  it('asks again when help is closed instead', async () => {
    const el = await render();
    await toScreen(el, /overdosed/);
    await click(el, 'button', 'Close help');
    expect(title(el)).to.equal('Is anyone in danger right now?');
    expect(nameOf(focused() as Element)).to.equal('Is anyone in danger right now?');
  });

  it('opens the list of dangers from any answer that says so, and keeps that answer nowhere', async () => {
    const content = await wholeBundle();
    const question = content.steps.questions.find(({ id }) => id === 'q_how_ended');
    Object.assign(question?.options[0] as object, { goto: 'safety:choose' });
    const el = await render(html`<next-steps-wizard region="US" .content=${content}></next-steps-wizard>`);
    await pass(el);
    await answer(el, 'They said no');
    expect(title(el)).to.equal('What is happening?');
    expect(pageSession().state.wizard.answers).to.deep.equal({});
  });

  it('goes back to the list of dangers', async () => {
    const el = await render();
    await toScreen(el, /overdosed/);
    await click(el, 'button', 'Something else is happening');
    expect(title(el)).to.equal('What is happening?');
  });

  it('says "your local emergency number" where the region is not known', async () => {
    const el = await render(html`<next-steps-wizard region="ZZ"></next-steps-wizard>`);
    await answer(el, 'Yes, or I think so');
    expect(safety(el)?.textContent).to.contain('Call your local emergency number');
    expect(allShown(el, 'a[href^="tel:"]')).to.deep.equal([]);
    await click(el, 'button', /overdosed/);
    expect(allShown(el, 'a[href^="tel:"]')).to.deep.equal([]);
    expect(safety(el)?.textContent).to.contain('your local emergency number');
  });

  it('asks the gate again when the element is put back, with the answers kept', async () => {
    const el = await render();
    await finish(el, 'They left or hung up');
    const parent = el.parentElement as HTMLElement;
    el.remove();
    parent.append(el);
    await settled();
    expect(title(el)).to.equal('Is anyone in danger right now?');
    await pass(el);
    expect(title(el)).to.contain('contact');
  });

  it('asks the gate again when the page comes back from the back button', async () => {
    const el = await render();
    await finish(el, 'They left or hung up');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled();
    expect(title(el)).to.equal('Is anyone in danger right now?');
    await pass(el);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await settled();
    expect(title(el)).not.to.equal('Is anyone in danger right now?');
  });
});

describe('<next-steps-wizard>: the page', () => {
  beforeEach(resetSession);

  it('hears steps, not answers', async () => {
    const el = await render();
    const heard = record(el, ...ALL_EVENTS);
    await finish(el, ...AGREED);
    expect(new Set(heard.map(({ type }) => type))).to.deep.equal(new Set(['fig-progress']));
    expect(heard.at(-1)?.detail.step).to.equal(heard.at(-1)?.detail.of);
    for (const { detail } of heard) {
      expect(Object.keys(detail)).to.have.members(['version', 'element', 'instance', 'part', 'step', 'of']);
    }
  });

  it('hears ids with events="full", but never a sensitive question', async () => {
    const el = await render(html`<next-steps-wizard region="US" events="full"></next-steps-wizard>`);
    const heard = record<FigChangeEvent>(el, 'fig-change');
    await finish(el, 'They said no', 'Contact is not safe', 'We agree, but we are worn out', 'No');
    const ids = heard.at(-1)?.detail.ids.join(' ') ?? '';
    expect(ids).to.contain('q_how_ended.no');
    expect(ids).not.to.match(/contact|substance|tolerance|safe/);
  });

  it('can cancel the print, else prints a sheet of its own', async () => {
    const el = await render();
    await finish(el, ...AGREED);
    const heard = record(el, 'fig-export');
    el.addEventListener('fig-export', (event) => event.preventDefault(), { once: true });
    await click(el, 'button', 'Print');
    expect(heard[0]?.detail).to.include({ part: 'steps', format: 'print' });
    expect(document.querySelector('iframe[title=Notes]')).to.equal(null);
  });
});

describe('<next-steps-wizard>: ways to ask, and what to do when', () => {
  beforeEach(resetSession);
  const OPEN = ['They left or hung up', 'We are talking', 'Yes, at least once', 'We agree, and we are rested', 'No'];

  it('offers ways to ask where a next step is to ask, keeps the choice, and puts it on the sheet', async () => {
    const el = await render();
    await finish(el, ...OPEN);
    const group = byRole(el, 'group', 'Choose a way to ask');
    expect(allByRole(group, 'radio').length).to.be.above(1);
    await click(group, 'radio', 'A letter or a card');
    expect(byRole(el, 'region', 'A letter or a card').innerText)
      .to.contain('When it fits:')
      .and.to.contain('one request');
    expect(pageSession().state.wizard.format).to.equal('letter');
    await expectAccessible(el);
  });

  it('offers none when contact is not safe', async () => {
    const el = await render();
    await finish(el, 'They said no', 'Contact is not safe', 'We agree, and we are rested', 'No');
    expect(allByRole(el, 'group', 'Choose a way to ask')).to.deep.equal([]);
  });

  it('shows what to do in the first days, closed until it is wanted', async () => {
    const el = await render();
    await finish(el, ...OPEN);
    await waitUntil(() => allByRole(el, 'region', 'What to do when').length, 'no timeline', { timeout: 5000 });
    const cards = [...byRole(el, 'region', 'What to do when').querySelectorAll('details.box')];
    expect(
      cards.map(
        (card) =>
          [...(card.querySelector('summary')?.childNodes ?? [])].find(({ nodeType }) => nodeType === 3)?.textContent,
      ),
    ).to.deep.equal(['The first day', 'Days two and three', 'The first two weeks', 'After a yes']);
    expect(cards.some((card) => (card as HTMLDetailsElement).open)).to.equal(false);
    for (const card of cards) (card as HTMLDetailsElement).open = true;
    expect(byRole(el, 'region', 'What to do when').innerText)
      .to.contain('Not now')
      .and.to.contain('call 911');
    await expectAccessible(el);
  });
});

describe('<next-steps-wizard>: accessibility', () => {
  beforeEach(resetSession);

  it('has no axe findings on the gate, with an error, on a question, on dangers, a screen, the way back, the result', async () => {
    const el = await render();
    await expectAccessible(el);
    await click(el, 'button', 'Next');
    await expectAccessible(el);
    await answer(el, 'Yes, or I think so');
    await expectAccessible(el);
    await click(el, 'button', /overdosed/);
    await expectAccessible(el);
    await click(el, 'button', 'No one is in danger now');
    await expectAccessible(el);
    await click(el, 'button', 'Go back to where I was');
    await pass(el);
    await expectAccessible(el);
    for (const option of AGREED) await answer(el, option);
    await expectAccessible(el);
  });

  it('has no axe findings with safety cards and sources open, light and dark', async () => {
    const el = await render(html`<next-steps-wizard region="US" theme="dark"></next-steps-wizard>`);
    await pass(el);
    while (allByRole(el, 'button', 'I would rather not say').length && !title(el).includes('every day')) {
      await click(el, 'button', 'I would rather not say');
    }
    await answer(el, 'I am not sure');
    for (const details of el.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    await expectAccessible(el);
    el.theme = 'light';
    await expectAccessible(el);
  });
});
