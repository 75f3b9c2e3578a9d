// Saving on the device, with all that can go wrong there, on the demo page with the built kit: nothing on the screen is
// lost, nothing stored is thrown away unasked, and the visitor reads what happened.
import assert from 'node:assert/strict';
import { runChecks } from './checks.mjs';
import { openSite } from './page-helpers.mjs';

const KEY = 'fig-notes';
const DAY_MS = 86_400_000;
const REASON = 'We picked a hard place';
const OTHER = 'We did not stick to our plan';

export async function testStorage() {
  const { site, browser, visit, close } = await openSite();

  /** A page with something picked, and the errors it told its developer. */
  async function start(options = {}, before = undefined) {
    const context = await browser.newContext(options);
    const page = await open(context, before);
    return { context, page };
  }
  async function open(context, before) {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.codes = [];
      window.addEventListener('fig-error', ({ detail }) => globalThis.codes.push(detail.code), true);
    });
    if (before) await page.addInitScript(before);
    await page.goto(`${site.url}guide.html`);
    await page.locator('failed-intervention-guide [part~=title]').first().waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  }
  const pickOne = async (page, name = REASON) => {
    await page.evaluate(() => document.querySelector('failed-intervention-guide').show('reasons'));
    await page.getByRole('checkbox', { name }).check();
  };
  const isPicked = (page, name = REASON) => page.getByRole('checkbox', { name }).isChecked();
  const save = async (page) => {
    await page.getByText('Keep this on your device?').click();
    await page.getByRole('button', { name: 'Save on this device' }).click();
  };
  const stored = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);
  const put = (context, text) =>
    open(context).then(async (page) => {
      await page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text]);
      await page.close();
    });
  const codes = (page) => page.evaluate(() => globalThis.codes);
  const envelope = (change) =>
    JSON.stringify({ kind: 'notes', version: 1, savedAt: new Date().toISOString(), days: 30, state: {}, ...change });

  /** Text of that kind stands there: it is left alone, said, can be kept as a file, and is set aside by a new save. */
  const unreadable = (text, words, code) => async () => {
    const { context } = await start();
    await put(context, text);
    const page = await open(context);
    await page.getByText(words).waitFor();
    assert.deepEqual(await codes(page), [code]);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save them as a file' }).click();
    assert.equal((await download).suggestedFilename(), 'saved.txt');
    assert.equal(await stored(page), text);
    await pickOne(page);
    await save(page);
    const { aside, state } = JSON.parse(await stored(page));
    assert.equal(aside, text);
    assert.deepEqual(state.reasons, ['bad_place']);
    await page.getByText('Older notes that we could not read are still kept here too.').waitFor();
    await context.close();
  };

  const checks = {
    'nothing is written before the visitor asks; then the notes stay closed in a new visit, and open whole':
      async () => {
        const { context, page } = await start();
        await pickOne(page);
        assert.equal(await stored(page), null);
        await save(page);
        await page.getByText(/^Saved on this device until/).waitFor();
        await page.getByRole('checkbox', { name: OTHER }).check();
        await page.waitForFunction((key) => localStorage.getItem(key).includes('plan_drifted'), KEY);
        await page.reload();
        await page.getByText('There are notes on this device').waitFor();
        await page.evaluate(() => document.querySelector('failed-intervention-guide').show('reasons'));
        assert.equal(await isPicked(page), false);
        await page.getByRole('button', { name: 'Open my notes' }).click();
        await page.getByText(/^Saved on this device until/).waitFor();
        assert.ok((await isPicked(page)) && (await isPicked(page, OTHER)));
        await page.getByRole('button', { name: 'Delete everything' }).click();
        await page.getByText('What was saved here and written on this page is deleted.').waitFor();
        assert.equal(await stored(page), null);
        assert.equal(await isPicked(page), false);
        assert.deepEqual(await codes(page), []);
        await context.close();
      },

    'what is on the way when the page is left is saved': async () => {
      const { context, page } = await start();
      await pickOne(page);
      await save(page);
      await page.getByRole('checkbox', { name: OTHER }).check();
      await page.goto(`${site.url}privacy.html`); // at once, before the wait for more changes is over
      assert.ok((await stored(page)).includes('plan_drifted'));
      await context.close();
    },

    'blocked: the visitor is told, and what is on the screen stays': async () => {
      const { context, page } = await start({}, () => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('blocked', 'SecurityError');
          },
        });
      });
      await pickOne(page);
      await save(page);
      await page.getByText('This browser does not let us save.').first().waitFor();
      assert.ok(await isPicked(page));
      assert.deepEqual(await codes(page), ['storage-blocked']);
      await context.close();
    },

    'full: the visitor is told, what was saved before stays, and the next change tries again': async () => {
      const { context, page } = await start();
      await pickOne(page);
      await save(page);
      const before = await stored(page);
      await page.evaluate(() => {
        for (let size = 2 ** 22; size >= 1; size /= 2) {
          try {
            for (let i = 0; ; i += 1) localStorage.setItem(`filler-${size}-${i}`, 'x'.repeat(size));
          } catch {
            // that much does not fit any more
          }
        }
      });
      await page.getByRole('checkbox', { name: OTHER }).check();
      await page.getByText('There is no room left to save on this device.').first().waitFor();
      assert.equal(await stored(page), before);
      assert.ok(await isPicked(page, OTHER));
      assert.deepEqual(await codes(page), ['storage-full']);
      await page.evaluate((key) => {
        for (const name of Object.keys(localStorage)) if (name !== key) localStorage.removeItem(name);
      }, KEY);
      await page.getByRole('checkbox', { name: 'We stayed calm' }).check();
      await page.getByText(/^Saved on this device until/).waitFor();
      assert.ok((await stored(page)).includes('plan_drifted'));
      await context.close();
    },

    'cut off in the middle: set aside, never thrown away': unreadable(
      '{"kind":"notes","version":1,"state":{"reas',
      'There are notes on this device that we cannot read.',
      'storage-unreadable',
    ),

    "another script's text under the key: set aside": unreadable(
      '{"theme":"dark"}',
      'There are notes on this device that we cannot read.',
      'storage-unreadable',
    ),

    'of a newer version: left as it is': unreadable(
      envelope({ version: 99 }),
      'come from a newer version of this tool',
      'storage-newer',
    ),

    'whole outside and damaged inside: said when they are opened, and left as they are': async () => {
      const { context } = await start();
      const text = envelope({ state: { reasons: 'all of them' } });
      await put(context, text);
      const page = await open(context);
      await page.getByRole('button', { name: 'Open my notes' }).click();
      await page.getByText('There are notes on this device that we cannot read.').waitFor();
      assert.equal(await stored(page), text);
      await context.close();
    },

    'past their last day: deleted, and said': async () => {
      const context = await browser.newContext(); // another open tab would see to it
      await put(context, envelope({ savedAt: new Date(Date.now() - 31 * DAY_MS).toISOString() }));
      const page = await open(context);
      await page.getByText('They are deleted now.').waitFor();
      assert.equal(await stored(page), null);
      await context.close();
    },

    'two tabs: a change in one shows in the other, and a deletion is not undone by it': async () => {
      const { context, page } = await start();
      await pickOne(page);
      await save(page);
      const other = await open(context);
      await other.getByRole('button', { name: 'Open my notes' }).click();
      await pickOne(other, OTHER);
      await page.waitForFunction((name) => {
        const guide = document.querySelector('failed-intervention-guide').shadowRoot;
        const list = guide.querySelector('failure-reason-checklist').shadowRoot;
        return [...list.querySelectorAll('label')].some(
          (label) => label.textContent.includes(name) && label.querySelector('input')?.checked,
        );
      }, OTHER);
      await other.getByRole('button', { name: 'Delete everything' }).click();
      await page.getByText('The saved notes were deleted in another tab.').first().waitFor();
      assert.ok(await isPicked(page));
      await page.getByRole('checkbox', { name: 'We stayed calm' }).check();
      await page.waitForTimeout(600);
      assert.equal(await stored(page), null);
      await context.close();
    },

    'two tabs: when both have changed them, the visitor chooses': async () => {
      const { context, page } = await start();
      await pickOne(page);
      await save(page);
      const theirs = JSON.parse(await stored(page));
      theirs.state.reasons = ['plan_drifted'];
      // Another tab writes in the same moment as this one is changed.
      await page.evaluate(
        ([key, text]) => {
          const list = document
            .querySelector('failed-intervention-guide')
            .shadowRoot.querySelector('failure-reason-checklist').shadowRoot;
          list.querySelectorAll('input[type=checkbox]')[5].click();
          localStorage.setItem(key, text);
        },
        [KEY, JSON.stringify(theirs)],
      );
      await page.getByText('Choose which to keep:').first().waitFor();
      assert.equal(await stored(page), JSON.stringify(theirs));
      await page.getByRole('button', { name: 'Open the notes of the other tab' }).click();
      await page.getByText(/^Saved on this device until/).waitFor();
      assert.ok(await isPicked(page, OTHER));
      await context.close();
    },

    'an old library that gives arrays a `toJSON` of their own: notes come back whole': async () => {
      const { context, page } = await start({}, () => {
        Array.prototype.toJSON = function toJSON() {
          return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`;
        };
      });
      await pickOne(page);
      await save(page);
      await page.reload();
      await page.getByRole('button', { name: 'Open my notes' }).click();
      await page.getByText(/^Saved on this device until/).waitFor();
      await page.evaluate(() => document.querySelector('failed-intervention-guide').show('reasons'));
      assert.ok(await isPicked(page));
      await context.close();
    },

    'in a sandboxed frame without an origin: everything works, and saving says why not': async () => {
      const { page, context } = await visit('privacy.html');
      await page.route('**/frame.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><iframe sandbox="allow-scripts" src="./guide.html" width="800" height="700"></iframe>',
        }),
      );
      // Scripts of a frame without an origin come from elsewhere, as from a CDN that allows it.
      await page.route('**/kit/**', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
      });
      await page.goto(`${site.url}frame.html`);
      const frame = page.frameLocator('iframe');
      await frame.getByRole('button', { name: 'I want to understand what got in the way' }).click();
      await frame.getByRole('checkbox', { name: REASON }).check();
      await frame.getByText('Keep this on your device?').click();
      await frame.getByRole('button', { name: 'Save on this device' }).click();
      await frame.getByText('This browser does not let us save.').first().waitFor();
      assert.ok(await frame.getByRole('checkbox', { name: REASON }).isChecked());
      await page.unrouteAll({ behavior: 'wait' });
      await context.close();
    },

    'leaving quickly takes them along, if the visitor wants that': async () => {
      const { context, page } = await start();
      await pickOne(page);
      await save(page);
      await page.getByRole('button', { name: 'Get help now' }).click();
      await page.getByRole('checkbox', { name: 'When I tap “Leave quickly”, also delete what is saved here' }).check();
      await page.route('https://www.weather.gov/**', (route) => route.fulfill({ body: 'Sunny' }));
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('Shift');
      await page.waitForURL('https://www.weather.gov/');
      await page.goto(`${site.url}privacy.html`);
      assert.equal(await stored(page), null);
      await context.close();
    },
  };

  try {
    return await runChecks(checks);
  } finally {
    await close();
  }
}
