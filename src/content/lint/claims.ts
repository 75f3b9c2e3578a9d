/** What content says in numbers, and what it rests on: sources for facts and figures, crisis data for phone numbers. */
import { interfaceWords, type EntityKind } from '../schema.js';
import type { Entry } from '../compile/entry.js';
import { formatPath, type ContentIssue } from '../compile/issue.js';
import type { Folder } from '../compile/read.js';
import { reporter } from '../compile/source-file.js';
import { linesOf, textsIn, type Readable, type TextAt } from '../compile/texts.js';
import { ownEntries, textsOf } from './own.js';

/** Kinds that say what is so or what helps, which somebody must have found out. */
const NEEDS_CITATION: ReadonlySet<EntityKind> = new Set([
  'safety',
  'reason',
  'outcome',
  'format',
  'days',
  'contingency',
  'planStep',
  'topic',
  'myth',
  'treatment',
  'careRole',
  'selfCare',
  'supportCard',
]);

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly n?: number;
}
const figuresOf = ({ data }: Entry): readonly Figure[] => (data.figures ?? []) as readonly Figure[];

/** Reports facts without a source, figures that no cited source gives, and numbers one could dial. */
export function lintClaims(folder: Folder, issues: ContentIssue[]): void {
  const sources = new Map(
    folder.entries.filter(({ kind }) => kind === 'source').map((entry) => [entry.data.id, entry]),
  );
  const dialled = numbersToDial(folder.entries);
  const isTranslation = folder.facts?.data.translates !== undefined;
  for (const entry of ownEntries(folder)) {
    const cited = ((entry.data.citations ?? []) as readonly string[]).flatMap((id) => sources.get(id) ?? []);
    const figures = cited.flatMap(figuresOf);
    if (entry.kind === 'source') lintFinding(entry, issues);
    else if (entry.kind === 'crisisLine') lintNumbers(entry, textsOf(entry), withoutOwn(entry), issues);
    else lintNumbers(entry, textsOf(entry), (text) => claimsIn(text, figures, dialled), issues);
    if (!isTranslation) lintCitations(entry, issues); // the sources of a translation are those of its original
  }
  const { words } = folder;
  if (!words) return;
  const toDial = (text: string) => claimsIn(text, [], dialled).filter(({ id }) => id === 'number-in-prose');
  lintNumbers({ file: 'interface.yaml', lineOf: words.lineOf }, textsIn(interfaceWords, words.data), toDial, issues);
}

function lintCitations({ kind, file, data, lineOf }: Entry, issues: ContentIssue[]): void {
  if (!NEEDS_CITATION.has(kind) || (data.citations as readonly string[] | undefined)?.length) return;
  reporter(issues, file)(
    'missing-citation',
    lineOf(['citations']),
    'citations',
    'This says what is so or what helps, and cites nothing.',
    'Add "citations: […]" with the id of a file in sources.',
  );
}

// ---------------------------------------------------------------- numbers

export interface Claim {
  readonly id: 'number-in-prose' | 'figure-not-in-source';
  /** The number as it stands in the text. */
  readonly what: string;
}

const NUMBER = /\d+(?:[.,]\d+)*/g;
/** A comma before three digits parts thousands; any other parts decimals, as Spanish may. */
const valueOf = (text: string) => Number(text.replaceAll(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));

/** Groups of thousands, groups of digits side by side, or three digits in a row. */
const DIALABLE = /\d{1,3}(?:,\d{3})+(?!\d)|\d[\d()]*(?:[-\s./()]+\d+){2,}|\d+-\d[\d-]*|\d{3,}(?:[-\s]\d{3,})*/g;
/** "64 out of 100", "64 in 100", "64 of every 100", "64%", "64 percent"; "64 de cada 100", "64 %", "64 por ciento" */
const SHARE =
  /(\d+(?:[.,]\d+)?)\s*(?:(?:out of|in|of|de)\s+(?:(?:every|cada)\s+)?(\d+)(?![\d-])|%|percent|por ciento)/g;
const AROUND_THE_CLOCK = /\b24(?:\/7|\s+(?:hours|horas))\b/g;
/** A small count needs no source: two short sentences, three people, twelve months. */
const PLAIN_COUNT = 12;

const UNITS: readonly (readonly string[])[] = [
  ['one', 'un', 'una', 'uno'],
  ['two', 'dos'],
  ['three', 'tres'],
  ['four', 'cuatro'],
  ['five', 'cinco'],
  ['six', 'seis'],
  ['seven', 'siete'],
  ['eight', 'ocho'],
  ['nine', 'nueve'],
  ['ten', 'diez'],
  ['eleven', 'once'],
  ['twelve', 'doce'],
];
const TENS: readonly (readonly string[])[] = [
  ['twenty', 'veinte'],
  ['thirty', 'treinta'],
  ['forty', 'cuarenta'],
  ['fifty', 'cincuenta'],
  ['sixty', 'sesenta'],
  ['seventy', 'setenta'],
  ['eighty', 'ochenta'],
  ['ninety', 'noventa'],
];
const WORD_VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.flatMap((words, i) => words.map((word) => [word, i + 1] as const)),
  ...TENS.flatMap((words, i) => words.map((word) => [word, (i + 2) * 10] as const)),
]);
const WORD = `(?:${[...WORD_VALUES.keys()].join('|')})`;
/** What studies count, in both languages, and what a source calls it in its figures. */
const FOUND: Readonly<Record<string, RegExp>> = {
  studies: /^(studies|trials)\b/,
  trials: /^(studies|trials)\b/,
  deaths: /\bdeaths\b/,
  'serious tries': /^serious tries\b/,
  estudios: /^(studies|trials)\b/,
  ensayos: /^(studies|trials)\b/,
  muertes: /\bdeaths\b/,
  'intentos serios': /^serious tries\b/,
};
/** "7 studies", "four trials", "dos intentos serios": what was found, however small. Up to two words may stand between. */
const FOUND_COUNT = new RegExp(
  String.raw`\b(${WORD}|\d+)\s+(?:(?!(?:or|of|o|de)\b)[\p{L}-]+\s+){0,2}?(${Object.keys(FOUND).join('|')})\b`,
  'giu',
);
/** "nine out of ten", "sixty-four percent", "tres de cada cuatro": a share is written in digits, as its source is. */
const SHARE_IN_WORDS = new RegExp(
  String.raw`\b${WORD}(?:(?:-|\sy\s)${WORD})?\s+(?:out of|(?:in|of) every|percent|de cada|por ciento)\b`,
  'giu',
);
const countOf = (number: string): number => WORD_VALUES.get(number.toLowerCase()) ?? Number(number);

