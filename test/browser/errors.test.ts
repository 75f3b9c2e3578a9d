import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { LitElement } from 'lit';
import '../../src/define/center-contact.js';
import '../../src/define/failed-intervention-guide.js';
import '../../src/define/failure-reason-checklist.js';
import '../../src/define/family-self-care-card.js';
import '../../src/define/next-steps-wizard.js';
import type { ErrorDetail, FigErrorEvent } from '../../src/events/events.js';
import { NOTES_KEY, NOTES_KIND, NOTES_VERSION } from '../../src/session/notes.js';
import { ask, fillIn, onPage, silentOnPage, SPONSOR } from './contact-page.js';
import { allByRole, click, mount, ready, resetSession, settled, warnings, wholeBundle } from './helpers.js';

type Code = ErrorDetail['code'];

interface Cause {
  /** Brings the trouble about, as it comes about on a page. Gives the element that is in trouble. */
  readonly happens: () => Promise<LitElement>;
  /** What the developer reads. */
  readonly says: RegExp;
  readonly issues?: RegExp;
}

/** Stands in whatever no log may hold: what a visitor typed, who signs in at an address, what is asked for there. */
const SECRET = 'SECRET';

const checklist = (src: string) =>
  mount<LitElement>(html`<failure-reason-checklist region="US" content-src=${src}></failure-reason-checklist>`);
const withContent = (content: unknown) =>
  mount<LitElement>(html`<failure-reason-checklist region="US" .content=${content}></failure-reason-checklist>`);

/** A card that offers to save; it may know that there is trouble before anybody taps. */
async function card(): Promise<LitElement> {
  const el = await mount<LitElement>(html`<family-self-care-card region="US" save="offer"></family-self-care-card>`);
  await waitUntil(() => el.shadowRoot?.querySelector('[part=saving]'), 'no saving', { timeout: 5000 });
  const box = el.shadowRoot?.querySelector<HTMLDetailsElement>('details[part=saving]');
  if (box) box.open = true;
  await settled();
  return el;
}
async function cardWithNotes(stored: string): Promise<LitElement> {
  localStorage.setItem(NOTES_KEY, stored);
  return card();
}

const cleanups: (() => void)[] = [];

