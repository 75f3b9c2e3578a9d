// Builds the Storybook as it is published, and opens every page of it in a browser. A story has to render, to play to
// its end without an error, to be clean for axe (the a11y addon runs it in the story itself), to ask no other server,
// and not to be wider than the window. Stories for another medium or width get it for real. Part of `npm test`.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { share, tally } from './checks.mjs';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { AXE, AXE_TAGS } from './page-helpers.mjs';
import { serve } from './serve.mjs';

export const OUT = 'dist-storybook';
const PAGES_AT_ONCE = 3;
const WIDE = { width: 1280, height: 900 };
/** A story that has not ended by then hangs. */
const TIMEOUT = 30_000;

/** What tags of a story ask of the browser. */
const SIZES = { w320: { width: 320, height: 640 }, w768: { width: 768, height: 1024 } };
const MEDIA = { 'forced-colors': { forcedColors: 'active' }, print: { media: 'print' } };
const NO_MEDIA = { forcedColors: 'none', media: 'screen' };

let built;

/** Builds the Storybook, once a run; gives what went wrong, if something did. */
export function buildStorybook() {
  built ??= spawnSync(
    process.execPath,
    ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--disable-telemetry', '--output-dir', OUT],
    { encoding: 'utf8', env: { ...process.env, CI: '1' } },
  );
  const { status, stdout, stderr } = built;
  return status === 0 ? undefined : `the Storybook can't be built:\n${stdout}${stderr}`;
}

/** Every page of the built Storybook. */
export const readEntries = () => Object.values(JSON.parse(readFileSync(`${OUT}/index.json`, 'utf8')).entries);

/** Hears what Storybook says when a story has ended, and keeps it in the page. */
function listenForEnd() {
  let channel;
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      channel.on('storyFinished', (end) => {
        globalThis.storyEnd = end;
      });
      for (const name of ['playFunctionThrewException', 'storyThrewException', 'storyErrored', 'storyMissing']) {
        channel.on(name, (error) => {
          globalThis.storyError = `${name}: ${error?.message ?? error?.description ?? JSON.stringify(error)}`;
        });
      }
    },
  });
}

/** One page of a browser that shows stories, one after the other, and collects what should not happen. */
async function openViewer(browser, site) {
  const context = await browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
  const page = await context.newPage();
  let trouble = [];
  page.on('console', (message) => {
    // The browser asks for a favicon by itself; the frame of a story has none.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:blob:|data:)/.test(request.url()) && !request.url().startsWith(site.url)) trouble.push(request.url());
  });
  await page.addInitScript(listenForEnd);
  /** Opens a page of the Storybook; gives what went wrong until `ready` holds. */
  const open = async (path, { size = WIDE, media = {} } = {}, ready) => {
    trouble = [];
    await page.setViewportSize(size);
    await page.emulateMedia({ ...NO_MEDIA, ...media });
    await page.goto(site.url + path);
    await ready(page);
    return trouble;
  };
  return { page, open };
}

/** Serves the built Storybook, and opens it in a browser. */
export async function openStorybook(pages = 1) {
  const site = await serve({ folders: { '/': OUT } });
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
  const viewers = await Promise.all(Array.from({ length: pages }, () => openViewer(browser, site)));
  return {
    site,
    browser,
    viewers,
    close: async () => {
      await browser.close();
      await site.close();
    },
  };
}

/** Waits for a story's end: rendered, played, seen by axe. */
export const untilEnd = (page) => page.waitForFunction(() => globalThis.storyEnd, undefined, { timeout: TIMEOUT });

/** Tags of every story, by its id. The index has only those that can be read without running a story. */
async function tagsOf({ page, open }, first) {
  await open(`iframe.html?id=${first.id}&viewMode=story`, {}, untilEnd);
  const tags = await page.evaluate(async () => {
    const stories = Object.values(await globalThis.__STORYBOOK_PREVIEW__.extract());
    return stories.map(({ id, tags }) => [id, tags]);
  });
  return new Map(tags);
}

/** What the a11y addon found, as lines. */
const violations = ({ reporters }) =>
  reporters
    .filter(({ type }) => type === 'a11y')
    .flatMap(({ result }) => result.violations ?? [`axe did not end: ${JSON.stringify(result).slice(0, 200)}`])
    .map(({ id, nodes }) => `${id}: ${nodes?.map(({ target }) => target.flat().join(' ')).join(', ')}`);

