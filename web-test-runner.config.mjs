import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { launchers } from './scripts/wtr-browsers.mjs';
import { countReporter } from './scripts/wtr-count.mjs';
import { hostPages } from './scripts/wtr-pages.mjs';

/** Browser tests, in each engine that is there (scripts/engines.mjs). They read the compiled words in dist/content, so `npm run build` comes first. */
export default {
  files: process.env.FIG_TESTS ?? 'test/browser/**/*.test.ts',
  rootDir: '.',
  hostname: '127.0.0.1',
  nodeResolve: { exportConditions: ['production', 'default'] },
  concurrentBrowsers: 3, // one alone leaves the half of two cores unused
  concurrency: 1, // with more, axe never ends in a hidden tab
  browsers: await launchers(),
  middleware: [hostPages()],
  plugins: [
    a11ySnapshotPlugin(), // the runner brings its other commands by itself
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('tsconfig.json', import.meta.url).pathname }),
  ],
  testsFinishTimeout: 300_000, // for one file; three engines share the cores
  testFramework: { config: { timeout: 20_000 } },
  reporters: [
    defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }),
    summaryReporter(),
    countReporter(),
  ],
  coverage: Boolean(process.env.FIG_COVERAGE),
  coverageConfig: {
    include: ['src/**/*.ts'],
    // Rules without a DOM are measured in Node; see vitest.config.ts. Every file is in one of the two lists.
    exclude: [
      'src/content/compile/**',
      'src/cli/**',
      'src/session/**',
      'src/guidance/**',
      '**/node_modules/**',
      'dist/**',
    ],
    reportDir: 'coverage/browser',
    reporters: ['json', 'lcovonly', 'text-summary'],
    threshold: { statements: 0, functions: 0, lines: 90, branches: 90 },
  },
};
