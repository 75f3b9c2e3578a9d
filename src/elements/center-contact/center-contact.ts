import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { telHref } from '../../content/region.js';
import { renderLink } from '../../content/render.js';
import type { BundlePart, Consent } from '../../content/schema.js';
import { FigLeadEvent, FigLeadWithdrawEvent } from '../../events/events.js';
import { hasUnsafeCard } from '../../guidance/contact.js';
import { consentRecord, isCurrent, zonedTime } from '../../handoff/consent.js';
import {
  askedFor,
  clearForm,
  filledNow,
  fillForm,
  isHiddenField,
  nextInForm,
  readFieldNames,
  watchForm,
  type FieldNames,
  type Filled,
} from '../../handoff/host-form.js';
import {
  channelsFor,
  EMPTY_DRAFT,
  leadErrors,
  leadOf,
  leadTaken,
  leadValues,
  QUESTIONS,
  type Asked,
  type Channel,
  type Lead,
  type LeadDraft,
  type LeadErrors,
} from '../../handoff/lead.js';
import { leadLines, leadSections } from '../../handoff/lead-sheet.js';
import { leadSummary, type SummaryLine } from '../../handoff/lead-summary.js';
import { wholeSponsor, type WholeSponsor } from '../../handoff/sponsor.js';
import { json } from '../../session/json.js';
import { pageVisit } from '../../session/visit.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { LeadElement } from '../shared/lead-element.js';
import type { LeadHost } from '../shared/lead-host.js';
import { styles } from './center-contact.styles.js';
import { renderConsents, renderReach, renderSummary, type LeadFormView } from './lead-form-view.js';
import { leadFromState, passedOn, type Stage } from './stages.js';

type ContactContent = Content<'contact'> & Partial<Content<'reasons' | 'steps' | 'plan'>>;
/** What the summary is made from; only who opens the form needs it. */
const SUMMARY_PARTS = ['reasons', 'steps', 'plan'] as const;

/** Everything that must be there before the visitor is offered anything. */
interface Offer {
  readonly way: NonNullable<LeadHost['way']>;
  readonly sponsor: WholeSponsor;
}

/**
 * Asks the one center that offers the tool to be in touch: who that is, a short form, what is agreed to word for word,
 * and what became of it, with a copy and a way to take it back. It shows nothing until the facts about the center are
 * complete and the page says where a lead goes, and nothing for the rest of a visit in which a safety screen was opened.
 *
 * @slot - What to show until the words are there.
 * @slot lead-form - A form of your own, shown and filled in once the visitor has agreed.
 * @fires {FigReadyEvent} fig-ready - The words are there.
 * @fires {FigLeadEvent} fig-lead - The visitor agreed to be contacted; cancelable.
 * @fires {FigLeadWithdrawEvent} fig-lead-withdraw - The visitor takes it back.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies what they agreed to; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used, or something is missing on the way to the center.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart facts - What is to be known of the center.
 * @csspart form - The short form.
 * @csspart summary - The lines that may be shared.
 * @csspart consent - What is agreed to.
 * @csspart copy - The copy for the visitor.
 */
export class CenterContact extends LeadElement {
  static override styles = [LeadElement.styles, rowsStyles, styles];

  @state() private stage: Stage = { at: 'offer' };
  @state() private draft: LeadDraft = EMPTY_DRAFT;
  @state() private errors: LeadErrors = {};
  /** The last try did not go through. */
  @state() private hasFailed = false;
  /** What was agreed to reads otherwise now. */
  @state() private hasChanged = false;

  /** The page's own form was filled in, and emptied since: after it was sent, most likely. */
  @state() private isEmptied = false;

  #filled: readonly Filled[] = [];
  #form: HTMLFormElement | undefined;
  #unwatchFilled: (() => void) | undefined;
  /** Ids of the lines that stood there when the visitor agreed to share them. */
  #sharedLines: readonly string[] = [];
  /** Hash and center of what is shown, to tell when it changes. */
  #shownTexts = '';
  #lookout: MutationObserver | undefined;
  #unwatchForm: (() => void) | undefined;
  #watchedHost: LeadHost | undefined;

  protected readonly eventPart = 'contact';
  protected get parts(): readonly BundlePart[] {
    return this.stage.at === 'form' ? ['contact', ...SUMMARY_PARTS] : ['contact'];
  }

