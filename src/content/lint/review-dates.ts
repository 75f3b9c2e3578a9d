import type { EntityKind } from '../schema.js';
import { lastLook, reviewBy } from '../compile/dates.js';
import type { ContentIssue } from '../compile/issue.js';
import type { Folder } from '../compile/read.js';
import { reporter } from '../compile/source-file.js';
import { ownEntries } from './own.js';

/** What a family acts on in danger must not be old. */
const MUST_BE_FRESH: ReadonlySet<EntityKind> = new Set(['safety', 'crisisLine', 'region']);

/**
 * Reports entries that nobody has looked at for longer than they said.
 * @param today The day to hold them against, as `2026-11-25`.
 */
export function lintReviewDates(folder: Folder, today: string, issues: ContentIssue[]): void {
  for (const { kind, file, data, lineOf } of ownEntries(folder)) {
    const due = reviewBy(data);
    if (due >= today) continue;
    const from = lastLook(data);
    reporter(issues, file, MUST_BE_FRESH.has(kind) ? 'error' : 'warning')(
      'review-overdue',
      lineOf([from]),
      from,
      `This was to be looked at again by ${due}.`,
      `Open its sources, check every fact, and mend what has changed. Then write the day of that in "${from}".`,
    );
  }
}
