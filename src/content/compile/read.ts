import type * as z from 'zod/mini';
import type { Change } from '../overlay.js';
import { folderFile, interfaceWords, type Words } from '../schema.js';
import { CONTENT_FOLDERS, kindOfPath, readEntry, type Entry } from './entry.js';
import type { ContentIssue } from './issue.js';
import { readOverlay, type EntryChange } from './overlay.js';
import { decode, MAX_WORDS_BYTES, readYaml, reporter, type SourceFile } from './source-file.js';
import { translate } from './translate.js';
import { reportSchemaIssues } from './validate.js';

/** The files of one content folder, and those of the folder it builds on. */
export interface ContentSource {
  readonly files: readonly SourceFile[];
  /** The folder these words are a translation of, or change a little. */
  readonly base?: ContentSource | undefined;
}

/** A YAML file that was read, with the way back to its lines. */
export interface YamlFile<T> {
  readonly data: T;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** A content folder as its files say it: everything is read, nothing yet put together. */
export interface Folder {
  readonly facts?: YamlFile<z.infer<typeof folderFile>> | undefined;
  /** The words it says; an overlay says only those that change. */
  readonly words?: YamlFile<Change<Words>> | undefined;
  readonly entries: readonly Entry[];
  /** The folder it builds on, when that one has no problems of its own. */
  readonly base?: Folder | undefined;
  /** What an overlay does to the entries of its base. */
  readonly changes?: readonly EntryChange[];
}

/** Reads a folder and those it builds on, and reports all that is wrong with its own files. */
export function readSource({ files, base }: ContentSource, issues: ContentIssue[]): Folder {
  if (namedIn(files, 'extends') !== undefined) return readOverlay({ files, base }, issues);
  const facts = readYamlFile(files, 'bundle.yaml', folderFile, issues);
  if (facts?.data.hide) {
    reporter(issues, 'bundle.yaml')(
      'unknown-field',
      facts.lineOf(['hide']),
      'hide',
      'Only a folder that extends another one has something to hide.',
      'Add "extends: …", or take it out.',
    );
  }
  const words = readYamlFile(files, 'interface.yaml', interfaceWords, issues);
  if (!facts?.data.translates) return { facts, words, entries: readEntries(files, readEntry, issues) };

  const baseIssues: ContentIssue[] = [];
  const baseFolder = base && readSource(base, baseIssues);
  if (!baseFolder || baseIssues.length) {
    reporter(issues, 'bundle.yaml')(
      'broken-base',
      facts.lineOf(['translates']),
      'translates',
      baseFolder
        ? `The folder "${facts.data.translates}" has problems of its own.`
        : `There is no folder "${facts.data.translates}".`,
      baseFolder
        ? 'Check that folder first and mend what it says.'
        : 'Give the path from this folder to the one it translates.',
    );
    return { facts, words, entries: [] };
  }
  return {
    facts,
    words,
    entries: translate(baseFolder.entries, files, issues, baseFolder.facts?.data.locale),
    base: baseFolder,
  };
}

/** Reads every file that is an entry. */
export function readEntries(files: readonly SourceFile[], read: typeof readEntry, issues: ContentIssue[]): Entry[] {
  const entries: Entry[] = [];
  for (const file of files) {
    if (file.path === 'bundle.yaml' || file.path === 'interface.yaml') continue;
    const kind = kindOfPath(file.path);
    if (!kind || !/^[^/]+\/[^/]+\.md$/.test(file.path)) {
      reporter(issues, file.path)(
        'misplaced-file',
        1,
        '',
        'This file is not in a folder for a kind of entry, or does not end in ".md".',
        `Move it into one of: ${CONTENT_FOLDERS.join(', ')}.`,
      );
      continue;
    }
    entries.push(read(file, kind, issues));
  }
  return entries;
}

/** The folder that `bundle.yaml` names, whatever else may be wrong with it. */
export function namedIn(files: readonly SourceFile[], field: 'translates' | 'extends'): string | undefined {
  const file = files.find(({ path }) => path === 'bundle.yaml');
  const ignored = reporter([], 'bundle.yaml');
  const text = file && decode(file, ignored);
  const name = text === undefined ? undefined : readYaml(text, 1, ignored)?.data[field];
  return typeof name === 'string' ? name : undefined;
}

/** Reads a YAML file of a folder. */
export function readYamlFile<T extends z.ZodMiniType>(
  files: readonly SourceFile[],
  name: string,
  schema: T,
  issues: ContentIssue[],
  { optional = false } = {},
): YamlFile<z.infer<T>> | undefined {
  const report = reporter(issues, name);
  const file = files.find(({ path }) => path === name);
  if (!file && optional) return undefined;
  if (!file) {
    report('missing-field', 1, '', `The folder has no ${name}.`, 'Copy it from content/en and change the words.');
    return undefined;
  }
  const text = decode(file, report, MAX_WORDS_BYTES);
  const yaml = text === undefined ? undefined : readYaml(text, 1, report);
  if (!yaml) return undefined;
  const result = schema.safeParse(yaml.data);
  if (result.success) return { data: result.data, lineOf: yaml.lineOf };
  reportSchemaIssues(result.error.issues, yaml.data, report, yaml.lineOf);
  return undefined;
}
