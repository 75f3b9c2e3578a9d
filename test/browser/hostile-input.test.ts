/** What a page, the device, a file or a visitor hands over, made to harm: it is text, and nothing else happens. */
import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { GuideElement } from '../../src/elements/shared/guide-element.js';
import { planFile } from '../../src/handoff/plan-file.js';
import { json } from '../../src/session/json.js';
import { NOTES_KEY } from '../../src/session/notes.js';
import { readNotes, readSavedPlan } from '../../src/session/saved.js';
import { pageSession } from '../../src/session/session.js';
import { EMPTY_SESSION, type SessionState } from '../../src/session/state.js';
import { addRow, addWatchEntry, setCareNote, setNote } from '../../src/session/transitions.js';
import { ALL_ATTACKS, ATTACKS, CLASSES, mapStrings, stringsIn } from '../fixtures/attacks.js';
import { lackIn, reveal, strayIn, tally, Watch } from './hostile.js';
import './elements.js';
import {
  allByRole,
  allShown,
  catchCopies,
  catchDownloads,
  catchPrints,
  mount,
  nameOf,
  openFile,
  resetSession,
  settled,
  warnings,
} from './helpers.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name: string }[];
    }[];
  }[];
}
const { modules } = (await (await fetch('/custom-elements.json')).json()) as Manifest;
const ELEMENTS = modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, attributes = [] }) =>
    tagName ? [{ tag: tagName, names: attributes.map(({ name }) => name) }] : [],
  );

const short = (attack: string) => attack.slice(0, 5000);
/** What is wrong on the page, once the watch is over. */
let watch: Watch;
let wrong: string[];
beforeEach(() => {
  resetSession();
  watch = new Watch();
  wrong = [];
});
afterEach(() => {
  fixtureCleanup();
  resetSession();
});
const look = (el: Element) => wrong.push(...strayIn(el), ...[lackIn(el) ?? []].flat());
const expectNothing = async () => {
  wrong.push(...(await watch.stop()));
  expect([...new Set(wrong)].join('\n')).to.equal('');
};

describe('every attribute of every element', () => {
  const { fetch: originalFetch } = window;
  const count = tally('every attribute');
  afterEach(() => {
    window.fetch = originalFetch;
  });
  after(() => count.write());

  for (const name of CLASSES) {
    it(`may be: ${name}`, async () => {
      // An address is asked, as the page wishes; what it answers is of no matter here.
      window.fetch = (input, init) => {
        const url = new URL(input instanceof Request ? input.url : String(input), location.href);
        if (!/^https?:$/.test(url.protocol)) wrong.push(`asked ${url.href}`);
        return url.pathname.startsWith('/dist/') || url.pathname.startsWith('/src/')
          ? originalFetch(input, init)
          : Promise.resolve(new Response('', { status: 404 }));
      };
      const elements = ELEMENTS.map(({ tag, names }) => ({ el: document.createElement(tag) as GuideElement, names }));
      await warnings(async () => {
        await fixture(html`<div>${elements.map(({ el }) => el)}</div>`);
        await waitUntil(() =>
          elements.every(({ el }) => el.localName === 'center-contact' || !lackIn(el)?.includes('blank')),
        );
        const attacks = ATTACKS[name] ?? [];
        // Each attribute is given another one. Addresses are tried in full; of the rest, some in each attribute.
        const rounds = name === 'disguised schemes' ? attacks.length : Math.min(attacks.length, 4);
        for (let round = 0; round < rounds; round += 1) {
          let n = round;
          for (const { el, names } of elements) {
            for (const one of names) el.setAttribute(one, short(attacks[(n += 1) % attacks.length] ?? ''));
          }
          await settled();
          count.add(name, 0, n - round);
          for (const { el } of elements) wrong.push(...strayIn(el));
        }
        // With a region again, help is there again: nothing is stuck.
        for (const { el, names } of elements) {
          for (const one of names) el.removeAttribute(one);
          el.setAttribute('region', 'US');
        }
        await settled();
        await waitUntil(
          () => elements.every(({ el }) => el.localName === 'center-contact' || lackIn(el) === undefined),
          'an element is blank or without help',
        );
      });
      await expectNothing();
    });
  }
});

