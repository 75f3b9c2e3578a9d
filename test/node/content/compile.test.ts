import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { addDuration } from '../../../src/content/compile/dates.js';
import { compileFolder, readFolder } from '../../../src/content/compile/folder.js';
import { BUNDLE_PARTS, bundleModule } from '../../../src/content/compile/module.js';
import { parseRef } from '../../../src/content/compile/ref.js';
import { MAX_FILE_BYTES } from '../../../src/content/compile/source-file.js';
import { READS_SCHEMA_VERSION } from '../../../src/content/given.js';
import { partSchemas, SCHEMA_VERSION, type Bundle } from '../../../src/content/schema.js';
import {
  baseFiles,
  baseFolder,
  bundleOf,
  compileFiles,
  placeOf,
  replaced,
  textOf,
  translationFiles,
  withChange,
  withTexts,
} from '../helpers.js';

const base = await baseFiles();
const REASON = 'reasons/felt_cornered.md';
const STRENGTH = 'strengths/stayed_calm.md';

/** The base with one more strength. */
const withStrength = (id: string, order: string) =>
  withTexts(base, {
    [`strengths/${id}.md`]: replaced(textOf(base, STRENGTH), 'stayed_calm', id).replace('order: 10\n', order),
  });

describe('a compiled bundle', () => {
  it('names its version and what the folder says of itself', () => {
    const { schemaVersion, locale, dir, contentVersion } = bundleOf(base);
    expect({ schemaVersion, locale, dir, contentVersion }).toEqual({
      schemaVersion: SCHEMA_VERSION,
      locale: 'en',
      dir: 'ltr',
      contentVersion: '2026-11-22',
    });
  });

  it('has the version that the kit reads', () => {
    expect(READS_SCHEMA_VERSION).toBe(SCHEMA_VERSION);
  });

  it('holds sections as trees and front matter as it stands', () => {
    expect(bundleOf(base).reasons.items).toMatchObject([
      {
        id: 'felt_cornered',
        group: 'approach',
        label: 'They felt cornered',
        what: [{ kind: 'p', children: ['A group met them all at once.'] }],
        tryNext: [{ kind: 'p', children: ['Try one calm talk with one person.'] }],
      },
    ]);
    expect(bundleOf(base).core.safety[0]?.do).toEqual([
      ['Call ', { kind: 'place', place: 'emergency' }, '.'],
      ['Stay with them.'],
    ]);
  });

  it('leaves behind what only editors need', () => {
    const text = JSON.stringify(bundleOf(base));
    for (const field of ['status', 'seedRef', 'reviewEvery', 'checkedOn', 'figures', 'finding']) {
      expect(text).not.toContain(`"${field}":`);
    }
  });

  it('leaves out fields left empty', () => {
    const files = withChange(base, REASON, 'status: draft', 'reviewedOn:\nreviewedBy:\nstatus: draft');
    expect(Object.keys(bundleOf(files).reasons.items[0] ?? {})).not.toContain('reviewedBy');
  });

  it('keeps who reviewed an entry, and when', () => {
    const review = 'reviewedOn: 2026-12-01\nreviewedBy: {name: A. Nurse, credential: RN}\nstatus: reviewed';
    const [reason] = bundleOf(withChange(base, REASON, 'status: draft', review)).reasons.items;
    expect(reason).toMatchObject({ reviewedOn: '2026-12-01', reviewedBy: { name: 'A. Nurse', credential: 'RN' } });
  });

  it.each([
    ['order: 5\n', ['came_together', 'stayed_calm']],
    ['order: 50\n', ['stayed_calm', 'came_together']],
    ['order: 10\n', ['came_together', 'stayed_calm']],
    ['', ['came_together', 'stayed_calm']],
  ])('puts entries in their order, then by id: %j', (order, ids) => {
    expect(bundleOf(withStrength('came_together', order)).reasons.strengths.map(({ id }) => id)).toEqual(ids);
  });

  it('leaves out what is retired', () => {
    const files = withChange(withStrength('came_together', ''), STRENGTH, 'status: draft', 'status: retired');
    expect(bundleOf(files).reasons.strengths.map(({ id }) => id)).toEqual(['came_together']);
  });

  it('says when its newest entry was written', () => {
    expect(bundleOf(base).core.draftedOn).toBe('2026-11-22');
    expect(bundleOf(withChange(base, STRENGTH, 'draftedOn: 2026-11-22', 'draftedOn: 2027-01-02')).core.draftedOn).toBe(
      '2027-01-02',
    );
  });

  it('says when each crisis line must be checked again', () => {
    const files = withChange(base, 'crisis-lines/zz_poison.md', 'reviewEvery: P12M', 'reviewEvery: P90D');
    const reviewBy = Object.fromEntries(bundleOf(files).core.lines.map((line) => [line.id, line.reviewBy]));
    expect(reviewBy).toEqual({ zz_emergency: '2027-11-22', zz_suicide: '2027-11-22', zz_poison: '2027-02-20' });
  });

  it('holds the titles of what reasons lead to, whatever kind it is', () => {
    const refs = [
      'outcome:reconnect_first',
      'contingency:walks_out',
      'self_care:slow_breath',
      'support_card:feel_fear',
      'safety:cannot_wake',
    ];
    const files = withChange(base, REASON, 'outcome:reconnect_first, contingency:walks_out', refs.join(', '));
    expect(bundleOf(files).reasons.titles).toEqual({
      'outcome:reconnect_first': 'Reconnect first',
      'contingency:walks_out': 'They walk out',
      'self_care:slow_breath': 'Breathe slowly',
      'support_card:feel_fear': 'Fear',
      'safety:cannot_wake': 'Call for help now',
    });
  });

  it('says which reasons and outcomes lead to a contingency', () => {
    expect(bundleOf(base).plan.suggestedBy).toEqual({
      walks_out: ['outcome:reconnect_first', 'reason:felt_cornered'],
    });
  });

  it('is the same data in JSON', () => {
    const bundle = bundleOf(base);
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
  });
});

