/** What states are like for the keyboard and for screen readers, kept in files that people can read. */
import { expect } from '@open-wc/testing';
import { getSnapshotConfig, readFile, writeFile } from '@web/test-runner-commands';
import type { Tag } from '../elements.js';

/** The states of which files tell: between them they have most of what an element shows. */
export const KEPT: Readonly<Record<Tag, readonly string[]>> = {
  'failed-intervention-guide': ['first screen', 'summary of a whole visit', 'saved', 'notes found'],
  'failure-reason-checklist': ['first screen', 'all unchecked, undo offered', 'sheets side by side'],
  'next-steps-wizard': ['first screen', 'a question', 'a way to ask chosen'],
  'contingency-planner': [
    'first screen',
    'form, with errors',
    'a row removed, undo offered',
    'steps',
    'lists to have ready',
  ],
  'family-self-care-card': ['first screen', 'one thing done, a small win', 'form of a small win, with errors'],
  'progress-check-in': ['first screen', 'saved'],
  'family-learning-library': ['first screen', 'found', 'a line to say', 'practice, one way shown'],
  'crisis-help-bar': ['first screen', 'panel open', 'list of dangers', 'danger screen: overdose', 'danger is over'],
  'center-contact': ['offered', 'form for a call, with errors', 'sent'],
};

/** Today is another day each time. */
const DATES = /\b(?:\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4})\b/g;

/** Text is what a file beside this one holds. `npx wtr --update-snapshots --files …` writes the file anew. */
export async function expectKept(path: string, given: string): Promise<void> {
  const text = given.replaceAll(DATES, '(date)');
  if ((await getSnapshotConfig()).updateSnapshots) await writeFile({ path, content: text });
  const kept = (await readFile({ path })) ?? 'There is no such file.';
  expect(text.split('\n')).to.deep.equal(kept.split('\n'));
}
