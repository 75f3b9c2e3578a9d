import { describe, expect, it } from 'vitest';
import { ENTITIES, type EntityKind } from '../../../../src/content/schema.js';
import { claimsIn } from '../../../../src/content/lint/claims.js';
import { baseFiles, compileFiles, rawEntries, textOf, translationFiles, withChange, withTexts } from '../../helpers.js';

const FIGURES = [
  { value: 64, unit: 'percent engaged', n: 130 },
  { value: 1.5, unit: 'hours' },
  { value: 1200, unit: 'families' },
  { value: 4, unit: 'trials' },
  { value: 3, unit: 'overdose deaths' },
  { value: 2, unit: 'serious tries, median' },
];
const NUMBERS = new Set(['911', '1-800-662-4357']);
const claims = (text: string) => claimsIn(text, FIGURES, NUMBERS).map(({ id, what }) => `${id} ${what}`);

describe('a figure', () => {
  it.each([
    ['It worked for 30 out of 100 families.', '30 out of 100'],
    ['It worked for 30 in every 100 families.', '30 in every 100'],
    ['It worked for 30% of families.', '30%'],
    ['It worked for 30 percent of families.', '30 percent'],
    ['It worked for 2 in 3 families.', '2 in 3'],
    ['It worked for 64 in 80 families.', '64 in 80'],
    ['It worked for 5 percent of families.', '5 percent'],
    ['Sirvió a 30 de cada 100 familias.', '30 de cada 100'],
    ['Sirvió al 30 % de las familias.', '30 %'],
    ['Sirvió al 30 por ciento de las familias.', '30 por ciento'],
    ['Sirvió a 2 de cada 3 familias.', '2 de cada 3'],
    ['Sirvió al 64,5 % de las familias.', '64,5 %'],
    ['It takes 45 minutes.', '45'],
    ['It takes 0 minutes.', '0'],
    ['It takes 2.5 hours.', '2.5'],
    ['Toma 2,5 horas.', '2,5'],
    ['In 48 hours.', '48'],
    ['A review of 8 studies found it.', '8 studies'],
    ['A review of eight small studies found it.', 'eight small studies'],
    ['Half took three serious tries.', 'three serious tries'],
    ['There were 2 overdose deaths.', '2 overdose deaths'],
    ['Nine out of ten people get well.', 'Nine out of'],
    ['Sixty-four percent got well.', 'Sixty-four percent'],
    ['Una revisión de ocho estudios.', 'ocho estudios'],
    ['Hubo 2 muertes.', '2 muertes'],
    ['Sirvió a tres de cada cuatro.', 'tres de cada'],
    ['Sesenta y cuatro por ciento.', 'Sesenta y cuatro por ciento'],
  ])('is found when no cited source gives it: %s', (text, what) => {
    expect(claims(text)).toEqual([`figure-not-in-source ${what}`]);
  });

  it.each([
    'It worked for 64 out of 100 families.',
    'It worked for 64% of families.',
    'It worked for 64 percent.',
    'Sirvió a 64 de cada 100 familias.',
    'Sirvió al 64 % de las familias.',
    'Sirvió al 64 por ciento.',
    'They asked 130 families.',
    'They asked 1,200 families.',
    'It takes 1.5 hours.',
    'Toma 1,5 horas.',
    'Ask 2 people, 24/7.',
    'The line is open 24 hours, and 12 people answer.',
    'Abierta las 24 horas.',
    'A review of 4 trials found it, and so did four small studies.',
    'Half took two serious tries or fewer. There were 3 overdose deaths.',
    'La mitad hizo dos intentos serios. Una revisión de cuatro estudios. Hubo 3 muertes.',
    'In one study, two people out of the family helped.',
    'One of them can go, or two of you.',
    'Uno de ustedes puede ir.',
  ])('is let through when it is sound: %s', (text) => {
    expect(claims(text)).toEqual([]);
  });

  it('counts as a share only when its source gives a share', () => {
    expect(claimsIn('It took 64% of families.', [{ value: 64, unit: 'hours' }], new Set())).toHaveLength(1);
  });
});

describe('a number one could dial', () => {
  it.each([
    ['Call 911.', '911'],
    ['Call 1-800-662-4357.', '1-800-662-4357'],
    ['Llame al 13 11 14.', '13 11 14'],
    ['Call 9-8-8.', '9-8-8'],
    ['Call (02) 55 01 20.', '02) 55 01 20'],
    ['Text 88788.', '88788'],
    ['Call 116 123.', '116 123'],
    ['This was known in 1998.', '1998'],
    ['They asked 2,500 families.', '2,500'],
  ])('is found: %s', (text, what) => {
    expect(claims(text)).toEqual([`number-in-prose ${what}`]);
  });

  it('is found though a cited source gives it as a figure, when it is the number of a crisis line', () => {
    expect(claimsIn('Call 911.', [{ value: 911, unit: 'calls' }], NUMBERS)).toEqual([
      { id: 'number-in-prose', what: '911' },
    ]);
    expect(claimsIn('They took 912 calls.', [{ value: 912, unit: 'calls' }], NUMBERS)).toEqual([]);
  });
});

