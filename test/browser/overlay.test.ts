import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/crisis-help-bar.js';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/failure-reason-checklist.js';
import '../../src/define/next-steps-wizard.js';
import type { FailureReasonChecklist } from '../../src/elements/failure-reason-checklist/failure-reason-checklist.js';
import type { NextStepsWizard } from '../../src/elements/next-steps-wizard/next-steps-wizard.js';
import type { FigErrorEvent, FigReadyEvent } from '../../src/events/events.js';
import type { Overlay } from '../../src/content/overlay.js';
import {
  allByRole,
  byRole,
  click,
  mount,
  nameOf,
  ready,
  record,
  resetSession,
  settled,
  wholeBundle,
} from './helpers.js';

const bundle = await wholeBundle();

const HIDDEN = 'too_long';
const [line] = bundle.core.lines.filter(({ id }) => id === 'us_988');
const [reason] = bundle.reasons.items.filter(({ id }) => id === HIDDEN);
if (!line || !reason) throw new Error('The built-in words have changed.');

const overlay = (parts: Overlay['parts'], facts: Partial<Overlay> = {}): Overlay => ({
  schemaVersion: 1,
  extends: 'en',
  locale: 'en',
  dir: 'ltr',
  contentVersion: 'cedar-1',
  parts,
  ...facts,
});

/** What a center may change: two reasons more, one less, another title, and a line of its own. */
const center = overlay({
  core: { lines: { put: [{ ...line, id: 'cedar_line', name: 'Cedar Hollow night line', after: 'us_samhsa' }] } },
  reasons: {
    words: { title: 'What made it hard?' },
    items: {
      put: [
        { ...reason, id: 'children_at_home', label: 'Children were at home', after: 'surprise' },
        { ...reason, id: 'met_on_video', label: 'We met on a video call', after: 'children_at_home' },
      ],
      drop: [HIDDEN],
    },
  },
});

/** Files of words that the page has asked for, in the order of their names. */
const wordsLoaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => /\/content\/(en|es)\/(\w+)\.js/.exec(name)?.slice(1).join('/') ?? [])
    .sort();

const originalFetch = window.fetch;
let count = 0;
/** An address that answers with that, once the test lets it. */
function address(data: unknown): string {
  const url = `https://overlay.test/${(count += 1)}.json`;
  const before = window.fetch;
  window.fetch = (input, init) =>
    String(input) === url ? Promise.resolve(new Response(JSON.stringify(data))) : before(input, init);
  return url;
}

const withContent = (content: Overlay) =>
  mount<FailureReasonChecklist>(
    html`<failure-reason-checklist region="US" .content=${content}></failure-reason-checklist>`,
  );
const labels = (el: Element) => allByRole(el, 'checkbox').map(nameOf);

describe('an overlay', () => {
  beforeEach(resetSession);
  afterEach(() => {
    window.fetch = originalFetch;
  });

  // Comes first, as the page has loaded nothing yet.
  it('downloads the words of the checklist, and no others', async () => {
    expect(wordsLoaded()).to.deep.equal([]);
    const el = await withContent(center);
    expect(byRole(el, 'heading', 'What made it hard?')).to.be.instanceOf(HTMLElement);
    // Those of looking back follow when the page is idle, overlay or not.
    expect(wordsLoaded().filter((name) => name !== 'en/debrief')).to.deep.equal(['en/core', 'en/reasons']);
  });

  it('adds, hides and words things, from an address', async () => {
    const heard = record<FigErrorEvent>(window, 'fig-error');
    const versions = record<FigReadyEvent>(window, 'fig-ready');
    const el = await mount<FailureReasonChecklist>(
      html`<failure-reason-checklist region="US" content-src=${address(center)}></failure-reason-checklist>`,
    );
    expect(byRole(el, 'heading', 'What made it hard?')).to.be.instanceOf(HTMLElement);
    expect(labels(el)).to.include.members(['Children were at home', 'We met on a video call']);
    expect(labels(el)).not.to.include(reason.label);
    expect(labels(el)).to.include('They felt cornered or blamed');
    expect(versions.map(({ detail }) => detail.contentVersion)).to.include('cedar-1');
    expect(heard).to.deep.equal([]);
  });

  it('puts its line behind those that are there', async () => {
    const el = await withContent(center);
    await click(el, 'button', 'Get help now');
    const text = el.shadowRoot?.querySelector('crisis-help-bar')?.shadowRoot?.textContent ?? '';
    expect(text).to.contain('Cedar Hollow night line');
    expect(text.indexOf(line.name)).to.be.below(text.indexOf('Cedar Hollow night line'));
    expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
  });

  it('says the same in every part of a guide', async () => {
    const el = await mount(
      html`<failed-intervention-guide region="US" content-src=${address(center)}></failed-intervention-guide>`,
    );
    await click(el, 'button', /What got in the way/);
    await waitUntil(() => allByRole(el, 'heading', 'What made it hard?').length);
    expect(labels(el)).to.include('Children were at home');
  });

  it('can be taken away and put back', async () => {
    const el = await withContent(center);
    el.content = undefined;
    await waitUntil(() => allByRole(el, 'heading', 'What got in the way?').length);
    expect(labels(el)).to.include(reason.label);
    el.content = center;
    await waitUntil(() => allByRole(el, 'heading', 'What made it hard?').length);
  });

  it('is shown in its own language, whatever that of the page', async () => {
    const el = await mount<FailureReasonChecklist>(
      html`<failure-reason-checklist locale="es" region="US" .content=${center}></failure-reason-checklist>`,
    );
    expect(byRole(el, 'heading', 'What made it hard?')).to.be.instanceOf(HTMLElement);
    expect(el.shadowRoot?.querySelector('.fig')?.getAttribute('lang')).to.equal('en');
  });

  it('changes Spanish in the same way', async () => {
    const title = '¿Qué lo hizo difícil?';
    const spanish = overlay({ reasons: { words: { title } } }, { extends: 'es', locale: 'es-US' });
    const el = await mount<FailureReasonChecklist>(
      html`<failure-reason-checklist region="US" .content=${spanish}></failure-reason-checklist>`,
    );
    expect(byRole(el, 'heading', title)).to.be.instanceOf(HTMLElement);
    expect(el.shadowRoot?.querySelector('.fig')?.getAttribute('lang')).to.equal('es-US');
  });
});

