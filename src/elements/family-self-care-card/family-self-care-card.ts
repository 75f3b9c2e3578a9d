import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { renderRichText } from '../../content/render.js';
import type { SelfCare, SupportCard, Words } from '../../content/schema.js';
import { careSections } from '../../handoff/care-sheet.js';
import type { Holding } from '../../session/state.js';
import { markDone, MAX_NOTE, pickCare, setCareNote, setFeeling, setHolding } from '../../session/transitions.js';
import { answersStyles } from '../../styles/answers.styles.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { GuideElement } from '../shared/guide-element.js';
import { renderSources } from '../shared/sources-view.js';
import { Wins } from '../shared/wins.js';
import { styles } from './family-self-care-card.styles.js';

type CareContent = Content<'care'>;

/** What "Only show what takes 2 minutes" keeps. */
const SHORT_MINUTES = 2;
/** The screen for a visitor who is not okay. */
const NOT_OKAY_SCREEN = 'suicide_me';

/** Each answer with what we say to it. An order, not a score. */
const holdings = (words: Words['care']): readonly (readonly [Holding, string, string])[] => [
  [1, words.holding1, words.holdingReply1],
  [2, words.holding2, words.holdingReply2],
  [3, words.holding3, words.holdingReply3],
  [4, words.holding4, words.holdingReply4],
];

const domainWord = (words: Words['care'], domain: SelfCare['domain']): string =>
  ({
    body: words.domainBody,
    rest: words.domainRest,
    people: words.domainPeople,
    mind: words.domainMind,
    limits: words.domainLimits,
    meaning: words.domainMeaning,
  })[domain];

/**
 * For the visitor themselves: how they are holding up (unscored), a few words for a feeling, small things to pick and
 * to check off for today, a log of small wins, and a note that nobody else reads. How they feel is never told to the page.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The card can be used.
 * @fires {FigProgressEvent} fig-progress - The visitor picked the first thing, or did the first one today.
 * @fires {FigChangeEvent} fig-change - The picked things changed; only with `events="full"`, and never a sensitive one.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies what they picked and their small wins; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart holding - "How are you holding up?" and the reply.
 * @csspart feelings - The feelings to choose from.
 * @csspart card - The card for the chosen feeling.
 * @csspart items - The small things to pick from.
 * @csspart item - One small thing: box, words and, once picked, what to do.
 * @csspart today - The list for today.
 * @csspart wins - The log of small wins.
 * @csspart row - One small win.
 * @csspart form - Where a small win is written or changed.
 * @csspart note - The visitor's own note.
 */
export class FamilySelfCareCard extends GuideElement<'care'> {
  static override styles = [GuideElement.styles, rowsStyles, answersStyles, styles];

  @state() private shortOnly = false;
  /** Ids of things put back while only short ones are shown, so that none vanishes from under the finger. */
  @state() private kept: readonly string[] = [];

  #wins = new Wins(this.host);

  protected readonly parts = ['care'] as const;
  protected readonly eventPart = 'care';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#lookAgain);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }

  protected override forget(): void {
    this.#wins = new Wins(this.host);
    this.kept = [];
  }

  /** A page left open overnight: what was done yesterday is not done today. */
  readonly #lookAgain = (): void => this.requestUpdate();

