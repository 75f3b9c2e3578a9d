// Suites of checks with a heading and a count each, and the sum over them.

/**
 * @param only Names of the suites to run, or what they begin or end with; all when undefined.
 * @returns `suite(name, run)`, `isWanted(name)`, and what came of them so far.
 */
export function suites(only) {
  const total = { passed: 0, failed: 0 };
  const failures = [];
  const isWanted = (name) => !only || only.some((one) => name.startsWith(one) || name.endsWith(one));

  async function suite(name, run) {
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
    const start = Date.now();
    let result;
    try {
      result = await run();
    } catch (error) {
      result = { passed: 0, failed: 1, problem: `it stopped: ${error.stack ?? error}` };
    }
    total.passed += result.passed;
    total.failed += result.failed;
    if (result.failed) failures.push(`${name}: ${result.problem ?? `${result.failed} failed`}`);
    const seconds = Math.round((Date.now() - start) / 1000);
    console.log(`${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
    return result;
  }
  return { suite, isWanted, total, failures };
}
