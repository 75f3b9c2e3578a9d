import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import { GROUPS, reasons, WORDS } from '../../job.mjs';
import look from '../look.css?inline';

export const styles = css`
  ${unsafeCSS(look)}
`;

class JobChecklist extends LitElement {
  static styles = styles;
  static properties = { reasons: { type: Number }, ticked: { state: true } };

  constructor() {
    super();
    this.ticked = new Set();
  }

  render() {
    const all = reasons(this.reasons);
    return html`<h2>${WORDS.checklist}</h2>
      ${GROUPS.map(
        (group) =>
          html`<fieldset>
            <legend>${group.label}</legend>
            <ul>
              ${all.filter((reason) => reason.group === group.id).map((reason) => this.#reason(reason))}
            </ul>
          </fieldset>`,
      )}
      <p role="status">${this.ticked.size} ${WORDS.count}</p>`;
  }

  #reason({ id, label, what, tryNext }) {
    const ticked = this.ticked.has(id);
    return html`<li>
      <label><input type="checkbox" .checked=${ticked} @change=${() => this.#tick(id)} /> ${label}</label>
      ${
        ticked
          ? html`<div class="insight">
              <p><b>${WORDS.means}</b></p>
              <p>${what}</p>
              <p><b>${WORDS.tryNext}</b></p>
              <p>${tryNext}</p>
            </div>`
          : nothing
      }
    </li>`;
  }

  #tick(id) {
    const ticked = new Set(this.ticked);
    if (!ticked.delete(id)) ticked.add(id);
    this.ticked = ticked;
  }
}
customElements.define('job-checklist', JobChecklist);
