import { authoredSchema, ENTITIES, isListSection, type EntityKind } from '../schema.js';
import type { ContentIssue } from './issue.js';
import { readLines, readRichText } from './markdown.js';
import { decode, readYaml, reporter, splitEntry, type Report, type SourceFile } from './source-file.js';
import { reportSchemaIssues } from './validate.js';

/** One entry as its file says it, with the way back to the file's lines. */
export interface Entry {
  readonly kind: EntityKind;
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly id: string };
  /** Whether the schema found nothing wrong. Checks across entries look at valid ones only. */
  readonly valid: boolean;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Whether a visitor will see it. */
export const isLive = ({ data }: Entry): boolean => data.status !== 'retired';

const orderOf = ({ data }: Entry) => Number(data.order ?? 0);
/** The order that entries of a kind are shown in. */
export const byOrder = (a: Entry, b: Entry): number =>
  orderOf(a) - orderOf(b) || a.data.id.localeCompare(b.data.id, 'en');

const KIND_OF_FOLDER = new Map<string, EntityKind>(
  (Object.keys(ENTITIES) as EntityKind[]).map((kind) => [ENTITIES[kind].folder, kind]),
);
export const CONTENT_FOLDERS: readonly string[] = [...KIND_OF_FOLDER.keys()];

export const kindOfPath = (path: string): EntityKind | undefined => KIND_OF_FOLDER.get(path.split('/')[0] ?? '');

/**
 * Reads one Markdown file and reports all it finds wrong. A file that can't be read still is an entry with the id its
 * name gives, so that what leads to it is not called wrong too.
 */
export function readEntry(file: SourceFile, kind: EntityKind, issues: ContentIssue[]): Entry {
  const before = issues.length;
  const { entry, given, unread } = readText(file, kind, issues);
  if (!given) return entry;
  const report = reporter(issues, file.path);
  const result = authoredSchema(kind).safeParse(given);
  if (!result.success) {
    // Of a section with nothing left after its Markdown was refused, it would only say that it is empty.
    const issuesLeft = result.error.issues.filter(({ path }) => !unread.has(path[0]));
    reportSchemaIssues(issuesLeft, given, report, entry.lineOf);
  } else checkName(entry, report);
  return { ...entry, valid: result.success && issues.length === before };
}

/** Reads an entry that holds some of the fields only, as a translation does; what they hold is not checked yet. */
export function readParts(file: SourceFile, kind: EntityKind, issues: ContentIssue[]): Entry {
  const before = issues.length;
  const { entry, given } = readText(file, kind, issues);
  if (given) checkName(entry, reporter(issues, file.path));
  return { ...entry, valid: issues.length === before };
}

function checkName({ kind, file, data: { id }, lineOf }: Entry, report: Report): void {
  const expected = `${ENTITIES[kind].folder}/${id}.md`;
  if (file === expected) return;
  report(
    'misplaced-file',
    lineOf(['id']),
    'id',
    `The id "${id}" is not the name of the file.`,
    `Name the file ${expected}.`,
  );
}

interface EntryRead {
  /** Named after its file when it does not say its id. */
  readonly entry: Entry;
  /** The fields as the file gives them; nothing when it can't be read. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** Sections of which nothing was left after their Markdown was refused. */
  readonly unread: ReadonlySet<unknown>;
}

function readText(file: SourceFile, kind: EntityKind, issues: ContentIssue[]): EntryRead {
  const report = reporter(issues, file.path);
  const text = decode(file, report);
  const parts = text === undefined ? undefined : splitEntry(text, report);
  const yaml = parts && readYaml(parts.frontMatter, 2, report);
  const nameId = /([^/]*)\.md$/.exec(file.path)?.[1] ?? '';
  const unread = new Set<unknown>();
  const { path } = file;
  if (!parts || !yaml) {
    return { entry: { kind, file: path, data: { id: nameId }, valid: false, lineOf: () => 1 }, unread };
  }

  // No prototype: a section may have any name.
  const data = Object.assign(Object.create(null) as Record<string, unknown>, yaml.data);
  const sectionLines = new Map<string, number>();
  for (const { name, line, text: body, textLine } of parts.sections) {
    if (Object.hasOwn(data, name)) {
      report('unknown-field', line, name, `"${name}" is given twice.`, 'Keep one of the two.');
      continue;
    }
    sectionLines.set(name, line);
    const known = issues.length;
    const content = (isListSection(kind, name) ? readLines : readRichText)(body, textLine, name, report);
    if (!content.length && issues.length > known) unread.add(name);
    data[name] = content;
  }
  const lineOf: Entry['lineOf'] = (at) => sectionLines.get(String(at[0])) ?? yaml.lineOf(at);
  const id = typeof data.id === 'string' ? data.id : nameId;
  return { entry: { kind, file: path, data: { ...data, id }, valid: true, lineOf }, given: data, unread };
}
