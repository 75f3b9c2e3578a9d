import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
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
import { boardOf, columnWord, COLUMNS, type BoardCard } from '../../guidance/board.js';
import { leadsOf } from '../../guidance/leads-to.js';
import { counted, dateInWords, fill, today } from '../../content/format.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { GuideElement } from '../shared/guide-element.js';
import { whenIdle } from '../shared/when-idle.js';
import type { SheetSection } from '../../handoff/sheet.js';
import { renderSources, renderSourcesOf } from '../shared/sources-view.js';
import type { Debrief } from './debrief.js';
import { styles } from './failure-reason-checklist.styles.js';

/** What a reason leads to that the learning library has. */
const LIBRARY = /^(?:topic|treatment|phrase|care_role):/;

/** With more reasons than this, markup made ahead has their labels alone. */
const MOST_AHEAD = 60;

/** The words for looking back together come when they are needed. */
type ReasonsContent = Content<'reasons'> & Partial<Content<'debrief'>>;
type DebriefContent = Content<'debrief'>;

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
 * @csspart debrief - Looking back together.
 * @csspart row - One sheet of a participant, or one moment.
 * @csspart form - Where a sheet or a moment is written or changed.
 * @csspart summary - "What we learned".
 */
export class FailureReasonChecklist extends GuideElement<'reasons' | 'debrief'> {
  static override styles = [GuideElement.styles, rowsStyles, styles];

  /** Absent until the visitor wants to look back together. */
  @state() private debrief: Debrief | undefined;
  /** Whether it could not be loaded when last tried. */
  @state() private isMissing = false;

  protected readonly eventPart = 'reasons';
  protected get parts(): readonly ('reasons' | 'debrief')[] {
    return this.debrief ? ['reasons', 'debrief'] : ['reasons'];
  }

  #cleared: SessionState | undefined;

  protected override whenReady(): void {
    // They follow quietly, so that they are there at once, and also when the line drops.
    whenIdle(() => {
      import('../../handoff/learned-sheet.js').catch(() => undefined);
      if (this.around?.goTo) this.#bringDebrief();
    });
  }

  /** Fetches what is needed to look back together, ahead of a click. In the guide that is when the list is opened. */
  readonly #bringDebrief = (): void => {
    if (!this.debrief) Promise.all([import('./debrief.js'), this.preload(['debrief'])]).catch(() => undefined);
  };

  protected override forget(): void {
    this.#cleared = undefined;
    this.debrief = undefined;
  }

  /** What is about somebody's health, or goes with a danger, is left out of what the page may hear. */
  protected override openIds(): readonly string[] {
    const { items, strengths } = this.loaded?.reasons ?? {};
    const among = (ids: readonly string[], open: readonly string[]) => ids.filter((id) => open.includes(id));
    return [
      ...among(this.answers.reasons, this.openAmong(items)),
      ...among(this.answers.strengths, this.openAmong(strengths)),
    ];
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
      ${this.#renderStrengths(content)} ${this.#renderBoard(content)} ${this.#renderDebrief(content)}
      ${this.#renderSummary(content)}
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
        <input type="checkbox" value=${reason.id} .checked=${live(ticked)} @change=${toggle} />
        <span>${reason.label}</span>
      </label>
      ${ticked || this.#showsAhead(content) ? this.#renderInsight(reason, content, reading, ticked) : nothing}
    </li>`;
  }

  /** In markup made ahead, all of it is there: a style shows what goes with a checked box before any script has come. */
  #showsAhead({ reasons }: ReasonsContent): boolean {
    return this.isMadeAhead && reasons.items.length <= MOST_AHEAD;
  }

  #renderInsight(reason: Reason, content: ReasonsContent, reading: Reading, ticked: boolean) {
    const { words } = content.reasons;
    return html`<div class="insight" ?hidden=${!ticked}>
      <p class="label">${words.means}</p>
      ${renderRichText(reason.what, reading)}
      <p class="label">${words.tryNext}</p>
      ${renderRichText(reason.tryNext, reading)} ${this.#renderReading(reason, content)}
      ${this.renderSafetyLinks(reason.safety, content)} ${renderSources(reason, content)}
    </div>`;
  }

  /** Inside the guide, the way to what the library has on it. */
  #renderReading({ leadsTo }: Reason, { reasons: { words, titles } }: ReasonsContent) {
    const goTo = this.around?.goTo;
    const entries = leadsTo.filter((ref) => LIBRARY.test(ref) && titles[ref]);
    if (!goTo || !entries.length) return nothing;
    return html`<p class="label">${words.readMore}</p>
      <ul class="plain no-print">
        ${entries.map(
          (ref) =>
            html`<li>
              <button type="button" class="quiet" @click=${() => goTo('learn', ref)}>${titles[ref]}</button>
            </li>`,
        )}
      </ul>`;
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

  #renderStrengths(content: ReasonsContent) {
    const { words, strengths } = content.reasons;
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
              <input type="checkbox" value=${id} .checked=${live(ticked)} @change=${toggle} />
              <span>${label}</span>
            </label>
          </li>`;
        })}
      </ul>
      ${renderSourcesOf(strengths, content)}
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
      <label class="move"
        ><span>${words.moveTo}<span class="unseen"> ${label}</span></span>
        <select id=${`move-${id}`} @change=${move}>
          ${COLUMNS.map(
            (name) => html`<option value=${name} ?selected=${name === column}>${columnWord(words, name)}</option>`,
          )}
        </select>
      </label>
    </li>`;
  }

  #renderDebrief(content: ReasonsContent) {
    const { words } = content.reasons;
    const { common } = content.core.words;
    return html`<section
      part="debrief"
      aria-labelledby="debrief"
      @pointerenter=${this.#bringDebrief}
      @focusin=${this.#bringDebrief}
    >
      ${this.heading(1, words.debriefTitle, { id: 'debrief', className: 'section' })}
      <p>${words.debriefIntro}</p>
      ${this.isMissing ? html`<p role="alert">${common.loadTrouble}</p>` : nothing}
      ${
        this.debrief && content.debrief
          ? this.debrief.render(content as DebriefContent)
          : html`<div class="actions no-print">
              <button type="button" @click=${() => void this.#openDebrief()}>
                ${this.isMissing ? common.tryAgain : words.debriefOpen}
              </button>
            </div>`
      }
    </section>`;
  }

  async #openDebrief(): Promise<void> {
    try {
      const [{ Debrief }] = await Promise.all([import('./debrief.js'), this.preload(['debrief'])]);
      this.debrief ??= new Debrief(this.host);
      this.isMissing = false;
    } catch {
      this.tellMissing();
      this.isMissing = true;
      return;
    }
    await this.updateComplete; // it asks for its words now,
    await this.preload(['debrief']); // and here they are
    void this.focusOn('#sheets', '#debrief');
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

  /** Only who prints or copies needs the sheet. */
  async #sections(): Promise<readonly SheetSection[] | undefined> {
    const { loaded, answers } = this;
    const { learnedSections } = await import('../../handoff/learned-sheet.js');
    return loaded && learnedSections(loaded, answers, this.reading(loaded));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'failure-reason-checklist': FailureReasonChecklist;
  }
}
