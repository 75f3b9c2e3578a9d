// A reporter that says how many tests passed and failed in each browser, and writes the sum for the end of `npm test`.
import { mkdirSync, writeFileSync } from 'node:fs';

const count = ({ tests, suites }, total) => {
  for (const test of tests) {
    if (test.skipped) total.skipped += 1;
    else if (test.passed) total.passed += 1;
    else total.failed += 1;
  }
  for (const suite of suites) count(suite, total);
};

export function countReporter() {
  return {
    onTestRunFinished({ sessions, testCoverage }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const browsers = new Map();
      for (const session of sessions) {
        const before = { ...total };
        if (session.testResults) count(session.testResults, total);
        // A file that did not load, or an error outside a test, has no results to count.
        if (!session.passed && !(session.testResults && hasFailure(session.testResults))) total.failed += 1;
        const { passed, failed } = browsers.get(session.browser.name) ?? { passed: 0, failed: 0 };
        browsers.set(session.browser.name, {
          passed: passed + total.passed - before.passed,
          failed: failed + total.failed - before.failed,
        });
      }
      for (const [name, { passed, failed }] of browsers) {
        console.log(`  in ${name}: ${passed} passed, ${failed} failed`);
      }
      mkdirSync('coverage', { recursive: true });
      const summary = testCoverage?.summary;
      writeFileSync('coverage/browser-count.json', JSON.stringify({ ...total, coverage: summary && pick(summary) }));
    },
  };
}

const hasFailure = ({ tests, suites }) =>
  tests.some(({ passed, skipped }) => !passed && !skipped) || suites.some(hasFailure);
const pick = ({ lines, branches }) => ({ lines: lines.pct, branches: branches.pct });
