import { html, nothing } from 'lit';
import { fill, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import {
  blankSections,
  debriefSections,
  lensField,
  lookLine,
  sheetName,
  sideBySide,
} from '../../handoff/debrief-sheet.js';
import { download } from '../../handoff/download.js';
import { SHEETS_FILE_NAME, sheetsFile } from '../../handoff/plan-file.js';
import { renderFileButton } from '../shared/file-button.js';
import { ListEditor, type ListSpec } from '../shared/list-editor.js';
import { renderSourcesOf } from '../shared/sources-view.js';
import type { ToolHost } from '../shared/tool.js';

type DebriefContent = Content<'debrief'>;

/** Looking back together: a sheet for each person who was there, all side by side, and the moments in order. */
export class Debrief {
  readonly #host: ToolHost;
  readonly #sheets: ListEditor<'sheets'>;
  readonly #moments: ListEditor<'moments'>;
  #content!: DebriefContent;
  /** What came of saving or bringing a file. */
  #said = '';

  constructor(host: ToolHost) {
    this.#host = host;
    this.#sheets = new ListEditor(host, 'sheets', () => this.#sheetSpec());
    this.#moments = new ListEditor(host, 'moments', () => this.#momentSpec());
  }

  render(content: DebriefContent) {
    this.#content = content;
    const { words } = content.debrief;
    const { lists } = this.#host.answers;
    const isEmpty = !lists.sheets.length && !lists.moments.length;
    return html`
      ${this.#host.heading(2, words.sheetsTitle, { id: 'sheets' })}
      <p class="hint">${words.sheetsHint}</p>
      ${this.#sheets.renderRows(this.#sheets.rows, 'sheets', words.sheetsEmpty)} ${this.#sheets.renderUndo()}
      ${this.#sheets.renderAdd()} ${this.#renderSideBySide()} ${renderSourcesOf(content.debrief.lenses, content)}
      ${this.#host.heading(2, words.momentsTitle, { id: 'moments' })}
      <p class="hint">${words.momentsHint}</p>
      ${this.#moments.renderRows(this.#moments.rows, 'moments')} ${this.#moments.renderUndo()}
      ${this.#moments.renderAdd()}
      ${isEmpty ? nothing : this.#host.renderExport(() => debriefSections(this.#content, this.#host.answers.lists))}
      <div class="actions no-print">
        <button type="button" @click=${() => void this.#host.print(blankSections(this.#content))}>
          ${words.blank}
        </button>
        ${isEmpty ? nothing : html`<button type="button" @click=${this.#save}>${words.save}</button>`}
        ${renderFileButton(words.bring, (file) => this.#bring(file))}
      </div>
      <p class="muted">${this.#said}</p>
      <p class="hint no-print">${words.shareHint}</p>
    `;
  }

  #renderSideBySide() {
    const { words } = this.#content.debrief;
    if (this.#sheets.rows.length < 2) return nothing;
    return html`<section class="card" aria-labelledby="side-by-side">
      ${this.#host.heading(2, words.sideBySide, { id: 'side-by-side' })}
      <p class="hint">${words.sideBySideHint}</p>
      ${sideBySide(this.#content, this.#sheets.rows).map(
        ({ title, views }) =>
          html`${this.#host.heading(3, title)}
            <dl class="row">
              ${views.map(
                ({ name, text }) =>
                  html`<div>
                    <dt>${name}</dt>
                    <dd>${text}</dd>
                  </div>`,
              )}
            </dl>`,
      )}
    </section>`;
  }

  #sheetSpec(): ListSpec<'sheets'> {
    const { words, rows, lenses } = this.#content.debrief;
    return {
      words: rows,
      newTitle: words.sheetNew,
      editTitle: words.sheetEdit,
      open: words.sheetOpen,
      fields: [
        { name: 'name', kind: 'line', label: words.name, hint: rows.nicknameHint, missing: words.nameMissing },
        ...lenses.map((lens) => ({
          name: lensField(lens),
          kind: 'text' as const,
          label: lens.ask,
          hint: lookLine(this.#content, lens),
        })),
        { name: 'friend', kind: 'text', label: words.friend, hint: words.friendHint },
      ],
      nameOf: (row) => sheetName(this.#content, row),
      linesOf: (row) => [
        [words.name, html`<strong>${row.name}</strong>`],
        ...lenses.map((lens) => [lens.title, row[lensField(lens)]] as const),
        [words.friend, row.friend],
      ],
      first: () => ({ name: '', friend: '' }),
      isOrdered: true,
    };
  }

  #momentSpec(): ListSpec<'moments'> {
    const { words, rows } = this.#content.debrief;
    return {
      words: rows,
      newTitle: words.momentNew,
      editTitle: words.momentEdit,
      open: words.momentOpen,
      fields: [
        { name: 'said', kind: 'text', label: words.said, missing: words.saidMissing },
        { name: 'did', kind: 'text', label: words.did },
      ],
      nameOf: ({ said }) => said,
      linesOf: (row) => [
        [words.said, row.said],
        [words.did, row.did],
      ],
      first: () => ({ said: '', did: '' }),
    };
  }

  // ------------------------------------------------------------- files

  #say(words: string): void {
    this.#said = words;
    this.#host.announce(words);
    this.#host.update();
  }

  readonly #save = (): void => {
    if (!this.#host.mayExport('file')) return;
    const name = download(SHEETS_FILE_NAME, 'application/json', sheetsFile(this.#host.answers.lists, today()));
    this.#say(fill(this.#content.debrief.words.saved, { name }));
  };

  async #bring(file: File): Promise<void> {
    const { words } = this.#content.debrief;
    const found = await import('../../handoff/read-plan-file.js').then(
      ({ readSheets }) => readSheets(file, this.#host.answers.lists),
      () => undefined,
    );
    if (!found) this.#host.tellMissing();
    if (!found || typeof found === 'string') {
      this.#say(found ? words.bringFailed : this.#content.core.words.common.loadTrouble);
      return;
    }
    const said = [
      ...this.#sheets.take(found.sheets, words.brought),
      ...this.#moments.take(found.moments, words.broughtMoments),
    ];
    this.#say(said.join(' ') || words.broughtNone);
  }
}
