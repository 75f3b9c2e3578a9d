import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import type { Words } from '../../content/schema.js';
import { UNSAFE_CARD } from '../../guidance/contact.js';
import { downloadCalendar, planDays } from '../../handoff/calendar.js';
import { download } from '../../handoff/download.js';
import { PLAN_FILE_NAME, planFile } from '../../handoff/plan-file.js';
import { planSections } from '../../handoff/plan-sheet.js';
import type { SheetSection } from '../../handoff/sheet.js';
import type { SessionState } from '../../session/state.js';
import { canTakeBack, isOwnRow, takeBack, type PlanStep } from '../../session/transitions.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { renderFileButton } from '../shared/file-button.js';
import { GuideElement } from '../shared/guide-element.js';
import { whenIdle } from '../shared/when-idle.js';
import { Setbacks } from './setbacks.js';
import { styles } from './contingency-planner.styles.js';
import type { Tools } from './tools.js';

/** The words of the tools come when they are needed. */
type PlanContent = Content<'plan'> & Partial<Content<'tools'>>;
type ToolsContent = Content<'plan' | 'tools'>;

/** What the plan is made of. Setbacks are there at once, the rest comes when it is opened. */
export const PLAN_TOOLS = ['setbacks', 'steps', 'ready', 'limits', 'goals', 'people', 'team', 'rounds'] as const;
export type PlanTool = (typeof PLAN_TOOLS)[number];

const toolWord = (words: Words['planner'], tool: PlanTool): string =>
  ({
    setbacks: words.toolSetbacks,
    steps: words.toolSteps,
    ready: words.toolReady,
    limits: words.toolLimits,
    goals: words.toolGoals,
    people: words.toolPeople,
    team: words.toolTeam,
    rounds: words.toolRounds,
  })[tool];

/** How much the visitor has in each. */
const toolCount = ({ lists, ready, rounds }: SessionState, tool: PlanTool): number =>
  ({
    setbacks: lists.plan.length,
    steps: lists.steps.length,
    ready: ready.filter((id) => !isOwnRow(id)).length + lists.ready.length,
    limits: lists.limits.length,
    goals: lists.goals.length,
    people: lists.people.length,
    team: lists.team.length + lists.tells.length,
    rounds: rounds.length + lists.changes.length,
  })[tool];

/**
 * A plan for setbacks, A to D: if this happens, we do this, and this person does it. Beside it who does what, lists to
 * have ready, limits, goals, who takes part, the care team, and how the plan changes. All of it can be changed, moved,
 * removed and brought back, printed, copied, saved as a file, and put into a calendar.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The plan can be made.
 * @fires {FigProgressEvent} fig-progress - The visitor put the first row into the plan, or takes a copy of it.
 * @fires {FigChangeEvent} fig-change - Which rows come from the library changed; only with `events="full"`.
 * @fires {FigExportEvent} fig-export - The visitor prints, copies or saves the plan; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart tools - The buttons that lead to the parts of the plan.
 * @csspart suggestions - Ideas to add, and the way to write an own row.
 * @csspart plan - One plan letter with its rows.
 * @csspart row - One row of the plan.
 * @csspart form - Where a row is written or changed.
 * @csspart keep - The ways to keep the plan.
 */
export class ContingencyPlanner extends GuideElement<'plan' | 'tools'> {
  static override styles = [GuideElement.styles, rowsStyles, styles];

  @state() private tool: PlanTool = 'setbacks';
  @state() private tools: Tools | undefined;
  /** Whether the tools could not be loaded when last tried. */
  @state() private isMissing = false;
  /** What came of opening or saving a file. */
  @state() private fileSaid = '';
  /** The step that opened a file, to take it back. */
  @state() private fileOpened: PlanStep | undefined;

  #setbacks = this.#newSetbacks();

  protected readonly eventPart = 'plan';
  protected get parts(): readonly ('plan' | 'tools')[] {
    return this.tools ? ['plan', 'tools'] : ['plan'];
  }

  /** Opens a part of the plan, as if the visitor had picked it. */
  show(tool: PlanTool): void {
    if (!PLAN_TOOLS.includes(tool)) return;
    this.tool = tool;
    if (tool !== 'setbacks') void this.#bringTools();
    void this.focusOn(`#tool-${tool}`);
  }

