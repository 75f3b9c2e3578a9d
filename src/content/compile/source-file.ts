import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { ContentIssue, IssueId, Severity } from './issue.js';

/** A file as it lies in the content folder. */
export interface SourceFile {
  /** Path inside the content folder, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Longest file we read, in bytes. An entry is a page at most; far larger input only serves to stall the parser. */
export const MAX_FILE_BYTES = 16_384;
/** `interface.yaml` holds every interface word of a language. */
export const MAX_WORDS_BYTES = 65_536;

/** One slip often makes all that follows look wrong, so only the first errors of a file are worth reading. */
const MAX_YAML_ERRORS = 3;

/** A problem in one file, without the file's name. */
export type Report = (id: IssueId, line: number, path: string, message: string, fix: string) => void;

export const reporter =
  (issues: ContentIssue[], file: string, severity: Severity = 'error'): Report =>
  (id, line, path, message, fix) =>
    void issues.push({ id, severity, file, line, path, message, fix });

/** The file's text, or nothing when it can't be trusted to be text. A byte order mark is taken off. */
export function decode({ bytes }: SourceFile, report: Report, limit = MAX_FILE_BYTES): string | undefined {
  if (bytes.byteLength > limit) {
    report(
      'file-too-large',
      1,
      '',
      `The file has ${bytes.byteLength} bytes; ${limit} is the most.`,
      'Split it: one entry a file, and short texts.',
    );
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    report(
      'bad-encoding',
      firstBadLine(bytes),
      '',
      'The file is not UTF-8 text.',
      'Save it again with the encoding UTF-8 (in most editors: "Save with encoding").',
    );
    return undefined;
  }
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let i = 0; i <= bytes.length; i += 1) {
    if (i < bytes.length && bytes[i] !== 10) continue;
    try {
      decoder.decode(bytes.subarray(start, i));
    } catch {
      return line;
    }
    line += 1;
    start = i + 1;
  }
  return 1;
}

/** YAML as plain data, with a way to find the line of any path in it. */
export interface YamlData {
  readonly data: Record<string, unknown>;
  /** Line in the file of what is at `path`, or of the nearest thing around it. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads a YAML mapping whose first line is line `firstLine` of the file. */
export function readYaml(text: string, firstLine: number, report: Report): YamlData | undefined {
  const lineCounter = new LineCounter();
  // maxAliasCount 0: aliases can grow a small file without bound, and content needs none.
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, version: '1.2' });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;
  for (const error of [...document.errors, ...document.warnings].slice(0, MAX_YAML_ERRORS)) {
    report(
      'broken-yaml',
      lineAt(error.pos[0]),
      '',
      `The front matter is not valid YAML: ${firstSentence(error.message)}.`,
      'Put quotes around texts with a colon or a #, and indent with spaces only.',
    );
  }
  if (document.errors.length || document.warnings.length) return undefined;
  if (!isMap(document.contents)) {
    report('broken-yaml', firstLine, '', 'There are no fields here.', 'Write each field as "name: value", one a line.');
    return undefined;
  }
  let data: Record<string, unknown>;
  try {
    data = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  } catch {
    report('broken-yaml', firstLine, '', 'YAML anchors and aliases are not read here.', 'Write the text out again.');
    return undefined;
  }
  return { data, lineOf: (path) => lineAt(offsetOf(document, path)) };
}

const firstSentence = (message: string) => message.split(/ at line |\n/)[0] ?? message;

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === String(key));
      if (!pair) return offset;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      node = (node.items[Number(key)] as Node | undefined) ?? null;
      offset = node?.range?.[0] ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

/** A `## name` section of Markdown. */
export interface Section {
  readonly name: string;
  /** Line of the heading. */
  readonly line: number;
  readonly text: string;
  /** Line of the first line of `text`. */
  readonly textLine: number;
}

export interface EntryText {
  readonly frontMatter: string;
  readonly sections: readonly Section[];
}

/** Parts a Markdown file into front matter and sections. */
export function splitEntry(text: string, report: Report): EntryText | undefined {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    report(
      'no-front-matter',
      1,
      '',
      'The file does not begin with front matter.',
      'Begin with a line "---", then the fields, then another line "---".',
    );
    return undefined;
  }
  const sections: Section[] = [];
  let strayReported = false;
  for (let index = end + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const heading = /^##[ \t]+(\S.*?)[ \t]*$/.exec(line);
    if (heading) {
      let stop = index + 1;
      while (stop < lines.length && !/^##[ \t]+\S/.test(lines[stop] ?? '')) stop += 1;
      sections.push({
        name: heading[1] ?? '',
        line: index + 1,
        text: lines.slice(index + 1, stop).join('\n'),
        textLine: index + 2,
      });
      index = stop - 1;
    } else if (line.trim() && !strayReported) {
      strayReported = true;
      report(
        'unknown-field',
        index + 1,
        '',
        'There is text before the first section.',
        'Put each text under a heading with the name of its field, such as "## what".',
      );
    }
  }
  return { frontMatter: lines.slice(1, end).join('\n'), sections };
}
