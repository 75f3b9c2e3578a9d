// Waits for what should be there, and not for a time.

/**
 * Asks again and again until there is an answer, for ten seconds. An error counts as none: what is asked may be on its way.
 * @param what What to say is missing in the end.
 */
export async function until(ask, what) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined);
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${what}: this did not come`);
}

/**
 * Asks until the answer is the one that is expected.
 * @param what What is compared, to say it in the end, with the last answer.
 */
export async function becomes(ask, expected, what) {
  let last;
  await until(async () => (last = await ask()) === expected, what).catch(() => {
    throw new Error(`${what}: ${JSON.stringify(last)} instead of ${JSON.stringify(expected)}`);
  });
}
