import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compile } from '../../../src/content/compile/compile.js';
import { CONTENT_FOLDERS } from '../../../src/content/compile/entry.js';
import { formatIssue, formatIssues, formatPath, ISSUE_IDS } from '../../../src/content/compile/issue.js';
import {
  baseFiles,
  compileFiles,
  FIXTURES,
  filesOf,
  placeOf,
  rawEntries,
  sourceOf,
  TODAY,
  translationFiles,
  withChange,
  withTexts,
  type Files,
} from '../helpers.js';

/**
 * Each folder in `broken/` is named after an issue id (after a dot: which way) and holds the files that replace those
 * of the base or add to them. `expected.json` names every issue that must come of it. With a `base`, the files are
 * those of the translation.
 */
const BROKEN = join(FIXTURES, 'broken');
const CASES = readdirSync(BROKEN).sort();
/** What is wrong with all entries of a kind has no other place. */
const FOLDERS: ReadonlySet<string> = new Set(CONTENT_FOLDERS);
const idOf = (name: string) => name.split('.')[0];

interface Expected {
  readonly issues: readonly ReturnType<typeof placeOf>[];
  /** Files that are not there. */
  readonly remove?: readonly string[];
  /** What is translated: nothing if null, else the base without some of its files. */
  readonly base?: null | { readonly remove?: readonly string[] };
  /** Whether the files are all of an overlay, which changes the base. */
  readonly overlay?: boolean;
}

const without = (files: Files, paths: readonly string[] = []): Files =>
  withTexts(files, Object.fromEntries(paths.map((path) => [path, undefined])));

interface Broken {
  readonly files: Files;
  readonly original: Files | undefined;
  readonly expected: Expected;
}

async function brokenFiles(name: string): Promise<Broken> {
  const expected = JSON.parse(await readFile(join(BROKEN, name, 'expected.json'), 'utf8')) as Expected;
  const own = [...(await filesOf(join(BROKEN, name)))].filter(([path]) => path !== 'expected.json');
  const { base, remove, overlay } = expected;
  if (overlay) return { files: new Map(own), original: await baseFiles(), expected };
  const files = base === undefined ? await baseFiles() : await translationFiles();
  return {
    files: new Map([...without(files, remove), ...own]),
    original: base ? without(await baseFiles(), base.remove) : undefined,
    expected,
  };
}

/** Begins like a sentence, ends like one (or with what to write), and has words in between. */
const SENTENCE = /^["A-Z\d].*\s.*[.")]$/s;

