import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/family-self-care-card.js';
import type { CrisisHelpBar } from '../../src/elements/crisis-help-bar/crisis-help-bar.js';
import { pageNotes } from '../../src/elements/shared/page-notes.js';
import { NOTES_KEY } from '../../src/session/notes.js';
import { pageSession } from '../../src/session/session.js';
import { setNote } from '../../src/session/transitions.js';
import { allByRole, allShown, click, expectAccessible, mount, ready, resetSession, said, settled } from './helpers.js';

let targets: string[];

/** A bar that goes nowhere, so that the test can outlive it. */
async function bar(template = html`<crisis-help-bar region="US"></crisis-help-bar>`): Promise<CrisisHelpBar> {
  const el = await mount<CrisisHelpBar>(template);
  stay(el);
  return el;
}
const stay = (el: Element) =>
  Object.assign(el, { navigate: (target: string) => void targets.push(`${el.localName} ${target}`) });

let now = 1000;
const fire = (event: Event, at: number) => {
  Object.defineProperty(event, 'timeStamp', { value: at });
  window.dispatchEvent(event);
};
const key = (type: 'keydown' | 'keyup', name: string, at = now, repeat = false) =>
  fire(new KeyboardEvent(type, { key: name, repeat }), at);
/** Presses Shift and lets it go. */
async function shift(at = now): Promise<void> {
  key('keydown', 'Shift', at);
  key('keyup', 'Shift', at);
  await settled();
}

describe('leaving quickly with the Shift key', () => {
  beforeEach(() => {
    resetSession();
    targets = [];
    now += 100_000;
  });

  it('takes three presses, and says so before the last', async () => {
    const el = await bar();
    await shift();
    expect(said(el)).to.equal('');
    await shift();
    expect(said(el)).to.equal('Press Shift once more to leave.');
    expect(targets).to.deep.equal([]);
    await shift();
    expect(targets).to.deep.equal(['crisis-help-bar https://www.google.com/']);
    await shift();
    expect(targets).to.have.lengthOf(1); // the count begins anew
  });

  it('leaves nothing from a preview, such as in an editor, nor covers it', async () => {
    const box = await fixture(
      html`<div inert data-fig-preview><family-self-care-card region="US" events="off"></family-self-care-card></div>`,
    );
    const card = box.querySelector('family-self-care-card');
    if (!card) throw new Error('There is no card.');
    await ready(card);
    const preview = card.shadowRoot?.querySelector('crisis-help-bar');
    if (!preview) throw new Error('The card has no help bar.');
    await ready(preview);
    stay(preview);
    for (let press = 0; press < 3; press += 1) await shift();
    preview.shadowRoot?.querySelector<HTMLElement>('.leave')?.click();
    expect(targets).to.deep.equal([]);
    expect(said(preview)).to.equal('');
    expect(Boolean(preview.shadowRoot?.querySelector('dialog')?.open)).to.be.false;

    await bar(); // one that is meant comes later, and is heard
    for (let press = 0; press < 3; press += 1) await shift();
    expect(targets).to.deep.equal(['crisis-help-bar https://www.google.com/']);
  });

  it('is heard while the page is inert, as when a menu is open', async () => {
    const box = await fixture(html`<div inert><crisis-help-bar region="US"></crisis-help-bar></div>`);
    const el = box.firstElementChild as CrisisHelpBar;
    await ready(el);
    stay(el);
    for (let press = 0; press < 3; press += 1) await shift();
    expect(targets).to.have.lengthOf(1);
  });

  it('takes them within five seconds', async () => {
    await bar();
    for (const at of [0, 2500, 5000]) await shift(now + at);
    expect(targets).to.deep.equal([]);
    await shift(now + 7400); // 2500, 5000 and 7400 are near enough
    expect(targets).to.have.lengthOf(1);
  });

  it('is not mistaken for capital letters, a held key, or the pointer', async () => {
    await bar();
    const others: readonly (() => void)[] = [
      () => {
        key('keydown', 'Shift');
        key('keydown', 'A');
        key('keyup', 'A');
        key('keyup', 'Shift');
      },
      () => key('keydown', 'Tab'),
      () => fire(new PointerEvent('pointerdown'), now),
    ];
    for (const other of others) {
      await shift();
      await shift();
      other();
      await shift();
      await shift();
      expect(targets).to.deep.equal([]);
      key('keydown', 'Escape'); // begin anew
    }
    key('keydown', 'Shift');
    for (let i = 0; i < 5; i += 1) key('keydown', 'Shift', now, true);
    key('keyup', 'Shift');
    await settled();
    expect(targets).to.deep.equal([]); // once
  });

  it('is done once where there are two bars, and by the other when the first is gone', async () => {
    const [first, second] = [await bar(), await bar()];
    for (let i = 0; i < 3; i += 1) await shift();
    expect(targets).to.have.lengthOf(1);
    first.remove();
    for (let i = 0; i < 3; i += 1) await shift();
    expect(targets).to.have.lengthOf(2);
    second.remove();
    for (let i = 0; i < 3; i += 1) await shift();
    expect(targets).to.have.lengthOf(2);
  });
});

