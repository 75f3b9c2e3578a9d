/** Notes on the device and files that are opened, with an attack in every string and key; and whatever a visitor does. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { planFile, sheetsFile } from '../../../src/handoff/plan-file.js';
import { json } from '../../../src/session/json.js';
import { readEnvelope } from '../../../src/session/notes.js';
import { readNotes, readSavedPlan, readSavedSheets } from '../../../src/session/saved.js';
import { EMPTY_SESSION, type ListName, type SessionState } from '../../../src/session/state.js';
import {
  canTakeBack,
  clearTicks,
  MAX_NOTE,
  MAX_ROUNDS,
  MAX_ROWS,
  markDone,
  moveOnBoard,
  nextRound,
  openPlan,
  pickCare,
  pickFormat,
  pickPhrase,
  planLists,
  reachOutcomes,
  removeRow,
  restoreRow,
  restoreTicks,
  setFeeling,
  setRegion,
  takeBack,
  tickReady,
  tickReason,
  tickStrength,
  type Transition,
} from '../../../src/session/transitions.js';
import { ALL_ATTACKS, ATTACKS, CLASSES, mapStrings, stringsIn } from '../../fixtures/attacks.js';
import { deepFrozen } from '../helpers.js';
import { FULL, LISTS, step, withWizard } from '../session/arbitrary.js';
import { runs, TIMES } from './runs.js';
import { tally } from './tally.js';

vi.setConfig({ testTimeout: 60_000 * TIMES });

const envelope = { kind: 'notes', version: 1, savedAt: '2026-11-25T10:00:00.000Z', days: 30, state: {} };

/** Longest text that may come out, whatever went in. */
const LONGEST = Math.max(MAX_NOTE, 400);

const WAYS: Readonly<Record<string, { readonly data: unknown; readonly read: (text: string) => unknown }>> = {
  'notes on the device': {
    data: JSON.parse(json({ ...withWizard, removed: undefined })),
    read: (text) => readNotes(JSON.parse(text), 1),
  },
  'the envelope around notes': { data: { ...envelope, aside: 'x' }, read: readEnvelope },
  'a plan that is opened': {
    data: JSON.parse(planFile(FULL, '2026-11-25')),
    read: readSavedPlan,
  },
  'sheets that are opened': { data: JSON.parse(sheetsFile(FULL.lists, '2026-11-25')), read: readSavedSheets },
};

