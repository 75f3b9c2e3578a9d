// A few named checks in one file: runs each, prints a line for it, and counts.

/** Runs every check. A check fails by throwing. */
export async function runChecks(checks) {
  const count = { passed: 0, failed: 0 };
  const problems = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      count.passed += 1;
      console.log(`  ✓ ${name}`);
    } catch (error) {
      count.failed += 1;
      problems.push(name);
      console.log(`  ✗ ${name}\n    ${String(error?.stack ?? error).replaceAll('\n', '\n    ')}`);
    }
  }
  return { ...count, problem: problems.join('; ') || undefined };
}
