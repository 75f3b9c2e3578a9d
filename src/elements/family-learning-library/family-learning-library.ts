import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import type { Phrase } from '../../content/schema.js';
import {
  findable,
  groupOf,
  pagesOf,
  refOf,
  shelfOf,
  SHELVES,
  shelvesOf,
  type Page,
  type Shelf,
} from '../../guidance/library.js';
import { search } from '../../guidance/search.js';
import { hasUnsafeCard, UNSAFE_CARD } from '../../guidance/contact.js';
import { cueCardSections } from '../../handoff/cue-cards-sheet.js';
import { pickPhrase } from '../../session/transitions.js';
import { safetyStyles } from '../../styles/safety.styles.js';
import type { Surroundings } from '../shared/context.js';
import { renderContactHeld } from '../shared/safety-view.js';
import { GuideElement } from '../shared/guide-element.js';
import { renderSources } from '../shared/sources-view.js';
import { warnOnce } from '../shared/warn.js';
import { renderName, renderPage } from './entry-view.js';
import { styles } from './family-learning-library.styles.js';
import { renderListing, renderPlaces } from './places-view.js';
import { renderPractice, roundFrom, type PracticeStage } from './practice-view.js';

type LearnContent = Content<'learn'>;
type PageOf<K extends Page['kind']> = Page & { readonly kind: K };

/** What is shown: a shelf, one entry to read, or practice. */
type View =
  | { readonly at: 'shelf'; readonly shelf: Shelf }
  | { readonly at: 'entry'; readonly ref: string }
  | ({ readonly at: 'practice' } & PracticeStage);

/** Longest search, in characters. */
const MAX_QUERY = 80;

const isOf =
  <K extends Page['kind']>(kind: K) =>
  (page: Page): page is PageOf<K> =>
    page.kind === kind;

const buttonOf = (page: Page): string => `open-${refOf(page).replace(':', '-')}`;

/**
 * Short pages with sources, on shelves: topics, treatments, myths, what to say instead (with practice and cue cards),
 * who can help, and places of the region. All can be searched. What a visitor reads is never told to the page.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The library can be used.
 * @fires {FigProgressEvent} fig-progress - The visitor opened the first page of a shelf, or finished practice; not which.
 * @fires {FigChangeEvent} fig-change - The cue cards changed; only with `events="full"`, and never a sensitive one.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies the cue cards; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart search - The search field.
 * @csspart shelves - The shelves to choose from.
 * @csspart shelf - The open shelf, or what was found.
 * @csspart entry - The page that is read.
 * @csspart place - One place to turn to.
 * @csspart practice - Practice.
 * @csspart cards - The cue cards.
 */
export class FamilyLearningLibrary extends GuideElement<'learn'> {
  static override styles = [GuideElement.styles, safetyStyles, styles];

  /**
   * What is open: a shelf (`topics`, `treatments`, `myths`, `phrases`, `roles`, `places`) or one page of it
   * (`topic:naloxone`, `treatment:…`, `myth:…`, `phrase:…`, `care_role:…`). Default: the first shelf. Where the visitor
   * goes from there is written nowhere.
   */
  @property() entry = '';

  /** Absent: the first shelf. */
  @state() private view: View | undefined;
  @state() private query = '';

  protected readonly parts = ['learn'] as const;
  protected readonly eventPart = 'learn';

  /** What to open as soon as the words are there. */
  #wanted: { readonly entry: string; readonly isFocused: boolean } | undefined;
  /** Where another part of the guide last sent the visitor. */
  #sent: Surroundings['learnEntry'];
  /** Shelves on which something was opened, and practice. */
  readonly #reached = new Set<Shelf | 'practice'>();
  /** What the visitor wrote in practice, by the id of the phrase. */
  readonly #drafts = new Map<string, string>();
  /** The phrase the next round of practice begins with. */
  #nextRound = 0;

  /** Opens a shelf or a page (see {@link entry}), as if the visitor had picked it; nothing opens the first shelf. */
  show(entry = ''): void {
    this.#wanted = { entry, isFocused: true };
    this.requestUpdate();
  }

