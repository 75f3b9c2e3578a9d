// A few named checks in one file: runs each, prints a line for it, and counts.

/** A check that took longer says how long. */
const SLOW_SECONDS = 10;

/** Runs every check. A check fails by throwing. */
export async function runChecks(checks) {
  const count = { passed: 0, failed: 0 };
  const problems = [];
  for (const [name, check] of Object.entries(checks)) {
    const start = performance.now();
    try {
      await check();
      count.passed += 1;
      const seconds = Math.round((performance.now() - start) / 1000);
      console.log(`  ✓ ${name}${seconds < SLOW_SECONDS ? '' : ` (${seconds} s)`}`);
    } catch (error) {
      count.failed += 1;
      problems.push(name);
      console.log(`  ✗ ${name}\n    ${String(error?.stack ?? error).replaceAll('\n', '\n    ')}`);
    }
  }
  return { ...count, problem: problems.join('; ') || undefined };
}

/** Runs checks in several goes, and adds up what came of them in `total`. */
export function tally() {
  const total = { passed: 0, failed: 0, problem: undefined };
  const run = async (checks) => {
    const { passed, failed, problem } = await runChecks(checks);
    total.passed += passed;
    total.failed += failed;
    total.problem = [total.problem, problem].filter(Boolean).join('; ') || undefined;
  };
  return { total, run };
}

/** Gives every piece of work to a worker that is free, until none is left. */
export const share = (workers, pieces, work) => {
  const queue = [...pieces];
  return Promise.all(
    workers.map(async (worker) => {
      for (let piece = queue.shift(); piece; piece = queue.shift()) await work(worker, piece);
    }),
  );
};
