import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { counted, dateInWords, daysLater, fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { plainText, type RichText } from '../../content/rich-text.js';
import type { Contingency } from '../../content/schema.js';
import { contingencyChoice, hasUnsafeCard, overloadedOwner, UNSAFE_CARD } from '../../guidance/suggest.js';
import { ownerName, PLAN_LETTERS, planSections, planWords, type PlanLetter } from '../../handoff/plan-sheet.js';
import type { PlanRow } from '../../session/state.js';
import {
  addRow,
  editRow,
  MAX_PLAN_ROWS,
  moveRow,
  removeRow,
  restoreRow,
  ROW_LIMITS,
  type NewRow,
  type Transition,
} from '../../session/transitions.js';
import { GuideElement } from '../shared/guide-element.js';
import { styles } from './contingency-planner.styles.js';

type PlanContent = Content<'plan'>;
type Field = keyof Omit<NewRow, 'from'>;

/** When a family looks again at a row of its own, unless it picks another day. */
const REVIEW_AFTER_DAYS = 7;
/** Names the form for a new row where another one has its row's id. */
const NEW = 'new';

/**
 * A plan for setbacks, A to D: if this happens, we do this, and this person does it. Rows come from a library or are
 * the family's own; they can be changed, moved, removed and brought back, printed and copied.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The plan can be made.
 * @fires {FigProgressEvent} fig-progress - The visitor put the first row into the plan, or takes a copy of it.
 * @fires {FigChangeEvent} fig-change - Which rows come from the library changed; only with `events="full"`.
 * @fires {FigExportEvent} fig-export - The visitor prints or copies the plan; cancelable.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 * @csspart suggestions - Ideas to add, and the way to write an own row.
 * @csspart plan - One plan letter with its rows.
 * @csspart row - One row of the plan.
 * @csspart form - Where a row is written or changed.
 */
export class ContingencyPlanner extends GuideElement<'plan'> {
  static override styles = [GuideElement.styles, styles];

  /** Id of the row in the form, or {@link NEW}. */
  @state() private editing = '';
  /** What is wrong in the form, for each field. */
  @state() private errors: Partial<Record<Field, string>> = {};
  /** Says what was just added, as its row may be out of sight. */
  @state() private lately = '';
  /** Whether anything was typed into the open form. */
  private typed = false;
  /** The review date a new row begins with; kept while the form is open, also past midnight. */
  private firstReview = '';

  protected readonly parts = ['plan'] as const;
  protected readonly eventPart = 'plan';

  /** Ids of what was copied from the library. Own words have none, and what tells of danger or health is left out. */
  protected override openIds(): readonly string[] {
    const open = this.loaded?.plan.contingencies.filter((entry) => !entry.private).map(({ id }) => id) ?? [];
    return this.answers.plan.flatMap(({ from }) => (from && open.includes(from) ? [from] : []));
  }

  protected override renderContent(content: PlanContent) {
    const { words } = content.plan;
    return html`
      ${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>
      ${this.#renderSuggestions(content)} ${this.#renderPlan(content)}
    `;
  }

  // ------------------------------------------------------------- ideas

  #renderSuggestions(content: PlanContent) {
    const { words, contingencies } = content.plan;
    const { plan, reasons, wizard } = this.answers;
    const contactUnsafe = hasUnsafeCard(this.answers);
    const outcomes = wizard.outcomes ?? [];
    const { suggested, others } = contingencyChoice(content.plan, plan, { reasons, outcomes, contactUnsafe });
    const library = PLAN_LETTERS.flatMap((letter) => others.filter((item) => item.plan === letter));
    return html`<section class="no-print" part="suggestions">
      ${
        contactUnsafe && contingencies.some(({ contact }) => contact)
          ? html`<div class="notice">
              <p>${words.contactHeld}</p>
              ${this.renderSafetyLinks([UNSAFE_CARD], content)}
            </div>`
          : nothing
      }
      ${this.#isFull ? html`<p class="notice">${words.full}</p>` : nothing}
      ${
        suggested.length
          ? html`${this.heading(1, words.suggestionsTitle, { id: 'suggested', className: 'section' })}
              <p class="hint">${words.suggestionsHint}</p>
              ${this.#renderIdeas(suggested, 'suggested', content)}`
          : nothing
      }
      <details>
        <summary id="library">${words.libraryTitle}</summary>
        <p class="hint">${library.length ? words.libraryHint : words.libraryEmpty}</p>
        ${this.#renderIdeas(library, 'library', content)}
      </details>
      ${this.lately ? html`<p class="notice lately">${this.lately}</p>` : nothing}
      ${
        this.editing === NEW
          ? this.#renderForm(NEW, content)
          : html`<div class="actions">
              <button type="button" id="edit-new" ?disabled=${this.#isFull} @click=${() => this.#open(NEW)}>
                ${words.ownRow}
              </button>
            </div>`
      }
    </section>`;
  }

  #renderIdeas(ideas: readonly Contingency[], labelledby: string, content: PlanContent) {
    const { words } = content.plan;
    if (!ideas.length) return nothing;
    return html`<ul class="plain ideas" aria-labelledby=${labelledby}>
      ${repeat(
        ideas,
        ({ id }) => id,
        (idea, index) =>
          html`<li>
            <span><span class="muted small">${planWords(words, idea.plan).title}</span>${idea.trigger}</span>
            <button
              type="button"
              id=${`add-${idea.id}`}
              ?disabled=${this.#isFull}
              @click=${() => this.#addIdea(idea, ideas[index + 1] ?? ideas[index - 1], content)}
            >
              ${words.add}<span class="unseen"> ${idea.trigger}</span>
            </button>
          </li>`,
      )}
    </ul>`;
  }

  // ------------------------------------------------------------- plan

  #renderPlan(content: PlanContent) {
    const { locale } = content;
    const { words } = content.plan;
    const { plan } = this.answers;
    const warning = this.#loadWarning(content);
    return html`
      ${this.heading(1, words.printTitle, { id: 'ours', className: 'section' })}
      <p class="muted">${counted(words.count, plan.length, locale)}</p>
      ${warning ? html`<p class="notice">${warning}</p>` : nothing}
      ${PLAN_LETTERS.map((letter) => this.#renderLetter(letter, content))}
      ${plan.length ? this.renderExport(() => this.#sections(), { isLast: true }) : nothing}
    `;
  }

  #renderLetter(letter: PlanLetter, content: PlanContent) {
    const { words } = content.plan;
    const { title, hint } = planWords(words, letter);
    const { plan, removed } = this.answers;
    const rows = plan.filter((row) => row.plan === letter);
    return html`<section part="plan" aria-labelledby=${letter}>
      ${this.heading(2, title, { id: letter })}
      <p class="hint">${hint}</p>
      ${
        rows.length
          ? html`<ol class="plain" aria-labelledby=${letter}>
              ${repeat(
                rows,
                ({ id }) => id,
                (row, index) => this.#renderRow(row, index, rows.length, content),
              )}
            </ol>`
          : html`<p class="muted">${words.empty}</p>`
      }
      ${
        removed?.row.plan === letter
          ? html`<div class="notice actions no-print">
              <span>${fill(words.removed, { trigger: removed.row.trigger })}</span>
              <button
                type="button"
                id="undo"
                ?disabled=${this.#isFull}
                @click=${() => this.#undo(removed.row, content)}
              >
                ${content.core.words.common.undo}
              </button>
            </div>`
          : nothing
      }
    </section>`;
  }

  /** While it is changed, the row as it was stays in the page for paper only. */
  #renderRow(row: PlanRow, index: number, of: number, content: PlanContent) {
    const { words, contingencies } = content.plan;
    const { id, trigger } = row;
    const isChanging = this.editing === id;
    const safety = contingencies.find((entry) => entry.id === row.from)?.safety;
    const action = (name: string, label: string, act: () => void, isOff = false) =>
      html`<button type="button" class="quiet" id=${`${name}-${id}`} ?disabled=${isOff} @click=${act}>
        ${label}<span class="unseen"> ${trigger}</span>
      </button>`;
    return html`<li class="card" part="row">
      <dl class=${isChanging ? 'paper' : ''}>
        ${[
          [words.trigger, html`<strong>${trigger}</strong>`],
          [words.response, row.response],
          [words.then, row.then],
          [words.owner, ownerName(content, row)],
          [words.reviewOn, row.reviewOn && dateInWords(row.reviewOn, content.locale)],
          [words.sign, row.sign],
        ].map(([label, text]) =>
          text
            ? html`<div>
                <dt>${label}</dt>
                <dd>${text}</dd>
              </div>`
            : nothing,
        )}
      </dl>
      ${
        isChanging
          ? this.#renderForm(id, content, row)
          : html`${this.renderSafetyLinks(safety, content)}
              <div class="actions row-actions">
                ${action('edit', words.edit, () => this.#open(id))}
                ${action('up', words.moveUp, () => this.#move(row, -1, content), !index)}
                ${action('down', words.moveDown, () => this.#move(row, 1, content), index === of - 1)}
                ${action('remove', words.remove, () => this.#remove(row, content))}
              </div>`
      }
    </li>`;
  }

  // ------------------------------------------------------------- form

  /** The fields are only read on save: what stands in them is the visitor's until then. */
  #renderForm(id: string, content: PlanContent, row?: PlanRow) {
    const { words, roles } = content.plan;
    const { common } = content.core.words;
    const text = (name: keyof typeof ROW_LIMITS, isRequired = false, hint = '') =>
      this.#renderField(
        name,
        words[name],
        html`<input
          type="text"
          id=${name}
          name=${name}
          maxlength=${ROW_LIMITS[name]}
          autocomplete="off"
          ?required=${isRequired}
          aria-invalid=${String(name in this.errors)}
          aria-describedby=${`${name}-about`}
          .value=${row?.[name] ?? ''}
        />`,
        hint,
      );
    const long = (name: 'response' | 'then', isRequired = false) =>
      this.#renderField(
        name,
        words[name],
        html`<textarea
          id=${name}
          name=${name}
          maxlength=${ROW_LIMITS[name]}
          autocomplete="off"
          ?required=${isRequired}
          aria-invalid=${String(name in this.errors)}
          aria-describedby=${`${name}-about`}
          .value=${row?.[name] ?? ''}
        ></textarea>`,
      );
    const select = (name: 'plan' | 'owner', options: readonly (readonly [value: string, label: string])[]) =>
      this.#renderField(
        name,
        words[name],
        html`<select id=${name} name=${name}>
          ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === row?.[name]}>${label}</option>`)}
        </select>`,
      );
    return html`<form
      class=${row ? 'no-print' : 'card no-print'}
      part="form"
      novalidate
      aria-labelledby="form-title"
      @submit=${(event: Event) => this.#save(event, content, row)}
      @input=${() => {
        this.typed = true;
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Words that were typed are thrown away by the button only.
        if (event.key === 'Escape' && !event.isComposing && !this.typed) this.#close(id);
      }}
    >
      ${this.heading(row ? 3 : 1, row ? words.editTitle : words.ownTitle, { id: 'form-title' })}
      <p class="hint">${fill(words.formHint, { trigger: words.trigger, response: words.response })}</p>
      <p class="error" role="alert">${Object.keys(this.errors).length ? words.errorTitle : nothing}</p>
      ${select(
        'plan',
        PLAN_LETTERS.map((letter) => [letter, planWords(words, letter).title]),
      )}
      ${text('trigger', true)} ${long('response', true)} ${long('then')}
      ${select('owner', [['', words.ownerNone], ...roles.map((role) => [role.id, role.label] as const)])}
      ${text('nickname', false, words.nicknameHint)}
      ${this.#renderField(
        'reviewOn',
        words.reviewOn,
        html`<input
          type="date"
          id="reviewOn"
          name="reviewOn"
          min=${today()}
          max="9999-12-31"
          aria-invalid=${String('reviewOn' in this.errors)}
          aria-describedby="reviewOn-about"
          .value=${row ? row.reviewOn : this.firstReview}
        />`,
        words.reviewOnHint,
      )}
      ${text('sign')}
      <div class="actions">
        <button type="submit" class="primary">${words.save}</button>
        <button type="button" @click=${() => this.#close(id)}>${common.cancel}</button>
      </div>
    </form>`;
  }

  #renderField(name: Field, label: string, control: unknown, hint = '') {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <span id=${`${name}-about`}
        >${hint ? html`<span class="hint">${hint}</span>` : nothing}
        <span class="error">${this.errors[name]}</span>
      </span>
      ${control}
    </div>`;
  }

  // ------------------------------------------------------------- what holds now

  get #isFull(): boolean {
    return this.answers.plan.length >= MAX_PLAN_ROWS;
  }

  #loadWarning(content: PlanContent): string {
    const { words, roles } = content.plan;
    const owner = overloadedOwner(this.answers.plan);
    const isEveryone = !owner?.nickname && roles.find(({ id }) => id === owner?.owner)?.everyone;
    return owner && !isEveryone ? fill(words.loadWarning, { owner: ownerName(content, owner) }) : '';
  }

  /** Takes a step and says so, with the notices that came up by it. */
  #step(transition: Transition, said: string, content: PlanContent): void {
    const notices = () => [this.#isFull && content.plan.words.full, this.#loadWarning(content)];
    const before = notices();
    this.lately = '';
    this.applyAnswer(transition);
    const fresh = notices().filter((notice) => notice && !before.includes(notice));
    this.announce([said, ...fresh].join(' '));
  }

  // ------------------------------------------------------------- doing

  #addIdea(idea: Contingency, next: Contingency | undefined, content: PlanContent): void {
    const { resolve } = this.reading(content);
    const words = (text: RichText) => plainText(text, (place) => resolve(place).text);
    const said = fill(content.plan.words.added, { plan: idea.plan, trigger: idea.trigger });
    this.#add(
      {
        plan: idea.plan,
        from: idea.id,
        trigger: idea.trigger,
        response: words(idea.response),
        then: words(idea.then),
        owner: idea.owner,
        nickname: '',
        reviewOn: daysLater(today(), idea.reviewAfterDays),
        sign: idea.sign,
      },
      said,
      content,
    );
    this.lately = said;
    void this.focusOn(this.#isFull ? '#ours' : next ? `#add-${next.id}` : '#library');
  }

  #add(row: NewRow, said: string, content: PlanContent): void {
    const isFirst = !this.answers.plan.length;
    this.#step(addRow(row), said, content);
    if (isFirst) this.emitProgress(1, 2);
  }

  /** One form at a time: with one open, the way leads back to it, as its words are not saved yet. */
  #open(id: string): void {
    if (!this.renderRoot.querySelector('form')) {
      this.editing = id;
      this.errors = {};
      this.typed = false;
      this.firstReview = daysLater(today(), REVIEW_AFTER_DAYS);
      this.lately = '';
    }
    void this.focusOn('form select');
  }

  #close(id: string): void {
    this.editing = '';
    void this.focusOn(`#edit-${id}`);
  }

  #save(event: Event, content: PlanContent, row?: PlanRow): void {
    event.preventDefault();
    const { words } = content.plan;
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries(new FormData(form)) as unknown as Record<Field, string> & NewRow;
    const { validity } = form.elements.namedItem('reviewOn') as HTMLInputElement;
    // A day that has gone by may stay, but not be picked.
    const isOtherDay = validity.badInput || given.reviewOn !== row?.reviewOn;
    this.errors = {
      ...(given.trigger.trim() ? {} : { trigger: words.triggerMissing }),
      ...(given.response.trim() ? {} : { response: words.responseMissing }),
      ...(isOtherDay && !validity.valid ? { reviewOn: words.dateWrong } : {}),
    };
    const [wrong] = Object.keys(this.errors);
    if (wrong) {
      void this.focusOn(`#${wrong}`);
    } else if (row) {
      this.#step(editRow(row.id, given), words.saved, content);
      this.#close(row.id);
    } else if (this.#isFull) {
      this.announce(words.full); // filled up meanwhile; the words stay in the form
    } else {
      this.#add(given, words.saved, content);
      this.#close(`row_${this.answers.rowsMade}`);
    }
  }

  #move(row: PlanRow, by: -1 | 1, content: PlanContent): void {
    const rows = () => this.answers.plan.filter(({ plan }) => plan === row.plan);
    const of = rows().length;
    const place = rows().findIndex(({ id }) => id === row.id) + 1 + by;
    this.#step(moveRow(row.id, by), fill(content.plan.words.movedTo, { trigger: row.trigger, place, of }), content);
    // At the end the button pressed can't be used, so the other one has the focus.
    const isUp = place === of || (by < 0 && place > 1);
    void this.focusOn(`#${isUp ? 'up' : 'down'}-${row.id}`);
  }

  #remove(row: PlanRow, content: PlanContent): void {
    this.#step(removeRow(row.id), fill(content.plan.words.removed, { trigger: row.trigger }), content);
    void this.focusOn('#undo');
  }

  #undo(row: PlanRow, content: PlanContent): void {
    this.#step(restoreRow, fill(content.plan.words.restored, { trigger: row.trigger }), content);
    void this.focusOn(`#edit-${row.id}`);
  }

  #sections() {
    return this.loaded ? planSections(this.loaded, this.answers) : [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contingency-planner': ContingencyPlanner;
  }
}
