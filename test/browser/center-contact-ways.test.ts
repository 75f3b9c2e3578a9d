import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/failed-intervention-guide.js';
import type { CenterContact } from '../../src/elements/center-contact/center-contact.js';
import type { FailedInterventionGuide } from '../../src/elements/failed-intervention-guide/failed-intervention-guide.js';
import {
  ask,
  boxes,
  CENTER,
  errorsShown,
  fillIn,
  fillInCall,
  focusName,
  MAY_CONTACT,
  MAY_SHARE,
  onPage,
  picked,
  REASON,
  silentOnPage,
  SPONSOR,
  takeLeads,
  words,
} from './contact-page.js';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  focused,
  nameOf,
  ready,
  record,
  resetSession,
  settled,
  type,
  warnings,
} from './helpers.js';

describe('<center-contact>: the form of the page', () => {
  beforeEach(resetSession);

  const withForm = (attributes = html`<center-contact lead-form="#theirs" region="US"></center-contact>`) =>
    onPage(html`
      <form id="theirs">
        <label>Name <input name="who" data-fig="contact.name" /></label>
        <label>Email <input name="mail" required /></label>
        <label>Notes <textarea name="notes" data-fig="summary"></textarea></label>
        <input type="hidden" name="proof" data-fig="consent.record" />
        <label>I agree <input type="checkbox" name="agree" data-fig="consent.contact" /></label>
        <button>Send</button>
      </form>
      ${attributes}
    `);
  const field = (name: string) => document.querySelector<HTMLInputElement>(`#theirs [name=${name}]`);
  const NAMED = html`<center-contact
    lead-form="#theirs"
    lead-fields="contact.email: mail"
    region="US"
  ></center-contact>`;

  it('is filled in once the visitor agreed, and sent by nobody but them', async () => {
    picked();
    const el = await withForm(NAMED);
    const sent = record(document, 'submit');
    await ask(el, { summary: true });
    expect(words(el)).to.contain('Fill this in first. Then check the form of the center');
    expect(allByRole(el, 'radio').map(nameOf)).to.deep.equal(['An email']); // the form has no field for a phone or a topic
    await fillIn(el);
    await type(el, 'textbox', /^First name/, 'Jo');
    await click(el, 'checkbox', MAY_SHARE);
    expect(field('mail')?.value).to.equal('');
    await click(el, 'button', 'Fill in their form');
    expect(field('mail')?.value).to.equal('jo@example.com');
    expect(field('who')?.value).to.equal('Jo');
    expect(field('notes')?.value.split('\n')).to.include(REASON);
    expect(JSON.parse(field('proof')?.value ?? '')).to.deep.include({ center: CENTER, locale: 'en' });
    expect(field('agree')?.checked).to.equal(false);
    expect(sent).to.deep.equal([]);
    expect(words(el)).to.contain('Nothing is sent yet.');
    await expectAccessible(el);
    await click(el, 'button', 'Go to the form');
    expect((focused() as HTMLButtonElement).textContent).to.equal('Send');
  });

  it('can be taken by the page all the same, which gets the event first', async () => {
    const el = await withForm(NAMED);
    takeLeads();
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Fill in their form');
    expect(words(el)).to.contain('Your request was sent');
    expect(field('mail')?.value).to.equal('');
  });

  it('is emptied again of what was filled in when the visitor takes it back', async () => {
    const el = await withForm(NAMED);
    await ask(el);
    await fillIn(el);
    await type(el, 'textbox', /^First name/, 'Jo');
    await click(el, 'button', 'Fill in their form');
    (field('who') as HTMLInputElement).value = 'Joanna'; // the visitor's own hand
    await click(el, 'button', 'Cancel my permission');
    expect(field('mail')?.value).to.equal('');
    expect(field('proof')?.value).to.equal('');
    expect(field('who')?.value).to.equal('Joanna');
  });

  it('keeps nothing in hidden fields when it is reset, and the visitor can begin anew', async () => {
    const el = await withForm(NAMED);
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Fill in their form');
    document.querySelector<HTMLFormElement>('#theirs')?.reset();
    await settled();
    expect(field('proof')?.value).to.equal('');
    expect(byRole(el, 'button', 'Ask to be contacted')).to.exist;
    await ask(el);
    expect(boxes(el).some(({ checked }) => checked)).to.equal(false);
  });

  it('is emptied, and asked for anew, when what was agreed to reads otherwise', async () => {
    const el = await withForm(NAMED);
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Fill in their form');
    el.sponsorName = 'Hillside';
    await settled();
    expect(field('mail')?.value).to.equal('');
    expect(field('proof')?.value).to.equal('');
    expect(errorsShown(el)).to.deep.equal([
      'These words have changed, so your checks were cleared. Please read them and choose again.',
    ]);
    expect(boxes(el).some(({ checked }) => checked)).to.equal(false);
  });

  it('can stand in the slot, and is shown once it is filled in', async () => {
    const el = await onPage(html`
      <center-contact region="US">
        <form slot="lead-form" id="theirs">
          <label>Phone <input name="tel" data-fig="contact.phone" /></label>
          <input type="hidden" name="safe" data-fig="safe.message" /><button>Send</button>
        </form>
      </center-contact>
    `);
    const form = el.querySelector('form') as HTMLFormElement;
    expect(form.checkVisibility()).to.equal(false);
    await ask(el);
    await fillInCall(el);
    await click(el, 'button', 'Fill in their form');
    expect(form.checkVisibility()).to.equal(true);
    expect(field('tel')?.value).to.equal('(555) 010-0199');
    expect(focusName()).to.equal('Their form is filled in');
    await expectAccessible(el);
  });

  it('is asked for no way to reach anyone when it has no field for one', async () => {
    const el = await onPage(html`
      <form id="theirs"><input type="hidden" name="proof" data-fig="consent.record" /><button>Send</button></form>
      <center-contact lead-form="#theirs" region="US"></center-contact>
    `);
    await ask(el);
    expect(allByRole(el, 'radio')).to.deep.equal([]);
    expect(allByRole(el, 'textbox')).to.deep.equal([]);
    await click(el, 'checkbox', MAY_CONTACT);
    await click(el, 'button', 'Fill in their form');
    expect(field('proof')?.value).to.contain(CENTER);
  });

  it('that is not there is said to the page, and nothing is offered', async () => {
    for (const selector of ['#no-such-form', '<<', 'p']) {
      const { el, errors } = await silentOnPage(
        html`<p></p>
          <center-contact lead-form=${selector} region="US"></center-contact>`,
      );
      expect(allByRole(el, 'heading'), selector).to.deep.equal([]);
      expect(
        errors.map(({ detail }) => detail.code),
        selector,
      ).to.deep.equal(['lead-form-missing']);
    }
  });

  it('hears of names in lead-fields that there are none of', async () => {
    const errors = record(window, 'fig-error');
    await withForm(
      html`<center-contact
        lead-form="#theirs"
        lead-fields="contact.fax: fax; contact.email: mail"
        region="US"
      ></center-contact>`,
    );
    expect(errors.map(({ detail }) => [detail.code, detail.issues])).to.deep.equal([
      ['lead-fields-unknown', ['contact.fax: fax']],
    ]);
  });
});

