// A real WordPress on a machine without PHP and without a database: from npm packages alone, in wordpress/site/.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import gettext from 'gettext-parser';
import { installLocked } from '../install.mjs';
import { freePort } from '../ports.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOME = join(ROOT, 'wordpress/site');
const BUILDS = join(HOME, 'node_modules/@wp-playground/wordpress-builds');
const CLI = join(HOME, 'node_modules/@wp-playground/cli/wp-playground.js');
/** Versions there are: what we call them, and the build that has them. */
export const WORDPRESS = { 6.5: 'wp-6.5', newest: 'wp-nightly' };
export const PHP = ['7.4', '8.3'];
/** Users of each site; the password of all is `password`. */
export const USERS = ['admin', 'editor', 'author', 'contributor'];
/** Long, as a loaded machine can take minutes. */
const START_MS = 300_000;

/** How to end each site that runs: they are processes of their own, which Ctrl+C alone does not reach. */
const running = new Set();
process.on('exit', () => {
  for (const end of running) end();
});
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.on(signal, () => process.exit(code));
}

/** Installs what wordpress/site/package-lock.json names, if needed. */
export function installSite() {
  const words = 'Installing WordPress and PHP in WebAssembly (650 MB on disk, once) …';
  if (installLocked(HOME, words)) {
    throw new Error('WordPress could not be installed from npm; see above.');
  }
}

/** Unpacks a WordPress, once. Returns its folder, which is to be copied and not to be written to. */
export function unpackWordPress(wordpress) {
  const build = WORDPRESS[wordpress];
  if (!build) throw new Error(`There is no WordPress "${wordpress}"; there are ${Object.keys(WORDPRESS).join(', ')}.`);
  const folder = join(HOME, '.wordpress', build);
  if (existsSync(folder)) return folder;
  console.log(`Unpacking WordPress ${wordpress} …`);
  const unfinished = `${folder}.${process.pid}`;
  const files = unzipSync(readFileSync(join(BUILDS, 'src/wordpress', `${build}.zip`)));
  for (const [name, bytes] of Object.entries(files)) {
    const path = resolve(unfinished, name);
    if (name.endsWith('/') || !path.startsWith(unfinished)) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  // Scripts, styles and pictures are beside the zip, for servers that hand them out without PHP.
  cpSync(join(BUILDS, 'public', build), unfinished, { recursive: true, force: false });
  for (const stale of ['wp-content/database', 'wp-content/debug.log', 'wp-config.php']) {
    rmSync(join(unfinished, stale), { recursive: true, force: true });
  }
  renameSync(unfinished, folder);
  return folder;
}

/** The version that a WordPress in a folder says it has. */
export const versionOf = (folder) =>
  /\$wp_version = '([^']+)'/.exec(readFileSync(join(folder, 'wp-includes/version.php'), 'utf8'))[1];

/**
 * Starts a site.
 * @param options.wordpress '6.5' or 'newest'.
 * @param options.php '7.4' or '8.3'.
 * @param options.plugins Folders of plugins → where each goes under wp-content/plugins. All are activated.
 * @param options.constants More lines for wp-config.php.
 * @param options.say What is told about its progress.
 * @returns Its address, its version, `php(file, input)`, `log()` of PHP's complaints, and `close()`.
 */
