import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { defineElement } from '../../src/define/define-element.js';
import { type FailureReasonChecklist } from '../../src/elements/failure-reason-checklist/failure-reason-checklist.js';
import type { GuideElement } from '../../src/elements/shared/guide-element.js';
import { pageSession } from '../../src/session/session.js';
import { tickReason } from '../../src/session/transitions.js';
import { SHOWN_TAGS } from './elements.js';
import {
  allByRole,
  byRole,
  click,
  mount,
  ready,
  record,
  resetSession,
  settled,
  stubIdle,
  type,
  warnings,
} from './helpers.js';

const create = (tag: string) => document.createElement(tag) as GuideElement;

for (const tag of SHOWN_TAGS) {
  describe(`<${tag}>: lifecycle`, () => {
    beforeEach(resetSession);

    it('works created detached, put in, moved, removed and put back', async () => {
      const el = create(tag);
      el.region = 'US';
      const [first, second] = [document.createElement('div'), document.createElement('div')];
      document.body.append(first, second);
      first.append(el);
      await ready(el);
      second.append(el);
      await settled();
      expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
      el.remove();
      pageSession().apply(tickReason('felt_cornered', true));
      first.append(el);
      await ready(el);
      expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
      first.remove();
      second.remove();
    });

    it('keeps properties that were set before it was defined', async () => {
      const name = `late-${tag}`;
      const el = document.createElement(name) as GuideElement;
      el.region = 'AU';
      document.body.append(el);
      const Base = customElements.get(tag) as CustomElementConstructor;
      defineElement(name, class extends Base {});
      await ready(el);
      expect(allByRole(el, 'link', 'Call 000').length).to.be.above(0);
      el.remove();
    });

    it('works twice on a page, each with its own settings', async () => {
      const [a, b] = [create(tag), create(tag)];
      a.region = 'US';
      b.region = 'UK';
      document.body.append(a, b);
      await ready(a);
      await ready(b);
      expect(allByRole(a, 'link', 'Call 911').length).to.be.above(0);
      expect(allByRole(b, 'link', 'Call 999').length).to.be.above(0);
      a.remove();
      b.remove();
    });

    it('has a width in a parent that shrinks to fit', async () => {
      for (const name of ['flex', 'center'] as const) {
        const parent = document.createElement('div');
        parent.style.cssText =
          name === 'flex' ? 'display: flex' : 'display: flex; flex-direction: column; align-items: center';
        const el = create(tag);
        parent.append(el);
        document.body.append(parent);
        await ready(el);
        expect(el.getBoundingClientRect().width, name).to.equal(parent.getBoundingClientRect().width);
        parent.remove();
      }
    });

    it('respects hidden', async () => {
      const el = create(tag);
      el.hidden = true;
      document.body.append(el);
      await el.updateComplete;
      expect(getComputedStyle(el).display).to.equal('none');
      el.remove();
    });

    it('writes nothing on its own tag', async () => {
      const el = create(tag);
      document.body.append(el);
      await ready(el);
      el.theme = 'dark';
      el.region = 'US';
      await settled();
      expect(el.getAttributeNames()).to.deep.equal([]);
      el.remove();
    });

    it('stores nothing and asks nobody', async () => {
      const { fetch } = window;
      let requests = 0;
      window.fetch = (...args) => {
        requests += 1;
        return fetch(...args);
      };
      const el = create(tag);
      document.body.append(el);
      await ready(el);
      for (const control of allByRole(el, 'checkbox').slice(0, 3)) control.click();
      await settled();
      window.fetch = fetch;
      el.remove();
      expect(requests).to.equal(0);
      expect(localStorage.length + sessionStorage.length).to.equal(0);
      expect(document.cookie).to.equal('');
    });

    it('reacts when an attribute changes at any time', async () => {
      const el = create(tag);
      document.body.append(el);
      await ready(el);
      expect(allByRole(el, 'link', /^Call \d+/).length).to.equal(0);
      el.setAttribute('region', 'CA');
      await settled();
      expect(allByRole(el, 'link', 'Call 911').length).to.be.above(0);
      el.removeAttribute('region');
      await settled();
      expect(allByRole(el, 'link', 'Call 911').length).to.equal(0);
      el.setAttribute('heading-level', '4');
      el.removeAttribute('heading-level');
      el.setAttribute('theme', 'dark');
      await settled();
      expect(el.shadowRoot?.querySelector('.fig')?.getAttribute('data-theme')).to.equal('dark');
      el.remove();
    });
  });
}

