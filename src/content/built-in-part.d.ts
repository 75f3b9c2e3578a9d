/**
 * Stands for every `#content/…` module while types are checked: the real ones are compiled from `content/` by the
 * build. Each importer names the type of the part it loads; see built-in.ts.
 */
declare const part: never;
export default part;
