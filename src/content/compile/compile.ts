import type * as z from 'zod/mini';
import {
  folderFacts,
  interfaceWords,
  SCHEMA_VERSION,
  UNSENT_FIELDS,
  type Bundle,
  type EntityKind,
  type FolderFacts,
  type Words,
} from '../schema.js';
import { checkEntries } from './check.js';
import { addDuration } from './dates.js';
import { CONTENT_FOLDERS, kindOfPath, readEntry, type Entry } from './entry.js';
import { sortIssues, type ContentIssue } from './issue.js';
import { decode, MAX_WORDS_BYTES, readYaml, reporter, type SourceFile } from './source-file.js';
import { parseRef } from './ref.js';
import { reportSchemaIssues } from './validate.js';

export interface CompileResult {
  /** All that is wrong, in the order of the files. Empty if and only if there is a bundle. */
  readonly issues: readonly ContentIssue[];
  readonly bundle?: Bundle;
}

/** Turns the files of one locale's folder into a bundle, or says everything that is wrong with them. */
export function compile(files: readonly SourceFile[]): CompileResult {
  const issues: ContentIssue[] = [];
  const facts = readYamlFile(files, 'bundle.yaml', folderFacts, issues);
  const words = readYamlFile(files, 'interface.yaml', interfaceWords, issues);
  const entries = readEntries(files, issues);
  const live = entries.filter(({ data }) => data.status !== 'retired');
  checkEntries(live, issues);
  if (issues.length || !facts || !words) return { issues: sortIssues(issues) };
  return { issues: [], bundle: assemble(facts, words, live) };
}

function readEntries(files: readonly SourceFile[], issues: ContentIssue[]): Entry[] {
  const entries: Entry[] = [];
  for (const file of files) {
    if (file.path === 'bundle.yaml' || file.path === 'interface.yaml') continue;
    const kind = kindOfPath(file.path);
    if (!kind || !/^[^/]+\/[^/]+\.md$/.test(file.path)) {
      reporter(issues, file.path)(
        'misplaced-file',
        1,
        '',
        'This file is not in a folder for a kind of entry, or does not end in ".md".',
        `Move it into one of: ${CONTENT_FOLDERS.join(', ')}.`,
      );
      continue;
    }
    entries.push(readEntry(file, kind, issues));
  }
  return entries;
}

function readYamlFile<T extends z.ZodMiniType>(
  files: readonly SourceFile[],
  name: string,
  schema: T,
  issues: ContentIssue[],
): z.infer<T> | undefined {
  const report = reporter(issues, name);
  const file = files.find(({ path }) => path === name);
  if (!file) {
    report('missing-field', 1, '', `The folder has no ${name}.`, 'Copy it from content/en and change the words.');
    return undefined;
  }
  const text = decode(file, report, MAX_WORDS_BYTES);
  const yaml = text === undefined ? undefined : readYaml(text, 1, report);
  if (!yaml) return undefined;
  const result = schema.safeParse(yaml.data);
  if (result.success) return result.data;
  reportSchemaIssues(result.error.issues, yaml.data, report, yaml.lineOf);
  return undefined;
}

type Sent = Record<string, unknown> & { readonly id: string };

function assemble(facts: FolderFacts, words: Words, entries: readonly Entry[]): Bundle {
  const sorted = [...entries].sort((a, b) => orderOf(a) - orderOf(b) || a.data.id.localeCompare(b.data.id, 'en'));
  const all = (kind: EntityKind) => sorted.filter((entry) => entry.kind === kind).map(({ data }) => sentFields(data));
  const cited = new Set(entries.flatMap(({ data }) => (data.citations as readonly string[] | undefined) ?? []));
  const reasons = all('reason');
  const bundle = {
    schemaVersion: SCHEMA_VERSION,
    ...facts,
    core: {
      words: { common: words.common, help: words.help },
      draftedOn: entries.map(({ data }) => String(data.draftedOn)).sort().at(-1),
      regions: all('region'),
      lines: sorted.filter(({ kind }) => kind === 'crisisLine').map(({ data }) => ({ ...sentFields(data), reviewBy: reviewBy(data) })),
      safety: all('safety'),
      sources: all('source').filter(({ id }) => cited.has(id)),
    },
    reasons: {
      words: words.checklist,
      groups: all('group'),
      items: reasons,
      strengths: all('strength'),
      titles: titlesOf(reasons, entries),
    },
    steps: { words: words.wizard, questions: all('question'), outcomes: all('outcome'), rules: all('rule') },
    plan: {
      words: words.planner,
      roles: all('role'),
      contingencies: all('contingency'),
      suggestedBy: suggestionsOf(entries),
    },
    care: { words: words.care, items: all('selfCare'), cards: all('supportCard') },
    guide: { words: words.guide, ways: all('wayIn'), stages: all('stage') },
  };
  // Every entry was validated on its own; the cast only says so.
  return bundle as unknown as Bundle;
}

const orderOf = ({ data }: Entry) => Number(data.order ?? 0);

/** When a crisis line has to be checked again. */
const reviewBy = ({ verifiedOn, reviewEvery }: Entry['data']) => addDuration(String(verifiedOn), String(reviewEvery));

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
