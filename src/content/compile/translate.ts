import type * as z from 'zod/mini';
import { textKind } from '../readable.js';
import { authoredSchema, ENTITIES, type EntityKind } from '../schema.js';
import { readParts, type Entry } from './entry.js';
import { formatPath, type ContentIssue } from './issue.js';
import { readEntries } from './read.js';
import { reporter, type Report, type SourceFile } from './source-file.js';
import { bare, elementOf, hasText, linesOf, shapeOf, type Readable } from './texts.js';
import { reportSchemaIssues } from './validate.js';

/**
 * What a translation may say beyond its words: who reviewed it (a review of the original is none of the translation),
 * language rules it waives, how a crisis line is reached in its language, and what a note of our own is called.
 */
const OWN_FIELDS = new Set(['status', 'reviewedOn', 'reviewedBy', 'waive']);
const OWN_FIELDS_OF: Partial<Record<EntityKind, readonly string[]>> = {
  crisisLine: ['how', 'langs'],
  source: ['title'],
};

/** Works that are cited have one name in every language; only notes of our own are translated. */
const isOptional = (kind: EntityKind): boolean => kind === 'source';

/**
 * Entries in another language: everything but the words comes from `base`, so that ways, links and figures can't
 * drift apart. A translated entry must have each text its original has, and nothing else.
 * @param baseLocale The language of `base`.
 */
export function translate(
  base: readonly Entry[],
  files: readonly SourceFile[],
  issues: ContentIssue[],
  baseLocale?: string,
): Entry[] {
  const own = new Map(readEntries(files, readParts, issues).map((entry) => [keyOf(entry), entry]));
  const translated = base
    .filter(({ data }) => data.status !== 'retired')
    .map((original) => {
      const entry = own.get(keyOf(original));
      own.delete(keyOf(original));
      // What keeps its name is read aloud in the language of that name.
      if (!entry && isOptional(original.kind)) return { ...original, data: { lang: baseLocale, ...original.data } };
      return translateEntry(original, entry, issues);
    });
  for (const { kind, file, data, lineOf } of own.values()) {
    reporter(issues, file)(
      'stray-translation',
      lineOf(['id']),
      'id',
      `There is no "${data.id}" in ${ENTITIES[kind].folder} of the folder this one translates.`,
      'Check the id, or take the file out.',
    );
  }
  return translated;
}

const keyOf = ({ kind, data }: Entry): string => `${kind} ${data.id}`;

function translateEntry(original: Entry, own: Entry | undefined, issues: ContentIssue[]): Entry {
  const { kind } = original;
  const schema = authoredSchema(kind);
  if (!hasText(schema) || !textKeys(schema).some((name) => original.data[name] !== undefined)) return original;
  if (!own) {
    reporter(issues, original.file)(
      'missing-translation',
      1,
      '',
      `There is no translation of ${original.file}.`,
      `Write ${original.file} in this folder, with its id and the texts a visitor reads.`,
    );
    return { ...original, valid: false };
  }
  if (!own.valid) return own;
  const report = reporter(issues, own.file);
  const before = issues.length;
  const data: Record<string, unknown> = { ...original.data, ...ownFacts(kind, own) };
  const { shape } = schema.def;
  for (const [name, value] of Object.entries(own.data)) {
    const field = (shape as Record<string, z.ZodMiniType | undefined>)[name];
    if (name === 'id' || name in ownFacts(kind, own)) continue;
    if (!field || !hasText(field)) {
      report(
        'unknown-field',
        own.lineOf([name]),
        name,
        field ? `"${name}" comes from the original.` : `There is no field "${name}" here.`,
        'A translation holds the id and the texts a visitor reads. Take the field out.',
      );
      continue;
    }
    if (original.data[name] === undefined) {
      report('stray-translation', own.lineOf([name]), name, `The original has no "${name}".`, 'Take it out.');
    } else data[name] = merge(field, original.data[name], value, [name], { report, lineOf: own.lineOf });
  }
  for (const name of textKeys(schema)) {
    if (original.data[name] === undefined || own.data[name] !== undefined || isOptionalWords(name)) continue;
    reportMissing(name, [name], { report, lineOf: () => 1 });
  }
  const result = issues.length === before ? schema.safeParse(data) : undefined;
  if (result && !result.success) reportSchemaIssues(result.error.issues, data, report, own.lineOf);
  return {
    kind,
    file: own.file,
    data: { ...data, id: original.data.id },
    valid: issues.length === before,
    lineOf: own.lineOf,
  };
}

