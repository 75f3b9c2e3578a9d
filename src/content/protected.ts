/**
 * What an overlay must leave alone: help lines, and whatever leads to them. The command says so when an overlay is built,
 * and the browser again before one is shown. Both ask here, so that they agree.
 */
import type { CrisisLine, Question, Region, Rule, SafetyEntry } from './schema.js';

/** The lists that are looked at, each in the order it is shown in. */
export interface Guarded {
  readonly lines: readonly CrisisLine[];
  readonly regions: readonly Region[];
  readonly safety: readonly SafetyEntry[];
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
}

/** One change that is refused. */
export interface Refusal {
  readonly list: keyof Guarded;
  /** The entry that was taken away or changed, or the one that was added. */
  readonly id: string;
  /** The field that goes too far; empty for the entry as a whole. */
  readonly field: string;
  /** The rule it goes against. */
  readonly why: string;
}

const WHY = {
  lines: 'a crisis line can be added, never hidden, replaced or moved',
  lineOrder: 'an added line comes after those of its kind that are there',
  regions: 'a region cannot be hidden, and keeps its code and its locator',
  regionCode: 'another region has this code',
  safety: 'a safety entry cannot be hidden, and keeps its kind, its place among the dangers, and its lines',
  gate: 'the question about danger cannot be hidden or replaced',
  cards: 'a question with safety cards cannot be hidden, stays private, and each answer keeps its cards and tags',
  rules: 'a rule for danger cannot be hidden or replaced',
} as const;

/** Every change from `base` to `merged` that an overlay may not make. */
export function refusals(base: Guarded, merged: Guarded): Refusal[] {
  return [
    ...kept('lines', base.lines, merged.lines, same, WHY.lines),
    ...linesMoved(base.lines, merged.lines),
    ...lineOrder(base.lines, merged.lines),
    ...kept('regions', base.regions, merged.regions, sameRegion, WHY.regions),
    ...regionCodes(base.regions, merged.regions),
    ...kept('safety', base.safety, merged.safety, asSafe, WHY.safety),
    ...kept('questions', base.questions.filter(isGate), merged.questions, same, WHY.gate),
    ...kept('questions', base.questions.filter(hasCards), merged.questions, withCards, WHY.cards),
    ...kept(
      'rules',
      base.rules.filter(({ safety }) => safety),
      merged.rules,
      same,
      WHY.rules,
    ),
  ];
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const isGate = ({ kind }: Question): boolean => kind === 'gate';

const sameRegion = (before: Region, after: Region): boolean =>
  before.code === after.code && same(before.locator, after.locator);

/** Lines may be added, behind those it has: the first one gets the focus. */
const asSafe = (before: SafetyEntry, after: SafetyEntry): boolean =>
  before.kind === after.kind &&
  Boolean(before.choose) === Boolean(after.choose) &&
  before.lines.every((kind, i) => after.lines[i] === kind);

type Option = Question['options'][number];
const bringsCards = ({ cards }: Option): boolean => Boolean(cards?.length);
const hasCards = (question: Question): boolean => !isGate(question) && question.options.some(bringsCards);

const hasAll = (before: readonly string[] = [], after: readonly string[] = []): boolean =>
  before.every((one) => after.includes(one));

/** Rules for danger go by the tags, so the same answer keeps both. */
const withCards = (before: Question, after: Question): boolean =>
  (!before.private || after.private === true) &&
  before.options.filter(bringsCards).every((option) => {
    const left = after.options.find(({ id }) => id === option.id);
    return left !== undefined && hasAll(option.cards, left.cards) && hasAll(option.tags, left.tags);
  });

function kept<E extends { readonly id: string }>(
  list: keyof Guarded,
  before: readonly E[],
  after: readonly E[],
  isKept: (before: E, after: E) => boolean,
  why: string,
): Refusal[] {
  const now = new Map(after.map((entry) => [entry.id, entry]));
  return before
    .filter((entry) => {
      const left = now.get(entry.id);
      return !left || !isKept(entry, left);
    })
    .map(({ id }) => ({ list, id, field: '', why }));
}

function linesMoved(before: readonly CrisisLine[], after: readonly CrisisLine[]): Refusal[] {
  const known = new Set(before.map(({ id }) => id));
  const now = after.filter(({ id }) => known.has(id));
  const moved = now.length === before.length ? before.filter(({ id }, i) => now[i]?.id !== id) : [];
  return moved.map(({ id }) => ({ list: 'lines', id, field: 'order', why: WHY.lines }));
}

/** Places in texts, and the button for an emergency, show the first line of a kind. */
function lineOrder(before: readonly CrisisLine[], after: readonly CrisisLine[]): Refusal[] {
  const known = new Set(before.map(({ id }) => id));
  const isBefore = ({ region, kind }: CrisisLine, i: number) =>
    after.slice(i).some((line) => known.has(line.id) && line.region === region && line.kind === kind);
  return after
    .filter((line, i) => !known.has(line.id) && isBefore(line, i))
    .map(({ id }) => ({ list: 'lines', id, field: 'order', why: WHY.lineOrder }));
}

/** A second region with a known code would hide the first one, or be hidden by it. */
function regionCodes(before: readonly Region[], after: readonly Region[]): Refusal[] {
  const known = new Map(before.map(({ code, id }) => [code, id]));
  return after
    .filter(({ code, id }) => (known.get(code) ?? id) !== id)
    .map(({ id }) => ({ list: 'regions', id, field: 'code', why: WHY.regionCode }));
}

/** Whether two locales are of one language, as `en` and `en-GB` are. */
export const sameLanguage = (a: string, b: string): boolean => a.split('-')[0] === b.split('-')[0];

const places = (word: string): string => [...new Set(word.match(/\{\w+\}/g))].sort().join(' ');

/** Whether two interface words leave room for the same values, as "Call {number}" does for a number. */
export const samePlaces = (before: string, after: string): boolean => places(before) === places(after);
