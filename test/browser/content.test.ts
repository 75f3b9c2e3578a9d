import { expect, html, waitUntil } from '@open-wc/testing';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/failure-reason-checklist.js';
import type { FailureReasonChecklist } from '../../src/elements/failure-reason-checklist/failure-reason-checklist.js';
import type { FigErrorEvent } from '../../src/events/events.js';
import { FETCH_TIMEOUT_MS } from '../../src/content/given.js';
import { loadContent } from '../../src/content/load.js';
import { renderRichText } from '../../src/content/render.js';
import type { RichText } from '../../src/content/rich-text.js';
import type { Bundle } from '../../src/content/schema.js';
import { render } from 'lit';
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
const other = (): Bundle => {
  const copy = structuredClone(bundle);
  copy.contentVersion = 'own-1';
  (copy.reasons.words as { title: string }).title = 'Our own title';
  return copy;
};

const originalFetch = window.fetch;
const answers = (url: string, respond: (init?: RequestInit) => Promise<Response>): void => {
  window.fetch = (input, init) => (String(input).includes(url) ? respond(init) : originalFetch(input, init));
};
const json = (data: unknown, init?: ResponseInit) => Promise.resolve(new Response(JSON.stringify(data), init));

/** A checklist that asks for `src`, with what it told the page. */
async function withSrc(src: string) {
  const heard = record<FigErrorEvent>(window, 'fig-error');
  const el = await mount<FailureReasonChecklist>(
    html`<failure-reason-checklist region="US" content-src=${src}></failure-reason-checklist>`,
  );
  return { el, heard };
}

let count = 0;
const freshUrl = () => `https://content.test/${(count += 1)}.json`;

