/** Everything that can be wrong with content. The ids are stable: tools and people may rely on them. */
export const ISSUE_IDS = [
  'bad-encoding',
  'bad-value',
  'broken-base',
  'broken-yaml',
  'dangling-goto',
  'dangling-reference',
  'duplicate-id',
  'empty-folder',
  'file-too-large',
  'markdown-not-allowed',
  'misplaced-file',
  'missing-crisis-kind',
  'missing-field',
  'missing-gate',
  'missing-translation',
  'no-exit',
  'no-front-matter',
  'path-too-long',
  'raw-html',
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

/** One trouble in a content folder, said so that its writer can mend it. */
export interface ContentIssue {
  readonly id: IssueId;
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

/** One issue as a paragraph for a terminal or an overlay. */
export function formatIssue({ id, file, line, path, message, fix }: ContentIssue): string {
  return `${file}:${line}  ${id}${path && `  ${path}`}\n  ${message}\n  → ${fix}`;
}

/** All issues as one text, with a count. */
export function formatIssues(issues: readonly ContentIssue[]): string {
  const count = issues.length === 1 ? '1 problem' : `${issues.length} problems`;
  return `${issues.map(formatIssue).join('\n\n')}\n\n${count} in the content.`;
}

/** `['options', 2, 'goto']` as `options[2].goto`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text ? `${text}.${String(key)}` : String(key);
  }, '');
}