async function checkStory({ page, open }, { id }, tags) {
  const pick = (of) => Object.entries(of).find(([tag]) => tags.includes(tag))?.[1];
  const options = { size: pick(SIZES) ?? WIDE, media: pick(MEDIA) ?? {} };
  const trouble = await open(`iframe.html?id=${id}&viewMode=story`, options, untilEnd);
  const { end, error, wide, empty } = await page.evaluate(() => ({
    end: globalThis.storyEnd,
    error: globalThis.storyError,
    wide: document.documentElement.scrollWidth - innerWidth,
    empty: !document.querySelector('#storybook-root')?.firstElementChild,
  }));
  assert.equal(error, undefined);
  assert.deepEqual(trouble, []);
  assert.ok(!empty, 'there is nothing to see');
  assert.equal(end.reporters.filter(({ type }) => type === 'a11y').length, 1, 'axe did not run');
  assert.deepEqual(violations(end), []);
  assert.equal(end.status, 'success');
  assert.ok(wide <= 0, `it is ${wide} px wider than the window`);
}

/** What Storybook itself brings to a page of text: toolbars of a story, tables with controls. */
const NOT_OURS = ['.docblock-argstable', '.sb-bar', '.docblock-code-toggle', '.docblock-source'];

/** Rules that axe finds broken in what is ours on a page of text. The page around it has no landmarks, but a frame. */
async function axeOf(page) {
  await page.evaluate(AXE);
  return page.evaluate(
    async ([exclude, values]) => {
      const context = { include: [['#storybook-docs']], exclude: exclude.map((selector) => [selector]) };
      const { violations } = await globalThis.axe.run(context, {
        runOnly: { type: 'tag', values },
        rules: { region: { enabled: false } },
      });
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().join(' ')).join(', ')}`,
      );
    },
    [NOT_OURS, AXE_TAGS],
  );
}

async function checkDocs({ page, open }, { id }) {
  const trouble = await open(`iframe.html?id=${id}&viewMode=docs`, {}, async () => {
    await page.locator('#storybook-docs h1').first().waitFor({ timeout: TIMEOUT });
    await page.waitForLoadState('networkidle');
  });
  assert.deepEqual(trouble, []);
  assert.equal(await page.locator('#storybook-docs .sb-errordisplay:visible').count(), 0);
  assert.deepEqual(await axeOf(page), []);
}

/** The whole of Storybook, as a designer has it before them: the event log, the snippet and its copy button. */
async function checkManager({ page, open }) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const story = page.frameLocator('#storybook-preview-iframe');
  const trouble = await open('?path=/story/elements-family-self-care-card--first-visit', {}, () =>
    story.getByRole('checkbox', { name: /^Walk for ten minutes/ }).check({ timeout: TIMEOUT }),
  );
  await page.getByRole('tab', { name: /^Actions/ }).click();
  await page.getByText('fig-progress').first().waitFor({ state: 'attached', timeout: TIMEOUT });
  await page.getByRole('tab', { name: /^Code/ }).click();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(
    copied,
    /^<script type="module" src="https:[^"]+embed\.js"><\/script>\s+<family-self-care-card region="US">/,
  );
  assert.match(copied, /href="tel:911"/);
  assert.deepEqual(trouble, []);
}

export async function testStories() {
  const problem = buildStorybook();
  if (problem) return { passed: 0, failed: 1, problem };
  const entries = readEntries();
  const stories = entries.filter(({ type }) => type === 'story');
  const { viewers, close } = await openStorybook(PAGES_AT_ONCE);
  try {
    const tags = await tagsOf(viewers[0], stories[0]);
    const only = process.env.FIG_STORIES;
    const queue = entries.filter(({ id }) => !only || id.includes(only));
    const { total, run } = tally();
    await run({ 'Storybook: event log, snippet, copy': () => checkManager(viewers[0]) });
    await share(viewers, queue, (viewer, entry) =>
      run({
        [`${entry.title}: ${entry.name}`]: () =>
          entry.type === 'docs' ? checkDocs(viewer, entry) : checkStory(viewer, entry, tags.get(entry.id)),
      }),
    );
    const docs = entries.length - stories.length;
    const played = [...tags.values()].filter((list) => list.includes('interaction')).length;
    console.log(`  ${stories.length} stories, ${played} of them with an interaction test; ${docs} pages of text`);
    return total;
  } finally {
    await close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { passed, failed } = await testStories();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}
