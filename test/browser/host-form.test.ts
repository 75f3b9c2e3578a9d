import { expect, fixture, html } from '@open-wc/testing';
import { askedFor, clearForm, filledNow, fillForm, isHiddenField, nextInForm } from '../../src/handoff/host-form.js';
import type { LeadField } from '../../src/handoff/lead.js';
import { record } from './helpers.js';

const VALUES: Partial<Record<LeadField, string>> = {
  'contact.name': 'Jo',
  'contact.phone': '555 010 0199',
  channel: 'call',
  'safe.call': 'yes',
  'safe.message': 'no',
  topic: 'family',
  summary: 'One\nTwo',
  'consent.contact': 'yes',
  'consent.record': '{"center":"Rivertown"}',
};

const FORM = html`<form>
  <input name="who" data-fig="contact.name" />
  <input name="tel" type="tel" />
  <select name="topic" data-fig="topic">
    <option value=""></option>
    <option value="family">Family</option>
  </select>
  <select name="channel" data-fig="channel">
    <option value="phone">By phone</option>
  </select>
  <textarea name="notes" data-fig="summary"></textarea>
  <input type="hidden" name="proof" data-fig="consent.record" />
  <input type="checkbox" name="safe" data-fig="safe.call" />
  <input type="radio" name="message" value="yes" data-fig="safe.message" />
  <input type="radio" name="message" value="no" data-fig="safe.message" />
  <input type="checkbox" name="agree" value="yes" data-fig="consent.contact" />
  <input type="file" data-fig="contact.email" />
  <button data-fig="contact.email">Send</button>
</form>`;
const NAMES = { 'contact.phone': 'tel' } as const;
const form = () => fixture<HTMLFormElement>(FORM);
const data = (given: HTMLFormElement) => {
  const entries = [...new FormData(given).entries()].filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Record<string, string>;
};

describe('a form of the page', () => {
  it('is asked only for what it has a field for', async () => {
    expect([...askedFor(await form(), NAMES)]).to.deep.equal(['phone', 'call', 'name', 'topic']);
    expect([...askedFor(await form(), {})]).to.deep.equal(['name', 'topic']);
  });

  it('is asked for no call when it can not take whether a message is safe', async () => {
    const given = await fixture<HTMLFormElement>(html`<form><input name="tel" data-fig="contact.phone" /></form>`);
    expect([...askedFor(given, {})]).to.deep.equal(['phone']);
  });

  it('keeps another number, and takes nothing that was said of the one in the kit', async () => {
    const given = await form();
    (given.elements.namedItem('tel') as HTMLInputElement).value = '555 010 0100';
    fillForm(given, NAMES, VALUES);
    expect(data(given).tel).to.equal('555 010 0100');
    expect(data(given)).not.to.have.any.keys('safe', 'message');
  });

  it('takes back what stands there in its own writing, and in controls that took the place of others', async () => {
    const given = await fixture<HTMLFormElement>(html`
      <form>
        <input name="tel" data-fig="contact.phone" /><input name="note" data-fig="summary" />
        <input name="off" data-fig="topic" disabled /><input name="number" type="number" data-fig="contact.name" />
      </form>
    `);
    const tel = given.elements.namedItem('tel') as HTMLInputElement;
    tel.addEventListener('input', () => {
      if (tel.value) tel.value = `(${tel.value})`; // as a mask does
    });
    const filled = fillForm(given, {}, { ...VALUES, 'contact.phone': '555' });
    expect(data(given)).to.deep.equal({ tel: '(555)', note: 'OneTwo', number: '' });
    expect(filled.map(({ field }) => field)).to.deep.equal(['contact.phone', 'summary']);
    const other = tel.cloneNode() as HTMLInputElement;
    other.value = tel.value;
    tel.replaceWith(other);
    clearForm(filledNow(given, {}, filled));
    expect(data(given)).to.deep.equal({ tel: '', note: '', number: '' });
  });

  it('gets texts, choices and hidden fields; its own box to agree with is left to the visitor', async () => {
    const given = await form();
    fillForm(given, NAMES, VALUES);
    expect(data(given)).to.deep.equal({
      who: 'Jo',
      tel: '555 010 0199',
      topic: 'family',
      channel: 'phone', // it asks in other words
      notes: 'One\nTwo',
      proof: '{"center":"Rivertown"}',
      safe: 'on',
      message: 'no',
    });
    expect(given.querySelector<HTMLInputElement>('[name=agree]')?.checked).to.equal(false);
  });

  it('keeps what the visitor wrote', async () => {
    const given = await form();
    const who = given.querySelector<HTMLInputElement>('[name=who]') as HTMLInputElement;
    who.value = 'Joanna';
    const filled = fillForm(given, NAMES, VALUES);
    expect(who.value).to.equal('Joanna');
    clearForm(filled);
    expect(who.value).to.equal('Joanna');
  });

  it('hears of each change as if it had been typed', async () => {
    const given = await form();
    const heard = record(given, 'input', 'change');
    fillForm(given, {}, { 'contact.name': 'Jo' });
    expect(heard.map(({ type, bubbles, composed }) => [type, bubbles, composed])).to.deep.equal([
      ['input', true, true],
      ['change', true, false],
    ]);
  });

  it('of a framework that watches the value of a control itself hears too', async () => {
    const given = await form();
    const who = given.querySelector('[name=who]') as HTMLInputElement;
    const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') as PropertyDescriptor;
    let tracked = who.value;
    Object.defineProperty(who, 'value', {
      configurable: true,
      get() {
        return own.get?.call(this) as string;
      },
      set(value: string) {
        tracked = value;
        own.set?.call(this, value);
      },
    });
    const heard: string[] = [];
    who.addEventListener('input', () => {
      if (who.value !== tracked) heard.push(who.value); // else React takes it for no change
    });
    fillForm(given, {}, { 'contact.name': 'Jo' });
    expect(heard).to.deep.equal(['Jo']);
  });

  it('is emptied again of what was put in, where it still stands as it was', async () => {
    const given = await form();
    const filled = fillForm(given, NAMES, VALUES);
    (given.querySelector('textarea') as HTMLTextAreaElement).value = 'In my words';
    clearForm(filled, isHiddenField);
    expect(data(given)).to.include({ proof: '', who: 'Jo', notes: 'In my words' });
    clearForm(filled);
    expect(data(given)).to.include({ who: '', tel: '', notes: 'In my words', topic: '' });
  });

  it('leads on to the first field to fill in, else to its button', async () => {
    const given = await fixture<HTMLFormElement>(
      html`<form><input hidden required /><input name="a" /><input name="b" required /><button>Send</button></form>`,
    );
    const open = given.querySelector<HTMLInputElement>('[name=b]') as HTMLInputElement;
    expect(nextInForm(given)).to.equal(open);
    open.value = 'x';
    expect(nextInForm(given)).to.equal(given.querySelector('button'));
    const bare = await fixture<HTMLFormElement>(html`<form><input name="a" /></form>`);
    expect(nextInForm(bare)).to.equal(bare.querySelector('input'));
    expect(nextInForm(await fixture<HTMLFormElement>(html`<form></form>`))).to.equal(undefined);
  });
});