  /** What goes with a danger says too much about a family: the page hears neither of it nor that it was picked. */
  protected override openIds(): readonly string[] {
    const { loaded } = this;
    return this.openAmong(loaded && this.#picked(loaded));
  }

  protected override renderContent(content: CareContent) {
    const { words, cards, items } = content.care;
    const isEmpty = !this.#picked(content).length && !this.answers.lists.wins.length;
    return html`
      ${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>
      ${this.#renderHolding(words)} ${cards.length ? this.#renderFeelings(content) : nothing}
      ${items.length ? html`${this.#renderItems(content)} ${this.#renderToday(content)}` : nothing}
      ${this.#wins.render(content.care, content.locale)}
      ${isEmpty ? nothing : this.renderExport(() => careSections(content, this.answers, this.reading(content)))}
      ${this.#renderNote(words)}
    `;
  }

  #renderHolding(words: Words['care']) {
    const { holding } = this.answers.care;
    const reply = holdings(words).find(([level]) => level === holding)?.[2];
    return html`<div part="holding">
      <fieldset aria-describedby="holding-note">
        <legend>${this.heading(1, words.holdingTitle)}</legend>
        <p id="holding-note" class="hint">${words.holdingNote}</p>
        <div class="levels">
          ${holdings(words).map(
            ([level, label, answer]) =>
              html`<label class="choice">
                <input
                  type="radio"
                  name="holding"
                  .checked=${live(level === holding)}
                  @change=${() => this.#hold(level, answer)}
                />
                <span>${label}</span>
              </label>`,
          )}
        </div>
      </fieldset>
      ${
        reply
          ? html`<div class="card">
              <p>${reply}</p>
              ${
                holding === 1
                  ? html`<div class="actions">
                      <button type="button" class="primary" @click=${() => this.openSafety(NOT_OKAY_SCREEN)}>
                        ${words.holdingHelp}
                      </button>
                    </div>`
                  : nothing
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #renderFeelings(content: CareContent) {
    const { words, cards } = content.care;
    const chosen = cards.find(({ id }) => id === this.answers.care.feeling);
    const chips = (shown: readonly SupportCard[]) =>
      html`<div class="chips">${shown.map((card) => this.#renderChip(card, card === chosen, words))}</div>`;
    const mine = cards.filter(({ side }) => side === 'me');
    const theirs = cards.filter(({ side }) => side === 'them');
    // Nothing is known of "None of these": the browser alone keeps it ticked.
    return html`<fieldset part="feelings" aria-describedby="feeling-hint">
        <legend>${this.heading(1, words.feelingTitle)}</legend>
        <p id="feeling-hint" class="hint">${words.feelingHint}</p>
        ${
          mine.length && theirs.length
            ? html`${this.heading(2, words.sideMe)} ${chips(mine)} ${this.heading(2, words.sideThem)} ${chips(theirs)}`
            : chips(cards)
        }
        <div class="chips">
          <label class="choice">
            <input type="radio" name="feeling" @change=${() => this.#feel(undefined)} />
            <span>${words.feelingSomethingElse}</span>
          </label>
        </div>
      </fieldset>
      ${chosen ? this.#renderCard(chosen, content) : nothing}`;
  }

  /** Both sides have a card for some feelings; to a screen reader the name says whose. */
  #renderChip(card: SupportCard, chosen: boolean, { sideThem }: Words['care']) {
    return html`<label class="choice">
      <input type="radio" name="feeling" .checked=${live(chosen)} @change=${() => this.#feel(card)} />
      <span>${card.name}${card.side === 'them' ? html`<span class="unseen">, ${sideThem}</span>` : nothing}</span>
    </label>`;
  }

  #renderCard(card: SupportCard, content: CareContent) {
    const { words, items } = content.care;
    const reading = this.reading(content);
    const offered = (card.leadsTo ?? []).flatMap((ref) => items.filter(({ id }) => ref === `self_care:${id}`));
    return html`<section class="card" part="card" aria-labelledby="see">
      ${this.heading(2, card.see, { id: 'see' })} ${renderRichText(card.say, reading)}
      <p class="label">${words.nextTitle}</p>
      ${renderRichText(card.next, reading)}
      ${
        offered.length
          ? html`<p class="label">${words.cardItems}</p>
              <div class="chips">
                ${offered.map((item) => {
                  const picked = this.#isPicked(item);
                  return html`<button
                    type="button"
                    aria-pressed=${String(picked)}
                    @click=${() => this.#pick(item, !picked)}
                  >
                    ${item.title}
                  </button>`;
                })}
              </div>`
          : nothing
      }
      ${this.renderSafetyLinks(card.safety, content)} ${renderSources(card, content)}
    </section>`;
  }

  #renderItems(content: CareContent) {
    const { words, items } = content.care;
    const isShort = ({ minutes }: SelfCare) => minutes <= SHORT_MINUTES;
    const shown = (item: SelfCare) =>
      !this.shortOnly || isShort(item) || this.#isPicked(item) || this.kept.includes(item.id);
    const sorted = items.toSorted((a, b) => a.minutes - b.minutes);
    return html`<fieldset part="items" aria-describedby="pick-hint">
      <legend>${this.heading(1, words.pickTitle)}</legend>
      <p id="pick-hint" class="hint">${words.pickHint}</p>
      ${
        items.some(isShort)
          ? html`<label class="tick">
              <input type="checkbox" .checked=${live(this.shortOnly)} @change=${this.#filter} />
              <span>${words.shortOnly}</span>
            </label>`
          : nothing
      }
      <ul class="plain items">
        ${repeat(
          sorted.filter(shown),
          ({ id }) => id,
          (item) => this.#renderItem(item, content),
        )}
      </ul>
    </fieldset>`;
  }

  #renderItem(item: SelfCare, content: CareContent) {
    const { words } = content.care;
    const picked = this.#isPicked(item);
    return html`<li part="item">
      <label class="choice">
        <input type="checkbox" .checked=${live(picked)} @change=${() => this.#pick(item, !picked)} />
        <span
          >${item.title}
          <span class="hint"
            >${counted(words.minutes, item.minutes, content.locale)} · ${domainWord(words, item.domain)}</span
          ></span
        >
      </label>
      ${picked ? this.#renderHow(item, content) : nothing}
    </li>`;
  }

  #renderHow(item: SelfCare, content: CareContent) {
    const reading = this.reading(content);
    return html`<div class="how">
      ${renderRichText(item.do, reading)}
      <p class="label">${content.care.words.whyTitle}</p>
      ${renderRichText(item.why, reading)} ${this.renderSafetyLinks(item.safety, content)}
      ${renderSources(item, content)}
    </div>`;
  }

  #renderToday(content: CareContent) {
    const { words } = content.care;
    const picked = this.#picked(content);
    return html`<section part="today" aria-labelledby="today">
      ${this.heading(1, words.todayTitle, { id: 'today', className: 'section' })}
      ${
        picked.length
          ? html`<ul class="plain">
              ${repeat(
                picked,
                ({ id }) => id,
                (item) => this.#renderPicked(item, words),
              )}
            </ul>`
          : html`<p>${words.todayEmpty}</p>`
      }
    </section>`;
  }

  #renderPicked(item: SelfCare, words: Words['care']) {
    const done = this.answers.care.done[item.id] === today();
    const about = html`<span class="unseen"> ${item.title}</span>`;
    return html`<li class="card">
      <strong>${item.title}</strong>
      <label class="tick">
        <input type="checkbox" .checked=${live(done)} @change=${() => this.#markDone(item, !done)} />
        <span>${words.done}${about}</span>
      </label>
      <button type="button" class="quiet" @click=${() => this.#takeOff(item)}>${words.takeOff}${about}</button>
    </li>`;
  }

  /** For the visitor alone: it goes on no copy, and paper is seen by others. */
  #renderNote(words: Words['care']) {
    return html`<section class="no-print" part="note" aria-labelledby="note">
      ${this.heading(1, words.noteTitle, { id: 'note', className: 'section' })}
      <p class="hint" id="note-hint">${words.noteHint}</p>
      <textarea
        maxlength=${MAX_NOTE}
        autocomplete="off"
        aria-labelledby="note"
        aria-describedby="note-hint"
        .value=${live(this.answers.care.note)}
        @input=${(event: Event) => this.apply(setCareNote((event.target as HTMLTextAreaElement).value))}
      ></textarea>
    </section>`;
  }

