import type { Content } from '../content/load.js';
import type { SessionState } from '../session/state.js';
import { careSections } from './care-sheet.js';
import { cueCardSections } from './cue-cards-sheet.js';
import { debriefSections } from './debrief-sheet.js';
import { learnedSections } from './learned-sheet.js';
import { planSections } from './plan-sheet.js';
import type { Read } from './lines.js';
import type { SheetSection } from './sheet.js';
import { stepsSections } from './steps-sheet.js';
import { toolSections } from './tools-sheet.js';
import { watchSections } from './watch-sheet.js';

/** Content with every part that the summary shows something of. */
export type SummaryContent = Content<'reasons' | 'debrief' | 'steps' | 'plan' | 'tools' | 'watch' | 'care' | 'learn'>;

/** Everything the visitor picked and wrote, part by part; empty ones left out. */
export function summarySections(
  content: SummaryContent,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  return [
    ...learnedSections(content, session, reading),
    ...debriefSections(content, session.lists),
    ...stepsSections(content, session, reading),
    ...planSections(content, session),
    ...toolSections(content, session),
    ...watchSections(content, session),
    ...careSections(content, session, reading),
    ...cueCardSections(content, session),
  ].filter(({ lines }) => lines.length);
}
