import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ReadyItem } from '../../../content/schema.js';
import { hasUnsafeCard } from '../../../guidance/contact.js';
import type { ReadyRow } from '../../../session/state.js';
import { tickReady } from '../../../session/transitions.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import { renderSourcesOf } from '../../shared/sources-view.js';
import type { ToolHost } from '../../shared/tool.js';
import { renderHeld } from './library-box.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

/** What to have ready: for the day of a yes, and before another talk. */
export class Ready implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'ready'>;
  #content!: ToolsContent;

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'ready', () => this.#spec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    return html`
      <p>${words.readyIntro}</p>
      ${this.#renderList('yes', words.readyYes, words.readyYesHint)}
      ${
        hasUnsafeCard(this.#host.answers)
          ? renderHeld(this.#host, content)
          : this.#renderList('talk', words.readyTalk, words.readyTalkHint)
      }
      ${this.#editor.renderUndo()} ${this.#editor.renderAdd()}
    `;
  }

  #renderList(list: ReadyItem['list'], title: string, hint: string) {
    const items = this.#content.tools.ready.filter((item) => item.list === list);
    const own = this.#editor.rows.filter((row) => row.list === list);
    return html`<fieldset aria-describedby=${`ready-${list}`}>
      <legend>${this.#host.heading(2, title, { id: `ready-${list}-title` })}</legend>
      <p class="hint" id=${`ready-${list}`}>${hint}</p>
      <ul class="plain choices">
        ${items.map((item) => html`<li>${this.#renderBox(item)}</li>`)}
      </ul>
      ${this.#editor.renderRows(own, `ready-${list}-title`)}
      ${this.#host.safetyLinks([...new Set(items.flatMap(({ safety }) => safety ?? []))], this.#content)}
      ${renderSourcesOf(items, this.#content)}
    </fieldset>`;
  }

  #renderBox({ id, label, hint }: Pick<ReadyItem, 'id' | 'label' | 'hint'>) {
    const toggle = (event: Event) => this.#host.apply(tickReady(id, (event.target as HTMLInputElement).checked));
    return html`<label class="choice">
      <input type="checkbox" .checked=${live(this.#host.answers.ready.includes(id))} @change=${toggle} />
      <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
    </label>`;
  }

  #spec(): ListSpec<'ready'> {
    const { words, rows } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.readyNew,
      editTitle: words.readyEdit,
      open: words.readyOwn,
      within: 'list',
      fields: [
        {
          name: 'list',
          kind: 'select',
          label: words.readyList,
          options: [
            ['yes', words.readyYes],
            ['talk', words.readyTalk],
          ],
        },
        { name: 'label', kind: 'line', label: words.readyLabel, missing: words.readyMissing },
      ],
      nameOf: ({ label }: ReadyRow) => label,
      linesOf: () => [],
      more: (row) => this.#renderBox(row),
      first: () => ({ list: 'yes', label: '' }),
    };
  }
}
