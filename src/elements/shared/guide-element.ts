import { ContextConsumer, ContextProvider } from '@lit/context';
import {
  html,
  LitElement,
  nothing,
  ReactiveElement,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { DEFAULT_LOCALE } from '../../content/built-in.js';
import { counted, dateInWords, fill, today } from '../../content/format.js';
import { isSameOrigin, loadContent, type Content, type ContentOrigin } from '../../content/load.js';
import { ContentLoader } from '../../content/loader.js';
import { findRegion, linesFor, resolvePlace } from '../../content/region.js';
import type { Reading } from '../../content/render.js';
import { isWebAddress } from '../../content/rich-text.js';
import type { Overlay } from '../../content/overlay.js';
import type { Bundle, BundlePart, Region, Sponsor } from '../../content/schema.js';
import {
  EVENTS_VERSION,
  type ErrorDetail,
  FigChangeEvent,
  FigErrorEvent,
  FILE_MISSING,
  FigExportEvent,
  FigProgressEvent,
  FigReadyEvent,
  type EventPart,
  type ExportFormat,
  type FigDetail,
} from '../../events/events.js';
import { isOpen, type Openable } from '../../guidance/open.js';
import type { Sections } from '../../handoff/sheet.js';
import { pageSession, Session } from '../../session/session.js';
import { pageVisit, Visit } from '../../session/visit.js';
import type { SessionState } from '../../session/state.js';
import type { Transition } from '../../session/transitions.js';
import { baseStyles } from '../../styles/base.styles.js';
import { registerTokens } from '../../styles/tokens.js';
import {
  EVENT_LEVELS,
  SAVE_MODES,
  SESSION_SCOPES,
  surroundingsContext,
  THEMES,
  type EventLevel,
  type SaveMode,
  type SessionScope,
  type Surroundings,
  type Theme,
} from './context.js';
import { DEFERRED, type Frame } from './frame.js';
import { heading, HEADING_LEVELS } from './headings.js';
import { nearestLang } from './nearest-lang.js';
import { renderDraft } from './sources-view.js';
import { renderLeaveNote } from './leave-note.js';
import type { NotesView } from './notes-view.js';
import { OwnNodes } from './own-nodes.js';
import type { ToolHost } from './tool.js';
import type { takeOver } from './take-over.js';
import { warnOnce } from './warn.js';
import { whenIdle } from './when-idle.js';

/** A page any visitor may have had open; nothing on it is about them. */
const DEFAULT_LEAVE_TARGET = 'https://www.google.com/';

/** What prints and copies; nothing on the first screen needs it. */
const bringExport = () => import('../../handoff/export.js');

let instances = 0;

/** What Lit does on an update before it shows anything. */
const PLAIN = ReactiveElement.prototype as unknown as { readonly update: (changed: PropertyValues) => void };

/**
 * What all elements of the kit have in common: how they are set up, where their words and the visitor's answers
 * come from, how they speak to the page, and that help is always within reach.
 *
 * @csspart base - Everything.
 * @csspart help - The help bar, where an element brings its own.
 * @csspart notice - The line that tells the visitor of `events="full"`.
 * @csspart leave - How to leave quickly, until the visitor puts it away.
 * @csspart saving - What is said and offered about saving on the device; only with `save="offer"`.
 * @csspart sponsor - The line that names the center.
 */
export abstract class GuideElement<P extends BundlePart = BundlePart> extends LitElement {
  static override styles: CSSResultGroup = baseStyles;

  /** Language of the words, such as `en`. Default: the nearest `lang` around the element. */
  @property() locale = '';

  /** Whose crisis lines to show: `US`, `UK`, `CA`, `AU`. Default: none, and "call your local emergency number". */
  @property() region = '';

  /** Address of a compiled bundle, or of an overlay (JSON), to use in place of the built-in content. */
  @property({ attribute: 'content-src' }) contentSrc = '';

  /** Level of the element's own title, 1 to 6. Default: 2, or one below the element around it. */
  @property({ attribute: 'heading-level' }) headingLevel: string | number | null = '';

  /** Colors: `auto` follows the visitor's system, `light` and `dark` stay. */
  @property() theme: Theme | '' = '';

  /** Whether the visitor is offered to save on their device: `offer`. Nothing is saved before they say so. */
  @property() save: SaveMode | '' = '';

  /** How much the page hears: `coarse` (that something happened), `off`, `full` (which ids; the visitor is told). */
  @property() events: EventLevel | '' = '';

  /** Whose answers: `shared` with the other elements of the page, or `separate`. */
  @property() session: SessionScope | '' = '';

  /**
   * Where "Leave quickly" goes: an `https:` address with nothing personal on it. Default: `https://www.google.com/`.
   */
  @property({ attribute: 'leave-target' }) leaveTarget = '';

  /** Legal name of the one center that offers the tool. Shown on every screen but those for danger. */
  @property({ attribute: 'sponsor-name' }) sponsorName = '';

  /** Phone of the center's office, as people write it. */
  @property({ attribute: 'sponsor-phone' }) sponsorPhone = '';

  /** License of the center: number, and the state that gave it. */
  @property({ attribute: 'sponsor-license' }) sponsorLicense = '';

  /** Who pays for the tool. */
  @property({ attribute: 'sponsor-paid-by' }) sponsorPaidBy = '';

  /** Address of the center's privacy policy; `https:` only. */
  @property({ attribute: 'sponsor-privacy-url' }) sponsorPrivacyUrl = '';

  /** Address of the center's policy on health data; `https:` only. */
  @property({ attribute: 'sponsor-health-data-url' }) sponsorHealthDataUrl = '';

  /** A compiled bundle, or an overlay, to use in place of the built-in content. Beats `content-src`. */
  @property({ attribute: false }) content: Bundle | Overlay | undefined;

  /** What is shown now. Absent until the first content is there. */
  @state() protected loaded: Content<P> | undefined;

  @state() private helpOpen = false;
  /** Says things to screen readers; see {@link announce}. */
  @state() private announced = '';
  /** What came of copying, until the next answer. */
  @state() private copied = '';

  /** Parts of the bundle the element shows. */
  protected abstract get parts(): readonly P[];
  /** What this element's events name. */
  protected abstract get eventPart(): EventPart;
  /** Whether the element brings its own help bar when nobody around has one. */
  protected readonly showsHelpBar: boolean = true;

  readonly #around = new ContextConsumer(this, {
    context: surroundingsContext,
    subscribe: true,
    callback: () => this.requestUpdate(),
  });
  readonly #inside = new ContextProvider(this, { context: surroundingsContext });
  readonly #instance = `fig-${(instances += 1)}`;
  #separateSession: Session | undefined;
  #watched: Session | undefined;
  #unwatch: (() => void) | undefined;
  #unwatchVisit: (() => void) | undefined;
  #generation = 0;
  #notes: NotesView | undefined;
  #isBringingNotes = false;
  readonly #loader = new ContentLoader<P>({
    onLoaded: ({ content, trouble }, origin) => {
      this.loaded = content;
      this.#isLoaded = true;
      if (trouble) this.#failed = origin;
      // Inside another element, that one speaks for both.
      if (trouble && !this.around) this.emitError(trouble.code, trouble.message, trouble.issues);
    },
    onStandIn: (content) => {
      this.loaded ??= content;
    },
    onMissing: () => {
      this.tellMissing();
      setTimeout(
        () => {
          if (this.isConnected) this.requestUpdate(); // which asks again
        },
        (this.#pause *= 2),
      );
    },
  });
  /** After this time, in milliseconds, what did not come is asked for again; each time twice as long. */
  #pause = 1000;
  #isLoaded = false;
  #isReady = false;
  /** Troubles the page has heard of. */
  readonly #told = new Set<string>();
  /** What was asked for and can't be used. It is not asked for again, or every part would wait for it once more. */
  #failed: ContentOrigin | undefined;
  /** Set while the element shows what was made of it ahead. */
  protected frame: Frame | undefined;
  /** From the take-over until what the visitor did before it is done again. */
  #isCatchingUp = false;
  /** Whether the root holds what a server made, until that is taken over. */
  #isPrerendered = false;
  #takeOver: typeof takeOver | undefined;

  constructor() {
    super();
    new OwnNodes(this);
  }

  /** This element, as the parts of it in other files may use it. */
  protected readonly host: ToolHost = this.#asHost();

  #asHost(): ToolHost {
    const answers = () => this.answers;
    return {
      get answers() {
        return answers();
      },
      apply: (transition) => this.applyAnswer(transition),
      update: () => this.requestUpdate(),
      announce: (words) => this.announce(words),
      focusOn: (...selectors) => this.focusOn(...selectors),
      find: (selector) => this.renderRoot.querySelector<HTMLElement>(selector),
      heading: (below, words, options) => this.heading(below, words, options),
      reading: (content) => this.reading(content),
      safetyLinks: (ids, content) => this.renderSafetyLinks(ids, content),
      renderExport: (sections) => this.renderExport(sections),
      print: (sections) => this.#export('print', sections),
      mayExport: (format) => this.mayExport(format),
      tellMissing: () => this.tellMissing(),
    };
  }

  // ------------------------------------------------------------- lifecycle

  override connectedCallback(): void {
    // What stands in prerendered markup waits for the element around it, which hands things down.
    if (this.hasAttribute(DEFERRED)) return;
    super.connectedCallback();
    registerTokens();
    this.#unwatchVisit = pageVisit().subscribe(() => this.requestUpdate());
    this.#notes?.connect();
    // The nearest `lang` and the elements around may be others than before.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = undefined;
    this.#watched = undefined;
    this.#unwatchVisit?.();
    this.#notes?.disconnect();
    // Put back somewhere else, it must not keep what was around it here.
    this.#around.value = undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const isPrerendered = this.shadowRoot !== null;
    const root = super.createRenderRoot();
    root.addEventListener('click', this.#submit);
    if (!isPrerendered) return root;
    this.renderOptions.renderBefore = null; // Lit would put its own in front of what is there
    this.#isPrerendered = true;
    import('./take-over.js').then(
      (by) => {
        this.#takeOver = by.takeOver;
        this.requestUpdate();
      },
      () => undefined, // what is there can be read, and help opens
    );
    return root;
  }

  /** What a server made stays until the words are here; then it becomes the element's own, with nothing drawn anew. */
  protected override update(changed: PropertyValues): void {
    if (this.#isPrerendered && !(this.loaded && this.#takeOver)) {
      PLAIN.update.call(this, changed);
      return;
    }
    const redo =
      this.#isPrerendered && this.#takeOver?.(this, { session: new Session(), visit: new Visit(), isFirst: false });
    this.#isPrerendered = false;
    this.#isCatchingUp = Boolean(redo);
    super.update(changed);
    if (redo) void this.updateComplete.then(() => this.#catchUp(redo));
  }

  #catchUp(redo: () => void): void {
    redo();
    this.#isCatchingUp = false;
    this.requestUpdate();
  }

  /** Whether the element shows what markup made ahead holds, and not yet what the visitor did. */
  protected get isMadeAhead(): boolean {
    return Boolean(this.frame) || this.#isCatchingUp;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.#watch(this.sessionInUse);
    if (this.isForgotten) {
      this.#generation = this.sessionInUse.generation;
      this.forget();
    }
    const parts = this.#offersSaving ? [...this.parts, 'saving' as P] : this.parts;
    // Help can't wait for a slow address: in the help bar the built-in words stand in.
    // What was made ahead has them already.
    if (!this.frame) {
      void this.#loader.load(this.#origin, parts, { standIn: !this.showsHelpBar && !this.#isPrerendered });
    }
    if (this.#offersSaving) this.#bringNotes();
    this.#handDown();
  }

  #watch(session: Session): void {
    if (this.#watched === session && this.#unwatch) return;
    this.#unwatch?.();
    this.#watched = session;
    this.#unwatch = this.isConnected ? session.subscribe(this.#onAnswer) : undefined;
  }

  readonly #onAnswer = (): void => {
    this.copied = '';
    this.requestUpdate();
  };

  /** Whether everything was deleted since the element last took note of it. */
  protected get isForgotten(): boolean {
    return this.sessionInUse.generation !== this.#generation;
  }

  /** The visitor deleted everything. What an element itself holds that they typed or opened goes too. */
  protected forget(): void {
    // For elements that hold something.
  }

  /** Only the outermost of nested elements offers it, and only for answers that the page shares: there is one key. */
  get #offersSaving(): boolean {
    const mode = this.oneOf('save', this.save, SAVE_MODES, 'off');
    return mode === 'offer' && this.showsHelpBar && !this.#around.value && this.sessionInUse === pageSession();
  }

  /** Brings what keeps notes; only a page that offers it downloads it. */
  #bringNotes(): void {
    if (this.#notes || this.#isBringingNotes) return;
    this.#isBringingNotes = true;
    import('./notes-view.js').then(
      ({ NotesView }) => {
        this.#notes = new NotesView(this.host, (code, message) => this.emitError(code, message), {
          counted,
          dateInWords,
          fill,
        });
        if (this.isConnected) this.#notes.connect();
      },
      () => {
        this.#isBringingNotes = false; // so that the next update tries again
        this.tellMissing();
      },
    );
  }

  /** Tells the page's developer what stands in the way, once: in the console, and its script by an event. */
  protected emitError(code: ErrorDetail['code'], message: string, issues: readonly string[] = []): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    warnOnce(`${message} See docs/errors.md#${code}.`);
    this.dispatchEvent(new FigErrorEvent({ ...this.eventDetail, code, message, issues }));
  }

  /**
   * A file of the kit did not come. The outermost element says so for all inside it, and never which file: that would
   * tell what a visitor opened.
   */
  protected readonly tellMissing = (): void => {
    if (this.around) this.around.tellMissing?.();
    else this.emitError('file-missing', FILE_MISSING);
  };

  /** The value of an attribute if it is one of those allowed, else the fallback, and the page is told. */
  protected oneOf<T extends string>(attribute: string, value: string, allowed: readonly T[], fallback: T): T {
    const known = allowed.find((name) => name === value);
    if (value && known === undefined) this.#tellSetting(attribute, value, fallback, allowed.join(', '));
    return known ?? fallback;
  }

  /** Not at once, as a page that mends the attribute when it hears of it would do so in the middle of an update. */
  #tellSetting(attribute: string, value: string, used: string, allowed: string): void {
    const setting = `<${this.localName} ${attribute}="${value.slice(0, 99)}">`;
    queueMicrotask(() => {
      this.emitError('setting-unknown', `${setting} is not known; "${used}" is used. Allowed: ${allowed}.`);
    });
  }

  /** Elements inside get a new object only when something they use has changed. */
  #handDown(): void {
    const value: Surroundings = {
      session: this.sessionInUse,
      origin: this.#origin,
      region: this.regionCode,
      theme: this.themeInUse,
      events: this.eventLevel,
      leaveTarget: this.safeLeaveTarget,
      sponsor: this.#givenSponsor,
      headingLevel: this.levelInside,
      hasHelpBar: this.showsHelpBar,
      onHelpOpen: this.#onHelpOpen,
      openSafety: this.#openSafety,
      tellMissing: this.tellMissing,
      ...this.offers(),
    };
    const before = this.#inside.value as Surroundings | undefined; // nothing before the first time
    const isSame = (key: keyof Surroundings) => {
      if (key === 'origin') return before && isSameOrigin(before.origin, value.origin);
      if (key === 'sponsor') return JSON.stringify(before?.sponsor) === JSON.stringify(value.sponsor);
      return before?.[key] === value[key];
    };
    if (!(Object.keys(value) as (keyof Surroundings)[]).every(isSame)) this.#inside.setValue(value);
  }

  readonly #onHelpOpen = (open: boolean): Promise<unknown> => {
    this.helpOpen = open;
    return this.updateComplete;
  };

  readonly #openSafety: Surroundings['openSafety'] = (id, whenBack) => this.openSafety(id, whenBack);

  protected override updated(_changed: PropertyValues): void {
    this.#checkRegion();
    if (this.#isReady || !this.loaded || !this.#isLoaded || this.#isPrerendered || !this.isConnected) return;
    this.#isReady = true;
    // It follows quietly, so that it is there at once, and also when the line drops.
    if (this.showsHelpBar) whenIdle(() => void bringExport().catch(() => undefined));
    this.whenReady();
    // Inside another element, that one speaks for both: which part is opened next is nothing to hear of after a danger.
    if (this.eventLevel === 'off' || this.#around.value) return;
    const { locale, contentVersion } = this.loaded;
    this.dispatchEvent(
      new FigReadyEvent({ ...this.eventDetail, locale, region: this.currentRegion?.code ?? '', contentVersion }),
    );
  }

  // ------------------------------------------------------------- settings

  get #origin(): ContentOrigin {
    const wanted = this.#wanted;
    const isFailed = this.#failed && isSameOrigin(this.#failed, wanted);
    return isFailed ? { kind: 'built-in', locale: this.#locale } : wanted;
  }

  /** What the page asks for. */
  get #wanted(): ContentOrigin {
    const around = this.#around.value;
    const { locale: own } = this;
    if (this.content) return { kind: 'given', bundle: this.content, locale: this.#locale };
    if (this.contentSrc) return { kind: 'url', url: this.contentSrc, locale: this.#locale };
    if (around && !own) return around.origin;
    return { kind: 'built-in', locale: this.#locale };
  }

  get #locale(): string {
    return this.locale || nearestLang(this) || DEFAULT_LOCALE;
  }

  /** The region set for this element: the visitor's own choice, else the page's. */
  protected get regionCode(): string {
    return this.sessionInUse.state.region ?? (this.region || this.#around.value?.region || '');
  }

  /** The region whose lines are shown; nothing when it is unknown. */
  protected get currentRegion(): Region | undefined {
    const core = this.loaded?.core;
    return core && findRegion(core, this.regionCode);
  }

  #checkRegion(): void {
    const { loaded, region } = this;
    // What a visitor picked is theirs.
    if (!loaded || !region || this.sessionInUse.state.region || findRegion(loaded.core, region)) return;
    const known = loaded.core.regions.map(({ code }) => code).join(', ');
    this.#tellSetting('region', region, 'your local emergency number', known);
  }

  protected get themeInUse(): Theme {
    return this.oneOf('theme', this.theme, THEMES, this.#around.value?.theme ?? 'auto');
  }

  protected get eventLevel(): EventLevel {
    return this.oneOf('events', this.events, EVENT_LEVELS, this.#around.value?.events ?? 'coarse');
  }

  /** Level of the element's title. */
  protected get level(): number {
    const fallback = String(Math.min(6, this.#around.value?.headingLevel ?? 2)) as (typeof HEADING_LEVELS)[number];
    return Number(this.oneOf('heading-level', String(this.headingLevel ?? ''), HEADING_LEVELS, fallback));
  }

  /** Level handed to elements inside. */
  protected get levelInside(): number {
    return this.level + 1;
  }

  protected get safeLeaveTarget(): string {
    const target = this.leaveTarget || this.#around.value?.leaveTarget || DEFAULT_LEAVE_TARGET;
    if (isWebAddress(target)) return target;
    const [shown = ''] = target.split('?'); // what follows may be about somebody
    this.#tellSetting('leave-target', shown, DEFAULT_LEAVE_TARGET, 'an https:// address');
    return DEFAULT_LEAVE_TARGET;
  }

  /** What attributes say of the center, here and around. */
  get #givenSponsor(): Sponsor {
    const own: Required<Sponsor> = {
      name: this.sponsorName,
      phone: this.sponsorPhone,
      license: this.sponsorLicense,
      paidBy: this.sponsorPaidBy,
      privacyUrl: this.sponsorPrivacyUrl,
      healthDataUrl: this.sponsorHealthDataUrl,
    };
    return { ...this.#around.value?.sponsor, ...Object.fromEntries(Object.entries(own).filter(([, fact]) => fact)) };
  }

  /** What is known of the center that offers the tool: attributes first, then the words. */
  protected get sponsor(): Sponsor {
    return { ...this.loaded?.core.sponsor, ...this.#givenSponsor };
  }

  protected get sessionInUse(): Session {
    if (this.frame) return this.frame.session;
    const scope = this.oneOf('session', this.session, SESSION_SCOPES, 'shared');
    if (scope === 'separate') return (this.#separateSession ??= new Session());
    return this.#around.value?.session ?? pageSession();
  }

  /** What holds for the visit to the page. */
  protected get visit(): Visit {
    return this.frame?.visit ?? pageVisit();
  }

  protected get answers(): SessionState {
    return this.sessionInUse.state;
  }

  /** Called once, when the first content is on the screen. */
  protected whenReady(): void {
    // For elements that have something left to do then.
  }

  /** Fetches words of other parts ahead of their use. Rejects when a file of the kit did not come. */
  protected async preload<P extends BundlePart>(parts: readonly P[]): Promise<Content<P>> {
    return (await loadContent(this.#origin, parts)).content;
  }

  /** What an element that holds others offers them beyond the usual. */
  protected offers(): Partial<Surroundings> {
    return {};
  }

  /** What the element around offers, if there is one. */
  protected get around(): Surroundings | undefined {
    return this.#around.value;
  }

  // ------------------------------------------------------------- doing

  /** Takes one step in the session. */
  protected apply(transition: Transition): void {
    this.sessionInUse.apply(transition);
  }

  /** Says something to screen readers, politely. The same words twice are said twice. */
  protected announce(words: string): void {
    this.announced = this.announced === words ? `${words}\u00a0` : words;
  }

  /** Opens a safety screen in the nearest help bar; without an id, the list of dangers. */
  protected openSafety(id?: string, whenBack?: () => void): void {
    if (this.#around.value?.hasHelpBar) this.#around.value.openSafety(id, whenBack);
    else this.renderRoot.querySelector('crisis-help-bar')?.open(id ? { at: 'screen', id } : { at: 'choose' }, whenBack);
  }

  /** Moves focus into what was just shown, once it is there: to the first of the selectors that fits. */
  protected async focusOn(...selectors: readonly string[]): Promise<void> {
    await this.updateComplete;
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    selectors
      .map(find)
      .find((element) => element !== null)
      ?.focus();
  }

  protected get eventDetail(): FigDetail {
    return { version: EVENTS_VERSION, element: this.localName, instance: this.#instance };
  }

  /** Tells the page that the visitor moved on. */
  protected emitProgress(step: number, of: number, part: EventPart = this.eventPart): void {
    if (this.eventLevel === 'off') return;
    this.dispatchEvent(new FigProgressEvent({ ...this.eventDetail, part, step, of }));
  }

  /** What the page may know of the answers: ids from the bundle, without anything sensitive. */
  protected openIds(): readonly string[] {
    return [];
  }

  /** Ids of those entries that the page may hear of. */
  protected openAmong(entries: readonly (Openable & { readonly id: string })[] = []): readonly string[] {
    return entries.filter(isOpen).map(({ id }) => id);
  }

  /** Takes a step that is an answer. The page hears of it if it asked to, and if what it may know has changed. */
  protected applyAnswer(transition: Transition): void {
    const known = (ids: readonly string[]) => [...ids].sort().join();
    const before = known(this.openIds());
    this.apply(transition);
    const ids = this.openIds();
    if (this.eventLevel !== 'full' || known(ids) === before) return;
    this.dispatchEvent(new FigChangeEvent({ ...this.eventDetail, part: this.eventPart, ids }));
  }

  // ------------------------------------------------------------- showing

  protected override render(): TemplateResult {
    const { loaded } = this;
    const bar = this.showsHelpBar && !this.#around.value?.hasHelpBar;
    return html`<div
      class=${this.#around.value?.hasHelpBar ? 'fig nested' : 'fig'}
      part="base"
      data-private
      @input=${this.#keepInput}
      data-theme=${this.themeInUse}
      lang=${loaded?.locale ?? nothing}
      dir=${loaded?.dir ?? nothing}
    >
      ${bar ? html`<crisis-help-bar part="help"></crisis-help-bar>` : nothing}
      <div class="body" ?hidden=${this.helpOpen}>
        ${loaded ? keyed(this.sessionInUse.generation, this.#renderBody(loaded)) : html`<slot></slot>`}
      </div>
      <div class="unseen" role="status">${this.announced}</div>
    </div>`;
  }

  /** What stands around the content is said once: by the outermost element, and by no help bar. */
  #renderBody(content: Content<P>): unknown {
    if (this.#around.value || !this.showsHelpBar) return this.renderContent(content);
    const visit = this.visit;
    const { help, common } = content.core.words;
    const isFirst = this.frame?.isFirst ?? visit.isFirst(this.renderRoot.querySelector('crisis-help-bar'));
    const saving = this.#offersSaving && 'saving' in content ? (content as unknown as Content<'saving'>) : undefined;
    const { name } = this.sponsor;
    return html`${this.#renderNotice(content)}
    ${isFirst ? renderLeaveNote(help, this.safeLeaveTarget, visit, () => this.focusOn('.title')) : nothing}
    ${saving && this.#notes ? this.#notes.renderTop(saving) : nothing} ${this.renderContent(content)}
    ${saving && this.#notes ? this.#notes.renderEnd(saving) : nothing}
    ${name ? html`<p class="muted small" part="sponsor">${fill(common.offeredBy, { center: name })}</p>` : nothing}
    ${renderDraft(content)}`;
  }

  /** What is typed stays inside: `input` events cross shadow roots, and with them the way to the field. */
  readonly #keepInput = (event: Event): void => {
    const [field] = event.composedPath();
    if (this.renderRoot.contains(field as Node)) event.stopPropagation();
  };

  /** In a sandboxed frame a browser may forbid forms; ours send nothing, and have to work there too. */
  readonly #submit = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLButtonElement>('button[type=submit]');
    if (!this.renderRoot.contains(button)) return; // a button in a form of the page
    event.preventDefault();
    button?.form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, submitter: button }));
  };

  /** What the element shows once its content is there. */
  protected abstract renderContent(content: Content<P>): unknown;

  #renderNotice({ core }: Content<P>) {
    if (this.eventLevel !== 'full') return nothing;
    return html`<p class="notice" part="notice">${core.words.common.fullEventsNotice}</p>`;
  }

  /** One line to each safety screen that goes with an entry. */
  protected renderSafetyLinks(ids: readonly string[] | undefined, { core }: Content): unknown {
    const entries = (ids ?? []).flatMap((id) => core.safety.filter((entry) => entry.id === id));
    return entries.map(
      ({ id, kind, title, choose }) =>
        html`<p class="safety-link">
          <button type="button" class="quiet" @click=${() => this.openSafety(id)}>
            ${fill(core.words.common.safetyLink, { title: (kind === 'screen' && choose) || title })}
          </button>
        </p>`,
    );
  }

  /**
   * Says that something of the kit did not come, with a way to try again.
   * @param onCome Selector of what has the focus when it came, as the button is gone then.
   */
  protected renderLoadTrouble(onRetry: () => Promise<unknown>, onCome: string): unknown {
    const common = this.loaded?.core.words.common;
    const retry = async ({ target }: Event) => {
      await onRetry();
      await this.updateComplete;
      if (!(target as Element).isConnected) void this.focusOn(onCome);
    };
    return html`<p role="alert">${common?.loadTrouble}</p>
      <div class="actions"><button type="button" @click=${retry}>${common?.tryAgain}</button></div>`;
  }

  /**
   * Buttons to print and to copy those sections, with what came of copying beside them. `isLast`: doing so is the last
   * of the element's two steps.
   */
  protected renderExport(sections: () => Sections, { isLast = false } = {}): unknown {
    const common = this.loaded?.core.words.common;
    const hand = (format: 'print' | 'copy') => () => {
      if (isLast) this.emitProgress(2, 2);
      void this.#export(format, sections());
    };
    return html`<div class="actions">
      <button type="button" @click=${hand('print')}>${common?.print}</button>
      <button type="button" @click=${hand('copy')}>${common?.copy}</button>
      <span class="muted">${this.copied}</span>
    </div>`;
  }

  /** Hands the visitor a sheet: only theirs, under a neutral name, with crisis lines. The page may hand out its own. */
  async #export(format: 'print' | 'copy', given: Sections): Promise<void> {
    const { loaded } = this;
    if (!loaded || !this.mayExport(format)) return;
    const { core, locale } = loaded;
    const { copied, copyFailed, loadTrouble, printedOn } = core.words.common;
    const come = await Promise.all([bringExport(), given]).catch(() => undefined);
    if (!come) {
      this.tellMissing();
      this.#sayCopied(loadTrouble);
      return;
    }
    const [{ handOut }, sections] = come;
    if (!sections) return;
    const region = this.currentRegion;
    const isDone = await handOut(format, loaded, sections, {
      date: fill(printedOn, { date: dateInWords(today(), locale) }),
      crisis: [...linesFor(core, region, 'emergency'), ...linesFor(core, region, 'suicide')],
    });
    if (format === 'copy') this.#sayCopied(isDone ? copied : copyFailed);
  }

  #sayCopied(words: string): void {
    this.copied = words;
    this.announce(words);
  }

  /** Tells the page that the visitor wants a copy to keep. False when the page hands out its own. */
  protected mayExport(format: ExportFormat): boolean {
    const { eventPart: part } = this;
    return this.eventLevel === 'off' || this.dispatchEvent(new FigExportEvent({ ...this.eventDetail, part, format }));
  }

  /** A heading some levels below the element's title. */
  protected heading(below: number, words: unknown, options?: Parameters<typeof heading>[2]): TemplateResult {
    return heading(this.level + below, words, options);
  }

  /** What rich text needs to be read in this region. */
  protected reading({ core }: Content): Reading {
    const region = this.currentRegion;
    return {
      resolve: (place) => resolvePlace(core, region, place),
      newTab: core.words.common.openInNewTab,
    };
  }
}
