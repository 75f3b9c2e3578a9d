import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Content } from '../../content/load.js';
import { renderRichText, type Reading } from '../../content/render.js';
import type { BoardColumn, Reason } from '../../content/schema.js';
import type { SessionState } from '../../session/state.js';
import {
  clearTicks,
  MAX_NOTE,
  moveOnBoard,
  restoreTicks,
  setNote,
  tickReason,
  tickStrength,
} from '../../session/transitions.js';
import { boardOf, COLUMNS, type BoardCard } from '../../guidance/board.js';
import { leadsOf } from '../../guidance/leads.js';
import { columnWord, learnedSections } from '../../handoff/learned-sheet.js';
import { counted, dateInWords, fill, today } from '../../content/format.js';
import { GuideElement } from '../shared/guide-element.js';
import { renderSources } from '../shared/sources-view.js';
import { styles } from './failure-reason-checklist.styles.js';

type ReasonsContent = Content<'reasons'>;

/**
 * What got in the way, to check in groups. Each checked reason says what it can mean and what to try; checks fill a
 * keep / change / stop board and a dated "what we learned" to print or copy.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The list can be used.
 * @fires {FigProgressEvent} fig-progress - The visitor checked the first reason, or made the summary.
 * @fires {FigChangeEvent} fig-change - Checks changed; only with `events="full"`.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies the summary; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart group - One group of reasons.
 * @csspart reason - One reason: box, words and, once checked, what it can mean.
 * @csspart board - The keep / change / stop board.
 * @csspart summary - "What we learned".
 */
export class FailureReasonChecklist extends GuideElement<'reasons'> {
  static override styles = [GuideElement.styles, styles];

  protected readonly parts = ['reasons'] as const;
  protected readonly eventPart = 'reasons';

  #cleared: SessionState | undefined;

  /** Reasons about somebody's health are left out of what the page may hear. */
  protected override openIds(): readonly string[] {
    const open = this.loaded?.reasons.items.filter((reason) => !reason.private).map(({ id }) => id) ?? [];
    return [...this.answers.reasons.filter((id) => open.includes(id)), ...this.answers.strengths];
  }

  protected override renderContent(content: ReasonsContent) {
    const { words, groups, items } = content.reasons;
    const grouped = items.filter(({ unsure }) => !unsure);
    const unsure = items.filter((reason) => reason.unsure);
    return html`
      ${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>
      ${repeat(
        groups,
        ({ id }) => id,
        (group) =>
          this.#renderGroup(
            group.label,
            grouped.filter((reason) => reason.group === group.id),
            content,
          ),
      )}
      ${unsure.length ? this.#renderGroup(words.unsureGroup, unsure, content) : nothing} ${this.#renderCount(content)}
      ${this.#renderStrengths(content)} ${this.#renderBoard(content)} ${this.#renderSummary(content)}
    `;
  }