describe('content issues', () => {
  it('come from no file of the base', async () => {
    const { issues, bundle } = compileFiles(await baseFiles());
    expect(issues).toEqual([]);
    expect(bundle?.reasons.items.map(({ id }) => id)).toEqual(['felt_cornered']);
  });

  it('come from no file of its translation', async () => {
    const { issues, bundle } = compileFiles(await translationFiles(), await baseFiles());
    expect(issues).toEqual([]);
    expect(bundle?.reasons.items.map(({ label }) => label)).toEqual(['Se sintió sin salida']);
  });

  it.each(ISSUE_IDS)('have a broken folder for %s', (id) => {
    expect(CASES.map(idOf)).toContain(id);
  });

  it('have no broken folder for an id that does not exist', () => {
    expect(CASES.filter((name) => !(ISSUE_IDS as readonly string[]).includes(idOf(name) ?? ''))).toEqual([]);
  });

  it('have an id used once each, in order, so that a list of them can be read', () => {
    expect([...new Set(ISSUE_IDS)].sort()).toEqual(ISSUE_IDS);
  });

  describe.each(CASES)('of broken/%s', (name) => {
    it('are exactly those expected, with file, line and path', async () => {
      const { files, original, expected } = await brokenFiles(name);
      const { issues, bundle } = compileFiles(files, original);
      expect(issues.map(placeOf)).toEqual(expected.issues);
      expect(issues.map(({ id }) => id)).toContain(idOf(name));
      expect(bundle === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
    });

    it('say in sentences what is wrong and what to do', async () => {
      const { files, original } = await brokenFiles(name);
      const { issues } = compileFiles(files, original);
      expect(issues).not.toEqual([]);
      for (const { message, fix } of issues) {
        expect(message).toMatch(SENTENCE);
        expect(fix).toMatch(SENTENCE);
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        expect(fix).not.toMatch(/undefined|\[object|NaN/);
      }
    });
  });
});

describe('a folder with many errors', () => {
  const MANY = [
    'bad-encoding',
    'broken-yaml.no-fields',
    'sponsor-only',
    'text-too-long',
    'unreachable-question',
    'unsafe-link.chat',
  ];

  async function all() {
    const files = new Map(await baseFiles());
    const expected: ReturnType<typeof placeOf>[] = [];
    for (const name of MANY) {
      const own = await filesOf(join(BROKEN, name));
      for (const [path, file] of own) if (path !== 'expected.json') files.set(path, file);
      expected.push(...(await brokenFiles(name)).expected.issues);
    }
    return { files, expected };
  }

  it('reports all of them at once, by file', async () => {
    const { files, expected } = await all();
    expect(compileFiles(files).issues.map(placeOf)).toEqual(expected.sort((a, b) => (a.file < b.file ? -1 : 1)));
  });

  it('reports them in the same order whatever order the files come in', async () => {
    const { files } = await all();
    const reversed = compile({ files: [...sourceOf(files).files].reverse() }, { today: TODAY });
    expect(reversed.issues).toEqual(compileFiles(files).issues);
  });

  it('reports several in one entry, by line', async () => {
    const files = withTexts(await baseFiles(), {
      'reasons/felt_cornered.md':
        '---\nid: felt_cornered\nboard: keep\nlabel: 7\nextra: yes\nleadsTo: [outcome:reconnect_first]\n---\n\n## what\n\nA <i>bad</i> day. {nobody}\n',
    });
    const { issues } = compileFiles(files);
    expect(issues.map(({ line, id, path }) => `${line} ${id} ${path}`)).toEqual([
      '2 missing-field draftedOn',
      '2 missing-field group',
      '2 missing-field reviewEvery',
      '2 missing-field status',
      '2 missing-field tryNext',
      '3 bad-value board',
      '4 wrong-type label',
      '5 unknown-field extra',
      '11 raw-html what',
      '11 raw-html what',
      '11 unknown-place what',
    ]);
  });
});

describe('what depends on a file that can not be read', () => {
  it.each([
    ['sources/helpers_note.md', 'title: What', 'title: "What'],
    ['regions/region_zz.md', 'name: Testland', 'name: "Testland'],
    ['crisis-lines/zz_poison.md', 'forWhom: Anyone', 'forWhom: "Anyone'],
    ['questions/q_how_ended.md', 'ask: How', 'ask: "How'],
    ['outcomes/reconnect_first.md', 'title: Reconnect', 'title: "Reconnect'],
    ['safety/cannot_wake.md', 'title: Call', 'title: "Call'],
  ])('is not called wrong too, as for %s', async (path, was, now) => {
    const { issues } = compileFiles(withChange(await baseFiles(), path, was, now));
    expect(new Set(issues.map(({ id, file }) => `${id} ${file}`))).toEqual(new Set([`broken-yaml ${path}`]));
  });

  it('is not called wrong either when the entry was read but is not valid', async () => {
    const files = withChange(await baseFiles(), 'questions/q_how_ended.md', 'order: 1', 'order: -1');
    expect(compileFiles(files).issues.map(placeOf)).toEqual([
      { id: 'bad-value', file: 'questions/q_how_ended.md', line: 4, path: 'order' },
    ]);
  });
});

describe('a field with a strange value', () => {
  const STRANGE = [
    null,
    true,
    7,
    -1,
    1.5,
    '',
    ' ',
    'strange: "\u0000"',
    'x'.repeat(600),
    [],
    [null],
    [[]],
    {},
    { a: 1 },
    '2026-13-45',
  ];
  /** Where a value can be put: each field of each entry, and each field of what is listed in it. */
  const placesIn = (data: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
    typeof data === 'object' && data !== null
      ? Object.entries(data).flatMap(([key, value]) => {
          const inner = [...path, Array.isArray(data) ? Number(key) : key];
          return [inner, ...placesIn(value, inner)];
        })
      : [];
  const put = (data: object, [key = '', ...rest]: readonly (string | number)[], value: unknown): void => {
    const fields = data as Record<string | number, unknown>;
    if (rest.length) put(fields[key] as object, rest, value);
    else fields[key] = value;
  };

  it('is reported at a line of its file, or is fine; nothing throws, and no entry is lost without a word', async () => {
    const base = await baseFiles();
    const places = rawEntries(base).flatMap((entry) => placesIn(entry.front).map((path) => ({ entry, path })));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom(...STRANGE), ({ entry, path }, value) => {
        const front = structuredClone(entry.front);
        put(front, path, value);
        const text = `---\n${stringify(front)}---\n${entry.body}`;
        const { bundle, issues } = compileFiles(withTexts(base, { [entry.file]: text }));
        expect(bundle === undefined).toBe(issues.some(({ severity }) => severity === 'error'));
        for (const { file, line, message, fix } of issues) {
          expect(base.has(file) || FOLDERS.has(file)).toBe(true);
          expect(line).toBeGreaterThan(0);
          if (file === entry.file) expect(line).toBeLessThanOrEqual(text.split('\n').length);
          expect(`${message} ${fix}`).not.toMatch(/undefined|\[object|NaN/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('an issue in print', () => {
  const issue = {
    id: 'unsafe-link',
    severity: 'error',
    file: 'reasons/felt_cornered.md',
    line: 12,
    path: 'what',
    message: 'The link is not allowed.',
    fix: 'Take it out.',
  } as const;

  it('names file, line, id and path, then what is wrong and what to do', () => {
    expect(formatIssue(issue)).toBe(
      'reasons/felt_cornered.md:12  unsafe-link  what\n  The link is not allowed.\n  → Take it out.',
    );
  });

  it('leaves out the path when the whole file is meant', () => {
    expect(formatIssue({ ...issue, path: '' }).split('\n')[0]).toBe('reasons/felt_cornered.md:12  unsafe-link');
  });

  it('says so when it is less than an error', () => {
    const [line] = formatIssue({ ...issue, severity: 'warning' }).split('\n');
    expect(line).toBe('reasons/felt_cornered.md:12  warning: unsafe-link  what');
  });

  it('ends with a count', () => {
    expect(formatIssues([issue])).toMatch(/\n\n1 problem in the content\.$/);
    expect(formatIssues([issue, issue])).toMatch(/\n\n2 problems in the content\.$/);
  });

  it('counts each severity by itself', () => {
    const [warning, hint] = [{ ...issue, severity: 'warning' } as const, { ...issue, severity: 'hint' } as const];
    expect(formatIssues([hint, issue, warning, issue])).toMatch(/\n\n2 problems, 1 warning, 1 hint in the content\.$/);
    expect(formatIssues([warning, warning], 'content/en')).toMatch(/\n\n2 warnings in content\/en\.$/);
  });

  it('writes a path as one would in code', () => {
    expect(formatPath(['options', 2, 'cards', 0])).toBe('options[2].cards[0]');
    expect(formatPath([])).toBe('');
  });
});