  #newSetbacks(): Setbacks {
    return new Setbacks(this.host, () => this.emitProgress(1, 2));
  }

  protected override forget(): void {
    this.#setbacks = this.#newSetbacks();
    this.fileSaid = '';
    this.fileOpened = undefined;
    if (!this.tools) return;
    this.tools = undefined;
    void this.#bringTools();
  }

  protected override whenReady(): void {
    // Who opened the plan in the guide may want them, and finds them there also when the line drops.
    if (this.around?.goTo) whenIdle(this.#bringAhead);
  }

  /** Fetches the tools before the click that opens one. */
  readonly #bringAhead = (): void => {
    if (!this.tools) void this.#bringTools();
  };

  /** Fetches the tools and their words; nothing when they could not be had. */
  async #bringTools(): Promise<{ readonly tools: Tools; readonly content: ToolsContent } | undefined> {
    try {
      const [{ Tools }, content] = await Promise.all([import('./tools.js'), this.preload(['plan', 'tools'])]);
      this.tools ??= new Tools(this.host, () => this.around?.goTo);
      this.isMissing = false;
      return { tools: this.tools, content };
    } catch {
      this.tellMissing();
      this.isMissing = true;
      return undefined;
    }
  }

  /** Ids of what was copied from the library. Own words have none, and what tells of danger or health is left out. */
  protected override openIds(): readonly string[] {
    const open = this.openAmong(this.loaded?.plan.contingencies);
    return this.answers.lists.plan.flatMap(({ from }) => (from && open.includes(from) ? [from] : []));
  }

  protected override renderContent(content: PlanContent) {
    const { words } = content.plan;
    const isEmpty = PLAN_TOOLS.every((tool) => !toolCount(this.answers, tool));
    return html`
      ${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>
      ${this.renderSafetyLinks(this.#dangers(), content)} ${this.#renderNav(words)}
      ${this.tool === 'setbacks' ? this.#setbacks.render(content) : this.#renderTool(this.tool, content)}
      ${this.#renderKeep(content, isEmpty)}
    `;
  }

  /** Dangers that answers spoke of, such as stopping all at once: they stay in sight while plans are made. */
  #dangers(): readonly string[] {
    return this.answers.wizard.cards.filter((id) => id !== UNSAFE_CARD); // that one is said with what it holds back
  }

  #renderNav(words: Words['planner']) {
    return html`<nav
      class="tools no-print"
      part="tools"
      aria-label=${words.navLabel}
      @pointerenter=${this.#bringAhead}
      @focusin=${this.#bringAhead}
    >
      <ul class="plain">
        ${PLAN_TOOLS.map((tool) => {
          const count = toolCount(this.answers, tool);
          return html`<li>
            <button
              type="button"
              id=${`tool-${tool}`}
              aria-current=${tool === this.tool ? 'true' : nothing}
              @click=${() => this.show(tool)}
            >
              ${toolWord(words, tool)}${count ? html` <span class="number">${count}</span>` : nothing}
            </button>
          </li>`;
        })}
      </ul>
    </nav>`;
  }

  #renderTool(tool: Exclude<PlanTool, 'setbacks'>, content: PlanContent) {
    const { words } = content.plan;
    const title = this.heading(1, toolWord(words, tool), { className: 'section' });
    if (this.tools && content.tools) return html`${title} ${this.tools.render(tool, content as ToolsContent)}`;
    if (!this.isMissing) return title;
    return html`${title} ${this.renderLoadTrouble(() => this.#bringTools(), `#tool-${tool}`)}`;
  }

  // ------------------------------------------------------------- keeping it

  #renderKeep(content: PlanContent, isEmpty: boolean) {
    const { words, rows } = content.plan;
    return html`<section class="keep no-print" part="keep" aria-labelledby="keep">
      ${this.heading(1, words.keepTitle, { id: 'keep', className: 'section' })}
      ${isEmpty ? nothing : this.renderExport(() => this.#sections(), { isLast: true })}
      <div class="actions">
        ${
          isEmpty
            ? nothing
            : html`<button type="button" @click=${() => this.#saveDates(content)}>${words.calendar}</button>
                <button type="button" @click=${() => this.#saveFile(words)}>${words.file}</button>`
        }
        ${renderFileButton(words.open, (file) => this.#openFile(file, words))}
      </div>
      <p class="muted">
        ${this.fileSaid}
        ${
          this.fileOpened && canTakeBack(this.answers, this.fileOpened)
            ? html`<button type="button" class="quiet" id="undo-open" @click=${() => this.#undoOpen(words)}>
                ${rows.undo}
              </button>`
            : nothing
        }
      </p>
      <p class="hint">${words.keepHint}</p>
    </section>`;
  }

  #say(words: string): void {
    this.fileSaid = words;
    this.announce(words);
  }

  #saveDates({ plan: { words } }: PlanContent): void {
    const days = planDays(this.answers.lists, today());
    if (!days.length) this.#say(words.calendarEmpty);
    else if (this.mayExport('calendar')) {
      const name = downloadCalendar(days.map((on) => ({ on, title: words.calendarTitle })));
      this.#say(fill(words.fileSaved, { name }));
    }
  }

  #saveFile(words: Words['planner']): void {
    if (!this.mayExport('file')) return;
    const text = planFile(this.answers, today());
    this.#say(fill(words.fileSaved, { name: download(PLAN_FILE_NAME, 'application/json', text) }));
  }

  async #openFile(file: File, words: Words['planner']): Promise<void> {
    const result = await import('../../handoff/read-plan-file.js').then(
      ({ readPlanFile }) => readPlanFile(file),
      () => undefined,
    );
    if (!result) {
      this.tellMissing();
      this.#say(this.loaded?.core.words.common.loadTrouble ?? '');
      return;
    }
    if ('trouble' in result) {
      this.#say(result.trouble === 'newer' ? words.openNewer : words.openFailed);
      return;
    }
    const before = this.answers;
    this.applyAnswer(result.open);
    this.fileOpened = { before, after: this.answers };
    this.#say(words.opened);
    void this.focusOn('#undo-open');
  }

  #undoOpen(words: Words['planner']): void {
    if (!this.fileOpened) return;
    this.applyAnswer(takeBack(this.fileOpened));
    this.fileOpened = undefined;
    this.#say(words.openUndone);
    void this.focusOn('#keep');
  }

  /** What goes on paper; nothing when the rows of the tools can't be named, as a plan with a gap would mislead. */
  async #sections(): Promise<readonly SheetSection[] | undefined> {
    const { loaded, answers } = this;
    if (!loaded) return undefined;
    const setbacks = planSections(loaded, answers);
    if (!PLAN_TOOLS.some((tool) => tool !== 'setbacks' && toolCount(answers, tool))) return setbacks;
    const more = await this.#bringTools();
    if (more) return [...setbacks, ...more.tools.sections(more.content)];
    this.#say(loaded.core.words.common.loadTrouble);
    return undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contingency-planner': ContingencyPlanner;
  }
}
