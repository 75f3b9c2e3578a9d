// How much of the same is tried.

/** `FIG_FUZZ_RUNS=20` tries twenty times as much, from a seed of its own each time. */
export const TIMES = Number(process.env.FIG_FUZZ_RUNS ?? 1);

export const runs = (numRuns: number) => ({ numRuns: numRuns * TIMES });
