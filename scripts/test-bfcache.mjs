// The way back: a visitor ticks a reason, follows a link, and comes back with the browser's Back. Browsers keep the page as
// it was (the back/forward cache), unless something on it forbids that; the kit must not. In Chromium and WebKit:
// Firefox's driver does not bring a kept page back every time, so there the events of the way back are made
// (test/browser/pages/rerender.test.ts).
import assert from 'node:assert/strict';
import { puppeteerCore } from '@web/test-runner-chrome';
import { runChecks } from './checks.mjs';
import { CHROME_ARGS } from './chrome.mjs';
import { findEngines, startWebKit } from './engines.mjs';
import { serve } from './serve.mjs';
import { until } from './until.mjs';

/** In the page: everything that fits a selector, inside whatever shadow roots. */
const FIND = `const find = (selector, root = document) => [...root.querySelectorAll('*')].flatMap((node) => [
  ...(node.matches(selector) ? [node] : []), ...(node.shadowRoot ? find(selector, node.shadowRoot) : [])]);`;
const READY = `${FIND} return find('fieldset input[type=checkbox]').length > 0;`;
/** Says itself what it finds once it is back, as a driver may lose sight of a page that was kept. */
const LEAVE = `${FIND}
  const [box, next] = find('fieldset input[type=checkbox]');
  box.click();
  addEventListener('pageshow', async ({ persisted }) => {
    next.click();
    find('crisis-help-bar')[0].shadowRoot.querySelector('button[aria-expanded]').click();
    const calls = () => find('a[href="tel:988"]').filter((node) => node.checkVisibility()).length;
    for (let tries = 0; tries < 50 && !calls(); tries += 1) await new Promise((done) => setTimeout(done, 100));
    location.href = '/back?' + JSON.stringify([persisted, box.checked, next.checked, calls()]);
  });`;

async function throughPuppeteer(executablePath) {
  const browser = await puppeteerCore.launch({ headless: true, executablePath, args: CHROME_ARGS });
  const page = await browser.newPage();
  return {
    open: (url) => page.goto(url),
    run: (script) => page.evaluate(`(() => { ${script} })()`),
    back: () => page.goBack().catch(() => undefined), // it goes on to another page at once
    close: () => browser.close(),
  };
}

/** WebKit through its driver, by the protocol itself: three calls are all it takes. */
async function throughDriver(place) {
  const { port, capabilities } = await startWebKit(place);
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value?.message}`);
    return value;
  };
  const { browserName, 'webkitgtk:browserOptions': browser } = capabilities;
  const alwaysMatch = { browserName, 'webkitgtk:browserOptions': browser };
  const { sessionId } = await call('POST', '', { capabilities: { alwaysMatch } });
  return {
    open: (url) => call('POST', `/${sessionId}/url`, { url }),
    run: (script) => call('POST', `/${sessionId}/execute/sync`, { script, args: [] }),
    back: () => call('POST', `/${sessionId}/back`, {}),
    close: () => call('DELETE', `/${sessionId}`),
  };
}

const DRIVERS = {
  chromium: throughPuppeteer,
  webkit: throughDriver,
};

const wayBack = (site, make) => async () => {
  site.forget();
  const driver = await make();
  try {
    await driver.open(`${site.url}article.html`);
    await until(() => driver.run(READY), 'the checklist');
    await driver.run(LEAVE);
    await driver.open(`${site.url}privacy.html`);
    await driver.back();
    const [isKept, wasTicked, isTicked, calls] = await until(site.heard, 'the page as it was');
    assert.ok(isKept, 'the page was not kept');
    assert.ok(wasTicked, 'what was ticked before is lost');
    assert.ok(isTicked, 'a reason can no longer be ticked');
    assert.ok(calls > 0, 'help does not open');
  } finally {
    await driver.close();
  }
};

export async function testBfcache() {
  let told;
  const onAsked = (path) => {
    if (path.startsWith('/back?')) told = JSON.parse(decodeURIComponent(path.slice('/back?'.length)));
  };
  const site = {
    ...(await serve({ cache: 'no-cache', onAsked })),
    heard: () => told,
    forget: () => (told = undefined),
  };
  try {
    const engines = Object.entries(await findEngines()).filter(([name]) => name in DRIVERS);
    return await runChecks(
      Object.fromEntries(
        engines.map(([name, place]) => [
          `in ${name}, Back shows the page as it was, and it goes on`,
          wayBack(site, () => DRIVERS[name](place)),
        ]),
      ),
    );
  } finally {
    await site.close();
  }
}
