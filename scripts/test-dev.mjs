// The Vite plugin as a writer meets it: a page in a browser that shows saved Markdown at once, and its errors in the
// overlay.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { runChecks } from './checks.mjs';

export async function testDev() {
  const { failedInterventionContent } = await import('../dist/esm/content/compile/vite-plugin.js');
  const root = mkdtempSync(join(tmpdir(), 'fig-dev-'));
  cpSync('content/en', join(root, 'words'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>Words</title><h1>…</h1><script type="module" src="./page.js"></script>',
  );
  writeFileSync(
    join(root, 'page.js'),
    `import words from '#my-words';
     document.querySelector('h1').textContent = words.reasons.items.find(({ id }) => id === 'too_long').label;`,
  );
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { host: '127.0.0.1', port: 0 },
    plugins: [failedInterventionContent({ folders: { '#my-words': join(root, 'words') } })],
  });
  await server.listen();
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
  const page = await browser.newPage();
  const file = join(root, 'words/reasons/too_long.md');
  const before = readFileSync(file, 'utf8');
  const [, label] = /^label: (.*)$/m.exec(before);
  const heading = (name) => page.getByRole('heading', { name, exact: true });
  const overlay = page.locator('vite-error-overlay');

  try {
    return await runChecks({
      'a content folder is a module in dev': async () => {
        await page.goto(server.resolvedUrls.local[0]);
        await heading(label).waitFor();
      },
      'saving a Markdown file shows it': async () => {
        writeFileSync(file, before.replace(label, 'Saved just now'));
        await heading('Saved just now').waitFor();
      },
      'a content error is in the overlay, with its file, line and what to do': async () => {
        writeFileSync(file, before.replace('label:', 'lable:'));
        await overlay.waitFor();
        const words = await overlay.evaluate((element) => element.shadowRoot.textContent);
        assert.match(words, /reasons\/too_long\.md:\d+ {2}unknown-field {2}lable/);
        assert.match(words, /reasons\/too_long\.md:\d+ {2}missing-field {2}label/);
        assert.match(words, /→ Check its spelling/);
      },
      'mending the file shows the page again': async () => {
        writeFileSync(file, before);
        await heading(label).waitFor();
        assert.equal(await overlay.count(), 0);
      },
    });
  } finally {
    await browser.close();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  }
}
