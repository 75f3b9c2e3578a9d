// `npm run attacks`: runs the tests with hostile content, and prints what came of every attack, by way in. With --print,
// what came of them the last time.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'coverage/attacks';

if (!process.argv.includes('--print')) {
  rmSync(FOLDER, { recursive: true, force: true });
  const run = (path, ...args) =>
    spawnSync(process.execPath, [`node_modules/${path}`, ...args], { stdio: 'inherit' }).status;
  const failed = [
    run('vitest/vitest.mjs', 'run', 'test/node/hostile'),
    run('@web/test-runner/dist/bin.js', '--files', 'test/browser/hostile-*.test.ts'),
  ];
  if (failed.some(Boolean)) process.exitCode = 1;
}

const tables = existsSync(FOLDER)
  ? readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))
  : [];
console.log(
  '\n| way in | classes | tried | refused | taken as text | executed |\n| --- | --- | --- | --- | --- | --- |',
);
const sum = (rows, name) => rows.reduce((all, row) => all + row[name], 0).toLocaleString('en');
for (const { way, rows } of tables) {
  const all = Object.values(rows);
  const classes = rows['all classes'] ? 'all' : all.length;
  // A test fails where anything is executed, asked for, blank or out of place.
  const executed = process.exitCode ? 'see above' : 0;
  console.log(
    `| ${way} | ${classes} | ${sum(all, 'tried')} | ${sum(all, 'refused')} | ${sum(all, 'text')} | ${executed} |`,
  );
}
