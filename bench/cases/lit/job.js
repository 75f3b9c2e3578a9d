import { html, LitElement, nothing } from 'lit';
import { CARE, DANGER, ROLES, WORDS } from '../../job.mjs';
import { follow } from '../wizard-way.js';
import { styles } from './checklist.js';

class JobWizard extends LitElement {
  static styles = styles;
  static properties = { given: { state: true } };

  constructor() {
    super();
    this.given = [];
  }

  render() {
    const { question, outcome } = follow(Object.fromEntries(this.given));
    return html`<h2>${WORDS.wizard}</h2>
      ${question ? this.#question(question) : outcome ? this.#outcome(outcome) : html`<p>${DANGER}</p>`}
      ${
        this.given.length
          ? html`<button @click=${() => (this.given = this.given.slice(0, -1))}>${WORDS.back}</button>`
          : nothing
      }`;
  }

  #question(question) {
    return html`<form
      @submit=${(event) => {
        event.preventDefault();
        this.given = [...this.given, [question.id, event.target.elements.q.value]];
        event.target.reset();
      }}
    >
      <fieldset>
        <legend>${question.ask}</legend>
        ${question.options.map(
          ({ id, label }) => html`<label><input type="radio" name="q" required .value=${id} /> ${label}</label>`,
        )}
      </fieldset>
      <button>${WORDS.next}</button>
    </form>`;
  }

  #outcome({ title, why, steps }) {
    return html`<h3>${title}</h3>
      <p>${why}</p>
      <ol>
        ${steps.map((step) => html`<li>${step}</li>`)}
      </ol>`;
  }
}
customElements.define('job-wizard', JobWizard);

class JobPlanner extends LitElement {
  static styles = styles;
  static properties = { rows: { state: true } };

  constructor() {
    super();
    this.rows = [];
  }

  render() {
    return html`<h2>${WORDS.planner}</h2>
      ${this.rows.map((row) => this.#row(row))}
      <button @click=${() => (this.rows = [...this.rows, { trigger: '', response: '', who: '', date: '' }])}>
        ${WORDS.add}
      </button>`;
  }

  #row(row) {
    const take = (name) => (event) => (row[name] = event.target.value);
    return html`<div class="row">
      <label>${WORDS.trigger}<br /><input .value=${row.trigger} @input=${take('trigger')} /></label>
      <label>${WORDS.response}<br /><textarea .value=${row.response} @input=${take('response')}></textarea></label>
      <label
        >${WORDS.who}<br /><select @change=${take('who')}>
          ${ROLES.map(({ id, label }) => html`<option value=${id} ?selected=${row.who === id}>${label}</option>`)}
        </select></label
      >
      <label>${WORDS.date}<br /><input type="date" .value=${row.date} @input=${take('date')} /></label>
      <button @click=${() => (this.rows = this.rows.filter((other) => other !== row))}>${WORDS.remove}</button>
    </div>`;
  }
}
customElements.define('job-planner', JobPlanner);

class JobCare extends LitElement {
  static styles = styles;
  static properties = { picked: { state: true } };

  constructor() {
    super();
    this.picked = new Set();
  }

  render() {
    return html`<h2>${WORDS.care}</h2>
      <ul>
        ${CARE.map(({ id, title, minutes, how }) => {
          const picked = this.picked.has(id);
          return html`<li>
            <label
              ><input type="checkbox" .checked=${picked} @change=${() => this.#pick(id)} /> ${title} (${minutes}
              ${WORDS.minutes})</label
            >
            ${picked ? html`<div class="insight">${how}</div>` : nothing}
          </li>`;
        })}
      </ul>
      <h3>${WORDS.today}</h3>
      <ul>
        ${CARE.filter(({ id }) => this.picked.has(id)).map(({ title }) => html`<li>${title}</li>`)}
      </ul>`;
  }

  #pick(id) {
    const picked = new Set(this.picked);
    if (!picked.delete(id)) picked.add(id);
    this.picked = picked;
  }
}
customElements.define('job-care', JobCare);
