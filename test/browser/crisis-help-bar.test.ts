import { expect, html } from '@open-wc/testing';
import { CrisisHelpBar } from '../../src/elements/crisis-help-bar/crisis-help-bar.js';
import '../../src/define/crisis-help-bar.js';
import en from '#content/en/core';
import type { Bundle } from '../../src/content/schema.js';
import { pageSession } from '../../src/session/session.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  choose,
  click,
  expectAccessible,
  focused,
  mount,
  nameOf,
  record,
  resetSession,
  settled,
  wholeBundle,
} from './helpers.js';

const core = en as unknown as Pick<Bundle, 'core'> & Bundle;

/** A bar that goes nowhere, so that a test can outlive "Leave quickly". */
class StayingBar extends CrisisHelpBar {
  targets: string[] = [];
  protected override navigate(target: string): void {
    this.targets.push(target);
  }
}
customElements.define('staying-bar', StayingBar);

const render = (template = html`<crisis-help-bar region="US"></crisis-help-bar>`) => mount<CrisisHelpBar>(template);
const links = (el: Element) => allByRole<HTMLAnchorElement>(el, 'link').map(({ href }) => href);

describe('<crisis-help-bar>', () => {
  beforeEach(resetSession);

  it('has the emergency number of the region one tap away', async () => {
    for (const [region, href] of [
      ['US', 'tel:911'],
      ['UK', 'tel:999'],
      ['GB', 'tel:999'],
      ['ca', 'tel:911'],
      ['AU', 'tel:000'],
    ]) {
      const el = await render(html`<crisis-help-bar region=${region}></crisis-help-bar>`);
      expect(links(el)[0], region).to.equal(href);
    }
  });

  it("shows no country's number where the region is not known", async () => {
    for (const region of ['', 'FR', 'ZZ', '<b>']) {
      const el = await render(html`<crisis-help-bar region=${region}></crisis-help-bar>`);
      expect(links(el), region).to.deep.equal([]);
      expect(el.shadowRoot?.textContent).to.contain('Call your local emergency number');
      await click(el, 'button', 'Get help now');
      expect(links(el), region).to.deep.equal([]);
    }
  });

  it('opens the lines of the region, focuses the first call link, and closes again', async () => {
    const el = await render();
    const toggle = byRole(el, 'button', 'Get help now');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    await click(el, 'button', 'Get help now');
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    expect(links(el)).to.include.members(['tel:911', 'tel:988', 'sms:988', 'sms:741741', 'tel:1-800-222-1222']);
    expect((focused() as HTMLAnchorElement).href).to.equal('tel:911');
    await click(el, 'button', 'Close help');
    expect(links(el)).to.deep.equal(['tel:911']);
  });

  it('lets the visitor pick a region, for all elements and for this visit', async () => {
    const el = await render(html`<crisis-help-bar></crisis-help-bar>`);
    const other = await render(html`<crisis-help-bar region="US"></crisis-help-bar>`);
    await click(el, 'button', 'Get help now');
    await choose(el, 'Where are you?', 'Australia');
    expect(links(el)[0]).to.equal('tel:000');
    expect(links(other)[0]).to.equal('tel:000');
    expect(pageSession().state.region).to.equal('AU');
    await choose(el, 'Where are you?', 'Somewhere else');
    expect(links(other)).to.deep.equal([]);
    expect(other.shadowRoot?.textContent).to.contain('Call your local emergency number');
    await choose(el, 'Where are you?', 'United Kingdom');
    expect(byRole<HTMLSelectElement>(el, 'combobox', 'Where are you?').value).to.equal('UK');
  });

  it('shows the same choice in every open panel', async () => {
    const [a, b] = [await render(), await render()];
    for (const el of [a, b]) await click(el, 'button', 'Get help now');
    await choose(a, 'Where are you?', 'United Kingdom');
    await choose(b, 'Where are you?', 'Canada');
    await choose(a, 'Where are you?', 'United Kingdom');
    const shown = [a, b].map((el) => byRole<HTMLSelectElement>(el, 'combobox', 'Where are you?').value);
    expect(shown).to.deep.equal(['UK', 'UK']);
  });

  it('shows what to do in each danger within two taps', async () => {
    const el = await render();
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    const choices = core.core.safety.filter(({ choose: choice }) => choice);
    expect(choices.length).to.equal(15);
    for (const { choose: choice = '', title } of choices) {
      await click(el, 'button', choice);
      expect(byRole(el, 'alert').textContent?.trim()).to.equal(title);
      expect((focused() as HTMLAnchorElement).href).to.match(/^tel:/);
      await click(el, 'button', 'Something else is happening');
    }
  });

  it('says that a line files no report, where that matters', async () => {
    const el = await render();
    await click(el, 'button', 'Get help now');
    const childhelp = allByRole(el, 'listitem').find(({ textContent }) => textContent?.includes('Childhelp'));
    expect(childhelp?.textContent).to.contain('does not file a report');
  });

  it('says so when a number was not checked lately', async () => {
    const bundle = await wholeBundle();
    const lines = bundle.core.lines.map((line) => ({ ...line, reviewBy: '2020-01-01' }));
    const content = { ...bundle, core: { ...bundle.core, lines } };
    const el = await render(html`<crisis-help-bar region="US" .content=${content}></crisis-help-bar>`);
    await click(el, 'button', 'Get help now');
    expect(el.shadowRoot?.textContent).to.contain('We have not checked this number lately');
  });

  it('opens one screen for a script, and goes back to the button after it', async () => {
    const el = await render();
    el.show('overdose');
    await settled();
    expect(byRole(el, 'alert').textContent).to.contain('naloxone');
    await click(el, 'button', 'No one is in danger now');
    await click(el, 'button', 'Go back to where I was');
    expect(nameOf(focused() as Element)).to.equal('Get help now');
    el.show();
    await settled();
    expect(byRole(el, 'heading', 'Talk to a person now')).to.exist;
  });

  it('puts the focus back where it was', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    const el = await render();
    field.focus();
    el.show('overdose');
    await settled();
    await click(el, 'button', 'No one is in danger now');
    await click(el, 'button', 'Go back to where I was');
    expect(focused()).to.equal(field);
    el.show();
    await settled();
    el.close();
    await settled();
    expect(allByRole(el, 'heading')).to.deep.equal([]);
    field.remove();
  });

  it('shows the list of dangers for a screen it does not know', async () => {
    const el = await render();
    el.show('no_such_screen');
    await settled();
    expect(byRole(el, 'heading', 'What is happening?')).to.exist;
  });

  it('tells the page nothing of all that', async () => {
    const el = await render(html`<crisis-help-bar region="US" events="full"></crisis-help-bar>`);
    const heard = record(window, ...ALL_EVENTS);
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    await click(el, 'button', /overdosed/);
    expect(heard).to.deep.equal([]);
  });

  it('is accessible closed, open, on the list, on every screen and on the way back', async () => {
    const el = await render();
    await expectAccessible(el);
    await click(el, 'button', 'Get help now');
    await expectAccessible(el);
    await click(el, 'button', 'Show me what to do');
    await expectAccessible(el);
    for (const { id } of core.core.safety) {
      el.show(id);
      await expectAccessible(el);
    }
    await click(el, 'button', 'No one is in danger now');
    await expectAccessible(el);
  });
});

