import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/failed-intervention-guide.js';
import { PASS_ON_WITHIN_MS, passedOn } from '../../src/elements/center-contact/stages.js';
import type { FigLeadEvent, FigLeadWithdrawEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
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
  MAY_TEXT,
  onPage,
  picked,
  REASON,
  silentOnPage,
  SPONSOR,
  takeLeads,
  words,
} from './contact-page.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  catchCopies,
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
  wholeBundle,
} from './helpers.js';

const send = (el: Element) => click(el, 'button', 'Send my request');
const leadOf = ({ detail: { version: _v, element: _e, instance: _i, ...lead } }: FigLeadEvent) => lead;

function unsafe(): void {
  pageSession().apply((session) => ({ ...session, wizard: { ...session.wizard, cards: ['contact_unsafe'] } }));
}

describe('<center-contact>: the offer', () => {
  beforeEach(resetSession);

  it('is not made where the page says no way, and nothing is wrong with that', async () => {
    for (const template of [
      html`<center-contact region="US"></center-contact>`,
      html`<center-contact region="US" lead="off" lead-form="form"></center-contact>`,
      html`<center-contact region="US" name="notes"></center-contact>`, // in no form
    ]) {
      const { el, errors } = await silentOnPage(template);
      expect(allByRole(el, 'heading')).to.deep.equal([]);
      expect(allByRole(el, 'button', 'Ask to be contacted')).to.deep.equal([]);
      expect(errors).to.deep.equal([]);
    }
  });

  for (const [fact, attribute] of [
    ['sponsorName', 'sponsor-name'],
    ['sponsorPhone', 'sponsor-phone'],
    ['sponsorLicense', 'sponsor-license'],
    ['sponsorPaidBy', 'sponsor-paid-by'],
    ['sponsorPrivacyUrl', 'sponsor-privacy-url'],
    ['sponsorHealthDataUrl', 'sponsor-health-data-url'],
  ]) {
    it(`is not made without ${attribute}, and the page is told once`, async () => {
      const { el, errors } = await silentOnPage(html`<center-contact lead="offer" region="US"></center-contact>`, {
        ...SPONSOR,
        [fact as string]: '',
      });
      el.requestUpdate();
      await settled();
      expect(allByRole(el, 'heading')).to.deep.equal([]);
      expect(errors.map(({ detail }) => [detail.code, detail.issues])).to.deep.equal([
        ['sponsor-incomplete', [`${attribute} is empty`]],
      ]);
      Object.assign(el, SPONSOR);
      await ready(el);
      expect(byRole(el, 'heading', `Ask ${CENTER} to contact you`)).to.exist;
      expect(errors).to.have.lengthOf(1);
    });
  }

  it('is not made where there is no neutral place to look for others', async () => {
    const { el, errors } = await silentOnPage(html`<center-contact lead="offer"></center-contact>`);
    expect(allByRole(el, 'heading')).to.deep.equal([]);
    expect(errors.map(({ detail }) => detail.code)).to.deep.equal(['sponsor-incomplete']);
    el.region = 'US';
    await ready(el);
    expect(byRole(el, 'button', 'Ask to be contacted')).to.exist;
  });

  it('says who it is, who pays, and where else to look; the office looks like no crisis line', async () => {
    const el = await onPage();
    const links = allByRole<HTMLAnchorElement>(el, 'link').map((link) => [link.getAttribute('href'), link.className]);
    const hrefs = links.map(([href]) => href);
    expect(hrefs).to.include.members([
      'tel:911', // public lines come first
      'tel:555-010-0123',
      SPONSOR.sponsorPrivacyUrl,
      SPONSOR.sponsorHealthDataUrl,
    ]);
    expect(hrefs.indexOf('tel:911')).to.be.below(hrefs.indexOf('tel:555-010-0123'));
    expect(hrefs.some((href) => href?.startsWith('https://findtreatment.gov'))).to.equal(true);
    expect(links.find(([href]) => href === 'tel:555-010-0123')?.[1]).not.to.contain('urgent');
    expect(words(el))
      .to.contain(`License: ${SPONSOR.sponsorLicense}`)
      .and.to.contain(`This tool is paid for by: ${SPONSOR.sponsorPaidBy}`)
      .and.to.contain('This is not a crisis line.')
      .and.to.contain('You do not have to do this to get help.');
    expect(allByRole(el, 'textbox')).to.deep.equal([]); // nothing is asked before the visitor wants it
    await expectAccessible(el);
  });

  it('can be declined with a button of the same size, and comes back only if the visitor wants it', async () => {
    const el = await onPage();
    const [yes, no] = ['Ask to be contacted', 'Not now'].map((name) => byRole(el, 'button', name));
    const size = (button?: HTMLElement) => {
      const { width, height } = button?.getBoundingClientRect() ?? {};
      return [width, height, button && getComputedStyle(button).fontSize];
    };
    expect(size(no)).to.deep.equal(size(yes));
    const heard = record(window, ...ALL_EVENTS);
    no?.click();
    await settled();
    expect(focusName()).to.equal('That is fine. You do not need this to get help.');
    expect(heard).to.deep.equal([]);
    await expectAccessible(el);
    await ask(el);
    expect(byRole(el, 'form')).to.exist;
  });
});

