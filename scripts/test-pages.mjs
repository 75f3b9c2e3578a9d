// Drives the demo pages, with the built kit, in a real browser: what a visitor and a site owner would see.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runChecks } from './checks.mjs';
import {
  axe,
  comesIntoView,
  filesCome,
  focusedText,
  guideIsWhole,
  openSite,
  PAGES,
  shown,
  still,
  tabTo,
} from './page-helpers.mjs';
import { FOLDERS } from './serve.mjs';
import { becomes } from './until.mjs';

const WIDTHS = [320, 768, 1280];

export async function testPages() {
  // The kit stands at two addresses, as on a page that got it twice.
  const { site, browser, visit, close } = await openSite({ folders: { ...FOLDERS, '/kit-again/': 'dist' } });

  const checks = {};
  for (const path of PAGES) {
    checks[
      `${path}: quiet console, no request elsewhere, no sideways scroll, no axe finding at ${WIDTHS.join(', ')} px`
    ] = async () => {
      for (const colorScheme of ['light', 'dark']) {
        const { page, context, trouble, requests } = await visit(path, { colorScheme });
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${width} px, ${colorScheme}: ${overflow} px too wide`);
          const found = await axe(page);
          assert.deepEqual(found, [], `${width} px, ${colorScheme}`);
        }
        assert.deepEqual(trouble, []);
        assert.deepEqual(
          requests.filter((url) => !url.startsWith(site.url)),
          [],
        );
        await context.close();
      }
    };
  }

  Object.assign(checks, {
    'the pages forbid everything but their own files, so the checks above hold under a strict policy': () => {
      for (const path of PAGES) {
        const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(
          readFileSync(`dist-demo/${path}`, 'utf8'),
        )?.[1];
        for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'none'"]) {
          assert.ok(policy?.includes(part), `${path}: ${part}`);
        }
        assert.match(policy, /require-trusted-types-for 'script'/, path);
      }
    },

    'a family gets from the first screen to next steps and a summary with the keyboard alone': async () => {
      const { page, context, trouble } = await visit('guide.html');
      await tabTo(page, 'It just happened');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Is anyone in danger right now?' }).waitFor();
      await pick(page, 'No, not right now');
      for (const option of ['They left or hung up', 'We are talking', 'Yes, at least once']) await pick(page, option);
      await pick(page, 'We agree, but we are worn out');
      await pick(page, 'No');
      await page.getByRole('heading', { name: 'Who can help' }).first().waitFor();
      await tabTo(page, 'Your summary', { back: true });
      await page.keyboard.press('Enter');
      await page.locator('.sheet li').first().waitFor();
      await tabTo(page, 'Copy as text');
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'help is two key presses away from the start of the guide, and opens on the call link': async () => {
      const { page, context } = await visit('guide.html');
      await page.evaluate(() => {
        const guide = document.querySelector('failed-intervention-guide');
        guide.tabIndex = -1;
        guide.focus();
      });
      await page.keyboard.press('Tab');
      assert.equal(await focusedText(page), 'Call 911');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await focusedText(page), 'Call 911');
      await page.keyboard.press('Shift+Tab');
      assert.notEqual(await focusedText(page), 'Call 911');
      await context.close();
    },

    'everything works offline once the guide has loaded': async () => {
      const { page, context, trouble } = await visit('guide.html');
      await guideIsWhole(page, 'en');
      await context.setOffline(true);
      for (const part of [
        'What got in the way',
        'What next',
        'Plan for setbacks',
        'How is it going?',
        'Look after yourself',
        'Learn more',
        'Your summary',
      ]) {
        await page.getByRole('navigation', { name: 'Parts of this guide' }).getByRole('button', { name: part }).click();
        await page.locator('#panel .title, #panel .eyebrow').locator('visible=true').first().waitFor();
      }
      await page.getByRole('button', { name: 'Get help now' }).click();
      await page.getByRole('button', { name: 'Show me what to do' }).click();
      await page.getByRole('button', { name: /overdosed/ }).click();
      await page.getByRole('heading', { name: /give naloxone/ }).waitFor();
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'the tools of the planner and looking back open offline too, in Spanish, on Spanish words alone': async () => {
      const { page, context, trouble, requests } = await visit('guia.html');
      const map = page.getByRole('navigation', { name: 'Partes de esta guía' });
      for (const part of ['Plan para contratiempos', 'Qué se interpuso']) {
        await map.getByRole('button', { name: part }).click();
        await page.locator('#panel .title').locator('visible=true').first().waitFor();
      }
      await guideIsWhole(page, 'es');
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Empezar el repaso' }).click();
      await page.getByRole('button', { name: 'Agregar una hoja' }).waitFor();
      await map.getByRole('button', { name: 'Plan para contratiempos' }).click();
      await page.getByRole('button', { name: 'Metas', exact: true }).click();
      await page.getByRole('button', { name: 'Escribir una meta' }).waitFor();
      assert.deepEqual(
        requests.filter((url) => url.includes('words-en')),
        [],
      );
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'a planner alone fetches its other tools when the visitor comes to them; then they and copies work offline':
      async () => {
        const { page, context, trouble, requests } = await visit('article.html');
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const planner = page.locator('contingency-planner');
        await planner.getByRole('button', { name: 'Goals', exact: true }).waitFor();
        await filesCome(page, 'export'); // when the page is idle, and with it all that comes without the visitor
        await page.waitForLoadState('networkidle');
        assert.deepEqual(
          requests.filter((url) => /\/(?:words-en-)?(?:tools|debrief)-/.test(url)),
          [],
        );
        await planner.getByRole('button', { name: 'Goals', exact: true }).focus();
        await filesCome(page, 'tools', 'tools-sheet', 'words-en-tools');
        await context.setOffline(true);
        await planner.getByRole('button', { name: 'Goals', exact: true }).click();
        await planner.getByText('Ideas to add').click();
        await planner.getByRole('button', { name: /^Add I will get two doses/ }).click();
        await planner.getByRole('button', { name: 'Copy as text' }).click();
        await planner.getByText('Copied').first().waitFor();
        assert.match(await page.evaluate(() => navigator.clipboard.readText()), /two doses/);
        assert.deepEqual(trouble, []);
        await context.close();
      },

    'a plan is saved as a file and as calendar entries, and opened again, with no request': async () => {
      const { page, context, trouble, requests } = await visit('article.html');
      const planner = page.locator('contingency-planner');
      await planner.getByRole('button', { name: 'Goals', exact: true }).click();
      await planner.getByText('Ideas to add').click();
      await planner.getByRole('button', { name: /^Add I will get two doses/ }).click();
      const before = requests.length;
      const save = async (name) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          planner.getByRole('button', { name }).click(),
        ]);
        return { name: file.suggestedFilename(), path: await file.path() };
      };
      const dates = await save('Put dates in a calendar');
      assert.equal(dates.name, 'notes.ics');
      assert.match(readFileSync(dates.path, 'utf8'), /BEGIN:VCALENDAR[^]*SUMMARY:Look at my notes/);
      const plan = await save('Save as a file');
      assert.equal(plan.name, 'notes.json');
      assert.deepEqual(
        requests.slice(before).filter((url) => !url.startsWith('blob:')),
        [],
      );
      await planner.getByRole('button', { name: /^Remove/ }).click();
      await planner.locator('input[type=file]').setInputFiles(plan.path);
      await planner.getByText('Your saved plan is open.').first().waitFor();
      await planner.getByRole('button', { name: /^Change I will get two doses/ }).waitFor();
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'a part that can not be loaded says so where it would be, and comes on a second try': async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      let down = true;
      await page.route(/contingency-planner-/, (route) => (down ? route.abort() : route.continue()));
      await page.goto(`${site.url}guide.html`);
      await page.getByRole('button', { name: 'I want to be ready' }).click();
      await page
        .getByRole('alert')
        .getByText('could not be loaded')
        .or(page.getByText('could not be loaded'))
        .first()
        .waitFor();
      down = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'Plan for setbacks' }).last().waitFor();
      assert.equal(await page.getByText('could not be loaded').count(), 0);
      await page.locator('#panel:focus').waitFor(); // the button that was pressed is gone
      await context.close();
    },

    'widgets apart in an article share what the visitor ticked': async () => {
      const { page, context } = await visit('article.html');
      await page.getByLabel('We did not stick to our plan').check();
      await page.getByRole('heading', { name: 'These fit what you told us' }).waitFor();
      await page.getByText('The talk turns to old fights or other topics').first().waitFor();
      await context.close();
    },

    'a page with one widget asks for the code and words of that widget alone': async () => {
      const { requests, context } = await visit('privacy.html'); // the help bar alone
      const kit = requests
        .filter((url) => url.includes('/kit/'))
        .map((url) => url.replace(/^.*\/kit\//, '').replace(/-[\w-]{8}\.js$/, ''));
      assert.deepEqual(kit.sort(), ['chunks/words-en-core', 'embed.js']);
      await context.close();
    },

    'a bundle that could not be checked is checked again on the next try': async () => {
      const { page, context } = await visit('privacy.html');
      let down = true;
      await page.route(/check-bundle-/, (route) => (down ? route.abort() : route.continue()));
      const add = () =>
        page.evaluate(async () => {
          globalThis.bundle ??= structuredClone((await import('/kit/content/en.js')).default);
          globalThis.bundle.reasons.words.title = 'Our own title';
          document.querySelector('failure-reason-checklist')?.remove();
          const element = document.createElement('failure-reason-checklist');
          element.content = globalThis.bundle;
          document.querySelector('main').append(element);
        });
      await add();
      await page.getByRole('heading', { name: 'What got in the way?' }).waitFor(); // the built-in words
      down = false;
      await add();
      await page.getByRole('heading', { name: 'Our own title' }).waitFor();
      await context.close();
    },

    'two copies of the kit on a page share settings and answers': async () => {
      const { page, context, trouble } = await visit('privacy.html');
      await page.evaluate(async () => {
        await import('/kit-again/embed.js');
        for (const tag of ['failed-intervention-guide', 'failure-reason-checklist']) {
          const element = document.createElement(tag);
          element.region = 'US';
          document.querySelector('main').append(element);
        }
      });
      const guide = page.locator('main > failed-intervention-guide');
      await guide.getByRole('link', { name: 'Call 911' }).waitFor();
      await guide.getByRole('button', { name: 'I want to understand what got in the way' }).click();
      await guide.getByLabel('They felt cornered or blamed').check();
      const list = page.locator('main > failure-reason-checklist');
      assert.ok(await list.getByRole('checkbox', { name: 'They felt cornered or blamed' }).isChecked());
      assert.equal(await list.getByRole('link', { name: 'Call 911' }).count(), 1);
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'the event log hears that something happened, and no answers': async () => {
      const { page, context } = await visit('events.html');
      await page.getByRole('button', { name: 'I want to understand what got in the way' }).click();
      await page.getByLabel('They felt cornered or blamed').check();
      const log = await page.locator('#log-rows').innerText();
      assert.match(log, /fig-ready/);
      assert.match(log, /fig-progress/);
      assert.doesNotMatch(log, /felt_cornered|cornered or blamed/);
      await context.close();
    },

    'nothing is stored: no cookie, no storage, no answer in the address': async () => {
      const { page, context } = await visit('article.html');
      const url = page.url();
      await page.getByLabel('They felt cornered or blamed').check();
      assert.equal(page.url(), url);
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
        0,
        0,
        '',
      ]);
      await context.close();
    },

    'it works where storage is blocked': async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      const trouble = [];
      page.on('pageerror', (error) => trouble.push(String(error)));
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('blocked', 'SecurityError');
            },
          });
        }
      });
      await page.goto(`${site.url}article.html`);
      await page.getByLabel('They felt cornered or blamed').check();
      await page.getByText('When people feel cornered').waitFor();
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'the words of the page stay where the script never arrives': async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.url}guide.html`);
      assert.ok(await page.locator('failed-intervention-guide a[href="tel:911"]').first().isVisible());
      await context.close();
    },

    'help is never more than a tap away at 400 % zoom': async () => {
      // 1280 px at 400 % is 320 px wide and 225 px high.
      const { page, context } = await visit('guide.html', { viewport: { width: 320, height: 225 } });
      await page.getByRole('button', { name: 'It just happened' }).click();
      await page.getByRole('heading', { name: 'Is anyone in danger right now?' }).waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0);
      const ask = page.getByLabel('Yes, or I think so');
      await ask.check();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByRole('heading', { name: 'What is happening?' }).waitFor();
      await becomes(() => focusedText(page), 'Call 911', 'the focus');
      await still(page);
      await comesIntoView(page, 'the call link');
      await context.close();
    },

    'what gets the focus is not hidden behind the help bar': async () => {
      const { page, context } = await visit('guide.html', { viewport: { width: 320, height: 640 } });
      await page.getByRole('button', { name: 'It just happened' }).click();
      await page.getByLabel('No, not right now').check();
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByRole('heading', { name: 'How did the meeting end?' }).waitFor();
      await still(page);
      const [heading, bar] = await page.evaluate(() => {
        let node = document.activeElement;
        while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        const guide = document.querySelector('failed-intervention-guide').shadowRoot;
        return [
          node.getBoundingClientRect().top,
          guide.querySelector('crisis-help-bar').getBoundingClientRect().bottom,
        ];
      });
      assert.ok(heading >= bar, `the heading begins at ${heading}, the bar ends at ${bar}`);
      await context.close();
    },
  });

  try {
    return await runChecks(checks);
  } finally {
    await close();
  }
}

/** Picks an answer and goes on, with the keyboard alone. */
async function pick(page, option) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const isRadio = await page.evaluate(() => {
      let node = document.activeElement;
      while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
      return node?.matches('input[type=radio]') ?? false;
    });
    if (isRadio) break;
  }
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 10; presses += 1) {
    if ((await focusedText(page)) === option) break;
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(await focusedText(page), option);
  await page.keyboard.press('Enter');
  await shown(page);
}
