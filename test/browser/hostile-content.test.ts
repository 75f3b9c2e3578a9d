/** What is shown of content that was made to harm: nothing runs, nothing is asked for, nothing is blank. */
import { expect, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { checkBundle } from '../../src/content/check-bundle.js';
import { bundleSchema } from '../../src/content/schema.js';
import type { GuideElement } from '../../src/elements/shared/guide-element.js';
import { ALL_ATTACKS, infested } from '../fixtures/attacks.js';
import { mutations } from '../fixtures/mutations.js';
import { lackIn, reveal, strayIn, tally, Watch } from './hostile.js';
import { SHOWN_TAGS } from './elements.js';
import { mount, resetSession, wholeBundle } from './helpers.js';

const bundle = await wholeBundle();
const refusals = (data: unknown) => bundleSchema.safeParse(data).error?.issues.map(({ path }) => path) ?? [];

let watch: Watch;
beforeEach(() => {
  resetSession();
  watch = new Watch();
});
afterEach(() => {
  fixtureCleanup();
  resetSession();
});

describe('a bundle with an attack in every string that takes one', () => {
  const count = tally('a bundle that is shown');
  after(() => count.write());

  // Three times, so that every element shows most attacks in one of its strings.
  for (const shift of [0, 1, 2]) {
    const { data, taken, tried } = infested(bundle, ALL_ATTACKS, shift * 61, refusals);
    for (const tag of SHOWN_TAGS) {
      it(`is shown as text by <${tag}>, with the attacks in turn (${shift + 1})`, async () => {
        expect(taken).to.be.above(1000);
        expect(checkBundle(data).issues).to.deep.equal([]);
        const el = document.createElement(tag) as GuideElement;
        el.region = 'US';
        el.content = data;
        await mount(html`${el}`);
        await reveal(el);
        const wrong = [...strayIn(el), ...[lackIn(el) ?? []].flat(), ...(await watch.stop())];
        expect(wrong.join('\n')).to.equal('');
      });
    }
    count.add('all classes', tried - taken, taken);
  }
});

describe('a bundle with any mutation that the check lets through', () => {
  const { mutation, mutated } = mutations(bundle);
  /** Those that pass, of a number of tries that is always the same. */
  const passed = fc
    .sample(fc.array(mutation, { minLength: 1, maxLength: 2 }), { numRuns: 120, seed: 8 })
    .map((made) => checkBundle(mutated(made)).bundle)
    .filter((one) => one !== undefined)
    .slice(0, 24);

  for (const tag of SHOWN_TAGS) {
    it(`is shown by <${tag}>`, async () => {
      expect(passed.length).to.be.above(7);
      const wrong: string[] = [];
      for (const data of passed.filter((_, i) => i % SHOWN_TAGS.length === SHOWN_TAGS.indexOf(tag))) {
        const el = document.createElement(tag) as GuideElement;
        el.region = 'US';
        el.content = data;
        await mount(html`${el}`);
        await reveal(el);
        wrong.push(...strayIn(el), ...[lackIn(el) ?? []].flat());
      }
      wrong.push(...(await watch.stop()));
      expect(wrong.join('\n')).to.equal('');
    });
  }
});

describe('an address that answers with something made to harm', () => {
  const { fetch: originalFetch } = window;
  afterEach(() => {
    window.fetch = originalFetch;
  });
  const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}"x"${close.repeat(depth)}`;
  /** The bundle with other text in its first reason, too deep to be written by anything but hand. */
  const withWhat = (what: string) => {
    const copy = structuredClone(bundle);
    Object.assign(copy.reasons.items[0] as object, { what: '@@' });
    return JSON.stringify(copy).replace('"@@"', () => what);
  };
  /** Bytes without end; it counts how many were taken. */
  let mostSent = 0;
  const endless = () => {
    let sent = 0;
    return new Response(
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 1_000_000;
          mostSent = Math.max(mostSent, sent);
          controller.enqueue(new Uint8Array(1_000_000).fill(0x20));
        },
      }),
    );
  };
  const ANSWERS: Readonly<Record<string, readonly [code: RegExp, answer: () => Response | string]>> = {
    'bytes without end': [/^content-not-json$/, endless],
    'links in links in links': [
      /^content-invalid$/,
      () => withWhat(`[{"kind":"p","children":[${nested(200, '{"kind":"link","href":"#a","children":[', ']}')}]}]`),
    ],
    'lists in lists in lists': [/^content-(?:version|not-json)$/, () => nested(100_000, '[', ']')],
    'a deep text': [/^content-(?:invalid|not-json)$/, () => withWhat(nested(20_000, '[', ']'))],
    'a million wrong entries': [/^content-invalid$/, () => withWhat(`[${'0,'.repeat(1_000_000)}0]`)],
    'a prototype': [/^content-version$/, () => '{"__proto__":{"schemaVersion":1,"pwned":1}}'],
    'a prototype in a bundle': [
      /^content-invalid$/,
      () =>
        JSON.stringify({ ...bundle, x: 1 }).replace(
          '"x":1',
          '"__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}}',
        ),
    ],
    'a page that runs a script': [/^content-not-json$/, () => '<script>globalThis.pwned=1</script>'],
    'a script in place of a bundle': [/^content-not-json$/, () => 'globalThis.pwned=1'],
    'a language that no browser knows': [/^content-invalid$/, () => JSON.stringify({ ...bundle, locale: 'en-aa-aa' })],
    'words turned around': [/^content-invalid$/, () => JSON.stringify(bundle).replace('"title":"', '"title":"\u202e')],
    'an overlay of a prototype': [
      /^content-invalid$/,
      () => '{"schemaVersion":1,"extends":"__proto__","locale":"en","dir":"ltr","contentVersion":"x","parts":{}}',
    ],
    'an overlay that takes the lines away': [
      /^content-invalid$/,
      () =>
        JSON.stringify({
          schemaVersion: 1,
          extends: 'en',
          locale: 'en',
          dir: 'ltr',
          contentVersion: 'x',
          parts: { core: { lines: { drop: bundle.core.lines.map(({ id }) => id) } } },
        }),
    ],
  };
  let asked = 0;
  for (const [name, [code, answer]] of Object.entries(ANSWERS)) {
    it(`leaves the built-in words there, and says why: ${name}`, async () => {
      const codes: string[] = [];
      const hear = (event: Event) => codes.push((event as CustomEvent<{ code: string }>).detail.code);
      window.addEventListener('fig-error', hear);
      const url = `https://content.test/hostile-${(asked += 1)}.json`;
      window.fetch = (input, init) => {
        if (!String(input).includes(url)) return originalFetch(input, init);
        const made = answer();
        return Promise.resolve(typeof made === 'string' ? new Response(made) : made);
      };
      const el = await mount<GuideElement>(
        html`<failure-reason-checklist region="US" content-src=${url}></failure-reason-checklist>`,
      );
      await waitUntil(() => codes.length > 0, 'no error was told');
      window.removeEventListener('fig-error', hear);
      expect(codes.length).to.equal(1);
      expect(codes[0]).to.match(code);
      expect([...strayIn(el), lackIn(el) ?? ''].join('')).to.equal('');
      expect(el.shadowRoot?.textContent).to.contain('What got in the way?');
      expect(mostSent).to.be.below(8_000_000);
      expect((await watch.stop()).join('\n')).to.equal('');
    });
  }
});
