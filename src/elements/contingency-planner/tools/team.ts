import { html, nothing } from 'lit';
import { statusWord, teamName } from '../../../handoff/tools-sheet.js';
import type { TeamRow, TellRow } from '../../../session/state.js';
import { ListEditor, type ListSpec } from '../../shared/list-editor.js';
import type { GoTo, ToolHost } from '../../shared/tool.js';
import type { PlannerTool, ToolsContent } from './tool-content.js';

const EMPTY_HELPER: Omit<TeamRow, 'id'> = { role: '', name: '', status: 'to_call' };
const EMPTY_TELL: Omit<TellRow, 'id'> = { who: '', whom: '', what: '', when: '' };

/** Who can help, where it stands with each, and who passes news on to whom. */
export class Team implements PlannerTool {
  readonly #host: ToolHost;
  readonly #team: ListEditor<'team'>;
  readonly #tells: ListEditor<'tells'>;
  readonly #goTo: () => GoTo | undefined;
  #content!: ToolsContent;

  constructor(host: ToolHost, goTo: () => GoTo | undefined) {
    this.#host = host;
    this.#goTo = goTo;
    this.#team = new ListEditor(host, 'team', () => this.#teamSpec());
    this.#tells = new ListEditor(host, 'tells', () => this.#tellSpec());
  }

  render(content: ToolsContent) {
    this.#content = content;
    const { words } = content.tools;
    return html`
      <p>${words.teamIntro}</p>
      ${this.#team.renderRows(this.#team.rows, 'tool-team', words.teamEmpty)} ${this.#team.renderUndo()}
      ${this.#team.renderAdd()}
      <section aria-labelledby="tells">
        ${this.#host.heading(2, words.tellsTitle, { id: 'tells' })}
        <p class="hint">${words.tellsHint}</p>
        ${this.#tells.renderRows(this.#tells.rows, 'tells', words.tellsEmpty)} ${this.#tells.renderUndo()}
        ${this.#tells.renderAdd()}
      </section>
    `;
  }

  #teamSpec(): ListSpec<'team'> {
    const { words, rows, team } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.teamNew,
      editTitle: words.teamEdit,
      open: words.teamOwn,
      fields: [
        {
          name: 'role',
          kind: 'select',
          label: words.teamRole,
          options: [...team.map(({ id, name }) => [id, name] as const), ['', words.teamRoleOwn]],
        },
        { name: 'name', kind: 'line', label: words.teamName, hint: rows.nicknameHint },
        {
          name: 'status',
          kind: 'select',
          label: words.teamStatus,
          options: [
            ['to_call', words.statusToCall],
            ['called', words.statusCalled],
            ['helps', words.statusHelps],
          ],
        },
      ],
      nameOf: (row) => teamName(this.#content.tools, row),
      linesOf: (row) => [
        [words.teamRole, html`<strong>${teamName(this.#content.tools, row)}</strong>`],
        [words.teamStatus, statusWord(words, row.status)],
      ],
      first: () => ({ ...EMPTY_HELPER, role: team[0]?.id ?? '' }),
      more: ({ role }) => this.#renderRead(role),
    };
  }

  /** Inside the guide, the way to what such a helper does. */
  #renderRead(role: string) {
    const goTo = this.#goTo();
    if (!goTo || !role) return nothing;
    return html`<div class="no-print">
      <button type="button" class="quiet" @click=${() => goTo('learn', `care_role:${role}`)}>
        ${this.#content.tools.words.teamRead}
      </button>
    </div>`;
  }

  #tellSpec(): ListSpec<'tells'> {
    const { words, rows } = this.#content.tools;
    return {
      words: rows,
      newTitle: words.tellsNew,
      editTitle: words.tellsEdit,
      open: words.tellsOwn,
      fields: [
        { name: 'who', kind: 'line', label: words.tellWho, hint: rows.nicknameHint, missing: words.tellWhoMissing },
        { name: 'whom', kind: 'line', label: words.tellWhom, missing: words.tellWhomMissing },
        { name: 'what', kind: 'line', label: words.tellWhat },
        { name: 'when', kind: 'line', label: words.tellWhen },
      ],
      nameOf: ({ who, whom }) => `${who} → ${whom}`,
      linesOf: (row) => [
        [words.tellWho, html`<strong>${row.who}</strong>`],
        [words.tellWhom, row.whom],
        [words.tellWhat, row.what],
        [words.tellWhen, row.when],
      ],
      first: () => EMPTY_TELL,
    };
  }
}
