import { html, nothing } from 'lit';
import { placeOf, PLACES } from '../../../guidance/people.js';
import { placeWords } from '../../../handoff/tools-sheet.js';
import type { PersonPlace, PersonRow } from '../../../session/state.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { ToolHost } from '../../shared/tool.js';
import { yesNoOptions, yesNoWord } from '../../shared/yes-no.js';
import { renderHeld } from './library-box.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

const EMPTY: Omit<PersonRow, 'id'> = { name: '', closeness: '', calm: '', safe: '', place: '' };

/** Who could take part next time, and from where: in the room, helping from outside, or not this time. */
export class People implements PlannerTool {
  readonly #host: ToolHost;
  readonly #editor: ListEditor<'people'>;
  #content!: ToolsContent;

  constructor(host: ToolHost) {
    this.#host = host;
    this.#editor = new ListEditor(host, 'people', () => this.#spec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    const { rows } = this.#editor;
    return html`
      <p>${words.peopleIntro}</p>
      ${renderHeld(this.#host, content)}
      ${
        rows.length
          ? html`<div class="board">${PLACES.map((place) => this.#renderPlace(place))}</div>`
          : html`<p class="muted">${words.peopleEmpty}</p>`
      }
      ${this.#editor.renderUndo()} ${this.#editor.renderAdd()}
    `;
  }

  #renderPlace(place: PersonPlace) {
    const { words } = this.#content.tools;
    const [title, hint] = placeWords(words, place);
    const rows = this.#editor.rows.filter((row) => placeOf(row) === place);
    return html`<section class="column" aria-labelledby=${`place-${place}`}>
      ${this.#host.heading(2, title, { id: `place-${place}` })}
      <p class="hint">${hint}</p>
      ${this.#editor.renderRows(rows, `place-${place}`, words.placeEmpty)}
    </section>`;
  }

  #spec(): ListSpec<'people'> {
    const { words, rows } = this.#content.tools;
    const yesNo = yesNoOptions(words);
    const closeness = [
      ['close', words.close],
      ['some', words.some],
      ['far', words.far],
    ] as const;
    return {
      words: rows,
      newTitle: words.peopleNew,
      editTitle: words.peopleEdit,
      open: words.peopleOwn,
      fields: [
        { name: 'name', kind: 'line', label: rows.nickname, hint: rows.nicknameHint, missing: words.personMissing },
        { name: 'closeness', kind: 'choice', label: words.closeness, options: closeness },
        { name: 'calm', kind: 'choice', label: words.calm, options: yesNo },
        { name: 'safe', kind: 'choice', label: words.safe, options: yesNo },
        {
          name: 'place',
          kind: 'select',
          label: words.place,
          options: [['', words.placeAuto], ...PLACES.map((place) => [place, placeWords(words, place)[0]] as const)],
        },
      ],
      nameOf: ({ name }) => name,
      linesOf: (row) => [
        [rows.nickname, html`<strong>${row.name}</strong>`],
        [words.closeness, closeness.find(([option]) => option === row.closeness)?.[1] ?? ''],
        [words.calm, yesNoWord(words, row.calm)],
        [words.safe, yesNoWord(words, row.safe)],
      ],
      first: () => EMPTY,
      isOrdered: true,
      more: ({ place, safe }) =>
        place === 'room' && safe === 'no' ? html`<p class="notice">${words.personUnsafe}</p>` : nothing,
    };
  }
}