describe('settings', () => {
  beforeEach(resetSession);

  const list = (template: Parameters<typeof mount>[0]) => mount<FailureReasonChecklist>(template);

  it('uses the heading level asked for, and real headings below it', async () => {
    const el = await list(html`<failure-reason-checklist heading-level="5"></failure-reason-checklist>`);
    expect(byRole(el, 'heading', 'What got in the way?').localName).to.equal('h5');
    expect(byRole(el, 'heading', 'Keep, change, stop').localName).to.equal('h6');
    el.headingLevel = 1;
    await settled();
    expect(byRole(el, 'heading', 'What got in the way?').localName).to.equal('h1');
  });

  it('falls back to the usual value for what it does not know, and names what is allowed', async () => {
    let el: FailureReasonChecklist | undefined;
    const said = await warnings(async () => {
      el = await list(
        html`<failure-reason-checklist
          theme="neon"
          heading-level="9"
          events="loud"
          session="mine"
          save="always"
        ></failure-reason-checklist>`,
      );
    });
    expect(el?.shadowRoot?.querySelector('.fig')?.getAttribute('data-theme')).to.equal('auto');
    expect(byRole(el as Element, 'heading', 'What got in the way?').localName).to.equal('h2');
    for (const [attribute, allowed] of [
      ['theme="neon"', 'auto, light, dark'],
      ['heading-level="9"', '1, 2, 3, 4, 5, 6'],
      ['events="loud"', 'coarse, off, full'],
      ['session="mine"', 'shared, separate'],
      ['save="always"', 'off, offer'],
    ] as const) {
      expect(said.filter((words) => words.includes(attribute) && words.includes(allowed)).length, attribute).to.equal(
        1,
      );
    }
  });

  it('names the regions it knows when it is given another one', async () => {
    const said = await warnings(async () => {
      const el = await list(html`<failure-reason-checklist region="XX"></failure-reason-checklist>`);
      await waitUntil(() => allByRole(el, 'button', 'Get help now').length);
    });
    const [first, ...more] = said.filter((words) => words.includes('region="XX"'));
    expect(first).to.contain('Allowed: US, CA, UK, AU.');
    expect(more).to.deep.equal([]);
  });

  it('shows English for a language it does not have, with one warning', async () => {
    let el: FailureReasonChecklist | undefined;
    const said = await warnings(async () => {
      el = await list(html`<failure-reason-checklist locale="tlh"></failure-reason-checklist>`);
      await list(html`<failure-reason-checklist locale="tlh"></failure-reason-checklist>`);
    });
    expect(byRole(el as Element, 'heading', 'What got in the way?')).to.be.instanceOf(HTMLElement);
    expect(el?.shadowRoot?.querySelector('.fig')?.getAttribute('lang')).to.equal('en');
    expect(said.filter((words) => words.includes('"tlh"')).length).to.equal(1);
  });

  it('takes the language from the nearest lang, also outside its shadow root', async () => {
    const said = await warnings(async () => {
      const host = await fixture<HTMLElement>(html`<section lang="x-far"><div id="host"></div></section>`);
      const root = (host.querySelector('#host') as HTMLElement).attachShadow({ mode: 'open' });
      const el = create('failure-reason-checklist');
      root.append(el);
      await ready(el);
    });
    expect(said.filter((words) => words.includes('"x-far"')).length).to.equal(1);
  });

  it('takes en-US for en', async () => {
    const said = await warnings(async () => {
      await list(html`<failure-reason-checklist locale="en-US"></failure-reason-checklist>`);
    });
    expect(said).to.deep.equal([]);
  });

  it('keeps a separate session to itself', async () => {
    const el = await list(html`<failure-reason-checklist session="separate"></failure-reason-checklist>`);
    const other = await list(html`<failure-reason-checklist></failure-reason-checklist>`);
    await click(el, 'checkbox', 'We talked for too long');
    expect(byRole<HTMLInputElement>(other, 'checkbox', 'We talked for too long').checked).to.equal(false);
    el.session = 'shared';
    await settled();
    expect(byRole<HTMLInputElement>(el, 'checkbox', 'We talked for too long').checked).to.equal(false);
  });

  it('shares the page-wide session with widgets apart from each other', async () => {
    const a = await list(html`<failure-reason-checklist></failure-reason-checklist>`);
    const b = await list(html`<failure-reason-checklist></failure-reason-checklist>`);
    await click(a, 'checkbox', 'We talked for too long');
    expect(byRole<HTMLInputElement>(b, 'checkbox', 'We talked for too long').checked).to.equal(true);
    await click(b, 'checkbox', 'We talked for too long');
    expect(byRole<HTMLInputElement>(a, 'checkbox', 'We talked for too long').checked).to.equal(false);
  });

  it('keeps what is typed out of sight of the page', async () => {
    const el = await list(html`<failure-reason-checklist></failure-reason-checklist>`);
    await click(el, 'checkbox', 'We talked for too long');
    const heard = record(window, 'input', 'change');
    await type(el, 'textbox', 'In our own words', 'secret');
    expect(pageSession().state.note).to.equal('secret');
    expect(heard).to.deep.equal([]);
  });

  it('speaks when it is ready, once, and with what is shown', async () => {
    const heard = record(window, 'fig-ready');
    const el = await list(html`<failure-reason-checklist region="ZZ"></failure-reason-checklist>`);
    el.region = 'US';
    await settled();
    expect(heard.length).to.equal(1);
    const { detail } = heard[0] as CustomEvent;
    expect(detail).to.include({ version: 1, element: 'failure-reason-checklist', locale: 'en', region: '' });
    expect(detail.instance).to.match(/^fig-\d+$/);
    expect(heard[0]?.bubbles && heard[0].composed && !heard[0].cancelable).to.equal(true);
  });

  it('stays legible when a page has a 62.5 % root', async () => {
    document.documentElement.style.fontSize = '62.5%';
    const el = await list(html`<failure-reason-checklist></failure-reason-checklist>`);
    expect(getComputedStyle(el.shadowRoot?.querySelector('.fig') as Element).fontSize).to.equal('16px');
    document.documentElement.style.fontSize = '';
  });

  it('keeps contrast whatever accent the page gives', async () => {
    const el = await list(html`<failure-reason-checklist theme="light"></failure-reason-checklist>`);
    await click(el, 'checkbox', 'We talked for too long');
    for (const accent of ['yellow', '#fff', '#000', 'hotpink', 'rgb(255 255 0 / 0.3)', 'transparent']) {
      el.style.setProperty('--fig-accent', accent);
      for (const theme of ['light', 'dark'] as const) {
        el.theme = theme;
        await settled();
        await expect(el).to.be.accessible();
      }
    }
  });
});

