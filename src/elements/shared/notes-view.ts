import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type * as Format from '../../content/format.js';
import type { Content } from '../../content/load.js';
import type { Words } from '../../content/schema.js';
import { hasUnsafeCard } from '../../guidance/contact.js';
import { download } from '../../handoff/download.js';
import type { StorageTroubleCode } from '../../events/events.js';
import {
  DEFAULT_KEEP_DAYS,
  KEEP_DAYS,
  type KeepDays,
  type NotesStatus,
  type NotesTrouble,
  type SavedNotes,
} from '../../session/notes.js';
import { EMPTY_SESSION } from '../../session/state.js';
import { pageNotes } from './page-notes.js';
import type { ToolHost } from './tool.js';

type NotesContent = Content<'saving'>;

/** Neutral, as it stands among other files. */
const ASIDE_FILE_NAME = 'saved.txt';

/** What asks to be looked at before anything else. */
const FIRST: ReadonlySet<NotesStatus['at']> = new Set([
  'found',
  'expired',
  'unreadable',
  'newer',
  'gone',
  'conflict',
  'deleted',
  'delete-failed',
]);

/** What a developer reads of trouble with saving. */
const STORAGE_TROUBLE = {
  blocked: 'The browser does not let this page save on the device. The visitor is told, and nothing is lost.',
  full: 'There is no room left to save on the device. The visitor is told, and nothing is lost.',
  unreadable: 'What is saved on the device can not be read. It is left as it is, and the visitor is told.',
  newer: 'What is saved on the device comes from a newer version of the kit. It is left as it is.',
} as const satisfies Readonly<Record<NotesTrouble, string>>;

/** Trouble the page has heard of. */
const told = new WeakSet<NotesStatus>();

/** What comes up while the visitor is busy elsewhere on the page. */
const SAID: ReadonlySet<NotesStatus['at']> = new Set(['conflict', 'gone', 'full', 'blocked']);

/** Keeping on the device what a visitor did: asked for, told of, and deleted with one tap. */
export class NotesView {
  readonly notes: SavedNotes = pageNotes();
  readonly #host: ToolHost;
  #days: KeepDays = DEFAULT_KEEP_DAYS;
  /** The file that reads notes did not come. */
  #isMissing = false;
  #wasOpened = false;
  /** The words last shown, and the status last seen. */
  #content: NotesContent | undefined;
  #last: NotesStatus | undefined;
  #hasTried = false;

  readonly #format: Pick<typeof Format, 'counted' | 'dateInWords' | 'fill'>;
  readonly #onTrouble: (code: StorageTroubleCode, message: string) => void;
  #unwatch: (() => void) | undefined;

  /**
   * @param onTrouble Called for the page's developer; once a trouble, however many elements offer to save.
   * @param format Given and not imported, as the bundler would else take it out of `embed.js` into a file of its own.
   */
  constructor(
    host: ToolHost,
    onTrouble: (code: StorageTroubleCode, message: string) => void,
    format: Pick<typeof Format, 'counted' | 'dateInWords' | 'fill'>,
  ) {
    this.#host = host;
    this.#onTrouble = onTrouble;
    this.#format = format;
  }

  /** The element came into the page. */
  connect(): void {
    this.#unwatch ??= this.notes.subscribe(this.#look);
    this.#look();
  }

  disconnect(): void {
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  readonly #look = (): void => {
    const { status } = this.notes;
    const { at } = status;
    if (at in STORAGE_TROUBLE && !told.has(status)) {
      told.add(status);
      const trouble = at as NotesTrouble;
      this.#onTrouble(`storage-${trouble}`, STORAGE_TROUBLE[trouble]);
    }
    if (status !== this.#last && SAID.has(at) && this.#content) {
      this.#host.announce(this.#wordsFor(status, this.#content));
    }
    this.#last = status;
    this.#host.update();
  };

  /** What has to be said of notes that are there, or were. */
  renderTop(content: NotesContent): unknown {
    const { status } = this.notes;
    this.#content = content;
    if (!FIRST.has(status.at)) return nothing;
    return html`<section class="notice no-print" part="saving" aria-labelledby="notes-found" tabindex="-1" id="notes">
      <p id="notes-found">${this.#wordsFor(status, content)}</p>
      ${this.#renderActions(status, content)}
    </section>`;
  }

