// `npm run test:wordpress`: the plugin and the snippets in a real WordPress, with real people's roles, in a real browser.
// Downloads WordPress and PHP from npm, once. With --only NAME[,NAME] runs some suites; --table writes what came of each
// way in into docs/wordpress.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { buildFromSource } from './build-wordpress.mjs';
import { runChecks } from './checks.mjs';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { runLane } from './lanes.mjs';
import { suites } from './suites.mjs';
import { demoChecks } from './wordpress/check-demo.mjs';
import { matrixTable } from './wordpress/check-matrix.mjs';
import { runPhpChecks } from './wordpress/check-php.mjs';
import { installPhpTools } from './wordpress/php-tools.mjs';
import { installSite, unpackWordPress, WORDPRESS } from './wordpress/site.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const { suite, isWanted, total, failures } = suites(only?.split(','));
const rows = [];
const began = Date.now();

await suite('build', async () => {
  const { size, sha256 } = await buildFromSource();
  console.log(`  the zip: ${(size / 1024).toFixed(1)} KB, SHA-256 ${sha256}`);
  return { passed: 1, failed: 0 };
});
if (isWanted('php')) {
  installPhpTools();
  await suite('php', async () => runPhpChecks());
}
// What both lanes need, before they could both begin to make it.
const executablePath = await findChrome();
installSite();
Object.keys(WORDPRESS).forEach(unpackWordPress);
// Before them, as the demo builds the plugin that they copy.
if (isWanted('demo')) {
  const browser = await chromium.launch({ executablePath, args: CHROME_ARGS });
  await suite('demo', () => runChecks(demoChecks({ browser })));
  await browser.close();
}
for (const told of await Promise.all(
  ['newest', 'older'].map((lane) =>
    runLane(lane, 'scripts/wordpress/lane.mjs', [lane, ...(only ? [only] : [])], { suite, total, failures }),
  ),
)) {
  rows.push(...(told?.rows ?? []));
}

const table = matrixTable(rows);
if (rows.length) console.log(`\n${table}`);
if (process.argv.includes('--table')) writeTable(table);
console.log(`\n${Math.round((Date.now() - began) / 1000)} s`);
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;

function writeTable(text) {
  const [start, end] = ['<!-- matrix, written by npm run test:wordpress -- --table -->', '<!-- /matrix -->'];
  const page = readFileSync('docs/wordpress.md', 'utf8');
  const [before, rest] = page.split(start);
  writeFileSync('docs/wordpress.md', `${before}${start}\n\n${text}\n${end}${rest.split(end)[1]}`);
}