// ---------------------------------------------------------------- what was kept

const text = 'What they wrote';
const FULL: SessionState = [
  addRow('plan', {
    plan: 'A',
    trigger: text,
    response: text,
    then: text,
    owner: '',
    nickname: text,
    reviewOn: '2027-01-01',
    sign: text,
  }),
  addRow('steps', { what: text, owner: '', nickname: text, due: '2027-01-01', done: '' }),
  addRow('limits', { willNot: text, will: text, safe: 'yes', verdict: '' }),
  addRow('goals', {
    owner: 'me',
    goal: text,
    measure: text,
    achievable: text,
    relevant: text,
    due: '2027-01-01',
    done: '',
  }),
  addRow('people', { name: text, closeness: 'close', calm: 'yes', safe: 'yes', place: '' }),
  addRow('team', { role: '', name: text, status: 'to_call' }),
  addRow('tells', { who: text, whom: text, what: text, when: text }),
  addRow('sheets', { name: text, friend: text, lens_timing: text }),
  addRow('moments', { said: text, did: text }),
  addRow('wins', { text, on: '2026-11-25' }),
  addRow('ready', { list: 'yes', label: text }),
  addRow('changes', { kind: 'who', text, on: '2026-11-25' }),
  addWatchEntry({ on: '2026-11-25', done: [], barriers: [], adjust: text, helped: text, sleep: 'yes', talk: 'no' }),
  setNote(text),
  setCareNote(text),
].reduce((state, step) => step(state), EMPTY_SESSION);

const CLASS_OF = new Map(CLASSES.flatMap((name) => (ATTACKS[name] ?? []).map((attack) => [attack, name] as const)));
/** How many of the visitor's words there are: so often, every attack has been one of them. */
const isTheirs = (value: string) => value.startsWith(text);
const PLACES = [...stringsIn(FULL)].filter(({ value }) => isTheirs(value)).length;
const ROUNDS = Array.from({ length: Math.ceil(ALL_ATTACKS.length / (PLACES - 12)) }, (_, i) => i);

/** Everything of the visitor's words replaced by attacks, each by another. */
function attacked<T>(data: T, round: number, count: ReturnType<typeof tally>): T {
  let n = round * (PLACES - 12);
  return mapStrings(data, (value) => {
    if (!isTheirs(value)) return value;
    const attack = ALL_ATTACKS[(n += 1) % ALL_ATTACKS.length] ?? '';
    count.add(CLASS_OF.get(attack) ?? '', 0, 1);
    return short(attack);
  }) as T;
}

const SHOWS_WORDS = ['contingency-planner', 'progress-check-in', 'family-self-care-card', 'failure-reason-checklist'];
const create = (tag: string, save = 'off') => {
  const el = document.createElement(tag) as GuideElement;
  el.region = 'US';
  el.setAttribute('save', save);
  return el;
};

describe('notes on the device', () => {
  const count = tally('notes that are shown');
  after(() => count.write());
  for (const round of ROUNDS) {
    it(`are shown as text, with every attack in turn (${round + 1})`, async () => {
      const { removed: _undo, ...state } = attacked(FULL, round, count);
      const saved = JSON.parse(json(state)) as unknown;
      expect(readNotes(saved, 1) === undefined).to.equal(false);
      localStorage.setItem(
        NOTES_KEY,
        json({ kind: 'notes', version: 1, savedAt: new Date().toISOString(), days: 30, state: saved }),
      );
      const first = create('family-self-care-card', 'offer');
      await mount(html`${first}`);
      await waitUntil(() => first.shadowRoot?.querySelector('[part=saving] button'), 'no notes were found');
      first.shadowRoot?.querySelector<HTMLButtonElement>('[part=saving] button')?.click();
      await waitUntil(() => pageSession().state.lists.plan.length === 1, 'the notes were not opened');
      for (const tag of SHOWS_WORDS) {
        const el = create(tag);
        await mount(html`${el}`);
        await reveal(el);
        look(el);
      }
      await expectNothing();
    });
  }
});

