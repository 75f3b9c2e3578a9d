import { ContextProvider } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/family-learning-library.js';
import { defineElement } from '../../src/define/define-element.js';
import type { Bundle } from '../../src/content/schema.js';
import type { FamilyLearningLibrary } from '../../src/elements/family-learning-library/family-learning-library.js';
import { surroundingsContext, type Surroundings } from '../../src/elements/shared/context.js';
import type { FigChangeEvent, FigExportEvent, FigProgressEvent } from '../../src/events/events.js';
import { UNSAFE_CARD } from '../../src/guidance/contact.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION } from '../../src/session/state.js';
import { pickPhrase, setRegion } from '../../src/session/transitions.js';
import { LEARN_ENTRIES } from '../fixtures/learn.js';
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
  ready,
  record,
  resetSession,
  said,
  settled,
  stubClipboard,
  type,
  warnings,
  wholeBundle,
} from './helpers.js';

const SHELVES = ['Topics', 'Treatments', 'Myths', 'What to say instead', 'Who can help', 'Places to turn to'];
const MISS = 'Instead of: If you loved us, you would stop.';
const LIMIT = 'Instead of: Do it or you are out.';
const LATER = 'Instead of: This is your last chance.';
const DOSES = /^Two doses at home/;
const FIRST_NO = /^A first no is common/;

/** Every shelf, and practice. */
const PLACES_TO_REACH = SHELVES.length + 1;

let content: Bundle;
before(async () => {
  const bundle = await wholeBundle();
  content = { ...bundle, learn: { ...LEARN_ENTRIES, words: bundle.learn.words } };
});

const render = (template = html`<family-learning-library region="US" .content=${content}></family-learning-library>`) =>
  mount<FamilyLearningLibrary>(template);
const renderAt = (entry: string) =>
  render(html`<family-learning-library region="US" entry=${entry} .content=${content}></family-learning-library>`);
const renderFull = () =>
  render(html`<family-learning-library region="US" events="full" .content=${content}></family-learning-library>`);

const words = (el: Element) => (el.shadowRoot?.querySelector('.body')?.textContent ?? '').replaceAll(/\s+/g, ' ');
const headings = (el: Element) => allByRole(el, 'heading').map(nameOf);
const titles = (el: Element) => allShown(el, '.entries button > span:first-child').map(nameOf);
const shelves = (el: Element) => allShown(el, 'nav[aria-label="What is in here"] button');
const openShelf = (el: Element) =>
  shelves(el)
    .filter((button) => button.getAttribute('aria-current') === 'true')
    .map(nameOf);
const field = (el: Element) => allShown<HTMLInputElement>(el, 'input[type=search]')[0] as HTMLInputElement;
const searchFor = async (el: Element, query: string) => {
  const input = field(el);
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  await settled();
};
const startPractice = async (el: Element) => {
  await click(el, 'button', 'What to say instead');
  await click(el, 'button', 'Practice');
};
const ownWords = (el: Element) => byRole<HTMLTextAreaElement>(el, 'textbox', 'Your own words');
/** Contact was called unsafe in another part of the visit. */
const callUnsafe = () =>
  pageSession().apply((state) => ({ ...state, wizard: { ...state.wizard, cards: [UNSAFE_CARD] } }));
const toldOf = (events: readonly CustomEvent[]) => JSON.stringify(events.map(({ detail }) => detail as unknown));

