/** What stands together on a screen, as one text: what a reader has to take in at once is what is scored. */
import { ENTITIES, interfaceWords, type EntityKind } from '../schema.js';
import type { Entry } from '../compile/entry.js';
import { allWords } from '../compile/overlay.js';
import type { Folder } from '../compile/read.js';
import { linesOf, textsIn, type TextAt } from '../compile/texts.js';
import { ownEntries, textsOf } from './own.js';

export interface Screen {
  /** `reasons/felt_cornered`, `reasons (list)` or `interface.yaml planner`. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly path: string;
  /** Each ends a sentence, be it a paragraph, an item of a list, or a label. */
  readonly lines: readonly string[];
}

/** A shorter text is no screen: it stands in a list with others of its kind, and is scored with them. */
const SHORTEST = 25;

/** What stands in the list of a kind, where a visitor chooses an entry. */
const LIST_FIELDS: Partial<Record<EntityKind, string>> = {
  safety: 'choose',
  reason: 'label',
  strength: 'label',
  outcome: 'title',
  format: 'title',
  contingency: 'trigger',
  planStep: 'label',
  limit: 'willNot',
  goal: 'goal',
  ready: 'label',
  barrier: 'label',
  topic: 'title',
  selfCare: 'title',
  supportCard: 'see',
};

const WORD = /[\p{L}\p{N}]+(?:[-'’.,][\p{L}\p{N}]+)*/gu;
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/**
 * The screens of a folder.
 * @param stand What is read where a number, an address, or the name of a help line will be: none is ours to shorten.
 */
export function screensOf(folder: Folder, stand: string): Screen[] {
  const entries = ownEntries(folder).filter(({ kind }) => kind !== 'source');
  const names = namesIn(folder.entries);
  const read = (texts: readonly TextAt[]): string[] =>
    texts
      .filter(({ exempt }) => !exempt)
      .flatMap(({ value }) => linesOf(value, () => stand))
      .map((line) =>
        names.reduce((text, name) => text.replaceAll(name, stand), line.replaceAll(/\{[^{}\s]+\}/g, stand)),
      );

  const kinds = Object.keys(ENTITIES) as EntityKind[];
  const screens = kinds.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    const { folder: file } = ENTITIES[kind];
    const inList = (text: TextAt) => text.path[0] === LIST_FIELDS[kind];
    return partsAndList(
      { file, line: 1, path: '', name: `${file} (list)` },
      ofKind.map((entry) => ({
        screen: {
          name: entry.file.replace(/\.md$/, ''),
          file: entry.file,
          line: 1,
          path: '',
          lines: read(textsOf(entry)),
        },
        inList: read(textsOf(entry).filter(inList)),
      })),
    );
  });
  return [...screens, ...wordScreens(folder, read)];
}

/** The interface words of each element are a screen. Those that an overlay leaves alone stand beside those it changes. */
function wordScreens(folder: Folder, read: (texts: readonly TextAt[]) => string[]): Screen[] {
  const { words: own } = folder;
  const all = allWords(folder);
  if (!own || !all) return [];
  const file = 'interface.yaml';
  const groups = (Object.keys(own.data) as (keyof typeof all)[]).map((group) => ({
    screen: {
      name: `${file} ${group}`,
      file,
      line: own.lineOf([group]),
      path: group,
      lines: read(textsIn(interfaceWords.def.shape[group], all[group])),
    },
    inList: [],
  }));
  return partsAndList({ name: `${file} (short groups)`, file, line: 1, path: '' }, groups);
}

interface Part {
  readonly screen: Screen;
  /** What the list shows of it. */
  readonly inList: readonly string[];
}

/** Parts long enough to stand alone, and the list: what it shows of those, and all of the others. */
function partsAndList(list: Omit<Screen, 'lines'>, parts: readonly Part[]): Screen[] {
  const isScreen = ({ lines }: Screen) => lines.reduce((sum, line) => sum + wordsOf(line).length, 0) >= SHORTEST;
  const lines = parts.flatMap(({ screen, inList }) => (isScreen(screen) ? inList : screen.lines));
  return [...parts.map(({ screen }) => screen), { ...list, lines }].filter(isScreen);
}

/** Names of help lines and places to turn to, the longest first, as one may stand in another. */
const namesIn = (entries: readonly Entry[]): string[] =>
  entries
    .filter(({ kind, valid }) => valid && (kind === 'crisisLine' || kind === 'listing'))
    .map(({ data }) => String(data.name))
    .sort((a, b) => b.length - a.length);
