import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill, today } from '../../content/format.js';
import type { Words } from '../../content/schema.js';
import type { ListName, RowOf } from '../../session/state.js';
import {
  addRow,
  editRow,
  MAX_ROWS,
  moveRow,
  removeRow,
  restoreRow,
  textLimit,
  type NewRow,
  type Transition,
} from '../../session/transitions.js';
import type { ToolHost } from './tool.js';

type Value = readonly [value: string, label: string];

/** One field of the form for a row. */
export interface Field {
  /** Name of the row's field. */
  readonly name: string;
  readonly label: string;
  /** `line` is one line of text, `text` several, `choice` a set of radio buttons. */
  readonly kind: 'line' | 'text' | 'date' | 'select' | 'choice';
  readonly hint?: string;
  /** For `select` and `choice`. */
  readonly options?: readonly Value[];
  /** What is said when the field is left empty; without it, it may be. */
  readonly missing?: string;
  /** For a date that can't be picked. */
  readonly wrong?: string;
}

/** How the rows of one list are made, named and shown. */
export interface ListSpec<L extends ListName> {
  readonly words: Words['rows'];
  readonly fields: readonly Field[];
  readonly newTitle: string;
  /** How far the title of the form for a new row is below the element's title. */
  readonly level?: number;
  readonly editTitle: string;
  /** The button that opens an empty form. */
  readonly open: string;
  readonly formHint?: string;
  /** What the row is called in a sentence. */
  readonly nameOf: (row: RowOf<L>) => string;
  /** What stands in the row, as label and text; empty texts are left out. */
  readonly linesOf: (row: RowOf<L>) => readonly (readonly [label: string, text: unknown])[];
  /** What a new row has beside what the form asks for, and what its fields begin with. */
  readonly first: () => NewRow<L>;
  /** Rows stand in an order of their own, such as by date, and are not moved. */
  readonly isOrdered?: boolean;
  /** Rows are moved among those with the same value here. */
  readonly within?: keyof RowOf<L> & string;
  /** What stands below the lines of a row. */
  readonly more?: (row: RowOf<L>) => unknown;
  /** Stops a row on its way into the list, having shown why. */
  readonly stops?: (row: NewRow<L>) => boolean;
  /** What holds now and is worth saying once it begins to, beside that the list is full. */
  readonly notices?: () => readonly string[];
  /** Called before each step and before a form opens. */
  readonly onTouch?: () => void;
  /** Called when the first row has come into the list. */
  readonly onFirst?: () => void;
}

/** Names the form for a new row where another one has its row's id. */
const NEW = 'new';

/** Dates beyond are slips of the finger. */
const LAST_DAY = '2099-12-31';

/** The fields of a form by name. A date that is only half there has no value yet. */
const typedIn = (form: HTMLFormElement): Readonly<Record<string, string>> => {
  const isHalf = (name: string) =>
    (form.elements.namedItem(name) as { readonly validity?: ValidityState }).validity?.badInput === true;
  return Object.fromEntries([...new FormData(form)].filter(([name]) => !isHalf(name))) as Record<string, string>;
};

/**
 * Rows of a visitor's own that can be written, changed, moved, removed and brought back: one such list of an element.
 * A form keeps what stands in it until it is saved, and only one form is open in an element at a time.
 */
export class ListEditor<L extends ListName> {
  readonly #host: ToolHost;
  readonly #list: L;
  /** Gives the spec as it is now: words and region may change at any time. */
  readonly #spec: () => ListSpec<L>;

  /** Id of the row in the form, or {@link NEW}. */
  #editing = '';
  /** What is wrong in the form, for each field. */
  #errors: Readonly<Record<string, string>> = {};
  /** What a new row begins with; kept while the form is open, also past midnight. */
  #first: NewRow<L> | undefined;
  /** What was typed into the open form: it is still there when the list is shown again. */
  #typed: Readonly<Record<string, string>> | undefined;

  constructor(host: ToolHost, list: L, spec: () => ListSpec<L>) {
    this.#host = host;
    this.#list = list;
    this.#spec = spec;
  }