describe('a plan that is opened', () => {
  const count = tally('a plan that is shown');
  after(() => count.write());
  for (const round of ROUNDS) {
    it(`is shown as text, with every attack in turn (${round + 1})`, async () => {
      const file = JSON.stringify(attacked(JSON.parse(planFile(FULL, '2026-11-25')), round, count));
      expect(typeof readSavedPlan(file)).to.equal('object');
      const el = create('contingency-planner');
      await mount(html`${el}`);
      await reveal(el);
      await openFile(el, file);
      await waitUntil(() => pageSession().state.lists.plan.length === 1, 'the plan was not opened');
      await reveal(el);
      look(el);
      await expectNothing();
    });
  }
});

// ---------------------------------------------------------------- what is typed

describe('text that is typed', () => {
  const count = tally('typed text');
  /** Fields that were typed into, in all elements; every field takes one of another class than the one before. */
  let typed = 0;
  const STRIDE = 37;
  after(async () => {
    expect(typed).to.be.above(ALL_ATTACKS.length);
    await count.write();
  });
  for (const tag of [...SHOWS_WORDS, 'family-learning-library']) {
    it(`stays text in the fields of <${tag}>, and in what is copied, printed and downloaded`, async () => {
      const copies = catchCopies();
      const downloads = catchDownloads();
      const prints = catchPrints();
      const first = typed;
      pageSession().apply(() => FULL);
      const el = create(tag);
      try {
        await mount(html`${el}`);
        await reveal(el);
        for (let round = 0; round < 28; round += 1) {
          const before = typed;
          // One tool after another, with what opens a form in it.
          const tools = allByRole(el, 'button', /^(?:Setbacks|Who|Be ready|Limits|Goals|Care team|How the plan)/);
          tools[round % (tools.length || 1)]?.click();
          await settled();
          allByRole(el, 'button', /^(?:Change|Write|Edit|Add)/)
            .toSorted((a, b) => Number(nameOf(a).startsWith('Add')) - Number(nameOf(b).startsWith('Add')))
            .slice(0, 2)
            .forEach((button) => button.click());
          await settled();
          for (const field of allShown<HTMLInputElement>(
            el,
            'textarea, input:is([type=text], [type=search], :not([type]))',
          )) {
            const attack = ALL_ATTACKS[((typed += 1) * STRIDE) % ALL_ATTACKS.length] ?? '';
            count.add(CLASS_OF.get(attack) ?? '', 0, 1);
            field.value = short(attack);
            field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
          }
          await settled();
          wrong.push(...strayIn(el));
          if (typed === before && !tools.length) {
            throw new Error(`no field: ${allByRole(el, 'button').map(nameOf).join(' | ')}`);
          }
        }
        pageSession().apply((state) => ({ ...state, lists: attacked(FULL, 1, count).lists }));
        await settled();
        for (const button of allByRole<HTMLButtonElement>(
          el,
          'button',
          /^(?:Print|Copy|Save|Add .* calendar|Download)/,
        )) {
          button.click();
          await settled();
        }
        look(el);
        if (tag === 'contingency-planner') {
          await waitUntil(() => prints.sheets.length > 0, 'nothing printed');
        }
        const onPaper = prints.sheets
          .flatMap(({ tags }) => tags)
          .filter((name) => !/^(?:h1|h2|p|strong|ul|li)$/.test(name));
        wrong.push(...onPaper.map((name) => `<${name}> on paper`));
        for (const { name, text: content } of downloads.files) {
          if (!name.endsWith('.ics')) continue;
          const lines = (await content).split(/\r\n|\r|\n/);
          if (lines.some((line) => line.startsWith('ATTENDEE'))) wrong.push('a calendar with lines of its own');
        }
      } finally {
        copies.restore();
        downloads.restore();
        prints.restore();
      }
      expect(typed - first).to.be.above(9);
      await expectNothing();
    });
  }
});
