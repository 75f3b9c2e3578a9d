import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { dateInWords, fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import type { Barrier } from '../../content/schema.js';
import {
  doneNames,
  entryOn,
  isAfterGap,
  lookBackFrom,
  newestFirst,
  nextOn,
  pickedBarriers,
  plannedOn,
  planItems,
  saveLookBack,
  type LookBack,
} from '../../guidance/look-back.js';
import { isOpen } from '../../guidance/open.js';
import { hasUnsafeCard } from '../../guidance/contact.js';
import { downloadCalendar } from '../../handoff/calendar.js';
import { watchSections } from '../../handoff/watch-sheet.js';
import { winsSection } from '../../handoff/wins-sheet.js';
import type { SessionState, WatchEntry, YesNo } from '../../session/state.js';
import { removeWatchEntry, restoreWatchEntry, setWatchEvery } from '../../session/transitions.js';
import { answersStyles } from '../../styles/answers.styles.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { GuideElement } from '../shared/guide-element.js';
import { Wins } from '../shared/wins.js';
import { yesNoWord } from '../shared/yes-no.js';
import { styles } from './progress-check-in.styles.js';
import { holdingWord, renderGoTo, renderQuestions, renderSupport, type QuestionView } from './question-view.js';

type WatchContent = Content<'watch'>;

/**
 * Comes back each week or month: what was done, what got in the way and what to adjust, what helped, and how the
 * visitor is. Keeps the looks back and a log of small wins. A gap is nothing to make up for, and nothing is counted.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The element can be used.
 * @fires {FigProgressEvent} fig-progress - The visitor answered the first question, or saved a look back.
 * @fires {FigChangeEvent} fig-change - What got in the way was saved; only with `events="full"`, and never a sensitive one.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies a look back, or puts the next one into a calendar; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart question - One question.
 * @csspart barrier - One thing that got in the way: box, words and, once checked, what to try.
 * @csspart entry - What was saved today.
 * @csspart next - When to look again.
 * @csspart wins - The log of small wins.
 * @csspart row - One small win.
 * @csspart form - Where a small win is written or changed.
 * @csspart earlier - Earlier looks back.
 * @csspart huddle - What a family can go through in a short talk.
 */
export class ProgressCheckIn extends GuideElement<'watch'> {
  static override styles = [GuideElement.styles, rowsStyles, answersStyles, styles];

  /** What stands in the form; absent before the first answer, and once it is saved. */
  @state() private draft: LookBack | undefined;
  /** Whether home feels safe. Here for as long as help is offered for it, and nowhere else. */
  @state() private safe: YesNo = '';
  /** The look back that was just removed. */
  @state() private removed: WatchEntry | undefined;
  /** What came of the calendar file. */
  @state() private fileSaid = '';

  #wins = new Wins(this.host);

  protected readonly parts = ['watch'] as const;
  protected readonly eventPart = 'watch';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#lookAgain);
    window.addEventListener('pagehide', this.#forgetSafe);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#lookAgain);
    window.removeEventListener('pagehide', this.#forgetSafe);
    this.#forgetSafe();
  }

  protected override forget(): void {
    this.#wins = new Wins(this.host);
    this.draft = undefined;
    this.removed = undefined;
    this.fileSaid = '';
    this.#forgetSafe();
  }

  /** A page left open overnight: a new day has a look back of its own. */
  readonly #lookAgain = (): void => this.requestUpdate();

  /** A page that is brought back by the back button must not tell. */
  readonly #forgetSafe = (): void => {
    this.safe = '';
  };

  /** What goes with a danger, health or a feeling says too much about a family; typed words and moods are never ids. */
  protected override openIds(): readonly string[] {
    const barriers = this.loaded?.watch.barriers ?? [];
    const picked = pickedBarriers(barriers, entryOn(this.answers, today())?.barriers ?? []);
    return this.openAmong(picked);
  }

  protected override renderContent(content: WatchContent) {
    const { watch, locale } = content;
    const { words } = watch;
    const entry = entryOn(this.answers, today());
    return html`
      ${this.heading(0, words.title, { id: 'title', className: 'title' })}
      <p class="lead">${words.intro}</p>
      ${entry && !this.draft ? this.#renderSaved(entry, content) : this.#renderForm(entry, content)}
      ${this.#wins.render(watch, locale)} ${this.#renderEarlier(content)}
      <details part="huddle">
        <summary>${words.huddleTitle}</summary>
        <p class="hint">${words.huddleHint}</p>
        <ol>
          ${words.huddle.map((line) => html`<li>${line}</li>`)}
        </ol>
      </details>
    `;
  }

  // ------------------------------------------------------------- asking

  #renderForm(entry: WatchEntry | undefined, content: WatchContent) {
    const { watch } = content;
    const { words, rows } = watch;
    return html`${this.#renderUndo((on) => on === today(), content)} ${entry ? nothing : this.#renderWelcome(content)}
      <form novalidate aria-labelledby="title" @submit=${this.#save}>
        ${renderQuestions(watch, this.#view(content))}
        <div class="actions no-print">
          <button type="submit" class="primary">${words.save}</button>
          ${entry ? html`<button type="button" @click=${this.#cancel}>${rows.cancel}</button>` : nothing}
        </div>
      </form>`;
  }

  #renderWelcome({ watch: { words }, locale }: WatchContent) {
    const day = today();
    const planned = plannedOn(this.answers, day);
    if (isAfterGap(this.answers, day)) return html`<p class="notice">${words.welcomeBack}</p>`;
    if (!planned || planned <= day) return nothing;
    return html`<p class="notice">${fill(words.planned, { date: dateInWords(planned, locale) })}</p>`;
  }

  #view(content: WatchContent): QuestionView {
    return {
      content,
      host: this.host,
      draft: this.#draftNow,
      items: planItems(this.answers, today()),
      safe: this.safe,
      isContactHeld: hasUnsafeCard(this.answers),
      goTo: this.around?.goTo,
      answer: this.#answer,
      answerSafe: this.#answerSafe,
      openSafety: this.#openSafety,
    };
  }

  get #draftNow(): LookBack {
    return this.draft ?? lookBackFrom(this.answers, entryOn(this.answers, today()));
  }

  readonly #openSafety = (id: string): void => this.openSafety(id);

  readonly #answer = (change: (draft: LookBack) => Partial<LookBack>): void => {
    const isFirst = !this.draft;
    this.draft = { ...this.#draftNow, ...change(this.#draftNow) };
    if (isFirst) this.emitProgress(1, 2);
  };

  /** No answer like the others: nothing of it is kept, and the page hears nothing. */
  readonly #answerSafe = (safe: YesNo): void => {
    this.safe = safe;
    const words = this.loaded?.watch.words;
    if (words && safe !== 'yes') this.announce(words.safeOffer);
  };

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { draft } = this;
    const words = this.loaded?.watch.rows;
    this.removed = undefined;
    this.applyAnswer(saveLookBack(draft ?? this.#draftNow, today()));
    this.draft = undefined;
    this.fileSaid = '';
    if (words) this.announce(words.saved);
    this.emitProgress(2, 2);
    void this.focusOn('#entry');
  };

  readonly #cancel = (): void => {
    this.draft = undefined;
    this.#forgetSafe();
    void this.focusOn('#entry');
  };

  readonly #change = (): void => {
    this.#forgetSafe();
    this.draft = this.#draftNow;
    void this.focusOn('fieldset :is(h1, h2, h3, h4, h5, h6)');
  };

  // ------------------------------------------------------------- saved

  #renderSaved(entry: WatchEntry, content: WatchContent) {
    const { watch, locale } = content;
    const { goTo } = this.around ?? {};
    return html`<section part="entry" aria-labelledby="entry">
        ${this.heading(1, entryTitle(entry, content), { id: 'entry', className: 'section' })}
        ${this.#renderEntry(entry, content)} ${this.#renderEntryActions(entry, content, this.#change)}
        ${renderSupport({ content, host: this.host, draft: entry, safe: this.safe, goTo, openSafety: this.#openSafety })}
        ${this.#renderNew(entry, content)}
      </section>
      ${this.#renderNext(entry, content)}
      ${this.renderExport(() => [
        ...watchSections(content, this.answers),
        winsSection(watch.words, this.answers.lists.wins, locale),
      ])}`;
  }

  /** What tells of danger, health or feelings stays off the paper. */
  #renderEntry(entry: WatchEntry, content: WatchContent) {
    const { words, barriers } = content.watch;
    const done = doneNames(this.answers, entry);
    const picked = pickedBarriers(barriers, entry.barriers);
    const me = entry.me && holdingWord(words, entry.me);
    const lines: readonly (readonly [label: string, text: unknown, isPrivate?: boolean])[] = [
      [
        words.done,
        done.length &&
          html`<ul class="plain">
            ${done.map((name) => html`<li>${name}</li>`)}
          </ul>`,
      ],
      [words.barriers, picked.length && barrierNames(picked), !picked.some(isOpen)],
      [words.adjust, entry.adjust],
      [words.helped, entry.helped],
      [words.me, me, true],
      [words.sleep, yesNoWord(words, entry.sleep), true],
      [words.talk, yesNoWord(words, entry.talk), true],
    ];
    const given = lines.filter(([, text]) => text);
    if (!given.length) return html`<p>${words.entryEmpty}</p>`;
    return html`<dl class="row">
      ${given.map(
        ([label, text, isPrivate]) =>
          html`<div class=${isPrivate ? 'no-print' : nothing}>
            <dt>${label}</dt>
            <dd>${text}</dd>
          </div>`,
      )}
    </dl>`;
  }

  #renderEntryActions(entry: WatchEntry, content: WatchContent, change?: () => void) {
    const { rows } = content.watch;
    const about = html`<span class="unseen"> ${entryTitle(entry, content)}</span>`;
    return html`<div class="actions row-actions no-print">
      ${change ? html`<button type="button" class="quiet" @click=${change}>${rows.edit}${about}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => this.#remove(entry, content)}>${rows.remove}${about}</button>
    </div>`;
  }

  /** What came up may change the next step, or needs care at once. */
  #renderNew(entry: WatchEntry, content: WatchContent) {
    const { words, barriers } = content.watch;
    const picked = pickedBarriers(barriers, entry.barriers);
    const named = picked.flatMap(({ safety = [] }) => safety);
    const screens = content.core.safety.flatMap(({ id }) => (named.includes(id) ? [id] : [])); // in their own order
    const goTo = picked.some(({ part }) => part === 'steps') ? this.around?.goTo : undefined;
    if (!screens.length && !goTo) return nothing;
    return html`<section class="card no-print" aria-labelledby="new">
      ${this.heading(2, words.newTitle, { id: 'new' })}
      <p>${words.newHint}</p>
      ${this.renderSafetyLinks(screens, content)} ${renderGoTo(words, goTo, 'steps')}
    </section>`;
  }

  // ------------------------------------------------------------- next time

  #renderNext(entry: WatchEntry, content: WatchContent) {
    const { words } = content.watch;
    const { every } = this.answers.watch;
    const choice = (value: SessionState['watch']['every'], label: string) =>
      html`<label class="choice">
        <input
          type="radio"
          name="every"
          .checked=${live(value === every)}
          @change=${() => this.#setEvery(value, entry, content)}
        />
        <span>${label}</span>
      </label>`;
    return html`<section part="next">
      <fieldset class="no-print">
        <legend>${this.heading(2, words.everyTitle)}</legend>
        <div class="chips">${choice('week', words.everyWeek)} ${choice('month', words.everyMonth)}</div>
      </fieldset>
      <p>${nextLine(entry, every, content)}</p>
      <div class="actions no-print">
        <button type="button" aria-describedby="calendar-hint" @click=${() => this.#saveDate(entry, content)}>
          ${words.calendar}
        </button>
      </div>
      <p class="hint no-print" id="calendar-hint">${fill(words.calendarHint, { title: words.calendarTitle })}</p>
      <p class="muted no-print">${this.fileSaid}</p>
    </section>`;
  }

  #setEvery(every: SessionState['watch']['every'], entry: WatchEntry, content: WatchContent): void {
    this.fileSaid = '';
    this.apply(setWatchEvery(every));
    this.announce(nextLine(entry, every, content));
  }

  #saveDate(entry: WatchEntry, { watch: { words } }: WatchContent): void {
    if (!this.mayExport('calendar')) return;
    const { every } = this.answers.watch;
    const name = downloadCalendar([{ on: nextOn(entry.on, every), title: words.calendarTitle, every }]);
    this.fileSaid = fill(words.calendarSaved, { name });
    this.announce(this.fileSaid);
  }

  // ------------------------------------------------------------- earlier

  #renderEarlier(content: WatchContent) {
    const { words } = content.watch;
    const day = today();
    const entries = newestFirst(this.answers.watch.entries).filter(({ on }) => on !== day);
    const undo = this.#renderUndo((on) => on !== day, content);
    if (!entries.length && undo === nothing) return nothing;
    return html`<section part="earlier" aria-labelledby="earlier">
      ${this.heading(1, words.earlierTitle, { id: 'earlier', className: 'section' })} ${undo}
      <ul class="plain">
        ${repeat(
          entries,
          ({ id }) => id,
          (entry) =>
            html`<li>
              <details>
                <summary id=${`entry-${entry.id}`}>${entryTitle(entry, content)}</summary>
                ${this.#renderEntry(entry, content)} ${this.#renderEntryActions(entry, content)}
              </details>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** The way back for the look back that was just removed, if its day `fits` here and has no other one by now. */
  #renderUndo(fits: (day: string) => boolean, content: WatchContent) {
    const { removed } = this;
    const { rows } = content.watch;
    if (!removed || !fits(removed.on) || entryOn(this.answers, removed.on)) return nothing;
    return html`<div class="notice actions no-print">
      <span>${fill(rows.removed, { name: entryTitle(removed, content) })}</span>
      <button type="button" id="undo-entry" @click=${() => this.#undo(removed, content)}>${rows.undo}</button>
    </div>`;
  }

  #remove(entry: WatchEntry, content: WatchContent): void {
    this.applyAnswer(removeWatchEntry(entry.id));
    this.removed = entry;
    this.announce(fill(content.watch.rows.removed, { name: entryTitle(entry, content) }));
    void this.focusOn('#undo-entry');
  }

  #undo(entry: WatchEntry, content: WatchContent): void {
    this.removed = undefined;
    this.applyAnswer(restoreWatchEntry(entry));
    this.announce(fill(content.watch.rows.restored, { name: entryTitle(entry, content) }));
    void this.focusOn(`#entry-${entry.id}`, '#entry', '#title');
  }
}

const entryTitle = ({ on }: WatchEntry, { watch: { words }, locale }: WatchContent): string =>
  fill(words.entryTitle, { date: dateInWords(on, locale) });

const nextLine = (
  { on }: WatchEntry,
  every: SessionState['watch']['every'],
  { watch: { words }, locale }: WatchContent,
): string => fill(words.next, { date: dateInWords(nextOn(on, every), locale) });

const barrierNames = (barriers: readonly Barrier[]): TemplateResult =>
  html`<ul class="plain">
    ${barriers.map((barrier) => html`<li class=${isOpen(barrier) ? nothing : 'no-print'}>${barrier.label}</li>`)}
  </ul>`;

declare global {
  interface HTMLElementTagNameMap {
    'progress-check-in': ProgressCheckIn;
  }
}
