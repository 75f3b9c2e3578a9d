// Finds a Chrome or Chromium, or installs Debian's where we may. Set CHROME_PATH to use another one.
import { execFileSync, spawnSync } from 'node:child_process';
import { Launcher } from 'chrome-launcher';

const found = () => {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined;
  }
};

/** Path of a browser to test with. */
export async function findChrome() {
  const path = found() ?? install();
  if (path) return path;
  throw new Error('No Chrome or Chromium was found. Install one, or set CHROME_PATH to its program file.');
}

/** Flags that keep a test browser quiet: no sandbox for root, no calls to its maker. */
export const CHROME_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  console.log('No browser was found; installing Chromium with apt-get …');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-core'], options);
  return found();
}
