export default { globs: ['src/**/*.ts'], exclude: ['src/**/*.d.ts'], litelement: true };
