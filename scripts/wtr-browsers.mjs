// A launcher of the test runner for each engine to run in.
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { CHROME_ARGS } from './chrome.mjs';
import { findEngines, FIREFOX_PREFS, startWebKit } from './engines.mjs';

const LAUNCHERS = {
  chromium: (executablePath) =>
    chromeLauncher({ concurrency: 1, launchOptions: { executablePath, args: CHROME_ARGS } }),
  firefox: (executablePath) =>
    chromeLauncher({
      concurrency: 1,
      puppeteer: puppeteerCore,
      launchOptions: { browser: 'firefox', executablePath, extraPrefsFirefox: FIREFOX_PREFS },
    }),
  webkit: async ({ playwright, ...place }) => {
    if (playwright) {
      return playwrightLauncher({ product: 'webkit', concurrency: 1, launchOptions: { executablePath: playwright } });
    }
    const { capabilities, ...server } = await startWebKit(place);
    // Tests say themselves when they are done. The driver sometimes waits forever for the empty page between them.
    const impatient = { ...capabilities, pageLoadStrategy: 'none' };
    return webdriverLauncher({ ...server, capabilities: impatient, logLevel: 'error' });
  },
};

export async function launchers() {
  const found = Object.entries(await findEngines());
  return Promise.all(found.map(([name, place]) => LAUNCHERS[name](place)));
}
