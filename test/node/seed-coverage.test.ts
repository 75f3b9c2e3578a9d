import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { REPO } from './helpers.js';

interface Row {
  readonly row: number;
  readonly idea: string;
  readonly feature: string;
  readonly evidence: string;
}
interface Entry {
  readonly file: string;
  readonly folder: string;
  readonly id: string;
  readonly status: string;
  readonly seedRef?: readonly string[];
}
interface Behavior {
  readonly rows: readonly number[];
  readonly feature: string;
  readonly by: string;
  readonly does: string;
  readonly rules?: readonly string[];
  readonly test?: string | readonly string[];
}
interface Given {
  readonly rows: readonly Row[];
  readonly behavior: readonly Behavior[];
  readonly entries: readonly Entry[];
  readonly known: {
    readonly rules: ReadonlySet<string>;
    readonly isPart: (by: string) => boolean;
    readonly hasTest: (file: string, title: string) => boolean;
  };
}
interface Script {
  readonly coverage: (given: Given) => { readonly covered: readonly Row[]; readonly problems: readonly string[] };
  readonly page: (covered: readonly Row[]) => string;
  readonly titlesIn: (text: string) => ReadonlySet<string>;
}
// Scripts run as they are written, and have no types of their own.
const script = (await import(pathToFileURL(join(REPO, 'scripts/seed-coverage.mjs')).href)) as Script;
const { coverage, page, titlesIn } = script;

const ROW: Row = { row: 1, idea: 'A no is common', feature: 'LEARN a topic', evidence: 'S' };
const ENTRY: Entry = {
  file: 'content/en/topics/no_is_common.md',
  folder: 'topics',
  id: 'no_is_common',
  status: 'draft',
  seedRef: ['1'],
};
const BEHAVIOR: Behavior = {
  rows: [1],
  feature: 'LEARN',
  by: '<family-learning-library>',
  does: 'shows it',
  test: 'test/a.test.ts › shows it',
};
const known: Given['known'] = {
  rules: new Set(['en-claim-rate']),
  isPart: (by) => by === BEHAVIOR.by,
  hasTest: (file, title) => file === 'test/a.test.ts' && title === 'shows it',
};
const of = (given: Partial<Given>) => coverage({ rows: [ROW], behavior: [], entries: [], known, ...given });
const problemsOf = (given: Partial<Given>) => of(given).problems;

describe('seed coverage', () => {
  it('is complete with an entry, or with a behavior that a test holds', () => {
    expect(problemsOf({ entries: [ENTRY] })).toEqual([]);
    expect(problemsOf({ behavior: [BEHAVIOR] })).toEqual([]);
  });

  it('finds a row that nothing covers, or only an entry that is retired', () => {
    const missing = ['Row 1 has nothing that covers it: A no is common'];
    expect(problemsOf({})).toEqual(missing);
    expect(problemsOf({ entries: [{ ...ENTRY, status: 'retired' }] })).toEqual(missing);
  });

  it('finds a row number that does not exist, in an entry and in the map', () => {
    expect(problemsOf({ entries: [ENTRY, { ...ENTRY, seedRef: ['128'] }] })).toEqual([
      'content/en/topics/no_is_common.md names row 128, which is not in rows.yaml.',
    ]);
    expect(problemsOf({ behavior: [{ ...BEHAVIOR, rows: [1, 0] }] }).join()).toContain('names row 0');
  });

  it('finds a test that does not exist, and a behavior without one', () => {
    const withTest = (test?: Behavior['test']) => problemsOf({ behavior: [{ ...BEHAVIOR, test }] });
    expect(withTest('test/a.test.ts › shows something else').join()).toContain('there is no such test');
    expect(withTest(['test/a.test.ts › shows it', 'test/b.test.ts › shows it'])).toHaveLength(1);
    expect(withTest().join()).toContain('names no test');
  });

  it('finds an element, a module, a rule or a feature that does not exist', () => {
    const withChange = (change: Partial<Behavior>) =>
      problemsOf({ entries: [ENTRY], behavior: [{ ...BEHAVIOR, ...change }] }).join();
    expect(withChange({ by: '<gone-element>' })).toContain('<gone-element> is not in src');
    expect(withChange({ by: 'content check', rules: ['en-gone'] })).toContain('no rule en-gone');
    expect(withChange({ feature: 'LEARNING' })).toContain('no feature LEARNING');
  });

  it('finds a feature of a row with nothing of its kind', () => {
    const rows = [{ ...ROW, feature: 'LEARN a topic; SAY a line' }];
    expect(problemsOf({ rows, entries: [ENTRY] })).toEqual([
      'Row 1 has nothing for SAY (what to say): LEARN a topic; SAY a line',
    ]);
    expect(problemsOf({ rows, entries: [ENTRY], behavior: [{ ...BEHAVIOR, feature: 'SAY' }] })).toEqual([]);
  });

  it('wants a rule that keeps out what is marked X', () => {
    const rows = [{ ...ROW, evidence: 'X for pressure; S for kindness' }];
    expect(problemsOf({ rows, entries: [ENTRY] }).join()).toContain('no rule keeps it out');
    const rule = { ...BEHAVIOR, by: 'content check', rules: ['en-claim-rate'] };
    expect(problemsOf({ rows, entries: [ENTRY], behavior: [rule] })).toEqual([]);
  });

  it('is shown with its sum, and with what covers each row', () => {
    const rows = [ROW, { ...ROW, row: 2 }];
    const text = page(of({ rows, entries: [ENTRY], behavior: [BEHAVIOR] }).covered);
    expect(text).toContain('**1 of 2 rows are covered.**');
    expect(text).toContain(
      '| 1 | A no is common | LEARN | topics: `no_is_common`<br>`<family-learning-library>` shows it | S |',
    );
    expect(text).toContain('| 2 | A no is common | LEARN | nothing | S |');
  });
});

describe('titles of tests', () => {
  it('are found in plain tests, in tests of a table and with values in them', () => {
    const text = "describe('a', () => { it('b', f); it.each([['no']])(\n 'c %s', f); test(`d ${x}`, f); });";
    expect([...titlesIn(text)]).toEqual(['b', 'c %s', 'd ${x}']);
  });

  it('leave out what is skipped or only named in a comment', () => {
    const text = "it.skip('a', f); it.todo('b'); describe.skip('c', () => { it('d', f); }); // it('e', f)\nit('g', f);";
    expect([...titlesIn(text)]).toEqual(['g']);
  });

  it('are those of this file', () => {
    expect(titlesIn(readFileSync(import.meta.filename, 'utf8'))).toContain('are those of this file');
  });
});