describe('a file', () => {
  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const text = `\ufeff${textOf(base, REASON).replaceAll('\n', '\r\n')}`;
    expect(bundleOf(withTexts(base, { [REASON]: text }))).toEqual(bundleOf(base));
  });

  it('may have sections in any order', () => {
    const [front = '', what = '', tryNext = ''] = textOf(base, REASON).split(/(?=^## )/m);
    expect(bundleOf(withTexts(base, { [REASON]: `${front}${tryNext}\n${what}` }))).toEqual(bundleOf(base));
  });

  it('is counted in bytes, and read up to the limit', () => {
    const fill = (bytes: number) => {
      const comment = ' # '.padEnd(bytes - textOf(base, STRENGTH).length, 'x');
      return withChange(base, STRENGTH, 'order: 10', `order: 10${comment}`);
    };
    expect(compileFiles(fill(MAX_FILE_BYTES)).issues).toEqual([]);
    expect(compileFiles(fill(MAX_FILE_BYTES + 1)).issues.map(({ id }) => id)).toEqual(['file-too-large']);
  });

  it.each(['constructor', '__proto__', 'toString'])('may not have a section "%s"', (name) => {
    const files = withTexts(base, { [REASON]: `${textOf(base, REASON)}\n## ${name}\n\nWords.\n` });
    expect(compileFiles(files).issues.map(({ id, path }) => `${id} ${path}`)).toEqual([`unknown-field ${name}`]);
  });

  it.each(['[', '{a: ', '- ', '? ', '&a ', '!a ', '*a ', '"', '{a,', 'a: |\n', ': ', '%', '\t'])(
    'full of %j ends soon, with an issue or two',
    (unit) => {
      const hostile = `---\n${unit.repeat(16_000 / unit.length)}\n---\n`;
      const start = performance.now();
      const { issues } = compileFiles(withTexts(base, { 'ways-in/hostile.md': hostile }));
      expect(performance.now() - start).toBeLessThan(2000);
      expect(issues.map(({ id }) => id)).toContain('broken-yaml');
      expect(issues.length).toBeLessThan(5);
    },
  );
});

describe('interface words', () => {
  const text = textOf(base, 'interface.yaml');
  type Dictionary = Record<string, Record<string, unknown>>;
  const words = () => parse(text) as Dictionary;
  const compileWords = (changed: Dictionary) => compileFiles(withTexts(base, { 'interface.yaml': stringify(changed) }));
  const [group = '', dictionary = {}] = Object.entries(words())[0] ?? [];
  const [word = ''] = Object.keys(dictionary);

  it('may lack none', () => {
    const changed = words();
    delete changed[group]?.[word];
    expect(compileWords(changed).issues.map(placeOf)).toEqual([
      { id: 'missing-field', file: 'interface.yaml', line: 1, path: `${group}.${word}` },
    ]);
  });

  it('may have none that nothing asks for', () => {
    const changed = { ...words(), strangers: { hello: 'Hello' } };
    expect(compileWords(changed).issues.map(({ id, path }) => `${id} ${path}`)).toEqual(['unknown-field strangers']);
  });

  it('may not be empty', () => {
    const changed = { ...words(), [group]: { ...dictionary, [word]: '   ' } };
    expect(compileWords(changed).issues.map(({ id, path }) => `${id} ${path}`)).toEqual([
      `missing-field ${group}.${word}`,
    ]);
  });

  it('reach the part that shows them', () => {
    const { core, reasons, steps, plan, care, guide } = bundleOf(base);
    const given = words();
    expect([
      core.words.common,
      core.words.help,
      reasons.words,
      steps.words,
      plan.words,
      care.words,
      guide.words,
    ]).toEqual(['common', 'help', 'checklist', 'wizard', 'planner', 'care', 'guide'].map((name) => given[name]));
  });

  it('are reported, with all other trouble, when they are not YAML', () => {
    const files = withChange(
      withTexts(base, { 'interface.yaml': '- a\n- b\n' }),
      REASON,
      'board: change',
      'board: keep',
    );
    expect(compileFiles(files).issues.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'broken-yaml interface.yaml',
      `bad-value ${REASON}`,
    ]);
  });
});

