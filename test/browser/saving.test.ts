import { expect, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import '../../src/define/center-contact.js';
import '../../src/define/contingency-planner.js';
import '../../src/define/failure-reason-checklist.js';
import '../../src/define/family-learning-library.js';
import '../../src/define/family-self-care-card.js';
import '../../src/define/progress-check-in.js';
import type { FamilySelfCareCard } from '../../src/elements/family-self-care-card/family-self-care-card.js';
import { pageNotes } from '../../src/elements/shared/page-notes.js';
import { NOTES_KEY } from '../../src/session/notes.js';
import { pageSession } from '../../src/session/session.js';
import { setCareNote } from '../../src/session/transitions.js';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  focused,
  mount,
  newVisit,
  record,
  resetSession,
  settled,
  type,
} from './helpers.js';

const CARD = html`<family-self-care-card region="US" save="offer"></family-self-care-card>`;
const words = (el: Element) => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';
const stored = () => localStorage.getItem(NOTES_KEY);
const write = (text: string) => pageSession().apply(setCareNote(text));

/** A card that offers to save, or says what is saved. */
async function card(template = CARD): Promise<FamilySelfCareCard> {
  const el = await mount<FamilySelfCareCard>(template);
  await waitUntil(() => el.shadowRoot?.querySelector('[part=saving]'), 'no saving', { timeout: 5000 });
  const box = el.shadowRoot?.querySelector<HTMLDetailsElement>('details[part=saving]');
  if (box) box.open = true;
  await settled();
  return el;
}
/** The page is read anew: only what is saved is left. */
async function reload(): Promise<FamilySelfCareCard> {
  fixtureCleanup();
  newVisit();
  return card();
}

describe('saving on the device', () => {
  beforeEach(resetSession);
  afterEach(() => {
    fixtureCleanup();
    resetSession();
  });

  it('is offered only where the page allows it, and writes nothing unasked', async () => {
    const plain = await mount(html`<family-self-care-card region="US"></family-self-care-card>`);
    const separate = await mount(
      html`<family-self-care-card region="US" save="offer" session="separate"></family-self-care-card>`,
    );
    const el = await card();
    write('Secret');
    await settled();
    for (const other of [plain, separate]) expect(allByRole(other, 'button', 'Save on this device')).to.deep.equal([]);
    expect(byRole(el, 'button', 'Save on this device')).to.exist;
    expect(words(el)).to.contain('Anyone who can use this browser can read it.');
    expect(localStorage.length).to.equal(0);
    await expectAccessible(el);
  });

  it('saves for the days that were picked, opens in a new visit, and deletes everything', async () => {
    const el = await card();
    write('Mine');
    expect(byRole<HTMLInputElement>(el, 'radio', '30 days').checked).to.equal(true);
    await click(el, 'radio', '7 days');
    await click(el, 'button', 'Save on this device');
    expect(JSON.parse(stored() ?? '')).to.deep.include({ days: 7 });
    expect((focused() as Element).textContent).to.match(/^\s*Saved on this device until /);
    await expectAccessible(el);

    const later = await reload();
    expect(words(later)).to.contain('There are notes on this device').and.not.to.contain('Mine');
    expect(pageSession().state.care.note).to.equal('');
    await expectAccessible(later);
    await click(later, 'button', 'Open my notes');
    await waitUntil(() => pageSession().state.care.note === 'Mine', 'not opened', { timeout: 5000 });
    await settled();
    expect(byRole<HTMLInputElement>(later, 'radio', '7 days').checked).to.equal(true);
    await click(later, 'button', 'Delete everything');
    expect(localStorage.length).to.equal(0);
    expect(pageSession().state.care.note).to.equal('');
    expect(words(later)).to.contain('What was saved here and written on this page is deleted.');
    await expectAccessible(later);
  });

  it('asks which to keep when another tab has changed them too', async () => {
    const el = await card();
    write('Mine');
    await click(el, 'button', 'Save on this device');
    const theirs = (stored() ?? '').replace('"Mine"', '"Theirs"');
    write('Mine, more');
    localStorage.setItem(NOTES_KEY, theirs);
    window.dispatchEvent(new StorageEvent('storage', { key: NOTES_KEY }));
    await settled();
    expect(words(el)).to.contain('changed in another tab');
    expect(stored()).to.equal(theirs);
    await expectAccessible(el);
    await click(el, 'button', 'Keep this page and replace the others');
    expect(stored()).to.contain('Mine, more');
    expect(words(el)).not.to.contain('changed in another tab');
  });

  it('says once that the browser blocks it, however many elements offer it', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    });
    try {
      const errors = record(window, 'fig-error');
      const el = await card();
      await card();
      write('On the screen');
      await click(el, 'button', 'Save on this device');
      expect(errors.map(({ detail }) => detail.code)).to.deep.equal(['storage-blocked']);
      expect(words(el)).to.contain('This browser does not let us save.');
      expect(pageSession().state.care.note).to.equal('On the screen');
      await expectAccessible(el);
    } finally {
      Object.defineProperty(window, 'localStorage', own);
    }
  });

  it('speaks Spanish', async () => {
    const el = await card(html`<family-self-care-card region="US" save="offer" locale="es"></family-self-care-card>`);
    pageNotes().save(30);
    await settled();
    expect(words(el)).not.to.match(/Save on|Saved on|Delete everything|days/);
    await expectAccessible(el);
  });
});

