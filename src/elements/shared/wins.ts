import { html, type TemplateResult } from 'lit';
import { dateInWords, today } from '../../content/format.js';
import type { CarePart, Words } from '../../content/schema.js';
import { winsNewestFirst } from '../../handoff/wins-sheet.js';
import { ListEditor, type ListSpec } from './list-editor.js';
import type { ToolHost } from './tool.js';

/** What a part of the content must have so that small wins can be shown. */
interface WinsPart extends Pick<CarePart, 'rows'> {
  readonly words: Pick<
    Words['care'],
    'winsTitle' | 'winsHint' | 'winsEmpty' | 'winsOpen' | 'winsNew' | 'winsEdit' | 'winText' | 'winMissing'
  >;
}

/** The log of small wins: what went well, with its day. It is not counted, and no day has to have one. */
export class Wins {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'wins'>;
  #part!: WinsPart;
  #locale = '';

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'wins', () => this.#spec());
  }

  render(part: WinsPart, locale: string): TemplateResult {
    this.#part = part;
    this.#locale = locale;
    const { words } = part;
    const rows = winsNewestFirst(this.#editor.rows);
    return html`<section part="wins" aria-labelledby="wins">
      ${this.#host.heading(1, words.winsTitle, { id: 'wins', className: 'section' })}
      <p class="hint">${words.winsHint}</p>
      ${this.#editor.renderAdd()} ${this.#editor.renderUndo()} ${this.#editor.renderRows(rows, 'wins', words.winsEmpty)}
    </section>`;
  }

  #spec(): ListSpec<'wins'> {
    const { words, rows } = this.#part;
    return {
      words: rows,
      newTitle: words.winsNew,
      editTitle: words.winsEdit,
      open: words.winsOpen,
      fields: [{ name: 'text', kind: 'text', label: words.winText, missing: words.winMissing }],
      nameOf: ({ text }) => text,
      linesOf: ({ text, on }) => [[dateInWords(on, this.#locale), html`<strong>${text}</strong>`]],
      first: () => ({ text: '', on: today() }),
      isOrdered: true,
    };
  }
}