describe('<center-contact>: the form', () => {
  beforeEach(resetSession);

  it('has nothing filled in and nothing checked', async () => {
    picked();
    const el = await onPage();
    await ask(el, { summary: true });
    expect(focusName()).to.equal('How can they reach you?');
    expect(boxes(el).map(({ checked }) => checked)).to.deep.equal([false, false]);
    expect(allByRole<HTMLInputElement>(el, 'radio').filter(({ checked }) => checked)).to.deep.equal([]);
    expect(allByRole<HTMLInputElement>(el, 'textbox').map(({ value }) => value)).to.deep.equal(['']);
    await click(el, 'radio', 'A phone call');
    expect(boxes(el).map(({ checked }) => checked)).to.deep.equal([false, false, false]);
    await expectAccessible(el);
  });

  it('says what is wrong at each field, and puts the focus on the first', async () => {
    const el = await onPage();
    const leads = takeLeads();
    await ask(el);
    await send(el);
    expect(errorsShown(el)).to.deep.equal([
      'Please look at this again',
      'Choose a way to be reached.',
      'Check this box if you agree. Without it, we cannot go on.',
    ]);
    expect(focusName()).to.equal('How do you want to be reached?');
    await click(el, 'radio', 'A phone call');
    await send(el);
    expect(errorsShown(el)).to.include.members(['Enter your phone number.', 'Choose yes or no.']);
    expect(focusName()).to.equal('Your phone number');
    expect(focused()?.getAttribute('aria-invalid')).to.equal('true');
    await type(el, 'textbox', 'Your phone number', '12');
    await click(byRole(el, 'group', 'Is it safe to call you?'), 'radio', 'No');
    await send(el);
    expect(errorsShown(el)).to.include.members([
      'Enter a phone number with 7 to 15 digits.',
      'Choose another way to be reached, one that is safe for you.',
    ]);
    await expectAccessible(el);
    await click(el, 'radio', 'An email');
    await type(el, 'textbox', 'Your email address', 'jo@');
    await send(el);
    expect(errorsShown(el)).to.include('Enter an email address like name@example.com.');
    expect(focusName()).to.equal('Your email address');
    await type(el, 'textbox', 'Your email address', 'jo@example.com');
    expect(errorsShown(el)).to.deep.equal([
      'Please look at this again',
      'Check this box if you agree. Without it, we cannot go on.',
    ]);
    await send(el);
    expect(nameOf(focused() as Element)).to.match(MAY_CONTACT);
    expect(leads).to.deep.equal([]);
  });

  it('asks for a box of its own for text messages', async () => {
    const el = await onPage();
    const leads = takeLeads();
    await ask(el);
    await click(el, 'radio', /^A text message/);
    await type(el, 'textbox', 'Your phone number', '555 010 0199');
    await click(el, 'checkbox', MAY_CONTACT);
    await send(el);
    expect(errorsShown(el)).to.include(
      'Check this box if you want text messages, or choose another way to be reached.',
    );
    expect(focusName()).to.match(MAY_TEXT);
    await click(el, 'checkbox', MAY_TEXT);
    await send(el);
    expect(leads[0]?.detail.channel).to.equal('text');
    expect(leads[0]?.detail.consent.boxes.map(({ use, checked }) => [use, checked])).to.deep.equal([
      ['contact', true],
      ['text', true],
    ]);
  });

  it('forgets a box that is not shown any more', async () => {
    const el = await onPage();
    const leads = takeLeads();
    await ask(el);
    await fillInCall(el);
    await click(el, 'checkbox', MAY_TEXT);
    await click(el, 'radio', 'An email');
    await type(el, 'textbox', 'Your email address', 'jo@example.com');
    await send(el);
    expect(leads[0]?.detail.consent.boxes.map(({ use, checked }) => [use, checked])).to.deep.equal([['contact', true]]);
    expect(leads[0]?.detail.contact).to.deep.equal({ email: 'jo@example.com' });
  });

  it('asks again when language, center or words change', async () => {
    const el = await onPage();
    await ask(el);
    await fillIn(el);
    el.locale = 'es';
    await waitUntil(() => allByRole(el, 'textbox', 'Su correo electrónico').length, 'no Spanish', { timeout: 5000 });
    await settled();
    expect(boxes(el).map(({ checked }) => checked)).to.deep.equal([false]);
    expect(errorsShown(el)).to.deep.equal([
      'Estas palabras cambiaron y quitamos sus marcas. Léalas y elija otra vez, por favor.',
    ]);
    expect(byRole<HTMLInputElement>(el, 'textbox', 'Su correo electrónico').value).to.equal('jo@example.com');
    boxes(el)[0]?.click();
    await settled();
    expect(errorsShown(el)).to.deep.equal([]);
    el.sponsorName = 'Hillside';
    await settled();
    expect(boxes(el).map(({ checked }) => checked)).to.deep.equal([false]);
    boxes(el)[0]?.click();
    await settled();
    const bundle = await wholeBundle();
    const [first, ...rest] = bundle.contact.consents;
    const consents = [{ ...first, text: 'Other words for {center}.', hash: 'f'.repeat(64) }, ...rest];
    el.content = { ...bundle, contact: { ...bundle.contact, consents } } as typeof bundle;
    await waitUntil(() => allByRole(el, 'checkbox', 'Other words for Hillside.').length, 'no other words', {
      timeout: 5000,
    });
    await settled();
    expect(boxes(el).map(({ checked }) => checked)).to.deep.equal([false]);
  });

  it('leaves calls and messages out after "contact is not safe", until the visitor says they are', async () => {
    unsafe();
    const el = await onPage();
    await ask(el);
    const ways = () => allByRole(byRole(el, 'group', 'How do you want to be reached?'), 'radio').map(nameOf);
    expect(ways()).to.deep.equal(['An email']);
    expect(words(el)).to.contain('Other people may see or hear a call or a text message');
    await expectAccessible(el);
    await click(el, 'checkbox', /^I am sure no one else can see or hear/);
    expect(ways()).to.deep.equal(['A phone call', 'A text message (it may show on your screen)', 'An email']);
    await click(el, 'radio', 'A phone call');
    await click(el, 'checkbox', /^I am sure no one else can see or hear/);
    expect(ways()).to.deep.equal(['An email']);
    expect(allByRole(el, 'textbox', 'Your phone number')).to.deep.equal([]);
  });

  it('shares lines that the visitor has seen and not removed, word for word, and only if agreed to', async () => {
    picked();
    const el = await onPage();
    const leads = takeLeads();
    await ask(el, { summary: true });
    const lines = () =>
      [...(el.shadowRoot?.querySelectorAll('.lines li > span') ?? [])].map(({ textContent }) => textContent);
    const [first, second] = lines();
    expect(first).to.equal(REASON);
    expect(second).to.match(/^A step that may fit: /);
    await click(el, 'button', `Remove: ${first}`);
    expect(lines()).to.deep.equal([second]);
    expect(focusName()).to.equal('Put all lines back');
    await click(el, 'button', `Remove: ${second}`);
    expect(words(el)).to.contain('There is no line to share.');
    expect(allByRole(el, 'checkbox', MAY_SHARE)).to.deep.equal([]);
    await click(el, 'button', 'Put all lines back');
    expect(lines()).to.deep.equal([first, second]);
    await click(el, 'button', `Remove: ${second}`);
    await fillIn(el);
    await click(el, 'checkbox', MAY_SHARE);
    await send(el);
    expect(leads[0]?.detail.summary).to.deep.equal([first]);
  });

  it('shares no line without that box', async () => {
    picked();
    const el = await onPage();
    const leads = takeLeads();
    await ask(el, { summary: true });
    await fillIn(el);
    await send(el);
    expect(leads[0]?.detail).not.to.have.property('summary');
    expect(leads[0]?.detail.consent.boxes.map(({ use, checked }) => [use, checked])).to.deep.equal([
      ['contact', true],
      ['summary', false],
    ]);
  });

  it('can be left with "Not now", and keeps what stands in it', async () => {
    const el = await onPage();
    await ask(el);
    await fillIn(el, 'half@');
    await click(el, 'button', 'Not now');
    expect(allByRole(el, 'textbox')).to.deep.equal([]);
    await ask(el);
    expect(byRole<HTMLInputElement>(el, 'textbox', 'Your email address').value).to.equal('half@');
  });

  it('is accessible in Spanish, in every state', async () => {
    picked();
    const el = await onPage(html`<center-contact lead="offer" region="US" locale="es"></center-contact>`);
    takeLeads();
    await expectAccessible(el);
    await ask(el, { summary: true });
    await click(el, 'radio', 'Una llamada');
    await click(el, 'button', 'Enviar mi solicitud');
    await expectAccessible(el);
    await click(el, 'radio', 'Un correo electrónico');
    await type(el, 'textbox', 'Su correo electrónico', 'jo@example.com');
    await click(el, 'checkbox', /^Acepto|^Estoy de acuerdo/);
    await click(el, 'button', 'Enviar mi solicitud');
    await expectAccessible(el);
    expect(words(el))
      .to.contain('Una copia para usted')
      .and.not.to.match(/\b(?:With|When|Sent|You checked)\b/);
    await click(el, 'button', 'Cancelar mi permiso');
    await expectAccessible(el);
    expect(focusName()).to.equal('Usted lo canceló');
  });
});

