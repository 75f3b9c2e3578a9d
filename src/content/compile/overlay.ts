/** Reads overlays: folders that change a few things of another one. */
import { changed, type Change } from '../overlay.js';
import { sameLanguage, samePlaces } from '../protected.js';
import { folderFile, interfaceWords, someWords, type EntityKind, type Words } from '../schema.js';
import { checkEntries } from './check.js';
import { isLive, readEntry, type Entry } from './entry.js';
import { formatPath, type ContentIssue } from './issue.js';
import { refuse } from './overlay-protected.js';
import { readEntries, readSource, readYamlFile, type ContentSource, type Folder, type YamlFile } from './read.js';
import { KIND_NAMES } from './ref.js';
import { reporter } from './source-file.js';
import { linesOf, textsIn } from './texts.js';

export const BUNDLE_FILE = 'bundle.yaml';

/** What an overlay does to one entry: hides it, replaces it, or adds it. */
export interface EntryChange {
  readonly kind: EntityKind;
  readonly id: string;
  /** What is there now; nothing when it is hidden. */
  readonly entry?: Entry;
  /** Where to report that it goes too far. */
  readonly file: string;
  readonly line: number;
  readonly path: string;
}

/** Whether a folder extends a language that comes with the kit, and not one at a path. */
export const isBuiltInName = (name: string): boolean => !name.startsWith('.') && !/[/\\]/.test(name);

/** Every word that an overlay leads to: its own, and those of its base. */
export const allWords = ({ base, words, changes }: Folder): Words | undefined =>
  (changes ? base?.words && changed(base.words.data, words?.data ?? {}) : words?.data) as Words | undefined;

export const keyOf = ({ kind, id }: Pick<EntryChange, 'kind' | 'id'>): string => `${kind} ${id}`;
export const keyOfEntry = ({ kind, data }: Entry): string => keyOf({ kind, id: data.id });

/** Reads an overlay and its base, lays one over the other, and reports what is wrong with the overlay's own files. */
export function readOverlay({ files, base: baseSource }: ContentSource, issues: ContentIssue[]): Folder {
  const facts = readYamlFile(files, BUNDLE_FILE, folderFile, issues);
  const words = readYamlFile(files, 'interface.yaml', someWords, issues, { optional: true });
  const own = readEntries(files, readEntry, issues);
  const base = facts && readBase(facts, baseSource, issues);
  if (!base) return { facts, words, entries: [], changes: [] };

  checkFacts(facts, base, issues);
  if (words) checkWords(words, base, issues);
  const live = base.entries.filter(isLive);
  const changes = [...hidden(facts, live, own, issues), ...own.map(changeOfFile)];
  const refused = refuse(live, changes, issues);
  const left = changes.filter((change) => !refused.has(change));
  return { facts, words, entries: laid(live, left), base, changes: left };
}

type Facts = NonNullable<Folder['facts']>;

function readBase(facts: Facts, source: ContentSource | undefined, issues: ContentIssue[]): Folder | undefined {
  const { extends: name = '' } = facts.data;
  const found: ContentIssue[] = [];
  const base = source && readSource(source, found);
  const isWhole = base?.facts?.data.extends === undefined;
  if (base && isWhole && !found.length) checkEntries(base.entries.filter(isLive), found);
  if (base && isWhole && !found.length) return base;

  const report = (message: string, fix: string) =>
    reporter(issues, BUNDLE_FILE)('broken-base', facts.lineOf(['extends']), 'extends', message, fix);
  if (!base && isBuiltInName(name)) {
    report(
      `No language "${name}" comes with the kit.`,
      'Name one that does, such as en, or a path that begins with "../".',
    );
  } else if (!base) {
    report(`There is no folder "${name}".`, 'Give the path from this folder to the one it changes.');
  } else if (!isWhole) {
    report(`The folder "${name}" is an overlay itself.`, 'Extend the folder that it extends.');
  } else {
    report(`The folder "${name}" has problems of its own.`, 'Check that folder first and mend what it says.');
  }
  return undefined;
}

