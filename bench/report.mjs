// The tables that `npm run bench` prints.
import { CASES } from './cases.mjs';
import { targetsOf } from './targets.mjs';

const kb = (bytes) => (bytes === undefined ? '' : (bytes / 1024).toFixed(1));
const mb = (bytes) => (bytes === undefined ? '' : (bytes / 1024 / 1024).toFixed(2));
const ms = (time) => (time === undefined ? '' : Math.round(time));

function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at].length)));
  const line = (row) => row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join('  ');
  console.log(all.map(line).join('\n'));
}

export function printReport({ machine, results }) {
  const names = Object.keys(results);
  const each = (row) => names.map((name) => [name, ...row(results[name])]);
  console.log(`\n${machine.browser}, ${machine.cpus}, Node ${machine.node}, ${machine.rounds} rounds, medians`);
  console.log(`load ${machine.loadBefore.join(' ')} before, ${machine.loadAfter.join(' ')} after`);

  console.log('\nBrotli KB without the HTML (requests)');
  const size = (found) => (found ? `${kb(found.bytes)} (${found.requests})` : '');
  table(
    ['', 'HTML', 'checklist, first tick', 'checklist, idle', 'job, first tick', 'job, idle', 'job, all used'],
    each(({ counts: { checklist, job } }) => [
      kb(job.html),
      ...[checklist.firstTick, checklist.idle, job.firstTick, job.idle, job.all].map(size),
    ]),
  );

  console.log('\nSlow: 4× CPU, 150 ms, 1.6 Mbit/s; the whole job on the page (ms)');
  const timed = ['firstContent', 'reasonShown', 'firstTick', 'blocking', 'clickToPaint'];
  const labels = ['first content', 'reason shown', 'first tick', 'blocking', 'click to paint'];
  table(
    ['', ...labels, 'layout shift', 'checklist alone: first content', 'first tick'],
    each(({ times }) => [
      ...timed.map((field) => ms(times.slow?.[field])),
      times.cls?.toFixed(3) ?? '',
      ms(times.checklist?.firstContent),
      ms(times.checklist?.firstTick),
    ]),
  );

  console.log('\nNot slowed; the whole job on the page (ms, MB)');
  table(
    ['', ...labels, 'script', 'all tasks', 'heap'],
    each(({ times }) => [
      ...timed.map((field) => ms(times.fast?.[field])),
      ms(times.fast?.script),
      ms(times.fast?.task),
      mb(times.fast?.heap),
    ]),
  );

  console.log('\nGrowth: 4× CPU, no slow line (time to show in ms / click to paint in ms / heap in MB)');
  const growth = (found) =>
    found ? `${ms(found.reasonShown)} / ${ms(found.clickToPaint) || '-'} / ${mb(found.heap)}` : '';
  const pages = ['twenty', 'reasons-16', 'reasons-160', 'reasons-1600'];
  table(
    ['', '20 checklists', '16 reasons', '160 reasons', '1,600 reasons'],
    each(({ times }) => pages.map((page) => growth(times[page]))),
  );

  const ours = names.filter((name) => CASES[name].isOurs);
  for (const name of ours) {
    const targets = targetsOf(results, name, CASES[name]);
    if (!targets.length) continue;
    const met = targets.filter(({ isMet }) => isMet).length;
    console.log(`\n${name} (${results[name].title}): ${met} of ${targets.length} targets met`);
    table(
      ['', 'beside', 'at most', 'is', ''],
      targets.map(({ what, beside, limit, ratio, isMet }) => [
        what,
        beside,
        Number(limit.toFixed(3)),
        ratio.toFixed(beside === 'surveyjs' || beside === 'none' ? 3 : 2),
        isMet ? 'met' : 'NOT MET',
      ]),
    );
  }
  for (const name of names) {
    if (results[name].failures) console.log(`\n${name} failed in some rounds: ${results[name].failures.join('; ')}`);
  }
}