/** Uses up all the room that the browser gives this site. */
function fillStorage(): void {
  const keys: string[] = [];
  cleanups.push(() => keys.forEach((key) => localStorage.removeItem(key)));
  for (let size = 2 ** 20; size >= 1;) {
    const key = `fill-${keys.length}`;
    try {
      localStorage.setItem(key, 'x'.repeat(size));
      keys.push(key);
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

/** As in a frame without storage: the browser throws when a page only looks for it. */
function blockStorage(): void {
  const own = Object.getOwnPropertyDescriptor(window, 'localStorage') as PropertyDescriptor;
  cleanups.push(() => Object.defineProperty(window, 'localStorage', own));
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get() {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
}

const FORM = html`<form id="theirs">
  <input type="tel" name="tel" data-fig="contact.phone" />
</form>`;

/**
 * A page of its own with the built kit, whose policy lets every file through that the checklist needs at first, but
 * those that are held back.
 */
async function pageWithout(heldBack: RegExp) {
  const preload = (await (await fetch('/dist/preload.json')).json()) as Record<string, Record<string, string[]>>;
  const files = preload['failure-reason-checklist']?.en ?? [];
  const allowed = files.filter((file) => !heldBack.test(file)).map((file) => `${location.origin}/dist/${file}`);
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><head>
    <meta http-equiv="Content-Security-Policy" content="script-src ${allowed.join(' ')}" /></head>
    <body><failure-reason-checklist region="US">Words of the page</failure-reason-checklist></body></html>`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  await fixture(html`<div>${frame}</div>`);
  await loaded;
  const page = frame.contentDocument as Document;
  // The frame has a console of its own, and what it says is said on this page too.
  const { console: own } = frame.contentWindow as unknown as { console: Console };
  own.warn = (...words: unknown[]) => console.warn(...words);
  const heard: FigErrorEvent[] = [];
  page.addEventListener('fig-error', (event) => heard.push(event));
  page.addEventListener('fig-error', (event) => window.dispatchEvent(new CustomEvent('framed', { detail: event })));
  const script = page.createElement('script');
  script.type = 'module';
  script.src = '/dist/embed.js';
  page.head.append(script);
  return { el: page.querySelector('failure-reason-checklist') as LitElement, heard };
}

/** For each code, what makes it happen. The type asks for one more when there is a new code. */
const CAUSES: Readonly<Record<Code, Cause>> = {
  'content-address': {
    happens: () => checklist(`https://jo:${SECRET}@words.test/en.json?key=${SECRET}`),
    says: /^"…words\.test\/en\.json…" is not an http\(s\) address\. The built-in content is shown instead\.$/,
  },
  'content-unreachable': {
    // Browsers let no page ask for this port, and nothing answers there.
    happens: () => checklist(`http://127.0.0.1:9/en.json?key=${SECRET}`),
    says: /^http:\/\/127\.0\.0\.1:9\/en\.json could not be read \(TypeError\)\. The built-in/,
  },
  'content-status': {
    happens: () => checklist(`/no-such-file.json?key=${SECRET}`),
    says: /^http:\/\/\S+\/no-such-file\.json answered 404\. The built-in/,
  },
  'content-not-json': {
    happens: () => checklist(`/LICENSE?key=${SECRET}`),
    says: /^http:\/\/\S+\/LICENSE did not answer with a bundle in JSON\. The built-in/,
  },
  'content-version': {
    happens: () => checklist(`/package.json?key=${SECRET}`),
    says: /^http:\/\/\S+\/package\.json has schemaVersion undefined, and this kit reads 1\. Build it again/,
  },
  'content-invalid': {
    happens: async () => {
      const bundle = await wholeBundle();
      const sources = bundle.core.sources.map((source) => ({ ...source, url: `http://words.test/?${SECRET}` }));
      return withContent({ ...bundle, core: { ...bundle.core, sources } });
    },
    says: /^The `content` property is not a valid bundle: core\.sources\.0\.url: unsafe-link\. The built-in/,
    issues: /^core\.sources\.0\.url: unsafe-link\ncore\.sources\.1\.url: unsafe-link\n/,
  },
  'storage-blocked': {
    happens: () => {
      blockStorage();
      return card();
    },
    says: /^The browser does not let this page save/,
  },
  'storage-full': {
    happens: async () => {
      const el = await card();
      fillStorage();
      await click(el, 'button', 'Save on this device');
      return el;
    },
    says: /^There is no room left to save/,
  },
  'storage-unreadable': {
    happens: () => cardWithNotes(`what ${SECRET} another script put there`),
    says: /^What is saved on the device can not be read/,
  },
  'storage-newer': {
    happens: () =>
      cardWithNotes(
        JSON.stringify({
          kind: NOTES_KIND,
          version: NOTES_VERSION + 1,
          savedAt: new Date().toISOString(),
          days: 30,
          state: { note: SECRET },
        }),
      ),
    says: /comes from a newer version of the kit/,
  },
  'sponsor-incomplete': {
    happens: async () => {
      const facts = { ...SPONSOR, sponsorPhone: '', sponsorPrivacyUrl: `http://rivertown.example/?${SECRET}` };
      return (await silentOnPage(html`<center-contact lead="offer" region="US"></center-contact>`, facts)).el;
    },
    says: /^Nothing is offered to the visitor, as facts are missing: sponsor-phone is empty; sponsor-privacy-url is/,
    issues: /^sponsor-phone is empty\nsponsor-privacy-url is not an https:\/\/ address$/,
  },
  'lead-form-missing': {
    happens: async () =>
      (await silentOnPage(html`<center-contact lead-form="#no-such-form" region="US"></center-contact>`)).el,
    says: /no form fits lead-form/,
  },
  'lead-fields-unknown': {
    happens: () =>
      onPage(
        html`${FORM}<center-contact
            lead-form="#theirs"
            lead-fields="contact.fax: fax; safe.message: tel"
            region="US"
          ></center-contact>`,
      ),
    says: /^lead-fields names fields that there are none of: contact\.fax: fax\.$/,
    issues: /^contact\.fax: fax$/,
  },
  'lead-safe-missing': {
    happens: () => onPage(html`${FORM}<center-contact lead-form="#theirs" region="US"></center-contact>`),
    says: /^No call is offered, as the form has no field for safe\.message\.$/,
  },
  'lead-unhandled': {
    happens: async () => {
      const el = await onPage();
      await ask(el);
      await fillIn(el, `${SECRET}@example.com`);
      await click(el, 'button', 'Send my request');
      await settled();
      return el;
    },
    says: /^Nobody took a lead/,
  },
  'file-missing': {
    happens: async () => {
      const { el } = await pageWithout(/words-en-reasons/);
      await waitUntil(
        () => el.shadowRoot?.querySelector('crisis-help-bar')?.shadowRoot?.querySelector('.bar'),
        'help',
        {
          timeout: 5000,
        },
      );
      return el;
    },
    says: /^A file of the kit could not be loaded\./,
  },
  'setting-unknown': {
    happens: () =>
      mount<LitElement>(html`<failure-reason-checklist region="US" theme="drak"></failure-reason-checklist>`),
    says: /^<failure-reason-checklist theme="drak"> is not known; "auto" is used\. Allowed: auto, light, dark\.$/,
  },
};

/** What can be read on an element, in whatever shadow roots. */
function wordsOn(node: Element | ShadowRoot): string {
  const inside = [...node.children, ...('shadowRoot' in node && node.shadowRoot ? [node.shadowRoot] : [])];
  return `${node.textContent} ${inside.map(wordsOn).join(' ')}`;
}

/** Troubles that the page hears of while `act` runs, with what the console says. */
async function troubles<T>(act: () => Promise<T>) {
  const heard: FigErrorEvent[] = [];
  const onError = (event: FigErrorEvent) => void heard.push(event);
  const onFramed = (event: Event) => onError((event as CustomEvent<FigErrorEvent>).detail);
  window.addEventListener('fig-error', onError);
  window.addEventListener('framed', onFramed);
  cleanups.push(() => {
    window.removeEventListener('fig-error', onError);
    window.removeEventListener('framed', onFramed);
  });
  let result: T | undefined;
  const said = await warnings(async () => {
    result = await act();
    await waitUntil(() => heard.length > 0, 'the page hears of nothing', { timeout: 5000 });
    await settled();
  });
  return { result: result as T, heard, said };
}

function cleanUp(): void {
  for (const clean of cleanups.splice(0)) clean();
  fixtureCleanup();
  resetSession();
}

describe('fig-error', () => {
  beforeEach(resetSession);
  afterEach(cleanUp);

  for (const [code, { happens, says, issues }] of Object.entries(CAUSES) as [Code, Cause][]) {
    it(code, async () => {
      const { result: el, heard, said } = await troubles(happens);
      const details = heard.map(({ detail }) => detail);
      expect(details.map((detail) => detail.code)).to.deep.equal([code]);
      expect(details[0]?.element).to.equal(el.localName);
      expect(details[0]?.message).to.match(says);
      expect(details[0]?.issues.join('\n')).to.match(issues ?? /^$/);
      expect(said.filter((line) => line.endsWith(`See docs/errors.md#${code}.`)).length).to.equal(1);

      // Nothing that is a visitor's, or somebody's key.
      expect(`${JSON.stringify(details)} ${said.join(' ')}`).not.to.contain(SECRET);
      // A family reads nothing of it, and has help.
      const words = wordsOn(el);
      expect(words)
        .not.to.contain(code)
        .and.not.to.contain(details[0]?.message ?? code);
      expect(words).to.contain('911');

      // Shown anew, it is the same trouble.
      for (let i = 0; i < 3; i += 1) {
        el.requestUpdate();
        await settled();
      }
      expect(heard.length).to.equal(1);
    });
  }
});

describe('fig-error: a file of the kit', () => {
  beforeEach(resetSession);
  afterEach(cleanUp);

  it('that holds the element itself is said on its tag, and the words of the page stay', async () => {
    const { result: page, heard } = await troubles(() => pageWithout(/failure-reason-checklist-/));
    const [event] = heard;
    expect(event?.detail).to.include({ code: 'file-missing', element: 'failure-reason-checklist', instance: '' });
    expect(event?.target === page.el).to.equal(true);
    expect(page.el.textContent).to.equal('Words of the page');
    expect(page.el.shadowRoot).to.equal(null);
  });

  it('that a visitor opens later is said without a word on which, and the visitor can try again', async () => {
    let page: Awaited<ReturnType<typeof pageWithout>> | undefined;
    const { heard } = await troubles(async () => {
      page = await pageWithout(/no such file/);
      await waitUntil(() => page?.el.shadowRoot?.querySelector('.title'), 'no words came', { timeout: 5000 });
      const buttons = () => [...(page?.el.shadowRoot?.querySelectorAll('button') ?? [])];
      buttons()
        .find((button) => button.textContent?.includes('Start looking back'))
        ?.click();
      await waitUntil(() => buttons().some((button) => button.textContent?.includes('Try again')), 'nothing is said', {
        timeout: 5000,
      });
    });
    expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['file-missing']);
    expect(JSON.stringify(heard.map(({ detail }) => detail))).not.to.match(/debrief|words|chunks|learned/);
  });

  it('is said by the guide for every part in it, once', async () => {
    const el = await mount<LitElement>(html`<failed-intervention-guide region="US"></failed-intervention-guide>`);
    await click(el, 'button', /What got in the way/);
    const inner = () => el.shadowRoot?.querySelector('failure-reason-checklist');
    await waitUntil(() => inner()?.shadowRoot?.querySelector('.title'), 'no part', { timeout: 5000 });
    const { heard } = await troubles(async () => {
      // What is inside meets it, twice.
      const part = inner() as unknown as { tellMissing(): void };
      part.tellMissing();
      part.tellMissing();
    });
    expect(heard.map(({ detail }) => detail.element)).to.deep.equal(['failed-intervention-guide']);
  });
});

describe('fig-error: a setting', () => {
  beforeEach(resetSession);
  afterEach(cleanUp);

  const settings: readonly [attribute: string, value: string, says: RegExp][] = [
    [
      'region',
      'FR',
      /^<next-steps-wizard region="FR"> is not known; "your local emergency number" is used\. Allowed: US, /,
    ],
    ['events', 'all', /Allowed: coarse, off, full\.$/],
    ['save', 'yes', /Allowed: off, offer\.$/],
    ['session', 'own', /Allowed: shared, separate\.$/],
    ['heading-level', '7', /Allowed: 1, 2, 3, 4, 5, 6\.$/],
    [
      'leave-target',
      `http://a.test/?q=${SECRET}`,
      /="http:\/\/a\.test\/"> is not known; .* Allowed: an https:\/\/ address\.$/,
    ],
  ];
  for (const [attribute, value, says] of settings) {
    it(`${attribute}="${value}" is said with what is allowed`, async () => {
      const { heard, said } = await troubles(async () => {
        const el = document.createElement('next-steps-wizard');
        el.setAttribute(attribute, value);
        await fixture(html`<div>${el}</div>`);
        await ready(el);
      });
      expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['setting-unknown']);
      expect(heard[0]?.detail.message).to.match(says);
      expect(`${said.join()} ${heard[0]?.detail.message}`).not.to.contain(SECRET);
    });
  }

  it('can be mended by a script that hears of it', async () => {
    const mend = ({ target }: Event) => (target as Element).setAttribute('theme', 'dark');
    window.addEventListener('fig-error', mend);
    cleanups.push(() => window.removeEventListener('fig-error', mend));
    const { result: el } = await troubles(() =>
      mount(html`<next-steps-wizard region="US" theme="black"></next-steps-wizard>`),
    );
    expect(el.shadowRoot?.querySelector('.fig')?.getAttribute('data-theme')).to.equal('dark');
  });

  it('that a visitor picked is never told', async () => {
    const el = await mount<LitElement>(html`<next-steps-wizard region="US"></next-steps-wizard>`);
    const heard: Event[] = [];
    window.addEventListener('fig-error', (event) => heard.push(event));
    const { pageSession } = await import('../../src/session/session.js');
    pageSession().apply((state) => ({ ...state, region: 'ZZ' }));
    await settled();
    expect(allByRole(el, 'link', 'Call 911')).to.deep.equal([]);
    expect(heard.length).to.equal(0);
  });
});

describe('fig-error: a listener', () => {
  beforeEach(resetSession);
  afterEach(cleanUp);

  it('on the document hears of it before and after the element is there, and a late one reads the console', async () => {
    const late: Event[] = [];
    const { heard, said } = await troubles(() => checklist('/no-such-other-file.json'));
    document.addEventListener('fig-error', (event) => late.push(event));
    await settled();
    expect([heard.length, late.length]).to.deep.equal([1, 0]);
    expect(said.some((line) => line.includes('/no-such-other-file.json answered 404'))).to.equal(true);
  });

  it('hears of an address once, though each part that a visitor opens asks for it again', async () => {
    const { result: el, heard } = await troubles(() => checklist('/no-such-third-file.json'));
    await click(el, 'button', 'Start looking back');
    await waitUntil(() => allByRole(el, 'button', /Add a sheet/).length, 'it does not open', { timeout: 5000 });
    expect(heard.length).to.equal(1);
  });

  it('hears of it with events="off" too, as it says nothing of the visitor', async () => {
    const { heard } = await troubles(() =>
      mount(html`<next-steps-wizard region="US" events="off" content-src="/LICENSE"></next-steps-wizard>`),
    );
    expect(heard.map(({ detail }) => detail.code)).to.deep.equal(['content-not-json']);
  });
});
