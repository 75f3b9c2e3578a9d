// Bytes and requests of our own builds, held against limits.json. Nothing is timed and nothing is installed.
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROME_ARGS, findChrome } from '../scripts/chrome.mjs';
import { CASES } from './cases.mjs';
import { countCase } from './counts.mjs';

const FILE = 'bench/limits.json';
/** What a limit leaves free when it is written: a word more should not break it, a new chunk should. */
const ROOM = 1.02;

async function countOurs() {
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
  try {
    const counts = {};
    for (const [name, one] of Object.entries(CASES)) {
      if (one.isOurs) counts[name] = await countCase(browser, one);
    }
    return counts;
  } finally {
    await browser.close();
  }
}

/** Every figure there is a limit for, as [case, page, until when, figure]. */
const figures = (counts) =>
  Object.entries(counts).flatMap(([name, pages]) =>
    Object.entries(pages).flatMap(([page, whens]) =>
      ['firstTick', 'idle', 'all']
        .filter((when) => whens[when])
        .flatMap((when) =>
          ['bytes', 'requests'].map((figure) => ({ name, page, when, figure, value: whens[when][figure] })),
        ),
    ),
  );

export async function writeLimits() {
  const limits = {};
  for (const { name, page, when, figure, value } of figures(await countOurs())) {
    const at = (((limits[name] ??= {})[page] ??= {})[when] ??= {});
    at[figure] = figure === 'bytes' ? Math.ceil((value * ROOM) / 100) * 100 : value;
  }
  writeFileSync(FILE, `${JSON.stringify(limits, null, 2)}\n`);
}

/** Counts, and says what is over its limit. */
export async function checkCounts({ print = false } = {}) {
  const limits = JSON.parse(readFileSync(FILE, 'utf8'));
  const all = figures(await countOurs());
  const limitOf = ({ name, page, when, figure }) => limits[name]?.[page]?.[when]?.[figure];
  if (print) {
    for (const one of all) {
      console.log(`${one.name}, ${one.page}, ${one.when}: ${one.value} ${one.figure} (limit ${limitOf(one)})`);
    }
  }
  const problems = all.flatMap((one) => {
    const limit = limitOf(one);
    const what = `${one.name}, ${one.page}, ${one.when}`;
    if (limit === undefined) return [`${what}: ${FILE} has no limit; run "npm run bench -- --counts --update"`];
    return one.value > limit ? [`${what}: ${one.value} ${one.figure}, ${limit} allowed`] : [];
  });
  return { passed: all.length - problems.length, problems };
}
