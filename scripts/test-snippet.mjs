// The snippet builder, with the built kit: a site owner's walk through it, and the copied code on pages of its own.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { axe, focusedText, openSite, tabTo } from './page-helpers.mjs';
import { FOLDERS } from './serve.mjs';

/** Everything a hostile address could try. */
const HOSTILE = '"><img src=x onerror="document.title=1"></script><script>document.title=1</script>{{x}}';
const CENTER = {
  'sponsor-name': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-phone': '555-0142',
  'sponsor-license': 'CH-DEMO-0417',
  'sponsor-paid-by': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-privacy-url': 'https://cedar-hollow.example/privacy',
  'sponsor-health-data-url': 'https://cedar-hollow.example/health-data',
};
const hashOf = (entries) => `snippet.html#${new URLSearchParams(entries)}`;
const TABS = {
  HTML: /^<script type="module"/,
  'WordPress: block': /^<!-- wp:failed-intervention-guide\/guide \{"region":"US"\} -->\n<!-- wp:paragraph -->/,
  'WordPress: shortcode': /^\[failed_intervention_guide region="US"\]/,
  'WordPress: div': /^<script type="module"[^\n]+<\/script>$/,
  'WordPress: Custom HTML': /^<!-- wp:html -->\n.+\n<!-- \/wp:html -->$/,
  React: /^npm install/,
  Vue: /^npm install/,
  'Tag Manager': /^<script>\n\(function/,
};

export async function testSnippet() {
  const pages = mkdtempSync(join(tmpdir(), 'fig-pages-'));
  cpSync('dist-demo/favicon.svg', join(pages, 'favicon.svg'));
  const { site, visit, close } = await openSite({ folders: { ...FOLDERS, '/pages/': pages } });
  const open = (entries = {}, options = {}) =>
    visit(hashOf(entries), { permissions: ['clipboard-read', 'clipboard-write'], ...options });
  const copied = async (page, button) => {
    await button.click();
    await page.locator('#said', { hasText: 'Copied' }).waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const firstCopy = (page) => page.locator('#parts .button').first();
  /** A blank page with the code in it, as a site owner would paste it. */
  const paste = async (code, options) => {
    writeFileSync(
      join(pages, 'page.html'),
      `<!doctype html><html lang="en"><head><title>Pasted</title><link rel="icon" href="favicon.svg" /></head>` +
        `<body><h1>A page</h1>${code}</body></html>`,
    );
    return visit('pages/page.html', options);
  };

  const checks = {
    'every target is reached with the arrow keys and copies its own code, and that is said once': async () => {
      const { page, context, trouble } = await open();
      await page.evaluate(() => {
        globalThis.saidTexts = [];
        const said = document.querySelector('#said');
        new MutationObserver(() => said.textContent && globalThis.saidTexts.push(said.textContent)).observe(said, {
          childList: true,
        });
      });
      await tabTo(page, 'HTML');
      for (const [name, code] of Object.entries(TABS)) {
        assert.equal(await focusedText(page), name);
        assert.equal(await page.getByRole('tab', { name, exact: true }).getAttribute('aria-selected'), 'true');
        await page.keyboard.press('Tab');
        assert.equal(await focusedText(page), 'Copy');
        await page.evaluate(() => globalThis.saidTexts.splice(0));
        await page.keyboard.press('Enter');
        await page.locator('#said', { hasText: 'Copied' }).waitFor();
        assert.equal(await page.evaluate(() => globalThis.saidTexts.length), 1, name);
        assert.match(await page.evaluate(() => navigator.clipboard.readText()), code, name);
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('ArrowRight');
      }
      assert.equal(await focusedText(page), 'HTML', 'the arrow goes around');
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'the copied HTML works on a blank page: region, color, fallback, and the form is filled in': async () => {
      const { page, context, trouble } = await open({ ...CENTER, '--fig-accent': '#7a3b8f', way: 'form' });
      const code = await copied(page, firstCopy(page));
      const form = await copied(page, page.getByRole('button', { name: /^Copy: If you have no form/ }));
      assert.deepEqual(trouble, []);
      await context.close();
      const pasted = await paste(code + form);
      const guide = pasted.page.locator('failed-intervention-guide');
      await guide.getByRole('link', { name: 'Call 911' }).first().waitFor();
      assert.equal(
        await guide.evaluate((element) => getComputedStyle(element).getPropertyValue('--fig-accent').trim()),
        'rgb(122, 59, 143)',
      );
      await guide
        .getByRole('navigation', { name: 'Parts of this guide' })
        .getByRole('button', { name: 'Your summary' })
        .click();
      await guide.getByRole('button', { name: 'Ask to be contacted' }).click();
      await guide.getByRole('radio', { name: 'An email' }).check();
      await guide.getByRole('textbox', { name: 'Your email address' }).fill('ana@example.org');
      await guide.getByRole('group', { name: 'What you say yes to' }).getByRole('checkbox').first().check();
      await guide.getByRole('button', { name: 'Fill in their form' }).click();
      await guide.getByRole('heading', { name: 'Their form is filled in' }).waitFor();
      const values = await pasted.page.evaluate(() =>
        Object.fromEntries(new FormData(document.querySelector('#contact-form'))),
      );
      assert.equal(values.email, 'ana@example.org');
      assert.equal(JSON.parse(values.consent).center, CENTER['sponsor-name']);
      assert.deepEqual(pasted.trouble, []);
      await pasted.context.close();

      const bare = await paste(code, { javaScriptEnabled: false });
      assert.match(await bare.page.locator('failed-intervention-guide').innerText(), /Call 911[^]*Call 988/);
      await bare.context.close();
    },

    'the copied div becomes the guide where the script of the site is, and is readable without it': async () => {
      const { page, context } = await open({ ...CENTER, target: 'wordpress-div', way: 'form' });
      const script = await copied(page, firstCopy(page));
      const div = await copied(page, page.getByRole('button', { name: /^Copy: Into the post or page/ }));
      const form = await copied(page, page.getByRole('button', { name: /^Copy: If you have no form/ }));
      await context.close();
      const pasted = await paste(`${div}${form}<footer>${script}</footer>`);
      const guide = pasted.page.locator('div.failed-intervention-guide > failed-intervention-guide');
      await guide.getByRole('link', { name: 'Call 911' }).first().waitFor();
      assert.equal(await guide.getAttribute('sponsor-license'), CENTER['sponsor-license']);
      assert.equal(await guide.getAttribute('lead-form'), '#contact-form');
      assert.deepEqual(pasted.trouble, []);
      await pasted.context.close();
      const bare = await paste(div);
      assert.match(await bare.page.locator('div').innerText(), /Call 911[^]*Call 988/);
      await bare.context.close();
    },

    'the copied tag adds the guide after the selector, once, however often it runs': async () => {
      const { page, context } = await open({ target: 'tag-manager', '--fig-accent': 'teal' });
      const code = await copied(page, firstCopy(page));
      await context.close();
      const pasted = await paste(code + code);
      await pasted.page
        .locator('h1 + div failed-intervention-guide')
        .getByRole('link', { name: 'Call 911' })
        .first()
        .waitFor();
      assert.equal(await pasted.page.locator('failed-intervention-guide').count(), 1);
      assert.deepEqual(pasted.trouble, []);
      await pasted.context.close();
    },

    'what is chosen stands in the address, a shared link brings it back, and Back goes one step back': async () => {
      const { page, context, trouble } = await open();
      await page.getByLabel('Region', { exact: true }).selectOption('UK');
      await page.getByText('Looks', { exact: true }).click();
      await page.getByLabel('Accent', { exact: true }).fill('#7a3b8f');
      await page.getByRole('checkbox', { name: 'crisis-help-bar' }).check();
      await page.locator('#parts code', { hasText: '<crisis-help-bar region="UK">' }).waitFor();
      const link = page.url();
      const code = await page.locator('#parts').innerText();
      await page.goBack();
      await page.waitForFunction(() => !document.querySelector('#parts').textContent.includes('<crisis-help-bar'));
      assert.equal(await page.getByRole('checkbox', { name: 'crisis-help-bar' }).isChecked(), false);
      const shared = await visit(link.slice(site.url.length));
      assert.equal(await shared.page.locator('#parts').innerText(), code);
      await shared.page.locator('#preview').getByRole('link', { name: 'Call 999' }).first().waitFor();
      assert.deepEqual([...trouble, ...shared.trouble], []);
      await shared.context.close();
      await context.close();
    },

    'the preview follows what is typed, and the measured contrast is at least AA whatever color is given': async () => {
      const { page, context, trouble } = await open();
      await page.getByText('Looks', { exact: true }).click();
      for (const color of ['#ffff00', '#000000', '#ffffff', '#7a3b8f']) {
        await page.getByLabel('Accent', { exact: true }).fill(color);
        const guide = page.locator('#preview failed-intervention-guide');
        await page.waitForFunction(
          (wanted) =>
            document.querySelector('#preview failed-intervention-guide')?.style.getPropertyValue('--fig-accent') ===
            wanted,
          color,
        );
        assert.equal(await guide.getAttribute('session'), 'separate');
        await page.locator('#contrast li').nth(1).waitFor();
        const ratios = [...(await page.locator('#contrast ul').innerText()).matchAll(/([\d.]+) : 1/g)];
        assert.equal(ratios.length, 4);
        for (const [, ratio] of ratios) assert.ok(Number(ratio) >= 4.5, `${color}: ${ratio}`);
      }
      await page.getByLabel('Language').selectOption('es');
      await page.locator('#preview').getByRole('link', { name: 'Llamar al 911' }).first().waitFor();
      await page.locator('#parts code', { hasText: 'Llamar al 911' }).waitFor();
      await page.getByLabel('Phone', { exact: true }).check();
      const { width } = await page.locator('#preview').boundingBox();
      assert.ok(width < 400, `${width} px`);
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'what can not be used is said at its field, left out of the code, and reached from there': async () => {
      const { page, context } = await open();
      await page.getByText('Looks', { exact: true }).click();
      const accent = page.getByLabel('Accent', { exact: true });
      await accent.fill('red; } body { display: none');
      await page.getByText('Write a color, such as').waitFor();
      assert.equal(await accent.getAttribute('aria-invalid'), 'true');
      assert.doesNotMatch(await page.locator('#parts').innerText(), /--fig-accent/);
      await accent.fill('potato');
      await page.getByText('This browser knows no color "potato"').waitFor();
      await page.locator('#left-out').getByRole('button', { name: 'Accent' }).click();
      assert.ok(await accent.evaluate((field) => field === document.activeElement));
      await accent.fill('teal');
      await page.locator('#left-out').waitFor({ state: 'hidden' });
      await context.close();
    },

    'a reset can be undone': async () => {
      const { page, context } = await open({ region: 'CA', '--fig-accent': 'teal' });
      const link = page.url();
      await page.getByRole('button', { name: 'Reset', exact: true }).click();
      await page.locator('#parts code', { hasText: 'region="US"' }).waitFor();
      await page.getByRole('button', { name: 'Undo reset' }).click();
      await page.locator('#parts code', { hasText: 'region="CA"' }).waitFor();
      assert.equal(page.url(), link);
      assert.equal(await page.getByRole('button', { name: 'Undo reset' }).isVisible(), false);
      await context.close();
    },

    'a hostile address stays text, on the page and on the page it is pasted into': async () => {
      const { page, context } = await open({
        ...CENTER,
        'sponsor-name': HOSTILE,
        words: HOSTILE,
        'script-url': 'javascript:alert(1)',
        '--fig-accent': '</style><script>document.title=1</script>',
        'leave-target': 'javascript:alert(1)',
        region: HOSTILE,
        element: 'failed-intervention-guide',
      });
      const code = await copied(page, firstCopy(page));
      assert.equal(await page.locator('img[src="x"]').count(), 0);
      assert.doesNotMatch(code, /javascript:|--fig-accent/);
      await context.close();
      const pasted = await paste(code);
      assert.equal(await pasted.page.title(), 'Pasted');
      assert.equal(await pasted.page.locator('failed-intervention-guide').getAttribute('sponsor-name'), HOSTILE);
      await pasted.context.close();
    },

    'no storage is used and nothing but files of this site is asked for, whatever is chosen': async () => {
      const { page, context, requests, trouble } = await open({ save: 'offer', ...CENTER, way: 'event' });
      await page.locator('#preview').getByRole('link', { name: 'Call 911' }).first().waitFor();
      assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [
        0,
        0,
        '',
      ]);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(site.url)),
        [],
      );
      assert.deepEqual(trouble, []);
      await context.close();
    },

    'axe finds nothing with every element, each target, errors and everything unfolded, at 320 px too': async () => {
      for (const colorScheme of ['light', 'dark']) {
        const { page, context } = await open({ ...CENTER, way: 'slot', '--fig-radius': '12' }, { colorScheme });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('#builder details')) details.open = true;
        });
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          for (const name of Object.keys(TABS)) {
            await page.getByRole('tab', { name, exact: true }).click();
            await page
              .locator(
                `#panel[aria-labelledby="${await page.getByRole('tab', { name, exact: true }).getAttribute('id')}"]`,
              )
              .waitFor();
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(overflow <= 0, `${name}, ${width} px: ${overflow} px too wide`);
          }
          assert.deepEqual(await axe(page), [], `${width} px, ${colorScheme}`);
        }
        await context.close();
      }
    },
  };
  try {
    return await runChecks(checks);
  } finally {
    await close();
    rmSync(pages, { recursive: true, force: true });
  }
}
