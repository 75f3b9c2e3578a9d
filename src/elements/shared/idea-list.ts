import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

/** One thing from a library that can be added. */
export interface Idea {
  readonly id: string;
  /** What kind of thing it is, in small letters above it. */
  readonly kind?: string;
  readonly label: string;
}

interface IdeaList<I extends Idea> {
  readonly ideas: readonly I[];
  readonly labelledby: string;
  /** "Add" */
  readonly add: string;
  readonly isFull: boolean;
  /** Called with the idea and with the one that stands next to it, where the focus can go. */
  readonly onAdd: (idea: I, next: I | undefined) => void;
}

/** Ideas from a library, each with a button that adds it. */
export function renderIdeas<I extends Idea>({
  ideas,
  labelledby,
  add,
  isFull,
  onAdd,
}: IdeaList<I>): TemplateResult | typeof nothing {
  if (!ideas.length) return nothing;
  return html`<ul class="plain ideas" aria-labelledby=${labelledby}>
    ${repeat(
      ideas,
      ({ id }) => id,
      (idea, index) =>
        html`<li>
          <span>${idea.kind ? html`<span class="muted small">${idea.kind}</span>` : nothing}${idea.label}</span>
          <button
            type="button"
            id=${`add-${idea.id}`}
            ?disabled=${isFull}
            @click=${() => onAdd(idea, ideas[index + 1] ?? ideas[index - 1])}
          >
            ${add}<span class="unseen"> ${idea.label}</span>
          </button>
        </li>`,
    )}
  </ul>`;
}
