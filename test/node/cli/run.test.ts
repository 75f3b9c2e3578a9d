import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { checkBundle, checkOverlay } from '../../../src/content/check-bundle.js';
import { compileFolder } from '../../../src/content/compile/folder.js';
import type { ContentIssue } from '../../../src/content/compile/issue.js';
import type { Overlay } from '../../../src/content/overlay.js';
import {
  baseFiles,
  baseFolder,
  bundleOf,
  ENGLISH,
  FIXTURES,
  placeOf,
  replaced,
  temporaryFolder,
  TODAY,
} from '../helpers.js';

/** Runs the command line and keeps what it says. */
async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

// Review dates are held against today, which must not make a test fail one day.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T12:00:00Z`) }));
afterAll(() => void vi.useRealTimers());

async function edit(folder: string, path: string, was: string, now: string): Promise<void> {
  const file = join(folder, path);
  await writeFile(file, replaced(await readFile(file, 'utf8'), was, now));
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

  it('says what is less than a problem, and that there is no problem', async () => {
    const folder = await baseFolder();
    await edit(folder, 'reasons/felt_cornered.md', 'A group met', 'After a relapse, a group met');
    await edit(folder, 'ways-in/just_happened.md', 'It just happened.', 'Rehab did not happen.');
    const { code, out, err } = await cli('check', folder);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('reasons/felt_cornered.md:16  warning: language  what\n');
    expect(out).toContain('ways-in/just_happened.md:4  hint: language  label\n');
    expect(out).toMatch(/\n1 warning, 1 hint in the content\.\n\nNo problems in [^\n]+: en, version 2026-11-22\.$/);
  });

  it('counts each severity when something is wrong', async () => {
    const folder = await brokenFolder();
    await edit(folder, 'ways-in/just_happened.md', 'It just happened.', 'Relapse happened.');
    const { code, err } = await cli('check', folder);
    expect(code).toBe(1);
    expect(err).toMatch(/2 problems, 1 warning in the content\.$/);
  });

  it('holds review dates against the day it is given, else against today', async () => {
    const folder = await baseFolder();
    expect(await cli('check', folder)).toMatchObject({ code: 0 });
    expect(await cli('check', folder, '--date', '2027-11-22')).toMatchObject({ code: 0 });
    const { code, err } = await cli('check', folder, '--date', '2027-11-23');
    expect(code).toBe(1);
    expect(err).toContain('crisis-lines/zz_poison.md:12  review-overdue  verifiedOn\n');
    expect(err).toContain('roles/contact_person.md:6  warning: review-overdue  draftedOn\n');
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

  it('gives warnings and hints as data too, and says so', async () => {
    const folder = await baseFolder();
    await edit(folder, 'ways-in/just_happened.md', 'It just happened.', 'Relapse happened.');
    const { code, out, err } = await cli('check', folder, '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual([
      {
        id: 'language',
        severity: 'warning',
        file: 'ways-in/just_happened.md',
        line: 4,
        path: 'label',
        message: '"Relapse" goes against the rule en-relapse.',
        fix: 'Write instead: return to use; start using again; recurrence.',
      },
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

describe('check of several folders', () => {
  /** A folder with English words and their Spanish translation. */
  async function languages(): Promise<string> {
    const folder = await temporaryFolder();
    await cp(await baseFolder(), join(folder, 'base'), { recursive: true });
    await cp(join(FIXTURES, 'translation'), join(folder, 'es'), { recursive: true });
    await cp(join(ENGLISH, 'interface.yaml'), join(folder, 'es/interface.yaml'));
    await mkdir(join(folder, '.git'));
    return folder;
  }

  it('checks each folder in a folder of languages, under its name', async () => {
    const folder = await languages();
    const all = `No problems in ${folder}/base: en, version 2026-11-22.\n\nNo problems in ${folder}/es: es, version 2026-11-22.`;
    expect(await cli('check', folder)).toEqual({ code: 0, out: all, err: '' });
    expect(await cli('check', `${folder}/base`, `${folder}/es`)).toEqual({ code: 0, out: all, err: '' });
  });

  it('checks one that lacks its bundle.yaml too', async () => {
    const folder = await languages();
    await mkdir(join(folder, 'fr'));
    const { code, err } = await cli('check', folder);
    expect(code).toBe(1);
    expect(err).toContain(`${folder}/fr/bundle.yaml:1  missing-field\n`);
  });

  it('names the folder in each issue, and fails when one has a problem', async () => {
    const folder = await languages();
    await edit(folder, 'es/strengths/stayed_calm.md', 'Conserve su voz', 'Como adicto, conserve su voz');
    await edit(folder, 'base/ways-in/just_happened.md', 'It just happened.', 'Relapse happened.');
    const { code, out, err } = await cli('check', folder);
    expect(code).toBe(1);
    expect(out).toContain(`${folder}/base/ways-in/just_happened.md:4  warning: language  label\n`);
    expect(out).toContain(`\n\n1 warning in ${folder}/base.\n`);
    expect(err).toContain(`${folder}/es/strengths/stayed_calm.md:6  language  keep\n`);
    expect(err).toMatch(/\n\n1 problem in \S+\/es\.$/);

    const json = await cli('check', folder, '--json');
    expect(json.code).toBe(1);
    expect((JSON.parse(json.out) as ContentIssue[]).map(placeOf)).toEqual([
      { id: 'language', file: `${folder}/base/ways-in/just_happened.md`, line: 4, path: 'label', severity: 'warning' },
      { id: 'language', file: `${folder}/es/strengths/stayed_calm.md`, line: 6, path: 'keep' },
    ]);
  });
});

describe('check --reading', () => {
  it('says how hard the screens are to read, in the measure of each language', async () => {
    const folder = await temporaryFolder();
    await cp(await baseFolder(), join(folder, 'base'), { recursive: true });
    await cp(join(FIXTURES, 'translation'), join(folder, 'es'), { recursive: true });
    await cp(join(ENGLISH, 'interface.yaml'), join(folder, 'es/interface.yaml'));
    const { code, out, err } = await cli('check', folder, '--reading');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const part = (name: string, measure: string) =>
      new RegExp(
        `Reading level of \\S+/${name} \\(${measure}\\): \\d+ screens, median \\d+\\.\\d\\. The hardest:(?:\\n +-?\\d+\\.\\d  \\S.*){5}(?:\\n|$)`,
      );
    expect(out).toMatch(part('base', 'Flesch–Kincaid grade'));
    expect(out).toMatch(part('es', 'INFLESZ'));
  });

  it('says so for a language without a measure', async () => {
    const folder = await baseFolder();
    await edit(folder, 'bundle.yaml', 'locale: en', 'locale: fr');
    const { out } = await cli('check', folder, '--reading');
    expect(out).toContain(`Reading level of ${folder}: there is no measure for its language.`);
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

  it('writes a bundle with less than a problem in it, and says how much', async () => {
    const file = join(await temporaryFolder(), 'words.json');
    const folder = await baseFolder();
    await edit(folder, 'ways-in/just_happened.md', 'It just happened.', 'Relapse happened.');
    const { code, out } = await cli('build', folder, '--out', file);
    expect(code).toBe(0);
    expect(out).toMatch(/There is something to mend \(1 warning\): see "check"\.$/);
    expect(await readFile(file, 'utf8')).toContain('Relapse happened.');
  });

  it('writes nothing when a crisis line is overdue', async () => {
    const file = join(await temporaryFolder(), 'words.json');
    const { code, err } = await cli('build', await baseFolder(), '--out', file, '--date', '2027-11-23');
    expect(code).toBe(1);
    expect(err).toContain('crisis-lines/zz_poison.md:12  review-overdue  verifiedOn\n');
    await expect(readFile(file)).rejects.toThrow('ENOENT');
  });

  it('says when the bundle can not be written', async () => {
    const folder = await temporaryFolder();
    const { code, out, err } = await cli('build', await baseFolder(), '--out', folder);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(folder);
  });
});

describe('an overlay', () => {
  /** A folder that changes a title and hides a reason of what comes with the kit. */
  async function overlayFolder(hide = 'reason:too_long'): Promise<string> {
    const folder = await temporaryFolder();
    await writeFile(
      join(folder, 'bundle.yaml'),
      `locale: en\ndir: ltr\ncontentVersion: own-1\nextends: en\nhide: ["${hide}"]\n`,
    );
    await writeFile(join(folder, 'interface.yaml'), 'checklist: {title: Ours}\n');
    return folder;
  }
  const kit = async () => ({
    names: ['en'],
    load: async () => (await compileFolder(ENGLISH, { today: TODAY })).bundle as never,
  });

  it('is checked like any folder', async () => {
    const folder = await overlayFolder();
    expect(await cli('check', folder)).toEqual({
      code: 0,
      out: `No problems in ${folder}: en, version own-1.`,
      err: '',
    });

    const { code, err } = await cli('check', await overlayFolder('crisis_line:us_988'));
    expect(code).toBe(1);
    expect(err).toContain('bundle.yaml:5  overlay-protected  hide[0]\n');
  });

  it('is built to its changes, which a browser accepts', async () => {
    const file = join(await temporaryFolder(), 'own.json');
    expect(await cli('build', await overlayFolder(), '--out', file)).toEqual({
      code: 0,
      out: `Wrote ${file}: en, version own-1, changes to the built-in "en".`,
      err: '',
    });
    const written = JSON.parse(await readFile(file, 'utf8')) as Overlay;
    expect(written).toMatchObject({
      extends: 'en',
      parts: { reasons: { words: { title: 'Ours' }, items: { drop: ['too_long'] } } },
    });
    const { load, issues } = await checkOverlay(written, await kit());
    expect(issues).toEqual([]);
    expect((await load?.(['reasons']))?.reasons.words.title).toBe('Ours');
  });

  it('is built whole with --whole', async () => {
    const file = join(await temporaryFolder(), 'own.json');
    const { code, out } = await cli('build', await overlayFolder(), '--out', file, '--whole');
    expect({ code, out }).toEqual({ code: 0, out: `Wrote ${file}: en, version own-1.` });
    const { bundle, issues } = checkBundle(JSON.parse(await readFile(file, 'utf8')));
    expect(issues).toEqual([]);
    expect(bundle?.reasons.items.map(({ id }) => id)).not.toContain('too_long');
  });

  it('is built whole when what it extends does not come with the kit', async () => {
    const below = await baseFolder();
    const own = join(below, '../own');
    const file = join(below, '../own.json');
    await mkdir(own);
    await writeFile(join(own, 'bundle.yaml'), 'locale: en\ndir: ltr\ncontentVersion: own-1\nextends: ../content\n');
    expect(await cli('build', own, '--out', file)).toMatchObject({ code: 0, out: `Wrote ${file}: en, version own-1.` });
    expect(checkBundle(JSON.parse(await readFile(file, 'utf8'))).issues).toEqual([]);
  });
});

describe('a command that is not understood', () => {
  it.each([
    [[], 'There is no command "".'],
    [['chek', 'content'], 'There is no command "chek".'],
    [['check'], 'Say which folder.'],
    [['build', 'a', 'b', '--out', 'c'], 'One folder at a time: "b" is too much.'],
    [['check', 'a', '--whole'], 'Use --whole with build: check looks at all there is.'],
    [['check', 'a', '--json', '--reading'], 'Use --json or --reading, not both.'],
    [['check', 'a', '--date', 'today'], 'Write the day for --date as 2026-11-25: "today" is none.'],
    [['check', 'a', '--date', '2026-02-30'], 'Write the day for --date as 2026-11-25: "2026-02-30" is none.'],
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
    expect(out).toMatch(/check FOLDER… \[--json[\s\S]*build FOLDER --out FILE[\s\S]*Exit code: 0/);
  });
});
