import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Content } from '../../content/load.js';
import { renderRichText } from '../../content/render.js';
import type { Barrier, CheckIn, PartId, WatchPart, Words } from '../../content/schema.js';
import { isMarked, type LookBack, type PlanItem } from '../../guidance/look-back.js';
import { UNSAFE_CARD } from '../../guidance/contact.js';
import { textOf } from '../../handoff/lines.js';
import type { Holding, YesNo } from '../../session/state.js';
import { MAX_ROWS, textLimit } from '../../session/transitions.js';
import { renderSources } from '../shared/sources-view.js';
import type { GoTo, ToolHost } from '../shared/tool.js';
import { yesNoOptions } from '../shared/yes-no.js';

type WatchWords = Words['watch'];

/** The screens for a visitor who is not okay, and for one who is not safe at home. */
const NOT_OKAY_SCREEN = 'suicide_me';
const NOT_SAFE_SCREEN = 'violence';

/** Texts go into lists of short rows too, so they are as short. */
const MAX_TEXT = textLimit('text');

/** What the questions show, and what happens when one is answered. */
export interface QuestionView {
  readonly content: Content<'watch'>;
  readonly host: ToolHost;
  /** What stands in the form. */
  readonly draft: LookBack;
  /** What is in the plan. */
  readonly items: readonly PlanItem[];
  /** Whether home feels safe. It is asked to offer help, and kept nowhere. */
  readonly safe: YesNo;
  readonly isContactHeld: boolean;
  readonly goTo: GoTo | undefined;
  /** Takes what changes, made from what stands in the form by then. */
  readonly answer: (change: (draft: LookBack) => Partial<LookBack>) => void;
  readonly answerSafe: (safe: YesNo) => void;
  readonly openSafety: (id: string) => void;
}

/** How the visitor holds up, in words. An order, not a score. */
export const holdingWord = (words: WatchWords, level: Holding): string =>
  ({ 1: words.me1, 2: words.me2, 3: words.me3, 4: words.me4 })[level];

/** Inside the guide, a button that leads to another part. */
export function renderGoTo(words: WatchWords, goTo: GoTo | undefined, part: PartId | undefined) {
  if (!goTo || !part || part === 'watch') return nothing;
  return html`<div class="actions no-print">
    <button type="button" @click=${() => goTo(part)}>${words.goTo[part]}</button>
  </div>`;
}

const isAnswered = (answer: CheckIn['answer'], { draft, items }: QuestionView): boolean =>
  ({
    plan: items.some((item) => isMarked(draft, item)),
    barriers: draft.barriers.length > 0 || draft.adjust.trim() !== '',
    helped: draft.helped.trim() !== '',
    me: draft.me !== undefined || draft.sleep !== '' || draft.talk !== '',
  })[answer];

const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;

/** All questions, on one screen. One that is left empty says that this is fine once a later one is answered. */
export function renderQuestions({ checkIns }: WatchPart, view: QuestionView) {
  return checkIns.map((question, index) => {
    const isPassed =
      !isAnswered(question.answer, view) && checkIns.slice(index + 1).some(({ answer }) => isAnswered(answer, view));
    return renderQuestion(question, view, isPassed);
  });
}

const PARTS: Readonly<Record<CheckIn['answer'], (view: QuestionView, question: CheckIn) => unknown>> = {
  plan: renderPlan,
  barriers: renderBarriers,
  helped: renderHelped,
  me: renderMe,
};

function renderQuestion(question: CheckIn, view: QuestionView, isPassed: boolean): TemplateResult {
  const { content, host } = view;
  const { answer, ask, note, ifNone } = question;
  const isEmptyPlan = answer === 'plan' && !view.items.length;
  return html`<fieldset part="question" aria-describedby=${note ? `note-${answer}` : nothing}>
    <legend>${host.heading(1, ask, { id: `ask-${answer}` })}</legend>
    ${note ? html`<p id=${`note-${answer}`} class="hint">${note}</p>` : nothing} ${PARTS[answer](view, question)}
    ${
      isPassed && ifNone && !isEmptyPlan
        ? html`<div class="passed">${renderRichText(ifNone, host.reading(content))}</div>`
        : nothing
    }
  </fieldset>`;
}

