import type { Content } from '../content/load.js';
import type { SafetyEntry } from '../content/schema.js';
import { formatsFor, guidanceFor } from '../guidance/suggest.js';
import { isComplete } from '../guidance/wizard.js';
import type { SessionState } from '../session/state.js';
import { lineOf, type Read } from './lines.js';
import type { SheetSection } from './sheet.js';

/** The safety cards and next steps the wizard led to; nothing before it is finished. */
export function stepsSections(
  { steps, core }: Content<'steps'>,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  if (!isComplete(steps, session.wizard.answers)) return [];
  const { main, cards } = guidanceFor(steps, session);
  const dangers = core.safety.filter(({ id }) => cards.includes(id));
  const linesOf = (lines: SafetyEntry['do']) => lines.map((line) => lineOf(line, reading));
  return [
    ...dangers.map((entry) => ({ title: `${steps.words.cardsTitle}: ${entry.title}`, lines: linesOf(entry.do) })),
    ...main.map(({ outcome }) => ({ title: outcome.title, lines: linesOf(outcome.steps) })),
    ...formatsFor(steps, main, session)
      .filter(({ id }) => id === session.wizard.format)
      .map((format) => ({ title: format.title, lines: linesOf(format.steps) })),
  ];
}
