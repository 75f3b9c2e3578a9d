import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { checkBundle } from '../../../src/content/check-bundle.js';
import type { ContentIssue } from '../../../src/content/compile/issue.js';
import { baseFiles, baseFolder, bundleOf, ENGLISH, placeOf, replaced, temporaryFolder } from '../helpers.js';

/** Runs the command line and keeps what it says. */
async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A copy of the base folder with two things wrong. */
async function brokenFolder(): Promise<string> {
  const folder = await baseFolder();
  const file = join(folder, 'reasons/felt_cornered.md');
  const text = await readFile(file, 'utf8');
  await writeFile(file, replaced(replaced(text, 'board: change', 'board: keep'), 'group: approach', 'group: weather'));
  await writeFile(join(folder, 'roles/stray.txt'), 'hello');
  return folder;
}

describe('check', () => {
  it('says that all is well', async () => {
    const folder = await baseFolder();
    expect(await cli('check', folder)).toEqual({
      code: 0,
      out: `No problems in ${folder}: en, version 2026-11-22.`,
      err: '',
    });
  });

  it('finds no problem in the built-in words', async () => {
    expect(await cli('check', ENGLISH)).toMatchObject({ code: 0, err: '' });
  });

  it('says everything that is wrong, and where', async () => {
    const { code, out, err } = await cli('check', await brokenFolder());
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('reasons/felt_cornered.md:6  bad-value  board\n');
    expect(err).toContain('roles/stray.txt:1  misplaced-file\n');
    expect(err).toMatch(/\n {2}→ \S/);
    expect(err).toMatch(/2 problems in the content\.$/);
  });

  it('gives the same as data with --json', async () => {
    const { code, out, err } = await cli('check', await brokenFolder(), '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect((JSON.parse(out) as ContentIssue[]).map(placeOf)).toEqual([
      { id: 'bad-value', file: 'reasons/felt_cornered.md', line: 6, path: 'board' },
      { id: 'misplaced-file', file: 'roles/stray.txt', line: 1, path: '' },
    ]);
  });

  it('gives an empty list with --json when all is well', async () => {
    expect(await cli('check', '--json', await baseFolder())).toEqual({ code: 0, out: '[]', err: '' });
  });

  it('says when there is no such folder', async () => {
    const folder = join(await temporaryFolder(), 'nowhere');
    expect(await cli('check', folder)).toEqual({ code: 1, out: '', err: `There is no folder "${folder}".` });
  });
});

describe('build', () => {
  it('writes a bundle that a browser accepts', async () => {
    const file = join(await temporaryFolder(), 'new/place/words.json');
    expect(await cli('build', await baseFolder(), '--out', file)).toEqual({
      code: 0,
      out: `Wrote ${file}: en, version 2026-11-22.`,
      err: '',
    });
    const written: unknown = JSON.parse(await readFile(file, 'utf8'));
    expect(checkBundle(written)).toEqual({ bundle: bundleOf(await baseFiles()), issues: [] });
  });

  it('writes nothing when something is wrong', async () => {
    const file = join(await temporaryFolder(), 'words.json');
    const { code, err } = await cli('build', await brokenFolder(), '--out', file);
    expect(code).toBe(1);
    expect(err).toContain('2 problems in the content.');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('says when the bundle can not be written', async () => {
    const folder = await temporaryFolder();
    const { code, out, err } = await cli('build', await baseFolder(), '--out', folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(folder);
  });
});

describe('a command that is not understood', () => {
  it.each([
    [[], 'There is no command "".'],
    [['chek', 'content'], 'There is no command "chek".'],
    [['check'], 'Say which folder.'],
    [['check', 'a', 'b'], 'One folder at a time: "b" is too much.'],
    [['build', 'content'], 'Say where to write the bundle: --out FILE.'],
    [['build', 'content', '--out', ''], 'Say where to write the bundle: --out FILE.'],
    [['check', 'content', '--loud'], "Unknown option '--loud'"],
    [['build', 'content', '--out'], "Option '--out <value>' argument missing"],
  ])('%j is answered with what is wrong and how to use it', async (args, sentence) => {
    const { code, out, err } = await cli(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.slice(0, sentence.length)).toBe(sentence);
    expect(err).toContain('\n\nUsage:\n  failed-intervention-guide check FOLDER');
  });
});

describe('help', () => {
  it.each([['--help'], ['-h'], ['check', '--help']])('is given for %s', async (...args) => {
    const { code, out, err } = await cli(...args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/check FOLDER \[--json\][\s\S]*build FOLDER --out FILE[\s\S]*Exit code: 0/);
  });
});
