// The browser engines that the tests run in: Chromium, and Firefox and WebKit where they are installed.
// FIG_ENGINES names the ones to run in ("all", or names with commas between): what is missing is then installed with
// apt-get where we may, and is an error otherwise. FIREFOX_PATH and WEBKIT_DRIVER_PATH point to other programs.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { webkit } from 'playwright-core';
import { aptInstall } from './apt.mjs';
import { findChrome } from './chrome.mjs';
import { freePort, untilAnswers } from './ports.mjs';

const ENGINES = ['chromium', 'firefox', 'webkit'];

const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];
const PACKAGES = { firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

/** The first of some programs that is on the path. */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The small browser that WebKitGTK's driver drives; each distribution puts it elsewhere. */
function miniBrowser() {
  const roots = ['/usr/libexec', '/usr/lib', ...subfolders('/usr/lib')];
  const folders = ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0'];
  return roots
    .flatMap((root) => folders.map((folder) => join(root, folder, 'MiniBrowser')))
    .find((path) => existsSync(path));
}
const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('-linux-gnu'))
        .map((name) => join(folder, name))
    : [];

const FIND = {
  firefox: () => process.env.FIREFOX_PATH ?? onPath('firefox-esr', 'firefox') ?? FIREFOX_PLACES.find(isProgram),
  webkit() {
    if (process.platform !== 'linux') {
      const program = webkit.executablePath();
      return program && existsSync(program) ? { playwright: program } : undefined;
    }
    const driver = process.env.WEBKIT_DRIVER_PATH ?? onPath('WebKitWebDriver');
    const browser = miniBrowser();
    const screen = process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? true : onPath('Xvfb');
    return driver && browser && screen ? { driver, browser } : undefined;
  },
};

/** The engines to run in, by name: of Chromium and Firefox the program, of WebKit its driver and browser. */
export async function findEngines() {
  const { FIG_ENGINES } = process.env;
  const needed = FIG_ENGINES === 'all' ? ENGINES : FIG_ENGINES?.split(',');
  const unknown = needed?.filter((name) => !ENGINES.includes(name)) ?? [];
  if (unknown.length) throw new Error(`FIG_ENGINES names ${unknown.join(', ')}; there are ${ENGINES.join(', ')}.`);
  const find = (name) => {
    const there = FIND[name]();
    if (there || !needed) return there;
    aptInstall(`Installing ${PACKAGES[name].join(' and ')} with apt-get, to test in ${name} …`, PACKAGES[name]);
    const found = FIND[name]();
    if (found) return found;
    throw new Error(`FIG_ENGINES asks for ${name}, which is not installed (Debian: ${PACKAGES[name].join(' ')}).`);
  };
  const found = {};
  for (const name of needed ?? ENGINES) {
    const place = name === 'chromium' ? await findChrome() : find(name);
    if (place) found[name] = place;
    else console.log(`Not tested in ${name}, which is not installed. FIG_ENGINES=all installs it, where it may.`);
  }
  return found;
}

/** Keeps Firefox from calling its maker. */
export const FIREFOX_PREFS = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

const started = [];
process.once('exit', () => started.forEach((child) => child.kill()));
function run(program, args, options) {
  const child = spawn(program, args, options);
  child.unref();
  started.push(child);
  return child;
}

/** A screen for browsers that can't do without one: the one that is there, or an invisible one. */
async function display() {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return {};
  const child = run('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(child.stdio[3], 'data');
  child.stdio[3].unref();
  return { DISPLAY: `:${String(number).trim()}` };
}

/** Starts WebKitGTK's driver; gives what a WebDriver client needs to know. It ends with this process. */
export async function startWebKit({ driver, browser }) {
  const port = await freePort();
  run(driver, ['--host=127.0.0.1', `--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...(await display()), NO_AT_BRIDGE: '1' },
  });
  await untilAnswers(`http://127.0.0.1:${port}/status`);
  return {
    hostname: '127.0.0.1',
    port,
    path: '/',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
    },
  };
}