describe('the claims of a folder', () => {
  const REASON = 'reasons/felt_cornered.md';
  const WAS = 'A group met them all at once.';
  const issuesOf = async (path: string, was: string, now: string) =>
    compileFiles(withChange(await baseFiles(), path, was, now)).issues.map(
      ({ id, file, path: at }) => `${id} ${file} ${at}`,
    );

  it('may rest on what a cited source gives, and on nothing else', async () => {
    expect(await issuesOf(REASON, WAS, 'It worked for 64 out of 100 families.')).toEqual([]);
    expect(await issuesOf(REASON, WAS, 'It worked for 65 out of 100 families.')).toEqual([
      `figure-not-in-source ${REASON} what`,
    ]);
  });

  it('are looked for in names and titles too', async () => {
    expect(await issuesOf('directory/zz_group.md', 'name: Testland', 'name: 555-0199 Testland')).toEqual([
      'number-in-prose directory/zz_group.md name',
    ]);
  });

  it.each(['tel:555-0101', 'sms:555-0101'])('are looked for in where a link leads: %s', async (href) => {
    expect(await issuesOf(REASON, WAS, `**[The line](${href})** is there.`)).toEqual([
      `number-in-prose ${REASON} what`,
    ]);
    expect(await issuesOf(REASON, WAS, '[The page](https://help.example/555-0101) is there.')).toEqual([]);
  });

  it('are looked for in interface words, where a number has no place', async () => {
    const base = await baseFiles();
    const words = (text: string) =>
      withTexts(base, {
        'interface.yaml': textOf(base, 'interface.yaml').replace(/^ {2}back: .*$/m, `  back: ${text}`),
      });
    expect(compileFiles(words('Back, or call 555-0101')).issues).toMatchObject([
      { id: 'number-in-prose', severity: 'error', file: 'interface.yaml', path: 'common.back' },
    ]);
    expect(compileFiles(words('Back 30 days')).issues).toEqual([]);
  });

  it('of a crisis line may name its own number and no other', async () => {
    const line = 'crisis-lines/zz_suicide.md';
    expect(await issuesOf(line, 'name: Testland', 'name: 555-0101 Testland')).toEqual([]);
    expect(await issuesOf(line, 'langs:', 'hours: 24/7\nlangs:')).toEqual([]);
    expect(await issuesOf(line, 'forWhom: Anyone', 'forWhom: Call 100. Anyone')).toEqual([
      `number-in-prose ${line} forWhom`,
    ]);
  });

  it('of a source are those of its figures, its units, and its name', async () => {
    const source = 'sources/helpers_note.md';
    const finding = (words: string) => issuesOf(source, 'This is advice', words);
    expect(await finding('Of 64 percent it is advice')).toEqual([]);
    expect(await finding('In 81% this is advice')).toEqual([`figure-not-in-source ${source} finding`]);
    const files = withChange(await baseFiles(), source, 'unit: percent}', 'unit: percent after 18 months, n: 130}');
    const named = withChange(files, source, 'title: What', 'title: 2020 What');
    expect(
      compileFiles(withChange(named, source, 'This is advice', 'In 2020, 64 of 130 after 18 months gave advice'))
        .issues,
    ).toEqual([]);
  });

  it('are held in a translation against the same sources', async () => {
    const [original, translation] = [await baseFiles(), await translationFiles()];
    const english = (part: number) => withChange(original, REASON, WAS, `It worked for ${part} out of 100 families.`);
    const spanish = (part: number) =>
      withChange(translation, REASON, 'Un grupo le habló al mismo tiempo.', `Sirvió a ${part} de cada 100 familias.`);
    expect(compileFiles(spanish(64), english(64)).issues).toEqual([]);
    expect(compileFiles(spanish(65), english(65)).issues.map(({ id, file }) => `${id} ${file}`)).toEqual([
      `figure-not-in-source ${REASON}`,
    ]);
  });
});

describe('a citation', () => {
  const NEEDED: readonly EntityKind[] = [
    ...(['safety', 'reason', 'outcome', 'format', 'days', 'contingency', 'planStep'] as const),
    ...(['topic', 'myth', 'treatment', 'careRole', 'selfCare', 'supportCard'] as const),
  ];

  it.each(Object.keys(ENTITIES) as EntityKind[])(
    'is asked of a %s if it says what is so or what helps',
    async (kind) => {
      const base = await baseFiles();
      const entry = rawEntries(base).find(({ folder }) => folder === ENTITIES[kind].folder);
      const file = entry?.file ?? '';
      const text = textOf(base, file).replace('citations: [helpers_note]\n', '');
      const missing = compileFiles(withTexts(base, { [file]: text })).issues.map(
        (issue) => `${issue.id} ${issue.file} ${issue.path}`,
      );
      expect(missing).toEqual(NEEDED.includes(kind) ? [`missing-citation ${file} citations`] : []);
    },
  );
});
