/** What content may say in numbers: crisis lines from a closed list, and figures that a cited source gives. */
import type { RawEntry } from './helpers.js';

/** Every number a crisis line may have. One that is not here was not checked. */
export const CRISIS_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  US: [
    '911',
    '988',
    '1-800-662-4357',
    '1-800-487-4889',
    '1-800-222-1222',
    '741741',
    '1-800-422-4453',
    '1-800-799-7233',
    '88788',
  ],
  UK: ['999', '111', '116 123'],
  CA: ['911', '988'],
  AU: ['000', '13 11 14'],
};

/** Front matter that is no prose: ids, dates, addresses, choices. */
const NOT_PROSE = new Set(
  [
    'id status seedRef draftedOn reviewEvery reviewedOn reviewedBy citations evidence safety regions',
    'group order board leadsTo kind next goto tags cards when outcomes place url code standIns plan owner part',
    'domain feeling side region how langs source verifiedOn verifiedBy lines figures checkedOn checkedBy doi pmid year',
  ].flatMap((keys) => keys.split(' ')),
);

function wordsIn(value: unknown, key = ''): string[] {
  if (NOT_PROSE.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((item) => wordsIn(item));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, name));
}

/** All an entry says in words, without the addresses of its links. */
export const proseOf = ({ front, body }: RawEntry): string =>
  [...wordsIn(front), body.replaceAll(/\]\([^)]*\)/g, ']')].join('\n');

const NUMBER = /\d+(?:[.,]\d+)*/g;
const valueOf = (text: string) => Number(text.replaceAll(',', ''));

/** Whether the words hold a number one could dial: three digits in a row, or groups of digits side by side. */
export function dialable(prose: string): readonly string[] {
  return prose.match(/\d[\d()]*(?:[-\s./()]+\d+){2,}|\d+-\d[\d-]*|\d{3,}/g) ?? [];
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly n?: number;
}
const figuresOf = ({ front }: RawEntry): readonly Figure[] => (front.figures ?? []) as readonly Figure[];

/** A small count needs no source: two short sentences, three people, twelve months. */
const PLAIN_COUNT = 12;
const SHARE = /(\d+(?:\.\d+)?)\s*(?:(?:out of|in|of)\s+(?:every\s+)?(\d+)|%|percent)/g;
const AROUND_THE_CLOCK = /\b24\/7\b/g;

/** Figures in an entry's prose that no source it cites gives, as sentences. */
export function unfoundedFigures(entry: RawEntry, sources: readonly RawEntry[]): readonly string[] {
  const cited = (entry.front.citations ?? []) as readonly string[];
  const figures = sources.filter(({ front }) => cited.includes(String(front.id))).flatMap(figuresOf);
  const complaint = (what: string) => `${entry.file}: "${what}" is in none of ${cited.join(', ') || 'no citations'}`;
  const complaints: string[] = [];
  const rest = proseOf(entry)
    .replaceAll(AROUND_THE_CLOCK, '')
    .replaceAll(SHARE, (share, part: string, whole?: string) => {
      const isPercent = whole === undefined || whole === '100';
      const given = figures.some(({ value, unit }) => value === Number(part) && unit.startsWith('percent'));
      if (!isPercent || !given) complaints.push(complaint(share));
      return '';
    });
  for (const [number] of rest.matchAll(NUMBER)) {
    const value = valueOf(number);
    const given = figures.some((figure) => figure.value === value || figure.n === value);
    if (!given && !(Number.isInteger(value) && value >= 1 && value <= PLAIN_COUNT)) complaints.push(complaint(number));
  }
  return complaints;
}

/** Figures in the finding of a source that its list of figures lacks. */
export function unlistedFigures(source: RawEntry): readonly string[] {
  const known = new Set(figuresOf(source).flatMap(({ value, n = value }) => [value, n]));
  const inUnits = figuresOf(source)
    .flatMap(({ unit }) => unit.match(NUMBER) ?? [])
    .map(valueOf);
  const name = `${String(source.front.title)} ${String(source.front.by)}`;
  return (source.body.match(NUMBER) ?? []).filter(
    (number) => !known.has(valueOf(number)) && !inUnits.includes(valueOf(number)) && !name.includes(number),
  );
}
