import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { compile, type CompileOptions, type CompileResult } from './compile.js';
import type { ContentSource } from './read.js';
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
export async function compileFolder(folder: string, options?: CompileOptions): Promise<CompileResult> {
  if (!(await isFolder(folder))) throw new Error(`There is no folder "${folder}".`);
  return compile(await readSourceFolder(folder), options);
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** The files of a folder, and of the folder it translates, if it names one that is there. */
export async function readSourceFolder(folder: string): Promise<ContentSource> {
  const files = await readFolder(folder);
  const facts = files.find(({ path }) => path === 'bundle.yaml');
  const [, translates] = /^translates:\s*["']?([^"'\n]+?)["']?\s*$/m.exec(new TextDecoder().decode(facts?.bytes)) ?? [];
  if (!translates) return { files };
  const base = join(folder, translates);
  // A folder can't translate one that translates it: two levels are all there is.
  return { files, base: (await isFolder(base)) ? { files: await readFolder(base) } : undefined };
}
