// Before every test file: properties are tried with the same values each time, so that a run that fails fails again.
// `FIG_FUZZ_RUNS` asks for new ones.
import fc from 'fast-check';

if (!process.env.FIG_FUZZ_RUNS) fc.configureGlobal({ seed: 8 });
