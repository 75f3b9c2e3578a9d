import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { REPO } from './helpers.js';

const SRC = join(REPO, 'src');

interface Import {
  /** `lit`, `content/schema.ts`, `#content/en/core` */
  readonly target: string;
  /** `import()`: downloaded only once it runs. */
  readonly lazy: boolean;
}

/** What a source file imports when it runs. Types are gone by then. */
function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const add = (node: ts.Node | undefined, lazy: boolean) => {
    if (!node || !ts.isStringLiteral(node)) return;
    const { text } = node;
    const target = text.startsWith('.') ? relative(SRC, join(SRC, dirname(file), text.replace(/\.js$/, '.ts'))) : text;
    imports.push({ target, lazy });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword) {
      add(node.moduleSpecifier, false);
    }
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) add(node.moduleSpecifier, false);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], true);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** All that is reached from a file: source files and packages. `follow` says which imports to walk. */
function reachedFrom(entry: string, follow: (from: string, one: Import) => boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (file: string): void => {
    if (reached.has(file)) return;
    reached.add(file);
    if (!file.endsWith('.ts')) return;
    for (const one of importsOf(file)) if (follow(file, one)) visit(one.target);
  };
  visit(entry);
  return reached;
}

const CHECK = 'content/check-bundle.ts';
const GIVEN = 'content/given.ts';
/** They read a file, or notes, that a visitor saved; with zod too. */
const READERS = ['handoff/read-plan-file.ts', 'session/saved.ts'];
/** All that a page can come to download, but for the checks of bundles that hosts bring and what visitors open. */
const withoutCheck = (_: string, { target, lazy }: Import) => !(lazy && (target === CHECK || READERS.includes(target)));
const atOnce = (_: string, { lazy }: Import) => !lazy;

/** What only a build may use. */
const BUILD_ONLY =
  /^(?:content\/(?:compile|lint)\/|cli\/|prerender\/|@lit-labs\/ssr$|content\/(?:schema|words|readable)\.ts|zod|marked|yaml|syllable|vite|node:)/;
const buildOnly = (files: ReadonlySet<string>) => [...files].filter((file) => BUILD_ONLY.test(file));

describe('what a page downloads', () => {
  const tags = readdirSync(join(SRC, 'define')).filter((name) => name.includes('-') && !name.startsWith('define-'));
  const entries = ['embed.ts', 'index.ts', ...tags.map((name) => `define/${name}`)];

  it('begins at the embed script, the npm entry, or one element', () => {
    expect(entries.length).toBeGreaterThan(6);
  });

  it.each(entries)('from %s holds no compiler, command line, schema, zod or marked', (entry) => {
    const reached = reachedFrom(entry, withoutCheck);
    expect(buildOnly(reached)).toEqual([]);
    expect(reached).toContain('content/load.ts');
    expect(reached).toContain('lit');
  });

  it('is the check with zod, and still no compiler, only for a bundle from an address', () => {
    for (const [file, target] of [
      ['content/load.ts', GIVEN],
      [GIVEN, CHECK],
    ] as const) {
      const lazy = importsOf(file).filter((one) => one.target === target);
      expect(lazy).toEqual([{ target, lazy: true }]);
    }

    const reached = reachedFrom(CHECK, atOnce);
    expect([...reached].filter((file) => file.startsWith('zod'))).toEqual(['zod/mini']);
    expect(
      [...reached].filter((file) =>
        /^(?:content\/(?:compile|lint)|cli)\/|^(?:marked|yaml|syllable|vite|node:)/.test(file),
      ),
    ).toEqual([]);
  });

  it.each(READERS)('is %s, with zod and no schema of content, only for a visitor who opens something', (reader) => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const page = files.filter((file) => !READERS.includes(file)); // one reader uses the other
    const importers = page.flatMap((file) => importsOf(file).filter(({ target }) => target === reader));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.every(({ lazy }) => lazy)).toBe(true);
    expect(buildOnly(reachedFrom(reader, atOnce))).toEqual(['zod/mini']);
  });

  it('is laid over the built-in words only once it is checked', () => {
    const overlays = ['content/overlay.ts', 'content/protected.ts'];
    expect([...reachedFrom('embed.ts', withoutCheck)].filter((file) => overlays.includes(file))).toEqual([]);
    expect([...reachedFrom(CHECK, atOnce)]).toEqual(expect.arrayContaining(overlays));
  });

  it('is checked nowhere else', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const importers = files.filter((file) => importsOf(file).some(({ target }) => target === CHECK));
    expect(importers).toEqual([GIVEN]);
  });

  it('at once from the embed script is the help bar alone', () => {
    const elements = [...reachedFrom('embed.ts', atOnce)].filter((file) => /^elements\/(?!shared\/)/.test(file));
    expect(new Set(elements.map((file) => file.split('/')[1]))).toEqual(new Set(['crisis-help-bar']));
  });

  it.each(entries)('at once from %s prints, copies and reads no other content yet', (entry) => {
    const reached = [...reachedFrom(entry, atOnce)];
    expect(reached.filter((file) => [GIVEN, 'handoff/export.ts', 'handoff/sheet.ts'].includes(file))).toEqual([]);
  });
});

describe('rules without a DOM', () => {
  const files = ['session', 'guidance', 'handoff']
    .flatMap((folder) => readdirSync(join(SRC, folder)).map((name) => `${folder}/${name}`))
    .filter((file) => file !== 'handoff/export.ts'); // writes to paper and clipboard

  it.each([...files, 'content/region.ts', 'content/format.ts', 'content/rich-text.ts'])(
    '%s reaches no element and no Lit',
    (file) => {
      const reached = [...reachedFrom(file, () => true)];
      expect(reached.filter((one) => /^(?:elements|define|events)\/|^lit|^@lit/.test(one))).toEqual([]);
    },
  );
});

describe('the walk over imports', () => {
  it('sees what the compiler uses, so that an empty list means something', () => {
    expect(buildOnly(reachedFrom('cli/main.ts', atOnce))).toEqual(
      expect.arrayContaining([
        'cli/run.ts',
        'content/compile/compile.ts',
        'content/lint/language-rules.ts',
        'content/schema.ts',
        'zod/mini',
        'marked',
        'syllable',
        'yaml',
      ]),
    );
  });
});