  #renderGroup(label: string, reasons: readonly Reason[], content: ReasonsContent) {
    if (!reasons.length) return nothing;
    const reading = this.reading(content);
    return html`<fieldset part="group">
      <legend>${label}</legend>
      <ul class="plain choices">
        ${repeat(
          reasons,
          ({ id }) => id,
          (reason) => this.#renderReason(reason, content, reading),
        )}
      </ul>
    </fieldset>`;
  }

  #renderReason(reason: Reason, content: ReasonsContent, reading: Reading) {
    const ticked = this.answers.reasons.includes(reason.id);
    const toggle = (event: Event) => this.#tick(reason.id, (event.target as HTMLInputElement).checked);
    // `live`: the browser ticks the box before we know of it.
    return html`<li part="reason">
      <label class="choice">
        <input type="checkbox" .checked=${live(ticked)} @change=${toggle} />
        <span>${reason.label}</span>
      </label>
      ${ticked ? this.#renderInsight(reason, content, reading) : nothing}
    </li>`;
  }

  #renderInsight(reason: Reason, content: ReasonsContent, reading: Reading) {
    const { words } = content.reasons;
    return html`<div class="insight">
      <p class="label">${words.means}</p>
      ${renderRichText(reason.what, reading)}
      <p class="label">${words.tryNext}</p>
      ${renderRichText(reason.tryNext, reading)} ${this.renderSafetyLinks(reason.safety, content)}
      ${renderSources(reason, content)}
    </div>`;
  }

  #renderCount({ reasons: { words }, locale }: ReasonsContent) {
    const { length } = this.answers.reasons;
    return html`<div class="count">
      <span>${counted(words.count, length, locale)}</span>
      ${length ? html`<button type="button" class="quiet" @click=${this.#clear}>${words.clear}</button>` : nothing}
      ${
        this.#cleared && !length
          ? html`<button type="button" id="undo" @click=${this.#undoClear}>
              ${this.loaded?.core.words.common.undo}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderStrengths({ reasons: { words, strengths } }: ReasonsContent) {
    if (!strengths.length) return nothing;
    return html`<fieldset part="group">
      <legend>${words.strengthsTitle}</legend>
      <p class="hint">${words.strengthsHint}</p>
      <ul class="plain choices">
        ${strengths.map(({ id, label }) => {
          const ticked = this.answers.strengths.includes(id);
          const toggle = (event: Event) => {
            this.applyAnswer(tickStrength(id, (event.target as HTMLInputElement).checked));
          };
          return html`<li>
            <label class="choice">
              <input type="checkbox" .checked=${live(ticked)} @change=${toggle} />
              <span>${label}</span>
            </label>
          </li>`;
        })}
      </ul>
    </fieldset>`;
  }

  #renderBoard(content: ReasonsContent) {
    const { words } = content.reasons;
    const board = boardOf(content.reasons, this.answers);
    const isEmpty = COLUMNS.every((column) => !board[column].length);
    return html`<section part="board" aria-labelledby="board">
      ${this.heading(1, words.boardTitle, { id: 'board', className: 'section' })}
      <p>${isEmpty ? words.boardEmpty : words.boardIntro}</p>
      ${
        isEmpty
          ? nothing
          : html`<div class="board">
              ${COLUMNS.map(
                (column) =>
                  html`<section class="column" aria-labelledby=${`column-${column}`}>
                    ${this.heading(2, columnWord(words, column), { id: `column-${column}` })}
                    ${
                      board[column].length
                        ? html`<ul class="plain">
                            ${repeat(
                              board[column],
                              ({ id }) => id,
                              (card) => this.#renderCard(card, column, content),
                            )}
                          </ul>`
                        : html`<p class="muted">${words.columnEmpty}</p>`
                    }
                  </section>`,
              )}
            </div>`
      }
    </section>`;
  }

  #renderCard({ id, label, text }: BoardCard, column: BoardColumn, content: ReasonsContent) {
    const { words } = content.reasons;
    const move = (event: Event) => this.#move(id, label, (event.target as HTMLSelectElement).value as BoardColumn);
    return html`<li>
      <strong>${label}</strong>
      ${renderRichText(text, this.reading(content))}
      <label
        ><span>${words.moveTo}<span class="unseen"> ${label}</span></span>
        <select id=${`move-${id}`} @change=${move}>
          ${COLUMNS.map(
            (name) => html`<option value=${name} ?selected=${name === column}>${columnWord(words, name)}</option>`,
          )}
        </select>
      </label>
    </li>`;
  }

  #renderSummary(content: ReasonsContent) {
    const { reasons } = content;
    const { words } = reasons;
    const leads = leadsOf(reasons, this.answers.reasons).slice(0, 3);
    const isEmpty = !this.answers.reasons.length && !this.answers.strengths.length;
    return html`<section part="summary" aria-labelledby="summary">
      ${this.heading(1, words.summaryTitle, { id: 'summary', className: 'section' })}
      ${
        isEmpty
          ? html`<p>${words.summaryEmpty}</p>`
          : html`
              <p>${fill(words.summaryDated, { date: dateInWords(today(), content.locale) })}</p>
              ${
                leads.length
                  ? html`<p>${words.leadsTo}</p>
                      <ul>
                        ${leads.map(({ title }) => html`<li>${title}</li>`)}
                      </ul>`
                  : nothing
              }
              <label class="field"
                >${words.summaryNote}
                <span class="hint" id="note-hint">${words.summaryNoteHint}</span>
                <textarea
                  maxlength=${MAX_NOTE}
                  autocomplete="off"
                  aria-describedby="note-hint"
                  .value=${live(this.answers.note)}
                  @input=${(event: Event) => this.apply(setNote((event.target as HTMLTextAreaElement).value))}
                ></textarea>
              </label>
              ${this.renderExport(() => this.#sections(), { isLast: true })}
            `
      }
    </section>`;
  }

  #tick(id: string, on: boolean): void {
    const isFirst = on && !this.answers.reasons.length;
    this.#cleared = undefined;
    this.applyAnswer(tickReason(id, on));
    if (this.loaded) {
      const { words } = this.loaded.reasons;
      this.announce(counted(words.count, this.answers.reasons.length, this.loaded.locale));
    }
    if (isFirst) this.emitProgress(1, 2);
  }

  readonly #clear = (): void => {
    this.#cleared = this.answers;
    this.applyAnswer(clearTicks);
    this.announce(this.loaded?.reasons.words.cleared ?? '');
    void this.focusOn('#undo');
  };

  readonly #undoClear = (): void => {
    if (this.#cleared) this.applyAnswer(restoreTicks(this.#cleared));
    this.#cleared = undefined;
    void this.focusOn('.count button');
  };

  #move(id: string, label: string, column: BoardColumn): void {
    this.apply(moveOnBoard(id, column));
    const words = this.loaded?.reasons.words;
    if (words) this.announce(fill(words.moved, { label, column: columnWord(words, column) }));
    void this.focusOn(`#move-${id}`); // the card is in another list now, and the old control is gone
  }

  #sections() {
    return this.loaded ? learnedSections(this.loaded, this.answers, this.reading(this.loaded)) : [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'failure-reason-checklist': FailureReasonChecklist;
  }
}
