// Compiled from `content/` by the build. Each importer names the type of the part it loads; see built-in.ts.
declare module '#content/en/core' {
  const part: never;
  export default part;
}
declare module '#content/en/reasons' {
  const part: never;
  export default part;
}
declare module '#content/en/steps' {
  const part: never;
  export default part;
}
declare module '#content/en/plan' {
  const part: never;
  export default part;
}
declare module '#content/en/care' {
  const part: never;
  export default part;
}
declare module '#content/en/guide' {
  const part: never;
  export default part;
}
