import { html, nothing } from 'lit';
import type { LimitIdea } from '../../../content/schema.js';
import { isRisky } from '../../../guidance/limits.js';
import { UNSAFE_CARD } from '../../../guidance/contact.js';
import type { LimitRow } from '../../../session/state.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { ToolHost } from '../../shared/tool.js';
import { yesNoOptions, yesNoWord } from '../../shared/yes-no.js';
import { openEntries, renderHeld, renderLibrary, renderNote } from './library-box.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

const EMPTY: Omit<LimitRow, 'id'> = { willNot: '', will: '', safe: '', verdict: '' };

/** Limits in two halves, "I will not" and "I will", each with the question whether it is safe. */
export class Limits implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'limits'>;
  #content!: ToolsContent;

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'limits', () => this.#spec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    const { rows } = this.#editor;
    return html`
      <p>${words.limitsIntro}</p>
      ${renderHeld(this.#host, content)} ${this.#editor.renderRows(rows, 'tool-limits', words.limitsEmpty)}
      ${this.#editor.renderUndo()} ${this.#editor.renderAdd()} ${this.#renderLibrary()}
    `;
  }

  #renderLibrary() {
    const ideas = openEntries(this.#content.tools.limits, this.#editor.rows, this.#host);
    return renderLibrary(
      this.#content,
      ideas.map((idea) => ({ ...idea, label: `${idea.willNot} ${idea.will}` })),
      this.#editor.isFull,
      (idea) => this.#addIdea(idea),
    );
  }

  #spec(): ListSpec<'limits'> {
    const { words, rows } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.limitsNew,
      editTitle: words.limitsEdit,
      open: words.limitsOwn,
      fields: [
        { name: 'willNot', kind: 'line', label: words.willNot, hint: words.willNotHint, missing: words.willNotMissing },
        { name: 'will', kind: 'line', label: words.will, hint: words.willHint, missing: words.willMissing },
        {
          name: 'safe',
          kind: 'choice',
          label: words.limitSafe,
          hint: words.limitSafeHint,
          options: yesNoOptions(words),
        },
        {
          name: 'verdict',
          kind: 'select',
          label: words.verdict,
          options: [
            ['', words.verdictNone],
            ['keep', words.verdictKeep],
            ['soften', words.verdictSoften],
            ['drop', words.verdictDrop],
            ['risky', words.verdictRisky],
          ],
        },
      ],
      nameOf: ({ willNot }) => willNot,
      linesOf: (row) => [
        [words.willNot, html`<strong>${row.willNot}</strong>`],
        [words.will, row.will],
        [words.limitSafe, yesNoWord(words, row.safe)],
        [words.verdict, verdictWord(words, row.verdict)],
      ],
      first: () => EMPTY,
      more: (row) => this.#renderMore(row),
    };
  }

  /** What is not surely safe is kept to oneself. */
  #renderMore(row: LimitRow) {
    const { words, limits } = this.#content.tools;
    const idea = limits.find(({ id }) => id === row.from);
    return html`${
      isRisky(row)
        ? html`<div class="card caution">
            <p>${words.limitUnsafe}</p>
            ${this.#host.safetyLinks([UNSAFE_CARD], this.#content)}
          </div>`
        : nothing
    }
    ${idea ? renderNote(idea.note, idea, this.#host, this.#content) : nothing}`;
  }

  /** The words are taken over; whether it is safe is the visitor's to say, so the form opens. */
  #addIdea(idea: LimitIdea): void {
    this.#editor.add({ ...EMPTY, from: idea.id, willNot: idea.willNot, will: idea.will });
    this.#editor.open(`row_${this.#host.answers.rowsMade}`);
  }
}

const verdictWord = (words: ToolsContent['tools']['words'], verdict: LimitRow['verdict']): string =>
  ({
    '': '',
    keep: words.verdictKeep,
    soften: words.verdictSoften,
    drop: words.verdictDrop,
    risky: words.verdictRisky,
  })[verdict];
