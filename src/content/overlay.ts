/**
 * An overlay is a small change to a built-in bundle, as data: for each part, what to put in, replace and take out. It is
 * the difference between two bundles and knows no kinds of entry, so it fits whatever a part comes to hold. What it must
 * leave alone is in `protected.ts`.
 */
import type { Bundle, BundlePart, FolderFacts } from './schema.js';

interface Item {
  readonly id: string;
}

/** A list of entries, changed. */
export interface ListChange<E extends Item = Item> {
  /**
   * Entries to add, or to put in the place of those with the same ids. `after` is the entry that it follows, and `null`
   * the first place; without it, a replaced entry stays where it is and a new one goes to the end.
   */
  readonly put?: readonly (E & { readonly after?: string | null | undefined })[] | undefined;
  /** Ids of entries to take out. */
  readonly drop?: readonly string[] | undefined;
}

/** Data, changed. In a record, `null` takes a key out. */
export type Change<T> = T extends readonly (infer E)[]
  ? E extends Item
    ? ListChange<E>
    : T
  : T extends object
    ? { readonly [K in keyof T]?: Change<T[K]> | null }
    : T;

/** A compiled overlay. */
export interface Overlay extends FolderFacts {
  readonly schemaVersion: Bundle['schemaVersion'];
  /** The built-in language it changes. */
  readonly extends: string;
  readonly parts: { readonly [P in BundlePart]?: Change<Bundle[P]> };
}

/** Content with an overlay laid over it: the parts that are there, changed, and the facts of the overlay. */
export function overlaid<C extends FolderFacts>(content: C, overlay: Overlay): C {
  const { locale, dir, contentVersion, parts } = overlay;
  const changes = new Map<string, unknown>(Object.entries(parts));
  const laid = Object.entries(content).map(([name, part]) => [name, apply(part, changes.get(name))] as const);
  return { ...(Object.fromEntries(laid) as C), locale, dir, contentVersion };
}

/** Data after a change. What is not changed stays the same object. */
export const changed = <T>(data: T, change: Change<T>): T => apply(data, change) as T;

function apply(data: unknown, change: unknown): unknown {
  if (change === undefined) return data;
  if (Array.isArray(data) && isFields(change)) return changedList(data as readonly Item[], change);
  if (!isFields(data) || !isFields(change)) return change;
  // Built from entries: a key such as `__proto__` stays a key.
  const fields = new Map(Object.entries(data));
  for (const [key, value] of Object.entries(change)) {
    if (value === null) fields.delete(key);
    else fields.set(key, apply(fields.get(key), value));
  }
  return Object.fromEntries(fields);
}

/** Whether data has fields, and is no list. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function changedList(items: readonly Item[], { put = [], drop = [] }: ListChange): Item[] {
  const gone = new Set([...drop, ...put.filter(({ after }) => after !== undefined).map(({ id }) => id)]);
  const replaced = new Map(put.map((item) => [item.id, item]));
  const list = items.filter(({ id }) => !gone.has(id)).map((item) => replaced.get(item.id) ?? item);
  for (const { after, ...item } of put) {
    const known = list.findIndex(({ id }) => id === item.id);
    if (known >= 0) continue; // in its place already
    // The entry it follows may be gone from a newer kit.
    const at = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1 || list.length;
    list.splice(at, 0, item);
  }
  return list;
}