describe('content from an address', () => {
  beforeEach(resetSession);
  afterEach(() => {
    window.fetch = originalFetch;
  });

  it('is shown in place of the built-in words', async () => {
    const url = freshUrl();
    answers(url, () => json(other()));
    const { el, heard } = await withSrc(url);
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
    expect(heard).to.deep.equal([]);
  });

  it('is fetched once, without cookies or referrer, however many widgets show it', async () => {
    const url = freshUrl();
    const asked: (RequestInit | undefined)[] = [];
    answers(url, (init) => {
      asked.push(init);
      return json(other());
    });
    await mount(html`<failed-intervention-guide content-src=${url}></failed-intervention-guide>`);
    const { el } = await withSrc(url);
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
    expect(asked.length).to.equal(1);
    expect(asked[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  const half = (): unknown => {
    const { plan: _plan, ...rest } = other();
    return rest;
  };
  const withLink = (): unknown => {
    const copy = other();
    const [reason] = copy.reasons.items;
    (reason as { what: RichText }).what = [
      { kind: 'p', children: [{ kind: 'link', href: 'javascript:alert(1)', children: ['x'] }] },
    ];
    return copy;
  };
  const withoutLines = (): unknown => {
    const copy = other();
    return { ...copy, core: { ...copy.core, lines: [] } };
  };

  const troubles: readonly [name: string, code: string, respond: () => Promise<Response>][] = [
    ['an error page', 'content-status', () => Promise.resolve(new Response('<h1>No</h1>', { status: 404 }))],
    ['a server error', 'content-status', () => Promise.resolve(new Response('', { status: 500 }))],
    ['HTML in place of JSON', 'content-not-json', () => Promise.resolve(new Response('<!doctype html>'))],
    [
      'a cut-off bundle',
      'content-not-json',
      () => Promise.resolve(new Response(JSON.stringify(bundle).slice(0, 5000))),
    ],
    ['far too much', 'content-not-json', () => Promise.resolve(new Response(' '.repeat(4_000_001)))],
    ['no answer', 'content-unreachable', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['an older schema', 'content-version', () => json({ ...other(), schemaVersion: 0 })],
    ['a newer schema', 'content-version', () => json({ ...other(), schemaVersion: 2 })],
    ['JSON that is no bundle', 'content-version', () => json(null)],
    ['half a bundle', 'content-invalid', () => json(half())],
    ['an unsafe link', 'content-invalid', () => json(withLink())],
    ['a region without lines', 'content-invalid', () => json(withoutLines())],
  ];
  for (const [name, code, respond] of troubles) {
    it(`falls back to the built-in words for ${name}, says why, and keeps help there`, async () => {
      const url = freshUrl();
      answers(url, respond);
      const { el, heard } = await withSrc(url);
      expect(byRole(el, 'heading', 'What got in the way?')).to.be.instanceOf(HTMLElement);
      expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
      expect(heard.map(({ detail }) => detail.code)).to.deep.equal([code]);
      expect(heard[0]?.detail.message).to.match(/\. The built-in content is shown instead\.$/);
      if (code === 'content-invalid') expect(heard[0]?.detail.issues.length).to.be.above(0);
    });
  }

  for (const address of [
    'javascript:alert(1)',
    'data:application/json,{}',
    'https://user:pw@x.test/',
    'https://',
    'file:///x',
  ]) {
    it(`does not ask ${address}`, async () => {
      let asked = 0;
      window.fetch = (...args) => {
        asked += 1;
        return originalFetch(...args);
      };
      const { el, heard } = await withSrc(address);
      expect(byRole(el, 'heading', 'What got in the way?')).to.be.instanceOf(HTMLElement);
      expect(heard[0]?.detail.code).to.equal('content-address');
      expect(asked).to.equal(0);
    });
  }

  it('shows help from the built-in words while an address is slow, and fallback from the page', async () => {
    const url = freshUrl();
    let finish: (response: Response) => void = () => undefined;
    answers(url, () => new Promise((done) => (finish = done)));
    const el = document.createElement('failure-reason-checklist');
    el.region = 'US';
    el.contentSrc = url;
    el.append('Words of the page');
    document.body.append(el);
    await waitUntil(() => allByRole(el, 'link', 'Call 911').length, 'no help', { timeout: 3000 });
    expect(el.shadowRoot?.querySelector('slot')).to.be.instanceOf(HTMLSlotElement);
    finish(new Response(JSON.stringify(other())));
    await ready(el);
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
    el.remove();
  });

  it('gives up on an address after a time, by an abort signal', async () => {
    const url = freshUrl();
    let signal: AbortSignal | null | undefined;
    answers(url, (init) => {
      signal = init?.signal;
      return json(other());
    });
    await withSrc(url);
    expect(signal).to.be.instanceOf(AbortSignal);
    expect(FETCH_TIMEOUT_MS).to.be.at.most(10_000);
  });

  it('tries an address again after it failed', async () => {
    const url = freshUrl();
    answers(url, () => Promise.reject(new TypeError('offline')));
    await withSrc(url);
    answers(url, () => json(other()));
    const { el } = await withSrc(url);
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
  });

  it('shows the newest address when it changes while the older one is slow', async () => {
    const [slow, quick] = [freshUrl(), freshUrl()];
    let finish: (response: Response) => void = () => undefined;
    window.fetch = (input) => (String(input) === slow ? new Promise((done) => (finish = done)) : json(other()));
    const el = document.createElement('failure-reason-checklist');
    el.contentSrc = slow;
    document.body.append(el);
    await el.updateComplete;
    el.contentSrc = quick;
    await ready(el);
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
    finish(new Response(JSON.stringify(bundle)));
    await settled();
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
    el.contentSrc = '';
    await waitUntil(() => allByRole(el, 'heading', 'What got in the way?').length);
    el.remove();
  });

  it('speaks once for a guide and all its parts', async () => {
    const url = freshUrl();
    answers(url, () => json({}));
    const heard = record(window, 'fig-error');
    const el = await mount(html`<failed-intervention-guide content-src=${url}></failed-intervention-guide>`);
    await click(el, 'button', /1?What got in the way/);
    await waitUntil(() =>
      el.shadowRoot?.querySelector('failure-reason-checklist')?.shadowRoot?.querySelector('.title'),
    );
    expect(heard.map(({ detail }) => detail.element)).to.deep.equal(['failed-intervention-guide']);
  });
});

describe('content as a property', () => {
  beforeEach(resetSession);

  const withContent = (content: unknown) =>
    mount<FailureReasonChecklist>(
      html`<failure-reason-checklist
        content-src="https://content.test/none"
        .content=${content}
      ></failure-reason-checklist>`,
    );

  it('beats an address', async () => {
    const el = await withContent(other());
    expect(byRole(el, 'heading', 'Our own title')).to.be.instanceOf(HTMLElement);
  });

  it('can be changed and taken away at any time', async () => {
    const el = await mount<FailureReasonChecklist>(
      html`<failure-reason-checklist .content=${other()}></failure-reason-checklist>`,
    );
    const next = other();
    (next.reasons.words as { title: string }).title = 'Another title';
    el.content = next;
    await waitUntil(() => allByRole(el, 'heading', 'Another title').length);
    el.content = undefined;
    await waitUntil(() => allByRole(el, 'heading', 'What got in the way?').length);
  });

  for (const [name, content] of [
    ['no bundle', { a: 1 }],
    ['a text', 'reasons'],
    ['another version', { ...bundle, schemaVersion: 7 }],
    ['a part missing', { ...bundle, reasons: undefined }],
    ['a part of another widget missing', { ...bundle, plan: undefined }],
    ['empty inside', { schemaVersion: 1, core: null, reasons: {} }],
    ['empty parts', { schemaVersion: 1, core: {}, reasons: {} }],
    ['nothing', null],
  ] as const) {
    it(`falls back when it is ${name}`, async () => {
      const heard = record(window, 'fig-error');
      const el = await withContent(content);
      expect(byRole(el, 'heading', 'What got in the way?')).to.be.instanceOf(HTMLElement);
      expect(heard.length).to.equal(1);
    });
  }

  it('can say anything: it stays text', async () => {
    const hostile = other();
    const evil = '<img src=x onerror="window.__hit=1"><script>1';
    for (const reason of hostile.reasons.items) (reason as { label: string }).label = evil;
    const el = await withContent(hostile);
    await settled();
    expect(el.shadowRoot?.querySelector('img, script')).to.equal(null);
    expect((window as { __hit?: number }).__hit).to.equal(undefined);
    expect(nameOf(allByRole(el, 'checkbox')[0] as Element)).to.contain('<img');
  });
});

describe('rich text', () => {
  const reading = {
    resolve: (place: string) => (place === 'emergency' ? { text: '911', href: 'tel:911' } : { text: 'a local line' }),
    newTab: '(opens in a new tab)',
  };
  const show = (text: unknown) => {
    const root = document.createElement('div');
    render(renderRichText(text as RichText, reading), root);
    return root;
  };

  it('shows every kind of node', () => {
    const root = show([
      { kind: 'p', children: ['a ', { kind: 'em', children: ['b'] }, { kind: 'strong', children: ['c'] }] },
      { kind: 'ul', items: [['d'], [{ kind: 'place', place: 'emergency' }]] },
      { kind: 'ol', items: [[{ kind: 'place', place: 'line:treatment' }]] },
      { kind: 'p', children: [{ kind: 'link', href: 'mailto:a@b.org', children: ['mail'] }] },
    ]);
    expect(root.querySelector('em')?.textContent).to.equal('b');
    expect(root.querySelector('strong')?.textContent).to.equal('c');
    expect(root.querySelector('ul a')?.getAttribute('href')).to.equal('tel:911');
    expect(root.querySelector('ol')?.textContent).to.contain('a local line');
    expect(root.querySelector('ol a')).to.equal(null);
    expect(root.querySelector('a[href="mailto:a@b.org"]')?.textContent).to.equal('mail');
  });

  it('opens other sites in a new tab, says so, and sends no referrer', () => {
    const root = show([{ kind: 'p', children: [{ kind: 'link', href: 'https://example.org/', children: ['site'] }] }]);
    const link = root.querySelector('a');
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.textContent).to.contain('(opens in a new tab)');
  });

  it('leaves out what it does not know, and keeps only the words of a link it may not show', () => {
    const root = show([
      { kind: 'html', html: '<script>' },
      {
        kind: 'p',
        children: [
          { kind: 'script', children: ['x'] },
          { kind: 'link', href: 'javascript:1', children: ['words'] },
        ],
      },
    ]);
    expect(root.querySelector('a, script')).to.equal(null);
    expect(root.textContent?.trim()).to.equal('words');
  });
});

describe('loadContent', () => {
  it('gives only the parts asked for', async () => {
    const { content } = await loadContent({ kind: 'built-in', locale: 'en' }, ['care']);
    expect(Object.keys(content)).to.have.members(['schemaVersion', 'contentVersion', 'locale', 'dir', 'core', 'care']);
  });
});
