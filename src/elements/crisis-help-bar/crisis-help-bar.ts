import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Content } from '../../content/load.js';
import { emergencyNumber, linesFor, telHref } from '../../content/region.js';
import type { CrisisKind } from '../../content/schema.js';
import { FigLeaveEvent } from '../../events/events.js';
import { setRegion } from '../../session/transitions.js';
import { pageVisit } from '../../session/visit.js';
import { safetyStyles } from '../../styles/safety.styles.js';
import { fill } from '../../content/format.js';
import { GuideElement } from '../shared/guide-element.js';
import { leaveWords, renderDeleteOnLeave, renderLeaveNote } from '../shared/leave-note.js';
import { isPreview } from '../shared/preview.js';
import { renderLines, renderSafety, type SafetyStage } from '../shared/safety-view.js';
import { renderDraft } from '../shared/sources-view.js';
import { styles } from './crisis-help-bar.styles.js';
import { LEAVE_PRESSES, ShiftPresses } from './shift-presses.js';

/** Lines in the open panel, the most urgent kind first. */
const KINDS: readonly CrisisKind[] = ['emergency', 'suicide', 'poison', 'violence', 'child', 'family', 'treatment'];

/** What has the focus now, inside whatever shadow roots; nothing when that is the page itself. */
function deepFocus(): HTMLElement | undefined {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  return node instanceof HTMLElement && node !== document.body ? node : undefined;
}

/** `panel` is the list of lines; the rest are safety screens. */
type Stage = SafetyStage | { readonly at: 'panel' };

/**
 * One tap to a human, on every screen: the region's emergency number, all other lines, what to do in each danger,
 * and a way to leave the page quickly. What a visitor does here is stored nowhere and told to nobody.
 *
 * @slot - What to show until the lines are there: best a number to call.
 * @fires {FigLeaveEvent} fig-leave - The visitor wants to leave quickly; cancel it only to leave in a better way.
 * @fires {FigReadyEvent} fig-ready - The bar can be used; only when it stands alone on a page.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart bar - The row that is always there.
 * @csspart panel - What opens below it.
 */
export class CrisisHelpBar extends GuideElement<never> {
  static override styles = [GuideElement.styles, safetyStyles, styles];

  @state() private stage: Stage | undefined;

  protected readonly parts = [];
  protected readonly eventPart = 'guide';
  protected override readonly showsHelpBar = false;

  #whenBack: (() => void) | undefined;
  #opener: HTMLElement | undefined;

  constructor() {
    super();
    new ShiftPresses(this, (presses) => this.#onShift(presses));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageVisit().join(this, isPreview(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pageVisit().leave(this);
  }

  /** Opens the panel; with the id of a safety entry, that screen. */
  show(id?: string): void {
    this.open(id ? { at: 'screen', id } : { at: 'panel' });
  }

  /**
   * Opens a stage. On the way back calls `whenBack`, else puts the focus where it was.
   * @internal For the elements of the kit.
   */
  open(stage: Stage, whenBack?: () => void): void {
    this.#whenBack = whenBack;
    this.#opener = deepFocus();
    this.#go(stage);
  }

  /** Closes whatever is open. */
  close(): void {
    void this.#close();
  }

  protected override renderContent(content: Content) {
    const { help } = content.core.words;
    const number = emergencyNumber(content.core, this.currentRegion);
    const open = this.stage !== undefined;
    return html`<div class="bar" part="bar" role="group" aria-label=${help.barLabel}>
        ${
          number
            ? html`<a class="button urgent" href=${telHref(number)}>${fill(help.call, { number })}</a>`
            : html`<p class="urgent-words">${help.callLocal}</p>`
        }
        <button id="toggle" type="button" aria-expanded=${String(open)} aria-controls="panel" @click=${this.#toggle}>
          ${open ? help.closePanel : help.getHelp}
        </button>
        <a
          role="button"
          class="button quiet small leave"
          href=${this.safeLeaveTarget}
          rel="noreferrer"
          aria-describedby="leave-hint"
          @click=${this.#onLeave}
          @keydown=${this.#onLeaveKey}
          >${help.leave}</a
        >
        <span id="leave-hint" hidden>${help.leaveHint}</span>
      </div>
      ${
        !this.around && (this.frame?.isFirst ?? this.visit.isFirst(this))
          ? renderLeaveNote(help, this.safeLeaveTarget, this.visit, () => this.focusOn('#toggle'))
          : nothing
      }
      <div id="panel" class="panel" part="panel" ?hidden=${!open}>
        ${this.stage ? this.#renderStage(this.stage, content) : nothing}
      </div>
      <dialog aria-label=${help.leave}></dialog>`;
  }

  #renderStage(stage: Stage, content: Content) {
    if (stage.at === 'panel') return this.#renderPanel(content);
    return html`${this.#renderSafety(stage, content)} ${renderDeleteOnLeave(content.core.words.help, pageVisit())}`;
  }