  get rows(): readonly RowOf<L>[] {
    return this.#host.answers.lists[this.#list];
  }

  get isFull(): boolean {
    return this.rows.length >= MAX_ROWS[this.#list];
  }

  /** Selector of the button that opens the empty form. */
  get openButton(): string {
    return `#edit-${this.#list}-${NEW}`;
  }

  // ------------------------------------------------------------- showing

  /**
   * The rows, each with what can be done to it.
   * @param empty What is said when there is none.
   */
  renderRows(rows: readonly RowOf<L>[], labelledby: string, empty = ''): TemplateResult | typeof nothing {
    if (!rows.length) return empty ? html`<p class="muted">${empty}</p>` : nothing;
    return html`<ol class="plain rows" aria-labelledby=${labelledby}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row, index) => this.#renderRow(row, index, rows.length),
      )}
    </ol>`;
  }

  /** While it is changed, the row as it was stays in the page for paper only. */
  #renderRow(row: RowOf<L>, index: number, of: number): TemplateResult {
    const { words, linesOf, nameOf, more, isOrdered = false } = this.#spec();
    const canMove = of > 1 && !isOrdered;
    const { id } = row;
    const isChanging = this.#editing === id;
    const action = (name: string, label: string, act: () => void, isOff = false) =>
      html`<button type="button" class="quiet" id=${`${name}-${id}`} ?disabled=${isOff} @click=${act}>
        ${label}<span class="unseen"> ${nameOf(row)}</span>
      </button>`;
    return html`<li class="card" part="row">
      <dl class=${isChanging ? 'row paper' : 'row'}>
        ${linesOf(row).map(([label, text]) =>
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
          ? this.#renderForm(row)
          : html`${more?.(row) ?? nothing}
              <div class="actions row-actions no-print">
                ${action('edit', words.edit, () => this.open(id))}
                ${canMove ? action('up', words.moveUp, () => this.#move(row, -1), !index) : nothing}
                ${canMove ? action('down', words.moveDown, () => this.#move(row, 1), index === of - 1) : nothing}
                ${action('remove', words.remove, () => this.#remove(row))}
              </div>`
      }
    </li>`;
  }

  /** The way back for the row that was just removed, if it `fits` here. */
  renderUndo(fits: (row: RowOf<L>) => boolean = () => true): TemplateResult | typeof nothing {
    const { removed } = this.#host.answers;
    const row = removed?.list === this.#list ? (removed.row as RowOf<L>) : undefined;
    if (!row || !fits(row)) return nothing;
    const { words, nameOf } = this.#spec();
    return html`<div class="notice actions no-print">
      <span>${fill(words.removed, { name: nameOf(row) })}</span>
      <button type="button" id="undo" ?disabled=${this.isFull} @click=${() => this.#undo(row)}>${words.undo}</button>
    </div>`;
  }

  /** The button for a row of the visitor's own, or the form it opened. */
  renderAdd(): TemplateResult {
    const { words, open } = this.#spec();
    if (this.#editing === NEW) return this.#renderForm();
    return html`${this.isFull ? html`<p class="notice">${this.fullNotice}</p>` : nothing}
      <div class="actions no-print">
        <button type="button" id=${this.openButton.slice(1)} ?disabled=${this.isFull} @click=${() => this.open(NEW)}>
          ${open || words.add}
        </button>
      </div>`;
  }

  get fullNotice(): string {
    return fill(this.#spec().words.full, { count: MAX_ROWS[this.#list] });
  }

  /** What stands in the fields is the visitor's, and becomes a row only on save. */
  #renderForm(row?: RowOf<L>): TemplateResult {
    const { words, fields, newTitle, editTitle, formHint, level = 2 } = this.#spec();
    const values = { ...(row ?? this.#first), ...this.#typed } as Readonly<Record<string, string>>;
    return html`<form
      class=${row ? 'row-form no-print' : 'row-form card no-print'}
      part="form"
      novalidate
      aria-labelledby="form-title"
      @submit=${(event: Event) => this.#save(event, row)}
      @input=${(event: Event) => {
        this.#typed = typedIn(event.currentTarget as HTMLFormElement);
      }}
      @keydown=${(event: KeyboardEvent) => {
        // Words that were typed are thrown away by the button only.
        if (event.key === 'Escape' && !event.isComposing && !this.#typed) this.#close();
      }}
    >
      ${this.#host.heading(row ? 3 : level, row ? editTitle : newTitle, { id: 'form-title' })}
      ${formHint ? html`<p class="hint">${formHint}</p>` : nothing}
      <p class="error" role="alert">${Object.keys(this.#errors).length ? words.errorTitle : nothing}</p>
      ${fields.map((field) => this.#renderField(field, values[field.name] ?? ''))}
      <div class="actions">
        <button type="submit" class="primary">${words.save}</button>
        <button type="button" @click=${() => this.#close()}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #renderField(field: Field, value: string): TemplateResult {
    const { name, label, hint, kind } = field;
    const about = html`<span id=${`about-${name}`}
      >${hint ? html`<span class="hint">${hint}</span>` : nothing}
      <span class="error">${this.#errors[name]}</span>
    </span>`;
    if (kind === 'choice') {
      return html`<fieldset class="field" id=${`field-${name}`} aria-describedby=${`about-${name}`} tabindex="-1">
        <legend>${label}</legend>
        ${about}
        <div class="chips">
          ${(field.options ?? []).map(
            ([option, words]) =>
              html`<label class="choice">
                <input type="radio" name=${name} value=${option} ?checked=${option === value} />
                <span>${words}</span>
              </label>`,
          )}
        </div>
      </fieldset>`;
    }
    return html`<div class="field">
      <label for=${`field-${name}`}>${label}</label>
      ${about} ${this.#renderControl(field, value)}
    </div>`;
  }

  #renderControl({ name, kind, missing, options }: Field, value: string): TemplateResult {
    const [id, about, invalid] = [`field-${name}`, `about-${name}`, String(name in this.#errors)];
    switch (kind) {
      case 'select':
        return html`<select id=${id} name=${name} aria-describedby=${about}>
          ${(options ?? []).map(
            ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
          )}
        </select>`;
      case 'text':
        return html`<textarea
          id=${id}
          name=${name}
          maxlength=${textLimit(name)}
          autocomplete="off"
          ?required=${missing !== undefined}
          aria-invalid=${invalid}
          aria-describedby=${about}
          .value=${value}
        ></textarea>`;
      case 'date':
        return html`<input
          type="date"
          id=${id}
          name=${name}
          min=${today()}
          max=${LAST_DAY}
          aria-invalid=${invalid}
          aria-describedby=${about}
          .value=${value}
        />`;
      default:
        return html`<input
          type="text"
          id=${id}
          name=${name}
          maxlength=${textLimit(name)}
          autocomplete="off"
          ?required=${missing !== undefined}
          aria-invalid=${invalid}
          aria-describedby=${about}
          .value=${value}
        />`;
    }
  }

  // ------------------------------------------------------------- doing

  /** Takes a step in the session and says so, with the notices that came up by it. */
  step(transition: Transition, words: string): void {
    const { notices, onTouch } = this.#spec();
    const holding = () => [...(this.isFull ? [this.fullNotice] : []), ...(notices?.() ?? [])];
    const before = holding();
    onTouch?.();
    this.#host.apply(transition);
    const fresh = holding().filter((notice) => !before.includes(notice));
    this.#host.announce([words, ...fresh].join(' '));
  }

  /** Puts a row at the end of the list, unless the list is full. */
  add(row: NewRow<L>, words = this.#spec().words.saved): void {
    const isFirst = !this.rows.length;
    this.step(addRow(this.#list, row), words);
    if (isFirst) this.#spec().onFirst?.();
  }

  /**
   * Puts rows from elsewhere at the end of the list, as many as it holds.
   * @param words What to say of them, with a place for `{count}`.
   * @returns What to say: how many came in, and that the list is full when some did not.
   */
  take(rows: readonly RowOf<L>[], words: string): readonly string[] {
    const before = this.rows.length;
    for (const { id: _id, ...row } of rows) this.#host.apply(addRow(this.#list, row as unknown as NewRow<L>));
    const count = this.rows.length - before;
    return [...(count ? [fill(words, { count })] : []), ...(count < rows.length ? [this.fullNotice] : [])];
  }

  /** One form at a time: with one open, the way leads back to it, as its words are not saved yet. */
  open(id: string): void {
    if (!this.#host.find('form.row-form')) {
      this.#editing = id;
      this.#errors = {};
      this.#typed = undefined;
      this.#first = this.#spec().first();
      this.#spec().onTouch?.();
      this.#host.update();
    }
    void this.#host.focusOn('form.row-form :is(input:not([type="radio"]), textarea, select)', 'form.row-form input');
  }

  #close(focus = this.#editing === NEW ? this.openButton : `#edit-${this.#editing}`): void {
    this.#editing = '';
    this.#host.update();
    void this.#host.focusOn(focus);
  }

  #save(event: Event, row?: RowOf<L>): void {
    event.preventDefault();
    const spec = this.#spec();
    const form = event.currentTarget as HTMLFormElement;
    const given = Object.fromEntries(new FormData(form)) as Readonly<Record<string, string>>;
    this.#errors = this.#errorsIn(form, given, row);
    this.#host.update();
    const [wrong] = Object.keys(this.#errors);
    if (wrong) {
      void this.#host.focusOn(`#field-${wrong}`);
      return;
    }
    const whole = { ...(row ?? this.#first), ...given } as NewRow<L>;
    if (spec.stops?.(whole)) return;
    if (row) {
      this.step(editRow(this.#list, row.id, given as Partial<NewRow<L>>), spec.words.saved);
      this.#close();
    } else if (this.isFull) {
      this.#host.announce(this.fullNotice); // filled up meanwhile; the words stay in the form
    } else {
      this.add(whole);
      this.#close(`#edit-row_${this.#host.answers.rowsMade}`);
    }
  }

  #errorsIn(
    form: HTMLFormElement,
    given: Readonly<Record<string, string>>,
    row: RowOf<L> | undefined,
  ): Readonly<Record<string, string>> {
    const before = row as Readonly<Record<string, string>> | undefined;
    const errors: Record<string, string> = {};
    for (const { name, kind, missing, wrong } of this.#spec().fields) {
      if (missing !== undefined && !given[name]?.trim()) errors[name] = missing;
      if (kind !== 'date' || wrong === undefined) continue;
      const { validity } = form.elements.namedItem(name) as HTMLInputElement;
      // A day that has gone by may stay, but not be picked.
      const isOtherDay = validity.badInput || given[name] !== before?.[name];
      if (isOtherDay && !validity.valid) errors[name] = wrong;
    }
    return errors;
  }

  #move(row: RowOf<L>, by: -1 | 1): void {
    const { within, words, nameOf } = this.#spec();
    const peers = () => (within ? this.rows.filter((other) => other[within] === row[within]) : this.rows);
    const of = peers().length;
    const place = peers().findIndex(({ id }) => id === row.id) + 1 + by;
    this.step(moveRow(this.#list, row.id, by, within), fill(words.movedTo, { name: nameOf(row), place, of }));
    // At the end the button pressed can't be used, so the other one has the focus.
    const isUp = place === of || (by < 0 && place > 1);
    void this.#host.focusOn(`#${isUp ? 'up' : 'down'}-${row.id}`);
  }

  #remove(row: RowOf<L>): void {
    const { words, nameOf } = this.#spec();
    this.step(removeRow(this.#list, row.id), fill(words.removed, { name: nameOf(row) }));
    void this.#host.focusOn('#undo');
  }

  #undo(row: RowOf<L>): void {
    const { words, nameOf } = this.#spec();
    this.step(restoreRow, fill(words.restored, { name: nameOf(row) }));
    void this.#host.focusOn(`#edit-${row.id}`);
  }
}
