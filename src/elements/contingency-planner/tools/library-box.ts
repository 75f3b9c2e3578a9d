import { html, nothing, type TemplateResult } from 'lit';
import { renderRichText } from '../../../content/render.js';
import type { RichText } from '../../../content/rich-text.js';
import { hasUnsafeCard } from '../../../guidance/contact.js';
import { renderContactHeld } from '../../shared/safety-view.js';
import { renderIdeas, type Idea } from '../../shared/idea-list.js';
import { renderSources, type Cited } from '../../shared/sources-view.js';
import type { ToolHost } from '../../shared/tool.js';
import type { ToolsContent } from './tool-content.js';

/** What stands in a library: it may take contact with the loved one. */
interface LibraryEntry {
  readonly id: string;
  readonly contact?: boolean | undefined;
}

/** The entries that can be added now: none that is in the list, and none that takes contact when that is not safe. */
export function openEntries<E extends LibraryEntry>(
  entries: readonly E[],
  rows: readonly { readonly from?: string }[],
  { answers }: ToolHost,
): readonly E[] {
  const isHeld = hasUnsafeCard(answers);
  return entries.filter(({ id, contact }) => !(contact && isHeld) && !rows.some(({ from }) => from === id));
}

/** A closed box with ideas to add; nothing when there is none. */
export function renderLibrary<I extends Idea>(
  { tools: { words, rows } }: ToolsContent,
  ideas: readonly I[],
  isFull: boolean,
  onAdd: (idea: I, next: I | undefined) => void,
): TemplateResult | typeof nothing {
  if (!ideas.length) return nothing;
  return html`<details class="box no-print">
    <summary id="library">${words.ideas}</summary>
    <p class="hint">${words.ideasHint}</p>
    ${renderIdeas({ ideas, labelledby: 'library', add: rows.add, isFull, onAdd })}
  </details>`;
}

/** Says that what takes contact is held back, with the way to the safety screen; nothing while contact is safe. */
export function renderHeld(host: ToolHost, content: ToolsContent): TemplateResult | typeof nothing {
  if (!hasUnsafeCard(host.answers)) return nothing;
  return renderContactHeld(content.tools.words.contactHeld, host, content);
}

/** What the library says of an idea that became a row: a note, the way to safety, and where it comes from. */
export const renderNote = (
  note: RichText,
  idea: Cited & { readonly safety?: readonly string[] | undefined },
  host: ToolHost,
  content: ToolsContent,
  label: unknown = nothing,
): TemplateResult =>
  html`<div class="because">
    ${label} ${renderRichText(note, host.reading(content))} ${host.safetyLinks(idea.safety, content)}
    ${renderSources(idea, content)}
  </div>`;