export async function startSite({ wordpress, php, plugins = {}, constants = '', port, say = () => {} }) {
  const wanted = await freePort(port);
  installSite();
  const source = unpackWordPress(wordpress);
  const home = mkdtempSync(join(tmpdir(), 'fig-wordpress-'));
  const folder = join(home, 'wordpress');
  cpSync(source, folder, { recursive: true });
  const key = randomUUID();
  const url = `http://127.0.0.1:${wanted}/`;
  writeFileSync(join(folder, 'wp-config.php'), config(url, constants));
  writeFileSync(join(folder, 'fig-run.php'), RUNNER.replaceAll('KEY', key));
  mkdirSync(join(folder, 'wp-content/mu-plugins'), { recursive: true });
  const copied = Object.entries(plugins);
  for (const [name, from] of copied) {
    cpSync(from, join(folder, 'wp-content/plugins', name), { recursive: true, dereference: true });
  }
  // Without a file for it, WordPress offers no Spanish. Its own words stay English; those of the plugin do not.
  mkdirSync(join(folder, 'wp-content/languages'), { recursive: true });
  const spanish = { charset: 'utf-8', headers: { language: 'es_ES' }, translations: { '': {} } };
  writeFileSync(join(folder, 'wp-content/languages/es_ES.mo'), gettext.mo.compile(spanish));
  const blueprint = join(home, 'blueprint.json');
  writeFileSync(blueprint, JSON.stringify({ preferredVersions: { php, wp: 'latest' }, steps: [] }));

  say(`Starting WordPress ${versionOf(source)} on PHP ${php} …`);
  const child = spawn(
    process.execPath,
    [
      CLI,
      'server',
      `--php=${php}`,
      `--port=${wanted}`,
      '--workers=6', // fewer can wait for each other forever
      `--mount-before-install=${folder}:/wordpress`,
      '--wordpress-install-mode=install-from-existing-files-if-needed',
      `--blueprint=${blueprint}`,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  let hasEnded = false;
  child.on('exit', () => (hasEnded = true));
  const end = () => {
    try {
      if (!hasEnded) process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
    } catch {
      // it is gone already
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    running.delete(end);
  };
  running.add(end);

  const site = {
    url,
    folder,
    wordpress: versionOf(source),
    phpVersion: php,
    /** Runs a PHP file of the repository in the site. It finds `$input`, and returns what is to be told, or prints it as JSON. */
    async run(file, input = {}) {
      const place = `fig-run-${createHash('sha256').update(file).digest('hex').slice(0, 8)}`;
      rmSync(join(folder, place), { recursive: true, force: true });
      cpSync(dirname(resolve(ROOT, file)), join(folder, place), { recursive: true });
      const name = file.split('/').at(-1);
      const response = await fetch(`${url}fig-run.php?key=${key}&file=${place}/${name}`, {
        method: 'POST',
        body: JSON.stringify(input),
      });
      const text = await response.text();
      const [printed, answer] = text.split(`<<<${key}>>>`);
      if (!answer) throw new Error(`${file} answered ${response.status}: ${text.slice(0, 2000)}`);
      return JSON.parse(answer === '1' ? printed : answer); // 1 is what a file gives that returns nothing
    },
    /** What PHP and WordPress complained of. */
    log: () => {
      const path = join(folder, 'wp-content/debug.log');
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    },
    output: () => output,
    close: end,
  };
  try {
    await answers(url, () => hasEnded);
    const { problem } = await site.run('wordpress/site/php/set-up.php', { plugins: copied.map(([name]) => name) });
    if (problem) throw new Error(problem);
  } catch (error) {
    site.close();
    throw new Error(`WordPress ${wordpress} on PHP ${php} did not start: ${error.message}\n${output.slice(-2000)}`, {
      cause: error,
    });
  }
  return site;
}

/** Starts a network of sites; takes the same as `startSite`. `super` is its super admin, `admin` an administrator of one site. */
export async function startNetwork(options) {
  const site = await startSite({ ...options, constants: "define( 'WP_ALLOW_MULTISITE', true );" });
  try {
    const { domain, problem } = await site.run('wordpress/site/php/network.php', { action: 'create' });
    if (problem) throw new Error(problem);
    const config = join(site.folder, 'wp-config.php');
    const constants = [
      "define( 'MULTISITE', true );",
      "define( 'SUBDOMAIN_INSTALL', false );",
      `define( 'DOMAIN_CURRENT_SITE', '${domain}' );`,
      "define( 'PATH_CURRENT_SITE', '/' );",
      "define( 'SITE_ID_CURRENT_SITE', 1 );",
      "define( 'BLOG_ID_CURRENT_SITE', 1 );",
    ];
    writeFileSync(
      config,
      readFileSync(config, 'utf8').replace("define( 'WP_ALLOW_MULTISITE', true );", constants.join('\n')),
    );
    const made = await site.run('wordpress/site/php/network.php', { action: 'users' });
    if (made.problem) throw new Error(made.problem);
    return site;
  } catch (error) {
    site.close();
    throw error;
  }
}

/** Waits until a site has something to say. */
async function answers(url, hasEnded) {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (hasEnded()) throw new Error('it ended');
    const { status } = await fetch(`${url}wp-login.php`, { redirect: 'manual' }).catch(() => ({ status: 0 }));
    if (status === 200 || status === 302) return;
    await wait(250);
  }
  throw new Error(`nothing answered within ${START_MS / 1000} seconds`);
}

const config = (url, more) => `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $fig_name ) {
	define( $fig_name . '_KEY', '${randomUUID()}' . $fig_name );
	define( $fig_name . '_SALT', '${randomUUID()}' . $fig_name );
}
define( 'WP_HOME', '${url.slice(0, -1)}' );
define( 'WP_SITEURL', '${url.slice(0, -1)}' );
// Complaints are told, and none is shown to visitors.
defined( 'WP_DEBUG' ) || define( 'WP_DEBUG', true );
defined( 'WP_DEBUG_LOG' ) || define( 'WP_DEBUG_LOG', true );
defined( 'WP_DEBUG_DISPLAY' ) || define( 'WP_DEBUG_DISPLAY', false );
// Nothing is asked of another server.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
${more}
if ( ! isset( $table_prefix ) ) {
	$table_prefix = 'wp_';
}
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`;

const RUNNER = `<?php
if ( ! isset( $_GET['key'] ) || 'KEY' !== $_GET['key'] ) {
	exit;
}
require __DIR__ . '/wp-load.php';
$input  = json_decode( file_get_contents( 'php://input' ), true );
$answer = require __DIR__ . '/' . $_GET['file'];
echo '<<<KEY>>>' . wp_json_encode( $answer ) . '<<<KEY>>>';
`;
