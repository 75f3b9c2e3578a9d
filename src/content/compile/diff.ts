/** The difference between two bundles, as an overlay that makes one of the other. */
import { isDeepStrictEqual } from 'node:util';
import { isFields, type Overlay } from '../overlay.js';
import type { Bundle } from '../schema.js';
import { BUNDLE_PARTS, bundleFacts } from './module.js';

/**
 * What to change in `base` to get `merged`.
 * @param name The built-in language that `base` is.
 */
export function overlayBetween(name: string, base: Bundle, merged: Bundle): Overlay {
  const { schemaVersion, ...facts } = bundleFacts(merged);
  const parts = BUNDLE_PARTS.flatMap((part) => {
    const change = changeBetween(base[part], merged[part]);
    return change === undefined ? [] : [[part, change] as const];
  });
  return { schemaVersion, extends: name, ...facts, parts: Object.fromEntries(parts) };
}

/** What turns one into the other; nothing when they are the same. */
export function changeBetween(before: unknown, after: unknown): unknown {
  if (isDeepStrictEqual(before, after)) return undefined;
  if (isEntries(before) && isEntries(after)) return changeOfList(before, after);
  if (!isFields(before) || !isFields(after)) return after;
  const changes = Object.keys({ ...before, ...after }).flatMap((key) => {
    const change = Object.hasOwn(after, key) ? changeBetween(before[key], after[key]) : null;
    return change === undefined ? [] : [[key, change] as const];
  });
  return Object.fromEntries(changes);
}

interface Item {
  readonly id: string;
}

const isEntries = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.every((item: unknown) => isFields(item) && typeof item.id === 'string');

function changeOfList(before: readonly Item[], after: readonly Item[]): object {
  const old = new Map(before.map((item, i) => [item.id, { item, i }]));
  const common = after.flatMap(({ id }) => old.get(id) ?? []);
  const inPlace = new Set(longestRise(common.map(({ i }) => i)).map((i) => before[i]?.id));
  const put = after.flatMap((item, i) => {
    if (!inPlace.has(item.id)) return [{ ...item, after: after[i - 1]?.id ?? null }];
    return isDeepStrictEqual(old.get(item.id)?.item, item) ? [] : [item];
  });
  const left = new Set(after.map(({ id }) => id));
  const drop = before.filter(({ id }) => !left.has(id)).map(({ id }) => id);
  return { ...(put.length ? { put } : {}), ...(drop.length ? { drop } : {}) };
}

/** The longest row of numbers that rise, in their order: what can stay where it is while the rest moves around it. */
function longestRise(numbers: readonly number[]): number[] {
  const best: { readonly length: number; readonly from: number }[] = [];
  numbers.forEach((number, i) => {
    let from = -1;
    for (let j = 0; j < i; j += 1) {
      if ((numbers[j] ?? 0) < number && (best[j]?.length ?? 0) > (best[from]?.length ?? 0)) from = j;
    }
    best.push({ length: (best[from]?.length ?? 0) + 1, from });
  });
  const rise: number[] = [];
  let at = best.reduce((top, { length }, i) => (length > (best[top]?.length ?? 0) ? i : top), -1);
  for (; at >= 0; at = best[at]?.from ?? -1) rise.unshift(numbers[at] ?? 0);
  return rise;
}
