// Suites side by side: a lane is a process of its own that runs some of them, and says at its end what came of them.
import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a lane. Its lines come between those of the others, with its name before them.
 * @param counter What `suites()` gave: what came of the lane is added to it.
 * @returns What the lane sent at its end.
 */
export async function runLane(lane, script, args, { suite, total, failures }) {
  const child = fork(script, args, { silent: true });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${lane} │ ${line}`));
  }
  let told;
  child.on('message', (message) => (told = message));
  const stop = () => child.kill();
  process.once('exit', stop);
  await new Promise((done) => child.once('close', done));
  process.removeListener('exit', stop);
  if (!told) {
    await suite(lane, () => Promise.reject(new Error('it ended before it was done; see above')));
    return undefined;
  }
  total.passed += told.total.passed;
  total.failed += told.total.failed;
  failures.push(...told.failures);
  return told;
}