describe('a content folder on disk', () => {
  it('is read whole, in order, without notes and what editors leave behind', async () => {
    const folder = await baseFolder();
    await mkdir(join(folder, '.git'));
    for (const path of [
      '.DS_Store',
      '.git/config',
      'reasons/.felt.md.swp',
      'reasons/felt_cornered.md~',
      'reasons/README.md',
    ]) {
      await writeFile(join(folder, path), 'nothing');
    }
    const paths = (await readFolder(folder)).map(({ path }) => path);
    expect(paths).toEqual([...base.keys()].sort());
    expect((await compileFolder(folder)).bundle).toEqual(bundleOf(base));
  });

  it('must be there', async () => {
    const folder = await baseFolder();
    await rm(folder, { recursive: true });
    await expect(compileFolder(folder)).rejects.toThrow(`There is no folder "${folder}".`);
  });

  it('must be a folder', async () => {
    const file = join(await baseFolder(), 'bundle.yaml');
    await expect(compileFolder(file)).rejects.toThrow(/^There is no folder "/);
  });
});

describe('a bundle as a module', () => {
  const evaluate = async (code: string) =>
    ((await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as { default: unknown })
      .default;

  it('exports the whole bundle', async () => {
    expect(await evaluate(bundleModule(bundleOf(base)))).toEqual(bundleOf(base));
  });

  it.each(BUNDLE_PARTS)('exports the part %s with the facts about its bundle', async (part) => {
    const bundle: Bundle = bundleOf(base);
    const { schemaVersion, contentVersion, locale, dir } = bundle;
    expect(await evaluate(bundleModule(bundle, part))).toEqual({
      schemaVersion,
      contentVersion,
      locale,
      dir,
      [part]: bundle[part],
    });
  });

  it('knows every part', () => {
    expect([...BUNDLE_PARTS].sort()).toEqual(Object.keys(partSchemas).sort());
  });
});

describe('a source in a translation', () => {
  const titled = async (texts: Readonly<Record<string, string>>) => {
    const { bundle, issues } = compileFiles(withTexts(await translationFiles(), texts), base);
    return { titles: bundle?.core.sources.map(({ title, lang }) => [title, lang]), issues };
  };
  const note = (more: string) =>
    `---\nid: helpers_note\n${more}---\n\n## finding\n\nEs un consejo que dan quienes trabajan con familias.\n`;
  const PATH = 'sources/helpers_note.md';

  it('keeps its name and the language of it, or has one of its own when it is a note', async () => {
    expect(await titled({})).toEqual({ titles: [['What helpers often say', 'en']], issues: [] });
    expect(await titled({ [PATH]: note('title: Consejo común\n') })).toEqual({
      titles: [['Consejo común', undefined]],
      issues: [],
    });
  });

  it('changes nothing else', async () => {
    const { issues } = await titled({ [PATH]: note('year: 2020\n') });
    expect(issues.map(({ id, path }) => `${id} ${path}`)).toEqual(['unknown-field year']);
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-22', 'P3M', '2027-02-22'],
    ['2026-11-22', 'P12M', '2027-11-22'],
    ['2026-11-22', 'P90D', '2027-02-20'],
    ['2024-02-28', 'P1D', '2024-02-29'],
    ['2026-12-31', 'P1D', '2027-01-01'],
  ])('%s and %s is %s', (date, duration, later) => {
    expect(addDuration(date, duration)).toBe(later);
  });
});

describe('a reference', () => {
  it('names a kind and an id', () => {
    expect(parseRef('self_care:walk')).toEqual({ kind: 'selfCare', id: 'walk' });
  });

  it.each(['walk', 'role:contact_person', ':walk', ''])('"%s" names nothing', (ref) => {
    expect(parseRef(ref)).toBeUndefined();
  });
});