describe('defineElement', () => {
  it('lets the first definition win', () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineElement('fig-test-once', First);
    defineElement('fig-test-once', Second);
    expect(customElements.get('fig-test-once')).to.equal(First);
  });
});

describe('autoload', () => {
  it('registers a tag when the document first holds it: there already, added, and deep inside what is added', async () => {
    const { autoload } = await import('../../src/define/autoload.js');
    const asked: string[] = [];
    const tags = ['fig-a', 'fig-b', 'fig-c', 'fig-d'];
    document.body.append(document.createElement('fig-a'));
    autoload(Object.fromEntries(tags.map((tag) => [tag, async () => void asked.push(tag)])));
    await settled();
    expect(asked).to.deep.equal(['fig-a']);
    document.body.append(document.createElement('fig-b'), 'text');
    const section = document.createElement('section');
    section.append(document.createElement('fig-c'), document.createElement('fig-c'));
    document.body.append(section);
    await settled();
    expect(asked).to.deep.equal(['fig-a', 'fig-b', 'fig-c']);
    document.querySelectorAll('fig-a, fig-b, fig-c').forEach((el) => el.remove());
  });

  it('brings what comes first in the document first, and waits until it is there', async () => {
    const { autoload } = await import('../../src/define/autoload.js');
    const asked: string[] = [];
    const come: (() => void)[] = [];
    const define = (tag: string) => () => {
      asked.push(tag);
      return new Promise<void>((done) => come.push(done));
    };
    const added = ['fig-upper', 'fig-lower'].map((tag) => document.createElement(tag));
    document.body.append(...added);
    autoload({ 'fig-lower': define('fig-lower'), 'fig-upper': define('fig-upper') });
    await settled();
    expect(asked).to.deep.equal(['fig-upper']);
    come[0]?.();
    await waitUntil(() => asked.length === 2);
    expect(asked).to.deep.equal(['fig-upper', 'fig-lower']);
    come[1]?.();
    added.forEach((el) => el.remove());
  });

  it('brings what is far below once the browser has nothing else to do', async () => {
    const { autoload } = await import('../../src/define/autoload.js');
    const asked: string[] = [];
    const idle: IdleRequestCallback[] = [];
    const restore = stubIdle((run) => idle.push(run));
    try {
      const [far, near] = [document.createElement('fig-far'), document.createElement('fig-near')];
      const gap = document.createElement('div');
      gap.style.height = '500vh';
      document.body.append(near, gap, far);
      autoload(Object.fromEntries(['fig-far', 'fig-near'].map((tag) => [tag, async () => void asked.push(tag)])));
      await settled();
      expect(asked).to.deep.equal(['fig-near']);
      await waitUntil(() => idle.length === 1);
      idle[0]?.({ didTimeout: false, timeRemaining: () => 50 });
      await waitUntil(() => asked.length === 2);
      [far, near, gap].forEach((el) => el.remove());
    } finally {
      restore();
    }
  });

  it('tries again with the next element when a file did not come', async () => {
    const { autoload } = await import('../../src/define/autoload.js');
    let tries = 0;
    const said = await warnings(async () => {
      autoload({
        'fig-flaky': () => {
          tries += 1;
          return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve();
        },
      });
      document.body.append(document.createElement('fig-flaky'));
      await waitUntil(() => tries === 1);
      await settled();
      document.body.append(document.createElement('fig-flaky'));
      await waitUntil(() => tries === 2);
    });
    expect(said[0]).to.contain('<fig-flaky> could not be loaded');
    document.querySelectorAll('fig-flaky').forEach((el) => el.remove());
  });

  it('asks for the words of an element while its code is on the way, unless it brings its own', async () => {
    const { wordsAhead } = await import('../../src/elements/shared/words-ahead.js');
    const asked = (part: string) =>
      performance.getEntriesByType('resource').some(({ name }) => new RegExp(`/es/${part}\\b`).test(name));
    const el = document.createElement('fig-e');
    el.lang = 'es';
    const own = document.createElement('fig-own');
    own.setAttribute('content-src', 'words.json');
    own.lang = 'es';
    await wordsAhead(own, 'timeline');
    await wordsAhead(el, 'tools');
    await waitUntil(() => asked('tools'), 'nothing was asked for', { timeout: 5000 });
    expect(asked('timeline')).to.be.false;
  });
});
