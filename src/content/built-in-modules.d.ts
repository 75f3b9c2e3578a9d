declare module '#content/*' {
  // Each importer names the type of the part it loads; see built-in.ts.
  const part: never;
  export default part;
}