describe('<family-learning-library>', () => {
  beforeEach(resetSession);

  describe('shelves', () => {
    it('names all of them, and opens the first', async () => {
      const el = await render();
      expect(shelves(el).map(nameOf)).to.deep.equal(SHELVES);
      expect(openShelf(el)).to.deep.equal(['Topics']);
      expect(headings(el)).to.deep.equal(['Learn more', 'Topics', 'Where to start', 'Staying safe']);
    });

    it('shows a list of titles, with how long each takes, and no text of any', async () => {
      const el = await render();
      expect(titles(el)).to.deep.equal(['A first no is common', 'Two doses at home', 'Where to buy it in the US']);
      byRole(el, 'button', 'A first no is common 1 minute to read');
      byRole(el, 'button', 'Two doses at home 2 minutes to read');
      expect(words(el)).not.to.contain('Many families hear no').and.not.to.contain('A medicine taken each day');
    });

    it('opens another one, and the focus goes there', async () => {
      const el = await render();
      for (const shelf of SHELVES.slice(1)) {
        await click(el, 'button', shelf);
        expect(openShelf(el)).to.deep.equal([shelf]);
        expect(nameOf(focused() as Element)).to.equal(shelf);
        expect(byRole(el, 'region', shelf).contains(focused())).to.equal(true);
      }
    });

    it('leaves out one with nothing on it, but never the places', async () => {
      const bare = { ...content, learn: { ...content.learn, topics: [], myths: [], listings: [] } };
      const el = await render(html`<family-learning-library .content=${bare}></family-learning-library>`);
      expect(shelves(el).map(nameOf)).to.deep.equal(SHELVES.filter((shelf) => !/Topics|Myths/.test(shelf)));
      expect(openShelf(el)).to.deep.equal(['Treatments']);
    });

    it('says of each myth that it is one', async () => {
      const el = await render();
      await click(el, 'button', 'Myths');
      expect(titles(el)).to.deep.equal(['Myth: They have to want it first.']);
    });

    it('has headings below the level asked for', async () => {
      const el = await render(
        html`<family-learning-library heading-level="3" .content=${content}></family-learning-library>`,
      );
      expect(byRole(el, 'heading', 'Learn more').localName).to.equal('h3');
      expect(byRole(el, 'heading', 'Topics').localName).to.equal('h4');
      expect(byRole(el, 'heading', 'Where to start').localName).to.equal('h5');
    });
  });

  describe('a page', () => {
    it('of a topic has its time, text, a thing to try, sources, and the way to safety', async () => {
      const el = await render();
      await click(el, 'button', DOSES);
      expect(headings(el)).to.deep.equal(['Learn more', 'Two doses at home', 'Try this']);
      expect(words(el)).to.contain('2 minutes to read').and.to.contain('Tell everyone where they are.');
      expect(words(el)).to.contain('Pick the place today.').and.to.contain('Where this comes from');
      await click(el, 'button', /^Safety: They may have overdosed/);
      expect(headings(el)).to.include('Call for emergency help and give naloxone. Do both now.');
    });

    it('never shows the other names it is found by', async () => {
      const el = await render();
      await click(el, 'button', DOSES);
      expect(words(el)).not.to.contain('Narcan');
    });

    it('fills in the line of the region, or words where it is not known: US => unknown', async () => {
      const el = await renderAt('topic:buying_in_us');
      byRole(el, 'link', 'SAMHSA National Helpline (1-800-662-4357)');
      el.region = '';
      await settled();
      expect(words(el)).to.contain('a local treatment helpline');
    });

    it('of a treatment has what it is, how it helps, a note, and questions to ask', async () => {
      const el = await renderAt('treatment:daily_medicine');
      expect(headings(el).slice(1)).to.deep.equal([
        'A daily medicine',
        'What it is',
        'How it can help',
        'Questions to ask',
      ]);
      expect(words(el)).to.contain('Medicine').and.to.contain('Only a prescriber can start it.');
      expect(allByRole(el, 'listitem', 'How soon can it start?')).to.have.lengthOf(1);
    });

    it('of a role has what they do, when to call, training, cost, and questions to ask', async () => {
      const el = await renderAt('care_role:prescriber');
      expect(headings(el).slice(1)).to.deep.equal([
        'Doctor or nurse who can prescribe',
        'What they do',
        'When to call',
        'Training or license',
        'Cost',
        'Questions to ask',
      ]);
      expect(allByRole(el, 'listitem', 'What if they use again?')).to.have.lengthOf(1);
    });

    it('of a myth tells the myth from what we know in words', async () => {
      const el = await renderAt('myth:must_want_it');
      expect(headings(el).slice(1)).to.deep.equal(['Myth: They have to want it first.', 'What we know']);
      expect(words(el)).to.contain('Many people start unsure');
    });

    it('of a phrase has the line, a way to say it, the skill, and why', async () => {
      const el = await renderAt('phrase:say_miss');
      expect(headings(el).slice(1)).to.deep.equal([MISS, 'You could say', 'Why']);
      expect(words(el)).to.contain('I miss our talks in the morning.').and.to.contain('Say what you see and feel');
    });

    it('gets the focus when it is opened, and gives it back: list => page => list', async () => {
      const el = await render();
      byRole(el, 'button', DOSES).focus();
      await click(el, 'button', DOSES);
      expect(nameOf(focused() as Element)).to.equal('Two doses at home');
      await click(el, 'button', 'Back to: Topics');
      expect(focused()).to.equal(byRole(el, 'button', DOSES));
      expect(openShelf(el)).to.deep.equal(['Topics']);
    });

    it('leads to the next one of its shelf, and no further: 1 => 2 => 3', async () => {
      const el = await render();
      await click(el, 'button', FIRST_NO);
      await click(el, 'button', 'Next: Two doses at home');
      expect(nameOf(focused() as Element)).to.equal('Two doses at home');
      await click(el, 'button', 'Next: Where to buy it in the US');
      expect(allByRole(el, 'button', /^Next/)).to.deep.equal([]);
      await click(el, 'button', 'Back to: Topics');
      expect(focused()).to.equal(byRole(el, 'button', /^Where to buy/));
    });

    it('closes its sources again for the next page', async () => {
      const el = await render();
      await click(el, 'button', FIRST_NO);
      (allShown(el, 'details')[0] as HTMLDetailsElement).open = true;
      await click(el, 'button', /^Next/);
      expect((allShown(el, 'details')[0] as HTMLDetailsElement).open).to.equal(false);
    });

    it('comes back where it was after a look at a safety screen', async () => {
      const el = await renderAt('topic:two_doses');
      const link = byRole(el, 'button', /^Safety:/);
      link.focus();
      await click(el, 'button', /^Safety:/);
      await click(el, 'button', 'No one is in danger now');
      await click(el, 'button', 'Go back to where I was');
      expect(focused()).to.equal(link);
      expect(headings(el)).to.include('Two doses at home');
    });

    it('holds in its region only: there => gone elsewhere', async () => {
      const el = await render();
      expect(titles(el)).to.include('Where to buy it in the US');
      pageSession().apply(setRegion('UK'));
      await settled();
      expect(titles(el)).not.to.include('Where to buy it in the US');
    });
  });

  describe('search', () => {
    it('finds on every shelf, titles first, and says politely how many', async () => {
      const el = await render();
      await searchFor(el, 'medicine');
      expect(titles(el)).to.deep.equal(['A daily medicine', 'Doctor or nurse who can prescribe']);
      expect(said(el)).to.equal('2 pages found');
      expect(words(el)).to.contain('2 pages found');
      byRole(el, 'region', 'What we found');
      byRole(el, 'button', 'A daily medicine Treatments');
      expect(openShelf(el)).to.deep.equal([]);
      expect(focused()).not.to.equal(byRole(el, 'heading', 'What we found'));
    });

    it('minds neither case nor accents, and knows other names', async () => {
      const el = await render();
      await searchFor(el, 'CAFE');
      expect(titles(el)).to.deep.equal(['A first no is common']);
      await searchFor(el, 'narcan');
      expect(titles(el)).to.deep.equal(['Two doses at home']);
    });

    it('needs every word', async () => {
      const el = await render();
      await searchFor(el, 'doses place');
      expect(titles(el)).to.deep.equal(['Two doses at home']);
      await searchFor(el, 'doses medicine');
      expect(titles(el)).to.deep.equal([]);
    });

    it('shows a place of the region whole', async () => {
      const el = await render();
      await searchFor(el, 'course');
      expect(allByRole<HTMLAnchorElement>(el, 'link', /^A family course/)[0]?.href).to.equal('https://course.example/');
      await searchFor(el, 'Leeds');
      expect(words(el)).to.contain('No page has all of these words.');
    });

    it('says when nothing was found, and offers a way out: nothing => shelf', async () => {
      const el = await render();
      await click(el, 'button', 'Myths');
      await searchFor(el, 'zzz');
      expect(said(el)).to.contain('No page has all of these words.');
      expect(words(el)).to.contain('0 pages found');
      await click(el, 'button', 'Clear search');
      expect(field(el).value).to.equal('');
      expect(focused()).to.equal(field(el));
      expect(openShelf(el)).to.deep.equal(['Myths']);
    });

    it('is still there after a page that was found, with the focus where it was', async () => {
      const el = await render();
      await searchFor(el, 'medicine');
      await click(el, 'button', /^Doctor or nurse/);
      expect(allByRole(el, 'button', /^Next/)).to.deep.equal([]);
      await click(el, 'button', 'Back to what we found');
      expect(field(el).value).to.equal('medicine');
      expect(focused()).to.equal(byRole(el, 'button', /^Doctor or nurse/));
    });

    it('ends when a shelf is opened', async () => {
      const el = await render();
      await searchFor(el, 'medicine');
      await click(el, 'button', 'Myths');
      expect(field(el).value).to.equal('');
      expect(headings(el)).to.include('Myths');
    });

    it('is no search while only spaces are there', async () => {
      const el = await render();
      await searchFor(el, '   ');
      expect(openShelf(el)).to.deep.equal(['Topics']);
      expect(said(el)).to.equal('');
    });

    it('keeps what is typed inside', async () => {
      const el = await renderFull();
      const heard = record(window, 'input', ...ALL_EVENTS);
      await searchFor(el, 'medicine');
      expect(heard).to.deep.equal([]);
      expect(location.href + document.title + JSON.stringify(pageSession().state)).not.to.contain('medicine');
    });
  });

  describe('practice', () => {
    it('shows the line and the skill, and a way to say it only when asked', async () => {
      const el = await render();
      await startPractice(el);
      expect(nameOf(focused() as Element)).to.equal('Practice');
      expect(headings(el)).to.include(MISS);
      expect(words(el)).to.contain('1 of 3').and.to.contain('The skill: Say what you see and feel');
      expect(words(el)).not.to.contain('I miss our talks');
      await click(el, 'button', 'Show one way to say it');
      expect(words(el)).to.contain('I miss our talks in the morning.').and.to.contain('less to argue with');
      expect(nameOf(focused() as Element)).to.equal('You could say');
    });

    it('goes on and back, says where it is, and keeps own words until it ends', async () => {
      const el = await render();
      await startPractice(el);
      expect(allByRole(el, 'button', 'Previous')).to.deep.equal([]);
      await type(el, 'textbox', 'Your own words', 'I miss you.');
      await click(el, 'button', 'Show one way to say it');
      expect(ownWords(el).value).to.equal('I miss you.');
      await click(el, 'button', 'Next');
      expect(nameOf(focused() as Element)).to.equal(LIMIT);
      expect(said(el)).to.equal('2 of 3');
      expect(ownWords(el).value).to.equal('');
      expect(words(el)).not.to.contain('I will not give cash.');
      await click(el, 'button', 'Previous');
      expect(nameOf(focused() as Element)).to.equal(MISS);
      expect(ownWords(el).value).to.equal('I miss you.');
    });

    it('ends kindly, and begins anew with nothing written: end => first', async () => {
      const el = await render();
      await startPractice(el);
      await type(el, 'textbox', 'Your own words', 'Mine.');
      await click(el, 'button', 'Next');
      await click(el, 'button', 'Next');
      expect(allByRole(el, 'button', 'Next')).to.deep.equal([]);
      await click(el, 'button', 'Finish');
      expect(nameOf(focused() as Element)).to.equal('That is enough for now');
      expect(words(el)).to.contain('They do not have to be perfect.');
      await click(el, 'button', 'Practice some more');
      expect(headings(el)).to.include(MISS);
      expect(ownWords(el).value).to.equal('');
    });

    it('shows the way to safety where a line needs one, and comes back with own words kept', async () => {
      const el = await renderAt('phrase:say_limit');
      await click(el, 'button', 'Practice this one');
      await type(el, 'textbox', 'Your own words', 'Mine.');
      await click(el, 'button', 'Show one way to say it');
      await click(el, 'button', /^Safety: /);
      expect(allByRole(el, 'textbox', 'Your own words')).to.deep.equal([]);
      await click(el, 'button', 'No one is in danger now');
      await click(el, 'button', 'Go back to where I was');
      expect(ownWords(el).value).to.equal('Mine.');
    });

    it('is five lines a round, and the next round goes on from there: 1 to 5 => 6, 7, 1 …', async () => {
      const phrases = Array.from({ length: 7 }, (_, i) => ({
        id: `say_${i + 1}`,
        skill: 'limit' as const,
        not: `Line ${i + 1}`,
        say: 'Say it.',
        why: [{ kind: 'p' as const, children: ['It is calm.'] }],
      }));
      const seven = { ...content, learn: { ...content.learn, phrases } };
      const el = await render(html`<family-learning-library .content=${seven}></family-learning-library>`);
      const round = async () => {
        const lines: string[] = [];
        while (allByRole(el, 'textbox', 'Your own words').length) {
          lines.push(nameOf(byRole(el, 'heading', /^Instead of/)).replace('Instead of: Line ', ''));
          await click(el, 'button', /^(Next|Finish)$/);
        }
        return lines.join();
      };
      await startPractice(el);
      expect(words(el)).to.contain('1 of 5');
      expect(await round()).to.equal('1,2,3,4,5');
      await click(el, 'button', 'Practice some more');
      expect(await round()).to.equal('6,7,1,2,3');
    });

    it('can be left at any time, and what was written is gone', async () => {
      const el = await render();
      await startPractice(el);
      await type(el, 'textbox', 'Your own words', 'Mine.');
      await click(el, 'button', 'End practice');
      expect(focused()).to.equal(byRole(el, 'button', 'Practice'));
      await click(el, 'button', 'Practice');
      expect(ownWords(el).value).to.equal('');
    });

    it('forgets what was written when the element is taken out of the page', async () => {
      const el = await render();
      await startPractice(el);
      await type(el, 'textbox', 'Your own words', 'Mine.');
      const parent = el.parentElement as HTMLElement;
      el.remove();
      parent.append(el);
      await settled();
      expect(openShelf(el)).to.deep.equal(['What to say instead']);
      await click(el, 'button', 'Practice');
      expect(ownWords(el).value).to.equal('');
    });

    it('begins with a phrase that is read', async () => {
      const el = await renderAt('phrase:say_later');
      await click(el, 'button', 'Practice this one');
      expect(headings(el)).to.include(LATER);
      expect(words(el)).to.contain('1 of 3');
    });

    it('stores and tells nothing of what is written', async () => {
      const el = await renderFull();
      const heard = record(window, 'input', ...ALL_EVENTS);
      await startPractice(el);
      await type(el, 'textbox', 'Your own words', 'Secret words.');
      for (const name of ['Next', 'Next', 'Finish']) await click(el, 'button', name);
      expect(toldOf(heard)).not.to.contain('Secret');
      expect(heard.map(({ type: name }) => name)).to.deep.equal(['fig-progress']);
      expect(JSON.stringify(pageSession().state)).not.to.contain('Secret');
      expect(localStorage.length + sessionStorage.length).to.equal(0);
    });
  });

  describe('cue cards', () => {
    const cards = (el: Element) => byRole(el, 'region', 'Your cue cards');
    const cueCard = (el: Element) => byRole<HTMLInputElement>(el, 'checkbox', 'Put this on a cue card');

    it('are empty at first, and say how to fill them', async () => {
      const el = await render();
      await click(el, 'button', 'What to say instead');
      expect(cards(el).textContent).to.contain('Open a line above');
      expect(allByRole(el, 'button', 'Print')).to.deep.equal([]);
    });

    it('are filled from a page, and emptied from the list: on => off', async () => {
      const el = await render();
      await click(el, 'button', 'What to say instead');
      await click(el, 'button', MISS);
      expect(cueCard(el).checked).to.equal(false);
      cueCard(el).click();
      await settled();
      expect(said(el)).to.equal('1 cue card');
      await click(el, 'button', 'Back to: What to say instead');
      expect(cards(el).textContent).to.contain('I miss our talks in the morning.');
      byRole(el, 'button', `${MISS} On your cue cards`);
      await click(el, 'button', 'Take off I miss our talks in the morning.');
      expect(said(el)).to.equal('0 cue cards');
      expect(nameOf(focused() as Element)).to.equal('Your cue cards');
      expect(cards(el).textContent).not.to.contain('I miss our talks');
      await click(el, 'button', MISS);
      expect(cueCard(el).checked).to.equal(false);
    });

    it('are filled in practice too', async () => {
      const el = await render();
      await startPractice(el);
      await click(el, 'button', 'Show one way to say it');
      cueCard(el).click();
      await settled();
      expect(pageSession().state.learn.cards).to.deep.equal(['say_miss']);
      await click(el, 'button', 'End practice');
      expect(cards(el).textContent).to.contain('I miss our talks');
    });

    it('can be copied, with the skill, crisis lines, and a wish for privacy', async () => {
      let copied = '';
      const restore = stubClipboard((text) => {
        copied = text;
        return Promise.resolve();
      });
      pageSession().apply(pickPhrase('say_miss', true));
      const el = await render();
      const exports = record<FigExportEvent>(el, 'fig-export');
      await click(el, 'button', 'What to say instead');
      await click(el, 'button', 'Copy as text');
      restore();
      expect(copied).to.contain('Say what you see and feel: I miss our talks in the morning.');
      expect(copied).to.contain('911 emergency').and.to.contain('Keep this page private.');
      expect(copied).not.to.contain('If you loved us');
      expect(exports.map(({ detail }) => [detail.part, detail.format])).to.deep.equal([['learn', 'copy']]);
    });

    it('survive a phrase the content no longer has', async () => {
      pageSession().apply(pickPhrase('gone_since', true));
      const el = await renderAt('phrases');
      expect(cards(el).textContent).to.contain('Open a line above');
    });
  });

  describe('when contact was called unsafe', () => {
    const HELD = 'Words to say to your loved one are held back for now.';

    it('holds back phrases, practice and cue cards, and shows the way to safety', async () => {
      pageSession().apply(pickPhrase('say_miss', true));
      callUnsafe();
      const el = await render();
      await click(el, 'button', 'What to say instead');
      expect(words(el)).to.contain(HELD);
      expect(titles(el)).to.deep.equal([]);
      expect(words(el)).not.to.contain('I miss our talks');
      for (const name of ['Practice', 'Print', 'Copy as text']) {
        expect(allByRole(el, 'button', name)).to.deep.equal([]);
      }
      await click(el, 'button', 'Safety: If contact is not safe, keep your distance for now');
      byRole(el, 'link', /^Call 1-800-799/);
    });

    it('keeps everything else', async () => {
      callUnsafe();
      const el = await render();
      expect(shelves(el).map(nameOf)).to.deep.equal(SHELVES);
      expect(titles(el)).to.include('Two doses at home');
    });

    it('holds back a phrase that was linked to', async () => {
      callUnsafe();
      const el = await renderAt('phrase:say_miss');
      expect(words(el)).to.contain(HELD).and.not.to.contain('I miss our talks');
    });

    it('leaves phrases out of a search, and says so', async () => {
      callUnsafe();
      const el = await render();
      await searchFor(el, 'mornings');
      expect(words(el)).not.to.contain(HELD);
      await searchFor(el, 'morning');
      expect(titles(el)).to.deep.equal([]);
      expect(words(el)).to.contain(HELD);
      expect(said(el)).to.contain('No page has all');
    });

    it('ends practice at once, and forgets what was written', async () => {
      const el = await render();
      await startPractice(el);
      await type(el, 'textbox', 'Your own words', 'Mine.');
      callUnsafe();
      await settled();
      expect(allByRole(el, 'textbox', 'Your own words')).to.deep.equal([]);
      expect(words(el)).to.contain(HELD);
      pageSession().apply(() => EMPTY_SESSION);
      await settled();
      await click(el, 'button', 'Practice');
      expect(ownWords(el).value).to.equal('');
    });

    it('cannot be told from what the page hears', async () => {
      const told = async () => {
        const el = await render();
        const heard = record<FigProgressEvent>(el, ...ALL_EVENTS);
        await click(el, 'button', FIRST_NO);
        return heard.map(({ detail }) => [detail.step, detail.of]);
      };
      const before = await told();
      callUnsafe();
      expect(await told()).to.deep.equal(before);
    });
  });

  describe('places', () => {
    it('begin with lines to call, then groups, then the rest, of the region alone', async () => {
      const el = await render();
      await click(el, 'button', 'Places to turn to');
      expect(headings(el).slice(1)).to.deep.equal(['Places to turn to', 'Lines to call', 'Groups', 'Learning more']);
      byRole(el, 'link', 'Call 1-800-662-4357');
      expect(allByRole(el, 'link', /^FindTreatment\.gov/)).to.have.lengthOf(1);
      expect(byRole<HTMLAnchorElement>(el, 'link', /^A family group/).href).to.equal('https://group.example/');
      expect(words(el)).not.to.contain('Leeds');
    });

    it('name the public search for treatment once, also where it is listed', async () => {
      const [listing] = content.learn.listings;
      const listings = [{ ...listing, name: 'FindTreatment.gov', url: 'https://findtreatment.gov/' }];
      const listed = { ...content, learn: { ...content.learn, listings } } as Bundle;
      const el = await render(
        html`<family-learning-library region="US" entry="places" .content=${listed}></family-learning-library>`,
      );
      expect(allByRole(el, 'link', /^FindTreatment\.gov/)).to.have.lengthOf(1);
    });

    it('say when each was checked, and when that was long ago', async () => {
      const el = await renderAt('places');
      const [group, course] = allShown(el, '[part=place]').map((place) => place.textContent);
      expect(group).to.contain('Checked January 2, 2020').and.to.contain('We have not checked this lately.');
      expect(course).to.contain('Checked November 20, 2026').and.not.to.contain('lately');
    });

    it('say what it costs, and in which languages where there is another one', async () => {
      const el = await renderAt('places');
      const [group, course] = allShown(el, '[part=place]').map((place) => place.textContent);
      expect(group).to.contain('English, Spanish');
      expect(course).to.contain('free').and.not.to.contain('English');
    });

    it('are never those of another region: unknown => UK => no listing', async () => {
      const el = await render(
        html`<family-learning-library entry="places" .content=${content}></family-learning-library>`,
      );
      expect(words(el)).to.contain('choose where you are in the help bar');
      expect(allShown(el, '[part=place]')).to.deep.equal([]);
      expect(allShown(el, '.body a:not([role=button])')).to.deep.equal([]);
      el.region = 'UK';
      await settled();
      expect(words(el)).to.contain('Leeds').and.not.to.contain('A family course');
      el.region = 'CA';
      await settled();
      expect(words(el)).to.contain('We have no checked places for Canada yet.');
    });
  });

  describe('entry', () => {
    it('opens a page from the tag, without an event or the focus', async () => {
      const heard = record(window, 'fig-progress', 'fig-change');
      const el = await renderAt('topic:two_doses');
      expect(headings(el)).to.include('Two doses at home');
      expect(focused()).to.equal(document.body);
      expect(heard).to.deep.equal([]);
      await click(el, 'button', 'Back to: Topics');
      expect(titles(el)).to.include('Two doses at home');
    });

    for (const [entry, shelf] of Object.entries({
      topics: 'Topics',
      treatments: 'Treatments',
      myths: 'Myths',
      phrases: 'What to say instead',
      roles: 'Who can help',
      places: 'Places to turn to',
    })) {
      it(`opens the shelf "${entry}"`, async () => {
        expect(openShelf(await renderAt(entry))).to.deep.equal([shelf]);
      });
    }

    it('may change at any time, and takes the place of a search: page => page => first shelf', async () => {
      const el = await renderAt('topic:two_doses');
      await click(el, 'button', /^Back/);
      await searchFor(el, 'medicine');
      field(el).focus();
      el.entry = 'myth:must_want_it';
      await settled();
      expect(headings(el)).to.include('Myth: They have to want it first.');
      el.removeAttribute('entry');
      await settled();
      expect(openShelf(el)).to.deep.equal(['Topics']);
    });

    it('is followed once: the visitor goes where they like, and the tag stays as it was', async () => {
      const el = await renderAt('topic:two_doses');
      await click(el, 'button', /^Back/);
      await click(el, 'button', 'Myths');
      el.theme = 'dark';
      await settled();
      expect(openShelf(el)).to.deep.equal(['Myths']);
      expect(el.getAttribute('entry')).to.equal('topic:two_doses');
      expect(location.hash).to.equal('');
    });

    it('is not written on the tag when it is set by script', async () => {
      const el = await render();
      el.entry = 'topic:two_doses';
      await settled();
      expect(headings(el)).to.include('Two doses at home');
      expect(el.hasAttribute('entry')).to.equal(false);
    });

    it('that is not known changes nothing, and is said once to the developer', async () => {
      const el = await renderAt('myths');
      const said_ = await warnings(async () => {
        for (const entry of ['topic:nowhere', 'topic:nowhere', 'nonsense', 'listing:us_group']) {
          el.entry = entry;
          await settled();
          el.theme = el.theme === 'dark' ? 'light' : 'dark';
          await settled();
          expect(openShelf(el)).to.deep.equal(['Myths']);
        }
      });
      expect(said_).to.have.lengthOf(3);
      expect(said_[0]).to.contain('topic:nowhere').and.to.contain('care_role:');
    });

    it('that is not known yet opens when other content has it, unless the visitor went elsewhere', async () => {
      const empty = { ...content, learn: { ...content.learn, topics: [] } };
      const tag = () =>
        html`<family-learning-library entry="topic:two_doses" .content=${empty}></family-learning-library>`;
      await warnings(async () => {
        const [first, second] = [await render(tag()), await render(tag())];
        await click(second, 'button', 'Myths');
        first.content = second.content = content;
        await settled();
        await settled();
        expect(headings(first)).to.include('Two doses at home');
        expect(openShelf(second)).to.deep.equal(['Myths']);
      });
    });

    it('is kept when it was set before the element was defined', async () => {
      const name = 'late-family-learning-library';
      const el = document.createElement(name) as FamilyLearningLibrary;
      el.content = content;
      el.entry = 'topic:two_doses';
      document.body.append(el);
      const Base = customElements.get('family-learning-library') as CustomElementConstructor;
      defineElement(name, class extends Base {});
      await ready(el);
      expect(headings(el)).to.include('Two doses at home');
      el.remove();
    });
  });

  describe('show()', () => {
    it('opens a page or a shelf and moves the focus there, without an event', async () => {
      const el = await render();
      const heard = record(window, ...ALL_EVENTS);
      el.show('myth:must_want_it');
      await settled();
      expect(nameOf(focused() as Element)).to.equal('Myth: They have to want it first.');
      el.show('roles');
      await settled();
      expect(nameOf(focused() as Element)).to.equal('Who can help');
      el.show();
      await settled();
      expect(nameOf(focused() as Element)).to.equal('Topics');
      expect(heard).to.deep.equal([]);
    });

    it('may be called before the words are there', async () => {
      const el = await fixture<FamilyLearningLibrary>(
        html`<family-learning-library entry="myths" .content=${content}></family-learning-library>`,
      );
      el.show('topic:two_doses');
      await ready(el);
      expect(nameOf(focused() as Element)).to.equal('Two doses at home');
    });

    it('with something unknown does nothing, now or later', async () => {
      const el = await render();
      await click(el, 'button', 'Myths');
      const [warning] = await warnings(async () => {
        el.show('topic:not_here');
        await settled();
      });
      expect(warning).to.contain('topic:not_here');
      expect(openShelf(el)).to.deep.equal(['Myths']);
      el.entry = 'roles';
      await settled();
      expect(openShelf(el)).to.deep.equal(['Who can help']);
    });
  });

  describe('inside the guide', () => {
    /** Something around the element that sends the visitor to an entry. */
    const around = async () => {
      const host = await fixture<HTMLElement>(html`<div></div>`);
      const given: Surroundings = {
        session: pageSession(),
        origin: { kind: 'given', bundle: content, locale: 'en' },
        region: 'US',
        theme: 'auto',
        events: 'coarse',
        leaveTarget: '',
        sponsor: {},
        headingLevel: 3,
        hasHelpBar: true,
        onHelpOpen: () => Promise.resolve(),
        openSafety: () => undefined,
      };
      const provider = new ContextProvider(host, { context: surroundingsContext, initialValue: given });
      const send = async (entry: string) => {
        provider.setValue({ ...given, learnEntry: { entry } });
        await settled();
      };
      const add = async () => {
        const el = document.createElement('family-learning-library');
        host.append(el);
        await ready(el);
        await settled();
        return el;
      };
      return { send, add };
    };

    it('opens what another part sends the visitor to, with the focus, each time', async () => {
      const { send, add } = await around();
      const el = await add();
      expect(focused()).to.equal(document.body);
      for (let i = 0; i < 2; i += 1) {
        await send('care_role:prescriber');
        expect(nameOf(focused() as Element)).to.equal('Doctor or nurse who can prescribe');
        await click(el, 'button', /^Back/);
      }
      expect(openShelf(el)).to.deep.equal(['Who can help']);
      expect(byRole(el, 'heading', 'Learn more').localName).to.equal('h3');
    });

    it('opens it also when the element comes later', async () => {
      const { send, add } = await around();
      await send('topic:two_doses');
      await add();
      expect(nameOf(focused() as Element)).to.equal('Two doses at home');
    });
  });

  describe('what the page hears', () => {
    it('is that something more was opened, once a shelf, and never what', async () => {
      const el = await renderFull();
      const heard = record<FigProgressEvent>(window, ...ALL_EVENTS);
      await click(el, 'button', DOSES);
      await click(el, 'button', /^Back/);
      await click(el, 'button', FIRST_NO);
      await click(el, 'button', /^Back/);
      await click(el, 'button', 'Myths');
      await click(el, 'button', /^Myth:/);
      await click(el, 'button', /^Back/);
      await click(el, 'button', 'Places to turn to');
      await click(el, 'button', 'Places to turn to');
      await startPractice(el);
      for (const name of ['Next', 'Next', 'Finish', 'Practice some more', 'Next', 'Next', 'Finish']) {
        await click(el, 'button', name);
      }
      expect(heard.map(({ type: name, detail }) => [name, detail.part, detail.step, detail.of])).to.deep.equal(
        [1, 2, 3, 4].map((step) => ['fig-progress', 'learn', step, PLACES_TO_REACH]),
      );
      expect(toldOf(heard)).not.to.match(/doses|first_no|want_it|say_|topic|myth|practice|place/i);
    });

    it('is which cue cards were picked, with events="full", but none that tells of danger', async () => {
      const el = await renderFull();
      const changes = record<FigChangeEvent>(window, 'fig-change');
      for (const entry of ['phrase:say_limit', 'phrase:say_miss']) {
        el.entry = entry;
        await settled();
        await click(el, 'checkbox', 'Put this on a cue card');
      }
      expect(changes.map(({ detail }) => [detail.part, detail.ids])).to.deep.equal([['learn', ['say_miss']]]);
    });

    it('is no pick by default, and nothing at all with events="off"', async () => {
      const el = await renderAt('phrase:say_miss');
      const heard = record(window, ...ALL_EVENTS);
      await click(el, 'checkbox', 'Put this on a cue card');
      expect(heard).to.deep.equal([]);
      el.events = 'off';
      await click(el, 'button', /^Back/);
      await click(el, 'button', LIMIT);
      expect(heard).to.deep.equal([]);
    });

    it('is nothing of what the host sets', async () => {
      const el = await renderFull();
      const heard = record(window, ...ALL_EVENTS);
      el.entry = 'places';
      pageSession().apply(pickPhrase('say_miss', true));
      await settled();
      expect(heard).to.deep.equal([]);
    });
  });

  describe('looks', () => {
    it('is accessible on every shelf, on every kind of page, and in every state', async () => {
      const el = await render();
      for (const shelf of SHELVES) {
        await click(el, 'button', shelf);
        await expectAccessible(el);
      }
      for (const entry of [
        'topic:two_doses',
        'treatment:daily_medicine',
        'myth:must_want_it',
        'phrase:say_miss',
        'care_role:prescriber',
      ]) {
        el.entry = entry;
        await expectAccessible(el);
      }
      el.entry = 'phrases';
      pageSession().apply(pickPhrase('say_miss', true));
      await expectAccessible(el);
      await searchFor(el, 'family');
      await expectAccessible(el);
      await searchFor(el, 'zzz');
      await expectAccessible(el);
      await startPractice(el);
      await expectAccessible(el);
      await click(el, 'button', 'Show one way to say it');
      await expectAccessible(el);
      for (const name of ['Next', 'Next', 'Finish']) await click(el, 'button', name);
      await expectAccessible(el);
      callUnsafe();
      await expectAccessible(el);
      el.region = '';
      await click(el, 'button', 'Places to turn to');
      await expectAccessible(el);
    });

    it('is accessible in the dark', async () => {
      const el = await renderAt('phrases');
      el.theme = 'dark';
      await expectAccessible(el);
    });

    it('fits 320 pixels, and every control is large enough to tap', async () => {
      const el = await render();
      el.style.inlineSize = '320px';
      const fits = () => {
        expect(el.scrollWidth).to.be.at.most(320);
        for (const control of [...allByRole(el, 'button'), ...allByRole(el, 'checkbox'), ...allShown(el, 'input')]) {
          const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
          expect(Math.min(width, height), nameOf(control)).to.be.at.least(24);
        }
      };
      for (const shelf of SHELVES) {
        await click(el, 'button', shelf);
        fits();
      }
      for (const entry of ['topic:buying_in_us', 'treatment:daily_medicine', 'phrase:say_limit']) {
        el.entry = entry;
        await settled();
        fits();
      }
      await click(el, 'button', 'Practice this one');
      await click(el, 'button', 'Show one way to say it');
      fits();
    });

    it('uses no style attribute', async () => {
      const el = await renderAt('phrase:say_miss');
      await click(el, 'button', 'Practice this one');
      await click(el, 'button', 'Show one way to say it');
      expect(el.shadowRoot?.querySelectorAll('[style]').length).to.equal(0);
    });
  });

  describe('with the built-in words', () => {
    it('goes through a first call in its order, and through what to ask about money', async () => {
      const el = await render(
        html`<family-learning-library region="US" entry="topic:when_you_call"></family-learning-library>`,
      );
      const steps = [...(el.shadowRoot?.querySelectorAll('ol > li') ?? [])].map((step) => step.textContent?.trim());
      expect(steps).to.have.lengthOf(4);
      expect(steps[0]).to.contain('if anyone is in danger');
      expect(steps.at(-1)).to.contain('You do not have to decide on the phone.');
      expect(words(el)).to.contain('Ask who pays them.');
    });

    it('has something on every shelf, and a page for each', async () => {
      const el = await render(html`<family-learning-library region="US"></family-learning-library>`);
      expect(shelves(el).map(nameOf)).to.deep.equal(SHELVES);
      for (const shelf of SHELVES.slice(0, -1)) {
        await click(el, 'button', shelf);
        allShown(el, '.entries button')[0]?.click();
        await settled();
        await expectAccessible(el);
        await click(el, 'button', `Back to: ${shelf}`);
      }
    });
  });
});
