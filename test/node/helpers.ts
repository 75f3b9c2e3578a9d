/** What the Node tests share: content folders in memory and on disk, and the bundle of the built-in words. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../src/content/compile/compile.js';
import { readFolder } from '../../src/content/compile/folder.js';
import type { ContentIssue } from '../../src/content/compile/issue.js';
import type { ContentSource } from '../../src/content/compile/read.js';
import type { SourceFile } from '../../src/content/compile/source-file.js';
import type { Bundle } from '../../src/content/schema.js';

export const REPO = fileURLToPath(new URL('../../', import.meta.url));
export const FIXTURES = join(REPO, 'test/fixtures/content');
export const ENGLISH = join(REPO, 'content/en');
export const SPANISH = join(REPO, 'content/es');

/** The day that review dates are held against, so that no test fails for its age. */
export const TODAY = '2026-11-25';

const encoder = new TextEncoder();

/** The files of a content folder, by path. */
export type Files = ReadonlyMap<string, SourceFile>;

export async function filesOf(folder: string): Promise<Files> {
  return new Map((await readFolder(folder)).map((file) => [file.path, file]));
}

/** A fixture with the interface words of `content/en`, so that those are never copied. */
async function withWords(folder: string): Promise<Files> {
  const words = { path: 'interface.yaml', bytes: await readFile(join(ENGLISH, 'interface.yaml')) };
  return new Map([...(await filesOf(join(FIXTURES, folder))), [words.path, words]]);
}

let base: Promise<Files> | undefined;
/** The smallest folder that compiles. */
export function baseFiles(): Promise<Files> {
  base ??= withWords('base');
  return base;
}

let translation: Promise<Files> | undefined;
/** A Spanish translation of that folder, but for its interface words. */
export function translationFiles(): Promise<Files> {
  translation ??= withWords('translation');
  return translation;
}

/** Those files with some texts written over or added; a text that is `undefined` takes its file out. */
export function withTexts(files: Files, texts: Readonly<Record<string, string | undefined>>): Files {
  const changed = new Map(files);
  for (const [path, text] of Object.entries(texts)) {
    if (text === undefined) changed.delete(path);
    else changed.set(path, { path, bytes: encoder.encode(text) });
  }
  return changed;
}

export function textOf(files: Files, path: string): string {
  const file = files.get(path);
  if (!file) throw new Error(`No file ${path}.`);
  return new TextDecoder().decode(file.bytes);
}

/** Replaces the one place where `was` stands, so that a test never changes nothing by mistake. */
export function replaced(text: string, was: string, now: string): string {
  if (text.split(was).length !== 2) throw new Error(`"${was}" does not stand there exactly once.`);
  return text.replace(was, () => now);
}

/** Those files with one phrase of one file changed. */
export const withChange = (files: Files, path: string, was: string, now: string): Files =>
  withTexts(files, { [path]: replaced(textOf(files, path), was, now) });

const inOrder = (files: Files) => [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));

/** The files in the order a folder is read in, and those of the folder they translate. */
export const sourceOf = (files: Files, original?: Files): ContentSource => ({
  files: inOrder(files),
  base: original && { files: inOrder(original) },
});

export const compileFiles = (files: Files, original?: Files) => compile(sourceOf(files, original), { today: TODAY });

/** What a test of an issue looks at; its words may change. An issue is an error if nothing else is said. */
export const placeOf = ({ id, severity, file, line, path }: ContentIssue) => ({
  id,
  file,
  line,
  path,
  ...(severity === 'error' ? {} : { severity }),
});

/** Compiles and expects no issue. */
export function bundleOf(files: Files): Bundle {
  const { bundle, issues } = compileFiles(files);
  if (!bundle) throw new Error(JSON.stringify(issues, null, 2));
  return bundle;
}

let english: Promise<Bundle> | undefined;
/** The bundle of `content/en`, compiled once a test file. */
export function englishBundle(): Promise<Bundle> {
  english ??= filesOf(ENGLISH).then(bundleOf);
  return english;
}

export interface RawEntry {
  readonly file: string;
  /** The folder, as `self-care`. */
  readonly folder: string;
  readonly front: Readonly<Record<string, unknown>>;
  /** What follows the front matter. */
  readonly body: string;
}

/** The entries of a folder as they are written, read without the compiler. */
export function rawEntries(files: Files): readonly RawEntry[] {
  return [...files.keys()]
    .filter((file) => file.endsWith('.md'))
    .map((file) => {
      const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(textOf(files, file)) ?? [];
      return { file, folder: file.split('/')[0] ?? '', front: parse(front) as RawEntry['front'], body };
    });
}

/** A new empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'fig-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The base folder, copied to disk with its interface words. */
export async function baseFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), 'content');
  await cp(join(FIXTURES, 'base'), folder, { recursive: true });
  await cp(join(ENGLISH, 'interface.yaml'), join(folder, 'interface.yaml'));
  return folder;
}

/** Freezes data all the way down, so that whoever changes it throws. */
export function deepFrozen<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  Object.values(data).forEach(deepFrozen);
  return Object.freeze(data);
}

/** A copy one may write to. */
export type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
export const copyOf = <T>(data: T): Writable<T> => structuredClone(data) as Writable<T>;