// ---------------------------------------------------------------- what was done

function renderPlan(view: QuestionView) {
  const { content, host, items, goTo } = view;
  const { words } = content.watch;
  if (!items.length) {
    return html`<p>${words.planEmpty}</p>
      ${renderGoTo(words, goTo, 'plan')}`;
  }
  const group = (list: PlanItem['list'], title: string, hint?: string) => {
    const rows = items.filter((item) => item.list === list);
    if (!rows.length) return nothing;
    return html`${host.heading(2, title, { id: `in-${list}` })} ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      <ul class="plain items" aria-labelledby=${`in-${list}`}>
        ${repeat(
          rows,
          ({ id }) => id,
          (item) => renderItem(item, view),
        )}
      </ul>`;
  };
  return html`${group('steps', words.planSteps)} ${group('goals', words.planGoals)}
  ${group('plan', words.planRows, words.planRowsHint)}`;
}

function renderItem(item: PlanItem, { draft, answer }: QuestionView) {
  const toggle = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    answer(({ marks }) => ({ marks: { ...marks, [item.id]: checked } }));
  };
  return html`<li>
    <label class="choice">
      <input type="checkbox" .checked=${live(isMarked(draft, item))} @change=${toggle} />
      <span>${item.name}</span>
    </label>
  </li>`;
}

// ---------------------------------------------------------------- what got in the way

function renderBarriers(view: QuestionView) {
  const { content, draft, answer } = view;
  const { words, barriers } = content.watch;
  return html`<ul class="plain items">
      ${repeat(
        barriers,
        ({ id }) => id,
        (barrier) => renderBarrier(barrier, view),
      )}
    </ul>
    <label class="field"
      >${words.change}
      <span class="hint" id="change-hint">${words.changeHint} ${words.textHint}</span>
      <textarea
        maxlength=${MAX_TEXT}
        autocomplete="off"
        aria-describedby="change-hint"
        .value=${live(draft.adjust)}
        @input=${(event: Event) => answer(() => ({ adjust: valueOf(event) }))}
      ></textarea>
    </label>`;
}

function renderBarrier(barrier: Barrier, view: QuestionView) {
  const { content, host, draft, answer } = view;
  const { id, label, adjust } = barrier;
  const isPicked = draft.barriers.includes(id);
  const toggle = (event: Event) => {
    const { checked } = event.target as HTMLInputElement;
    answer(({ barriers }) => ({ barriers: [...barriers.filter((other) => other !== id), ...(checked ? [id] : [])] }));
    const said = isHeld(barrier, view) ? content.watch.words.contactHeld : textOf(adjust, host.reading(content));
    if (checked) host.announce(said);
  };
  return html`<li part="barrier">
    <label class="choice">
      <input type="checkbox" .checked=${live(isPicked)} @change=${toggle} />
      <span>${label}</span>
    </label>
    ${isPicked ? renderAdjust(barrier, view) : nothing}
  </li>`;
}

/** Advice on contact waits while contact is not safe. What goes with violence was written for just that case. */
const isHeld = ({ safety = [] }: Barrier, { isContactHeld }: QuestionView): boolean =>
  isContactHeld && safety.includes(UNSAFE_CARD) && !safety.includes(NOT_SAFE_SCREEN);

function renderAdjust(barrier: Barrier, view: QuestionView) {
  const { content, host, goTo } = view;
  const { words } = content.watch;
  const { adjust, part, safety } = barrier;
  return html`<div class="how">
    ${
      isHeld(barrier, view)
        ? html`<p>${words.contactHeld}</p>`
        : html`<p class="label">${words.adjustLabel}</p>
            ${renderRichText(adjust, host.reading(content))}`
    }
    ${host.safetyLinks(safety, content)} ${renderGoTo(words, goTo, part)} ${renderSources(barrier, content)}
  </div>`;
}

// ---------------------------------------------------------------- what helped