describe('an overlay that goes too far', () => {
  beforeEach(resetSession);
  afterEach(() => {
    window.fetch = originalFetch;
  });

  const gate = bundle.steps.questions.filter(({ kind }) => kind === 'gate');
  const refused: readonly [name: string, content: unknown, issue: RegExp][] = [
    [
      'takes a suicide line away',
      overlay({ core: { lines: { drop: ['us_988'] } } }),
      /^core\.lines: "us_988": a crisis line can be added/,
    ],
    [
      'changes the emergency number',
      overlay({
        core: {
          lines: {
            put: bundle.core.lines
              .filter(({ id }) => id === 'us_911')
              .map((one) => ({ ...one, how: [{ mode: 'call' as const, value: '555-0100' }] })),
          },
        },
      }),
      /^core\.lines: "us_911"/,
    ],
    [
      'puts its number before the emergency number',
      overlay({ core: { lines: { put: [{ ...line, id: 'own_line', kind: 'emergency', after: null }] } } }),
      /^core\.lines: "own_line": an added line comes after/,
    ],
    ['takes a region away', overlay({ core: { regions: { drop: ['region_us'] } } }), /^core\.regions: "region_us"/],
    [
      'takes a safety screen away',
      overlay({ core: { safety: { drop: ['cannot_wake'] } } }),
      /^core\.safety: "cannot_wake"/,
    ],
    [
      'takes the question about danger away',
      overlay({ steps: { questions: { drop: gate.map(({ id }) => id) } } }),
      /^steps\.questions: "q_safe_now"/,
    ],
    [
      'takes the number out of a button',
      overlay({ core: { words: { help: { call: 'Call' } } } }),
      /^core\.words\.help\.call: /,
    ],
    ['is in another language', overlay({}, { locale: 'es' }), /^locale: /],
    [
      'changes what is not built in',
      overlay({}, { extends: 'fr' }),
      /^extends: "fr" is not built in; built in: en, es$/,
    ],
    ['has a part that does not exist', { ...center, parts: { other: {} } }, /^parts: unrecognized_keys$/],
    ['has no parts', { ...center, parts: undefined }, /^parts: invalid_type$/],
  ];

  for (const [name, content, issue] of refused) {
    it(`is refused as a whole when it ${name}, and says why`, async () => {
      const whole = { ...center, ...(content as Overlay) };
      const parts = (content as Overlay).parts as Overlay['parts'] | undefined;
      // Harmless changes beside it are not made either.
      const given = { ...whole, parts: parts && { ...parts, reasons: center.parts.reasons } };
      const heard = record<FigErrorEvent>(window, 'fig-error');
      const el = await mount<FailureReasonChecklist>(
        html`<failure-reason-checklist region="US" content-src=${address(given)}></failure-reason-checklist>`,
      );
      expect(byRole(el, 'heading', 'What got in the way?')).to.be.instanceOf(HTMLElement);
      expect(labels(el)).to.include(reason.label);
      expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
      expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['content-invalid']);
      expect(heard[0]?.detail.issues[0]).to.match(issue);
      expect(heard[0]?.detail.message)
        .to.contain('is not a valid overlay')
        .and.to.match(/The built-in content is shown/);
    });
  }

  it('is refused as a property too, and the wizard still asks about danger', async () => {
    const heard = record<FigErrorEvent>(window, 'fig-error');
    const [question] = gate;
    const changes = { put: [{ ...(question as NonNullable<typeof question>), ask: 'Shall we go on?' }] };
    const el = await mount<NextStepsWizard>(
      html`<next-steps-wizard region="US" .content=${overlay({ steps: { questions: changes } })}></next-steps-wizard>`,
    );
    await settled();
    expect(el.shadowRoot?.textContent)
      .to.contain('Is anyone in danger right now?')
      .and.not.to.contain('Shall we go on?');
    expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['content-invalid']);
  });

  it('of an older schema is not read', async () => {
    const heard = record<FigErrorEvent>(window, 'fig-error');
    const el = await withContent({ ...center, schemaVersion: 0 as 1 });
    await ready(el);
    expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['content-version']);
  });
});
