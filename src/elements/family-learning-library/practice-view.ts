import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import type { Phrase } from '../../content/schema.js';
import type { ToolHost } from '../shared/tool.js';
import { renderPhrase } from './entry-view.js';

/** Longest line of the visitor's own, in characters. */
const MAX_LINE = 300;

/** How many phrases make a round; all of them at once are more than anyone wants. */
const ROUND = 5;

/** Where the visitor is in practice. */
export interface PracticeStage {
  /** The phrase the round began with. */
  readonly start: number;
  /** How many phrases of the round are behind; all of them is the end. */
  readonly index: number;
  /** Whether a way to say it is shown. */
  readonly isShown: boolean;
}

/** The phrases of the round that begins with one of them. After the last one comes the first. */
export const roundFrom = (phrases: readonly Phrase[], start: number): readonly Phrase[] =>
  [...phrases.slice(start), ...phrases.slice(0, start)].slice(0, ROUND);

export interface PracticeView {
  readonly content: Content<'learn'>;
  readonly host: ToolHost;
  /** Those of this round. */
  readonly phrases: readonly Phrase[];
  readonly stage: PracticeStage;
  /** The visitor's own words for a phrase, kept by the element for as long as practice goes on. */
  readonly drafts: Map<string, string>;
  readonly go: (stage: PracticeStage) => void;
  readonly stop: () => void;
  readonly startNext: () => void;
  /** What else can be done with a phrase once it was shown. */
  readonly tools: (phrase: Phrase) => unknown;
}

/** One phrase to practice, or the end. */
export function renderPractice(view: PracticeView): TemplateResult {
  const { content, host, phrases, stage } = view;
  const { words } = content.learn;
  const phrase = phrases[stage.index];
  if (!phrase) return renderEnd(view);
  return html`<section aria-labelledby="practice" part="practice">
    ${host.heading(1, words.practiceTitle, { id: 'practice', className: 'section' })}
    <p>${words.practiceIntro}</p>
    ${keyed(phrase.id, renderStep(phrase, view))}
  </section>`;
}

function renderStep(phrase: Phrase, view: PracticeView): TemplateResult {
  const { content, host, phrases, stage, drafts, go, stop, tools } = view;
  const { index, isShown } = stage;
  const { words } = content.learn;
  const isLast = index === phrases.length - 1;
  const turn = (by: 1 | -1) => () => go({ ...stage, index: index + by, isShown: false });
  return html`<p class="muted small">${fill(words.practiceStep, { step: index + 1, of: phrases.length })}</p>
    ${host.heading(2, html`<span class="kind">${words.insteadOf}</span> <q>${phrase.not}</q>`, { id: 'line' })}
    <p>${fill(words.skillLabel, { skill: words.skill[phrase.skill] })}</p>
    <label class="field no-print"
      >${words.practiceWrite}
      <span class="hint" id="write-hint">${words.practiceWriteHint}</span>
      <textarea
        maxlength=${MAX_LINE}
        autocomplete="off"
        aria-describedby="write-hint"
        .value=${drafts.get(phrase.id) ?? ''}
        @input=${(event: Event) => drafts.set(phrase.id, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </label>
    ${
      isShown
        ? html`<div class="card shown">${renderPhrase(phrase, content, host, 3)} ${tools(phrase)}</div>`
        : html`<div class="actions">
            <button type="button" class="primary" @click=${() => go({ ...stage, isShown: true })}>
              ${words.practiceShow}
            </button>
          </div>`
    }
    <div class="actions turn">
      ${index ? html`<button type="button" @click=${turn(-1)}>${words.practicePrevious}</button>` : nothing}
      <button type="button" class=${isShown ? 'primary' : ''} @click=${turn(1)}>
        ${isLast ? words.practiceFinish : words.practiceNext}
      </button>
      <button type="button" class="quiet" @click=${stop}>${words.practiceStop}</button>
    </div>`;
}

function renderEnd({ content, host, stop, startNext }: PracticeView): TemplateResult {
  const { words } = content.learn;
  return html`<section aria-labelledby="line" part="practice">
    ${host.heading(1, words.practiceEndTitle, { id: 'line', className: 'section' })}
    <p>${words.practiceEnd}</p>
    <div class="actions">
      <button type="button" class="primary" @click=${stop}>
        ${fill(words.backTo, { title: words.shelf.phrases })}
      </button>
      <button type="button" @click=${startNext}>${words.practiceAgain}</button>
    </div>
  </section>`;
}
