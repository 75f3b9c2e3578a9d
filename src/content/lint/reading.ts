/** How hard a screen is to read: Flesch–Kincaid for English, INFLESZ for Spanish, no score for other languages. */
import { syllable } from 'syllable';
import type { ContentIssue } from '../compile/issue.js';
import type { Folder } from '../compile/read.js';
import { reporter } from '../compile/source-file.js';
import type { LintedLanguage } from './language-rules.js';
import { languageOf } from './own.js';
import { screensOf, wordsOf, type Screen } from './screens.js';
import { spanishSyllables } from './spanish-syllables.js';

interface Counts {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

interface Measure {
  readonly name: string;
  readonly score: (counts: Counts) => number;
  /** Counts those of a word that has letters. */
  readonly syllables: (word: string) => number;
  /** Syllables that a number counts for: those of a common word. */
  readonly ofNumber: number;
  /** A plain word, read where a number, an address, or the name of a help line will be. */
  readonly stand: string;
  /** Whether a higher score is harder to read. */
  readonly risesWithEffort: boolean;
  /** No screen may be harder than this. */
  readonly limit: number;
  /** What every screen is aimed at. */
  readonly goal: number;
}

/** Few words make up most of a text, and the count of one never changes. */
function remembered(count: (word: string) => number): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const syllables = count(word);
    known.set(word, syllables);
    return syllables;
  };
}

const MEASURES: Readonly<Record<LintedLanguage, Measure>> = {
  // Kincaid, Fishburne, Rogers and Chissom 1975: the school grade in the US that can read it.
  en: {
    name: 'Flesch–Kincaid grade',
    score: ({ words, sentences, syllables }) => (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59,
    syllables: remembered(syllable),
    ofNumber: 1,
    stand: 'this',
    risesWithEffort: true,
    limit: 8,
    goal: 6,
  },
  // Barrio-Cantalejo 2008, on the formula of Szigriszt-Pazos: 55 to 65 is "normal", 65 to 80 "quite easy".
  es: {
    name: 'INFLESZ',
    score: ({ words, sentences, syllables }) => 206.835 - (62.3 * syllables) / words - words / sentences,
    syllables: spanishSyllables,
    ofNumber: 2,
    stand: 'esto',
    risesWithEffort: false,
    limit: 55,
    goal: 65,
  },
};

/** Where a sentence ends inside a line; the end of the line ends one too. */
const SENTENCE_END = /[.!?…]+["'”’»)]*(?=\s|$)/u;

function countsOf(lines: readonly string[], { syllables, ofNumber }: Measure): Counts {
  const sentences = lines
    .flatMap((line) => line.split(SENTENCE_END))
    .map(wordsOf)
    .filter(({ length }) => length);
  const words = sentences.flat();
  const sum = words.reduce((all, word) => all + (/\p{L}/u.test(word) ? Math.max(1, syllables(word)) : ofNumber), 0);
  return { words: words.length, sentences: sentences.length, syllables: sum };
}

/** The score of some lines that stand together, to one decimal place. */
export function readingScore(lines: readonly string[], language: LintedLanguage): number {
  const measure = MEASURES[language];
  return Number(measure.score(countsOf(lines, measure)).toFixed(1));
}

const isHarder = (score: number, bound: number, { risesWithEffort }: Measure): boolean =>
  risesWithEffort ? score > bound : score < bound;

interface Scored extends Screen {
  readonly score: number;
}
const scoredScreens = (folder: Folder, language: LintedLanguage): Scored[] =>
  screensOf(folder, MEASURES[language].stand).map((screen) => ({
    ...screen,
    score: readingScore(screen.lines, language),
  }));

/** Reports screens that are hard to read. */
export function lintReading(folder: Folder, issues: ContentIssue[]): void {
  const language = folder.facts && languageOf(folder.facts);
  if (!language) return;
  const measure = MEASURES[language];
  const { name, limit, goal, risesWithEffort } = measure;
  for (const { file, line, path, score, lines } of scoredScreens(folder, language)) {
    if (!isHarder(score, goal, measure)) continue;
    const { words, sentences } = countsOf(lines, measure);
    reporter(issues, file, isHarder(score, limit, measure) ? 'error' : 'hint')(
      'hard-to-read',
      line,
      path,
      `Read as one text, this is hard: ${name} ${score}, with ${(words / sentences).toFixed(1)} words a sentence.`,
      `Use shorter sentences and shorter words. ${limit} is the ${risesWithEffort ? 'most' : 'least'}, and ${goal} is the goal.`,
    );
  }
}

export interface ReadingReport {
  readonly measure: string;
  readonly screens: number;
  readonly median: number;
  /** The five hardest, the hardest first. */
  readonly worst: readonly { readonly name: string; readonly score: number }[];
}

/** How the screens of a folder read; nothing for a language that has no measure here. */
export function readingReport(folder: Folder): ReadingReport | undefined {
  const language = folder.facts && languageOf(folder.facts);
  if (!language) return undefined;
  const { name: measure, risesWithEffort } = MEASURES[language];
  const sorted = scoredScreens(folder, language).sort((a, b) =>
    risesWithEffort ? b.score - a.score : a.score - b.score,
  );
  return {
    measure,
    screens: sorted.length,
    median: median(sorted.map(({ score }) => score)),
    worst: sorted.slice(0, 5).map(({ name, score }) => ({ name, score })),
  };
}

/** Of an even count, the one nearer to the hard end. */
const median = (sorted: readonly number[]): number => sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