  // ------------------------------------------------------------- lifecycle

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leavePractice();
  }

  protected override forget(): void {
    this.#drafts.clear();
    this.#nextRound = 0;
    this.query = '';
    this.view = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('entry') && !this.#wanted?.isFocused) this.#wanted = { entry: this.entry, isFocused: false };
    const sent = this.around?.learnEntry;
    if (sent && sent !== this.#sent) {
      this.#sent = sent;
      this.#wanted = { ...sent, isFocused: true };
    }
    if (this.#isHeld) this.#leavePractice();
    if (this.#wanted && this.loaded) this.#open(this.#wanted, this.loaded);
  }

  /** Opens what was asked for by script. What is not there is ignored, until other content has it. */
  #open({ entry, isFocused }: { readonly entry: string; readonly isFocused: boolean }, content: LearnContent): void {
    const view = this.#viewOf(entry, content);
    if (!view) {
      warnOnce(
        `<${this.localName} entry="${entry}"> is not known and left out. ` +
          `Known: ${SHELVES.join(', ')}, and the id of an entry as topic:…, treatment:…, myth:…, phrase:…, care_role:….`,
      );
      if (isFocused) this.#wanted = undefined; // a call is over; an attribute stays
      return;
    }
    this.#go(view === 'first' ? undefined : view);
    if (isFocused) void this.focusOn('#entry', '#shelf');
  }

  #viewOf(entry: string, content: LearnContent): View | 'first' | undefined {
    if (!entry) return 'first';
    const pages = this.#pages(content);
    const shelf = shelvesOf(pages).find((name) => name === entry);
    if (shelf) return { at: 'shelf', shelf };
    const page = pages.find((one) => refOf(one) === entry && !isOf('listing')(one));
    return page && { at: 'entry', ref: entry };
  }

  /** Words to say are held back while contact with the loved one is not safe. */
  get #isHeld(): boolean {
    return hasUnsafeCard(this.answers);
  }

  /** What goes with a danger says too much about a family: the page hears neither of it nor that it was picked. */
  protected override openIds(): readonly string[] {
    const { loaded } = this;
    return this.openAmong(loaded && this.#cards(loaded));
  }

  // ------------------------------------------------------------- what is there

  #pages({ learn }: LearnContent): readonly Page[] {
    return pagesOf(learn, this.currentRegion?.code);
  }

  #phrases(content: LearnContent): readonly Phrase[] {
    return this.#pages(content)
      .filter(isOf('phrase'))
      .map(({ entry }) => entry);
  }

  #cards({ learn: { phrases } }: LearnContent): readonly Phrase[] {
    return phrases.filter(({ id }) => this.answers.learn.cards.includes(id));
  }

  // ------------------------------------------------------------- shelves

  protected override renderContent(content: LearnContent) {
    const { words } = content.learn;
    return html`${this.heading(0, words.title, { className: 'title' })} ${this.#renderView(content)}`;
  }

  #renderView(content: LearnContent) {
    const pages = this.#pages(content);
    const { view } = this;
    if (view?.at === 'practice') return this.#renderPractice(view, content);
    const page = view && pages.find((one) => view.at === 'entry' && refOf(one) === view.ref);
    if (page && !this.#isHeldBack(page)) return this.#renderEntry(page, pages, content);
    return this.#renderShelves(pages, content);
  }

  #isHeldBack(page: Page): boolean {
    return this.#isHeld && page.kind === 'phrase';
  }

  /** The shelf that is open, or whose page is read. */
  #shelf(pages: readonly Page[]): Shelf {
    const { view } = this;
    if (view?.at === 'practice') return 'phrases';
    const page = view?.at === 'entry' ? pages.find((one) => refOf(one) === view.ref) : undefined;
    const shelf = view?.at === 'shelf' ? view.shelf : page && shelfOf(page);
    const shelves = shelvesOf(pages);
    return shelves.find((name) => name === shelf) ?? shelves[0] ?? 'places';
  }

  #renderShelves(pages: readonly Page[], content: LearnContent) {
    const { words } = content.learn;
    const isSearching = this.#isSearching;
    const open = this.#shelf(pages);
    return html`<p class="lead">${words.intro}</p>
      <div role="search" class="no-print" part="search">
        <label class="field"
          >${words.search}
          <span class="hint" id="search-hint">${words.searchHint}</span>
          <input
            type="search"
            id="search"
            maxlength=${MAX_QUERY}
            autocomplete="off"
            aria-describedby="search-hint"
            .value=${live(this.query)}
            @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value, content)}
          />
        </label>
      </div>
      <nav class="no-print" aria-label=${words.navLabel} part="shelves">
        <ul class="plain shelves">
          ${shelvesOf(pages).map(
            (shelf) =>
              html`<li>
                <button
                  type="button"
                  aria-current=${shelf === open && !isSearching ? 'true' : nothing}
                  @click=${() => this.#pickShelf(shelf)}
                >
                  ${words.shelf[shelf]}
                </button>
              </li>`,
          )}
        </ul>
      </nav>
      ${isSearching ? this.#renderFound(content) : this.#renderShelf(open, pages, content)}`;
  }

  #renderShelf(shelf: Shelf, pages: readonly Page[], content: LearnContent) {
    const { words } = content.learn;
    const on = pages.filter((page) => shelfOf(page) === shelf);
    const isHeld = shelf === 'phrases' && this.#isHeld;
    return html`<section aria-labelledby="shelf" part="shelf">
      ${this.heading(1, words.shelf[shelf], { id: 'shelf', className: 'section' })}
      ${
        isHeld
          ? this.#renderHeld(content)
          : html`<p class="hint">${words.hint[shelf]}</p>
              ${shelf === 'phrases' ? this.#renderPracticeStart(content) : nothing}
              ${
                shelf === 'places'
                  ? renderPlaces(on.filter(isOf('listing')), this.currentRegion, content, this.host)
                  : this.#renderGroups(on, content)
              }
              ${shelf === 'phrases' ? this.#renderCards(content) : nothing}`
      }
    </section>`;
  }

  #renderGroups(pages: readonly Page[], content: LearnContent) {
    const { words } = content.learn;
    const groups = [...new Set(pages.map((page) => groupOf(page, words)))];
    return groups.map(
      (group) =>
        html`${group ? this.heading(2, group) : nothing}
        ${this.#renderList(
          pages.filter((page) => groupOf(page, words) === group),
          (page) => this.#renderRow(page, this.#aboutOf(page, content), content),
        )}`,
    );
  }

  #renderList(pages: readonly Page[], row: (page: Page) => unknown) {
    return html`<ul class="plain entries">
      ${repeat(pages, refOf, row)}
    </ul>`;
  }

  /** Closed, an entry is its title and no more: a shelf can be long. */
  #renderRow(page: Page, about: string, content: LearnContent) {
    return html`<li>
      <button type="button" class="wide" id=${buttonOf(page)} @click=${() => this.#read(page, content)}>
        <span>${renderName(page, content)}</span>
        ${about ? html`<span class="hint">${about}</span>` : nothing}
      </button>
    </li>`;
  }

  #aboutOf({ kind, entry }: Page, { learn: { words }, locale }: LearnContent): string {
    if (kind === 'topic') return counted(words.minutes, entry.minutes, locale);
    return kind === 'phrase' && this.answers.learn.cards.includes(entry.id) ? words.cardOn : '';
  }

  #renderHeld(content: LearnContent) {
    return renderContactHeld(content.learn.words.contactHeld, this.host, content);
  }

  // ------------------------------------------------------------- search

  get #isSearching(): boolean {
    return this.query.trim() !== '';
  }

  #found(content: LearnContent): readonly Page[] {
    const { resolve } = this.reading(content);
    return search(this.#pages(content), (page) => findable(page, (place) => resolve(place).text), this.query);
  }

  #renderFound(content: LearnContent) {
    const { words } = content.learn;
    const all = this.#found(content);
    const found = all.filter((page) => !this.#isHeldBack(page));
    return html`<section aria-labelledby="shelf" part="shelf">
      ${this.heading(1, words.foundTitle, { id: 'shelf', className: 'section' })}
      <div class="actions count">
        <span class="muted">${counted(words.found, found.length, content.locale)}</span>
        <button type="button" class="quiet" @click=${this.#clearSearch}>${words.clearSearch}</button>
      </div>
      ${found.length < all.length ? this.#renderHeld(content) : nothing}
      ${
        found.length
          ? this.#renderList(found, (page) =>
              page.kind === 'listing'
                ? renderListing(page.entry, content, this.host)
                : this.#renderRow(page, words.shelf[shelfOf(page)], content),
            )
          : html`<p>${words.foundNothing}</p>`
      }
    </section>`;
  }

  // ------------------------------------------------------------- reading

  #renderEntry(page: Page, pages: readonly Page[], content: LearnContent) {
    const { words } = content.learn;
    const shelf = shelfOf(page);
    const next = this.#isSearching ? undefined : pages[pages.indexOf(page) + 1];
    return keyed(
      refOf(page),
      html`<article aria-labelledby="entry" part="entry">
        <button type="button" class="quiet back" @click=${() => this.#back(page)}>
          ${this.#isSearching ? words.backToFound : fill(words.backTo, { title: words.shelf[shelf] })}
        </button>
        ${this.heading(1, renderName(page, content), { id: 'entry', className: 'section' })}
        ${renderPage(page, content, this.host)}
        ${
          page.kind === 'phrase'
            ? html`${this.#renderCardTick(page.entry, content)}
                <div class="actions">
                  <button type="button" @click=${() => this.#practice(this.#phrases(content).indexOf(page.entry))}>
                    ${words.practiceOne}
                  </button>
                </div>`
            : nothing
        }
        ${this.renderSafetyLinks(page.entry.safety, content)} ${renderSources(page.entry, content)}
        ${
          next && shelfOf(next) === shelf
            ? html`<div class="actions turn">
                <button type="button" class="next" @click=${() => this.#read(next, content)}>
                  <span class="kind">${words.next}</span> <span>${renderName(next, content)}</span>
                </button>
              </div>`
            : nothing
        }
      </article>`,
    );
  }

  // ------------------------------------------------------------- phrases

  #renderPracticeStart(content: LearnContent) {
    return html`${this.renderSafetyLinks([UNSAFE_CARD], content)}
      <div class="actions">
        <button type="button" class="primary" id="start-practice" @click=${() => this.#practice(this.#nextRound)}>
          ${content.learn.words.practice}
        </button>
      </div>`;
  }

  #renderCards(content: LearnContent) {
    const { words } = content.learn;
    const cards = this.#cards(content);
    return html`<section aria-labelledby="cards" part="cards">
      ${this.heading(2, words.cardsTitle, { id: 'cards' })}
      ${
        cards.length
          ? html`<p class="hint">${words.cardsHint}</p>
              <ul class="plain">
                ${repeat(
                  cards,
                  ({ id }) => id,
                  (phrase) => this.#renderCard(phrase, content),
                )}
              </ul>
              ${this.renderExport(() => cueCardSections(content, this.answers))}`
          : html`<p class="muted">${words.cardsEmpty}</p>`
      }
    </section>`;
  }

  #renderCard(phrase: Phrase, content: LearnContent) {
    const { words } = content.learn;
    return html`<li class="card">
      <span class="muted small">${words.skill[phrase.skill]}</span>
      <p>${phrase.say}</p>
      <button type="button" class="quiet" @click=${() => this.#takeOff(phrase, content)}>
        ${words.cardRemove}<span class="unseen"> ${phrase.say}</span>
      </button>
    </li>`;
  }

  #renderCardTick(phrase: Phrase, content: LearnContent) {
    const isOn = this.answers.learn.cards.includes(phrase.id);
    return html`<label class="tick no-print">
      <input type="checkbox" .checked=${live(isOn)} @change=${() => this.#pickCard(phrase, !isOn, content)} />
      <span>${content.learn.words.cardAdd}</span>
    </label>`;
  }

  #renderPractice(stage: PracticeStage, content: LearnContent) {
    return renderPractice({
      content,
      host: this.host,
      phrases: roundFrom(this.#phrases(content), stage.start),
      stage,
      drafts: this.#drafts,
      go: (to) => this.#practiceAt(to, content),
      stop: () => {
        this.#go({ at: 'shelf', shelf: 'phrases' });
        void this.focusOn('#start-practice');
      },
      startNext: () => this.#practice(this.#nextRound),
      tools: (phrase) =>
        html`${this.#renderCardTick(phrase, content)} ${this.renderSafetyLinks(phrase.safety, content)}`,
    });
  }

  // ------------------------------------------------------------- doing

  /** Shows something else. What was written in practice is gone with it, and so is a search when a shelf is opened. */
  #go(view: View | undefined, query = ''): void {
    if (view?.at !== 'practice') this.#drafts.clear();
    this.#wanted = undefined;
    this.view = view;
    this.query = query;
  }

  #leavePractice(): void {
    if (this.view?.at === 'practice') this.#go({ at: 'shelf', shelf: 'phrases' });
  }

  /** Tells the page that something more was reached: how much of all there is, and never what. */
  #reach(what: Shelf | 'practice', content: LearnContent): void {
    if (this.#reached.has(what)) return;
    this.#reached.add(what);
    const shelves = shelvesOf(this.#pages(content));
    this.emitProgress(this.#reached.size, shelves.length + Number(shelves.includes('phrases')));
  }

  #search(query: string, content: LearnContent): void {
    this.query = query;
    if (!this.#isSearching) return;
    const found = this.#found(content).filter((page) => !this.#isHeldBack(page));
    const { words } = content.learn;
    this.announce(found.length ? counted(words.found, found.length, content.locale) : words.foundNothing);
  }

  readonly #clearSearch = (): void => {
    this.query = '';
    void this.focusOn('#search');
  };

  #pickShelf(shelf: Shelf): void {
    this.#go({ at: 'shelf', shelf });
    void this.focusOn('#shelf');
    // Places have no pages: to open the shelf is to see them.
    if (shelf === 'places' && this.loaded) this.#reach(shelf, this.loaded);
  }

  #read(page: Page, content: LearnContent): void {
    this.#go({ at: 'entry', ref: refOf(page) }, this.query);
    void this.focusOn('#entry');
    this.#reach(shelfOf(page), content);
  }

  #back(page: Page): void {
    this.#go({ at: 'shelf', shelf: shelfOf(page) }, this.query);
    void this.focusOn(`#${buttonOf(page)}`, '#shelf');
  }

  #practice(start: number): void {
    this.#go({ at: 'practice', start, index: 0, isShown: false });
    void this.focusOn('#practice');
  }

  #practiceAt(stage: PracticeStage, content: LearnContent): void {
    const { words } = content.learn;
    const phrases = this.#phrases(content);
    const of = roundFrom(phrases, stage.start).length;
    const isEnd = stage.index >= of;
    if (isEnd) {
      this.#drafts.clear();
      this.#nextRound = (stage.start + of) % phrases.length;
    }
    this.#go({ at: 'practice', ...stage });
    void this.focusOn(stage.isShown ? '#say' : '#line');
    if (isEnd) this.#reach('practice', content);
    else if (!stage.isShown) this.announce(fill(words.practiceStep, { step: stage.index + 1, of }));
  }

  #pickCard({ id }: Phrase, on: boolean, content: LearnContent): void {
    this.applyAnswer(pickPhrase(id, on));
    this.announce(counted(content.learn.words.cards, this.#cards(content).length, content.locale));
  }

  #takeOff(phrase: Phrase, content: LearnContent): void {
    this.#pickCard(phrase, false, content);
    void this.focusOn('#cards'); // the row is gone, and its button with it
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'family-learning-library': FamilyLearningLibrary;
  }
}
