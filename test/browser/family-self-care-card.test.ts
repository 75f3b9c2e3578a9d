import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/family-self-care-card.js';
import { dateInWords, today } from '../../src/content/format.js';
import type { FamilySelfCareCard } from '../../src/elements/family-self-care-card/family-self-care-card.js';
import type { FigChangeEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { addRow, markDone, pickCare, setFeeling, setHolding } from '../../src/session/transitions.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  catchPrints,
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
  stubClipboard,
  type,
  wholeBundle,
} from './helpers.js';

const BREATH = 'Two slow minutes';
const THANKS = 'Send one thank-you';
const WALK = 'Walk for ten minutes';
const SAFE_PLACE = 'Know where you can go';
const SHORT = 'Only show what takes 2 minutes';
const THEIRS = ['Guilt', 'Anger', 'Fear', 'Shame', 'Grief', 'Hope', 'Numb', 'Relief'];
const FEELINGS = [...THEIRS, 'Regret', 'Helpless', 'Let down', 'Drained', 'Hopeless'];
const DINNER = 'We ate dinner in peace.';

const render = (template = html`<family-self-care-card region="US"></family-self-care-card>`) =>
  mount<FamilySelfCareCard>(template);
const renderFull = () => render(html`<family-self-care-card region="US" events="full"></family-self-care-card>`);
const input = (el: Element, role: 'checkbox' | 'radio', name: string) => byRole<HTMLInputElement>(el, role, name);
const words = (el: Element) => (el.shadowRoot?.textContent ?? '').replaceAll(/\s+/g, ' ');
const forToday = (el: Element) => byRole(el, 'region', 'For today');
const helpBar = (el: Element) => el.shadowRoot?.querySelector('crisis-help-bar') as Element;
/** Where the links of the open safety screen lead; the bar's own emergency link comes before them. */
const screenLinks = (el: Element) =>
  allByRole<HTMLAnchorElement>(helpBar(el), 'link')
    .slice(1)
    .map(({ href }) => href);
const items = (el: Element) =>
  allByRole(byRole(el, 'group', 'Pick a small thing'), 'checkbox')
    .map(nameOf)
    .slice(1);

