import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/failed-intervention-guide.js';
import type { CrisisHelpBar } from '../../src/elements/crisis-help-bar/crisis-help-bar.js';
import { pageNotes } from '../../src/elements/shared/page-notes.js';
import { ask, fillIn, onPage, silentOnPage, takeLeads, words } from './contact-page.js';
import { allByRole, byRole, click, ready, resetSession, settled, type } from './helpers.js';

const send = (el: Element) => click(el, 'button', 'Send my request');

describe('<center-contact>: when it has to be still', () => {
  beforeEach(resetSession);

  it('shows nothing for the rest of a visit in which a safety screen was opened, in any element', async () => {
    for (const template of [
      html`<crisis-help-bar region="US"></crisis-help-bar>`,
      html`<crisis-help-bar region="US" session="separate"></crisis-help-bar>`,
    ]) {
      resetSession();
      const el = await onPage();
      await ask(el);
      await type(el, 'textbox', /^First name/, 'Jo');
      const bar = await fixture<CrisisHelpBar>(template);
      await ready(bar);
      await click(bar, 'button', 'Get help now');
      expect(byRole(el, 'form'), 'the list of lines is no safety screen').to.exist;
      await click(bar, 'button', 'Show me what to do');
      expect(allByRole(el, 'heading')).to.deep.equal([]);
      await click(bar, 'button', 'Close help');
      expect(allByRole(el, 'heading')).to.deep.equal([]);
      const { el: later } = await silentOnPage(
        html`<center-contact lead="offer" region="US" session="separate"></center-contact>`,
      );
      expect(allByRole(later, 'heading')).to.deep.equal([]);
      el.remove();
      later.remove();
      bar.remove();
    }
  });

  it('is not tricked into sending from a form that was open', async () => {
    const el = await onPage();
    const leads = takeLeads();
    await ask(el);
    await fillIn(el);
    const form = byRole<HTMLFormElement>(el, 'form');
    const bar = await fixture<CrisisHelpBar>(html`<crisis-help-bar region="US"></crisis-help-bar>`);
    await ready(bar);
    bar.show('overdose');
    form.requestSubmit();
    await settled();
    expect(leads).to.deep.equal([]);
  });

  it('lets a visitor still take back what was passed on before', async () => {
    const el = await onPage();
    takeLeads();
    await ask(el);
    await fillIn(el);
    await send(el);
    const bar = await fixture<CrisisHelpBar>(html`<crisis-help-bar region="US"></crisis-help-bar>`);
    await ready(bar);
    bar.show('overdose');
    await settled();
    bar.close();
    await settled();
    await click(el, 'button', 'Cancel my permission');
    expect(allByRole(el, 'heading')).to.deep.equal([]);
  });

  it('forgets what was typed, filled in and agreed to when the visitor deletes everything', async () => {
    const el = await onPage(html`
      <form id="theirs"><input name="mail" data-fig="contact.email" /><button>Send</button></form>
      <center-contact lead-form="#theirs" region="US"></center-contact>
    `);
    await ask(el);
    await fillIn(el, 'secret@example.com');
    await click(el, 'button', 'Fill in their form');
    expect(document.querySelector<HTMLInputElement>('#theirs input')?.value).to.equal('secret@example.com');
    pageNotes().deleteAll();
    await settled();
    expect(document.querySelector<HTMLInputElement>('#theirs input')?.value).to.equal('');
    expect(words(el)).not.to.contain('secret@');
    await ask(el);
    await click(el, 'radio', 'An email');
    expect(byRole<HTMLInputElement>(el, 'textbox', 'Your email address').value).to.equal('');
  });
});
