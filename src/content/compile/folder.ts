import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compile, type CompileResult } from './compile.js';
import type { SourceFile } from './source-file.js';

/** Files an editor or a file manager leaves behind, and notes for writers. */
const IGNORED = /(?:^|\/)(?:\.|README\.md$|~)|~$/;

/** All files of a content folder, sorted by path. */
export async function readFolder(folder: string): Promise<SourceFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !IGNORED.test(path))
    .sort();
  return Promise.all(paths.map(async (path) => ({ path, bytes: await readFile(join(folder, path)) })));
}

/**
 * Compiles the content folder of one locale.
 * @throws {Error} When there is no such folder, in a sentence for its reader.
 */
export async function compileFolder(folder: string): Promise<CompileResult> {
  const facts = await stat(folder).catch(() => undefined);
  if (!facts?.isDirectory()) throw new Error(`There is no folder "${folder}".`);
  return compile(await readFolder(folder));
}
