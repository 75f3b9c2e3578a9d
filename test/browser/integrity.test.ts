import { expect, fixture, fixtureCleanup, html, waitUntil } from '@open-wc/testing';
import type { FigErrorEvent } from '../../src/events/events.js';
import { createSnippet } from '../../src/snippet/snippet.js';

/** The files that have hashes, with those of what the test's server makes of them: it adds source maps. */
const named = Object.keys((await (await fetch('/dist/integrity.json')).json()) as object);
const hashes = Object.fromEntries(
  await Promise.all(
    named.map(async (file): Promise<[string, string]> => {
      const bytes = await (await fetch(`/dist/${file}`)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
      return [file, `sha384-${btoa(String.fromCharCode(...digest))}`];
    }),
  ),
);
const TAG = 'failure-reason-checklist';

/** A page with what the builder gives for these hashes; its scripts run as they stand there. */
async function pageWith(integrity: Record<string, string>) {
  const options = { elements: [TAG], scriptUrl: '/dist/embed.js', attributes: { region: 'US' }, integrity };
  const { parts } = createSnippet({ ...options, fallback: 'Words of the page' }, 'html');
  const [page, map] = parts.map(({ code }) => code);
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><html lang="en"><head>${map ?? ''}</head><body>${page ?? ''}</body></html>`;
  const heard: string[] = [];
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  await fixture(html`<div>${frame}</div>`);
  const listen = () =>
    frame.contentDocument?.addEventListener('fig-error', (event: FigErrorEvent) => heard.push(event.detail.code));
  await loaded;
  listen();
  const el = () => frame.contentDocument?.querySelector(TAG);
  return { el, heard, isShown: () => Boolean(el()?.shadowRoot?.querySelector('.title')) };
}

/** A hash of other bytes. */
const wrong = (hash: string | undefined): string =>
  (hash ?? '').replace(/-(.)/, (_all, one) => (one === 'A' ? '-B' : '-A'));
const chunk = (name: string): string => Object.keys(hashes).find((file) => file.startsWith(`chunks/${name}-`)) ?? '';

describe('hashes of the files', () => {
  afterEach(() => fixtureCleanup());

  it('let the kit through as it was built', async () => {
    const page = await pageWith(hashes);
    await waitUntil(page.isShown, 'the element does not show', { timeout: 8000 });
    expect(page.heard).to.deep.equal([]);
  });

  for (const [what, file] of [
    ['the script', 'embed.js'],
    ['a file that it loads', chunk(TAG)],
    ['the words', chunk('words-en-reasons')],
    ['a file that such a file imports', chunk('common')],
  ] as const) {
    it(`stop ${what} when it is another one: the words of the page stay`, async () => {
      expect(hashes[file]).to.be.a('string');
      const page = await pageWith({ ...hashes, [file]: wrong(hashes[file]) });
      // What is right has come by then: a page with the right hashes shows.
      const right = await pageWith(hashes);
      await waitUntil(right.isShown, 'the page beside it does not show', { timeout: 8000 });
      expect(page.isShown()).to.equal(false);
      expect(page.el()?.textContent?.trim()).to.equal('Words of the page');
    });
  }
});
