import { html, nothing } from 'lit';
import { dateInWords, daysLater, fill, today } from '../../../content/format.js';
import type { StepIdea, Words } from '../../../content/schema.js';
import { overloadedName, ownerName } from '../../../handoff/plan-sheet.js';
import type { StepRow } from '../../../session/state.js';
import { renderDone } from '../../shared/done-box.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { ToolHost } from '../../shared/tool.js';
import { openEntries, renderLibrary, renderNote } from './library-box.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

const stageWord = (words: Words['tools'], stage: StepIdea['stage']): string =>
  ({
    prepare: words.stagePrepare,
    learn: words.stageLearn,
    contact: words.stageContact,
    ask: words.stageAsk,
    care: words.stageCare,
  })[stage];

const EMPTY: Omit<StepRow, 'id'> = { what: '', owner: '', nickname: '', due: '', done: '' };
/** When a step of one's own is due, unless another day is picked. */
const DUE_DAYS = 7;

/** Who does what by when, from a library with sources or in the family's own words. */
export class Steps implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'steps'>;
  #content!: ToolsContent;

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'steps', () => this.#spec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    const { rows } = this.#editor;
    const warning = this.#loadWarning();
    return html`
      <p>${words.stepsIntro}</p>
      ${warning ? html`<p class="notice">${warning}</p>` : nothing}
      ${this.#editor.renderRows(rows, 'tool-steps', words.stepsEmpty)} ${this.#editor.renderUndo()}
      ${this.#editor.renderAdd()} ${this.#renderLibrary()}
    `;
  }

  #renderLibrary() {
    const { words, steps } = this.#content.tools;
    const ideas = openEntries(steps, this.#editor.rows, this.#host);
    return renderLibrary(
      this.#content,
      ideas.map((idea) => ({ ...idea, kind: stageWord(words, idea.stage) })),
      this.#editor.isFull,
      (idea, next) => this.#addIdea(idea, next),
    );
  }

  #spec(): ListSpec<'steps'> {
    const { words, rows } = this.#content.tools;
    const { roles } = this.#content.plan;
    return {
      words: rows,
      newTitle: words.stepsNew,
      editTitle: words.stepsEdit,
      open: words.stepsOwn,
      fields: [
        { name: 'what', kind: 'line', label: words.stepsWhat, missing: words.stepsMissing },
        {
          name: 'owner',
          kind: 'select',
          label: words.owner,
          options: [['', words.ownerNone], ...roles.map(({ id, label }) => [id, label] as const)],
        },
        { name: 'nickname', kind: 'line', label: rows.nickname, hint: rows.nicknameHint },
        { name: 'due', kind: 'date', label: words.due, wrong: rows.dateWrong },
      ],
      nameOf: ({ what }) => what,
      linesOf: (row) => [
        [words.stepsWhat, html`<strong>${row.what}</strong>`],
        [words.owner, ownerName(this.#content, row)],
        [words.due, row.due && dateInWords(row.due, this.#content.locale)],
      ],
      first: () => ({ ...EMPTY, due: daysLater(today(), DUE_DAYS) }),
      more: (row) => this.#renderMore(row),
      notices: () => [this.#loadWarning()].filter(Boolean),
    };
  }

  #renderMore(row: StepRow) {
    const { words, steps } = this.#content.tools;
    const idea = steps.find(({ id }) => id === row.from);
    return html`${renderDone(this.#host, 'steps', row, row.what, words)}
    ${
      idea
        ? renderNote(idea.why, idea, this.#host, this.#content, html`<p class="muted small">${words.why}</p>`)
        : nothing
    }`;
  }

  #loadWarning(): string {
    const owner = overloadedName(this.#content, this.#editor.rows);
    return owner && fill(this.#content.tools.words.loadWarning, { owner });
  }

  #addIdea(idea: StepIdea, next: { readonly id: string } | undefined): void {
    this.#editor.add({
      ...EMPTY,
      from: idea.id,
      what: idea.label,
      owner: idea.owner,
      due: daysLater(today(), idea.dueDays),
    });
    void this.#host.focusOn(next ? `#add-${next.id}` : this.#editor.openButton);
  }
}
