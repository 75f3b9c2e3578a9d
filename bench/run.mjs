// `npm run bench`: the same job in every build, side by side. README.md says what is measured and how to read it.
//   --rounds N         how often each is visited (default 9); --only NAME,NAME  some builds; --list  their names
//   --counts           bytes and requests of ours alone, held against limits.json; nothing is installed
//   --counts --update  writes limits.json anew
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { CHROME_ARGS, findChrome } from '../scripts/chrome.mjs';
import { installLocked } from '../scripts/install.mjs';
import { CASES } from './cases.mjs';
import { countCase } from './counts.mjs';
import { checkCounts, writeLimits } from './limits.mjs';
import { median, quietVisit, serveCase, visitWithTick } from './measure.mjs';
import { PAGES } from './job.mjs';
import { printReport } from './report.mjs';

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '');
};
const isAsked = (name) => process.argv.includes(`--${name}`);

/** Installs what the kit is measured beside, in a folder of its own. */
function install() {
  const words = 'Installing what the kit is measured beside (npm ci in bench/) …';
  if (installLocked('bench', words)) throw new Error('npm ci in bench/ failed.');
}

const medians = (list) =>
  Object.fromEntries(Object.keys(list[0] ?? {}).map((field) => [field, median(list.map((found) => found[field]))]));

async function measureAll() {
  const only = option('only')?.split(',');
  const names = Object.keys(CASES).filter((name) => !only || only.includes(name));
  if (!names.length) throw new Error(`No such build. There are: ${Object.keys(CASES).join(', ')}`);
  const rounds = Number(option('rounds') ?? 9);
  const pages = (option('pages') ?? Object.keys(PAGES).join()).split(',');
  if (names.some((name) => !CASES[name].isOurs)) install();
  const browser = await chromium.launch({ executablePath: await findChrome(), args: CHROME_ARGS });
  const machine = {
    date: new Date().toISOString(),
    cpus: `${cpus().length} × ${cpus()[0]?.model.trim()}`,
    browser: `Chromium ${browser.version()}`,
    node: process.version,
    rounds,
    loadBefore: loadavg().map((load) => Number(load.toFixed(2))),
  };

  const results = {};
  const sites = {};
  for (const name of names) {
    process.stderr.write(`${name}: does the job … `);
    results[name] = { title: CASES[name].title, counts: await countCase(browser, CASES[name]) };
    sites[name] = await serveCase(CASES[name], CASES[name].pages ?? Object.keys(PAGES));
    process.stderr.write('yes\n');
  }

  const found = Object.fromEntries(names.map((name) => [name, {}]));
  const note = (name, key, values) => (found[name][key] ??= []).push(values);
  for (let round = 0; round < rounds; round += 1) {
    // Another order each round, so that no build always comes after the same one.
    const order = names.map((_, at) => names[(at + round) % names.length]);
    for (const name of order) {
      const one = CASES[name];
      const has = (page) => pages.includes(page) && (!one.pages || one.pages.includes(page));
      const url = (page) => sites[name].url(page);
      process.stderr.write(`round ${round + 1} of ${rounds}: ${name}\n`);
      try {
        note(name, 'slow', await visitWithTick(browser, one, url('job'), 'slow'));
        note(name, 'checklist', await visitWithTick(browser, one, url('checklist'), 'slow', { clicks: 0 }));
        note(name, 'fastTick', await visitWithTick(browser, one, url('job'), 'fast'));
        note(name, 'fast', await quietVisit(browser, one, url('job'), 'fast'));
        if (!round) note(name, 'still', await quietVisit(browser, one, url('job'), 'slow'));
        if (has('twenty')) note(name, 'twenty', await quietVisit(browser, one, url('twenty'), 'cpu'));
        for (const page of ['reasons-160', 'reasons-1600']) {
          if (!has(page)) continue;
          const { heap, reasonShown } = await quietVisit(browser, one, url(page), 'cpu');
          const { clickToPaint } = await visitWithTick(browser, one, url(page), 'cpu', { clicks: 3 });
          note(name, page, { reasonShown, clickToPaint, heap });
        }
        if (has('checklist')) {
          const { heap, reasonShown } = await quietVisit(browser, one, url('checklist'), 'cpu');
          note(name, 'reasons-16', { reasonShown, heap });
        }
      } catch (error) {
        (results[name].failures ??= []).push(String(error).slice(0, 300));
        process.stderr.write(`${name}: ${String(error).slice(0, 300)}\n`);
      }
    }
  }
  for (const name of names) {
    const { still, fastTick, fast, ...rest } = found[name];
    const times = Object.fromEntries(Object.entries(rest).map(([key, list]) => [key, medians(list)]));
    if (fast) times.fast = { ...medians(fastTick), ...medians(fast) };
    times.cls = still ? Math.max(...still.map(({ cls }) => cls), ...(fast ?? []).map(({ cls }) => cls)) : undefined;
    results[name].times = times;
    results[name].runs = found[name];
    await sites[name].close();
  }
  await browser.close();
  machine.loadAfter = loadavg().map((load) => Number(load.toFixed(2)));
  return { machine, results };
}

if (isAsked('list')) {
  for (const [name, { title }] of Object.entries(CASES)) console.log(`${name.padEnd(14)}${title}`);
} else if (isAsked('counts')) {
  if (isAsked('update')) await writeLimits();
  const { problems } = await checkCounts({ print: true });
  if (problems.length) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
} else {
  const all = await measureAll();
  printReport(all);
  if (!option('only')) {
    writeFileSync('bench/results.json', `${JSON.stringify(all, null, 1)}\n`);
    console.log('\nWritten: bench/results.json');
  }
}
