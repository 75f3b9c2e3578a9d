import { createHash } from 'node:crypto';
import {
  bundleSchema,
  SCHEMA_VERSION,
  UNSENT_FIELDS,
  type Bundle,
  type EntityKind,
  type FolderFacts,
  type Sponsor,
  type Words,
} from '../schema.js';
import { lint } from '../lint/lint.js';
import type { Overlay } from '../overlay.js';
import { checkEntries } from './check.js';
import { today } from '../format.js';
import { reviewBy } from './dates.js';
import { overlayBetween } from './diff.js';
import { byOrder, isLive, type Entry } from './entry.js';
import { isError, sortIssues, type ContentIssue } from './issue.js';
import { checkLaid, shownEntries } from './overlay-breaks.js';
import { allWords, isBuiltInName } from './overlay.js';
import { readSource, type ContentSource, type Folder } from './read.js';
import { parseRef } from './ref.js';
import { reporter } from './source-file.js';
import { reportSchemaIssues } from './validate.js';

export interface CompileOptions {
  /** The day that review dates are held against, as `2026-11-25`. Left out, it is today. */
  readonly today?: string | undefined;
}

export interface CompileResult {
  /** All there is to say, in the order of the files. */
  readonly issues: readonly ContentIssue[];
  /** There if and only if no issue is an error. */
  readonly bundle?: Bundle;
  /** What the bundle changes of a built-in one, if that is what the folder says. */
  readonly overlay?: Overlay;
}

/**
 * Turns the files of one folder into a bundle, or says everything that is wrong with them.
 * @param source The files, and those of the folder they translate or change, if they do.
 */
export function compile(source: ContentSource, options: CompileOptions = {}): CompileResult {
  const found: ContentIssue[] = [];
  const folder = readSource(source, found);
  if (folder.changes) checkLaid(folder, found);
  // Without what it builds on, everything would seem to be missing.
  else if (!found.some(({ id }) => id === 'broken-base')) checkEntries(folder.entries.filter(isLive), found);
  lint(folder, options.today ?? today(), found);
  const bundle = found.some(isError) ? undefined : bundleOf(folder);
  if (bundle) checkWhole(bundle, found);
  const issues = sortIssues(found);
  if (!bundle || issues.some(isError)) return { issues };
  const overlay = overlayOf(folder, bundle);
  return { issues, bundle, ...(overlay ? { overlay } : {}) };
}

function bundleOf(folder: Folder): Bundle | undefined {
  const { facts } = folder;
  const words = allWords(folder);
  if (!facts || !words) return undefined;
  const { locale, dir, contentVersion, sponsor } = facts.data;
  return assemble({ locale, dir, contentVersion }, sponsor, words, shownEntries(folder).filter(isLive));
}

/** Reports what makes a page refuse the bundle though each entry is fine, such as too many of a kind. */
function checkWhole(bundle: Bundle, issues: ContentIssue[]): void {
  const result = bundleSchema.safeParse(bundle);
  if (!result.success) reportSchemaIssues(result.error.issues, bundle, reporter(issues, 'bundle.yaml'), () => 1);
}

/** What a folder changes of a language that comes with the kit: a page has that one, and needs no more than the rest. */
function overlayOf({ facts, base }: Folder, bundle: Bundle): Overlay | undefined {
  const name = facts?.data.extends;
  const before = base && bundleOf(base);
  return before && name !== undefined && isBuiltInName(name) ? overlayBetween(name, before, bundle) : undefined;
}

/** Parts with no entries that cite. */
const NO_SOURCES: ReadonlySet<string> = new Set(['guide', 'saving']);

/** What a consent is known by: it changes with the smallest change of the words. */
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Sent = Record<string, unknown> & { readonly id: string };

