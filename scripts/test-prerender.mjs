// Prerendered pages, with the built kit: what a family reads and can do before the script, without it, and once it comes.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { PRERENDER_TAGS, prerender } from 'failed-intervention-guide/prerender';
import { runChecks } from './checks.mjs';
import { axe, focusedText, openSite, still } from './page-helpers.mjs';
import { demoPage } from './prerender-demo.mjs';
import { FOLDERS } from './serve.mjs';

const REASON = 'We picked a hard place';
const PAGE = 'prerendered/index.html';
/** All that have a shadow root in the HTML; `<center-contact>` begins with its script. */
const TAGS = PRERENDER_TAGS.filter((tag) => tag !== 'center-contact');

/** The templates in scripts, each as its texts between what is filled in. */
function templatesIn(...files) {
  const found = [];
  const textsOf = (template) =>
    ts.isNoSubstitutionTemplateLiteral(template)
      ? [template.text]
      : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node)) found.push({ tag: node.tag.getText(), texts: textsOf(node.template) });
    ts.forEachChild(node, visit);
  };
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return found;
}

export async function testPrerender() {
  const pages = mkdtempSync(join(tmpdir(), 'fig-prerendered-'));
  cpSync('dist/examples/prerendered', pages, { recursive: true });
  const { site, browser, close } = await openSite({ folders: { ...FOLDERS, '/pages/': pages } });
  const example = readFileSync('dist/examples/prerendered/index.html', 'utf8');
  const write = (file, html) => writeFileSync(join(pages, file), html);

  /** Opens a page whose script comes only when `start` is called. Collects trouble and layout shifts. */
  async function open(path, { init, ...options } = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const trouble = [];
    const requests = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    await page.addInitScript(() => {
      globalThis.shifts = [];
      new globalThis.PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          globalThis.shifts.push(`${value} ${sources.map(({ node }) => node?.nodeName).join()}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
      globalThis.heard = [];
      for (const name of ['fig-ready', 'fig-error', 'fig-progress']) {
        addEventListener(name, ({ type, target }) => globalThis.heard.push(`${type} ${target.localName}`), true);
      }
    });
    if (init) await page.addInitScript(init);
    let start = () => undefined;
    const held = new Promise((done) => (start = done));
    await page.route('**/kit/embed.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(new URL(path, site.url).href, { waitUntil: 'commit' });
    await page
      .locator('crisis-help-bar')
      .first()
      .getByRole('button', { name: /Leave quickly|Salir/ })
      .waitFor();
    if (options.javaScriptEnabled !== false) await page.waitForFunction(() => document.readyState !== 'loading');
    const settled = async () => {
      start();
      await page.waitForFunction((tags) => {
        const found = [...document.querySelectorAll(tags.join())];
        const roots = found.flatMap(({ shadowRoot }) => [
          shadowRoot,
          shadowRoot?.querySelector('crisis-help-bar')?.shadowRoot,
        ]);
        return roots.every((root) => !root || (root.querySelector('.fig') && !root.querySelector('[data-wait], link')));
      }, TAGS);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    };
    return { page, context, trouble, requests, settled };
  }
  const titles = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-prerendered]')].map((el) => el.shadowRoot.querySelectorAll('.fig').length),
    );
  const shifts = (page) => page.evaluate(() => globalThis.shifts);
  const box = (page) => page.getByRole('checkbox', { name: REASON });

  const checks = {
    'with scripts off, a parent reads the reasons, what each means and where that comes from, and can call':
      async () => {
        const { page, context, trouble } = await open('prerendered/without.html', { javaScriptEnabled: false });
        assert.ok(await box(page).isVisible());
        const bar = page.locator('failure-reason-checklist crisis-help-bar');
        assert.equal(await bar.getByRole('link', { name: 'Call 911' }).first().getAttribute('href'), 'tel:911');
        assert.equal(
          await bar.getByRole('button', { name: 'Leave quickly' }).getAttribute('href'),
          'https://www.google.com/',
        );
        await bar.getByRole('button', { name: 'Get help now' }).click();
        assert.ok(await bar.locator('a[href="tel:988"]').isVisible(), 'the lines open without a script');
        await page.keyboard.press('Escape');
        const words = page.locator('failure-reason-checklist > div[lang]:not(.fig)');
        assert.ok(await words.isVisible(), 'all words can be read');
        assert.ok((await words.locator('details').count()) > 20, 'with where each comes from');
        assert.ok((await words.locator('details a[href^="https:"]').count()) > 0, 'and links to it');
        for (const button of await page.locator('[data-wait]').all()) {
          assert.ok(!(await button.isVisible()), 'no button pretends to work');
        }
        assert.deepEqual(trouble, []);
        await context.close();
      },
    'checking a box shows what it can mean before any script has come, and with scripts off': async () => {
      for (const options of [{}, { javaScriptEnabled: false }]) {
        const { page, context, trouble } = await open('prerendered/without.html', options);
        const list = page.locator('failure-reason-checklist');
        const shown = list.locator('.insight').filter({ visible: true });
        assert.equal(await shown.count(), 0);
        await box(page).check();
        assert.equal(await shown.count(), 1);
        assert.match(await shown.innerText(), /What it can mean/);
        await box(page).uncheck();
        assert.equal(await shown.count(), 0);
        assert.deepEqual(trouble, []);
        await context.close();
      }
    },
    'what a checked box shows stays as it is when the script comes, also with a source open and the focus in it':
      async () => {
        const { page, context, trouble, settled } = await open(PAGE);
        await box(page).check();
        const source = page.locator('failure-reason-checklist .insight').filter({ visible: true }).locator('summary');
        await source.click();
        await still(page);
        await page.evaluate(() => (globalThis.shifts.length = 0)); // what moved until here was the visitor's doing
        await settled();
        const insights = page.locator('failure-reason-checklist .insight');
        assert.equal(await insights.count(), 1, 'those of other boxes are gone');
        assert.ok(await insights.isVisible());
        assert.ok(await insights.locator('details').evaluate(({ open }) => open), 'the source is still open');
        assert.equal(await focusedText(page), (await source.innerText()).trim());
        assert.deepEqual(await shifts(page), []);
        assert.deepEqual(trouble, []);
        await context.close();
      },
    'a script that comes late takes over what is there: nothing moves, is drawn twice or said on the console':
      async () => {
        const { page, context, trouble, settled } = await open(PAGE);
        await page.evaluate(() => {
          for (const el of document.querySelectorAll('[data-prerendered]')) {
            const { shadowRoot } = el;
            const bar = shadowRoot.querySelector('crisis-help-bar');
            globalThis.nodes ??= [];
            globalThis.nodes.push(...shadowRoot.querySelectorAll('input, h2, h3, fieldset'), bar);
            globalThis.nodes.push(...bar.shadowRoot.querySelector('.fig').querySelectorAll('*'));
          }
        });
        await settled();
        const gone = await page.evaluate(() => globalThis.nodes.filter((node) => !node.isConnected).length);
        assert.equal(gone, 0, 'every node is the one that was there');
        assert.deepEqual(await titles(page), [1, 1]);
        assert.deepEqual(await shifts(page), []);
        assert.deepEqual(trouble, []);
        assert.equal(await page.locator('[data-wait], [popovertarget]').count(), 0);
        const heard = await page.evaluate(() => globalThis.heard);
        assert.deepEqual(heard.sort(), ['fig-ready failure-reason-checklist', 'fig-ready next-steps-wizard']);
        assert.deepEqual(await axe(page), []);
        await context.close();
      },
    'boxes checked before the script count once it comes, with the focus and the scroll where they were': async () => {
      const { page, context, trouble, settled } = await open(PAGE);
      await box(page).check();
      await page.getByRole('radio').last().check();
      await box(page).focus();
      await still(page);
      const scroll = await page.evaluate(() => scrollY);
      await settled();
      assert.ok(await box(page).isChecked());
      assert.ok(await page.getByRole('radio').last().isChecked());
      assert.equal(await focusedText(page), REASON);
      assert.equal(await page.evaluate(() => scrollY), scroll);
      assert.ok(await page.locator('failure-reason-checklist .insight').isVisible(), 'what it can mean is shown');
      const progress = await page.evaluate(() => globalThis.heard.filter((name) => name.startsWith('fig-progress')));
      assert.deepEqual(progress, ['fig-progress failure-reason-checklist'], 'as if checked now, once');
      await box(page).uncheck();
      assert.equal(await page.locator('failure-reason-checklist .insight').count(), 0);
      assert.deepEqual(trouble, []);
      await context.close();
    },
    'the answer to the first question that was picked before the script leads on': async () => {
      const { page, context, settled } = await open(PAGE);
      const first = page.locator('next-steps-wizard').getByRole('radio').last();
      await first.check();
      await settled();
      await page.locator('next-steps-wizard').getByRole('button', { name: 'Next' }).click();
      await page.locator('next-steps-wizard').getByRole('progressbar').waitFor();
      await context.close();
    },
    'help that was opened before the script stays open': async () => {
      const { page, context, trouble, settled } = await open(PAGE);
      const bar = page.locator('failure-reason-checklist crisis-help-bar');
      await bar.getByRole('button', { name: 'Get help now' }).click();
      await settled();
      assert.ok(await bar.locator('#panel a[href="tel:988"]').isVisible());
      assert.equal(await bar.locator('#toggle').getAttribute('aria-expanded'), 'true');
      assert.deepEqual(trouble, []);
      await context.close();
    },
    'markup made of other words is replaced by the true ones, with no error, and the checks stay': async () => {
      const stale = {
        'other words': example.replaceAll('tel:911', 'tel:912').replaceAll(/data-prerendered="\w/g, '$&x'),
        'another region': example.replaceAll('region="US"', 'region="UK"'),
        'another version': example.replaceAll(/<!--lit-part [\w+/]{4}/g, '<!--lit-part AAAA'),
      };
      for (const [name, html] of Object.entries(stale)) {
        assert.notEqual(html, example);
        write('stale.html', html);
        const { page, context, trouble, settled } = await open('pages/stale.html');
        await box(page).check();
        await settled();
        assert.deepEqual(await titles(page), [1, 1], name);
        const number = name === 'another region' ? '999' : '911';
        assert.ok(
          await page.locator(`failure-reason-checklist crisis-help-bar a[href="tel:${number}"]`).isVisible(),
          name,
        );
        assert.equal(await page.locator('a[href="tel:912"]').filter({ visible: true }).count(), 0, name);
        await page.locator('failure-reason-checklist .insight').waitFor();
        assert.ok(await box(page).isChecked(), name);
        assert.deepEqual(trouble, [], name);
        await context.close();
      }
    },
    'every element takes over its markup in both languages: no node made anew, nothing moves, a clean console':
      async () => {
        for (const tag of TAGS) {
          for (const locale of ['en', 'es']) {
            const made = [await prerender({ tag, locale, region: 'US', stylesAt: '/pages/one-' })];
            for (const [name, css] of Object.entries(made[0].css)) write(`one-${name}.css`, css);
            write('one.html', demoPage({ locale, made, file: 'one.html' }));
            const { page, context, trouble, settled } = await open('pages/one.html');
            await page.evaluate(
              (name) => (document.querySelector(name).shadowRoot.querySelector('.fig').mark = true),
              tag,
            );
            await settled();
            const isSame = await page.evaluate(
              (name) => document.querySelector(name).shadowRoot.querySelector('.fig').mark,
              tag,
            );
            assert.ok(isSame, `${tag} ${locale} was made anew`);
            assert.deepEqual(await shifts(page), [], `${tag} ${locale}`);
            assert.deepEqual(trouble, [], `${tag} ${locale}`);
            await context.close();
          }
        }
      },
    'a page in Spanish reads in Spanish before the script and after': async () => {
      const { page, context, trouble, settled } = await open('prerendered/es.html');
      const title = page.locator('failure-reason-checklist').getByRole('heading', { level: 2 }).first();
      const before = await title.textContent();
      assert.equal(await page.locator('failure-reason-checklist .fig').first().getAttribute('lang'), 'es');
      await settled();
      assert.equal(await title.textContent(), before);
      assert.deepEqual(await shifts(page), []);
      assert.deepEqual(trouble, []);
      assert.deepEqual(await axe(page), []);
      await context.close();
    },
    'a page whose script never comes is clean for axe': async () => {
      const { page, context, trouble } = await open('prerendered/without.html');
      assert.deepEqual(trouble, []);
      assert.deepEqual(await axe(page), []);
      await context.close();
    },
    'styles in the HTML pass a policy by their hashes; where they are blocked, the words and numbers can be read':
      async () => {
        const made = [await prerender({ tag: 'failure-reason-checklist', region: 'US' })];
        const page1 = demoPage({ locale: 'en', made, file: '', script: false });
        write('hashes.html', page1.replace("style-src 'self'", `style-src 'self' ${made[0].hashes.join(' ')}`));
        write('blocked.html', page1);
        const allowed = await open('pages/hashes.html');
        assert.deepEqual(allowed.trouble, []);
        await allowed.context.close();
        const blocked = await open('pages/blocked.html');
        const font = () =>
          getComputedStyle(document.querySelector('[data-prerendered]').shadowRoot.querySelector('.fig'));
        assert.equal(await blocked.page.evaluate(`(${font})().containerType`), 'normal', 'styles are blocked');
        assert.ok(await box(blocked.page).isVisible());
        const call = blocked.page.locator('crisis-help-bar').getByRole('link', { name: 'Call 911' }).first();
        assert.ok(await call.isVisible());
        await blocked.context.close();
      },
    'what prerenders and what takes over have the same templates, all without indentation': () => {
      const under = (folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path));
      const made = templatesIn(...under('dist/esm/elements')).filter(({ tag }) => tag === 'html');
      const inBrowser = new Set(
        templatesIn('dist/embed.js', ...under('dist/chunks')).map(({ texts }) => texts.join('\0')),
      );
      assert.ok(made.length > 100);
      assert.deepEqual(
        made.map(({ texts }) => texts.join('\0')).filter((text) => !inBrowser.has(text) || text.includes('\n')),
        [],
      );
    },
    'a page with nothing made ahead does not download what takes over': async () => {
      const plain = await browser.newPage();
      const asked = [];
      plain.on('request', (request) => asked.push(request.url()));
      await plain.goto(new URL('article.html', site.url).href, { waitUntil: 'networkidle' });
      assert.ok(asked.some((url) => url.includes('failure-reason-checklist')));
      assert.deepEqual(
        asked.filter((url) => url.includes('take-over')),
        [],
      );
      await plain.close();
    },
  };

  try {
    return await runChecks(checks);
  } finally {
    await close();
    rmSync(pages, { recursive: true, force: true });
  }
}