describe('<center-contact>: handing the lead to the page', () => {
  beforeEach(resetSession);

  it('gives what was agreed to and nothing else', async () => {
    picked();
    const el = await onPage();
    const leads = takeLeads();
    await ask(el, { summary: true });
    await fillInCall(el);
    await click(el, 'radio', 'Morning');
    await type(el, 'textbox', /^First name/, ' Jo ');
    await click(el, 'radio', 'Support for the family');
    await send(el);
    expect(leads).to.have.lengthOf(1);
    const [lead] = leads.map(leadOf);
    expect(Object.keys(lead ?? {}).sort()).to.deep.equal(
      ['bestTime', 'channel', 'consent', 'contact', 'safeToCall', 'safeToLeaveMessage', 'topic'].sort(),
    );
    expect(lead).to.deep.include({
      channel: 'call',
      contact: { phone: '(555) 010-0199', firstName: 'Jo' },
      bestTime: 'morning',
      safeToCall: true,
      safeToLeaveMessage: true,
      topic: 'family',
    });
    const { consent } = lead as FigLeadEvent['detail'];
    expect(consent).to.deep.include({ center: CENTER, locale: 'en' });
    expect(Math.abs(Date.parse(consent.givenAt) - Date.now())).to.be.below(10_000);
    expect(consent.boxes[0]?.text).to.match(MAY_CONTACT);
    expect(consent.boxes[0]?.hash).to.match(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(lead)).not.to.match(/SECRET|too_long|talked/);
    expect(words(el)).to.contain('Your request was sent').and.to.contain('Sent: (555) 010-0199');
    expect(focusName()).to.equal('Your request was sent');
    await expectAccessible(el);
  });

  it('goes out with every event level, as nothing else takes it there', async () => {
    for (const level of ['off', 'coarse', 'full']) {
      const el = await onPage(html`<center-contact lead="offer" region="US" events=${level}></center-contact>`);
      const leads = takeLeads();
      await ask(el);
      await fillIn(el);
      await send(el);
      expect(leads.length, level).to.equal(1);
      el.remove();
    }
  });

  it('waits for a page that passes it on, and says when it did', async () => {
    const el = await onPage();
    let done: () => void = () => undefined;
    takeLeads((event) => event.respondWith(new Promise<void>((resolve) => (done = resolve))));
    await ask(el);
    await fillIn(el);
    await send(el);
    expect(words(el)).to.contain('Sending…').and.not.to.contain('Your request was sent');
    await expectAccessible(el);
    done();
    await settled();
    expect(words(el)).to.contain('Your request was sent');
  });

  it('lets the visitor try again when that fails, with everything as it was', async () => {
    const el = await onPage();
    const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve()];
    const leads = takeLeads((event) => event.respondWith((answers.shift() as () => Promise<void>)()));
    await ask(el);
    await fillIn(el);
    await send(el);
    expect(words(el)).to.contain('We could not tell if it was sent').and.to.contain('(555) 010-0123');
    expect((focused() as Element).id).to.equal('failed');
    expect(byRole<HTMLInputElement>(el, 'textbox', 'Your email address').value).to.equal('jo@example.com');
    await expectAccessible(el);
    await send(el);
    expect(words(el)).to.contain('Your request was sent').and.not.to.contain('We could not tell if it was sent');
    expect(leads).to.have.lengthOf(2);
  });

  it('does not wait for ever', async () => {
    const { setTimeout: real } = window;
    const waits: [() => void, number][] = [];
    window.setTimeout = ((act: () => void, ms: number) => waits.push([act, ms])) as unknown as typeof setTimeout;
    try {
      const passed = passedOn(new Promise(() => undefined));
      expect(waits.map(([, ms]) => ms)).to.deep.equal([PASS_ON_WITHIN_MS]);
      waits[0]?.[0]();
      expect(await passed).to.equal(false);
    } finally {
      window.setTimeout = real;
    }
  });

  it('says so, to visitor and page, when nobody takes it', async () => {
    const el = await onPage();
    const errors = record(window, 'fig-error');
    await ask(el);
    await fillIn(el);
    const heard = await warnings(() => send(el));
    await send(el);
    expect(words(el)).to.contain('We could not tell if it was sent');
    expect(errors.map(({ detail }) => detail.code)).to.deep.equal(['lead-unhandled']);
    expect(errors[0]?.detail.message).not.to.contain('jo@');
    expect(heard.join()).not.to.contain('jo@');
  });

  it('gives the visitor a copy', async () => {
    const el = await onPage();
    const copies = catchCopies();
    takeLeads();
    await ask(el);
    await fillIn(el);
    await send(el);
    await click(el, 'button', 'Copy as text');
    copies.restore();
    expect(copies.texts[0])
      .to.contain('A copy for you')
      .and.to.contain(`With: ${CENTER}`)
      .and.to.contain('You checked: I agree that Rivertown')
      .and.to.contain('Sent: jo@example.com');
  });

  it('can be taken back, and the page is told whom it concerns', async () => {
    const el = await onPage();
    const leads = takeLeads();
    const withdrawn = record<FigLeadWithdrawEvent>(window, 'fig-lead-withdraw');
    await ask(el);
    await fillIn(el);
    await send(el);
    await click(el, 'button', 'Cancel my permission');
    expect(withdrawn).to.have.lengthOf(1);
    const detail = withdrawn[0]?.detail;
    expect(detail?.consent).to.deep.equal(leads[0]?.detail.consent);
    expect(detail?.contact).to.deep.equal({ email: 'jo@example.com' });
    expect(Math.abs(Date.parse(detail?.withdrawnAt ?? '') - Date.now())).to.be.below(10_000);
    expect(words(el)).to.contain('You canceled it').and.not.to.contain('jo@example.com');
    expect(focusName()).to.equal('You canceled it');
    await expectAccessible(el);
  });

  it('says nothing of what is typed or picked in any other event, at any level', async () => {
    picked();
    for (const level of ['off', 'coarse', 'full']) {
      const el = await onPage(html`<center-contact lead="offer" region="US" events=${level}></center-contact>`);
      const heard = record(window, ...ALL_EVENTS, 'input', 'change', 'submit');
      const retargeted: EventTarget[] = [];
      const look = (event: Event) => retargeted.push(...event.composedPath().slice(0, 1));
      window.addEventListener('input', look, true);
      await ask(el, { summary: true });
      await type(el, 'textbox', /^First name/, 'SECRET');
      await click(el, 'radio', 'A phone call');
      await type(el, 'textbox', 'Your phone number', '555 777 8888');
      await click(el, 'button', 'Not now');
      window.removeEventListener('input', look, true);
      const told = JSON.stringify(heard.map((event) => event.detail));
      expect(told, level).not.to.match(/SECRET|777|too_long|talked|email|call/);
      expect(heard.filter(({ type: name }) => name === 'fig-lead' || name === 'submit')).to.deep.equal([]);
      el.remove();
    }
  });
});
