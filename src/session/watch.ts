import type { SessionState, WatchEntry } from './state.js';
import { clip, MAX_NOTE, type Transition } from './transition.js';

/** Most looks back that are kept: about a year of weeks. */
export const MAX_WATCH_ENTRIES = 60;

export const setWatchEvery =
  (every: SessionState['watch']['every']): Transition =>
  (state) =>
    state.watch.every === every ? state : { ...state, watch: { ...state.watch, every } };

/** Keeps a look back. One a day: a second one on the same day takes the place of the first. */
export const addWatchEntry =
  (entry: Omit<WatchEntry, 'id'>): Transition =>
  (state) => {
    const rowsMade = state.rowsMade + 1;
    const kept = state.watch.entries.filter(({ on }) => on !== entry.on);
    const texts = { adjust: clip(entry.adjust.trim(), MAX_NOTE), helped: clip(entry.helped.trim(), MAX_NOTE) };
    const entries = [...kept, { ...entry, ...texts, id: `row_${rowsMade}` }].slice(-MAX_WATCH_ENTRIES);
    return { ...state, rowsMade, watch: { ...state.watch, entries } };
  };

/** Brings a look back that was taken out to its place again. Where there are too many by then, the oldest goes. */
export const restoreWatchEntry =
  (entry: WatchEntry): Transition =>
  (state) => {
    if (state.watch.entries.some(({ id }) => id === entry.id)) return state;
    const entries = [...state.watch.entries, entry].sort((a, b) => a.on.localeCompare(b.on));
    return { ...state, watch: { ...state.watch, entries: entries.slice(-MAX_WATCH_ENTRIES) } };
  };

/** Takes a look back out of the list. */
export const removeWatchEntry =
  (id: string): Transition =>
  (state) => {
    const entries = state.watch.entries.filter((entry) => entry.id !== id);
    return entries.length === state.watch.entries.length ? state : { ...state, watch: { ...state.watch, entries } };
  };