  #isPicked({ id }: SelfCare): boolean {
    return this.answers.care.picked.includes(id);
  }

  #picked({ care: { items } }: CareContent): readonly SelfCare[] {
    return items.filter((item) => this.#isPicked(item));
  }

  #hold(level: Holding, reply: string): void {
    this.apply(setHolding(level));
    this.announce(reply);
  }

  #feel(card: SupportCard | undefined): void {
    this.apply(setFeeling(card?.id));
    if (card) this.announce(card.see);
  }

  readonly #filter = (): void => {
    this.shortOnly = !this.shortOnly;
    this.kept = [];
  };

  #pick(item: SelfCare, on: boolean): void {
    const { loaded } = this;
    if (!loaded) return;
    const isFirst = on && !this.#picked(loaded).length;
    if (!on) this.kept = [...this.kept, item.id];
    this.applyAnswer(pickCare(item.id, on));
    const picked = this.#picked(loaded);
    this.announce(counted(loaded.care.words.picked, picked.length, loaded.locale));
    if (isFirst) this.emitProgress(1, 2);
  }

  #takeOff(item: SelfCare): void {
    this.#pick(item, false);
    void this.focusOn('#today'); // the row is gone, and its button with it
  }

  #markDone({ id, title }: SelfCare, on: boolean): void {
    const day = today();
    const isFirst = on && !Object.values(this.answers.care.done).includes(day);
    this.apply(markDone(id, on ? day : undefined));
    const words = this.loaded?.care.words;
    if (words) this.announce(fill(on ? words.doneSaid : words.undoneSaid, { title }));
    if (isFirst) this.emitProgress(2, 2);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'family-self-care-card': FamilySelfCareCard;
  }
}
