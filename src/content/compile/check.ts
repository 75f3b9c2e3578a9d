import { REQUIRED_CRISIS_KINDS, type CrisisKind, type EntityKind, type Question } from '../schema.js';
import type { Entry } from './entry.js';
import { formatPath, type ContentIssue } from './issue.js';
import { parseRef } from './ref.js';
import { reporter } from './source-file.js';

/** Longest way through the wizard, in questions, the gate included. */
export const MAX_PATH = 7;

/** Checks that take more than one entry: names that must exist, ways that must lead somewhere, help that must be there. */
export function checkEntries(entries: readonly Entry[], issues: ContentIssue[]): void {
  checkDuplicates(entries, issues);
  checkReferences(entries, issues);
  checkWizard(entries, issues);
  checkSponsors(entries, issues);
  checkCrisisLines(entries, issues);
}

const ofKind = (entries: readonly Entry[], kind: EntityKind) => entries.filter((entry) => entry.kind === kind);
const idsOf = (entries: readonly Entry[], kind: EntityKind) =>
  new Set(ofKind(entries, kind).map(({ data }) => data.id));

function checkDuplicates(entries: readonly Entry[], issues: ContentIssue[]): void {
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.data.id}`;
    const other = first.get(key);
    if (!other) first.set(key, entry);
    else {
      reporter(issues, entry.file)(
        'duplicate-id',
        entry.lineOf(['id']),
        'id',
        `The id "${entry.data.id}" is also in ${other.file}.`,
        'Give one of them another id.',
      );
    }
  }
  const regions = new Map<unknown, Entry>();
  for (const entry of ofKind(entries, 'region').filter(({ valid }) => valid)) {
    const other = regions.get(entry.data.code);
    regions.set(entry.data.code, entry);
    if (!other) continue;
    reporter(issues, entry.file)(
      'duplicate-id',
      entry.lineOf(['code']),
      'code',
      `The code "${String(entry.data.code)}" is also in ${other.file}.`,
      'Give one of them another code, or put their lines together.',
    );
  }
  for (const entry of ofKind(entries, 'question').filter(({ valid }) => valid)) {
    const ids = (entry.data.options as Question['options']).map(({ id }) => id);
    ids.forEach((id, i) => {
      if (ids.indexOf(id) === i) return;
      reporter(issues, entry.file)(
        'duplicate-id',
        entry.lineOf(['options', i, 'id']),
        `options[${i}].id`,
        `Two answers have the id "${id}".`,
        'Give one of them another id.',
      );
    });
  }
}

/** Fields that name entries of one kind by id. */
const ID_FIELDS: readonly (readonly [kind: EntityKind, field: string, target: EntityKind])[] = [
  ['reason', 'group', 'group'],
  ['contingency', 'owner', 'role'],
  ['rule', 'outcomes', 'outcome'],
  ['outcome', 'cards', 'safety'],
  ['outcome', 'formats', 'format'],
  ['planStep', 'owner', 'role'],
];

function checkReferences(entries: readonly Entry[], issues: ContentIssue[]): void {
  const ids = new Map<EntityKind, ReadonlySet<string>>();
  const has = (kind: EntityKind, id: string) => {
    if (!ids.has(kind)) ids.set(kind, idsOf(entries, kind));
    return ids.get(kind)?.has(id) ?? false;
  };
  const regionCodes = new Set(ofKind(entries, 'region').map(({ data }) => data.code));

  for (const entry of entries.filter(({ valid }) => valid)) {
    const report = reporter(issues, entry.file);
    const dangling = (path: readonly PropertyKey[], name: string, what: string) =>
      report(
        'dangling-reference',
        entry.lineOf(path),
        formatPath(path),
        `There is no ${what} "${name}".`,
        'Check the id, or write that entry.',
      );
    const each = (field: string, visit: (value: string, path: readonly PropertyKey[]) => void) => {
      const value = entry.data[field];
      if (typeof value === 'string') visit(value, [field]);
      else if (Array.isArray(value)) value.forEach((item, i) => visit(String(item), [field, i]));
    };
    each('citations', (id, path) => void (has('source', id) || dangling(path, id, 'source')));
    each('safety', (id, path) => void (has('safety', id) || dangling(path, id, 'safety entry')));
    each('leadsTo', (ref, path) => {
      const target = parseRef(ref);
      if (!target || !has(target.kind, target.id)) dangling(path, ref, 'entry');
    });
    for (const [kind, field, target] of ID_FIELDS) {
      if (entry.kind === kind) each(field, (id, path) => void (has(target, id) || dangling(path, id, target)));
    }
    if (entry.kind === 'crisisLine') {
      each(
        'region',
        (code, path) => void (regionCodes.has(code) || regionCodes.has(undefined) || dangling(path, code, 'region')),
      );
    }
    if (entry.kind === 'question') {
      (entry.data.options as Question['options']).forEach(({ cards }, option) =>
        cards?.forEach((id, card) => {
          if (!has('safety', id)) dangling(['options', option, 'cards', card], id, 'safety entry');
        }),
      );
    }
    if (entry.kind === 'rule') checkConditions(entry, entries, has, dangling);
  }
}

function checkConditions(
  entry: Entry,
  entries: readonly Entry[],
  has: (kind: EntityKind, id: string) => boolean,
  dangling: (path: readonly PropertyKey[], name: string, what: string) => void,
): void {
  const all = ofKind(entries, 'question');
  const questions = all.filter(({ valid }) => valid);
  // The answers of a half-read question are not known, so none can be called missing.
  const allRead = questions.length === all.length;
  const optionsOf = (id: string) =>
    (questions.find(({ data }) => data.id === id)?.data.options as Question['options'] | undefined) ?? [];
  const tags = new Set(questions.flatMap(({ data }) => optionsOf(data.id).flatMap((option) => option.tags ?? [])));
  const when = entry.data.when as Record<string, readonly string[]>;
  for (const [clause, conditions] of Object.entries(when)) {
    conditions.forEach((text, i) => {
      const path = ['when', clause, i];
      const [question = '', option] = text.split('=');
      const [kind = '', name = ''] = text.split(':');
      if (kind === 'reason') {
        if (!has('reason', name)) dangling(path, text, 'reason');
      } else if (!allRead) return;
      else if (option !== undefined) {
        if (!optionsOf(question).some(({ id }) => id === option)) dangling(path, text, 'answer');
      } else if (!tags.has(name)) dangling(path, text, 'answer with the tag');
    });
  }
}

/** Where a question can lead: each `goto`, and `next`. */
function waysOut({
  kind,
  next,
  options,
}: Question): { readonly goto: string; readonly path: readonly PropertyKey[] }[] {
  const answers = kind === 'multi' ? [] : options; // several answers have no way of their own
  const ways = answers.flatMap(({ goto }, i) =>
    goto ? [{ goto, path: ['options', i, 'goto'] as PropertyKey[] }] : [],
  );
  return next ? [...ways, { goto: next, path: ['next'] }] : ways;
}

function checkWizard(entries: readonly Entry[], issues: ContentIssue[]): void {
  const all = ofKind(entries, 'question');
  const questions = new Map(all.filter(({ valid }) => valid).map((entry) => [entry.data.id, entry]));
  // Ways through half-read questions would be reported as dead ends that are none.
  if (questions.size < all.length) return;
  const as = (entry: Entry) => entry.data as unknown as Question;

  const gates = [...questions.values()].filter((entry) => as(entry).kind === 'gate');
  if (gates.length !== 1) {
    const [, second] = gates;
    reporter(issues, second?.file ?? 'questions')(
      'missing-gate',
      second?.lineOf(['kind']) ?? 1,
      'kind',
      gates.length ? 'There are two gates.' : 'No question is the gate, so nobody is asked about danger first.',
      'Keep exactly one question with "kind: gate".',
    );
  }

  for (const entry of questions.values()) {
    const report = reporter(issues, entry.file);
    const question = as(entry);
    for (const { goto, path } of waysOut(question)) {
      if (goto !== 'end' && goto !== 'safety:choose' && !questions.has(goto)) {
        report(
          'dangling-goto',
          entry.lineOf(path),
          formatPath(path),
          `There is no question "${goto}".`,
          'Name a question, "end", or "safety:choose".',
        );
      }
    }
    const stray = question.kind === 'multi' ? question.options.findIndex(({ goto }) => goto !== undefined) : -1;
    if (stray >= 0) {
      report(
        'bad-value',
        entry.lineOf(['options', stray, 'goto']),
        `options[${stray}].goto`,
        'An answer of a "multi" question can\'t lead anywhere, as several can be picked.',
        'Take it out; "next" says where the question leads.',
      );
    }
    if (!question.next) {
      const needsNext = question.kind === 'multi' || question.skippable === true;
      const open = question.options.findIndex(({ goto }) => !goto);
      if (needsNext || open >= 0) {
        report(
          'no-exit',
          entry.lineOf(open >= 0 ? ['options', open] : ['options']),
          open >= 0 ? `options[${open}]` : 'next',
          needsNext
            ? 'The question can be left without an answer, but leads nowhere then.'
            : 'This answer leads nowhere.',
          'Add "next: …" to the question, or "goto: …" to the answer.',
        );
      }
    }
  }
  const [gate] = gates;
  if (gates.length === 1 && gate) walk(gate, questions, as, issues);
}

/** Follows every way from the gate: finds loops, ways that are too long, and questions nobody is asked. */
function walk(
  gate: Entry,
  questions: ReadonlyMap<string, Entry>,
  as: (entry: Entry) => Question,
  issues: ContentIssue[],
): void {
  const reached = new Set<string>();
  const looping = new Set<string>();
  const longest = new Map<string, number>();
  const visit = (entry: Entry, trail: readonly string[]): number => {
    const { id } = entry.data;
    reached.add(id);
    const known = longest.get(id);
    if (known !== undefined) return known;
    let rest = 0;
    for (const { goto, path } of waysOut(as(entry))) {
      const target = questions.get(goto);
      if (!target) continue;
      if ([...trail, id].includes(goto)) {
        if (!looping.has(id)) {
          looping.add(id);
          reporter(issues, entry.file)(
            'no-exit',
            entry.lineOf(path),
            formatPath(path),
            `This way leads back to "${goto}" and never ends.`,
            'Lead it to a later question or to "end".',
          );
        }
        continue;
      }
      rest = Math.max(rest, visit(target, [...trail, id]));
    }
    longest.set(id, rest + 1);
    return rest + 1;
  };
  const length = visit(gate, []);
  if (length > MAX_PATH) {
    reporter(issues, gate.file)(
      'path-too-long',
      1,
      '',
      `One way from the gate asks ${length} questions; ${MAX_PATH} is the most.`,
      'Lead some answers past a question.',
    );
  }
  for (const [id, entry] of questions) {
    if (reached.has(id)) continue;
    reporter(issues, entry.file)(
      'unreachable-question',
      entry.lineOf(['id']),
      'id',
      `No answer leads to "${id}".`,
      'Lead an answer of another question to it, or take it out.',
    );
  }
}

function checkSponsors(entries: readonly Entry[], issues: ContentIssue[]): void {
  for (const entry of ofKind(entries, 'outcome')) {
    const options: unknown = entry.data.options;
    if (!Array.isArray(options) || !options.length) continue;
    if (options.some((option: { kind?: unknown } | null) => option?.kind !== 'sponsor')) continue;
    reporter(issues, entry.file)(
      'sponsor-only',
      entry.lineOf(['options']),
      'options',
      'The only help offered here is the sponsor.',
      'Add help that is not the sponsor: a public helpline, a family group, something to do alone.',
    );
  }
}

function checkCrisisLines(entries: readonly Entry[], issues: ContentIssue[]): void {
  const lines = ofKind(entries, 'crisisLine').map(({ data }) => ({ region: data.region, kind: data.kind }));
  const allRead = lines.every(({ region, kind }) => region !== undefined && kind !== undefined);
  for (const entry of ofKind(entries, 'region').filter(({ valid }) => valid)) {
    const { code } = entry.data;
    const has = (kind: unknown) => lines.some((line) => line.region === code && line.kind === kind);
    const standIns = (entry.data.standIns ?? {}) as Partial<Record<CrisisKind, CrisisKind>>;
    for (const kind of REQUIRED_CRISIS_KINDS) {
      if (!allRead || has(kind) || (kind !== 'emergency' && has(standIns[kind]))) continue;
      reporter(issues, entry.file)(
        'missing-crisis-kind',
        entry.lineOf(['code']),
        'code',
        `The region ${String(code)} has no ${kind} line.`,
        kind === 'emergency'
          ? `Add a crisis line with "region: ${String(code)}" and "kind: emergency".`
          : `Add a crisis line with "kind: ${kind}", or say which line stands in: "standIns: { ${kind}: emergency }".`,
      );
    }
  }
  const regions = ofKind(entries, 'region');
  if (!regions.length) {
    reporter(issues, 'regions')(
      'empty-folder',
      1,
      '',
      'There is no region, so no crisis line can be shown.',
      'Add at least one region with its emergency number.',
    );
  }
}
