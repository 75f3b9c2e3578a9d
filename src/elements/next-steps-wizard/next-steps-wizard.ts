import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { resolvePlace } from '../../content/region.js';
import { renderItems, renderLink, renderRichText } from '../../content/render.js';
import type { Format, Outcome, PartId, Question, Words } from '../../content/schema.js';
import { formatsFor, guidanceFor, reachedOutcomes, sortedHelp, type Suggestion } from '../../guidance/suggest.js';
import {
  answer,
  back,
  change,
  gateOf,
  isClear,
  longestWay,
  pickedOptions,
  restart,
  wizardPath,
  wizardView,
} from '../../guidance/wizard.js';
import { stepsSections } from '../../handoff/steps-sheet.js';
import type { WizardState } from '../../session/state.js';
import { pickFormat, reachOutcomes } from '../../session/transitions.js';
import { rowsStyles } from '../../styles/rows.styles.js';
import { safetyStyles } from '../../styles/safety.styles.js';
import { GuideElement } from '../shared/guide-element.js';
import { renderSafetyCard } from '../shared/safety-view.js';
import { renderSources } from '../shared/sources-view.js';
import { renderTimeline } from '../shared/timeline-view.js';
import { styles } from './next-steps-wizard.styles.js';

/** The timeline comes with the result. */
type StepsContent = Content<'steps'> & Partial<Content<'timeline'>>;

/**
 * A few plain questions, the one about danger first, that lead to one or two next steps with reasons, sources and who
 * can help. Every question but the first can be skipped, and every answer changed later.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The first question can be answered.
 * @fires {FigProgressEvent} fig-progress - The visitor moved to another question or to the result.
 * @fires {FigChangeEvent} fig-change - An answer changed; only with `events="full"`, and never a sensitive one.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies the next steps; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title of the screen.
 * @csspart question - The question shown.
 * @csspart outcome - One next step.
 * @csspart formats - The ways to ask.
 * @csspart timeline - What to do when.
 * @csspart answers - The list of answers given.
 */
export class NextStepsWizard extends GuideElement<'steps' | 'timeline'> {
  static override styles = [GuideElement.styles, safetyStyles, rowsStyles, styles];

  /** Whether the gate was passed since the visitor came here. Asked anew on every start and every resume. */
  @state() private isGatePassed = false;
  /** Whether the result was shown since the page was opened. */
  @state() private isAtResult = false;
  /** What is ticked on the screen and not yet sent off with "Next". */
  @state() private draft: { readonly question: string; readonly ids: readonly string[] } | undefined;
  @state() private needsAnswer = false;

  protected readonly eventPart = 'steps';
  protected get parts(): readonly ('steps' | 'timeline')[] {
    return this.isAtResult ? ['steps', 'timeline'] : ['steps'];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A page brought back by the back button is a resume too.
    window.addEventListener('pageshow', this.#resume);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pageshow', this.#resume);
    this.#askAgain();
  }

  readonly #resume = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#askAgain();
  };

  protected override forget(): void {
    this.isAtResult = false;
    this.#askAgain();
  }

