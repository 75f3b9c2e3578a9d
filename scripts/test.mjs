// `npm test`: builds, then runs every check, and ends with the honest sum over all of them. With --only NAME[,NAME]
// runs some.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { build } from './build.mjs';
import { runLane } from './lanes.mjs';
import { suites as counter } from './suites.mjs';

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;
const { suite, total, failures } = counter();

const bin = (path, ...args) =>
  spawnSync(process.execPath, [`node_modules/${path}`, ...args], { stdio: 'inherit', env: ENV });
const ENV = { ...process.env, FIG_COVERAGE: '1' };

/** A check that is one thing: it passes or fails as a whole. */
const whole = (run) => async () => {
  const problem = await run();
  return problem ? { passed: 0, failed: 1, problem } : { passed: 1, failed: 0 };
};
const exits =
  (path, ...args) =>
  () =>
    bin(path, ...args).status === 0 ? undefined : `${path} ${args.join(' ')} failed`;

/** Files that the build writes and the repository keeps. Fresh means that building changes nothing. */
const GENERATED = [
  'README.md',
  'custom-elements.json',
  'docs/browser-support.md',
  'docs/privacy.md',
  'docs/reference.md',
  'docs/supply-chain.md',
  'src/snippet/facts.ts',
];
const before = Object.fromEntries(GENERATED.map((file) => [file, existsSync(file) && readFileSync(file, 'utf8')]));

/** Files that the package and page checks run: registration, exports, the command's start, what takes over markup. */
const UNMEASURED = [
  'src/embed.ts',
  'src/index.ts',
  'src/cli/main.ts',
  'src/elements/shared/common.ts',
  'src/elements/shared/take-over.ts',
  'src/real-event.ts',
].map((file) => join(file));

/** Examples with content to check. */
const examples = readdirSync('examples', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => join('examples', name))
  .filter((folder) => !existsSync(join(folder, 'package.json'))) // an app, which may have the kit in its node_modules
  .filter((folder) => readdirSync(folder, { recursive: true }).some((file) => file.endsWith('bundle.yaml')));

/** Whether nothing of a source file is left once its types are gone. */
function isTypesOnly(file) {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, removeComments: true },
  });
  return outputText.trim() === 'export {};';
}

const suites = {
  build: whole(async () => {
    try {
      await build();
    } catch (error) {
      return error.message;
    }
    return undefined;
  }),
  types: whole(exits('typescript/bin/tsc', '-p', '.')),
  lint: whole(exits('eslint/bin/eslint.js', '.')),
  format: whole(exits('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
  content: whole(() =>
    spawnSync(process.execPath, ['dist/esm/cli/main.js', 'check', 'content', ...examples], { stdio: 'inherit' })
      .status === 0
      ? undefined
      : 'the content has problems',
  ),
  docs: whole(async () => {
    const stale = GENERATED.filter((file) => readFileSync(file, 'utf8') !== before[file]);
    if (stale.length) return `not fresh; run "npm run build" and commit ${stale.join(', ')}`;
    const missing = await (await import('./docs.mjs')).checkImports();
    return missing.length ? `a page names imports that are not there: ${missing.join(', ')}` : undefined;
  }),
  seeds: whole(async () => {
    const problems = await (await import('./seed-coverage.mjs')).checkSeeds();
    return problems.length ? 'an idea is not covered, or docs/seed-coverage.md is stale; see above' : undefined;
  }),
  privacy: whole(async () => {
    const problems = (await import('./privacy.mjs')).checkPrivacy();
    if (problems.length) console.error(problems.join('\n'));
    return problems.length ? 'privacy.json is not what the kit does; see above' : undefined;
  }),
  node: () => counted('coverage/node-count.json', () => bin('vitest/vitest.mjs', 'run', '--coverage'), readVitest),
  browser: () =>
    counted(
      'coverage/browser-count.json',
      () => bin('@web/test-runner/dist/bin.js'),
      (count) => count,
    ),
  coverage: whole(() => {
    const measured = ['node', 'browser'].flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(`coverage/${name}/coverage-final.json`, 'utf8'))).map((file) =>
        relative('.', file),
      ),
    );
    const sources = readdirSync('src', { recursive: true })
      .map((file) => join('src', file))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
    const left = sources.filter((file) => !measured.includes(file) && !UNMEASURED.includes(file) && !isTypesOnly(file));
    return left.length ? `neither runner measures ${left.join(', ')}` : undefined;
  }),
  package: async () => (await import('./test-package.mjs')).testPackage(),
  dev: async () => (await import('./test-dev.mjs')).testDev(),
  pages: async () => (await import('./test-pages.mjs')).testPages(),
  'docs-tried': async () => (await import('./test-docs.mjs')).testDocs(),
  leads: async () => (await import('./test-leads.mjs')).testLeads(),
  snippet: async () => (await import('./test-snippet.mjs')).testSnippet(),
  storage: async () => (await import('./test-storage.mjs')).testStorage(),
  bfcache: async () => (await import('./test-bfcache.mjs')).testBfcache(),
  events: async () => (await import('./event-walk.mjs')).testEvents(),
  prerender: async () => (await import('./test-prerender.mjs')).testPrerender(),
  safety: async () => (await import('./test-safety.mjs')).testSafety(),
  stories: async () => (await import('./test-stories.mjs')).testStories(),
  visual: async () => (await import('./visual.mjs')).testVisual(),
  leaks: async () => (await import('./test-leaks.mjs')).testLeaks(),
  'bench-counts': async () => {
    const { passed, problems } = await (await import('../bench/limits.mjs')).checkCounts();
    if (problems.length) console.error(problems.join('\n'));
    return { passed, failed: problems.length };
  },
};

