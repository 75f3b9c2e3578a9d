// Finds a Chrome or Chromium, or installs Debian's where we may. Set CHROME_PATH to use another one.
import { Launcher } from 'chrome-launcher';
import { aptInstall } from './apt.mjs';

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

const install = () =>
  aptInstall('No browser was found; installing Chromium with apt-get …', ['chromium', 'fonts-noto-core'])
    ? found()
    : undefined;