describe.each(Object.entries(WAYS))('%s', (way, { data, read }) => {
  const count = tally(way);
  const places = [...stringsIn(data)];

  it.each(CLASSES)('are refused, or hold only short text, when a string is: %s', (name) => {
    for (const attack of ATTACKS[name] ?? []) {
      for (let place = 0; place < places.length; place += 1) {
        const changed = JSON.stringify(mapStrings(data, (value, n) => (n === place ? attack : value)));
        const result = read(changed);
        const isRefused = typeof result !== 'object';
        count(name, isRefused);
        if (isRefused || way.startsWith('the envelope')) continue;
        for (const { value } of stringsIn(result)) {
          if (value.length > LONGEST) expect(value.length).toBeLessThanOrEqual(LONGEST);
        }
      }
    }
    expect(({} as Record<string, unknown>).pwned).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toJSON', 'then'])(
    'take no harm from %s in every object',
    (key) => {
      const write = (value: unknown): string => {
        if (Array.isArray(value)) return `[${value.map(write).join()}]`;
        if (typeof value !== 'object' || value === null) return JSON.stringify(value);
        const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${write(one)}`);
        return `{${[`"${key}":{"pwned":1}`, ...fields].join()}}`;
      };
      const result = read(write(data));
      const plain = (value: unknown): boolean =>
        typeof value !== 'object' ||
        value === null ||
        (Array.isArray(value)
          ? value.every(plain)
          : Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(plain));
      expect(plain(result)).toBe(true);
      expect(({} as Record<string, unknown>).pwned).toBeUndefined();
    },
  );

  it.each([
    ['lists in lists', '['.repeat(200_000)],
    ['lists in lists that end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['a megabyte of one letter', JSON.stringify('a'.repeat(1_000_000))],
    ['a number past all numbers', '1e999'],
    ['half of a file', JSON.stringify(data).slice(0, 60)],
    ['nothing', ''],
    ['HTML', '<!doctype html><title>404</title>'],
  ])('are refused when they are %s', (_, text) => {
    let result: unknown;
    try {
      result = read(text);
    } catch (error) {
      // Notes are parsed by who calls; that one looks for this.
      expect(way).toBe('notes on the device');
      expect(error).toBeInstanceOf(SyntaxError);
    }
    expect(typeof result === 'object' && result !== null).toBe(false);
  });
});

// ---------------------------------------------------------------- whatever a visitor does

const name = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '', ...ALL_ATTACKS.slice(0, 40));
/** Steps with names that no entry has. */
const hostileStep: fc.Arbitrary<Transition> = fc.oneof(
  fc.tuple(name, fc.boolean()).map(([id, on]) => tickReason(id, on)),
  fc.tuple(name, fc.boolean()).map(([id, on]) => tickStrength(id, on)),
  fc.tuple(name, fc.boolean()).map(([id, on]) => tickReady(id, on)),
  fc.tuple(name, fc.boolean()).map(([id, on]) => pickPhrase(id, on)),
  fc.tuple(name, fc.boolean()).map(([id, on]) => pickCare(id, on)),
  name.map((id) => moveOnBoard(id, 'keep')),
  name.map((id) => markDone(id, '2026-11-25')),
  name.map((id) => markDone(id, undefined)),
  name.map(setFeeling),
  name.map(setRegion),
  name.map(pickFormat),
  fc.array(name, { maxLength: 3 }).map(reachOutcomes),
  fc.tuple(fc.constantFrom(...LISTS), name).map(([list, id]) => removeRow(list, id)),
);

const kept = ({ removed: _undo, ...state }: SessionState) => state;
/** Takes steps; each state is frozen, so that a step that writes into it throws. */
const taken = (steps: readonly Transition[], from = EMPTY_SESSION) =>
  steps.reduce((state, one) => deepFrozen(one(state)), deepFrozen(from));

describe('whatever a visitor does', () => {
  const steps = fc.array(fc.oneof({ arbitrary: step, weight: 5 }, { arbitrary: hostileStep, weight: 1 }), {
    maxLength: 60,
  });

  it('no step throws, writes into an older state, reaches another object, or grows past its limits', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const state = taken(all);
        for (const list of LISTS) expect(state.lists[list].length).toBeLessThanOrEqual(MAX_ROWS[list]);
        expect(state.rounds.length).toBeLessThanOrEqual(MAX_ROUNDS);
        expect(state.note.length).toBeLessThanOrEqual(MAX_NOTE);
        const ids = Object.values(state.lists).flatMap((rows) =>
          (rows as readonly { id: string }[]).map(({ id }) => id),
        );
        expect(new Set(ids).size).toBe(ids.length);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      runs(300),
    );
  });

  it('undoing a removal, a clearing, a new round or an opened plan gives the same back', () => {
    fc.assert(
      fc.property(steps, steps, fc.constantFrom<ListName>(...LISTS), fc.nat(60), (all, others, list, pick) => {
        const state = taken(all);
        const rows = state.lists[list];
        if (rows.length) {
          const gone = taken([removeRow(list, rows[pick % rows.length]?.id ?? '')], state);
          expect(gone.lists[list].length).toBe(rows.length - 1);
          expect(kept(restoreRow(gone))).toEqual(kept(state));
        }
        expect(kept(restoreTicks(state)(clearTicks(state)))).toEqual(kept(state));
        const other = taken(others);
        for (const replace of [nextRound('2026-11-25'), openPlan({ ...other, lists: planLists(other.lists) })]) {
          const after = taken([replace], state);
          expect(canTakeBack(after, { before: state, after })).toBe(true);
          const back = takeBack({ before: state, after })(after);
          expect({ ...kept(back), rowsMade: 0 }).toEqual({ ...kept(state), rowsMade: 0 });
        }
      }),
      runs(150),
    );
  });

  it('what is saved is read again as it was, as long as the names are those of entries', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (all) => {
        const state = kept(taken(all));
        const text = json(state);
        expect(readNotes(JSON.parse(text), 1)).toEqual(state);
        // Read, changed and saved once more.
        const again = readNotes(JSON.parse(text), 1) as SessionState;
        expect(json(again).length).toBe(text.length);
      }),
      runs(150),
    );
  });
});
