import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fill, today } from '../../content/format.js';
import type { Words } from '../../content/schema.js';
import type { GoalRow, StepRow } from '../../session/state.js';
import { editRow } from '../../session/transitions.js';
import type { ToolHost } from './tool.js';

/** A box to check once something on a list is done. */
export function renderDone(
  host: ToolHost,
  list: 'steps' | 'goals',
  row: StepRow | GoalRow,
  name: string,
  words: Pick<Words['tools'], 'done' | 'doneSaid' | 'notDoneSaid'>,
): TemplateResult {
  const toggle = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    host.apply(editRow(list, row.id, { done: checked ? today() : '' }));
    host.announce(fill(checked ? words.doneSaid : words.notDoneSaid, { name }));
  };
  return html`<label class="tick">
    <input type="checkbox" .checked=${live(row.done !== '')} @change=${toggle} />
    <span>${words.done}<span class="unseen"> ${name}</span></span>
  </label>`;
}
