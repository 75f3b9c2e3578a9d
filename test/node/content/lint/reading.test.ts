import { describe, expect, it } from 'vitest';
import { readSource, type Folder } from '../../../../src/content/compile/read.js';
import { readingReport, readingScore } from '../../../../src/content/lint/reading.js';
import { screensOf } from '../../../../src/content/lint/screens.js';
import { spanishSyllables } from '../../../../src/content/lint/spanish-syllables.js';
import {
  baseFiles,
  compileFiles,
  ENGLISH,
  filesOf,
  sourceOf,
  translationFiles,
  withChange,
  withTexts,
  type Files,
} from '../../helpers.js';

describe('a Spanish word', () => {
  it.each([
    ['strong vowels', { lea: 2, leer: 2, caos: 2, héroe: 3, ahora: 3, alcohol: 3, creer: 2 }],
    ['a weak vowel beside a strong one', { aire: 2, puede: 2, ciudad: 2, limpiáis: 2, reunión: 2, abstinencia: 4 }],
    ['two weak vowels', { cuidar: 2, viuda: 2, cuídese: 3, muy: 1, fui: 1, chiita: 3 }],
    [
      'an accent that parts them',
      { día: 2, país: 2, creía: 3, oíais: 3, energía: 4, todavía: 4, búho: 2, vehículo: 4 },
    ],
    ['a u that is not heard', { que: 1, quiere: 2, guía: 2, guerra: 2, seguir: 2, pequeño: 3 }],
    ['a u that is', { agua: 2, bilingüe: 3, pingüino: 3, Uruguay: 3, cuando: 2 }],
    ['an h between vowels', { prohibir: 2, ahí: 2, ahijado: 3, cohete: 3 }],
    ['y as a vowel', { y: 1, hoy: 1, rey: 1, estoy: 2, Paraguay: 3 }],
    ['y as a consonant', { ya: 1, ayuda: 3, mayor: 2, apoyo: 3 }],
    ['other words of this kit', { sobredosis: 4, intervención: 4, tratamiento: 4, benzodiacepinas: 6, naloxona: 4 }],
    ['no vowel at all', { x: 1, TV: 1 }],
  ])('counts by %s', (_, words) => {
    const counted = Object.fromEntries(Object.keys(words).map((word) => [word, spanishSyllables(word)]));
    expect(counted).toEqual(words);
  });

  it('counts the same however its accents are stored', () => {
    expect(spanishSyllables('energía'.normalize('NFD'))).toBe(4);
  });
});

describe('a score', () => {
  it('is the Flesch–Kincaid grade in English', () => {
    // 10 words, 2 sentences, 14 syllables: 0.39 × 5 + 11.8 × 1.4 − 15.59
    expect(readingScore(['The talk was calm today. They listened to the family.'], 'en')).toBe(2.9);
  });

  it('is INFLESZ in Spanish', () => {
    // 8 words, 2 sentences, 16 syllables: 206.835 − 62.3 × 2 − 4
    expect(readingScore(['La charla fue tranquila. Luego escucharon a todos.'], 'es')).toBe(78.2);
  });

  it('takes each line as a sentence of its own, with or without a full stop', () => {
    const labels = ['They said no', 'They left or hung up', 'We called off the meeting'];
    expect(readingScore(labels, 'en')).toBe(readingScore([labels.map((label) => `${label}.`).join(' ')], 'en'));
    expect(readingScore(labels, 'en')).toBeLessThan(readingScore([labels.join(' ')], 'en'));
  });

  it('ends a sentence at no point inside a number, and at a mark before a closing quote', () => {
    expect(readingScore(['It takes 2.5 hours to go there'], 'en')).toBe(
      readingScore(['It takes two hours to go there'], 'en'),
    );
    expect(readingScore(['They said “no.” Then they left.'], 'en')).toBe(
      readingScore(['They said no. Then they left.'], 'en'),
    );
  });

  it('takes a number for a common word', () => {
    expect(readingScore(['Wait 30 days.'], 'en')).toBe(readingScore(['Wait six days.'], 'en'));
    expect(readingScore(['Espere 30 días.'], 'es')).toBe(readingScore(['Espere ocho días.'], 'es'));
  });

  it('is harder for long words and long sentences, in the way of its scale', () => {
    const [plain, hard] = ['Take a short walk.', 'Individual responsibilities necessitate communication.'];
    expect(readingScore([hard], 'en')).toBeGreaterThan(readingScore([plain], 'en'));
    expect(readingScore(['Dé un paseo corto.'], 'es')).toBeGreaterThan(
      readingScore(['Responsabilidades individuales requieren comunicación.'], 'es'),
    );
  });
});

const folderOf = (files: Files, original?: Files): Folder => readSource(sourceOf(files, original), []);
const screens = (folder: Folder) => screensOf(folder, 'this');
const screenOf = (folder: Folder, name: string) => screens(folder).find((screen) => screen.name === name);

