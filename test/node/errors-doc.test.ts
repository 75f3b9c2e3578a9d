import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBundle, checkOverlay } from '../../src/content/check-bundle.js';
import { loadBuiltIn } from '../../src/content/load.js';
import { REPO } from './helpers.js';

const read = (file: string): string => readFileSync(join(REPO, file), 'utf8');
const PAGE = read('docs/errors.md');

interface Events {
  readonly events: readonly {
    readonly name: string;
    readonly fields: readonly { readonly name: string; readonly values?: readonly string[] }[];
  }[];
}
const { readEvents } = (await import(join(REPO, 'scripts/events.mjs'))) as { readEvents: () => Events };
/** As the types of the event have them. */
const CODES = readEvents()
  .events.find(({ name }) => name === 'fig-error')
  ?.fields.find(({ name }) => name === 'code')?.values;

/** Each section of the page about one code. */
const SECTIONS = new Map(
  PAGE.split(/^### /m)
    .slice(1)
    .map((section) => {
      const [code = '', ...rest] = section.split('\n');
      return [code, rest.join('\n')] as const;
    }),
);

describe('docs/errors.md', () => {
  it('has every code that fig-error can have, and no other', () => {
    expect(CODES?.length).toBeGreaterThan(15);
    expect([...SECTIONS.keys()].sort()).toEqual([...(CODES ?? [])].sort());
  });

  it.each(['What happened', 'Visitors see', 'Likely cause', 'Cure', 'Since'])('says of each: %s', (label) => {
    const without = [...SECTIONS].filter(([, text]) => !new RegExp(`^- \\*\\*${label}\\*\\*: \\S`, 'm').test(text));
    expect(without.map(([code]) => code)).toEqual([]);
  });

  it('names no version of the kit that is further away than the next', () => {
    const [major = 0, minor = 0] = (JSON.parse(read('package.json')) as { version: string }).version
      .split('.')
      .map(Number);
    for (const [, since = ''] of PAGE.matchAll(/\*\*Since\*\*: (\d+\.\d+)\.\d+\./g)) {
      const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
      expect(sinceMajor * 1000 + sinceMinor).toBeLessThanOrEqual(major * 1000 + minor + 1);
    }
  });

  it('is named by each of the pages that lead to it', () => {
    for (const page of ['README', 'developers', 'reference', 'leads', 'site-owners']) {
      expect(read(`docs/${page}.md`), page).toMatch(/\]\(errors\.md/);
    }
  });

  it('is what the console leads to', () => {
    expect(read('src/elements/shared/guide-element.ts')).toContain('See docs/errors.md#${code}.');
  });
});

describe('the test in the browser', () => {
  it('makes every code happen, and dispatches none itself', () => {
    const test = read('test/browser/errors.test.ts');
    // `CAUSES` is of a type that asks for every code; its names are those of the tests.
    expect(test).toContain('const CAUSES: Readonly<Record<Code, Cause>>');
    expect(test).not.toMatch(/new FigErrorEvent|'fig-error',\s*\{\s*detail/);
  });
});

describe('findings in a bundle', async () => {
  const bundle = JSON.parse(read('dist/content/en.json')) as Record<string, Record<string, unknown>>;
  const withCore = (core: object) => ({ ...bundle, core: { ...bundle.core, ...core } });
  const sources = bundle.core?.sources as readonly object[];
  const source = (change: object) => withCore({ sources: [{ ...sources[0], ...change }, ...sources.slice(1)] });

  const broken: readonly [name: string, data: unknown, finding: string][] = [
    ['half of it is missing', { ...bundle, plan: undefined }, 'invalid_type'],
    ['a field of nobody', { ...bundle, other: 1 }, 'unrecognized_keys'],
    ['a direction of nobody', { ...bundle, dir: 'up' }, 'invalid_value'],
    ['a day that is none', withCore({ draftedOn: 'yesterday' }), 'invalid_format'],
    ['a title without end', source({ title: 'x'.repeat(9999) }), 'too_big'],
    ['a link by http', source({ url: 'http://a.example/' }), 'unsafe-link'],
    ['no region', withCore({ regions: [], lines: [] }), 'core.regions: there is no region'],
  ];
  for (const [name, data, finding] of broken) {
    it(`${name}: ${finding}`, () => {
      expect(checkBundle(data).issues.join('\n')).toContain(finding);
    });
  }

  it('each begin with where it is, and stand on the page', async () => {
    const overlay = { schemaVersion: 1, extends: 'en', locale: 'en', dir: 'ltr', contentVersion: 'x', parts: {} };
    const { issues } = await checkOverlay(
      { ...overlay, parts: { core: { lines: { drop: ['us_988'] } } } },
      { names: ['en'], load: loadBuiltIn },
    );
    const all = [...broken.flatMap(([, data]) => checkBundle(data).issues), ...issues];
    expect(all.length).toBeGreaterThan(7);
    expect(all.filter((issue) => !/^[\w.]+: \S/.test(issue))).toEqual([]);
    const codes = new Set(all.map((issue) => issue.replace(/^[\w.]+: /, '')).filter((what) => /^[\w-]+$/.test(what)));
    expect([...codes].filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
  });
});
