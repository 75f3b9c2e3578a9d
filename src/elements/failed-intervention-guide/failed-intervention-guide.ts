import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { linesFor } from '../../content/region.js';
import { renderLink } from '../../content/render.js';
import type { BundlePart, CrisisKind, PartId } from '../../content/schema.js';
import type { EventPart } from '../../events/events.js';
import type { SheetSection } from '../../handoff/sheet.js';
import type { SummaryContent } from '../../handoff/summary-sheet.js';
import { pageVisit } from '../../session/visit.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { safetyStyles } from '../../styles/safety.styles.js';
import type { Surroundings } from '../shared/context.js';
import { LeadElement } from '../shared/lead-element.js';
import type { GoTo } from '../shared/tool.js';
import { renderLines } from '../shared/safety-view.js';
import { renderTimeline } from '../shared/timeline-view.js';
import { whenIdle } from '../shared/when-idle.js';
import { styles } from './failed-intervention-guide.styles.js';

type GuideContent = Content<'guide'>;
/** The guide loads the words of the other parts when the summary needs them. */
type AnyContent = Content & Partial<Omit<Content<BundlePart>, keyof Content>>;

/** What puts the summary together; only who opens it needs it. */
const loadSummary = () => import('../../handoff/summary-sheet.js');
type Summary = Awaited<ReturnType<typeof loadSummary>>;
/** The parts of a bundle whose words the summary shows. */
const SUMMARY_WORDS = ['reasons', 'debrief', 'steps', 'plan', 'tools', 'watch', 'care', 'learn'] as const;

/** For each part: the module with what shows it, and the words it shows. The summary is the guide's own. */
const SOURCES: Readonly<Record<PartId, { element: () => Promise<unknown>; words: readonly BundlePart[] }>> = {
  reasons: { element: () => import('../../define/failure-reason-checklist.js'), words: ['reasons'] },
  steps: { element: () => import('../../define/next-steps-wizard.js'), words: ['steps'] },
  plan: { element: () => import('../../define/contingency-planner.js'), words: ['plan'] },
  watch: { element: () => import('../../define/progress-check-in.js'), words: ['watch'] },
  learn: { element: () => import('../../define/family-learning-library.js'), words: ['learn'] },
  care: { element: () => import('../../define/family-self-care-card.js'), words: ['care'] },
  summary: { element: loadSummary, words: SUMMARY_WORDS },
};

/** The words of the welcome. */
const OWN_WORDS = ['guide', 'timeline'] as const;

/** What elements of the parts fetch once it is wanted; the guide fetches it ahead, so that it opens offline too. */
const loadTools = () =>
  Promise.all([import('../contingency-planner/tools.js'), import('../failure-reason-checklist/debrief.js')]);

/** Made anew each time: the wizard asks about danger again on every return, and the summary is always up to date. */
const REMADE: ReadonlySet<PartId> = new Set(['steps', 'summary']);

const TALK_KINDS: readonly CrisisKind[] = ['emergency', 'suicide', 'treatment', 'family'];

/**
 * The whole guide: a welcome, ways in for different needs, a map of the parts, each part in any order, and a summary
 * of what the visitor picked. Help stays one tap away on every screen.
 *
 * @slot - What to show until the words are there; also for pages whose script never arrives.
 * @slot lead-form - A form of your own, shown and filled in once the visitor has agreed to be contacted.
 * @fires {FigReadyEvent} fig-ready - The guide can be used.
 * @fires {FigProgressEvent} fig-progress - The visitor opened a part, or moved on inside one.
 * @fires {FigChangeEvent} fig-change - An answer changed; only with `events="full"`.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies something; cancelable.
 * @fires {FigLeaveEvent} fig-leave - The visitor wants to leave quickly; cancelable.
 * @fires {FigLeadEvent} fig-lead - The visitor agreed to be contacted; cancelable.
 * @fires {FigLeadWithdrawEvent} fig-lead-withdraw - The visitor takes it back.
 * @fires {FigErrorEvent} fig-error - The content could not be used, or something is missing on the way to the center.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart ways - The ways in.
 * @csspart map - The map of the parts.
 * @csspart panel - The part that is open.
 * @csspart widget - The element inside the panel.
 * @csspart summary - The summary.
 * @csspart contact - What asks the center to be in touch.
 */
export class FailedInterventionGuide extends LeadElement {
  static override styles = [LeadElement.styles, safetyStyles, rowsStyles, styles];