describe('<crisis-help-bar>: leave quickly', () => {
  beforeEach(resetSession);

  const staying = (template = html`<staying-bar region="US" leave-target="https://example.org/"></staying-bar>`) =>
    mount<StayingBar>(template);

  it('covers the page at once and goes where the host says', async () => {
    const el = await staying();
    const heard = record(window, 'fig-leave');
    await click(el, 'button', 'Leave quickly');
    expect(el.renderRoot.querySelector('dialog')?.open).to.equal(true);
    expect(el.targets).to.deep.equal(['https://example.org/']);
    expect(heard[0]?.detail).to.include({ target: 'https://example.org/' });
  });

  it('lets the host leave in its own way', async () => {
    const el = await staying();
    el.addEventListener('fig-leave', (event) => event.preventDefault());
    await click(el, 'button', 'Leave quickly');
    expect(el.targets).to.deep.equal([]);
    expect(el.renderRoot.querySelector('dialog')?.open).to.equal(false);
  });

  it('leaves without a word with events="off"', async () => {
    const el = await staying(html`<staying-bar events="off"></staying-bar>`);
    const heard = record(window, ...ALL_EVENTS);
    await click(el, 'button', 'Leave quickly');
    expect(heard).to.deep.equal([]);
    expect(el.targets).to.have.lengthOf(1);
  });

  it('never goes to an address that is not https', async () => {
    for (const target of [
      'javascript:alert(1)',
      'http://example.org',
      'https:@example.org',
      'https://two words.example', // begins well, and is no address
      'https://%',
      'https://good.example@elsewhere.example',
      '//example.org',
      'data:,x',
    ]) {
      const el = await staying(html`<staying-bar leave-target=${target}></staying-bar>`);
      await click(el, 'button', 'Leave quickly');
      expect(el.targets[0], target).to.match(/^https:\/\/www\./);
      el.remove();
    }
  });
});