function assemble(facts: FolderFacts, sponsor: Sponsor | undefined, words: Words, entries: readonly Entry[]): Bundle {
  const sorted = [...entries].sort(byOrder);
  const ofKind = (kind: EntityKind) => sorted.filter((entry) => entry.kind === kind);
  const all = (kind: EntityKind) => ofKind(kind).map(({ data }) => ({ ...sentFields(data), ...datesOf(data) }));
  const verified = (kind: EntityKind) =>
    ofKind(kind).map(({ data }) => ({ ...sentFields(data), reviewBy: reviewBy(data) }));
  const reasons = all('reason');
  const bundle = {
    schemaVersion: SCHEMA_VERSION,
    ...facts,
    core: {
      words: { common: words.common, help: words.help },
      draftedOn: entries
        .map(({ data }) => String(data.draftedOn))
        .sort()
        .at(-1),
      isDraft: entries.some(({ kind, data }) => kind !== 'source' && data.status !== 'reviewed'),
      ...(sponsor ? { sponsor } : {}),
      regions: all('region'),
      lines: verified('crisisLine'),
      safety: all('safety'),
    },
    debrief: { words: words.debrief, rows: words.rows, lenses: all('lens') },
    reasons: {
      words: words.checklist,
      groups: all('group'),
      items: reasons,
      strengths: all('strength'),
      titles: titlesOf(reasons, entries),
    },
    steps: {
      words: words.wizard,
      questions: all('question'),
      outcomes: all('outcome'),
      rules: all('rule'),
      formats: all('format'),
    },
    timeline: { words: words.timeline, days: all('days') },
    plan: {
      words: words.planner,
      rows: words.rows,
      roles: all('role'),
      contingencies: all('contingency'),
      suggestedBy: suggestionsOf(entries),
    },
    tools: {
      words: words.tools,
      rows: words.rows,
      steps: all('planStep'),
      limits: all('limit'),
      goals: all('goal'),
      ready: all('ready'),
      team: ofKind('careRole').map(({ data: { id, name } }) => ({ id, name })),
    },
    watch: { words: words.watch, rows: words.rows, checkIns: all('checkIn'), barriers: all('barrier') },
    care: { words: words.care, rows: words.rows, items: all('selfCare'), cards: all('supportCard') },
    learn: {
      words: words.learn,
      topics: all('topic'),
      myths: all('myth'),
      treatments: all('treatment'),
      phrases: all('phrase'),
      roles: all('careRole'),
      listings: verified('listing'),
    },
    guide: { words: words.guide, ways: all('wayIn'), stages: all('stage') },
    saving: { words: words.saving },
    contact: {
      words: words.contact,
      consents: ofKind('consent').map(({ data }) => ({ ...sentFields(data), hash: sha256(String(data.text)) })),
    },
  };
  // Every entry was validated on its own; the cast only says so.
  return withSources(bundle, all('source')) as unknown as Bundle;
}

/**
 * Gives each part the sources its entries cite, so that a widget downloads no others. Those of the core are there for
 * every widget and are not given again.
 */
function withSources(bundle: { readonly core: object }, sources: readonly Sent[]): object {
  const cited = (part: object) =>
    new Set(
      Object.values(part).flatMap((list) =>
        Array.isArray(list)
          ? (list as Partial<Sent>[]).flatMap(({ citations }) => (citations as string[] | undefined) ?? [])
          : [],
      ),
    );
  const inCore = cited(bundle.core);
  const parts = Object.entries<unknown>({ ...bundle }).map(([name, part]) => {
    if (typeof part !== 'object' || part === null || NO_SOURCES.has(name)) return [name, part];
    const own = cited(part);
    const given = sources.filter(({ id }) => own.has(id) && (name === 'core' || !inCore.has(id)));
    return [name, { ...part, sources: given }];
  });
  return Object.fromEntries(parts) as object;
}

/** The dates that stand under an entry's sources; one without sources shows none. */
const datesOf = (data: Entry['data']) =>
  data.citations ? { draftedOn: data.draftedOn, reviewBy: reviewBy(data) } : {};

function sentFields(data: Entry['data']): Sent {
  const sent = Object.entries(data).filter(([field, value]) => !UNSENT_FIELDS.has(field) && value !== null);
  return Object.fromEntries(sent) as Sent;
}

/** What an entry is called where it is linked from. */
const TITLE_FIELDS: Partial<Record<EntityKind, string>> = {
  outcome: 'title',
  contingency: 'trigger',
  selfCare: 'title',
  supportCard: 'name',
  safety: 'title',
  topic: 'title',
  treatment: 'name',
  phrase: 'say',
  careRole: 'name',
  planStep: 'label',
  goal: 'goal',
};

function titlesOf(reasons: readonly Sent[], entries: readonly Entry[]): Record<string, string> {
  const titles: Record<string, string> = {};
  for (const ref of reasons.flatMap(({ leadsTo }) => leadsTo as readonly string[])) {
    const target = parseRef(ref);
    const entry = entries.find(({ kind, data }) => kind === target?.kind && data.id === target.id);
    if (target && entry) titles[ref] = String(entry.data[TITLE_FIELDS[target.kind] ?? 'id']);
  }
  return titles;
}

function suggestionsOf(entries: readonly Entry[]): Record<string, string[]> {
  const suggestedBy: Record<string, string[]> = {};
  for (const { kind, data } of entries) {
    if (kind !== 'reason' && kind !== 'outcome') continue;
    for (const ref of (data.leadsTo as readonly string[] | undefined) ?? []) {
      const target = parseRef(ref);
      if (target?.kind === 'contingency') (suggestedBy[target.id] ??= []).push(`${kind}:${data.id}`);
    }
  }
  return suggestedBy;
}