describe('<center-contact>: inside a form', () => {
  beforeEach(resetSession);

  const inside = () =>
    onPage(html`<form id="around"><center-contact name="notes" region="US"></center-contact></form>`);
  const form = () => document.querySelector('#around') as HTMLFormElement;
  const data = () => Object.fromEntries(new FormData(form()).entries());

  async function agreed(): Promise<CenterContact> {
    picked();
    const el = await inside();
    await ask(el, { summary: true });
    await click(el, 'checkbox', MAY_CONTACT);
    await click(el, 'checkbox', MAY_SHARE);
    expect(data()).to.deep.equal({});
    await click(el, 'button', 'Add to the form');
    return el;
  }

  it('goes along with it, under its name, once agreed to', async () => {
    const el = await agreed();
    const { notes, 'notes-consent': consent } = data();
    expect(String(notes).split(/\r?\n/)).to.include(REASON);
    expect(JSON.parse(String(consent))).to.deep.include({ center: CENTER });
    expect(JSON.stringify(data())).not.to.contain('SECRET');
    expect(words(el)).to.contain('This goes to the center when you send the form.');
    expect(allByRole(el, 'textbox')).to.deep.equal([]);
    await expectAccessible(el);
  });

  it('is taken out when the visitor takes it back', async () => {
    const el = await agreed();
    await click(el, 'button', 'Cancel my permission');
    expect(data()).to.deep.equal({});
  });

  it('is taken out when the form is reset, and is offered anew', async () => {
    const el = await agreed();
    form().reset();
    await settled();
    expect(data()).to.deep.equal({});
    expect(byRole(el, 'button', 'Ask to be contacted')).to.exist;
  });

  it('is taken out when the words change', async () => {
    const el = await agreed();
    el.sponsorName = 'Hillside';
    await settled();
    expect(data()).to.deep.equal({});
    expect(byRole(el, 'form')).to.exist;
  });

  it('comes back with what the browser kept, and not with what is damaged or of other words', async () => {
    await agreed();
    const { notes, 'notes-consent': record_ } = data();
    const consent = JSON.parse(String(record_)) as object;
    const kept = JSON.stringify({ consent, summary: String(notes).split(/\r?\n/) });
    for (const el of document.querySelectorAll('center-contact')) el.remove();

    const el = await inside();
    el.formStateRestoreCallback(kept);
    await settled();
    const back = new FormData(el.closest('form') as HTMLFormElement);
    expect(back.get('notes')).to.equal(String(notes));
    expect(words(el)).to.contain('It is added to the form');

    for (const state of [
      'damaged',
      'null',
      '{}',
      null,
      JSON.stringify({ consent: { ...consent, boxes: 1 } }),
      JSON.stringify({ consent: { ...consent, givenAt: 'once' } }),
      JSON.stringify({ consent: { ...consent, center: 'Hillside' }, summary: [] }),
    ]) {
      const other = await inside();
      other.formStateRestoreCallback(state);
      await settled();
      const form_ = other.closest('form') as HTMLFormElement;
      expect([...new FormData(form_).keys()], String(state)).to.deep.equal([]);
    }
  });

  it('follows the form it is put into', async () => {
    const { el } = await silentOnPage(
      html`<form id="around"></form>
        <center-contact name="n" region="US"></center-contact>`,
    );
    expect(allByRole(el, 'heading')).to.deep.equal([]);
    form().append(el);
    await ready(el);
    expect(byRole(el, 'button', 'Ask to be contacted')).to.exist;
  });
});

