// What the docs say, tried: the tags and the policy on a page, what an older browser shows, and the TypeScript in them.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { runChecks } from './checks.mjs';
import { ask, CENTER_FACTS, checkReasons, fillShortForm, formValues, openOffer, PHONE } from './lead-steps.mjs';
import { axe, openSite } from './page-helpers.mjs';

const read = (file) => readFileSync(file, 'utf8');
const fences = (file, language) =>
  [...read(file).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, code]) => code);

/** The policy that docs/site-owners.md says is enough. */
const [POLICY] = fences('docs/site-owners.md', 'text').map((code) =>
  code.replace('Content-Security-Policy:', '').trim(),
);

const page = (body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
    <title>Page</title>
    <link rel="icon" href="/kit/embed.js" />
  </head>
  <body>
    <main><h1>Page</h1>${body}</main>
  </body>
</html>`;

export async function testDocs() {
  const folder = mkdtempSync(join(tmpdir(), 'fig-docs-'));
  const { visit, site, browser, close } = await openSite({ folders: { '/kit/': 'dist', '/': folder } });
  const script = '<script type="module" src="/kit/embed.js"></script>';
  const guideReady = (view) => view.getByRole('heading', { name: 'Where are you right now?' }).waitFor();

  /** Opens a page whose scripts are changed on their way, as an older browser would read them. */
  async function visitOld(change) {
    const context = await browser.newContext();
    const view = await context.newPage();
    await view.route('**/kit/**/*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: change(await response.text()) });
    });
    await view.goto(`${site.url}README.html`);
    const leave = async () => {
      // A chunk may still be on its way, and can't be read once the page is gone.
      await view.unrouteAll({ behavior: 'wait' });
      await context.close();
    };
    return { view, leave };
  }

  const pages = [
    ['README.md', 0],
    ['docs/site-owners.md', 0],
    ['docs/site-owners.md', 1],
    ['docs/site-owners.md', 2],
    ['docs/wordpress.md', 0],
    ['docs/developers.md', 0],
  ];
  for (const [file, index] of pages) {
    const html = fences(file, 'html')[index];
    writeFileSync(join(folder, nameOf(file, index)), page(html.includes('embed.js') ? html : script + html));
  }

  const checks = Object.fromEntries(
    pages.map(([file, index]) => [
      `${file}: what its code block ${index + 1} in HTML shows works under the policy of the docs`,
      async () => {
        const { page: view, context, trouble } = await visit(nameOf(file, index));
        const tags = await view.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .map(({ localName }) => localName)
            .filter((name) => name.includes('-')),
        );
        assert.ok(tags.length > 0);
        for (const tag of tags) await view.locator(tag).locator('.title').first().waitFor();
        assert.deepEqual(trouble, []);
        assert.deepEqual(await axe(view), []);
        await context.close();
      },
    ]),
  );

  Object.assign(checks, {
    'a div that became the guide works offline, and its words are there where the script never arrives': async () => {
      const div = fences('docs/site-owners.md', 'html')[2];
      assert.match(div, /^<div class="failed-intervention-guide"/);
      const { page: view, context, trouble } = await visit(nameOf('docs/site-owners.md', 2));
      await guideReady(view);
      await view.waitForFunction(() =>
        ['contingency-planner', 'family-self-care-card'].every((tag) => customElements.get(tag)),
      );
      await view.waitForLoadState('networkidle');
      await context.setOffline(true);
      const map = view.getByRole('navigation', { name: 'Parts of this guide' });
      await map.getByRole('button', { name: 'Plan for setbacks' }).click();
      await view.getByRole('heading', { name: 'Plan for setbacks' }).last().waitFor();
      await view.getByRole('button', { name: 'Get help now' }).click();
      await view.getByRole('button', { name: 'Show me what to do' }).waitFor();
      assert.deepEqual(trouble, []);
      await context.close();

      const bare = await browser.newContext({ javaScriptEnabled: false });
      const still = await bare.newPage();
      await still.goto(`${site.url}${nameOf('docs/site-owners.md', 2)}`);
      await still.getByRole('link', { name: 'Call 911' }).waitFor();
      await bare.close();
    },
    'a div is not upgraded before the parser has filled it': async () => {
      let end;
      const seen = new Promise((done) => {
        end = done;
      });
      const server = createServer(({ url }, response) => {
        if (url.startsWith('/kit/')) {
          response.writeHead(200, { 'content-type': 'text/javascript' });
          response.end(readFileSync(join('dist', url.slice('/kit/'.length))));
          return;
        }
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write(
          '<!doctype html><link rel="icon" href="data:," /><script type="module" async src="/kit/embed.js"></script>' +
            '<div class="crisis-help-bar" data-region="US"><p>First</p>',
        );
        void seen.then(() => response.end('<p>Second</p></div>'));
      });
      await new Promise((done) => server.listen(0, '127.0.0.1', done));
      const context = await browser.newContext();
      const view = await context.newPage();
      await view.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'commit' });
      await view.waitForFunction(() => customElements.get('crisis-help-bar'));
      assert.equal(await view.locator('crisis-help-bar').count(), 0);
      end();
      await view.locator('crisis-help-bar').getByRole('link', { name: 'Call 911' }).waitFor();
      assert.equal(await view.locator('div > crisis-help-bar > p').count(), 2);
      await context.close();
      server.close();
    },
    'each recipe for a form plugin fills in the fields of the form that the plugin renders': async () => {
      const recipes = fences('docs/leads.md', 'html');
      const forms = recipes.filter((code) => /^<form[^>]* id="(?:gform|wpforms)/.test(code));
      assert.equal(forms.length, 2);
      for (const form of forms) {
        const [, id] = /<form[^>]* id="([^"]+)"/.exec(form);
        const guide = recipes.find((code) => code.includes(`lead-form="#${id}"`));
        const facts = Object.entries(CENTER_FACTS).map(([name, value]) => `${name}="${value}"`);
        const name = `recipe-${id}.html`;
        writeFileSync(
          join(folder, name),
          page(
            script +
              guide.replace('sponsor-name="…"', facts.join(' ')) +
              form.replace('<form', '<form aria-label="Contact"'),
          ),
        );
        const { page: view, context, trouble } = await visit(name);
        await checkReasons(view);
        await openOffer(view);
        await ask(view);
        const [, pairs] = /lead-fields="([^"]+)"/.exec(guide);
        await fillShortForm(view, { name: pairs.includes('contact.name') && 'Ana' });
        await view.getByRole('button', { name: 'Fill in their form' }).click();
        await view.getByRole('heading', { name: 'Their form is filled in' }).waitFor();
        const values = await formValues(view, `#${id}`);
        const empty = pairs
          .split(';')
          .map((pair) => pair.split(': ').map((part) => part.trim()))
          .filter(([field, input]) => field !== 'contact.email' && !values[input]); // the visitor chose a call
        assert.deepEqual(empty, []);
        assert.equal(values[pairs.match(/contact\.phone: ([^;]+)/)[1]], PHONE);
        assert.deepEqual(trouble, []);
        await context.close();
      }
    },
    'a browser that can’t read the script shows the words of the page': async () => {
      const { view, leave } = await visitOld((code) => `this can't be read\n${code}`);
      await view.getByRole('link', { name: 'Call 911' }).waitFor();
      assert.equal(await view.evaluate(() => Boolean(customElements.get('crisis-help-bar'))), false);
      await leave();
    },
    'a browser without the color functions shows all of it in the colors of the page, and readable': async () => {
      const { view, leave } = await visitOld((code) =>
        code.replaceAll('light-dark(', 'not-a-color(').replaceAll('oklch(from', 'not-a-color(from'),
      );
      await guideReady(view);
      for (const [color, background] of [
        ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'],
        ['rgb(255, 255, 255)', 'rgb(20, 20, 40)'],
      ]) {
        await view.evaluate(
          ([color, background]) => {
            document.body.style.color = color;
            document.body.style.background = background;
          },
          [color, background],
        );
        const found = await view
          .locator('failed-intervention-guide .title')
          .first()
          .evaluate((title) => window.getComputedStyle(title).color);
        assert.equal(found, color);
        const unreadable = (await axe(view)).filter((finding) => finding.startsWith('color-contrast'));
        assert.deepEqual(unreadable, []);
      }
      await leave();
    },
    'a hash for integrity lets the script through, and another one does not': async () => {
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha384').update(readFileSync('dist/embed.js')).digest('base64');
      const tag = (of) =>
        `<script type="module" src="/kit/embed.js" integrity="sha384-${of}" crossorigin="anonymous"></script>`;
      const guide = '<failed-intervention-guide region="US"><p>Own words</p></failed-intervention-guide>';
      writeFileSync(join(folder, 'hash.html'), page(tag(hash) + guide));
      writeFileSync(
        join(folder, 'other.html'),
        page(tag(hash.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))) + guide),
      );
      const { page: view, context } = await visit('hash.html');
      await guideReady(view);
      await context.close();
      const other = await visit('other.html');
      await other.page.getByText('Own words').waitFor();
      assert.ok(other.trouble.some((line) => line.includes('integrity')));
      await other.context.close();
    },
    'the TypeScript in the docs fits the types of the package': () => {
      const found = ['README.md', 'docs/developers.md', 'docs/leads.md'].flatMap((file) =>
        fences(file, 'ts').map((code, index) => [
          `docs-${file.replaceAll(/\W/g, '-')}-${index}.ts`,
          `${code}\nexport {};\n`,
        ]),
      );
      assert.ok(found.length > 1);
      assert.deepEqual(typeProblems(new Map(found)), []);
    },
  });

  try {
    return await runChecks(checks);
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const nameOf = (file, index) => `${file.replace(/^docs\//, '').replace(/\.md$/, '')}${index || ''}.html`;

/** What TypeScript says of some files beside package.json, which import the package by its name. */
function typeProblems(files) {
  const options = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  const own = (path) => files.get(path.split('/').at(-1));
  host.fileExists = (path) => own(path) !== undefined || fileExists.call(host, path);
  host.readFile = (path) => own(path) ?? readFile.call(host, path);
  host.getSourceFile = (path, target, ...rest) => {
    const text = own(path);
    return text === undefined
      ? getSourceFile.call(host, path, target, ...rest)
      : ts.createSourceFile(path, text, target);
  };
  const program = ts.createProgram(
    [...files.keys()].map((name) => join(process.cwd(), name)),
    options,
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName.split('/').at(-1)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
}
