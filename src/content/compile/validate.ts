import type * as z from 'zod/mini';
import { formatPath } from './issue.js';
import type { Report } from './source-file.js';

type ZodIssue = z.core.$ZodIssue;

/** Reports what a schema found, in the words of a content writer. */
export function reportSchemaIssues(
  issues: readonly ZodIssue[],
  data: unknown,
  report: Report,
  lineOf: (path: readonly PropertyKey[]) => number,
): void {
  for (const issue of issues) {
    for (const { id, path, message, fix } of explain(issue, data)) {
      report(id, lineOf(path), formatPath(path), message, fix);
    }
  }
}

interface Explained {
  readonly id: Parameters<Report>[0];
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly fix: string;
}

function explain(issue: ZodIssue, data: unknown): Explained[] {
  const { path } = issue;
  const name = formatPath(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        id: 'unknown-field',
        path: [...path, key],
        message: `There is no field "${key}" here.`,
        fix: 'Check its spelling, or take it out.',
      }));
    case 'invalid_type':
      return [
        at(data, path) === undefined
          ? {
              id: 'missing-field',
              path,
              message: `The field "${name}" is missing.`,
              fix: `Add it: ${expected(issue.expected)}.`,
            }
          : {
              id: 'wrong-type',
              path,
              message: `"${name}" is ${typeName(at(data, path))}.`,
              fix: `Make it ${expected(issue.expected)}.`,
            },
      ];
    case 'too_big':
      return [
        issue.origin === 'string'
          ? tooLong(path, name, Number(issue.maximum), String(at(data, path)).length)
          : bad(path, `"${name}" has more than ${issue.maximum}.`, `Keep it to ${issue.maximum} at most.`),
      ];
    case 'too_small':
      return [
        isEmpty(at(data, path))
          ? { id: 'missing-field', path, message: `"${name}" is empty.`, fix: 'Fill it in, or take the field out.' }
          : bad(path, `"${name}" has less than ${issue.minimum}.`, `Give at least ${issue.minimum}.`),
      ];
    case 'invalid_value':
      return [
        at(data, path) === undefined
          ? {
              id: 'missing-field',
              path,
              message: `The field "${name}" is missing.`,
              fix: `Add one of: ${issue.values.join(', ')}.`,
            }
          : bad(path, `"${name}" can't be ${quote(at(data, path))}.`, `Use one of: ${issue.values.join(', ')}.`),
      ];
    case 'invalid_format':
      return [
        bad(
          path,
          `"${name}" can't be ${quote(at(data, path))}.`,
          FORMAT_FIX[String(path.at(-1))] ?? 'Follow the form that docs/content.md gives.',
        ),
      ];
    case 'custom':
      return [custom(issue, name, data)];
    default:
      return [bad(path, `"${name}" can't be ${quote(at(data, path))}.`, 'Follow the form that docs/content.md gives.')];
  }
}

function custom({ message, path }: ZodIssue, name: string, data: unknown): Explained {
  if (message === 'unsafe-link') {
    return {
      id: 'unsafe-link',
      path,
      message: `"${name}" is not an address we may send a family to: ${quote(at(data, path))}.`,
      fix: 'Give a full address that begins with https://.',
    };
  }
  const other = CUSTOM[message];
  if (other) return bad(path, `"${name}" ${other.message}.`, other.fix);
  const limit = /^text-too-long:(\d+)$/.exec(message)?.[1];
  if (limit) return tooLong(path, name, Number(limit));
  return bad(path, `"${name}" is nested too deeply.`, 'Use less emphasis inside emphasis.');
}

const CUSTOM: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  'hidden-character': {
    message: 'holds a character that can not be seen or that turns words around',
    fix: 'Delete the text and type it anew; copied text can bring such characters along.',
  },
  'not-a-number': {
    message: 'is not a number that a phone can dial',
    fix: 'Write it as people do, such as 1-800-662-4357.',
  },
  'nothing-visible': { message: 'has nothing that can be seen', fix: 'Fill it in, or take the field out.' },
  'language-tag': { message: 'is not a language tag', fix: 'Write it as in en, es-MX or zh-Hant.' },
};

const tooLong = (path: readonly PropertyKey[], name: string, limit: number, length?: number): Explained => ({
  id: 'text-too-long',
  path,
  message: `"${name}" is longer than ${limit} characters${length ? ` (${length})` : ''}.`,
  fix: 'Shorten it. One idea is enough.',
});

const bad = (path: readonly PropertyKey[], message: string, fix: string): Explained => ({
  id: 'bad-value',
  path,
  message,
  fix,
});

const FORMAT_FIX: Readonly<Record<string, string>> = {
  id: 'Use 3 to 40 small letters, digits and underscores.',
  text: 'Name the center: write {center} where its name goes.',
  phone: 'Write it as people do, with digits, spaces and dashes.',
  draftedOn: 'Write the date as 2026-11-22.',
  reviewedOn: 'Write the date as 2026-11-22.',
  verifiedOn: 'Write the date as 2026-11-22.',
  checkedOn: 'Write the date as 2026-11-22.',
  reviewEvery: 'Write a duration such as P6M (six months) or P90D (ninety days).',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};
const expected = (type: string): string => TYPES[type] ?? type;

function typeName(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return TYPES[typeof value] ?? typeof value;
}

const isEmpty = (value: unknown): boolean =>
  (typeof value === 'string' && !value.trim()) || (Array.isArray(value) && !value.length);

const quote = (value: unknown): string => (JSON.stringify(value) as string | undefined)?.slice(0, 60) ?? 'empty';

function at(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}