describe('<center-contact>: in the guide', () => {
  beforeEach(resetSession);

  const guide = async (
    template = html`<failed-intervention-guide region="US" lead="offer"></failed-intervention-guide>`,
  ) => {
    const page = await fixture(html`<div>${template}</div>`);
    const el = page.querySelector('failed-intervention-guide') as FailedInterventionGuide;
    Object.assign(el, SPONSOR);
    await ready(el);
    return el;
  };
  const contactIn = (el: Element) => el.shadowRoot?.querySelector('center-contact') as CenterContact;
  const atSummary = async (el: FailedInterventionGuide) => {
    el.show('summary');
    await waitUntil(() => contactIn(el)?.shadowRoot?.querySelector('#title'), 'no contact', { timeout: 5000 });
    await settled();
  };

  it('comes with the summary, after everything else, and never before', async () => {
    const el = await guide();
    await waitUntil(() => contactIn(el), 'it is not fetched ahead', { timeout: 5000 });
    await settled();
    expect(allByRole(el, 'heading', `Ask ${CENTER} to contact you`).length).to.equal(0);
    el.show('plan');
    await settled();
    expect(allByRole(el, 'heading', `Ask ${CENTER} to contact you`).length).to.equal(0);
    await atSummary(el);
    expect(byRole(el, 'heading', `Ask ${CENTER} to contact you`)).to.exist;
    await expectAccessible(el);
  });

  it('complains of nothing when it leaves the page together with the guide, and is there when that comes back', async () => {
    const el = await guide();
    await atSummary(el);
    const errors = record(el, 'fig-error');
    const heard = await warnings(async () => {
      const page = el.parentElement as HTMLElement;
      el.remove();
      await settled();
      contactIn(el).requestUpdate();
      await settled();
      page.append(el);
      await settled();
    });
    expect(heard).to.deep.equal([]);
    expect(errors).to.have.lengthOf(0);
    expect(byRole(el, 'heading', `Ask ${CENTER} to contact you`)).to.exist;
  });

  it('is not downloaded where the page says no way', async () => {
    const el = await guide(html`<failed-intervention-guide region="US"></failed-intervention-guide>`);
    el.show('summary');
    await waitUntil(() => words(el).length > 0 && allByRole(el, 'heading').length > 1);
    await settled();
    expect(contactIn(el) === null).to.equal(true); // a comparison of elements could not be reported
  });

  it('fills in the form in the slot of the guide', async () => {
    const el = await guide(html`
      <failed-intervention-guide region="US">
        <form slot="lead-form"><input name="mail" data-fig="contact.email" /><button>Send</button></form>
      </failed-intervention-guide>
    `);
    await atSummary(el);
    const contact = contactIn(el);
    await ask(contact);
    await fillIn(contact);
    await click(contact, 'button', 'Fill in their form');
    const input = el.querySelector('input') as HTMLInputElement;
    expect(input.value).to.equal('jo@example.com');
    expect(input.checkVisibility()).to.equal(true);
  });

  it('contributes to the form around the guide', async () => {
    const el = await guide(html`
      <form id="around"><failed-intervention-guide name="notes" region="US"></failed-intervention-guide></form>
    `);
    await atSummary(el);
    const contact = contactIn(el);
    await ask(contact);
    await click(contact, 'checkbox', MAY_CONTACT);
    await click(contact, 'button', 'Add to the form');
    expect([...new FormData(el.closest('form') as HTMLFormElement).keys()]).to.deep.equal(['notes-consent']);
  });
});
