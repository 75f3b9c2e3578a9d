/** What an overlay breaks in the folder that it changes. */
import { authoredSchema, type EntityKind } from '../schema.js';
import { checkEntries } from './check.js';
import { isLive, type Entry } from './entry.js';
import type { ContentIssue } from './issue.js';
import { BUNDLE_FILE, keyOf, keyOfEntry, laid, type EntryChange } from './overlay.js';
import type { Folder } from './read.js';
import { parseRef } from './ref.js';
import { reporter } from './source-file.js';

/**
 * Checks the entries together. What is wrong in the overlay's own files is reported there; what is wrong in the base now
 * is reported at the change that it comes from, as nobody can mend it anywhere else.
 */
export function checkLaid({ facts, base, changes = [] }: Folder, issues: ContentIssue[]): void {
  if (!base) return; // everything would seem to be missing
  const below = base.entries.filter(isLive);
  const found = issuesOf(below, changes);
  const own = new Set(changes.flatMap(({ entry }) => entry?.file ?? []));
  issues.push(...found.filter(({ file }) => own.has(file)));
  let left = found.filter(({ file }) => !own.has(file));
  if (!left.length) return;

  for (const change of changes) {
    // Without this change, what does not come up comes from it.
    const others = issuesOf(
      below,
      changes.filter((other) => other !== change),
    );
    const caused = left.filter((issue) => !others.some((other) => isSame(issue, other)));
    if (!caused.length) continue;
    left = left.filter((issue) => !caused.includes(issue));
    reportBroken(change, caused, issues);
  }
  if (left.length) {
    reportBroken({ file: BUNDLE_FILE, line: facts?.lineOf(['extends']) ?? 1, path: 'extends' }, left, issues);
  }
}

function issuesOf(base: readonly Entry[], changes: readonly EntryChange[]): ContentIssue[] {
  const found: ContentIssue[] = [];
  checkEntries(withoutHidden(base, changes, [...LINKS, ...CONDITIONS]), found);
  return found;
}

const isSame = (a: ContentIssue, b: ContentIssue): boolean =>
  a.id === b.id && a.file === b.file && a.path === b.path && a.message === b.message;

/** Most troubles named in one message. */
const MAX_NAMED = 5;

function reportBroken(
  { file, line, path }: Pick<EntryChange, 'file' | 'line' | 'path'>,
  caused: readonly ContentIssue[],
  issues: ContentIssue[],
): void {
  const what = { '': 'This entry breaks', extends: 'Together, the changes break' }[path] ?? 'Hiding this breaks';
  const places = caused.length === 1 ? 'one place' : `${caused.length} places`;
  const named = caused.slice(0, MAX_NAMED).map((issue) => `${issue.file}: ${issue.message}`);
  const more = caused.length > MAX_NAMED ? ` And ${caused.length - MAX_NAMED} more.` : '';
  reporter(issues, file)(
    'overlay-breaks',
    line,
    path,
    `${what} the base in ${places}. ${named.join(' ')}${more}`,
    'Take that change back, or hide or replace the entries named here too.',
  );
}

// ---------------------------------------------------------------- what does not break

/** A field of an entry of the base that names others, and can do without some of them. */
interface Naming {
  readonly path: readonly [field: string, clause?: string];
  /** The entry that a value in it names. */
  readonly named: (value: string) => { readonly kind: EntityKind; readonly id: string } | undefined;
}

/** Places that an entry links to. */
const LINKS: readonly Naming[] = [
  { path: ['leadsTo'], named: parseRef },
  { path: ['formats'], named: (id) => ({ kind: 'format', id }) },
];

const reasonIn = (condition: string) => {
  const [prefix, id = ''] = condition.split(':');
  return prefix === 'reason' ? { kind: 'reason' as const, id } : undefined;
};
/** What a rule asks of a visitor, of which one answer or another is enough. Nobody can tick a reason that is hidden. */
const CONDITIONS: readonly Naming[] = [
  { path: ['when', 'any'], named: reasonIn },
  { path: ['when', 'none'], named: reasonIn },
];

/** The entries of a compiled overlay: those of its base don't link to what is hidden. */
export const shownEntries = ({ entries, base, changes }: Folder): readonly Entry[] =>
  base && changes ? withoutHidden(base.entries, changes, LINKS) : entries;

/** The base with changes, where entries of the base that still stand don't name what is hidden. */
function withoutHidden(base: readonly Entry[], changes: readonly EntryChange[], namings: readonly Naming[]): Entry[] {
  const live = base.filter(isLive);
  const inherited = new Set(live);
  const hidden = new Set(changes.filter(({ entry }) => !entry).map(keyOf));
  const known = new Set(live.map(keyOfEntry));
  const isHidden = (target: ReturnType<Naming['named']>) => {
    const key = target && keyOf(target);
    return key !== undefined && known.has(key) && hidden.has(key);
  };
  if (!hidden.size) return laid(live, changes);
  return laid(live, changes).map((entry) => {
    if (!inherited.has(entry)) return entry;
    return namings.reduce((left, { path, named }) => without(left, path, (value) => isHidden(named(value))), entry);
  });
}

/** The entry without some values of one list; unchanged when it needs more of them than are left. */
function without(entry: Entry, [field, clause]: Naming['path'], isGone: (value: string) => boolean): Entry {
  const fields = (clause === undefined ? entry.data : entry.data[field]) as
    Readonly<Record<string, unknown>> | undefined;
  const list = fields?.[clause ?? field] as readonly string[] | undefined;
  const left = list?.filter((value) => !isGone(value));
  if (!left || left.length === list?.length) return entry;
  const data = { ...entry.data, [field]: clause === undefined ? left : { ...fields, [clause]: left } };
  // Without any condition left, a rule would hold for everybody.
  const isEnough = (left.length > 0 || clause !== 'any') && authoredSchema(entry.kind).safeParse(data).success;
  return isEnough ? { ...entry, data } : entry;
}
