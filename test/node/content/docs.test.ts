import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ISSUE_IDS, type Severity } from '../../../src/content/compile/issue.js';
import { FIXTURES, REPO } from '../helpers.js';

const text = readFileSync(join(REPO, 'docs/content.md'), 'utf8');
const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| ([a-z, ]+?) +\| (\S.*?) +\|$/gm)].map(
  ([, id = '', severities = '', what = '']) => ({
    id,
    severities: severities.split(', '),
    what,
  }),
);

interface Expected {
  readonly issues: readonly { readonly id: string; readonly severity?: Severity }[];
}
const BROKEN = join(FIXTURES, 'broken');
const expected = readdirSync(BROKEN).flatMap(
  (name) => (JSON.parse(readFileSync(join(BROKEN, name, 'expected.json'), 'utf8')) as Expected).issues,
);

describe('the table of issues in docs/content.md', () => {
  it('names every id, in order', () => {
    expect(rows.map(({ id }) => id)).toEqual(ISSUE_IDS);
  });

  it.each(rows)('gives the severities that $id has in the broken folders', ({ id, severities }) => {
    const found = new Set(expected.filter((issue) => issue.id === id).map(({ severity = 'error' }) => severity));
    expect(new Set(severities)).toEqual(found);
  });

  it('says in a sentence what each is', () => {
    expect(rows.filter(({ what }) => !/^[A-Z].*\.$/.test(what))).toEqual([]);
  });
});
