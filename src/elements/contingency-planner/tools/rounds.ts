import { html, nothing } from 'lit';
import { dateInWords, fill, today } from '../../../content/format.js';
import { changeWord, roundSections, roundTitle } from '../../../handoff/tools-sheet.js';
import type { Round } from '../../../session/state.js';
import { canTakeBack, nextRound, takeBack, type PlanStep } from '../../../session/transitions.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { ToolHost } from '../../shared/tool.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

/** How the plan changes: the round that runs, what was changed in it, and the rounds before it. */
export class Rounds implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'changes'>;
  #content!: ToolsContent;
  /** The step that ended the last round, to take it back. */
  #ended: PlanStep | undefined;

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'changes', () => this.#spec());
  }

  get #number(): number {
    return (this.#host.answers.rounds.at(-1)?.number ?? 0) + 1;
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words, rows } = content.tools;
    const { rounds, lists } = this.#host.answers;
    const since = rounds.at(-1)?.endedOn;
    const isEmpty = [lists.plan, lists.steps, lists.limits, lists.goals].every(({ length }) => !length);
    return html`
      <p>${words.roundsIntro}</p>
      ${this.#host.heading(2, fill(words.roundNow, { number: this.#number }), { id: 'round' })}
      ${since ? html`<p class="muted">${fill(words.roundSince, { date: dateInWords(since, content.locale) })}</p>` : nothing}
      ${this.#host.heading(3, words.changesTitle, { id: 'changes' })}
      <p class="hint">${words.changesHint}</p>
      ${this.#editor.renderRows(this.#editor.rows, 'changes', words.changesEmpty)} ${this.#editor.renderUndo()}
      ${this.#editor.renderAdd()}
      <div class="actions no-print">
        <button type="button" id="next-round" ?disabled=${isEmpty} aria-describedby="next-hint" @click=${this.#next}>
          ${words.roundNext}
        </button>
        ${
          this.#ended && canTakeBack(this.#host.answers, this.#ended)
            ? html`<button type="button" class="quiet" id="undo-round" @click=${this.#undo}>${rows.undo}</button>`
            : nothing
        }
      </div>
      <p class="hint" id="next-hint">${words.roundNextHint}</p>
      ${this.#host.heading(2, words.roundsEarlier)}
      ${
        rounds.length
          ? rounds.toReversed().map((round) => this.#renderRound(round))
          : html`<p class="muted">${words.roundsNone}</p>`
      }
    `;
  }

  #renderRound(round: Round) {
    return html`<details class="box">
      <summary>${roundTitle(this.#content, round)}</summary>
      ${roundSections(this.#content, round).map(
        ({ title, lines }) =>
          html`${this.#host.heading(3, title)}
            <ul class="sheet">
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>`,
      )}
    </details>`;
  }

  #spec(): ListSpec<'changes'> {
    const { words, rows } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.changesNew,
      editTitle: words.changesEdit,
      open: words.changesOwn,
      fields: [
        {
          name: 'kind',
          kind: 'choice',
          label: words.changeKind,
          options: [
            ['how', words.changeHow],
            ['what', words.changeWhat],
            ['who', words.changeWho],
          ],
        },
        { name: 'text', kind: 'line', label: words.changeText, missing: words.changeMissing },
      ],
      nameOf: ({ text }) => text,
      linesOf: (row) => [
        [changeWord(words, row.kind), html`<strong>${row.text}</strong>`],
        ['', html`<span class="muted">${dateInWords(row.on, this.#content.locale)}</span>`],
      ],
      first: () => ({ kind: 'how', text: '', on: today() }),
    };
  }

  readonly #next = (): void => {
    const { words } = this.#content.tools;
    const number = this.#number;
    const before = this.#host.answers;
    this.#host.apply(nextRound(today()));
    this.#ended = { before, after: this.#host.answers };
    this.#host.update();
    this.#host.announce(fill(words.roundEnded, { number }));
    void this.#host.focusOn('#round');
  };

  readonly #undo = (): void => {
    if (!this.#ended) return;
    this.#host.apply(takeBack(this.#ended));
    this.#ended = undefined;
    this.#host.announce(fill(this.#content.tools.words.roundUndone, { number: this.#number }));
    void this.#host.focusOn('#round');
  };
}
