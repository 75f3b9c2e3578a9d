import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/failed-intervention-guide.js';
import type { FailedInterventionGuide } from '../../src/elements/failed-intervention-guide/failed-intervention-guide.js';
import type { FigProgressEvent } from '../../src/events/events.js';
import { pageSession } from '../../src/session/session.js';
import { addRow, pickCare, setFeeling, setHolding, tickReason, tickStrength } from '../../src/session/transitions.js';
import {
  ALL_EVENTS,
  allByRole,
  byRole,
  catchPrints,
  click,
  expectAccessible,
  focused,
  mount,
  record,
  resetSession,
  settled,
  type,
} from './helpers.js';

const render = (template = html`<failed-intervention-guide region="US"></failed-intervention-guide>`) =>
  mount<FailedInterventionGuide>(template);
const map = (el: Element) => el.shadowRoot?.querySelector('nav') as HTMLElement;
const openPart = async (el: Element, name: RegExp) => {
  [...map(el).querySelectorAll('button')].find((button) => name.test(button.textContent ?? ''))?.click();
  await settled();
};
const inside = (el: Element, tag: string) => el.shadowRoot?.querySelector<HTMLElement>(tag) ?? null;
const shown = async (el: Element, tag: string) => {
  await waitUntil(() => inside(el, tag)?.shadowRoot?.querySelector('.title'), `no <${tag}>`, { timeout: 5000 });
  await settled();
  return inside(el, tag) as HTMLElement;
};

const PARTS: readonly [name: RegExp, tag: string][] = [
  [/What got in the way/, 'failure-reason-checklist'],
  [/What next/, 'next-steps-wizard'],
  [/Plan for setbacks/, 'contingency-planner'],
  [/How is it going/, 'progress-check-in'],
  [/Look after yourself/, 'family-self-care-card'],
  [/Learn more/, 'family-learning-library'],
];