describe('deleting everything', () => {
  beforeEach(resetSession);
  afterEach(() => {
    fixtureCleanup();
    resetSession();
  });

  const SECRET = 'SECRET';
  /** All that can be read or is typed anywhere on the page, inside whatever shadow roots. */
  const everything = (root: ParentNode): string =>
    [...root.querySelectorAll('*')]
      .map((node) => {
        const value = (node as HTMLInputElement).value as unknown;
        return `${typeof value === 'string' ? value : ''} ${node.shadowRoot ? `${node.shadowRoot.textContent} ${everything(node.shadowRoot)}` : ''}`;
      })
      .join(' ');
  const typeIn = async (el: Element, name: string | RegExp) => {
    await type(el, 'textbox', name, SECRET);
    expect(everything(document)).to.contain(SECRET);
  };
  const deleteAll = async () => {
    pageNotes().deleteAll();
    await settled();
    await settled();
    expect(everything(document)).not.to.contain(SECRET);
  };

  it('takes a row of the plan along that was not kept yet', async () => {
    const el = await mount(html`<contingency-planner region="US"></contingency-planner>`);
    await click(el, 'button', 'Write our own');
    await typeIn(el, 'If this happens');
    await deleteAll();
    await click(el, 'button', 'Who does what');
    await waitUntil(() => allByRole(el, 'heading', 'Who does what').length, 'no tool', { timeout: 5000 });
  });

  it('takes a look back and a small win along', async () => {
    const el = await mount(html`<progress-check-in region="US"></progress-check-in>`);
    await typeIn(el, /What helped/);
    await deleteAll();
    await click(el, 'button', 'Add a small win');
    await typeIn(el, 'What went well?');
    await deleteAll();
  });

  it('takes a sheet of looking back together along', async () => {
    const el = await mount(html`<failure-reason-checklist region="US"></failure-reason-checklist>`);
    await click(el, 'button', 'Start looking back');
    await waitUntil(() => allByRole(el, 'button', /sheet/i).length, 'no sheets', { timeout: 5000 });
    await click(el, 'button', /Add a sheet/);
    await typeIn(el, /Nickname/);
    await deleteAll();
  });

  it('takes what was searched for along', async () => {
    const el = await mount(html`<family-learning-library region="US"></family-learning-library>`);
    const field = el.shadowRoot?.querySelector<HTMLInputElement>('input[type=search]') as HTMLInputElement;
    field.value = SECRET;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    await deleteAll();
  });

  it('takes a message to the center along, and what was filled in or added for it', async () => {
    const el = await mount(html`
      <center-contact
        region="US"
        lead="offer"
        sponsor-name="Rivertown"
        sponsor-phone="(555) 010-0123"
        sponsor-license="No. 1"
        sponsor-paid-by="Rivertown"
        sponsor-privacy-url="https://rivertown.example/p"
        sponsor-health-data-url="https://rivertown.example/h"
      ></center-contact>
    `);
    await click(el, 'button', 'Ask to be contacted');
    await typeIn(el, /First name/);
    await deleteAll();
    expect(byRole(el, 'button', 'Ask to be contacted').checkVisibility()).to.equal(true);
  });
});
