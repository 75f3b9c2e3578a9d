// How long it takes, on the built demo article, from the navigation to the first reason ticked and answered:
//   npm run bench                 4× slower CPU, without and with a slow line
// Prints medians. Times depend on the machine: compare runs of one machine only.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROME_ARGS, findChrome } from '../scripts/chrome.mjs';
import { serve } from '../scripts/serve.mjs';

const ROUNDS = 9;
const LINES = {
  'no line limit': undefined,
  // 150 ms, 1.6 Mbit/s down
  'slow 4G': { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 },
};
const CPU_SLOWDOWN = 4;

readFileSync('dist/embed.js'); // fails early, and says so, when nothing is built

const site = await serve();
const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
const results = Object.fromEntries(Object.keys(LINES).map((name) => [name, []]));
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, line] of Object.entries(LINES)) results[name].push(await firstTick(line));
}
await browser.close();
await site.close();

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
for (const [name, runs] of Object.entries(results)) {
  const of = (field) => Math.round(median(runs.map((run) => run[field])));
  console.log(
    `${name}, ${CPU_SLOWDOWN}× CPU: first words of the kit ${of('shown')} ms, first tick works ${of('ticked')} ms (median of ${ROUNDS})`,
  );
}

async function firstTick(line) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
  if (line) await cdp.send('Network.emulateNetworkConditions', line);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  // Ticks the first box as soon as it is there, as a very quick hand would, and waits until the answer is painted.
  await page.addInitScript(() => {
    const look = () => {
      const root = document.querySelector('failure-reason-checklist')?.shadowRoot;
      const box = root?.querySelector('input[type=checkbox]');
      if (!box) return requestAnimationFrame(look);
      globalThis.shownAt ??= performance.now();
      if (!box.checked) box.click();
      if (!root.querySelector('.insight')) return requestAnimationFrame(look);
      return requestAnimationFrame(() => (globalThis.tickedAt = performance.now()));
    };
    look();
  });
  await page.goto(`${site.url}article.html`, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.tickedAt, undefined, { timeout: 60_000 });
  const times = await page.evaluate(() => ({ shown: globalThis.shownAt, ticked: globalThis.tickedAt }));
  await context.close();
  return times;
}