describe('<failed-intervention-guide>', () => {
  beforeEach(resetSession);

  it('meets the visitor: title, opening words, eight ways in, a map of all parts, and what it is not', async () => {
    const el = await render();
    expect(byRole(el, 'heading', 'After an intervention that did not work').localName).to.equal('h2');
    expect(el.shadowRoot?.querySelectorAll('.ways button').length).to.equal(8);
    expect(map(el).querySelectorAll('button').length).to.equal(7);
    expect(el.shadowRoot?.textContent).to.contain('It does not mean you did it wrong');
    expect(el.shadowRoot?.textContent).to.contain('This guide is about alcohol and other drugs.');
    expect(el.shadowRoot?.textContent).to.contain('does not watch for emergencies');
    expect(el.shadowRoot?.textContent).to.contain('No clinician has reviewed them yet');
  });

  it('leads from a need to a part, and focuses it', async () => {
    const el = await render();
    await click(el, 'button', 'I am worn out.');
    await shown(el, 'family-self-care-card');
    expect((focused() as HTMLElement).id).to.equal('panel');
    expect(map(el).querySelector('[aria-current=step]')?.textContent).to.contain('Look after yourself');
  });

  it('opens every part in any order, from the map and with next and back', async () => {
    const el = await render();
    for (const [name, tag] of [...PARTS].reverse()) {
      await openPart(el, name);
      await shown(el, tag);
    }
    await click(el, 'button', 'Next: What next');
    await shown(el, 'next-steps-wizard');
    await click(el, 'button', 'Back: What got in the way');
    await shown(el, 'failure-reason-checklist');
    await click(el, 'button', 'Start');
    expect(el.shadowRoot?.querySelectorAll('.ways button').length).to.equal(8);
    expect((focused() as HTMLElement).id).to.equal('title');
  });

  it('has one help bar, around all parts', async () => {
    const el = await render();
    await openPart(el, /What next/);
    const wizard = await shown(el, 'next-steps-wizard');
    expect(allByRole(el, 'button', 'Get help now').length).to.equal(1);
    expect(wizard.shadowRoot?.querySelector('crisis-help-bar')).to.equal(null);
  });

  it('puts everything else away while help is open, and brings it back', async () => {
    const el = await render();
    await openPart(el, /What got in the way/);
    await shown(el, 'failure-reason-checklist');
    await click(el, 'button', 'Get help now');
    expect(allByRole(el, 'checkbox').length).to.equal(0);
    await click(el, 'button', 'Show me what to do');
    expect(allByRole(el, 'checkbox').length).to.equal(0);
    await click(el, 'button', 'No one is in danger now');
    expect(allByRole(el, 'checkbox').length).to.be.above(20);
  });

  it('leads from the way back to self-care', async () => {
    const el = await render();
    await click(el, 'button', 'Get help now');
    await click(el, 'button', 'Show me what to do');
    await click(el, 'button', /overdosed/);
    await click(el, 'button', 'No one is in danger now');
    await click(el, 'button', 'Look after yourself first');
    await shown(el, 'family-self-care-card');
    expect(allByRole(el, 'alert').length).to.equal(0);
  });

  it('opens the right safety screen from an entry inside a part', async () => {
    const el = await render();
    pageSession().apply(tickReason('was_intoxicated_or_in_withdrawal', true));
    await openPart(el, /What got in the way/);
    await shown(el, 'failure-reason-checklist');
    await click(el, 'button', /^Safety: /);
    expect(byRole(el, 'alert')).to.be.instanceOf(HTMLElement);
    expect((focused() as HTMLAnchorElement).href).to.match(/^tel:/);
  });

  it('keeps a half-written row while the visitor looks at other parts and at the start', async () => {
    const el = await render();
    await openPart(el, /Plan for setbacks/);
    const planner = await shown(el, 'contingency-planner');
    await click(planner, 'button', 'Write our own');
    await type(planner, 'textbox', 'If this happens', 'They call at night');
    await openPart(el, /What next/);
    await shown(el, 'next-steps-wizard');
    await click(el, 'button', 'Start');
    expect(allByRole(el, 'textbox')).to.deep.equal([]);
    await openPart(el, /Plan for setbacks/);
    expect(byRole<HTMLInputElement>(planner, 'textbox', 'If this happens').value).to.equal('They call at night');
  });

  it('shows on its welcome what to do in the first days', async () => {
    const el = await render();
    const timeline = byRole(el, 'region', 'What to do when');
    expect(timeline.querySelectorAll('details.box')).to.have.lengthOf(4);
  });

  it('leads from a checked reason to what the library has on it, and opens that entry', async () => {
    const el = await render();
    pageSession().apply(tickReason('did_not_know_enough', true));
    await openPart(el, /What got in the way/);
    await shown(el, 'failure-reason-checklist');
    await click(el, 'button', 'Why addiction happens');
    const library = await shown(el, 'family-learning-library');
    await waitUntil(() => library.shadowRoot?.textContent?.includes('Genes'), 'the topic is not open', {
      timeout: 5000,
    });
    expect(map(el).querySelector('[aria-current=step]')?.textContent).to.contain('Learn more');
  });

  it('opens no part that it does not have', async () => {
    const el = await render();
    el.show('nope' as 'plan');
    await settled();
    expect(el.shadowRoot?.querySelectorAll('.ways button').length).to.equal(8);
  });

  it('hands its settings and its session down', async () => {
    const el = await render(
      html`<failed-intervention-guide
        region="AU"
        theme="dark"
        heading-level="3"
        session="separate"
      ></failed-intervention-guide>`,
    );
    await openPart(el, /What got in the way/);
    const list = await shown(el, 'failure-reason-checklist');
    expect(list.shadowRoot?.querySelector('.fig')?.getAttribute('data-theme')).to.equal('dark');
    expect(byRole(list, 'heading', 'What got in the way?').localName).to.equal('h4');
    await click(list, 'checkbox', 'We talked for too long');
    expect(pageSession().state.reasons).to.deep.equal([]);
    await openPart(el, /Your summary/);
    await waitUntil(() => el.shadowRoot?.querySelector('.sheet'), 'no summary', { timeout: 5000 });
    expect(el.shadowRoot?.querySelector('.sheet')?.textContent).to.contain('We talked for too long');
    el.theme = 'light';
    el.region = 'UK';
    await settled();
    expect(allByRole<HTMLAnchorElement>(el, 'link')[0]?.href).to.equal('tel:999');
  });

  it('lets a widget that is taken out of it stand alone, with help of its own', async () => {
    const el = await render(html`<failed-intervention-guide region="AU"></failed-intervention-guide>`);
    await openPart(el, /What got in the way/);
    const list = await shown(el, 'failure-reason-checklist');
    expect(allByRole(list, 'link').length).to.equal(0);
    document.body.append(list);
    await waitUntil(() => allByRole(list, 'button', 'Get help now').length, 'no help bar');
    expect(byRole(list, 'heading', 'What got in the way?').localName).to.equal('h2');
    expect(allByRole(list, 'link', 'Call 000').length).to.equal(0);
    list.remove();
  });

  it('shares one session with widgets elsewhere on the page', async () => {
    const el = await render();
    pageSession().apply(tickReason('felt_cornered', true));
    await openPart(el, /What got in the way/);
    const list = await shown(el, 'failure-reason-checklist');
    expect(byRole<HTMLInputElement>(list, 'checkbox', 'They felt cornered or blamed').checked).to.equal(true);
  });

  it('sums up what was picked, without feelings, and with people to call', async () => {
    const el = await render();
    await openPart(el, /Your summary/);
    await waitUntil(() => (el.shadowRoot?.textContent ?? '').includes('Nothing is here yet'), 'no summary', {
      timeout: 5000,
    });
    const session = pageSession();
    session.apply(tickReason('felt_cornered', true));
    session.apply(tickStrength('said_love', true));
    session.apply(pickCare('slow_breath', true));
    session.apply(setHolding(1));
    session.apply(setFeeling('feel_guilt'));
    session.apply(
      addRow('plan', {
        plan: 'B',
        trigger: 'They shout',
        response: 'We stop',
        then: '',
        owner: '',
        nickname: 'Jo',
        reviewOn: '2026-12-01',
        sign: '',
      }),
    );
    await settled();
    const text = el.shadowRoot?.querySelector('.sheet')?.textContent ?? '';
    for (const part of ['They felt cornered', 'We said we love them', 'They shout', 'Jo', 'Two slow minutes']) {
      expect(text).to.contain(part);
    }
    expect(text).not.to.match(/guilt|Not okay/i);
    expect(allByRole(el, 'link', 'Call 988').length).to.be.above(0);
    expect(allByRole(el, 'link', /FindTreatment/).length).to.equal(1);
  });

  it('tells the page which part was opened, in neutral names', async () => {
    const el = await render();
    const heard = record<FigProgressEvent>(el, 'fig-progress');
    await openPart(el, /Plan for setbacks/);
    expect(heard[0]?.detail).to.include({ part: 'plan', step: 3, of: 7, element: 'failed-intervention-guide' });
  });

  it('speaks up once for itself when it is ready, and its help bar does not', async () => {
    const heard = record(window, 'fig-ready');
    await render();
    expect(heard.map(({ detail }) => detail.element)).to.deep.equal(['failed-intervention-guide']);
    expect(heard[0]?.detail).to.include({ locale: 'en', region: 'US', version: 1 });
  });

  it('prints a sheet of its own under a neutral name', async () => {
    const el = await render();
    pageSession().apply(tickReason('felt_cornered', true));
    await openPart(el, /Your summary/);
    await waitUntil(() => el.shadowRoot?.querySelector('.sheet'), 'no summary', { timeout: 5000 });
    const prints = catchPrints();
    await click(el, 'button', 'Print');
    await waitUntil(() => prints.sheets.length, 'nothing was printed');
    prints.restore();
    expect(prints.sheets[0]?.title).to.equal('Notes');
    expect(prints.sheets[0]?.text)
      .to.contain('Keep this page private')
      .and.to.contain('They felt cornered')
      .and.to.contain('988');
    expect(document.querySelectorAll('iframe').length).to.equal(0);
  });

  it('keeps what stands inside it for as long as its words are not there', async () => {
    const el = document.createElement('failed-intervention-guide');
    el.innerHTML = '<p>Call 911 in an emergency.</p>';
    document.body.append(el);
    await el.updateComplete;
    const slot = el.shadowRoot?.querySelector('slot');
    expect(slot?.assignedElements()[0]?.textContent).to.contain('Call 911');
    await waitUntil(() => el.shadowRoot?.querySelector('.title'));
    expect(el.shadowRoot?.querySelector('slot')).to.equal(null);
    el.remove();
  });

  it('is accessible on the welcome, in every part and in the summary, empty and full, light and dark', async function () {
    this.timeout(60_000);
    const el = await render();
    await expectAccessible(el);
    for (const [name, tag] of PARTS) {
      await openPart(el, name);
      await shown(el, tag);
      await expectAccessible(el);
    }
    await openPart(el, /Your summary/);
    await settled();
    await expectAccessible(el);
    pageSession().apply(tickReason('felt_cornered', true));
    el.theme = 'dark';
    await expectAccessible(el);
    await click(el, 'button', 'Start');
    await expectAccessible(el);
  });

  it('is silent with events="off", parts included', async () => {
    const heard = record(window, ...ALL_EVENTS);
    const el = await render(html`<failed-intervention-guide region="US" events="off"></failed-intervention-guide>`);
    await openPart(el, /What got in the way/);
    const list = await shown(el, 'failure-reason-checklist');
    await click(list, 'checkbox', 'We talked for too long');
    expect(heard).to.deep.equal([]);
  });

  it('leaves the elements inside alone when nothing they use has changed', async () => {
    const el = await render(
      html`<failed-intervention-guide region="US" sponsor-name="Rivertown"></failed-intervention-guide>`,
    );
    await openPart(el, /What got in the way/);
    const list = (await shown(el, 'failure-reason-checklist')) as FailedInterventionGuide;
    // Parts that are fetched ahead have come, and the panel stands still.
    await waitUntil(() => customElements.get('family-learning-library'), 'parts are missing', { timeout: 5000 });
    for (let i = 0; i < 5; i += 1) await settled();
    let asked = 0;
    const { requestUpdate } = list;
    list.requestUpdate = function counted(this: FailedInterventionGuide, ...about) {
      asked += 1;
      requestUpdate.apply(this, about);
    };
    el.requestUpdate();
    await settled();
    expect(asked).to.equal(0);
    el.sponsorName = 'Rivertown North';
    await settled();
    expect(asked).to.be.above(0);
  });
});