/** Runs a runner that leaves its counts in a file. A runner that fails without a failed test counts as one failure. */
function counted(file, run, read) {
  rmSync(file, { force: true });
  mkdirSync('coverage', { recursive: true });
  const { status } = run();
  if (!existsSync(file)) return { passed: 0, failed: 1, problem: 'the runner left no results' };
  const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
  if (skipped) return { passed, failed: failed + skipped, problem: `${skipped} skipped tests count as failed` };
  if (status !== 0 && !failed) return { passed, failed: 1, problem: 'the runner failed: see above (coverage?)' };
  if (!passed) return { passed, failed: failed + 1, problem: 'no test ran' };
  return { passed, failed };
}

function readVitest({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  numFailedTestSuites,
  testResults,
}) {
  // A file that does not load has no tests that could fail.
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.length);
  return {
    passed: numPassedTests,
    failed: numFailedTests + (numFailedTests ? 0 : Math.max(broken.length, numFailedTestSuites ? 1 : 0)),
    skipped: numPendingTests + numTodoTests,
  };
}

/** Suites that mostly wait for a browser, of about the same length together: two lanes use two cores. */
const LANES = {
  one: [
    'package',
    'dev',
    'pages',
    'docs-tried',
    'leads',
    'snippet',
    'storage',
    'bfcache',
    'events',
    'prerender',
    'bench-counts',
  ],
  two: ['stories', 'visual', 'safety', 'leaks'],
};
const inLanes = Object.values(LANES).flat();

for (const [name, run] of Object.entries(suites)) {
  if (only ? !only.includes(name) : inLanes.includes(name)) continue;
  const result = await suite(name, run);
  // Nothing after a broken build would say anything new.
  if (name === 'build' && result.failed) break;
}
if (!only && !failures.some((failure) => failure.startsWith('build:'))) {
  await Promise.all(
    Object.entries(LANES).map(([lane, names]) =>
      runLane(lane, fileURLToPath(import.meta.url), ['--only', names.join(',')], { suite, total, failures }),
    ),
  );
}

if (process.send) {
  process.send({ total, failures }, () => process.exit(0)); // a lane: the sum is for whoever started it
} else {
  if (failures.length) console.error(`\nFailed:\n${failures.join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed ? 1 : 0;
}
