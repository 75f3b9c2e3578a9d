// One visit to one page of one build, in a fresh context of the browser.
import { PAGES } from './job.mjs';
import { watch } from './in-page.mjs';
import { serveBrotli } from './server.mjs';

/** Slow: 4× CPU, 150 ms, 1.6 Mbit/s down. Growth: 4× CPU. */
export const PROFILES = {
  slow: {
    cpu: 4,
    line: { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
  },
  cpu: { cpu: 4 },
  fast: { cpu: 1 },
};

/** Serves the pages of a case: each under its own folder name, as `/page/<name>/`. */
export async function serveCase(one, names = Object.keys(PAGES)) {
  const sites = {};
  for (const name of names) {
    const files = await one.files(name);
    const html = await one.page(PAGES[name], name);
    const find = (path) => {
      if (path === '/') return html;
      const file = files[path];
      return typeof file === 'function' ? file() : file;
    };
    sites[name] = await serveBrotli(find);
  }
  return {
    url: (name) => sites[name].url,
    close: () => Promise.all(Object.values(sites).map((site) => site.close())),
  };
}

/** Opens a page as told and gives it with its CDP session. */
export async function open(browser, one, url, { profile = 'fast', tick = false, holdIdle = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const cdp = await context.newCDPSession(page);
  const { cpu, line } = PROFILES[profile];
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  await cdp.send('Performance.enable');
  if (line) await cdp.send('Network.emulateNetworkConditions', line);
  if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  await page.addInitScript(watch, { find: one.find, tick, holdIdle });
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(
    (wantsTick) => (wantsTick ? globalThis.bench?.tickedAt : globalThis.bench?.shownAt),
    tick,
    {
      timeout: 240_000,
    },
  );
  return { page, cdp, context, trouble };
}

/** Waits until the page asks for nothing more and its long tasks are over. */
export async function settle(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(), { timeout: 3000 })));
  await page.waitForTimeout(300);
}

const painted = (page) =>
  page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);

/** First content, first tick, blocking; with `clicks` also click-to-paint. */
export async function visitWithTick(browser, one, url, profile, { clicks = 5 } = {}) {
  const { page, context } = await open(browser, one, url, { profile, tick: true });
  await settle(page);
  const fcp = await painted(page);
  const { shownAt, tickedAt, blocking, longest } = await page.evaluate(() => globalThis.bench);
  const found = { firstContent: Math.max(fcp, 0), reasonShown: shownAt, firstTick: tickedAt, blocking, longest };
  if (clicks) {
    const times = [];
    for (let nth = 1; nth <= clicks; nth += 1) {
      const { x, y } = await page.evaluate((at) => globalThis.bench.paint(at), nth);
      await page.waitForTimeout(100);
      await page.mouse.click(x, y);
      times.push(await page.evaluate(() => globalThis.bench.painted));
      await page.waitForTimeout(100);
    }
    found.clickToPaint = median(times);
  }
  await context.close();
  return found;
}

/** What a page takes that nobody touches: heap, script time, shifts. */
export async function quietVisit(browser, one, url, profile) {
  const { page, cdp, context } = await open(browser, one, url, { profile });
  await settle(page);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  const { shownAt, shifts } = await page.evaluate(() => globalThis.bench);
  const found = {
    reasonShown: shownAt,
    cls: shifts,
    script: metric('ScriptDuration') * 1000,
    task: metric('TaskDuration') * 1000,
  };
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  found.heap = (await cdp.send('Runtime.getHeapUsage')).usedSize;
  await context.close();
  return found;
}

export const median = (values) => {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
