/**
 * What a visitor may share with a center: neutral titles of our own words, and nothing that was typed. No feelings, no
 * answers on substances, health or danger, no plan of the visitor's wording, and nobody's name.
 */
import { fill } from '../content/format.js';
import type { Content } from '../content/load.js';
import { isOpen } from '../guidance/open.js';
import type { SessionState } from '../session/state.js';

export interface SummaryLine {
  /** Stable while the visitor looks at it. */
  readonly id: string;
  /** Word for word what is sent. */
  readonly text: string;
}

export function leadSummary(
  { contact, reasons, steps, plan }: Content<'contact' | 'reasons' | 'steps' | 'plan'>,
  session: SessionState,
): readonly SummaryLine[] {
  const { lines } = contact.words;
  const reached = session.wizard.outcomes ?? [];
  const planned = session.lists.plan.map(({ from }) => from);
  const line = (kind: keyof typeof lines, id: string, title: string): SummaryLine => ({
    id: `${kind}:${id}`,
    text: fill(lines[kind], { title }),
  });
  return [
    ...reasons.items
      .filter((item) => isOpen(item) && session.reasons.includes(item.id))
      .map(({ id, label }) => line('reason', id, label)),
    ...steps.outcomes
      .filter((outcome) => isOpen(outcome) && reached.includes(outcome.id))
      .map(({ id, title }) => line('step', id, title)),
    ...steps.formats
      .filter((format) => isOpen(format) && session.wizard.format === format.id)
      .map(({ id, title }) => line('format', id, title)),
    ...plan.contingencies
      .filter((item) => isOpen(item) && planned.includes(item.id))
      .map(({ id, trigger }) => line('setback', id, trigger)),
  ];
}
