import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const page = readFileSync('docs/frameworks.md', 'utf8');
const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

describe('docs/frameworks.md', () => {
  const snippets = [...page.matchAll(/<!-- from: (\S+) -->\s+```\w+\n([\s\S]*?)```/g)];

  it('shows code that the example apps have, so that it was compiled and run', () => {
    expect(snippets.length).toBeGreaterThan(6);
    for (const [, file = '', code = ''] of snippets) {
      let rest = squeezed(readFileSync(file, 'utf8'));
      // "…" stands for lines that are left out, so the pieces between follow each other.
      for (const piece of code.split(/^\s*…$/m).map(squeezed)) {
        const at = rest.indexOf(piece);
        expect(at, `${file}: ${piece}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + piece.length);
      }
    }
  });

  it('names imports that the package has', () => {
    const paths = [...page.matchAll(/['`](failed-intervention-guide(?:\/[\w./-]+)?)['`]/g)].map(
      ([, path]) => path ?? '',
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths) expect(existsSync(fileURLToPath(import.meta.resolve(path))), path).toBe(true);
  });

  it('names files of the package that are there', () => {
    const files = [...page.matchAll(/\.\/node_modules\/failed-intervention-guide\/([\w./-]+)/g)];
    expect(files.length).toBe(4);
    for (const [, file = ''] of files) expect(existsSync(file), file).toBe(true);
  });
});