/**
 * Numbers that a text must not have.
 * @param figures What the cited sources give.
 * @param dialled The numbers of crisis lines, which no figure excuses.
 */
export function claimsIn(text: string, figures: readonly Figure[], dialled: ReadonlySet<string>): Claim[] {
  const claims: Claim[] = [];
  const claim = (id: Claim['id'], what: string) => void claims.push({ id, what });
  const gives = (value: number) => figures.some((figure) => figure.value === value || figure.n === value);
  const rest = text
    .replaceAll(AROUND_THE_CLOCK, '')
    .replaceAll(SHARE, (share, part: string, whole = '100') => {
      const isGiven = figures.some(({ value, unit }) => value === valueOf(part) && unit.startsWith('percent'));
      if (whole !== '100' || !isGiven) claim('figure-not-in-source', share);
      return '';
    })
    .replaceAll(DIALABLE, (number) => {
      if (dialled.has(number) || !gives(valueOf(number))) claim('number-in-prose', number);
      return '';
    });
  for (const [share] of text.matchAll(SHARE_IN_WORDS)) claim('figure-not-in-source', share);
  for (const [count, number = '', noun = ''] of text.matchAll(FOUND_COUNT)) {
    const value = countOf(number);
    if (value > PLAIN_COUNT && /\d/.test(number)) continue; // looked at below
    const unit = FOUND[noun.toLowerCase()];
    if (!figures.some((figure) => figure.value === value && unit?.test(figure.unit))) {
      claim('figure-not-in-source', count);
    }
  }
  for (const [number] of rest.matchAll(NUMBER)) {
    const value = valueOf(number);
    const isCount = Number.isInteger(value) && value >= 1 && value <= PLAIN_COUNT;
    if (!isCount && !gives(value)) claim('figure-not-in-source', number);
  }
  return claims;
}

type Saying = Pick<Entry, 'file' | 'lineOf'>;

function lintNumbers(
  { file, lineOf }: Saying,
  texts: readonly TextAt[],
  find: (text: string) => readonly Claim[],
  issues: ContentIssue[],
): void {
  const report = reporter(issues, file);
  for (const { path, value } of texts) {
    const at = [lineOf(path), formatPath(path)] as const;
    const links = linksToDial(value).map((what): Claim => ({ id: 'number-in-prose', what }));
    for (const { id, what } of [...linesOf(value).flatMap(find), ...links]) {
      if (id === 'number-in-prose') report(id, ...at, `"${what}" is a number one could dial.`, DIAL_FIX);
      else report(id, ...at, `"${what}" is in no source that is cited here.`, FIGURE_FIX);
    }
  }
}

const DIAL_FIX =
  'For a phone number write a place such as {emergency} or {line:suicide}. A figure has to be in the list of a source that is cited.';
const FIGURE_FIX = 'Cite the source that gives it in its list of figures, or leave the figure out.';

/** Addresses of links that call or write to a number. */
function linksToDial(value: Readable): string[] {
  const found: string[] = [];
  JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'href' && /^(?:tel|sms):/.test(String(inner))) found.push(String(inner));
    return inner;
  });
  return found;
}

interface How {
  readonly mode: string;
  readonly value: string;
}
const waysOf = ({ data }: Entry) => data.how as readonly How[];

const numbersToDial = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(
    entries
      .filter(({ kind, valid }) => kind === 'crisisLine' && valid)
      .flatMap((line) => waysOf(line).map(({ value }) => value)),
  );

/** A line may say its own number, as its name often does: "988 Lifeline", "9-8-8: Suicide Crisis Helpline". */
function withoutOwn(line: Entry): (text: string) => Claim[] {
  const own = waysOf(line).flatMap(({ value }) => [value, value.replaceAll(/\B/g, '-')]);
  return (text) =>
    claimsIn(
      own.reduce((rest, number) => rest.replaceAll(number, ''), text),
      [],
      new Set(),
    );
}

/** What a source is said to have found is given as figures too, so that prose can be held against them. */
function lintFinding(source: Entry, issues: ContentIssue[]): void {
  const { data, file, lineOf } = source;
  const known = figuresOf(source).flatMap(({ value, n = value, unit }) => [
    value,
    n,
    ...(unit.match(NUMBER) ?? []).map(valueOf),
  ]);
  const name = [data.title, data.by, data.year].join(' ');
  for (const number of linesOf(data.finding as Readable)
    .join('\n')
    .match(NUMBER) ?? []) {
    if (known.includes(valueOf(number)) || name.includes(number)) continue;
    reporter(issues, file)(
      'figure-not-in-source',
      lineOf(['finding']),
      'finding',
      `"${number}" is not in the figures of this source.`,
      'Add it to "figures" with its unit, or leave it out.',
    );
  }
}