  #wordsFor(status: NotesStatus, { saving: { words }, locale }: NotesContent): string {
    switch (status.at) {
      case 'found':
        return `${this.#format.fill(words.found, { date: this.#format.dateInWords(status.savedOn, locale) })} ${words.foundHint}`;
      case 'expired':
        return this.#format.fill(words.expired, { date: this.#format.dateInWords(status.until, locale) });
      case 'unreadable':
        return words.unreadable;
      case 'newer':
        return words.newer;
      case 'blocked':
        return words.blocked;
      case 'full':
        return words.full;
      case 'gone':
        return words.goneElsewhere;
      case 'conflict':
        return words.conflict;
      case 'deleted':
        return words.deleted;
      case 'delete-failed':
        return words.deleteFailed;
      default:
        return '';
    }
  }

  #renderActions({ at }: NotesStatus, { saving: { words }, core }: NotesContent): unknown {
    const button = (label: string, act: () => void, className = '') =>
      html`<button type="button" class=${className} @click=${act}>${label}</button>`;
    const remove = button(words.delete, this.#delete, 'quiet');
    switch (at) {
      case 'found':
        return html`<div class="actions">
            ${button(words.open, () => void this.#open(words), 'primary')}
            ${this.#isEmpty ? nothing : button(words.replace, () => this.#save())} ${remove}
          </div>
          <p class="hint">${words.deleteHint}</p>
          ${this.#renderMissing(core)}`;
      case 'conflict':
        return html`<div class="actions">
            ${button(words.useTheirs, () => void this.#open(words))} ${button(words.keepMine, this.#keepMine)}
          </div>
          ${this.#renderMissing(core)}`;
      case 'unreadable':
      case 'newer':
        return html`<div class="actions">${button(words.keepCopy, this.#keepCopy)} ${remove}</div>`;
      default:
        return nothing;
    }
  }

  #renderMissing({ words: { common } }: NotesContent['core']): unknown {
    return this.#isMissing ? html`<p role="alert">${common.loadTrouble}</p>` : nothing;
  }

  /** The offer to save, or what became of it. */
  renderEnd(content: NotesContent): unknown {
    const { status } = this.notes;
    const { saving, locale } = content;
    const { words } = saving;
    if (status.at === 'found' || status.at === 'conflict') return nothing; // that comes first
    if (status.at === 'saved' || status.at === 'full') {
      return html`<section class="saving no-print" part="saving">
        ${
          status.at === 'saved'
            ? html`<p id="saved" tabindex="-1">
                <strong
                  >${this.#format.fill(words.savedUntil, { date: this.#format.dateInWords(status.until, locale) })}</strong
                >
              </p>`
            : html`<p role="alert">${words.full}</p>`
        }
        ${this.#renderSaved(content)} ${this.#renderDelete(words)}
      </section>`;
    }
    return html`<details
      class="saving no-print"
      part="saving"
      ?open=${status.at === 'blocked' && (this.#hasTried || this.#wasOpened)}
    >
      <summary>${words.title}</summary>
      ${status.at === 'blocked' ? html`<p role="alert">${words.blocked}</p>` : nothing} ${this.#renderOffer(content)}
      ${this.#renderDelete(words)}
    </details>`;
  }

  #renderDelete(words: Words['saving']): TemplateResult {
    return html`<div class="actions">
        <button type="button" class="quiet" aria-describedby="delete-hint" @click=${this.#delete}>
          ${words.delete}
        </button>
      </div>
      <p class="hint" id="delete-hint">${words.deleteHint}</p>`;
  }

  #renderOffer(content: NotesContent): TemplateResult {
    const { words } = content.saving;
    return html`<p>${words.intro} ${words.shared}</p>
      ${hasUnsafeCard(this.#host.answers) ? html`<p class="notice">${words.sharedHeld}</p>` : nothing}
      ${this.#renderDays(content, this.#days, (days) => {
        this.#days = days;
        this.#host.update();
      })}
      <div class="actions"><button type="button" @click=${() => this.#save()}>${words.save}</button></div>`;
  }

  #renderSaved(content: NotesContent): TemplateResult {
    const { words } = content.saving;
    return html`<p class="hint">${words.shared}</p>
      ${hasUnsafeCard(this.#host.answers) ? html`<p class="notice">${words.sharedHeld}</p>` : nothing}
      ${
        this.notes.hasAside
          ? html`<p class="hint">${words.setAside}</p>
              <div class="actions">
                <button type="button" class="quiet" @click=${this.#keepCopy}>${words.keepCopy}</button>
              </div>`
          : nothing
      }
      ${
        this.notes.canTakeBack && this.#wasOpened
          ? html`<div class="actions"><button type="button" @click=${this.#takeBack}>${words.takeBack}</button></div>`
          : nothing
      }
      ${this.#renderDays(content, this.notes.days, (days) => this.notes.save(days))}`;
  }

  #renderDays({ saving: { words }, locale }: NotesContent, picked: KeepDays, pick: (days: KeepDays) => void) {
    return html`<fieldset>
      <legend>${words.keepFor}</legend>
      <div class="chips">
        ${KEEP_DAYS.map(
          (days) =>
            html`<label class="choice">
              <input type="radio" name="keep-days" .checked=${live(days === picked)} @change=${() => pick(days)} />
              <span>${this.#format.counted(words.days, days, locale)}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }

  get #isEmpty(): boolean {
    return this.#host.answers === EMPTY_SESSION;
  }

  #save(): void {
    this.#hasTried = true;
    this.notes.save(this.#days);
    this.#wasOpened = false;
    if (this.notes.status.at === 'saved') void this.#host.focusOn('#saved');
  }

  async #open(words: Words['saving']): Promise<void> {
    this.#isMissing = false;
    try {
      this.#wasOpened = await this.notes.open();
    } catch {
      this.#host.tellMissing();
      this.#isMissing = true;
      this.#host.update();
      return;
    }
    if (this.#wasOpened) this.#host.announce(words.opened);
    void this.#host.focusOn('#title', '#notes', '.title');
  }

  readonly #takeBack = (): void => {
    this.notes.takeBack();
    void this.#host.focusOn('#notes');
  };

  readonly #keepMine = (): void => {
    this.notes.keepMine();
    void this.#host.focusOn('#saved');
  };

  readonly #keepCopy = (): void => {
    if (this.#host.mayExport('file')) download(ASIDE_FILE_NAME, 'text/plain', this.notes.unread);
  };

  readonly #delete = (): void => {
    this.notes.deleteAll();
    void this.#host.focusOn('#notes');
  };
}