  @state() private current: PartId | undefined;
  /** Parts seen so far stay where they are, out of sight, so that nothing half written is lost. */
  @state() private opened: ReadonlySet<PartId> = new Set();
  /** Parts that could not be loaded when last tried. */
  @state() private missing: ReadonlySet<PartId> = new Set();
  /** Where the learning library was sent to last. */
  @state() private learnEntry: { readonly entry: string } | undefined;
  @state() private summary: Summary | undefined;
  /** Whether what asks the center to be in touch has come; only a page that says where a lead goes downloads it. */
  @state() private hasContact = false;

  protected get eventPart(): EventPart {
    return this.current ?? 'guide';
  }
  protected get parts(): readonly BundlePart[] {
    return this.current === 'summary' ? [...OWN_WORDS, ...SUMMARY_WORDS] : OWN_WORDS;
  }

  /** Opens a part, as if the visitor had picked it on the map; nothing opens the welcome. */
  show(part?: PartId): void {
    if (part && !Object.hasOwn(SOURCES, part)) return;
    this.current = part;
    void this.focusOn(part ? '#panel' : '#title');
    if (!part) return;
    this.opened = new Set(this.opened).add(part);
    void this.#bring(part);
  }

  protected override whenReady(): void {
    // Once the welcome is there, the parts follow quietly, so that they open at once, and also when the line drops.
    whenIdle(() => {
      for (const part of Object.keys(SOURCES) as PartId[]) void this.#bring(part);
      loadTools().catch(() => undefined); // who opens one is told when it did not come
      void this.#bringContact();
    });
  }

