// One lane of `npm run test:wordpress`: some sites, one after the other. Started by it, as two lanes use two cores:
// WordPress answers in one process while a browser is driven by another.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { runChecks } from '../checks.mjs';
import { CHROME_ARGS, findChrome } from '../chrome.mjs';
import { CORE, editorChecks } from './check-editor.mjs';
import { formChecks } from './check-forms.mjs';
import { matrixChecks, NETWORK } from './check-matrix.mjs';
import { networkChecks, removalChecks } from './check-removal.mjs';
import { settingsChecks } from './check-settings.mjs';
import { visitorChecks } from './check-visitors.mjs';
import { formStandIn } from './form-stand-in.mjs';
import { startNetwork, startSite } from './site.mjs';
import { suites } from '../suites.mjs';

const PLUGIN = 'dist-wordpress/failed-intervention-guide';
const [, , lane, only] = process.argv;
const { suite, isWanted, total, failures } = suites(only?.split(','));
/** What came of each way in, for the table in the docs. */
const rows = [];
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
const withoutPlugin = (rows) => (site) => async () => {
  await site.run('wordpress/site/php/plugin.php', { action: 'deactivate' });
  try {
    return await runChecks(matrixChecks({ site, browser, hasPlugin: false, rows }));
  } finally {
    await site.run('wordpress/site/php/plugin.php', { action: 'activate' });
  }
};
/**
 * The checks of the editor that no WordPress may fail. `--only editor-all` runs all there are, in the newest: some of them
 * need a quick machine, as a paste that comes before the editor listens goes elsewhere.
 */
const editorCore = (site) => () => {
  const all = editorChecks({ browser, site });
  return runChecks(Object.fromEntries(CORE.map((name) => [name, all[name]])));
};

/** All suites for one site, in the order that they need. */
const every = ({ editor, rows }) => ({
  'php-tests': phpTests,
  matrix: checks(matrixChecks, { hasPlugin: true, rows }),
  'matrix-without': withoutPlugin(rows),
  visitors: checks(visitorChecks),
  ...editor, // it begins with settings that nobody has set
  settings: checks(settingsChecks),
  forms: checks(formChecks), // with the facts about a center that the settings got
  removal: checks(removalChecks),
});

const LANES = {
  newest: async () => {
    const editor = only?.includes('editor-all') ? { 'editor-all': checks(editorChecks) } : { editor: editorCore };
    await withSite('newest on PHP 8.3', { wordpress: 'newest', php: '8.3' }, every({ editor, rows }));
    await withSite(
      'network',
      { wordpress: 'newest', php: '8.3', network: true },
      {
        matrix: checks(matrixChecks, { hasPlugin: true, settings: NETWORK, rows }),
        removal: checks(networkChecks),
      },
    );
  },
  older: async () => {
    await withSite('6.5 on PHP 7.4', { wordpress: '6.5', php: '7.4' }, every({ editor: { editor: editorCore } }));
    await withSite('6.5 on PHP 8.3', { wordpress: '6.5', php: '8.3' }, { 'php-tests': phpTests });
    await withSite('newest on PHP 7.4', { wordpress: 'newest', php: '7.4' }, { 'php-tests': phpTests });
  },
};

try {
  await LANES[lane]();
} finally {
  await browser.close();
}
process.send({ total, failures, rows }, () => process.exit(0));