function checkFacts({ data, lineOf }: Facts, base: Folder, issues: ContentIssue[]): void {
  const report = (id: 'bad-value' | 'unknown-field', field: string, message: string, fix: string) =>
    reporter(issues, BUNDLE_FILE)(id, lineOf([field]), field, message, fix);
  if (data.translates !== undefined) {
    report(
      'unknown-field',
      'translates',
      'A folder either changes another one or translates it.',
      'Keep "extends" or "translates", and take the other one out.',
    );
  }
  const { locale, dir } = base.facts?.data ?? data;
  if (!sameLanguage(data.locale, locale)) {
    report(
      'bad-value',
      'locale',
      `What this folder changes is in "${locale}", and "${data.locale}" is another language.`,
      `Write "locale: ${locale}", or extend a folder in that language.`,
    );
  } else if (data.dir !== dir) {
    report('bad-value', 'dir', `What this folder changes is read "${dir}".`, `Write "dir: ${dir}".`);
  }
}

/** A button "Call {number}" has to go on naming the number. */
function checkWords(words: YamlFile<Change<Words>>, base: Folder, issues: ContentIssue[]): void {
  const before = new Map(textsIn(interfaceWords, base.words?.data).map(({ path, value }) => [formatPath(path), value]));
  for (const { path, value } of textsIn(interfaceWords, words.data)) {
    const place = formatPath(path);
    const old = linesOf(before.get(place) ?? value).join('\n');
    if (samePlaces(old, linesOf(value).join('\n'))) continue;
    reporter(issues, 'interface.yaml')(
      'overlay-places',
      words.lineOf(path),
      place,
      `The places in braces are not those of the words it replaces: ${JSON.stringify(old)}.`,
      'Use the same places.',
    );
  }
}

// ---------------------------------------------------------------- what changes

const changeOfFile = (entry: Entry): EntryChange => ({
  kind: entry.kind,
  id: entry.data.id,
  ...(isLive(entry) ? { entry } : {}),
  file: entry.file,
  line: entry.lineOf(['id']),
  path: '',
});

/** What `hide` takes out, but for names that are no entry of the base. */
function hidden(
  { data: { hide = [] }, lineOf }: Facts,
  base: readonly Entry[],
  own: readonly Entry[],
  issues: ContentIssue[],
): EntryChange[] {
  const known = new Set(base.map(keyOfEntry));
  const files = new Map(own.map((entry) => [keyOfEntry(entry), entry.file]));
  return hide.flatMap((name, i) => {
    const path = formatPath(['hide', i]);
    const report = (id: 'bad-value' | 'overlay-unknown', message: string, fix: string): [] => {
      reporter(issues, BUNDLE_FILE)(id, lineOf(['hide', i]), path, message, fix);
      return [];
    };
    const [kindName = '', id = ''] = name.split(':');
    const kind = KIND_NAMES.get(kindName);
    if (!kind) return report('overlay-unknown', `"${name}" names no kind of entry.`, KINDS_FIX);
    const key = keyOf({ kind, id });
    if (!known.has(key)) {
      return report('overlay-unknown', `There is no "${name}" to hide.`, 'Check the id, or take it off the list.');
    }
    const file = files.get(key);
    if (file) return report('bad-value', `"${name}" is hidden here, and ${file} replaces it.`, 'Keep one of the two.');
    if (hide.indexOf(name) < i) {
      return report('bad-value', `"${name}" is hidden twice.`, 'Take one of them off the list.');
    }
    return [{ kind, id, file: BUNDLE_FILE, line: lineOf(['hide', i]), path }];
  });
}

const KINDS_FIX = `Write a kind and an id, as in "reason:too_long". Kinds: ${[...KIND_NAMES.keys()].sort().join(', ')}.`;

/** The entries of the base with changes: what is replaced keeps its place, what is added comes last. */
export function laid(base: readonly Entry[], changes: readonly EntryChange[]): Entry[] {
  const byKey = new Map(changes.map((change) => [keyOf(change), change]));
  const known = new Set(base.map(keyOfEntry));
  const kept = base.flatMap((entry) => {
    const change = byKey.get(keyOfEntry(entry));
    return change ? (change.entry ?? []) : entry;
  });
  return [...kept, ...changes.flatMap((change) => (change.entry && !known.has(keyOf(change)) ? change.entry : []))];
}