  #askAgain(): void {
    this.isGatePassed = false;
    this.#clearDraft();
  }

  /** Answers about substances, health and safety are marked private and never named. */
  protected override openIds(): readonly string[] {
    const steps = this.loaded?.steps;
    if (!steps) return [];
    const { answers } = this.answers.wizard;
    return wizardPath(steps, answers)
      .filter((question) => !question.private)
      .flatMap((question) => pickedOptions(question, answers).map(({ id }) => `${question.id}.${id}`));
  }

  protected override renderContent(content: StepsContent) {
    return html`${this.heading(0, content.steps.words.title, { className: 'eyebrow' })}${this.#renderScreen(content)}`;
  }

  #renderScreen(content: StepsContent) {
    const gate = gateOf(content.steps);
    if (gate && !this.isGatePassed) return this.#renderQuestion(gate, content, 1, undefined);
    const view = wizardView(content.steps, this.answers.wizard);
    if (view.kind === 'result') return this.#renderResult(content);
    // The gate was the first question.
    return this.#renderQuestion(view.question, content, view.step + 1, view.of + 1);
  }

  // ------------------------------------------------------------- questions

  #renderQuestion(question: Question, content: StepsContent, step: number, of: number | undefined) {
    const { words } = content.steps;
    const { common } = content.core.words;
    const isGate = question.kind === 'gate';
    const isMulti = question.kind === 'multi';
    const picked = this.#picked(question);
    return html`<form
      class="question"
      part="question"
      novalidate
      @submit=${(event: Event) => this.#submit(event, question)}
    >
      ${of ? this.#renderProgress(step, of, words) : html`<p class="lead">${words.intro}</p>`}
      <fieldset aria-describedby="hint error">
        <legend>${this.heading(1, question.ask, { id: 'ask', className: 'title' })}</legend>
        <p id="hint" class="hint">${question.hint ?? (isMulti ? words.chooseAny : words.chooseOne)}</p>
        <p id="error" class="error" role="alert">${this.needsAnswer ? words.needAnswer : nothing}</p>
        ${repeat(
          question.options,
          ({ id }) => `${question.id} ${id}`,
          ({ id, label }) =>
            html`<label class="choice">
              <input
                type=${isMulti ? 'checkbox' : 'radio'}
                name=${question.id}
                value=${id}
                .checked=${live(picked.includes(id))}
                @change=${(event: Event) => this.#pick(question, id, (event.target as HTMLInputElement).checked)}
              />
              <span>${label}</span>
            </label>`,
        )}
      </fieldset>
      <div class="actions">
        <button type="submit" class="primary">${words.next}</button>
        ${!isGate && step > 2 ? html`<button type="button" @click=${this.#back}>${common.back}</button>` : nothing}
        ${
          question.skippable
            ? html`<button type="button" class="quiet" @click=${() => this.#take(question, [])}>${words.skip}</button>`
            : nothing
        }
      </div>
      ${isGate && !this.around ? html`<p class="muted small">${common.disclaimer}</p>` : nothing}
    </form>`;
  }

  #renderProgress(step: number, of: number, words: Words['wizard']) {
    return html`<p class="muted small" id="progress">${fill(words.progress, { step, of })}</p>
      <progress aria-labelledby="progress" value=${step} max=${of}></progress>`;
  }

  /** What is ticked: the draft for this question, else the answer. The gate keeps none, so none can be shown. */
  #picked({ id, kind }: Question): readonly string[] {
    if (this.draft?.question === id) return this.draft.ids;
    return kind === 'gate' ? [] : (this.answers.wizard.answers[id] ?? []);
  }

  #pick(question: Question, id: string, on: boolean): void {
    const others = this.#picked(question).filter((other) => other !== id);
    const ids = question.kind === 'multi' ? (on ? [...others, id] : others) : [id];
    this.draft = { question: question.id, ids };
    this.needsAnswer = false;
  }

  #submit(event: Event, question: Question): void {
    event.preventDefault();
    const picked = this.#picked(question);
    const options = question.options.filter(({ id }) => picked.includes(id));
    if (!options.length) {
      this.needsAnswer = true;
      void this.focusOn('input');
      return;
    }
    if (!options.every(isClear)) this.#toDanger();
    else if (question.kind === 'gate') this.#passGate();
    else this.#take(question, picked);
  }

  /** The help bar takes over, and the answer is not kept; whoever comes back from there is asked again. */
  #toDanger(): void {
    this.#clearDraft();
    this.openSafety(undefined, () => {
      this.#askAgain();
      void this.focusOn('#ask');
    });
  }

  #passGate(): void {
    this.#clearDraft();
    this.isGatePassed = true;
    this.#moved();
  }

  #take(question: Question, ids: readonly string[]): void {
    const steps = this.loaded?.steps;
    if (!steps) return;
    this.#move((wizard) => answer(steps, wizard, question.id, ids));
  }

  readonly #back = (): void => {
    const steps = this.loaded?.steps;
    if (steps) this.#move((wizard) => back(steps, wizard));
  };

  #move(by: (wizard: WizardState) => WizardState): void {
    this.#clearDraft();
    this.applyAnswer((session) => ({ ...session, wizard: by(session.wizard) }));
    this.#moved();
  }

  #clearDraft(): void {
    this.draft = undefined;
    this.needsAnswer = false;
  }

  #moved(): void {
    const steps = this.loaded?.steps;
    if (!steps) return;
    const view = wizardView(steps, this.answers.wizard);
    const { words } = steps;
    // How many questions are left depends on the answers, so the page hears of the longest way. The gate and the result
    // are steps too.
    const most = longestWay(steps) + 2;
    if (view.kind === 'question') {
      const [step, of] = [view.step + 1, view.of + 1];
      this.emitProgress(step, most);
      this.announce(fill(words.progress, { step, of }));
      void this.focusOn('#ask');
    } else {
      this.isAtResult = true;
      this.apply(reachOutcomes(reachedOutcomes(steps, this.answers)));
      this.emitProgress(most, most);
      void this.focusOn('#result');
    }
  }

  // ------------------------------------------------------------- result

  #renderResult(content: StepsContent) {
    const { words } = content.steps;
    const { main, also, cards, contactHeld } = guidanceFor(content.steps, this.answers);
    const entries = content.core.safety.filter(({ id }) => cards.includes(id));
    const view = { content, region: this.currentRegion, reading: this.reading(content), level: this.level + 3 };
    return html`
      ${this.heading(1, main.length > 1 ? words.resultTitleTwo : words.resultTitle, { id: 'result', className: 'title' })}
      ${
        entries.length
          ? html`${this.heading(2, words.cardsTitle, { className: 'section' })}
            ${entries.map((entry) => renderSafetyCard(entry, view))}`
          : nothing
      }
      ${contactHeld ? html`<p class="notice">${words.contactHeld}</p>` : nothing}
      ${main.map((suggestion) => this.#renderOutcome(suggestion, content))} ${this.#renderFormats(main, content)}
      ${
        also.length
          ? html`<details>
              <summary>${words.alsoTitle}</summary>
              <p>${words.alsoHint}</p>
              ${also.map((suggestion) => this.#renderOutcome(suggestion, content))}
            </details>`
          : nothing
      }
      ${content.timeline ? renderTimeline(content as Content<'timeline'>, this.host, 2) : nothing}
      ${this.renderExport(() => this.#sections())} ${this.#renderAnswers(content)}
    `;
  }

  #renderOutcome({ outcome, because }: Suggestion, content: StepsContent) {
    const { words } = content.steps;
    const reading = this.reading(content);
    return html`<section class="outcome" part="outcome">
      ${this.heading(2, outcome.title)} ${renderRichText(outcome.why, reading)}
      <p class="muted">${words.whyTitle} ${because.join(' ')}</p>
      ${this.heading(3, words.stepsTitle)}
      <ol>
        ${renderItems(outcome.steps, reading)}
      </ol>
      ${outcome.notice ? html`<div class="notice">${renderRichText(outcome.notice, reading)}</div>` : nothing}
      ${this.heading(3, words.whoTitle)}
      <ul class="plain who">
        ${sortedHelp(this.#withLocator(outcome)).map((option) => this.#renderOption(option, content))}
      </ul>
      ${this.#renderNextPart(outcome, words)}
      <p class="muted small">${fill(words.lookAgain, { days: outcome.redoDays })}</p>
      ${this.renderSafetyLinks(outcome.safety, content)} ${renderSources(outcome, content)}
    </section>`;
  }

  /** Every next step says where to look for help that nobody pays to be in, where the region has such a place. */
  #withLocator({ options }: Outcome): Pick<Outcome, 'options'> {
    const locator = this.currentRegion?.locator;
    if (!locator || options.some(({ place }) => place === 'locator')) return { options };
    return { options: [...options, { kind: 'help', label: locator.label, url: locator.url }] };
  }

  /** The ways to ask that the next steps name, once for all of them. */
  #renderFormats(main: readonly Suggestion[], content: StepsContent) {
    const { words } = content.steps;
    const formats = formatsFor(content.steps, main, this.answers);
    if (!formats.length) return nothing;
    const chosen = formats.find(({ id }) => id === this.answers.wizard.format);
    return html`<fieldset part="formats" aria-describedby="formats-hint">
        <legend>${this.heading(2, words.formatsTitle, { className: 'section' })}</legend>
        <p id="formats-hint" class="hint">${words.formatsHint}</p>
        ${formats.map(
          ({ id, title }) =>
            html`<label class="choice">
              <input
                type="radio"
                name="format"
                .checked=${live(id === chosen?.id)}
                @change=${() => this.apply(pickFormat(id))}
              />
              <span>${title}</span>
            </label>`,
        )}
      </fieldset>
      ${chosen ? this.#renderFormat(chosen, content) : nothing}`;
  }

  #renderFormat(format: Format, content: StepsContent) {
    const { words } = content.steps;
    const reading = this.reading(content);
    return html`<section class="card" aria-labelledby="format">
      ${this.heading(3, format.title, { id: 'format' })} ${renderRichText(format.what, reading)}
      <p class="label">${words.formatsFit}</p>
      ${renderRichText(format.fits, reading)}
      <ol>
        ${renderItems(format.steps, reading)}
      </ol>
      ${this.renderSafetyLinks(format.safety, content)} ${renderSources(format, content)}
    </section>`;
  }

  #renderOption({ kind, label, place, url }: Outcome['options'][number], content: StepsContent) {
    const { words } = content.steps;
    const reading = this.reading(content);
    const found = place && resolvePlace(content.core, this.currentRegion, place);
    // A region may have no such line; then the label has to do.
    const isKnown = found && (found.href || !place.startsWith('line:'));
    const kinds = {
      help: words.optionHelp,
      group: words.optionGroup,
      self: words.optionSelf,
      pro: words.optionPro,
      sponsor: words.optionSponsor,
    };
    return html`<li>
      <span class="kind">${kinds[kind]}</span>
      ${url ? renderLink(url, label, reading) : label}
      ${isKnown ? html`<br />${found.href ? renderLink(found.href, found.text, reading) : found.text}` : nothing}
    </li>`;
  }

  /** Inside the guide, the way to the part where the step is done. */
  #renderNextPart({ part }: Outcome, words: Words['wizard']) {
    const goTo = this.around?.goTo;
    const labels: Partial<Record<PartId, string>> = {
      reasons: words.toReasons,
      plan: words.toPlan,
      care: words.toCare,
      watch: words.toWatch,
      learn: words.toLearn,
    };
    const label = part && labels[part];
    return goTo && part && label
      ? html`<div class="actions"><button type="button" @click=${() => goTo(part)}>${label}</button></div>`
      : nothing;
  }

  #renderAnswers({ steps }: StepsContent) {
    const { words } = steps;
    const { answers } = this.answers.wizard;
    return html`<section part="answers">
      ${this.heading(2, words.answersTitle, { className: 'section' })}
      <dl class="given">
        ${wizardPath(steps, answers).map((question) => {
          const picked = pickedOptions(question, answers);
          return html`<div>
            <dt>${question.ask}</dt>
            <dd>${picked.length ? picked.map(({ label }) => label).join(', ') : words.skipped}</dd>
            <dd class="edit">
              <button type="button" class="quiet" @click=${() => this.#move((wizard) => change(wizard, question.id))}>
                ${words.change}<span class="unseen"> ${question.ask}</span>
              </button>
            </dd>
          </div>`;
        })}
      </dl>
      <div class="actions">
        <button type="button" class="quiet" @click=${this.#restart}>${words.startAgain}</button>
      </div>
    </section>`;
  }

  /** A new start begins with the gate. */
  readonly #restart = (): void => {
    this.applyAnswer((session) => ({ ...session, wizard: restart(session.wizard) }));
    this.#askAgain();
    void this.focusOn('#ask');
  };

  #sections() {
    return this.loaded ? stepsSections(this.loaded, this.answers, this.reading(this.loaded)) : [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'next-steps-wizard': NextStepsWizard;
  }
}