describe('the words on leaving quickly', () => {
  beforeEach(() => {
    resetSession();
    targets = [];
  });
  const notes = (el: Element) => allShown(el, '.leave-note');

  it('stand there once before they are needed, and say what leaving does not hide', async () => {
    const [a, b] = [
      await bar(html`<crisis-help-bar region="US" leave-target="https://www.example.org/x"></crisis-help-bar>`),
      await bar(),
    ];
    expect(notes(a)).to.have.lengthOf(1);
    expect(notes(a)[0]?.innerText)
      .to.contain('example.org')
      .and.to.contain('Your browser history will still show this page.');
    expect(notes(b)).to.deep.equal([]);
    await expectAccessible(a);
  });

  it('are put away for all, and come back with the next visit', async () => {
    const card = await mount(html`<family-self-care-card region="US"></family-self-care-card>`);
    const other = await bar();
    expect(notes(card)).to.have.lengthOf(1);
    expect(notes(other)).to.deep.equal([]);
    await click(card, 'button', 'Got it');
    expect([...notes(card), ...notes(other)]).to.deep.equal([]);
    card.remove();
    await settled();
    expect(notes(other)).to.deep.equal([]);
    fixtureCleanup();
    resetSession();
    expect(notes(await bar())).to.have.lengthOf(1);
  });

  it('can be read again in the panel, in Spanish too', async () => {
    const el = await bar(html`<crisis-help-bar region="US" locale="es"></crisis-help-bar>`);
    await expectAccessible(el);
    await click(el, 'button', allByRole(el, 'button').map((one) => one.textContent?.trim() ?? '')[0] ?? '');
    expect(el.shadowRoot?.textContent).to.contain('google.com').and.not.to.contain('Shift key');
    await expectAccessible(el);
  });
});

describe('deleting when leaving', () => {
  beforeEach(() => {
    resetSession();
    targets = [];
  });
  afterEach(resetSession);
  const DELETE = 'When I tap “Leave quickly”, also delete what is saved here';

  it('is offered only where something is saved, and not checked', async () => {
    const el = await bar();
    await click(el, 'button', 'Get help now');
    expect(allByRole(el, 'checkbox', DELETE)).to.deep.equal([]);
    pageSession().apply(setNote('Secret'));
    pageNotes().save(30);
    el.requestUpdate();
    await settled();
    const [box] = allByRole<HTMLInputElement>(el, 'checkbox', DELETE);
    expect(box?.checked).to.equal(false);
    await expectAccessible(el);
    await click(el, 'button', 'Leave quickly');
    expect(targets).to.have.lengthOf(1);
    expect(localStorage.getItem(NOTES_KEY)).to.contain('Secret');
  });

  it('is done before the page is left, if the visitor wants it', async () => {
    pageSession().apply(setNote('Secret'));
    pageNotes().save(30);
    const el = await bar();
    await click(el, 'button', 'Get help now');
    await click(el, 'checkbox', DELETE);
    await click(el, 'button', 'Leave quickly');
    expect(targets).to.have.lengthOf(1);
    expect(localStorage.getItem(NOTES_KEY)).to.equal(null);
    expect(pageSession().state.note).to.equal('');
  });
});
