import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests of what needs no DOM: content pipeline, session, guidance, command line, package. */
export default defineConfig({
  test: {
    include: ['test/node/**/*.test.ts'],
    setupFiles: 'test/node/setup.ts',
    testTimeout: 60_000,
    maxWorkers: Math.max(2, availableParallelism() - 1), // by default one core is left alone, and of two that is half
    reporters: ['default', ['json', { outputFile: 'coverage/node-count.json' }]],
    coverage: {
      provider: 'v8',
      include: [
        'src/content/compile/**',
        'src/content/lint/**',
        'src/cli/**',
        'src/session/**',
        'src/guidance/**',
        'src/snippet/**',
        'src/prerender/**',
        'src/styles/shorter-css.ts',
      ],
      exclude: ['src/cli/main.ts'],
      reportsDirectory: 'coverage/node',
      reporter: ['json', 'json-summary', 'text-summary'],
      thresholds: { lines: 90, branches: 90 },
    },
  },
});
