/**
 * Checks of what content says, rather than of how its files are written: the words, how hard they are to read, what they
 * claim, and how old they are. They look at entries, interface words and facts, wherever those came from.
 */
import type { ContentIssue } from '../compile/issue.js';
import type { Folder } from '../compile/read.js';
import { lintClaims } from './claims.js';
import { lintLanguage } from './language.js';
import { lintReading } from './reading.js';
import { lintReviewDates } from './review-dates.js';

/**
 * Reports what a folder says wrongly in its own entries and words.
 * @param today The day to hold review dates against, as `2026-11-25`.
 */
export function lint(folder: Folder, today: string, issues: ContentIssue[]): void {
  lintLanguage(folder, issues);
  lintReading(folder, issues);
  lintClaims(folder, issues);
  lintReviewDates(folder, today, issues);
}
