/** What an overlay may not change, found in its files. */
import { refusals, type Guarded, type Refusal } from '../protected.js';
import type { EntityKind } from '../schema.js';
import { byOrder, type Entry } from './entry.js';
import type { ContentIssue } from './issue.js';
import { BUNDLE_FILE, laid, type EntryChange } from './overlay.js';
import { reporter, type Report } from './source-file.js';

const GUARDED: Readonly<Record<keyof Guarded, EntityKind>> = {
  lines: 'crisisLine',
  regions: 'region',
  safety: 'safety',
  questions: 'question',
  rules: 'rule',
};

/** Reports changes to what keeps a family safe. They are left out then, so that nothing else is called wrong for them. */
export function refuse(
  base: readonly Entry[],
  changes: readonly EntryChange[],
  issues: ContentIssue[],
): ReadonlySet<EntryChange> {
  // Of an entry that is not valid it can't be said what it keeps; what is wrong with it is reported already.
  const judged = changes.filter(({ entry }) => entry?.valid !== false);
  const refused = new Set<EntryChange>();
  for (const refusal of refusals(guarded(base), guarded(laid(base, judged)))) {
    const kind = GUARDED[refusal.list];
    const change = judged.find((one) => one.kind === kind && one.id === refusal.id);
    if (!change || refused.has(change)) continue;
    refused.add(change);
    reportRefusal(change, refusal, reporter(issues, change.file));
  }
  return refused;
}

function reportRefusal({ entry, file, line, path, id }: EntryChange, { field, why }: Refusal, report: Report): void {
  const [at, where] = entry && field ? [entry.lineOf([field]), field] : [line, path];
  const sentence = why.replace(/^./, (letter) => letter.toUpperCase());
  report('overlay-protected', at, where, `${sentence}: "${id}".`, fixFor(file, field));
}

function fixFor(file: string, field: string): string {
  if (field === 'order') return 'Give it a higher "order" than those have.';
  if (field) return 'Choose another one.';
  return file === BUNDLE_FILE ? 'Take it off the list.' : 'Keep all of that as it is there, or take this file out.';
}

/** The entries that are looked at, as a page will show them. */
function guarded(entries: readonly Entry[]): Guarded {
  const sorted = [...entries].sort(byOrder);
  const of = (list: keyof Guarded) => sorted.filter(({ kind }) => kind === GUARDED[list]).map(({ data }) => data);
  const lists = {
    lines: of('lines'),
    regions: of('regions'),
    safety: of('safety'),
    questions: of('questions'),
    rules: of('rules'),
  };
  return lists as unknown as Guarded; // each entry was validated on its own
}