  #renderSafety(stage: SafetyStage, content: Content) {
    return renderSafety(stage, {
      content,
      region: this.currentRegion,
      reading: this.reading(content),
      level: this.level,
      go: this.#go,
      leave: this.#back,
      toCare: this.around?.goTo && this.#toCare,
    });
  }

  #renderPanel(content: Content) {
    const { core } = content;
    const { help } = core.words;
    const region = this.currentRegion;
    const lines = [...new Set(KINDS.flatMap((kind) => linesFor(core, region, kind)))];
    return html`${this.heading(0, help.panelTitle, { className: 'title' })}
      ${region ? nothing : html`<p class="urgent-words">${help.emergencyUnknown}</p>`}
      <label class="field"
        >${help.region}
        <select .value=${live(region?.code ?? '')} @change=${this.#pickRegion}>
          <option value="" ?selected=${!region}>
            ${this.answers.region === undefined && !region ? help.regionUnset : help.regionOther}
          </option>
          ${core.regions.map(
            ({ code, name }) => html`<option value=${code} ?selected=${code === region?.code}>${name}</option>`,
          )}
        </select>
      </label>
      ${renderLines(lines, content, true)}
      <div class="actions">
        <button type="button" @click=${() => this.#go({ at: 'choose' })}>${help.situations}</button>
      </div>
      <p class="small">${leaveWords(help, this.safeLeaveTarget)}</p>
      ${renderDeleteOnLeave(help, pageVisit())}
      <p class="muted small">${core.words.common.disclaimer}</p>
      ${this.around ? nothing : renderDraft(content)}`;
  }

  readonly #toggle = (): void => {
    if (this.stage) this.#back();
    else this.open({ at: 'panel' });
  };

  readonly #go = (stage: Stage): void => {
    this.stage = stage;
    if (stage.at !== 'panel') pageVisit().holdLead(); // whoever was in danger is not asked to get in touch with a center
    void this.around?.onHelpOpen(true);
    void this.focusOn('#panel [data-focus]', '#panel .title');
  };

  async #close(): Promise<void> {
    if (!this.stage) return;
    this.stage = undefined;
    await Promise.all([this.around?.onHelpOpen(false), this.updateComplete]);
  }

  readonly #back = (): void => {
    const [whenBack, opener] = [this.#whenBack, this.#opener];
    void this.#close().then(() => {
      if (whenBack) whenBack();
      else if (opener?.isConnected) opener.focus();
      else void this.focusOn('#toggle');
    });
  };

  readonly #toCare = (): void => {
    void this.#close().then(() => this.around?.goTo?.('care', undefined, { isQuiet: true }));
  };

  readonly #pickRegion = (event: Event): void => {
    this.apply(setRegion((event.target as HTMLSelectElement).value));
  };

  #onShift(presses: number): void {
    if (!pageVisit().isFirst(this) || isPreview(this)) return;
    if (presses === LEAVE_PRESSES) this.#leave();
    else if (presses === LEAVE_PRESSES - 1 && this.loaded) this.announce(this.loaded.core.words.help.leaveOnce);
  }

  /** It is a link, so that it leads away before the script is there; then it leaves nothing in the history. */
  readonly #onLeave = (event: Event): void => {
    event.preventDefault();
    this.#leave();
  };

  readonly #onLeaveKey = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#onLeave(event); // as buttons do
  };

  readonly #leave = (): void => {
    if (isPreview(this)) return; // an author would lose what they wrote
    const visit = pageVisit();
    const target = this.safeLeaveTarget;
    const cover = this.renderRoot.querySelector('dialog');
    cover?.showModal(); // the page is out of sight before anything is loaded
    if (visit.deletesOnLeave) visit.notes?.deleteAll(); // also for a page that leaves in a way of its own
    const isOurs = this.eventLevel === 'off' || this.dispatchEvent(new FigLeaveEvent({ ...this.eventDetail, target }));
    if (isOurs) this.navigate(target);
    else cover?.close();
  };

  /**
   * Leaves the whole page, also from inside a frame that allows it. The page's own entry in the history is replaced;
   * entries before it, such as jumps inside the page, stay.
   */
  protected navigate(target: string): void {
    try {
      (window.top ?? window).location.replace(target);
    } catch {
      window.location.replace(target);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'crisis-help-bar': CrisisHelpBar;
  }
}