/** Other languages call a thing by other names, or by fewer. */
const isOptionalWords = (name: string): boolean => name === 'alsoCalled';

const textKeys = ({ def }: { def: { shape: object } }): string[] =>
  Object.entries(def.shape as Record<string, z.ZodMiniType>).flatMap(([name, field]) => (hasText(field) ? [name] : []));

/** A translation that says nothing of its review is a draft, whoever reviewed the original. */
function ownFacts(kind: EntityKind, { data }: Entry): Record<string, unknown> {
  const allowed = [...OWN_FIELDS, ...(OWN_FIELDS_OF[kind] ?? [])];
  const given = Object.fromEntries(allowed.flatMap((name) => (data[name] === undefined ? [] : [[name, data[name]]])));
  return { status: 'draft', reviewedOn: undefined, reviewedBy: undefined, waive: undefined, ...given };
}

interface Where {
  readonly report: Report;
  readonly lineOf: Entry['lineOf'];
}

function reportMissing(name: string, path: readonly PropertyKey[], { report, lineOf }: Where): void {
  report(
    'missing-translation',
    lineOf(path),
    formatPath(path),
    `The text "${formatPath(path)}" is not translated.`,
    `Write "${name}" in this language too.`,
  );
}

/** The original with its texts replaced. Lists of parts keep their length and order. */
function merge(
  schema: z.ZodMiniType,
  original: unknown,
  own: unknown,
  path: readonly PropertyKey[],
  where: Where,
): unknown {
  const { report, lineOf } = where;
  const inner = bare(schema);
  if (textKind(inner)) {
    compareTexts(original as Readable, own as Readable, path, where);
    return own;
  }
  const element = elementOf(inner);
  if (element && Array.isArray(original)) {
    if (textKind(bare(element))) return own; // a list of names, of any length
    if (!Array.isArray(own) || own.length !== original.length) {
      report(
        'translation-differs',
        lineOf(path),
        formatPath(path),
        `The original has ${original.length} of these.`,
        'Give one for each, in the same order.',
      );
      return original;
    }
    return original.map((item: unknown, i) => merge(element, item, own[i], [...path, i], where));
  }
  const shape = shapeOf(inner);
  if (!shape || typeof own !== 'object' || own === null || typeof original !== 'object' || original === null) {
    return own;
  }
  const merged: Record<string, unknown> = { ...original };
  const [from, to] = [original as Record<string, unknown>, own as Record<string, unknown>];
  for (const [name, value] of Object.entries(to)) {
    const field = shape[name];
    if (field && hasText(field) && from[name] !== undefined) {
      merged[name] = merge(field, from[name], value, [...path, name], where);
    } else if (value !== from[name]) {
      report(
        'translation-differs',
        lineOf([...path, name]),
        formatPath([...path, name]),
        `"${name}" is not what the original has there.`,
        'Only texts are translated; leave the rest as it is.',
      );
    }
  }
  for (const [name, field] of Object.entries(shape)) {
    if (hasText(field) && from[name] !== undefined && to[name] === undefined) {
      reportMissing(name, [...path, name], where);
    }
  }
  return merged;
}

const PLACES = /\{[^{}\s]+\}/g;
const FIGURES = /\d+(?:[.,]\d+)*/g;
const found = (text: string, what: RegExp): string => (text.match(what) ?? []).sort().join(' ');

/** A translation names the same places and the same figures, and a list has as many lines. */
function compareTexts(
  original: Readable,
  own: Readable,
  path: readonly PropertyKey[],
  { report, lineOf }: Where,
): void {
  if (!isReadable(own)) return; // the schema says so
  const [before, after] = [linesOf(original), linesOf(own)];
  const differs = (message: string, fix: string) =>
    report('translation-differs', lineOf(path), formatPath(path), message, fix);
  const isList = typeof original !== 'string' && original.every((line) => Array.isArray(line));
  if (isList && before.length !== after.length) {
    differs(
      `The original has ${before.length} lines here, the translation ${after.length}.`,
      'Give one line for each.',
    );
  }
  for (const [what, pattern] of [
    ['places', PLACES],
    ['figures', FIGURES],
  ] as const) {
    const [wanted, given] = [found(before.join('\n'), pattern), found(after.join('\n'), pattern)];
    if (wanted === given) continue;
    differs(
      `The ${what} are not those of the original: "${given}" and not "${wanted}".`,
      `Use the same ${what} in both languages.`,
    );
  }
}

const isReadable = (value: unknown): value is Readable => typeof value === 'string' || Array.isArray(value);
