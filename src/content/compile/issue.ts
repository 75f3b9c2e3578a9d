/** Everything that can be wrong with content. The ids are stable: tools and people may rely on them. */
export const ISSUE_IDS = [
  'bad-encoding',
  'bad-value',
  'bad-waiver',
  'broken-base',
  'broken-yaml',
  'dangling-goto',
  'dangling-reference',
  'duplicate-id',
  'empty-folder',
  'figure-not-in-source',
  'file-too-large',
  'hard-to-read',
  'language',
  'markdown-not-allowed',
  'misplaced-file',
  'missing-citation',
  'missing-crisis-kind',
  'missing-field',
  'missing-gate',
  'missing-translation',
  'no-exit',
  'no-front-matter',
  'number-in-prose',
  'overlay-breaks',
  'overlay-places',
  'overlay-protected',
  'overlay-unknown',
  'path-too-long',
  'raw-html',
  'review-overdue',
  'sponsor-only',
  'stray-translation',
  'text-too-long',
  'translation-differs',
  'unknown-field',
  'unknown-place',
  'unreachable-question',
  'unsafe-link',
  'wrong-type',
] as const;

export type IssueId = (typeof ISSUE_IDS)[number];

/** An error stops the content from being built. A warning is to be mended soon, or waived with a reason. */
export type Severity = 'error' | 'warning' | 'hint';

/** One trouble in a content folder, said so that its writer can mend it. */
export interface ContentIssue {
  readonly id: IssueId;
  readonly severity: Severity;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** Line in that file, from 1. */
  readonly line: number;
  /** The field, as `options[2].goto`; empty when the whole file is meant. */
  readonly path: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

const byPlace = (a: ContentIssue, b: ContentIssue): number =>
  a.file.localeCompare(b.file) || a.line - b.line || a.id.localeCompare(b.id) || a.path.localeCompare(b.path);

export const sortIssues = (issues: readonly ContentIssue[]): ContentIssue[] => [...issues].sort(byPlace);

export const isError = ({ severity }: ContentIssue): boolean => severity === 'error';

/** One issue as a paragraph for a terminal or an overlay. */
export function formatIssue({ id, severity, file, line, path, message, fix }: ContentIssue): string {
  const mark = severity === 'error' ? '' : `${severity}: `;
  return `${file}:${line}  ${mark}${id}${path && `  ${path}`}\n  ${message}\n  → ${fix}`;
}

/** All issues as one text, with a count. */
export function formatIssues(issues: readonly ContentIssue[], where = 'the content'): string {
  return `${issues.map(formatIssue).join('\n\n')}\n\n${countIssues(issues)} in ${where}.`;
}

const NAMES: readonly (readonly [severity: Severity, name: string])[] = [
  ['error', 'problem'],
  ['warning', 'warning'],
  ['hint', 'hint'],
];

/** How many there are of each severity: `2 problems, 1 warning`. */
export function countIssues(issues: readonly ContentIssue[]): string {
  return NAMES.flatMap(([severity, name]) => {
    const count = issues.filter((issue) => issue.severity === severity).length;
    return count ? [`${count} ${name}${count === 1 ? '' : 's'}`] : [];
  }).join(', ');
}

/** `['options', 2, 'goto']` as `options[2].goto`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}