function renderHelped({ content, host, draft, answer }: QuestionView) {
  const { words } = content.watch;
  const isFull = host.answers.lists.wins.length >= MAX_ROWS.wins;
  return html`<p class="hint" id="helped-hint">${words.textHint}</p>
    <textarea
      maxlength=${MAX_TEXT}
      autocomplete="off"
      aria-labelledby="ask-helped"
      aria-describedby="helped-hint"
      .value=${live(draft.helped)}
      @input=${(event: Event) => answer(() => ({ helped: valueOf(event) }))}
    ></textarea>
    ${
      isFull && !draft.toWins
        ? nothing
        : html`<label class="tick no-print">
            <input
              type="checkbox"
              .checked=${live(draft.toWins)}
              @change=${() => answer(({ toWins }) => ({ toWins: !toWins }))}
            />
            <span>${words.toWins}</span>
          </label>`
    }`;
}

// ---------------------------------------------------------------- how the visitor is

const LEVELS: readonly Holding[] = [1, 2, 3, 4];
/** At this level, the visitor is offered a person to talk to. */
const LOW: Holding = 1;

function renderMe(view: QuestionView, { ifLow }: CheckIn) {
  const { content, host, draft, answer, answerSafe, safe } = view;
  const { words } = content.watch;
  const pick = (me: Holding) => {
    answer(() => ({ me }));
    if (me === LOW && ifLow) host.announce(textOf(ifLow, host.reading(content)));
  };
  return html`<p class="hint">${words.meNote}</p>
    <div class="levels">
      ${LEVELS.map(
        (level) =>
          html`<label class="choice">
            <input type="radio" name="me" .checked=${live(draft.me === level)} @change=${() => pick(level)} />
            <span>${holdingWord(words, level)}</span>
          </label>`,
      )}
    </div>
    ${renderYesNo('sleep', words.sleep, draft.sleep, words, (sleep) => answer(() => ({ sleep })))}
    ${renderYesNo('talk', words.talk, draft.talk, words, (talk) => answer(() => ({ talk })))}
    ${renderYesNo('safe', words.safe, safe, words, answerSafe, words.safeHint)} ${renderSupport(view)}`;
}

function renderYesNo(
  name: string,
  ask: string,
  given: YesNo,
  words: WatchWords,
  answer: (given: YesNo) => void,
  hint?: string,
) {
  return html`<fieldset class="yes-no" aria-describedby=${hint ? `hint-${name}` : nothing}>
    <legend>${ask}</legend>
    ${hint ? html`<p class="hint" id=${`hint-${name}`}>${hint}</p>` : nothing}
    <div class="chips">
      ${yesNoOptions(words).map(
        ([value, label]) =>
          html`<label class="choice">
            <input type="radio" name=${name} .checked=${live(value === given)} @change=${() => answer(value)} />
            <span>${label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

type SupportView = Pick<QuestionView, 'content' | 'host' | 'safe' | 'goTo' | 'openSafety'> & {
  readonly draft: Pick<LookBack, 'me' | 'sleep' | 'talk'>;
};

/** Who the visitor can turn to, by what they said of themselves. "Not sure" counts as not safe. */
export function renderSupport({ content, host, draft, safe, goTo, openSafety }: SupportView) {
  const { words, checkIns } = content.watch;
  const ifLow = checkIns.find(({ answer }) => answer === 'me')?.ifLow;
  const isLow = draft.me === LOW;
  const isWeary = draft.me === 2 || draft.sleep === 'no' || draft.talk === 'no';
  const screen = (id: string, label: string) =>
    html`<button type="button" class="primary" @click=${() => openSafety(id)}>${label}</button>`;
  return html`${
    safe === 'no' || safe === 'unsure'
      ? html`<div class="card no-print">
          <p>${words.safeOffer}</p>
          <div class="actions">${screen(NOT_SAFE_SCREEN, words.safeHelp)}</div>
        </div>`
      : nothing
  }
  ${
    isLow
      ? html`<div class="card no-print">
          ${ifLow ? renderRichText(ifLow, host.reading(content)) : nothing}
          <div class="actions">${screen(NOT_OKAY_SCREEN, words.lowHelp)}</div>
        </div>`
      : nothing
  }
  ${
    isWeary && goTo
      ? html`<div class="card no-print">
          <p>${words.careOffer}</p>
          ${renderGoTo(words, goTo, 'care')}
        </div>`
      : nothing
  }`;
}
