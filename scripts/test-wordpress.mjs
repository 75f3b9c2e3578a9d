// `npm run test:wordpress`: the plugin and the snippets in a real WordPress, with real people's roles, in a real browser.
// Downloads WordPress and PHP from npm, once. With --only NAME[,NAME] runs some suites; --table writes what came of each
// way in into docs/wordpress.md.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { buildWordPress } from './build-wordpress.mjs';
import { runChecks } from './checks.mjs';
import { CHROME_ARGS, findChrome } from './chrome.mjs';
import { demoChecks } from './wordpress/check-demo.mjs';
import { editorChecks } from './wordpress/check-editor.mjs';
import { formChecks } from './wordpress/check-forms.mjs';
import { matrixChecks, matrixTable, NETWORK } from './wordpress/check-matrix.mjs';
import { runPhpChecks } from './wordpress/check-php.mjs';
import { networkChecks, removalChecks } from './wordpress/check-removal.mjs';
import { settingsChecks } from './wordpress/check-settings.mjs';
import { visitorChecks } from './wordpress/check-visitors.mjs';
import { formStandIn } from './wordpress/form-stand-in.mjs';
import { installPhpTools } from './wordpress/php-tools.mjs';
import { startNetwork, startSite } from './wordpress/site.mjs';

const PLUGIN = 'dist-wordpress/failed-intervention-guide';
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;
const total = { passed: 0, failed: 0 };
const failures = [];
const rows = [];
const began = Date.now();

/** `--only 6.5` or `--only forms`: what a suite's name begins or ends with. */
const isWanted = (name) => !only || only.some((one) => name.startsWith(one) || name.endsWith(one));

async function suite(name, run) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const start = Date.now();
  let result;
  try {
    result = await run();
  } catch (error) {
    result = { passed: 0, failed: 1, problem: `it stopped: ${error.stack}` };
  }
  total.passed += result.passed;
  total.failed += result.failed;
  if (result.failed) failures.push(`${name}: ${result.problem}`);
  console.log(
    `${name}: ${result.passed} passed, ${result.failed} failed (${Math.round((Date.now() - start) / 1000)} s)`,
  );
}

const say = (words) => console.log(`  ${words}`);
const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });

/** The tests of the plugin's PHP, inside a site, and what PHP complained of on the way. */
const phpTests = (site) => async () => {
  const read = await site.run('wordpress/site/php/parse.php');
  const { passed, failed } = await site.run('wordpress/tests/run.php');
  const named = [
    ...passed.map((name) => [name, () => undefined]),
    ...failed.map(({ name, why }) => [name, () => assert.fail(why)]),
  ];
  return runChecks({
    ...Object.fromEntries(named),
    [`PHP ${site.phpVersion} can read each file of the plugin`]: () => {
      assert.ok(read.php.startsWith(site.phpVersion), read.php);
      assert.ok(read.count > 25, `${read.count} files`);
      assert.deepEqual(read.troubles, []);
    },
    'there are tests': () => assert.ok(passed.length > 30, `${passed.length}`),
  });
};
const quiet = (site) => ({
  'PHP and WordPress complained of nothing': () => assert.equal(site.log(), ''),
});

/** A site with the plugin and a stand-in for a form plugin, for some suites, that ends with them. */
async function withSite(name, options, suites) {
  const wanted = Object.entries(suites).filter(([part]) => isWanted(`${name}, ${part}`));
  if (!wanted.length) return;
  let site;
  const start = options.network ? startNetwork : startSite;
  try {
    site = await start({
      ...options,
      plugins: { 'failed-intervention-guide': PLUGIN, 'form-stand-in': formStandIn() },
      say,
    });
  } catch (error) {
    await suite(name, () => Promise.reject(error));
    return;
  }
  for (const [part, run] of wanted) await suite(`${name}, ${part}`, run(site));
  await suite(`${name}, log`, () => runChecks(quiet(site)));
  site.close();
}

const checks = (make, more) => (site) => () => runChecks(make({ site, browser, ...more }));
/** Without the plugin: the same site, with the plugin off. */
const withoutPlugin = (site) => async () => {
  await site.run('wordpress/site/php/plugin.php', { action: 'deactivate' });
  try {
    return await runChecks(matrixChecks({ site, browser, hasPlugin: false, rows }));
  } finally {
    await site.run('wordpress/site/php/plugin.php', { action: 'activate' });
  }
};

try {
  await suite('build', async () => {
    if (!existsSync('dist/embed.js')) await build();
    const { size, sha256 } = await buildWordPress();
    console.log(`  the zip: ${(size / 1024).toFixed(1)} KB, SHA-256 ${sha256}`);
    return { passed: 1, failed: 0 };
  });
  if (isWanted('php')) {
    installPhpTools();
    await suite('php', async () => runPhpChecks());
  }
  if (isWanted('demo')) await suite('demo', () => runChecks(demoChecks({ browser })));
  await withSite(
    'newest on PHP 8.3',
    { wordpress: 'newest', php: '8.3' },
    {
      'php-tests': phpTests,
      matrix: checks(matrixChecks, { hasPlugin: true, rows }),
      'matrix-without': withoutPlugin,
      visitors: checks(visitorChecks),
      settings: checks(settingsChecks),
      forms: checks(formChecks),
      editor: checks(editorChecks),
      removal: checks(removalChecks),
    },
  );
  await withSite(
    '6.5 on PHP 7.4',
    { wordpress: '6.5', php: '7.4' },
    {
      'php-tests': phpTests,
      matrix: checks(matrixChecks, { hasPlugin: true }),
      'matrix-without': withoutPlugin,
      visitors: checks(visitorChecks),
      settings: checks(settingsChecks),
      forms: checks(formChecks),
      editor: checks(editorChecks),
      removal: checks(removalChecks),
    },
  );
  await withSite('6.5 on PHP 8.3', { wordpress: '6.5', php: '8.3' }, { 'php-tests': phpTests });
  await withSite('newest on PHP 7.4', { wordpress: 'newest', php: '7.4' }, { 'php-tests': phpTests });
  await withSite(
    'network',
    { wordpress: 'newest', php: '8.3', network: true },
    {
      matrix: checks(matrixChecks, { hasPlugin: true, settings: NETWORK, rows }),
      removal: checks(networkChecks),
    },
  );
} finally {
  await browser.close();
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