  get #host(): LeadHost {
    return this.around?.lead ?? this.leadHost;
  }

  /** What to ask: with a form of the page's own, only what that has a field for. */
  get #asked(): Asked {
    const { way, form } = this.#host;
    if (way === 'event') return new Set(QUESTIONS);
    return way === 'form' && form ? askedFor(form, this.#fieldNames) : new Set();
  }

  /** Which field of the page's own form takes what. */
  get #fieldNames(): FieldNames {
    return readFieldNames(this.#host.fields).names;
  }

  // ------------------------------------------------------------- lifecycle

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#form) this.#watchFilled(this.#form);
    // A form further down the page may not be there yet.
    document.addEventListener('DOMContentLoaded', this.#lookAgain);
  }

  override disconnectedCallback(): void {
    if (this.isForgotten) this.#takeOut();
    super.disconnectedCallback();
    pageVisit().releaseCenter(this);
    this.#lookForForm();
    document.removeEventListener('DOMContentLoaded', this.#lookAgain);
    this.#unwatchFilled?.();
    this.#unwatchForm?.();
    this.#watchedHost = undefined;
  }

  readonly #lookAgain = (): void => this.requestUpdate();

  /** A form that a script brings later: looked for until it is there. */
  #lookForForm(): void {
    const isMissing = this.isConnected && this.#host.way === 'form' && !this.#host.form;
    if (!isMissing) {
      this.#lookout?.disconnect();
      this.#lookout = undefined;
    } else if (!this.#lookout) {
      this.#lookout = new MutationObserver(() => {
        if (this.#host.form) this.requestUpdate();
      });
      this.#lookout.observe(document, { childList: true, subtree: true });
    }
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#watchHost();
    this.#holdBack();
    this.#askAgainIfChanged();
    this.#bringBack();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#lookForForm();
    this.#tellWhatIsMissing();
  }

  /** Danger came up after the visitor agreed, or the offer is gone. What was not passed on yet stays with them. */
  #holdBack(): void {
    const { stage } = this;
    if (stage.at !== 'filled' && stage.at !== 'added') return;
    const { contact, channel } = stage.lead;
    const isByPhone = contact.phone !== undefined || channel === 'call' || channel === 'text';
    const isUnsafe = isByPhone && hasUnsafeCard(this.answers) && !this.draft.heldSafe;
    const content = this.loaded as ContactContent | undefined;
    const isGone = content !== undefined && !('way' in this.#offer(content));
    if (!pageVisit().isLeadHeld && !isUnsafe && !isGone) return;
    this.#takeOut();
    this.#startAnew();
  }

  /** The form around may be reset, and the browser may bring back what stood there. */
  #watchHost(): void {
    const host = this.#host;
    if (host === this.#watchedHost || !this.isConnected) return;
    this.#unwatchForm?.();
    this.#watchedHost = host;
    this.#unwatchForm = host.subscribe((what) => {
      if (this.stage.at === 'added') {
        if (what === 'reset') this.#startAnew();
        else if (what === 'settings' && host.way === 'inside') this.#setAdded(this.stage.lead); // under its new name
      }
      this.requestUpdate();
    });
  }

  /** A form in which the visitor agreed before the page was left or read anew. */
  #bringBack(): void {
    if (!this.loaded || this.#host.way !== 'inside') return;
    const lead = leadFromState(this.#host.takeRestored());
    if (!lead) return;
    this.#setAdded(lead);
    this.#askAgainIfChanged();
  }

  /** Who agreed to other words, or to another center, has not agreed to these. */
  #askAgainIfChanged(): void {
    const content = this.loaded as ContactContent | undefined;
    const center = this.sponsor.name ?? '';
    if (!content) return;
    const { stage } = this;
    if (stage.at === 'filled' || stage.at === 'added') {
      const { boxes } = stage.lead.consent;
      const same = content.contact.consents.filter(({ id }) => boxes.some((box) => box.id === id));
      if (isCurrent(stage.lead.consent, same, center)) return;
      this.#takeOut();
      this.stage = { at: 'form' };
      this.draft = { ...this.draft, checked: [] };
      this.hasChanged = true;
    }
    const lines = this.#left(this.#summary(content) ?? []);
    if (this.draft.checked.includes('summary') && lines.some(({ id }) => !this.#sharedLines.includes(id))) {
      this.draft = { ...this.draft, checked: this.draft.checked.filter((use) => use !== 'summary') };
      this.hasChanged = true;
    }
    const texts = [center, ...content.contact.consents.map(({ hash }) => hash)].join();
    if (this.#shownTexts !== texts && this.draft.checked.length) {
      this.draft = { ...this.draft, checked: [] };
      this.hasChanged = true;
    }
    this.#shownTexts = texts;
  }

  protected override forget(): void {
    super.forget();
    this.#takeOut();
    this.#startAnew();
  }

  #startAnew(): void {
    this.stage = { at: 'offer' };
    this.draft = EMPTY_DRAFT;
    this.errors = {};
    this.hasFailed = false;
    this.hasChanged = false;
    this.isEmptied = false;
  }

  // ------------------------------------------------------------- whether to offer

  /** What can be offered, or why nothing can. */
  #offer(content: ContactContent): Offer | readonly string[] {
    const { way } = this.#host;
    if (!way) {
      pageVisit().releaseCenter(this);
      return [];
    }
    const sponsor = wholeSponsor(this.sponsor, this.currentRegion);
    const hasConsent = content.contact.consents.some(({ use }) => use === 'contact');
    const missing = [
      ...('name' in sponsor ? [] : sponsor),
      ...(hasConsent ? [] : ['the words have no consent for contact']),
    ];
    if (missing.length) pageVisit().releaseCenter(this);
    else if (!pageVisit().claimCenter(this, this.sponsor.name ?? '')) {
      missing.push('another element on this page offers another center');
    }
    return missing.length ? missing : { way, sponsor: sponsor as WholeSponsor };
  }

  #tellWhatIsMissing(): void {
    const content = this.loaded as ContactContent | undefined;
    // Taken out of the page, it no longer knows what stood around it, so nothing it misses is a fault.
    if (!content || !this.isConnected) return;
    const offer = this.#offer(content);
    if (!('way' in offer)) {
      if (offer.length) {
        const message = `Nothing is offered to the visitor, as facts are missing: ${offer.join('; ')}.`;
        this.emitError('sponsor-incomplete', message, offer);
      }
      return;
    }
    if (offer.way === 'form' && !this.#host.form && document.readyState !== 'loading') {
      this.emitError('lead-form-missing', 'Nothing is offered to the visitor, as no form fits lead-form.');
    }
    const asked = this.#asked;
    if (asked.has('phone') && !asked.has('call')) {
      this.emitError('lead-safe-missing', 'No call is offered, as the form has no field for safe.message.');
    }
    const { wrong } = readFieldNames(this.#host.fields);
    if (wrong.length) {
      const message = `lead-fields names fields that there are none of: ${wrong.join('; ')}.`;
      this.emitError('lead-fields-unknown', message, wrong);
    }
  }

  // ------------------------------------------------------------- showing

  protected override renderContent(given: Content<BundlePart>) {
    const content = given as ContactContent;
    const { stage } = this;
    if ('lead' in stage) return this.#renderAgreed(stage, content);
    const offer = this.#offer(content);
    if (!('way' in offer) || pageVisit().isLeadHeld) return nothing;
    if (offer.way === 'form' && !this.#host.form) return nothing;
    const { words } = content.contact;
    return html`<section aria-labelledby="title">
      ${this.heading(0, fill(words.title, { center: offer.sponsor.name }), { id: 'title', className: this.#titleClass })}
      ${this.#renderStage(offer, content)}
    </section>`;
  }

  /** Inside the guide it is one of several things on a screen that has a title. */
  get #titleClass(): string {
    return this.around ? 'section' : 'title';
  }

  #renderStage(offer: Offer, content: ContactContent): unknown {
    const { words } = content.contact;
    switch (this.stage.at) {
      case 'form':
        return this.#renderForm(offer, content);
      case 'sending':
        return html`<p id="sending" tabindex="-1" aria-busy="true">${words.sending}</p>`;
      case 'withdrawn':
        return html`<p id="withdrawn" tabindex="-1"><strong>${words.withdrawnTitle}</strong></p>
          <p>${fill(words.withdrawnBody, { center: offer.sponsor.name })}</p>
          ${this.#renderFacts(offer.sponsor, content)}`;
      default:
        return this.#renderOffer(offer, content);
    }
  }

  #renderOffer({ sponsor }: Offer, content: ContactContent): TemplateResult {
    const { words } = content.contact;
    const isDeclined = this.stage.at === 'declined';
    return html`<p>${fill(words.intro, { center: sponsor.name })}</p>
      <p>${words.notNeeded}</p>
      ${this.#renderFacts(sponsor, content)} ${this.isEmptied ? html`<p>${words.emptied}</p>` : nothing}
      <div class="actions offer">
        <button type="button" id="ask" @click=${this.#open}>${words.ask}</button>
        ${isDeclined ? nothing : html`<button type="button" @click=${this.#decline}>${words.notNow}</button>`}
      </div>
      ${isDeclined ? html`<p id="declined" tabindex="-1">${words.declined}</p>` : nothing}
      ${this.isEmptied ? html`<slot name="lead-form"></slot>` : nothing}`;
  }

  /** Who it is, who pays, and where else to look. The office's number looks like no crisis line. */
  #renderFacts(
    { name, license, paidBy, phone, privacyUrl, healthDataUrl, locator }: WholeSponsor,
    content: ContactContent,
  ) {
    const { words } = content.contact;
    const reading = this.reading(content);
    return html`<ul class="plain facts small" part="facts">
      <li><strong>${name}</strong></li>
      <li>${fill(words.license, { license })}</li>
      <li>${fill(words.paidBy, { name: paidBy })}</li>
      <li>${renderLink(telHref(phone), fill(words.phone, { number: phone }), reading)}</li>
      <li>${renderLink(privacyUrl, words.privacy, reading)}</li>
      <li>${renderLink(healthDataUrl, words.healthData, reading)}</li>
      <li>${words.locator} ${renderLink(locator.url, locator.label, reading)}</li>
    </ul>`;
  }

  #renderForm(offer: Offer, content: ContactContent): TemplateResult {
    const { words } = content.contact;
    const view = this.#view(offer, content);
    const hint = { form: words.fillHint, inside: words.addHint, event: '' }[offer.way];
    const send = { form: words.fill, inside: words.add, event: words.send }[offer.way];
    const hasErrors = Object.keys(this.errors).length > 0;
    return html`<form
      part="form"
      novalidate
      aria-labelledby="form-title"
      @submit=${(event: Event) => void this.#agree(event)}
    >
      ${this.heading(1, words.formTitle, { id: 'form-title' })}
      <p>${words.notNeeded}</p>
      ${hint ? html`<p>${hint}</p>` : nothing}
      ${view.channels.length || view.isHeld ? html`<p class="hint">${words.formHint}</p>` : nothing}
      ${this.hasFailed ? this.#renderFailed(offer.sponsor, content) : nothing}
      <p class="error" role="alert">${hasErrors ? words.errorTitle : this.hasChanged ? words.changed : nothing}</p>
      ${renderReach(view)} ${renderSummary(view)} ${renderConsents(view)}
      <div class="actions">
        <button type="submit" class="primary">${send}</button>
        <button type="button" @click=${this.#decline}>${words.notNow}</button>
      </div>
      ${this.#renderFacts(offer.sponsor, content)}
    </form>`;
  }

  #renderFailed({ phone }: WholeSponsor, content: ContactContent): TemplateResult {
    const { words } = content.contact;
    return html`<div class="notice" id="failed" tabindex="-1" role="alert">
      <p><strong>${words.failedTitle}</strong></p>
      <p>${words.failedBody} ${renderLink(telHref(phone), phone, this.reading(content))}</p>
    </div>`;
  }

  #renderAgreed({ at, lead }: Extract<Stage, { lead: Lead }>, content: ContactContent): TemplateResult {
    const { contact, locale } = content;
    const { words } = contact;
    const { center } = lead.consent;
    const [title, body] = {
      sent: [words.sentTitle, fill(words.sentBody, { center })],
      filled: [words.filledTitle, words.filledBody],
      added: [words.addedTitle, words.addedBody],
    }[at];
    return html`<section aria-labelledby="agreed">
      ${this.heading(0, title, { id: 'agreed', className: this.#titleClass })}
      <p>${body}</p>
      ${
        at === 'filled'
          ? html`<div class="actions">
                <button type="button" class="primary" @click=${this.#toForm}>${words.toForm}</button>
              </div>
              <slot name="lead-form"></slot>`
          : nothing
      }
      <div class="card copy" part="copy">
        ${this.heading(1, words.copyTitle)}
        <ul>
          ${leadLines(lead, at === 'sent', words, locale).map((line) => html`<li>${line}</li>`)}
        </ul>
        ${this.renderExport(() => leadSections(lead, at === 'sent', words, locale))}
      </div>
      <p>${fill(words.withdrawHint, { center })}</p>
      <div class="actions"><button type="button" @click=${this.#withdraw}>${words.withdraw}</button></div>
    </section>`;
  }

  /** What the form shows. */
  #view({ sponsor }: Offer, content: ContactContent): LeadFormView {
    const { words } = content.contact;
    const whole = this.#summary(content);
    return {
      words,
      draft: this.#possible(content),
      errors: this.errors,
      asked: this.#asked,
      channels: this.#channels(content),
      isHeld: this.#isHeld(content),
      consents: this.#consents(content),
      center: sponsor.name,
      lines: whole && this.#left(whole),
      hasRemoved: whole !== undefined && this.#left(whole).length < whole.length,
      heading: (title) => this.heading(1, title),
      change: (change) => this.#change(change),
      removeLine: (line) => {
        this.draft = { ...this.draft, removed: [...this.draft.removed, line.id] };
        this.announce(`${words.summaryRemove}: ${line.text}`);
        void this.focusOn('#restore-lines');
      },
      restoreLines: () => {
        this.draft = { ...this.draft, removed: [] };
        void this.focusOn('.lines button');
      },
    };
  }

  /** Ways to be reached. A phone others may hear or see is left out, until the visitor says it is safe. */
  #channels({ contact }: ContactContent, isCareful = hasUnsafeCard(this.answers) && !this.draft.heldSafe) {
    const uses = contact.consents.map(({ use }) => use);
    const channels = channelsFor(this.#asked, uses);
    return isCareful ? channels.filter((channel: Channel) => channel === 'email') : channels;
  }

  #isHeld(content: ContactContent): boolean {
    const all = this.#channels(content, false);
    // A form that asks itself is likely to ask for a phone number.
    return hasUnsafeCard(this.answers) && (!all.length || all.some((channel) => channel !== 'email'));
  }

  /** What stands in the form, without a way that is not offered any more. */
  #possible(content: ContactContent): LeadDraft {
    const { channel } = this.draft;
    return this.#channels(content).some((one) => one === channel) ? this.draft : { ...this.draft, channel: '' };
  }

  /** The boxes shown: only for what can happen. */
  #consents(content: ContactContent): readonly Consent[] {
    const whole = this.#summary(content);
    return content.contact.consents.filter(({ use }) => {
      if (use === 'summary') return whole !== undefined && this.#left(whole).length > 0;
      if (use === 'contact') return true;
      const { channel } = this.#possible(content);
      return channel === 'text' || channel === 'call';
    });
  }

  /** Every line there is to share; nothing while the words for it are on their way, or where there is none. */
  #summary(content: ContactContent): readonly SummaryLine[] | undefined {
    if (SUMMARY_PARTS.some((part) => !content[part])) return undefined;
    if (!content.contact.consents.some(({ use }) => use === 'summary')) return undefined;
    const lines = leadSummary(content as Content<'contact' | (typeof SUMMARY_PARTS)[number]>, this.answers);
    return lines.length ? lines : undefined;
  }

  #left(lines: readonly SummaryLine[]): readonly SummaryLine[] {
    return lines.filter(({ id }) => !this.draft.removed.includes(id));
  }

  // ------------------------------------------------------------- doing

  readonly #open = (): void => {
    this.stage = { at: 'form' };
    this.isEmptied = false;
    void this.focusOn('#form-title');
  };

  readonly #decline = (): void => {
    this.stage = { at: 'declined' };
    this.errors = {};
    this.hasFailed = false;
    void this.focusOn('#declined');
  };

  #change(change: Partial<LeadDraft>): void {
    this.draft = { ...this.draft, ...change };
    const fixed = new Set<string>(Object.keys(change));
    const { loaded } = this;
    if (change.checked?.includes('summary') && loaded) {
      this.#sharedLines = this.#left(this.#summary(loaded as ContactContent) ?? []).map(({ id }) => id);
    }
    if (change.checked) fixed.add('consent-contact').add('consent-text');
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !fixed.has(name)));
    this.hasChanged = false;
  }

  async #agree(event: Event): Promise<void> {
    event.preventDefault();
    const content = this.loaded as ContactContent | undefined;
    const offer = content && this.#offer(content);
    if (!content || !offer || !('way' in offer) || pageVisit().isLeadHeld) return;
    const possible = this.#possible(content);
    this.errors = leadErrors(possible, this.#channels(content), this.#isHeld(content));
    this.hasFailed = false;
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      void this.focusOn(`#field-${wrong}`);
      return;
    }
    const consents = this.#consents(content);
    const shown = consents.map(({ use }) => use);
    const draft = { ...possible, checked: possible.checked.filter((use) => shown.includes(use)) };
    const { name: center } = offer.sponsor;
    const record = consentRecord(consents, draft.checked, { center, locale: content.locale, time: new Date() });
    const lines = this.#left(this.#summary(content) ?? []).map(({ text }) => text);
    await this.#handOver(offer.way, leadOf(draft, this.#asked, record, lines));
  }

  /** The page may take the lead itself; else it goes the way that is set up. */
  async #handOver(way: Offer['way'], lead: Lead): Promise<void> {
    const event = new FigLeadEvent({ ...this.eventDetail, ...lead });
    if (!this.dispatchEvent(event)) {
      if (event.response) {
        const attempt: Stage = { at: 'sending' };
        this.stage = attempt;
        void this.focusOn('#sending');
        const isPassed = await passedOn(event.response);
        if (this.stage !== attempt) return; // everything was deleted meanwhile
        if (!isPassed) {
          this.#fail();
          return;
        }
      }
      this.stage = { at: 'sent', lead };
    } else if (way === 'inside') this.#setAdded(lead);
    else if (way === 'form' && this.#fillIn(lead)) {
      const fields = new Set(this.#filled.map(({ field }) => field));
      this.stage = { at: 'filled', lead: leadTaken(lead, fields) };
    } else {
      if (way === 'event') this.emitError('lead-unhandled', 'Nobody took a lead: no listener canceled fig-lead.');
      this.#fail();
      return;
    }
    const { at } = this.stage as Extract<Stage, { lead: Lead }>;
    this.#leadOn('#agreed', (words) => words[`${at}Title`]);
  }

  /** Moves the focus on, unless the visitor has gone elsewhere while the page was busy; then it is said only. */
  #leadOn(selector: string, says: (words: ContactContent['contact']['words']) => string): void {
    if (this.shadowRoot?.activeElement) void this.focusOn(selector);
    else if (this.loaded) this.announce(says((this.loaded as ContactContent).contact.words));
  }

  #fail(): void {
    this.stage = { at: 'form' };
    this.hasFailed = true;
    this.#leadOn('#failed', (words) => words.failedTitle);
  }

  #setAdded(lead: Lead): void {
    const { summary = [], consent } = lead;
    this.#host.setValue({ summary: summary.join('\n'), consent: json(consent) }, json({ consent, summary }));
    this.stage = { at: 'added', lead };
  }

  #fillIn(lead: Lead): boolean {
    const { form } = this.#host;
    if (!form) return false;
    this.#leaveForm();
    this.#filled = fillForm(form, this.#fieldNames, leadValues(lead));
    this.#form = form;
    this.#watchFilled(form);
    return true;
  }

  #watchFilled(form: HTMLFormElement): void {
    this.#unwatchFilled?.();
    this.#unwatchFilled = watchForm(form, this.#onEmptied);
  }

  /**
   * The form was sent and emptied, or emptied by the visitor. Hidden fields would keep what was agreed to for the first
   * time, and it would go along with the next one.
   */
  readonly #onEmptied = (): void => {
    clearForm(this.#filled, isHiddenField);
    this.#leaveForm();
    this.#startAnew();
    this.isEmptied = true; // a form that was sent says so itself
  };

  #leaveForm(): void {
    this.#unwatchFilled?.();
    this.#unwatchFilled = undefined;
    this.#form = undefined;
    this.#filled = [];
  }

  readonly #toForm = (): void => {
    const form = this.#form?.isConnected ? this.#form : this.#host.form;
    const dialog = form?.closest('dialog');
    if (dialog && !dialog.open) dialog.showModal(); // the visitor closed it and wants it back
    const next = form && nextInForm(form);
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: 'center' });
  };

  readonly #withdraw = (): void => {
    if (!('lead' in this.stage)) return;
    const { consent, contact } = this.stage.lead;
    this.#takeOut();
    this.#startAnew();
    this.stage = { at: 'withdrawn' };
    this.dispatchEvent(
      new FigLeadWithdrawEvent({ ...this.eventDetail, consent, contact, withdrawnAt: zonedTime(new Date()) }),
    );
    void this.focusOn('#withdrawn', '#title');
  };

  /** Takes what was filled in or added out again. */
  #takeOut(): void {
    clearForm(filledNow(this.#host.form, this.#fieldNames, this.#filled));
    this.#leaveForm();
    if (this.stage.at === 'added') this.#host.setValue(undefined);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'center-contact': CenterContact;
  }
}