describe('<family-self-care-card>', () => {
  beforeEach(resetSession);

  describe('how are you holding up?', () => {
    const REPLIES = {
      'Not okay': 'You do not have to carry it alone',
      'Just getting by': 'Pick one small thing below',
      'Mostly okay': 'Small things help it stay that way',
      Okay: 'Keep the things that help you',
    };

    for (const [answer, reply] of Object.entries(REPLIES)) {
      it(`answers "${answer}" aloud and on the screen, and tells the page nothing`, async () => {
        const el = await renderFull();
        const heard = record(window, ...ALL_EVENTS);
        const radio = input(el, 'radio', answer);
        radio.focus();
        radio.click();
        await settled();
        expect(radio.checked).to.equal(true);
        expect(said(el)).to.contain(reply);
        expect(byRole(el, 'group', 'How are you holding up?').parentElement?.textContent).to.contain(reply);
        expect(focused()).to.equal(radio);
        expect(heard).to.deep.equal([]);
      });
    }

    it('says that it is no test, and starts with no answer', async () => {
      const el = await render();
      const group = byRole(el, 'group', 'How are you holding up?');
      const note = el.shadowRoot?.getElementById(group.getAttribute('aria-describedby') ?? '');
      expect(note?.textContent).to.contain('not a medical test');
      expect(allByRole<HTMLInputElement>(el, 'radio').filter(({ checked }) => checked)).to.deep.equal([]);
    });

    it('offers a person to talk to only to who is not okay: shown => gone', async () => {
      const el = await render();
      await click(el, 'radio', 'Not okay');
      expect(allByRole(el, 'button', 'Talk to a person now')).to.have.lengthOf(1);
      await click(el, 'radio', 'Okay');
      expect(allByRole(el, 'button', 'Talk to a person now')).to.deep.equal([]);
    });

    it('leads who is not okay to a screen whose first thing is the call, and tells nobody', async () => {
      const el = await renderFull();
      const heard = record(window, ...ALL_EVENTS);
      await click(el, 'radio', 'Not okay');
      await click(el, 'button', 'Talk to a person now');
      expect(allByRole(el, 'heading', 'You matter in this too. Talk to someone now.')).to.have.lengthOf(1);
      expect(screenLinks(el)[0]).to.equal('tel:988');
      expect((focused()?.getRootNode() as ShadowRoot).host).to.equal(helpBar(el));
      expect(allByRole(el, 'group')).to.deep.equal([]); // nothing else is asked meanwhile
      expect(heard).to.deep.equal([]);
    });
  });

  describe('what do you feel most?', () => {
    it('offers every feeling of the visitor, then those of the loved one, then none', async () => {
      const el = await render();
      const group = byRole(el, 'group', 'What do you feel most?');
      expect(allByRole(group, 'radio').map(nameOf)).to.deep.equal([
        ...FEELINGS,
        ...THEIRS.map((name) => `${name}, For your loved one`),
        'None of these',
      ]);
      expect(allByRole(el, 'heading', /^For you/).map(nameOf)).to.deep.equal(['For you', 'For your loved one']);
    });

    for (const feeling of FEELINGS) {
      it(`has a card with a source for "${feeling}"`, async () => {
        const el = await render();
        await click(el, 'radio', feeling);
        const card = byRole(el, 'region', /^(I|Part) /);
        expect(said(el)).to.equal(nameOf(card));
        expect(card.textContent).to.contain('One small step:').and.to.contain('Where this comes from');
        expect(allByRole(card, 'button').length).to.be.greaterThan(0);
        await expectAccessible(el);
      });
    }

    it('shows one card at a time and clears it: guilt => fear => none, focus staying', async () => {
      const el = await render();
      await click(el, 'radio', 'Guilt');
      expect(words(el)).to.contain('You did not cause this');
      await click(el, 'radio', 'Fear');
      expect(words(el)).not.to.contain('You did not cause this');
      expect(words(el)).to.contain('Fear makes sense');
      const none = input(el, 'radio', 'None of these');
      none.focus();
      none.click();
      await settled();
      expect(words(el)).not.to.contain('Fear makes sense');
      expect(none.checked).to.equal(true);
      expect(input(el, 'radio', 'Fear').checked).to.equal(false);
      expect(focused()).to.equal(none);
      expect(pageSession().state.care.feeling).to.equal(undefined);
    });

    it('opens the safety screen that goes with a card', async () => {
      const el = await render();
      await click(el, 'radio', 'Fear');
      await click(el, 'button', /^Safety: They may have overdosed/);
      expect(allByRole(el, 'heading').map(nameOf)).to.include(
        'Call for emergency help and give naloxone. Do both now.',
      );
      expect(screenLinks(el)[0]).to.equal('tel:911');
    });

    it('puts a small thing from a card on the list and takes it off: + => ✓ => +', async () => {
      const el = await render();
      await click(el, 'radio', 'Fear');
      const button = byRole(el, 'button', BREATH);
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      button.focus();
      button.click();
      await settled();
      expect(button.getAttribute('aria-pressed')).to.equal('true');
      expect(focused()).to.equal(button);
      expect(said(el)).to.equal('1 thing picked');
      expect(input(el, 'checkbox', BREATH).checked).to.equal(true);
      expect(forToday(el).textContent).to.contain(BREATH);
      button.click();
      await settled();
      expect(input(el, 'checkbox', BREATH).checked).to.equal(false);
    });

    it('never names a feeling to the page, not even with events="full"', async () => {
      const el = await renderFull();
      const heard = record(window, ...ALL_EVENTS);
      for (const answer of [...FEELINGS, 'None of these', 'Not okay', 'Just getting by']) {
        await click(el, 'radio', answer);
      }
      expect(heard).to.deep.equal([]);
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      const told = JSON.stringify(heard.map(({ detail }) => detail as unknown));
      expect(told).not.to.match(/feel|guilt|anger|fear|shame|grief|hope|numb|relief|holding/i);
    });

    it('names no sides when all cards are for the visitor', async () => {
      const bundle = await wholeBundle();
      const cards = bundle.care.cards.filter(({ side }) => side === 'me');
      const content = { ...bundle, care: { ...bundle.care, cards } };
      const el = await render(html`<family-self-care-card .content=${content}></family-self-care-card>`);
      expect(allByRole(el, 'heading', /^For (you|your loved one)$/)).to.deep.equal([]);
      expect(allByRole(el, 'radio', 'Guilt')).to.have.lengthOf(1);
    });
  });

  describe('small things', () => {
    it('offers all of them, the shortest first, none picked', async () => {
      const el = await render();
      expect(items(el)).to.have.lengthOf(20);
      expect(items(el).slice(0, 2)).to.deep.equal([BREATH, THANKS]);
      expect(words(el)).to.contain('2 minutes · Body').and.to.contain('30 minutes · People');
      expect(forToday(el).textContent).to.contain('What you pick will be here');
      expect(allByRole(el, 'button', /Print|Copy/)).to.deep.equal([]);
    });

    it('says what to do and why for what is picked, and takes it back', async () => {
      const el = await render();
      await click(el, 'checkbox', BREATH);
      expect(said(el)).to.equal('1 thing picked');
      expect(words(el)).to.contain('Breathe in for four').and.to.contain('It can help your body settle');
      await click(el, 'checkbox', BREATH);
      expect(said(el)).to.equal('0 things picked');
      expect(words(el)).not.to.contain('Breathe in for four');
    });

    it('shows the way out of danger with what needs it', async () => {
      const el = await render();
      await click(el, 'checkbox', SAFE_PLACE);
      expect(allByRole(el, 'button', /^Safety: /)).to.have.lengthOf(2);
    });

    it('filters to two minutes, keeping what is picked and the order', async () => {
      const el = await render();
      const all = items(el);
      await click(el, 'checkbox', WALK);
      await click(el, 'checkbox', SHORT);
      expect(items(el)).to.have.lengthOf(5);
      expect(items(el)).to.deep.equal(all.filter((name) => items(el).includes(name)));
      expect(items(el)).to.include(WALK);
      await click(el, 'checkbox', SHORT);
      expect(items(el)).to.deep.equal(all);
    });

    it('leaves a thing in its place when it is unticked in a filtered list, until the next filter', async () => {
      const el = await render();
      await click(el, 'checkbox', WALK);
      await click(el, 'checkbox', SHORT);
      const walk = input(el, 'checkbox', WALK);
      walk.focus();
      walk.click();
      await settled();
      expect(focused()).to.equal(walk);
      expect(walk.checked).to.equal(false);
      await click(el, 'checkbox', SHORT);
      await click(el, 'checkbox', SHORT);
      expect(items(el)).not.to.include(WALK);
    });

    it('has no filter when nothing is that short', async () => {
      const bundle = await wholeBundle();
      const care = { ...bundle.care, items: bundle.care.items.filter(({ minutes }) => minutes > 2) };
      const el = await render(html`<family-self-care-card .content=${{ ...bundle, care }}></family-self-care-card>`);
      expect(allByRole(el, 'checkbox', SHORT)).to.deep.equal([]);
    });

    it('leaves out what a bundle has none of', async () => {
      const bundle = await wholeBundle();
      const care = { ...bundle.care, items: [], cards: [] };
      const el = await render(html`<family-self-care-card .content=${{ ...bundle, care }}></family-self-care-card>`);
      expect(allByRole(el, 'group').map(nameOf)).to.deep.equal(['How are you holding up?']);
    });
  });

  describe('for today', () => {
    it('marks a thing as done and as not done, aloud', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      expect(said(el)).to.equal(`Done today: ${THANKS}`);
      expect(pageSession().state.care.done).to.deep.equal({ thank_you: today() });
      await click(el, 'checkbox', `Done today ${THANKS}`);
      expect(said(el)).to.equal(`Not done yet: ${THANKS}`);
      expect(pageSession().state.care.done).to.deep.equal({});
    });

    it('does not count what was done yesterday', async () => {
      pageSession().apply(pickCare('thank_you', true));
      pageSession().apply(markDone('thank_you', '2020-02-29'));
      const el = await render();
      expect(input(el, 'checkbox', `Done today ${THANKS}`).checked).to.equal(false);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      expect(pageSession().state.care.done).to.deep.equal({ thank_you: today() });
    });

    it('starts a new day on a page left open overnight', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', `Done today ${THANKS}`);
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
        expect(input(el, 'checkbox', `Done today ${THANKS}`).checked).to.equal(false);
      } finally {
        globalThis.Date = RealDate;
      }
    });

    it('takes a thing off the list, unticks it above, and puts the focus on the list', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', WALK);
      await click(el, 'button', `Take off the list ${THANKS}`);
      expect(allByRole(forToday(el), 'listitem')).to.have.lengthOf(1);
      expect(input(el, 'checkbox', THANKS).checked).to.equal(false);
      expect(nameOf(focused() as Element)).to.equal('For today');
    });

    it('keeps no streak and no score', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      expect(forToday(el).textContent).not.to.match(/\d|streak|score|%/i);
    });

    it('copies what was picked, with crisis lines, without feelings', async () => {
      const el = await render();
      await click(el, 'radio', 'Not okay');
      await click(el, 'radio', 'Guilt');
      await click(el, 'checkbox', THANKS);
      const copied: string[] = [];
      const restore = stubClipboard(async (text) => void copied.push(text));
      await click(el, 'button', 'Copy as text');
      restore();
      expect(copied[0]).to.contain('For today').and.to.contain(THANKS).and.to.contain('988');
      expect(copied[0]).not.to.match(/guilt|fault|holding|okay/i);
      expect(said(el)).to.equal('Copied.');
    });

    it('asks the page before it prints or copies', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      const exports = record(el, 'fig-export');
      el.addEventListener('fig-export', (event) => event.preventDefault());
      await click(el, 'button', 'Print');
      await click(el, 'button', 'Copy as text');
      expect(exports.map(({ detail }) => (detail as { format: string }).format)).to.deep.equal(['print', 'copy']);
    });

    it('prints what was picked, on a sheet of its own', async () => {
      const el = await render();
      await click(el, 'checkbox', THANKS);
      const prints = catchPrints();
      await click(el, 'button', 'Print');
      await waitUntil(() => prints.sheets.length, 'nothing was printed');
      prints.restore();
      expect(prints.sheets).to.have.lengthOf(1);
      expect(prints.sheets[0]?.text).to.contain('For today').and.to.contain(THANKS);
    });
  });

  describe('small wins', () => {
    const wins = (el: Element) => byRole(el, 'region', 'Small wins');
    const rows = (el: Element) => allByRole(wins(el), 'listitem').map(({ textContent }) => textContent);
    const addWin = async (el: Element, text: string) => {
      await click(el, 'button', 'Add a small win');
      await type(el, 'textbox', 'What went well?', text);
      await click(el, 'button', 'Save');
    };

    it('keeps what went well with its day, the newest first, none moved and none counted', async () => {
      pageSession().apply(addRow('wins', { text: 'We laughed.', on: '2026-01-31' }));
      const el = await render();
      await addWin(el, DINNER);
      await addWin(el, 'I slept well.');
      expect(pageSession().state.lists.wins.at(-1)).to.include({ text: 'I slept well.', on: today() });
      expect(rows(el)[0]).to.contain('I slept well.').and.to.contain(dateInWords(today(), 'en'));
      expect(rows(el)[1]).to.contain(DINNER);
      expect(rows(el)[2]).to.contain('We laughed.').and.to.contain('January 31, 2026');
      expect(allByRole(wins(el), 'button', /Move/)).to.deep.equal([]);
      expect(wins(el).textContent).not.to.match(/streak|score|%|3 /i);
      await expectAccessible(el);
    });

    it('asks for words, and lets them be changed, removed and brought back', async () => {
      const el = await render();
      await addWin(el, ' ');
      expect(wins(el).textContent).to.contain('Write what went well.');
      await type(el, 'textbox', 'What went well?', DINNER);
      await expectAccessible(el);
      await click(el, 'button', 'Save');
      expect(nameOf(focused() as Element)).to.equal(`Change ${DINNER}`);
      await click(el, 'button', `Change ${DINNER}`);
      await type(el, 'textbox', 'What went well?', 'Dinner, and no shouting.');
      await click(el, 'button', 'Save');
      await click(el, 'button', 'Remove Dinner, and no shouting.');
      expect(rows(el)).to.deep.equal([]);
      expect(said(el)).to.equal('Removed: Dinner, and no shouting.');
      await click(el, 'button', 'Undo');
      expect(rows(el)[0]).to.contain('Dinner, and no shouting.');
    });

    it('goes on the copy, also when nothing is picked for today', async () => {
      const el = await render();
      await addWin(el, DINNER);
      const copied: string[] = [];
      const restore = stubClipboard(async (text) => void copied.push(text));
      await click(el, 'button', 'Copy as text');
      restore();
      expect(copied[0]).to.contain('Small wins').and.to.contain(DINNER);
    });
  });

  describe('a note for oneself', () => {
    const NOTE = 'I am tired, and I love him.';

    it('keeps what is typed, as it is typed, at most 500 characters', async () => {
      const el = await render();
      await type(el, 'textbox', 'A note for myself', NOTE);
      expect(pageSession().state.care.note).to.equal(NOTE);
      expect(byRole<HTMLTextAreaElement>(el, 'textbox', 'A note for myself').maxLength).to.equal(500);
    });

    it('goes nowhere: no copy, no paper, no event', async () => {
      const el = await renderFull();
      await click(el, 'checkbox', THANKS);
      const heard = record(window, 'input', ...ALL_EVENTS);
      await type(el, 'textbox', 'A note for myself', NOTE);
      expect(heard).to.deep.equal([]);
      const copied: string[] = [];
      const restore = stubClipboard(async (text) => void copied.push(text));
      await click(el, 'button', 'Copy as text');
      restore();
      expect(copied[0]).not.to.contain('love him');
      expect(await onPaper(el, () => allByRole(el, 'textbox', 'A note for myself').length)).to.equal(0);
    });
  });

  describe('what the page hears', () => {
    it('hears only that something was picked and done, once each', async () => {
      const el = await render();
      const events = record(el, ...ALL_EVENTS);
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', WALK);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      await click(el, 'checkbox', `Done today ${WALK}`);
      expect(events.map(({ type }) => type)).to.deep.equal(['fig-progress', 'fig-progress']);
      expect(events[0]?.detail).to.include({ part: 'care', step: 1, of: 2 });
      expect(events[1]?.detail).to.include({ part: 'care', step: 2, of: 2 });
    });

    it('hears ids with events="full", but of nothing that goes with a danger; the visitor is told', async () => {
      const el = await renderFull();
      expect(words(el)).to.contain('This website can see which answers you pick');
      const events = record<FigChangeEvent>(el, 'fig-change');
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', SAFE_PLACE);
      await click(el, 'checkbox', 'Make room for sadness');
      await click(el, 'checkbox', BREATH);
      await click(el, 'button', `Take off the list ${THANKS}`);
      expect(events.map(({ detail }) => detail.ids)).to.deep.equal([
        ['thank_you'],
        ['slow_breath', 'thank_you'],
        ['slow_breath'],
      ]);
    });

    it('hears nothing with events="off"', async () => {
      const heard = record(window, ...ALL_EVENTS);
      const el = await render(html`<family-self-care-card events="off"></family-self-care-card>`);
      await click(el, 'checkbox', THANKS);
      await click(el, 'checkbox', `Done today ${THANKS}`);
      expect(heard).to.deep.equal([]);
    });

    it('hears nothing of what the host sets', async () => {
      const el = await renderFull();
      const heard = record(window, ...ALL_EVENTS);
      pageSession().apply(setHolding(2));
      pageSession().apply(setFeeling('feel_hope'));
      pageSession().apply(pickCare('walk', true));
      await settled();
      expect(input(el, 'radio', 'Just getting by').checked).to.equal(true);
      expect(input(el, 'radio', 'Hope').checked).to.equal(true);
      expect(input(el, 'checkbox', WALK).checked).to.equal(true);
      expect(heard).to.deep.equal([]);
    });
  });

  it('survives a session that names what the bundle no longer has', async () => {
    pageSession().apply(pickCare('gone_since', true));
    pageSession().apply(setFeeling('feel_gone'));
    const el = await render();
    expect(forToday(el).textContent).to.contain('What you pick will be here');
    await click(el, 'checkbox', THANKS);
    expect(said(el)).to.equal('1 thing picked');
  });

  it('is accessible: empty, not okay, everything picked and done, filtered', async () => {
    const el = await render();
    await expectAccessible(el);
    await click(el, 'radio', 'Not okay');
    await expectAccessible(el);
    for (const checkbox of allByRole(byRole(el, 'group', 'Pick a small thing'), 'checkbox')) checkbox.click();
    await settled();
    for (const checkbox of allByRole(forToday(el), 'checkbox')) checkbox.click();
    await expectAccessible(el);
  });

  it('is accessible on the safety screen', async () => {
    const el = await render();
    await click(el, 'radio', 'Not okay');
    await click(el, 'button', 'Talk to a person now');
    await expectAccessible(el);
  });

  it('fits 320 pixels, and every control is large enough to tap', async () => {
    const box = await mount<FamilySelfCareCard>(html`<family-self-care-card class="narrow"></family-self-care-card>`);
    box.style.inlineSize = '320px';
    await click(box, 'radio', 'Fear');
    await click(box, 'checkbox', SAFE_PLACE);
    expect(box.scrollWidth).to.be.at.most(320);
    const controls = [...allByRole(box, 'button'), ...allByRole(box, 'radio'), ...allByRole(box, 'checkbox')];
    for (const control of controls) {
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      expect(Math.min(width, height), nameOf(control)).to.be.at.least(24);
    }
  });
});