  /** Brings what a part needs. What did not come is said where the part would be, with a way to try again. */
  async #bring(part: PartId): Promise<void> {
    const { element, words } = SOURCES[part];
    const here = await Promise.all([element(), this.preload(words)]).then(
      ([shows]) => {
        if (part === 'summary') this.summary = shows as Summary;
        return true;
      },
      () => {
        this.tellMissing();
        return false;
      },
    );
    if (this.missing.has(part) !== here) return; // nothing new, so nothing to show anew
    const missing = new Set(this.missing);
    if (here) missing.delete(part);
    else missing.add(part);
    this.missing = missing;
  }

  /** Fetches what asks the center to be in touch. The rest of the summary does not wait for it. */
  async #bringContact(): Promise<void> {
    if (!this.leadHost.way || this.hasContact) return;
    try {
      await Promise.all([import('../../define/center-contact.js'), this.preload(['contact'])]);
      this.hasContact = true;
    } catch {
      this.tellMissing(); // without it the page's own ways to get in touch are left
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.current === 'summary') void this.#bringContact();
  }

  protected override offers(): Partial<Surroundings> {
    return { ...super.offers(), goTo: this.#goTo, ...(this.learnEntry && { learnEntry: this.learnEntry }) };
  }

  protected override renderContent(content: AnyContent) {
    const { guide, core } = content as GuideContent;
    const { words } = guide;
    const { common } = core.words;
    const { current } = this;
    return html`<div class=${current ? 'inside' : 'welcome'}>
      ${this.heading(0, words.title, { id: 'title', className: 'title' })}
      ${current ? nothing : this.#renderWelcome(content as GuideContent & Content<'timeline'>)}
      ${this.#renderMap(content as GuideContent)}
      ${this.opened.size || this.#showsContact ? this.#renderPanel(content) : nothing}
      <div class="foot muted small">
        <p>${common.disclaimer}</p>
      </div>
    </div>`;
  }

  #renderWelcome(content: GuideContent & Content<'timeline'>) {
    const { words, ways } = content.guide;
    const timeline = renderTimeline(content, this.host, 1);
    return html`<p class="lead">${words.opening}</p>
      <p>${words.scope} ${words.openingMore}</p>
      ${this.heading(1, words.waysTitle, { className: 'section' })}
      <ul class="plain ways" part="ways">
        ${ways.map(
          ({ label, part }) => html`<li><button type="button" @click=${() => this.#goTo(part)}>${label}</button></li>`,
        )}
      </ul>
      ${timeline} ${this.heading(1, words.mapTitle, { className: 'section' })}`;
  }

  #renderMap({ guide: { words, stages } }: GuideContent) {
    return html`<nav aria-label=${words.mapLabel} part="map">
      <ol class="plain map">
        ${stages.map(
          ({ part, title, hint }) =>
            html`<li>
              <button
                type="button"
                aria-current=${part === this.current ? 'step' : nothing}
                @click=${() => this.#goTo(part)}
              >
                <span>${title}</span><span class="hint">${hint}</span>
              </button>
            </li>`,
        )}
      </ol>
      ${
        this.current
          ? html`<button type="button" class="quiet" @click=${() => this.show()}>${words.startPart}</button>`
          : nothing
      }
    </nav>`;
  }

  #renderPanel(content: AnyContent) {
    const { current } = this;
    const { words, stages } = (content as GuideContent).guide;
    const index = stages.findIndex(({ part }) => part === current);
    const [before, after] = [stages[index - 1], stages[index + 1]];
    return html`<section
      id="panel"
      class="panel"
      part="panel"
      tabindex="-1"
      ?hidden=${!current}
      aria-label=${stages[index]?.title ?? nothing}
    >
      ${current && this.missing.has(current) ? this.renderLoadTrouble(() => this.#bring(current), '#panel') : nothing}
      ${repeat(
        stages.filter(({ part }) => part === current || (this.opened.has(part) && !REMADE.has(part))),
        ({ part }) => part,
        ({ part }) => html`<div ?hidden=${part !== current}>${this.#renderPart(part, content)}</div>`,
      )}
      ${
        this.#showsContact
          ? html`<div ?hidden=${current !== 'summary'}>
              <center-contact exportparts="base: contact">
                <slot name="lead-form" slot="lead-form"></slot>
              </center-contact>
            </div>`
          : nothing
      }
      <div class="actions turn">
        ${
          before
            ? html`<button type="button" @click=${() => this.#goTo(before.part)}>
                ${fill(words.previousPart, { title: before.title })}
              </button>`
            : nothing
        }
        ${
          after
            ? html`<button type="button" @click=${() => this.#goTo(after.part)}>
                ${fill(words.nextPart, { title: after.title })}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  /** It stays where it is while the visitor is elsewhere, so that nothing half written is lost. */
  get #showsContact(): boolean {
    return this.hasContact && this.leadHost.way !== undefined;
  }

  #renderPart(part: PartId, content: AnyContent) {
    switch (part) {
      case 'reasons':
        return html`<failure-reason-checklist exportparts="base: widget"></failure-reason-checklist>`;
      case 'steps':
        return html`<next-steps-wizard exportparts="base: widget"></next-steps-wizard>`;
      case 'plan':
        return html`<contingency-planner exportparts="base: widget"></contingency-planner>`;
      case 'watch':
        return html`<progress-check-in exportparts="base: widget"></progress-check-in>`;
      case 'learn':
        return html`<family-learning-library exportparts="base: widget"></family-learning-library>`;
      case 'care':
        return html`<family-self-care-card exportparts="base: widget"></family-self-care-card>`;
      default:
        return this.#renderSummary(content);
    }
  }

  #renderSummary(content: AnyContent) {
    const { words } = (content as GuideContent).guide;
    const sections = this.#sections(content);
    return html`<div part="summary">
      ${this.heading(1, words.summaryTitle, { className: 'title' })}
      ${
        sections.length
          ? html`<p>${words.summaryIntro}</p>
              <div class="sheet">
                ${sections.map(
                  ({ title, lines }) =>
                    html`${this.heading(2, title)}
                      <ul>
                        ${lines.map((line) => html`<li>${line}</li>`)}
                      </ul>`,
                )}
              </div>
              ${this.renderExport(() => sections)}`
          : this.summary && content.learn
            ? html`<p>${words.summaryEmpty}</p>`
            : nothing
      }
      ${pageVisit().notes?.status.at === 'saved' ? nothing : html`<p class="muted">${words.ends}</p>`}
      ${this.heading(2, words.summaryTalk)} ${this.#renderTalk(content)}
    </div>`;
  }

  #renderTalk(content: AnyContent) {
    const { core } = content;
    const region = this.currentRegion;
    const lines = TALK_KINDS.flatMap((kind) => linesFor(core, region, kind));
    if (!lines.length) return html`<p>${core.words.help.emergencyUnknown}</p>`;
    const locator = region?.locator;
    return html`${renderLines([...new Set(lines)], content)}
    ${locator ? html`<p>${renderLink(locator.url, locator.label, this.reading(content))}</p>` : nothing}`;
  }

  /** Everything the visitor picked, part by part; empty ones left out. */
  #sections(content: AnyContent): readonly SheetSection[] {
    if (!this.summary || SUMMARY_WORDS.some((part) => !content[part])) return [];
    return this.summary.summarySections(content as SummaryContent, this.answers, this.reading(content));
  }

  readonly #goTo: GoTo = (part, entry, { isQuiet = false } = {}) => {
    const stages = (this.loaded as GuideContent | undefined)?.guide.stages ?? [];
    const index = stages.findIndex((stage) => stage.part === part);
    const stage = stages[index];
    if (!stage) return;
    this.learnEntry = part === 'learn' && entry ? { entry } : undefined;
    this.show(stage.part);
    if (!isQuiet) this.emitProgress(index + 1, stages.length, stage.part);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'failed-intervention-guide': FailedInterventionGuide;
  }
}