describe('a screen', () => {
  const LONG =
    'They may have heard blame, even if you spoke with love. When people feel cornered, they often push back or leave. ' +
    'That is no sign of how much they care.';
  const REASON = 'reasons/felt_cornered.md';
  const long = async (more = '') => withChange(await baseFiles(), REASON, 'A group met them all at once.', LONG + more);

  it('is an entry with all its texts together', async () => {
    expect(screenOf(folderOf(await long()), 'reasons/felt_cornered')).toEqual({
      name: 'reasons/felt_cornered',
      file: REASON,
      line: 1,
      path: '',
      lines: ['They felt cornered', LONG, 'Try one calm talk with one person.'],
    });
  });

  it('is the list in which a visitor chooses, made of labels and of what is too short to stand alone', async () => {
    const texts = Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => [
        `strengths/stayed_${id}.md`,
        `---\nid: stayed_${id}\nlabel: We stayed ${id}\nstatus: draft\ndraftedOn: 2026-11-22\nreviewEvery: P12M\n---\n\n## keep\n\n${id === 'one' ? LONG : 'Keep it.'}\n`,
      ]),
    );
    const folder = folderOf(withTexts(await baseFiles(), texts));
    expect(screens(folder).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['strengths (list)', 'strengths/stayed_one']),
    );
    expect(screenOf(folder, 'strengths (list)')).toEqual({
      name: 'strengths (list)',
      file: 'strengths',
      line: 1,
      path: '',
      lines: [
        ...[
          'We stayed calm',
          'Keep your calm voice.',
          'We stayed five',
          'Keep it.',
          'We stayed four',
          'Keep it.',
          'We stayed one',
        ],
        ...['We stayed six', 'Keep it.', 'We stayed three', 'Keep it.', 'We stayed two', 'Keep it.'],
      ],
    });
  });

  it('is a question with its answers', async () => {
    const folder = folderOf(await filesOf(ENGLISH));
    const { lines = [] } = screenOf(folder, 'questions/q_how_ended') ?? {};
    expect(lines.length).toBeGreaterThan(6);
    expect(lines).toContain('How did the meeting end?');
    expect(lines).toContain('They said no');
  });

  it('is the words of one element', async () => {
    const { file, line, path, lines } = screenOf(folderOf(await baseFiles()), 'interface.yaml help') ?? {};
    expect({ file, path }).toEqual({ file: 'interface.yaml', path: 'help' });
    expect(line).toBeGreaterThan(1);
    expect(lines).toContain('Get help now');
    expect(lines).toContain('Call this');
  });

  it('has a plain word for a place, and for the name of a help line or group', async () => {
    const files = await long(' Call {line:suicide}, the Testland suicide line, or a Testland family group.');
    expect(screenOf(folderOf(files), 'reasons/felt_cornered')?.lines[1]).toBe(
      `${LONG} Call this, the this, or a this.`,
    );
  });

  it('leaves out what is not ours to word, what is retired, what is broken, and sources', async () => {
    const base = await long();
    const myth = withChange(base, 'myths/wait_for_the_worst.md', 'Help can work at any time.', LONG);
    expect(screenOf(folderOf(myth), 'myths/wait_for_the_worst')?.lines).toEqual([LONG]);
    const source = withChange(base, 'sources/helpers_note.md', 'This is advice', `${LONG} This is advice`);
    expect(screens(folderOf(source)).map(({ name }) => name)).not.toContain('sources/helpers_note');
    for (const [was, now] of [
      ['status: draft', 'status: retired'],
      ['board: change', 'board: keep'],
    ] as const) {
      expect(screenOf(folderOf(withChange(base, REASON, was, now)), 'reasons/felt_cornered')).toBeUndefined();
    }
  });
});

describe('a reading report', () => {
  it('names the five hardest screens, the hardest first', async () => {
    const report = readingReport(folderOf(await filesOf(ENGLISH)));
    expect(report?.measure).toBe('Flesch–Kincaid grade');
    expect(report?.screens).toBeGreaterThan(50);
    const scores = report?.worst.map(({ score }) => score) ?? [];
    expect(scores).toHaveLength(5);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(report?.median).toBeLessThanOrEqual(scores[4] ?? 0);
  });

  it('has the lowest scores first in Spanish', async () => {
    const report = readingReport(folderOf(await translationFiles(), await baseFiles()));
    expect(report?.measure).toBe('INFLESZ');
    const scores = report?.worst.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(report?.median).toBeGreaterThanOrEqual(scores.at(-1) ?? 100);
  });

  it('is not given for a language without a measure, nor are its screens reported', async () => {
    const files = withChange(await baseFiles(), 'bundle.yaml', 'locale: en', 'locale: fr');
    expect(readingReport(folderOf(files))).toBeUndefined();
    const hard = withChange(
      files,
      'reasons/felt_cornered.md',
      'A group met them all at once.',
      'Individual responsibilities necessitate intensive communication. '.repeat(3),
    );
    expect(compileFiles(hard).issues).toEqual([]);
  });

  it('is not given for a folder that does not say its language', async () => {
    expect(readingReport(folderOf(withTexts(await baseFiles(), { 'bundle.yaml': undefined })))).toBeUndefined();
  });
});
