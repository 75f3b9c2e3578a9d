/** What can turn while a visitor is on the way to a center: danger, the page's settings, the page itself. */
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import { CrisisHelpBar } from '../../src/elements/crisis-help-bar/crisis-help-bar.js';
import type { CenterContact } from '../../src/elements/center-contact/center-contact.js';
import { pageNotes } from '../../src/elements/shared/page-notes.js';
import { pageSession } from '../../src/session/session.js';
import { tickReason } from '../../src/session/transitions.js';
import { ask, fillIn, fillInCall, MAY_CONTACT, MAY_SHARE, onPage, SPONSOR, takeLeads, words } from './contact-page.js';
import { allByRole, byRole, click, ready, record, resetSession, settled } from './helpers.js';

/** A bar that goes nowhere. */
class KeptBar extends CrisisHelpBar {
  protected override navigate(): void {
    // The test stays.
  }
}
customElements.define('kept-bar', KeptBar);

const FORM = html`<form id="theirs">
  <input name="tel" data-fig="contact.phone" /><input type="hidden" name="message" data-fig="safe.message" />
</form>`;
const field = (name: string) => document.querySelector<HTMLInputElement>(`#theirs [name=${name}]`);
const unsafe = async () => {
  pageSession().apply((session) => ({ ...session, wizard: { ...session.wizard, cards: ['contact_unsafe'] } }));
  await settled();
};
const isOffered = (el: Element) => allByRole(el, 'button', 'Ask to be contacted').length > 0;

describe('<center-contact>: what can turn', () => {
  beforeEach(resetSession);

  it('takes a call out of the form again when contact turns out not to be safe', async () => {
    const el = await onPage(html`${FORM}<center-contact lead-form="#theirs" region="US"></center-contact>`);
    await ask(el);
    await fillInCall(el);
    await click(el, 'button', 'Fill in their form');
    expect(field('tel')?.value).to.equal('(555) 010-0199');
    await unsafe();
    expect([field('tel')?.value, field('message')?.value]).to.deep.equal(['', '']);
    expect(isOffered(el)).to.equal(true);
  });

  it('asks whether calls are safe where the form around asks for the number', async () => {
    const page = await fixture(html`<form><center-contact name="guide" region="US"></center-contact></form>`);
    const el = page.querySelector('center-contact') as CenterContact;
    Object.assign(el, SPONSOR);
    await ready(el);
    await unsafe();
    await ask(el);
    await click(el, 'checkbox', MAY_CONTACT);
    await click(el, 'button', 'Add to the form');
    expect(words(el)).to.contain('Choose a way to be reached.');
    await click(el, 'checkbox', /^I am sure no one else/);
    await click(el, 'button', 'Add to the form');
    expect([...new FormData(page as HTMLFormElement).keys()]).to.deep.equal(['guide-consent']);
  });

  it('forgets a lead that is on its way when everything is deleted', async () => {
    let pass: () => void = () => undefined;
    takeLeads((event) => event.respondWith(new Promise<void>((done) => (pass = done))));
    const el = await onPage();
    await ask(el);
    await fillIn(el, 'secret@example.com');
    await click(el, 'button', 'Send my request');
    pageNotes().deleteAll();
    await settled();
    pass();
    await settled();
    expect(words(el)).not.to.contain('secret@');
    expect(isOffered(el)).to.equal(true);
  });

  it('takes an answer that is no promise as one that came', async () => {
    takeLeads((event) => event.respondWith(undefined as unknown as Promise<unknown>));
    const el = await onPage();
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Send my request');
    expect(byRole(el, 'heading', 'Your request was sent')).to.exist;
  });

  it('asks again for the summary when there is more to share than was agreed to', async () => {
    const el = await onPage();
    pageSession().apply(tickReason('too_long', true));
    await ask(el, { summary: true });
    await click(el, 'checkbox', MAY_SHARE);
    pageSession().apply(tickReason('bad_place', true));
    await settled();
    expect(byRole<HTMLInputElement>(el, 'checkbox', MAY_SHARE).checked).to.equal(false);
    expect(words(el)).to.contain('your checks were cleared');
  });

  it('finds a form that a script brings later', async () => {
    const page = await fixture(html`<div><center-contact lead-form="#theirs" region="US"></center-contact></div>`);
    const el = page.querySelector('center-contact') as CenterContact;
    Object.assign(el, SPONSOR);
    await settled();
    await settled();
    expect(isOffered(el)).to.equal(false);
    page.append((await fixture<HTMLElement>(html`<div>${FORM}</div>`)).firstElementChild as Node);
    await waitUntil(() => isOffered(el), 'the form was not found', { timeout: 5000 });
  });

  it('follows its name, a fieldset that is disabled, and facts that go, in the form around it', async () => {
    const page = await fixture<HTMLFormElement>(
      html`<form>
        <fieldset><center-contact name="guide" region="US"></center-contact></fieldset>
      </form>`,
    );
    const el = page.querySelector('center-contact') as CenterContact;
    Object.assign(el, SPONSOR);
    await ready(el);
    const sent = () => [...new FormData(page).keys()];
    const agree = async () => {
      await ask(el);
      await click(el, 'checkbox', MAY_CONTACT);
      await click(el, 'button', 'Add to the form');
    };
    await agree();
    el.name = 'other';
    await settled();
    expect(sent()).to.deep.equal(['other-consent']);
    el.sponsorLicense = '';
    await settled();
    expect(sent()).to.deep.equal([]);
    el.sponsorLicense = SPONSOR.sponsorLicense;
    await settled();
    await agree();
    (page.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
    await settled();
    expect(sent()).to.deep.equal([]);
    expect(words(el)).not.to.contain('It is added to the form');
  });

  it('follows a center that is renamed, on every element of the page', async () => {
    const page = await fixture(html`
      <div>
        <center-contact lead="offer" region="US"></center-contact>
        <center-contact lead="offer" region="US"></center-contact>
      </div>
    `);
    const both = [...page.querySelectorAll('center-contact')];
    for (const el of both) Object.assign(el, SPONSOR);
    for (const el of both) await ready(el);
    for (const el of both) el.sponsorName = 'Rivertown North';
    await settled();
    await settled();
    expect(both.map(isOffered)).to.deep.equal([true, true]);
    (both[0] as CenterContact).sponsorName = 'Somebody Else';
    await settled();
    expect(both.map(isOffered)).to.deep.equal([false, true]);
  });
});

describe('notes on the device, in danger', () => {
  beforeEach(resetSession);
  afterEach(() => pageNotes().deleteAll());

  it('can be taken along from every screen for danger, also when the page leaves in a way of its own', async () => {
    const el = await fixture<KeptBar>(html`<kept-bar region="US"></kept-bar>`);
    await ready(el);
    pageNotes().save(30);
    expect(localStorage.length).to.equal(1);
    el.show('violence');
    await settled();
    await click(el, 'checkbox', /also delete what is saved here/);
    const left = record(el, 'fig-leave');
    el.addEventListener('fig-leave', (event) => event.preventDefault());
    await click(el, 'button', 'Leave quickly');
    expect(left.length).to.equal(1);
    expect(localStorage.length).to.equal(0);
  });
});
