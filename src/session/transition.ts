import type { SessionState } from './state.js';

/** A pure step from one state to the next. Returns the same object when nothing changes. */
export type Transition = (state: SessionState) => SessionState;

/** Longest note, in characters. */
export const MAX_NOTE = 500;

/** At most `limit` characters; the last one is never half a character. */
export const clip = (text: string, limit: number): string => text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');

/** The ids with one put in or taken out; the same list when nothing changes. */
export const toggled = (ids: readonly string[], id: string, on: boolean): readonly string[] => {
  if (ids.includes(id) === on) return ids;
  return on ? [...ids, id] : ids.filter((other) => other !== id);
};
