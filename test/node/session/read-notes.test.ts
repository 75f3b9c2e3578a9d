/** What comes back from the device: a session as it was left, or nothing. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { json } from '../../../src/session/json.js';
import { migrate, readNotes } from '../../../src/session/saved.js';
import { EMPTY_SESSION, type SessionState, type WatchEntry } from '../../../src/session/state.js';
import {
  addRow,
  addWatchEntry,
  MAX_NOTE,
  MAX_ROWS,
  MAX_WATCH_ENTRIES,
  removeWatchEntry,
  restoreWatchEntry,
} from '../../../src/session/transitions.js';
import { LISTS, NEW_ROWS, some, step, withWizard } from './arbitrary.js';

/** Saved and read, as on the next visit. `removed` is for this visit only. */
const again = (state: SessionState) => {
  const { removed: _undo, ...kept } = state;
  return readNotes(JSON.parse(json(kept)), 1);
};
const withoutRemoved = ({ removed: _undo, ...state }: SessionState) => state;

type Data = Record<string, unknown>;
const data = (change: (state: Data) => void = () => undefined): Data => {
  const copy = JSON.parse(json(withWizard)) as Data;
  change(copy);
  return copy;
};
const within = (state: Data, ...path: string[]) => path.reduce((part, name) => part[name] as Data, state);

describe('notes that are read again', () => {
  it('are the session as it was left, with every field filled', () => {
    expect(Object.keys(withoutRemoved(withWizard)).sort()).toEqual(
      [...Object.keys(EMPTY_SESSION), 'region'].sort(), // else a field would go untested
    );
    for (const [list, rows] of Object.entries(withWizard.lists)) {
      expect(rows, list).not.toHaveLength(0);
    }
    expect(again(withWizard)).toEqual(withoutRemoved(withWizard));
    expect(again(EMPTY_SESSION)).toEqual(EMPTY_SESSION);
  });

  it('are the session as it was left, whatever a visitor did', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (taken) => {
        const state = taken.reduce((before, one) => one(before), EMPTY_SESSION);
        expect(again(state)).toEqual(withoutRemoved(state));
      }),
      { numRuns: 300 },
    );
  });

  it('are read with every list full', () => {
    for (const list of LISTS) {
      const rows = Array.from({ length: MAX_ROWS[list] + 3 }, () => addRow(list, some(NEW_ROWS[list]) as never));
      const state = rows.reduce((before, one) => one(before), EMPTY_SESSION);
      expect(again(state), list).toEqual(state);
    }
  });

  it('are read when a look back was taken out, others came, and it was put back', () => {
    const on = (days: number) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
    const look = { done: [], barriers: [], adjust: '', helped: '', sleep: '', talk: '' } as const;
    const days = Array.from({ length: MAX_WATCH_ENTRIES }, (_, i) => addWatchEntry({ ...look, on: on(i) }));
    const full = days.reduce((state, one) => one(state), EMPTY_SESSION);
    const gone = full.watch.entries[20] as WatchEntry;
    const more = [removeWatchEntry(gone.id), addWatchEntry({ ...look, on: on(100) })];
    const state = restoreWatchEntry(gone)(more.reduce((before, one) => one(before), full));
    expect(state.watch.entries).toHaveLength(MAX_WATCH_ENTRIES);
    expect(state.watch.entries).toContain(gone);
    expect(again(state)).toEqual(state);
    expect(restoreWatchEntry(gone)(state)).toBe(state); // put back once
  });

  it('lose fields nobody knows', () => {
    const more = data((state) => {
      state.extra = 1;
      within(state, 'wizard').extra = 1;
      within(state, 'care').extra = 1;
      within(state, 'lists').wins = (within(state, 'lists').wins as Data[]).map((row) => ({
        ...row,
        extra: 1,
      }));
    });
    expect(readNotes(more, 1)).toEqual(withoutRemoved(withWizard));
  });

  it('have texts cut to their limits, never inside a character', () => {
    const long = data((state) => (state.note = `${'x'.repeat(MAX_NOTE - 1)}\u{1F33F}`));
    expect(readNotes(long, 1)?.note).toBe('x'.repeat(MAX_NOTE - 1));
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'x'],
    ['a list', []],
    ['an empty object', {}],
    ['without lists', data((state) => delete state.lists)],
    ['reasons that are no list', data((state) => (state.reasons = 'too_long'))],
    ['an id that is none', data((state) => (state.reasons = ['<b>']))],
    ['a column that is none', data((state) => (state.board = { too_long: 'burn' }))],
    ['a region that is none', data((state) => (state.region = 'usa'))],
    ['a feeling that is none', data((state) => (within(state, 'care').feeling = 'a b'))],
    ['a number that is none', data((state) => (within(state, 'care').holding = 5))],
    ['a day that there is not', data((state) => (within(state, 'care').done = { slow_breath: '2026-02-30' }))],
    ['a rhythm that is none', data((state) => (within(state, 'watch').every = 'day'))],
    ['a row without its fields', data((state) => (within(state, 'lists').wins = [{ id: 'row_1' }]))],
    [
      'two rows with one id',
      data((state) => (within(state, 'lists').wins = [1, 2].map(() => ({ id: 'row_1', text: 'a', on: '2026-11-25' })))),
    ],
    ['a count of rows that is none', data((state) => (state.rowsMade = -1))],
    [
      'too many rows',
      data((state) => {
        within(state, 'lists').wins = Array.from({ length: MAX_ROWS.wins + 1 }, (_, i) => ({
          id: `row_${i}`,
          text: 'a',
          on: '2026-11-25',
        }));
      }),
    ],
  ])('are refused when they are, or have, %s', (_, saved) => {
    expect(readNotes(saved, 1)).toBeUndefined();
  });

  it('are read or refused, whatever stands in them; nothing throws', () => {
    const parts = Object.keys(withoutRemoved(withWizard));
    fc.assert(
      fc.property(fc.constantFrom(...parts), fc.jsonValue(), (name, value) => {
        const state = readNotes(
          data((whole) => (whole[name] = value)),
          1,
        );
        if (state) expect(again(state)).toEqual(JSON.parse(JSON.stringify(state))); // which knows no -0
      }),
      { numRuns: 500 },
    );
  });
});

describe('notes of an older version', () => {
  const STEPS = ['b', 'c', 'd'].map((letter) => (state: unknown) => `${String(state)}${letter}`);

  it.each([
    [1, 4, 'abcd'],
    [2, 4, 'acd'],
    [3, 4, 'ad'],
    [4, 4, 'a'],
    [1, 2, 'ab'],
  ])('of version %i come to version %i one step after the other', (from, to, brought) => {
    expect(migrate('a', from, to, STEPS)).toBe(brought);
  });

  it('are not read when a step breaks', () => {
    const breaks = () => {
      throw new Error('no');
    };
    expect(migrate({}, 1, 3, [breaks, (state) => state])).toBeUndefined();
    expect(migrate({}, 2, 3, [breaks, (state) => state])).toEqual({});
  });
});

describe('JSON of our own', () => {
  it('says what JSON.stringify says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(json(value)).toBe(JSON.stringify(value));
      }),
    );
    expect(json({ a: undefined, b: [1, { c: undefined }] })).toBe('{"b":[1,{}]}');
  });
});
