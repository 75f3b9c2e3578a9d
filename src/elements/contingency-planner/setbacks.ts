import { html, nothing } from 'lit';
import { counted, dateInWords, daysLater, fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { plainText, type RichText } from '../../content/rich-text.js';
import type { Contingency } from '../../content/schema.js';
import { hasUnsafeCard } from '../../guidance/contact.js';
import { contingencyChoice } from '../../guidance/suggest.js';
import { overloadedName, ownerName, PLAN_LETTERS, planWords, type PlanLetter } from '../../handoff/plan-sheet.js';
import type { PlanRow } from '../../session/state.js';
import type { NewRow } from '../../session/transitions.js';
import { renderContactHeld } from '../shared/safety-view.js';
import { renderIdeas } from '../shared/idea-list.js';
import { ListEditor, type ListSpec } from '../shared/list-editor.js';
import { renderSources } from '../shared/sources-view.js';
import type { ToolHost } from '../shared/tool.js';

type PlanContent = Content<'plan'>;

/** When a family looks again at a row of its own, unless it picks another day. */
const REVIEW_AFTER_DAYS = 7;

/** Plan A to D: if this happens, we do this. Rows come from a library or are the family's own. */
export class Setbacks {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'plan'>;
  #content!: PlanContent;
  /** Says what was just added, as its row may be out of sight. */
  #lately = '';
  /** Called when the first row has come into the plan. */
  readonly #onFirst: () => void;

  constructor(host: ToolHost, onFirst: () => void) {
    this.#host = host;
    this.#onFirst = onFirst;
    this.#editor = new ListEditor(host, 'plan', () => this.#spec(this.#content));
  }

  render(content: PlanContent) {
    this.#content = content;
    return html`${this.#renderSuggestions(content)} ${this.#renderPlan(content)}`;
  }

  // ------------------------------------------------------------- ideas

  #renderSuggestions(content: PlanContent) {
    const { words, contingencies } = content.plan;
    const { lists, reasons, wizard } = this.#host.answers;
    const contactUnsafe = hasUnsafeCard(this.#host.answers);
    const outcomes = wizard.outcomes ?? [];
    const { suggested, others } = contingencyChoice(content.plan, lists.plan, { reasons, outcomes, contactUnsafe });
    const library = PLAN_LETTERS.flatMap((letter) => others.filter((item) => item.plan === letter));
    return html`<section class="no-print" part="suggestions">
      ${
        contactUnsafe && contingencies.some(({ contact }) => contact)
          ? renderContactHeld(words.contactHeld, this.#host, content)
          : nothing
      }
      ${
        suggested.length
          ? html`${this.#host.heading(1, words.suggestionsTitle, { id: 'suggested', className: 'section' })}
              <p class="hint">${words.suggestionsHint}</p>
              ${this.#renderIdeas(suggested, 'suggested', content)}`
          : nothing
      }
      <details class="box">
        <summary id="library">${words.libraryTitle}</summary>
        <p class="hint">${library.length ? words.libraryHint : words.libraryEmpty}</p>
        ${this.#renderIdeas(library, 'library', content)}
      </details>
      ${this.#lately ? html`<p class="notice lately">${this.#lately}</p>` : nothing} ${this.#editor.renderAdd()}
    </section>`;
  }

  #renderIdeas(ideas: readonly Contingency[], labelledby: string, content: PlanContent) {
    const { words, rows } = content.plan;
    return renderIdeas({
      ideas: ideas.map((idea) => ({ ...idea, kind: planWords(words, idea.plan).title, label: idea.trigger })),
      labelledby,
      add: rows.add,
      isFull: this.#editor.isFull,
      onAdd: (idea, next) => this.#addIdea(idea, next, content),
    });
  }

  // ------------------------------------------------------------- plan

  #renderPlan(content: PlanContent) {
    const { words } = content.plan;
    const warning = this.#loadWarning(content);
    return html`
      ${this.#host.heading(1, words.printTitle, { id: 'ours', className: 'section' })}
      <p class="muted">${counted(words.count, this.#editor.rows.length, content.locale)}</p>
      ${warning ? html`<p class="notice">${warning}</p>` : nothing}
      ${PLAN_LETTERS.map((letter) => this.#renderLetter(letter, content))}
    `;
  }

  #renderLetter(letter: PlanLetter, content: PlanContent) {
    const { words } = content.plan;
    const { title, hint } = planWords(words, letter);
    const rows = this.#editor.rows.filter((row) => row.plan === letter);
    return html`<section part="plan" aria-labelledby=${letter}>
      ${this.#host.heading(2, title, { id: letter })}
      <p class="hint">${hint}</p>
      ${this.#editor.renderRows(rows, letter, words.empty)} ${this.#editor.renderUndo(({ plan }) => plan === letter)}
    </section>`;
  }

  #spec(content: PlanContent): ListSpec<'plan'> {
    const { words, roles, rows, contingencies } = content.plan;
    const letters = PLAN_LETTERS.map((letter) => [letter, planWords(words, letter).title] as const);
    return {
      words: rows,
      newTitle: words.ownTitle,
      level: 1,
      editTitle: words.editTitle,
      open: words.ownRow,
      formHint: fill(words.formHint, { then: words.then }),
      within: 'plan',
      fields: [
        { name: 'plan', kind: 'select', label: words.plan, options: letters },
        { name: 'trigger', kind: 'line', label: words.trigger, missing: words.triggerMissing },
        { name: 'response', kind: 'text', label: words.response, missing: words.responseMissing },
        { name: 'then', kind: 'text', label: words.then },
        {
          name: 'owner',
          kind: 'select',
          label: words.owner,
          options: [['', words.ownerNone], ...roles.map(({ id, label }) => [id, label] as const)],
        },
        { name: 'nickname', kind: 'line', label: rows.nickname, hint: rows.nicknameHint },
        {
          name: 'reviewOn',
          kind: 'date',
          label: words.reviewOn,
          hint: words.reviewOnHint,
          missing: words.reviewMissing,
          wrong: rows.dateWrong,
        },
        { name: 'sign', kind: 'line', label: words.sign, hint: words.signHint, missing: words.signMissing },
      ],
      nameOf: ({ trigger }) => trigger,
      linesOf: (row) => [
        [words.trigger, html`<strong>${row.trigger}</strong>`],
        [words.response, row.response],
        [words.then, row.then],
        [words.owner, ownerName(content, row)],
        [words.reviewOn, row.reviewOn && dateInWords(row.reviewOn, content.locale)],
        [words.sign, row.sign],
      ],
      first: () => ({ ...EMPTY_ROW, reviewOn: daysLater(today(), REVIEW_AFTER_DAYS) }),
      more: ({ from }) => {
        const idea = contingencies.find(({ id }) => id === from);
        return html`${this.#host.safetyLinks(idea?.safety, content)} ${idea ? renderSources(idea, content) : nothing}`;
      },
      notices: () => [this.#loadWarning(content)].filter(Boolean),
      onTouch: () => {
        this.#lately = '';
      },
      onFirst: this.#onFirst,
    };
  }

  // ------------------------------------------------------------- what holds now

  #loadWarning(content: PlanContent): string {
    const owner = overloadedName(content, this.#editor.rows);
    return owner && fill(content.plan.words.loadWarning, { owner });
  }

  // ------------------------------------------------------------- doing

  #addIdea(idea: Contingency, next: Contingency | undefined, content: PlanContent): void {
    const { resolve } = this.#host.reading(content);
    const words = (text: RichText) => plainText(text, (place) => resolve(place).text);
    const said = fill(content.plan.words.added, { plan: idea.plan, trigger: idea.trigger });
    const row: NewRow<'plan'> = {
      plan: idea.plan,
      from: idea.id,
      trigger: idea.trigger,
      response: words(idea.response),
      then: words(idea.then),
      owner: idea.owner,
      nickname: '',
      reviewOn: daysLater(today(), idea.reviewAfterDays),
      sign: idea.sign,
    };
    this.#editor.add(row, said);
    this.#lately = said;
    this.#host.update();
    void this.#host.focusOn(this.#editor.isFull ? '#ours' : next ? `#add-${next.id}` : '#library');
  }
}

const EMPTY_ROW: Omit<PlanRow, 'id'> = {
  plan: 'A',
  trigger: '',
  response: '',
  then: '',
  owner: '',
  nickname: '',
  reviewOn: '',
  sign: '',
};
