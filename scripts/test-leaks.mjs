// Every element, put on a page and taken off 200 times: what it held is given back. Counts, never times.
import assert from 'node:assert/strict';
import { ELEMENTS } from 'failed-intervention-guide/snippet';
import { runChecks } from './checks.mjs';
import { openSite } from './page-helpers.mjs';

const MOUNTS = 200;
/** Before counting: the words, the styles and what else a page keeps for all elements are there then. */
const WARM_UP = 20;
const TAGS = Object.keys(ELEMENTS);

/** Runs in the page before anything else: keeps count of observers, intervals and listeners on what outlives an element. */
function keepCount() {
  const open = (globalThis.leaks = { observers: 0, intervals: 0, listeners: 0 });
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    const Real = globalThis[name];
    globalThis[name] = class extends Real {
      isOpen = false;
      observe(...given) {
        if (!this.isOpen) open.observers += 1;
        this.isOpen = true;
        super.observe(...given);
      }
      disconnect() {
        if (this.isOpen) open.observers -= 1;
        this.isOpen = false;
        super.disconnect();
      }
    };
  }
  const { EventTarget, setInterval: start, clearInterval: stop } = globalThis;
  const running = new Set();
  globalThis.setInterval = (...given) => {
    const id = start(...given);
    running.add(id);
    open.intervals = running.size;
    return id;
  };
  globalThis.clearInterval = (id) => {
    running.delete(id);
    open.intervals = running.size;
    stop(id);
  };
  const known = new Set();
  const isLasting = (target) =>
    target === globalThis || target === document || target instanceof globalThis.MediaQueryList;
  const numbers = new WeakMap();
  let last = 0;
  const numberOf = (object) => {
    if (!object) return 0;
    if (!numbers.has(object)) numbers.set(object, (last += 1));
    return numbers.get(object);
  };
  const key = (target, [type, listener, options]) =>
    [numberOf(target), type, numberOf(listener), Boolean(Object(options).capture ?? options === true)].join();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...given) {
    if (isLasting(this ?? globalThis) && !Object(given[2]).once) known.add(key(this ?? globalThis, given));
    open.listeners = known.size;
    return add.apply(this ?? globalThis, given);
  };
  EventTarget.prototype.removeEventListener = function (...given) {
    known.delete(key(this ?? globalThis, given));
    open.listeners = known.size;
    return remove.apply(this ?? globalThis, given);
  };
}

/** Puts the element on the page and takes it off, `times` times. Each time it is used a little in between. */
async function mount({ tag, times }) {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  for (let time = 0; time < times; time += 1) {
    const element = document.createElement(tag);
    element.setAttribute('region', 'US');
    element.setAttribute('save', 'offer');
    document.body.append(element);
    for (let tries = 0; tries < 100; tries += 1) {
      if (element.shadowRoot?.querySelector('.title, .bar, .eyebrow, [part~="base"] *')) break;
      await frame();
    }
    await element.updateComplete;
    const box = element.shadowRoot?.querySelector('input[type=checkbox]');
    box?.click();
    await element.updateComplete;
    element.shadowRoot?.querySelector('input[type=checkbox]:checked')?.click();
    await element.updateComplete;
    if (time % 10 === 0) await frame();
    element.remove();
  }
  // What an element fetches ahead of its use holds it until the browser is idle.
  await new Promise((done) => requestIdleCallback(done, { timeout: 5000 }));
  await frame();
  await new Promise((done) => setTimeout(done, 100));
}

export async function testLeaks() {
  const { site, browser, close } = await openSite();
  const checks = Object.fromEntries(
    TAGS.map((tag) => [
      `<${tag}> gives back what it held, ${MOUNTS} times`,
      async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const cdp = await context.newCDPSession(page);
        await page.addInitScript(keepCount);
        await page.goto(new URL('kit/embed.js', site.url).href); // any page of the site: it is emptied below
        await page.setContent(`<!doctype html><title>Leaks</title><script type="module" src="/kit/embed.js"></script>`);
        await page.waitForFunction(() => customElements.get('crisis-help-bar'));

        const count = async () => {
          await cdp.send('HeapProfiler.enable');
          for (let times = 0; times < 3; times += 1) await cdp.send('HeapProfiler.collectGarbage');
          const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
          const { usedSize } = await cdp.send('Runtime.getHeapUsage');
          const open = await page.evaluate(() => ({ ...globalThis.leaks }));
          return { nodes, jsEventListeners, heap: usedSize, ...open };
        };

        await page.evaluate(mount, { tag, times: WARM_UP });
        await page.waitForLoadState('networkidle'); // what is fetched ahead of its use
        await page.evaluate(mount, { tag, times: WARM_UP });
        const before = await count();
        await page.evaluate(mount, { tag, times: MOUNTS / 2 });
        const between = await count();
        await page.evaluate(mount, { tag, times: MOUNTS / 2 });
        const after = await count();
        await context.close();

        if (process.env.FIG_SHOW) console.log(tag, ...[before, between, after].map((one) => JSON.stringify(one)));
        for (const what of ['observers', 'intervals', 'listeners']) {
          assert.ok(after[what] <= before[what], `${what} left open: ${before[what]}, then ${after[what]}`);
        }
        // One that leaks keeps hundreds of nodes and listeners each time; the browser itself may hold on to one.
        for (const what of ['nodes', 'jsEventListeners']) {
          const more = after[what] - before[what];
          assert.ok(more < MOUNTS, `${what} left: ${before[what]}, then ${after[what]}`);
        }
        // The browser compiles what runs often, and that stays. It tails off; a leak is the same each time.
        const grown = Math.min(between.heap - before.heap, after.heap - between.heap) / (MOUNTS / 2);
        assert.ok(grown < 2048, `the heap grew by ${Math.round(grown)} bytes with each`);
      },
    ]),
  );
  try {
    return await runChecks(checks);
  } finally {
    await close();
  }
}
