// Builds the Storybook and opens every story in a browser: each shows words, and none complains.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { runChecks } from './checks.mjs';
import { serve } from './serve.mjs';

const OUT = 'dist-storybook';

export async function testStories() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/storybook/dist/bin/dispatcher.js', 'build', '--disable-telemetry', '--output-dir', OUT],
    { encoding: 'utf8', env: { ...process.env, CI: '1' } },
  );
  if (status !== 0) return { passed: 0, failed: 1, problem: `the Storybook can't be built:\n${stdout}${stderr}` };

  const { entries } = JSON.parse(readFileSync(`${OUT}/index.json`, 'utf8'));
  const site = await serve({ folders: { '/': OUT } });
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
  const stories = Object.values(entries).filter(({ type }) => type === 'story');
  const checks = Object.fromEntries(
    stories.map(({ id, title, name }) => [
      `${title}: ${name}`,
      async () => {
        const page = await browser.newPage();
        const trouble = [];
        page.on('console', (message) => {
          // The browser asks for a favicon by itself; the frame of a story has none.
          if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) {
            trouble.push(message.text());
          }
        });
        page.on('pageerror', (error) => trouble.push(String(error)));
        page.on('request', (request) => {
          if (!/^(?:blob:|data:)/.test(request.url()) && !request.url().startsWith(site.url)) {
            trouble.push(request.url());
          }
        });
        await page.goto(`${site.url}iframe.html?id=${id}&viewMode=story`);
        await page.locator('#storybook-root :is(.title, .bar)').first().waitFor();
        await page.waitForLoadState('networkidle');
        assert.deepEqual(trouble, []);
        await page.close();
      },
    ]),
  );
  try {
    return await runChecks({ 'there are stories': () => assert.ok(stories.length > 10), ...checks });
  } finally {
    await browser.close();
    await site.close();
  }
}
