// What the suites that drive the demo pages share: the site, a browser, a visit that collects what should not happen.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { serve } from './serve.mjs';
import { until } from './until.mjs';

/** All demo pages. */
export const PAGES = [
  'index.html',
  'guide.html',
  'guia.html',
  'article.html',
  'resources.html',
  'events.html',
  'privacy.html',
  'lead-slot.html',
  'lead-steps.html',
  'lead-dialog.html',
  'lead-event.html',
  'lead-inside.html',
  'tag-manager.html',
  'snippet.html',
];
export const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
/** Rules of axe that every page holds. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Serves the demo pages, and starts a browser to visit them. */
export async function openSite(options) {
  const site = await serve(options);
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });

  /** Opens a page and collects what should not happen on it. */
  async function visit(path, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const { trouble, requests } = collect(page);
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await page.goto(new URL(path, site.url).href); // a path of the site, or an address of its own
    await page.waitForLoadState('networkidle');
    return { page, context, trouble, requests };
  }

  const close = async () => {
    await browser.close();
    await site.close();
  };
  return { site, browser, visit, close };
}

/** Collects what a page complains of, and what it asks for, from now on. */
export function collect(page) {
  const trouble = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  return { trouble, requests };
}

/** Waits until files of the kit are there, by the beginnings of their names. */
export const filesCome = (page, ...names) =>
  page.waitForFunction((wanted) => {
    const files = performance.getEntriesByType('resource').map(({ name }) => name.replace(/^.*\//, ''));
    return wanted.every((name) => files.some((file) => file.startsWith(`${name}-`)));
  }, names);

/** Waits until the guide has fetched all it will ever need. It does so when the page is idle, which can take a while. */
export async function guideIsWhole(page, locale) {
  const words = readdirSync('dist/chunks').flatMap((file) => new RegExp(`^words-${locale}-[a-z]+`).exec(file) ?? []);
  assert.ok(words.length > 9, `few words in ${locale}: ${words.join(' ')}`);
  await filesCome(page, ...words, 'center-contact', 'debrief', 'tools-sheet');
  await page.waitForLoadState('networkidle');
}

/** Waits until the page has shown what it was asked to show. */
export const shown = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Waits until the page stands still; this site scrolls smoothly. */
export const still = (page) =>
  page.evaluate(async () => {
    let last = NaN;
    for (let same = 0; same < 5; same = scrollY === last ? same + 1 : 0) {
      last = scrollY;
      await new Promise((done) => requestAnimationFrame(done));
    }
  });

/** Rules that axe finds broken, with where. */
export async function axe(page) {
  await page.evaluate(AXE);
  return page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: 'tag', values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`);
  }, AXE_TAGS);
}

/** The words of what has the focus, inside whatever shadow roots. */
export const focusedText = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    const label = node?.labels?.[0];
    return (label ?? node)?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  });

export const isInView = (page) =>
  page.evaluate(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** Waits until what has the focus is in view: a page may still be on its way there. */
export const comesIntoView = (page, what) => until(() => isInView(page), `${what} in view`);

/** Presses Tab until something with those words has the focus. */
export async function tabTo(page, words, { back = false } = {}) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if ((await focusedText(page)).includes(words)) return;
  }
  throw new Error(`"${words}" can't be reached with Tab; the focus is on "${await focusedText(page)}"`);
}
