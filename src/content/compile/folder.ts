import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, type CompileOptions, type CompileResult } from './compile.js';
import { isBuiltInName } from './overlay.js';
import { namedIn, type ContentSource } from './read.js';
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

/** The files of a folder, and those of the folder it changes or translates, if it names one that is there. */
export async function readSourceFolder(folder: string): Promise<ContentSource> {
  const files = await readFolder(folder);
  const name = namedIn(files, 'extends');
  if (name === undefined) return readTranslation(folder, files);
  const base = isBuiltInName(name) ? await builtInFolder(name) : resolve(folder, name);
  // An overlay can't change another one, so this is where it ends.
  return {
    files,
    base: base && (await isFolder(base)) ? await readTranslation(base, await readFolder(base)) : undefined,
  };
}

async function readTranslation(folder: string, files: readonly SourceFile[]): Promise<ContentSource> {
  const translates = namedIn(files, 'translates');
  if (translates === undefined) return { files };
  const base = join(folder, translates);
  // A folder can't translate one that translates it: two levels are all there is.
  return { files, base: (await isFolder(base)) ? { files: await readFolder(base) } : undefined };
}

/** The content folder of a language that comes with the kit: above this file, be it source or built. */
async function builtInFolder(locale: string): Promise<string | undefined> {
  let above = dirname(fileURLToPath(import.meta.url));
  while (above !== dirname(above)) {
    above = dirname(above);
    const folder = join(above, 'content', locale);
    if (await isFile(join(folder, 'bundle.yaml'))) return folder;
  }
  return undefined;
}

const isFile = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined))?.isFile() ?? false;
