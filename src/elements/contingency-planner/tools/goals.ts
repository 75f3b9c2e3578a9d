import { html, nothing } from 'lit';
import { dateInWords, daysLater, today } from '../../../content/format.js';
import type { GoalIdea } from '../../../content/schema.js';
import { isAboutThem } from '../../../guidance/goals.js';
import type { GoalRow } from '../../../session/state.js';
import type { NewRow } from '../../../session/transitions.js';
import { renderDone } from '../../shared/done-box.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { ToolHost } from '../../shared/tool.js';
import { openEntries, renderLibrary, renderNote } from './library-box.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

const EMPTY: Omit<GoalRow, 'id'> = {
  owner: 'me',
  goal: '',
  measure: '',
  achievable: '',
  relevant: '',
  due: '',
  done: '',
};
/** When a goal of one's own is due, unless another day is picked. */
const DUE_DAYS = 14;

/** Goals that can be reached: specific, measurable, achievable, relevant, timed. The visitor's own, or shared. */
export class Goals implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'goals'>;
  #content!: ToolsContent;
  /** The goal that may be about somebody else; asked about before it is saved. */
  #doubted = '';
  /** The goal the visitor keeps as it is. */
  #kept = '';

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'goals', () => this.#spec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    const { rows } = this.#editor;
    return html`
      <p>${words.goalsIntro}</p>
      ${this.#editor.renderRows(rows, 'tool-goals', words.goalsEmpty)} ${this.#editor.renderUndo()}
      ${this.#editor.renderAdd()} ${this.#renderGuard()} ${this.#renderLibrary()}
    `;
  }

  /** Nothing is taken from the visitor: other words are offered, and their own can stay. */
  #renderGuard() {
    if (!this.#doubted) return nothing;
    const { words } = this.#content.tools;
    return html`<section class="card no-print" aria-labelledby="guard">
      ${this.#host.heading(2, words.guardTitle, { id: 'guard' })}
      <p>${words.guardBody}</p>
      <p class="label" id="guard-or">${words.guardOr}</p>
      <ul class="plain ideas" aria-labelledby="guard-or">
        ${words.guardInstead.map(
          (goal) =>
            html`<li>
              <span>${goal}</span>
              <button type="button" @click=${() => this.#use(goal)}>
                ${words.guardUse}<span class="unseen"> ${goal}</span>
              </button>
            </li>`,
        )}
      </ul>
      <div class="actions">
        <button type="button" @click=${this.#change}>${words.guardChange}</button>
        <button type="button" @click=${this.#keep}>${words.guardKeep}</button>
      </div>
    </section>`;
  }

  #renderLibrary() {
    const ideas = openEntries(this.#content.tools.goals, this.#editor.rows, this.#host);
    return renderLibrary(
      this.#content,
      ideas.map((idea) => ({ ...idea, label: idea.goal })),
      this.#editor.isFull,
      (idea, next) => this.#addIdea(idea, next),
    );
  }

  #spec(): ListSpec<'goals'> {
    const { words, rows } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.goalsNew,
      editTitle: words.goalsEdit,
      open: words.goalsOwn,
      fields: [
        { name: 'goal', kind: 'text', label: words.goal, hint: words.goalHint, missing: words.goalMissing },
        {
          name: 'owner',
          kind: 'choice',
          label: words.goalOwner,
          hint: words.goalSharedHint,
          options: [
            ['me', words.goalMe],
            ['shared', words.goalShared],
          ],
        },
        { name: 'measure', kind: 'line', label: words.measure, hint: words.measureHint, missing: words.measureMissing },
        { name: 'achievable', kind: 'line', label: words.achievable, hint: words.achievableHint },
        { name: 'relevant', kind: 'line', label: words.relevant, hint: words.relevantHint },
        {
          name: 'due',
          kind: 'date',
          label: words.goalDue,
          hint: words.goalDueHint,
          missing: words.goalDueMissing,
          wrong: rows.dateWrong,
        },
      ],
      nameOf: ({ goal }) => goal,
      linesOf: (row) => [
        [words.goal, html`<strong>${row.goal}</strong>`],
        [words.goalOwner, row.owner === 'shared' ? words.goalShared : words.goalMe],
        [words.measure, row.measure],
        [words.achievable, row.achievable],
        [words.relevant, row.relevant],
        [words.goalDue, row.due && dateInWords(row.due, this.#content.locale)],
      ],
      first: () => ({ ...EMPTY, due: daysLater(today(), DUE_DAYS) }),
      more: (row) => this.#renderMore(row),
      stops: (row) => this.#doubts(row),
      onTouch: () => {
        this.#doubted = '';
      },
    };
  }

  #renderMore(row: GoalRow) {
    const { words, goals } = this.#content.tools;
    const idea = goals.find(({ id }) => id === row.from);
    return html`${renderDone(this.#host, 'goals', row, row.goal, words)}
    ${idea ? renderNote(idea.guard, idea, this.#host, this.#content) : nothing}`;
  }

  // ------------------------------------------------------------- doing

  /** Whether the goal is asked about before it is saved. */
  #doubts({ goal }: NewRow<'goals'>): boolean {
    const { words } = this.#content.tools;
    const guard = { people: words.guardPeople, use: words.guardUseWords, push: words.guardPush };
    const isDoubtful = goal !== this.#kept && isAboutThem(goal, guard, this.#content.locale);
    this.#doubted = isDoubtful ? goal : '';
    this.#host.update();
    if (isDoubtful) void this.#host.focusOn('#guard');
    return isDoubtful;
  }

  #field(): HTMLTextAreaElement | null {
    return this.#host.find('#field-goal') as HTMLTextAreaElement | null;
  }

  #use(goal: string): void {
    const field = this.#field();
    if (field) field.value = goal;
    field?.dispatchEvent(new Event('input', { bubbles: true })); // as if it had been typed
    this.#change();
  }

  readonly #change = (): void => {
    this.#doubted = '';
    this.#host.update();
    void this.#host.focusOn('#field-goal');
  };

  readonly #keep = (): void => {
    this.#kept = this.#doubted;
    this.#doubted = '';
    this.#field()?.form?.requestSubmit();
  };

  #addIdea(idea: GoalIdea, next: { readonly id: string } | undefined): void {
    this.#editor.add({
      ...EMPTY,
      from: idea.id,
      owner: idea.owner,
      goal: idea.goal,
      measure: idea.measure.text,
      achievable: idea.achievable,
      relevant: idea.relevant,
      due: daysLater(today(), idea.dueDays),
    });
    void this.#host.focusOn(next ? `#add-${next.id}` : this.#editor.openButton);
  }
}
