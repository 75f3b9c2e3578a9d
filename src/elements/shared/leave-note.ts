import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { fill } from '../../content/format.js';
import type { Words } from '../../content/schema.js';
import type { Visit } from '../../session/visit.js';

/**
 * How to leave quickly and what that does not hide: said before it is first used, until the visitor puts it away.
 * @param onKnown Called when it is gone, and its button with it.
 */
export function renderLeaveNote(
  help: Words['help'],
  target: string,
  visit: Visit,
  onKnown: () => unknown,
): TemplateResult | typeof nothing {
  if (visit.isLeaveKnown) return nothing;
  const know = () => {
    visit.knowLeave();
    onKnown();
  };
  return html`<div class="leave-note no-print small" part="leave">
    <p>${leaveWords(help, target)}</p>
    <button type="button" class="quiet" @click=${know}>${help.leaveKnown}</button>
  </div>`;
}

export const leaveWords = ({ leaveNote }: Words['help'], target: string): string =>
  fill(leaveNote, { site: new URL(target).hostname.replace(/^www\./, '') });

/** Where notes are on the device, leaving can take them along. */
export const renderDeleteOnLeave = ({ leaveDelete }: Words['help'], visit: Visit): TemplateResult | typeof nothing =>
  visit.notes?.isKept
    ? html`<label class="tick">
        <input
          type="checkbox"
          .checked=${live(visit.deletesOnLeave)}
          @change=${(event: Event) => visit.setDeletesOnLeave((event.target as HTMLInputElement).checked)}
        />
        <span>${leaveDelete}</span>
      </label>`
    : nothing;
