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

/** What the hints for a page name in vain, or leave out. */
function wrongHints({ checklist }) {
  const hinted = JSON.parse(readFileSync('dist/preload.json', 'utf8'))['failure-reason-checklist'].en;
  const needed = checklist.firstTick.files.map(([path]) => path.replace('/kit/', ''));
  const without = (list, other) => list.filter((file) => !other.includes(file));
  return [
    ...without(needed, hinted).map((file) => `${file} is needed at once, and dist/preload.json does not name it`),
    ...without(hinted, needed).map((file) => `dist/preload.json names ${file}, which is not needed at once`),
  ];
}

/** Counts, and says what is over its limit. */
export async function checkCounts({ print = false } = {}) {
  const limits = JSON.parse(readFileSync(FILE, 'utf8'));
  const counts = await countOurs();
  const all = figures(counts);
  const limitOf = ({ name, page, when, figure }) => limits[name]?.[page]?.[when]?.[figure];
  if (print) {
    for (const one of all) {
      console.log(`${one.name}, ${one.page}, ${one.when}: ${one.value} ${one.figure} (limit ${limitOf(one)})`);
    }
  }
  const overLimit = all.flatMap((one) => {
    const limit = limitOf(one);
    const what = `${one.name}, ${one.page}, ${one.when}`;
    if (limit === undefined) return [`${what}: ${FILE} has no limit; run "npm run bench -- --counts --update"`];
    return one.value > limit ? [`${what}: ${one.value} ${one.figure}, ${limit} allowed`] : [];
  });
  const hints = wrongHints(counts['kit-words']);
  return { passed: all.length - overLimit.length + (hints.length ? 0 : 1), problems: [...overLimit, ...hints] };
}
