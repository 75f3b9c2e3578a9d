/**
 * Keeps a session on the visitor's device, when they asked for it. Knows no DOM: the page is given to it. Nothing is
 * opened or overwritten unasked, and what can't be read is set aside and said.
 */
import { json } from './json.js';
import { Listeners } from './listeners.js';
import type { Session } from './session.js';
import { EMPTY_SESSION, type SessionState } from './state.js';

/** The one key. It names neither the kit nor what it is for. */
export const NOTES_KEY = 'fig-notes';
export const NOTES_KIND = 'notes';
/** Raised when an older kit could no longer read what a newer one saved. */
export const NOTES_VERSION = 1;
/** For how many days after the last change notes are kept. */
export const KEEP_DAYS = [7, 30, 90] as const;
export type KeepDays = (typeof KEEP_DAYS)[number];
export const DEFAULT_KEEP_DAYS: KeepDays = 30;

/** Changes that follow each other within this time are saved together, in milliseconds. */
export const SAVE_AFTER_MS = 250;

/** What stands in the storage. */
export interface Envelope {
  readonly kind: typeof NOTES_KIND;
  readonly version: number;
  /** ISO 8601 date and time, UTC. */
  readonly savedAt: string;
  readonly days: KeepDays;
  readonly state: unknown;
  /** What stood here before and could not be read, as it was. */
  readonly aside?: string | undefined;
}

/** What a page gives. Each may throw where a browser blocks it. */
export interface NotesPage {
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls `act` after some time, unless the returned function is called first. */
  readonly later: (act: () => void, ms: number) => () => void;
  /** Hears of changes that other tabs made, and of the page going out of sight. */
  readonly listen: (on: { readonly otherTab: () => void; readonly hidden: () => void }) => void;
  /** Reads what was saved; a module of its own, as only who opens notes needs it. Rejects when it does not come. */
  readonly reader: () => Promise<Reader>;
}

type Reader = (state: unknown, version: number) => SessionState | undefined;

export type NotesTrouble = 'blocked' | 'full' | 'unreadable' | 'newer';

/** How it stands between this page and the device. */
export type NotesStatus =
  | { readonly at: 'none' | 'deleted' | 'delete-failed' | 'gone' | 'conflict' }
  | { readonly at: NotesTrouble }
  /** Notes of an earlier visit that are not open. */
  | { readonly at: 'found'; readonly savedOn: string }
  /** Notes that were kept until that day, and are deleted now. */
  | { readonly at: 'expired'; readonly until: string }
  /** Every change is saved. */
  | { readonly at: 'saved'; readonly until: string };

const DAY_MS = 86_400_000;
/** As `today` of content/format.ts, which the bundler would take out of `embed.js` if it were used here too. */
const dayOf = (time: number): string => {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};
/** Browsers name it in different ways: `QuotaExceededError`, `NS_ERROR_DOM_QUOTA_REACHED`. */
const isOutOfRoom = (error: unknown): boolean => /quota/i.test(String((error as Error | null)?.name));
const endOf = ({ savedAt, days }: Envelope): number => Date.parse(savedAt) + days * DAY_MS;

/** The envelope in a stored text, or what is wrong with it. What is inside is checked when it is opened. */
export function readEnvelope(text: string): Envelope | 'unreadable' | 'newer' {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return 'unreadable';
  }
  const { kind, version, savedAt, days, state, aside } = Object(data) as Partial<Record<keyof Envelope, unknown>>;
  if (kind !== NOTES_KIND || !Number.isInteger(version)) return 'unreadable';
  if ((version as number) > NOTES_VERSION) return 'newer';
  const isWhole =
    typeof savedAt === 'string' &&
    Number.isFinite(Date.parse(savedAt)) &&
    KEEP_DAYS.some((one) => one === days) &&
    typeof state === 'object' &&
    state !== null;
  if (!isWhole) return 'unreadable';
  return {
    kind: NOTES_KIND,
    version: version as number,
    savedAt,
    days: days as KeepDays,
    state,
    ...(typeof aside === 'string' ? { aside } : {}),
  };
}

/** What has to be kept of a stored text that is about to be written over: what can't be read. */
function asideIn(text: string): string | undefined {
  const envelope = readEnvelope(text);
  return typeof envelope === 'string' ? text : envelope.aside;
}

/** The notes of one page. */
export class SavedNotes {
  readonly #session: Session;
  readonly #page: NotesPage;
  readonly #listeners = new Listeners();
  #status: NotesStatus = { at: 'none' };
  /** What the storage held when it was last looked at or written. */
  #seen: string | null = null;
  #days: KeepDays = DEFAULT_KEEP_DAYS;
  #aside: string | undefined;
  /** Whether changes are saved. */
  #isOn = false;
  /** The state that was saved last. */
  #kept: SessionState | undefined;
  #before: SessionState | undefined;
  #cancel: (() => void) | undefined;

  constructor(session: Session, page: NotesPage) {
    this.#session = session;
    this.#page = page;
    session.subscribe(() => this.#changed());
    page.listen({ otherTab: () => this.#otherTab(), hidden: () => this.#flush() });
    this.#look();
  }

  get status(): NotesStatus {
    return this.#status;
  }
  get days(): KeepDays {
    return this.#days;
  }
  /** Whether there is anything to delete on the device, as far as is known. */
  get isKept(): boolean {
    return this.#seen !== null;
  }
  /** Whether notes that could not be read are kept beside those that are saved. */
  get hasAside(): boolean {
    return this.#isOn && this.#aside !== undefined;
  }
  /** What could not be read, as it is stored. */
  get unread(): string {
    return this.#aside ?? this.#seen ?? '';
  }
  /** Whether what stood on the page before notes were opened can be brought back. */
  get canTakeBack(): boolean {
    return this.#before !== undefined;
  }

  /** Calls `listener` after every change of the status until the returned function is called. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Looks at the device again, unless notes are open. */
  #look(): void {
    const text = this.#read();
    if (text === undefined) return;
    this.#seen = text;
    if (text === null) {
      this.#set({ at: 'none' });
      return;
    }
    const envelope = readEnvelope(text);
    if (typeof envelope === 'string') {
      this.#set({ at: envelope });
      return;
    }
    if (endOf(envelope) <= this.#page.now()) {
      const isGone = this.#remove();
      this.#set(isGone ? { at: 'expired', until: dayOf(endOf(envelope)) } : { at: 'delete-failed' });
      return;
    }
    this.#set({ at: 'found', savedOn: dayOf(Date.parse(envelope.savedAt)) });
  }

  /** Saves what is on the page, and every change from now on. What is there and can't be read is set aside. */
  save(days: KeepDays): void {
    this.#days = days;
    const text = this.#read();
    if (text === undefined) return;
    // While notes are open, another tab may have been faster, and is not written over.
    if (!this.#isOn) {
      this.#seen = text;
      this.#aside = text === null ? undefined : asideIn(text);
    }
    this.#isOn = true;
    this.#before = undefined;
    this.#write();
  }

  /**
   * Opens the notes on the device. False when they could not be read; they stay where they are then.
   * Rejects when the module that reads them did not come.
   */
  async open(): Promise<boolean> {
    return this.#open(await this.#page.reader());
  }

  #open(read: Reader): boolean {
    const text = this.#read();
    if (typeof text !== 'string') {
      if (text === null && this.#isOn) this.#elsewhere(text);
      else if (text === null) this.#look();
      return false;
    }
    const envelope = readEnvelope(text);
    if (typeof envelope === 'object' && !this.#isOn && endOf(envelope) <= this.#page.now()) {
      this.#look(); // the page was open past the last day
      return false;
    }
    const state = typeof envelope === 'string' ? undefined : read(envelope.state, envelope.version);
    this.#seen = text;
    if (!state || typeof envelope === 'string') {
      this.#isOn = false;
      this.#set({ at: envelope === 'newer' ? 'newer' : 'unreadable' });
      return false;
    }
    const before = this.#session.state;
    this.#days = envelope.days;
    this.#aside = envelope.aside;
    this.#isOn = true;
    this.#kept = state;
    this.#before = before === EMPTY_SESSION ? undefined : before;
    this.#cancelSave();
    this.#session.apply(() => state);
    this.#set({ at: 'saved', until: dayOf(endOf(envelope)) });
    return true;
  }

  /** Brings back what stood on the page before notes were opened. */
  takeBack(): void {
    const before = this.#before;
    if (!before) return;
    this.#before = undefined;
    this.#isOn = false; // else it would be saved over the notes
    this.#session.apply(() => before);
    this.#look();
  }

  /** After a change in another tab: what is on this page is saved in its place. */
  keepMine(): void {
    const text = this.#read();
    if (text === undefined) return;
    if (text === null) {
      this.#elsewhere(text);
      return;
    }
    this.#seen = text;
    this.#aside = asideIn(text) ?? this.#aside;
    this.#write();
  }

  /** Deletes what is saved, and everything on the page. */
  deleteAll(): void {
    this.#isOn = false;
    this.#before = undefined;
    this.#aside = undefined;
    this.#kept = undefined;
    this.#cancelSave();
    const isGone = this.#remove();
    this.#session.clear();
    this.#set({ at: isGone ? 'deleted' : 'delete-failed' });
  }

  #changed(): void {
    if (this.#before && this.#session.state !== this.#kept) this.#before = undefined; // it has been built upon
    if (!this.#isOn || this.#session.state === this.#kept || this.#status.at === 'conflict') return;
    this.#cancel ??= this.#page.later(() => this.#flush(), SAVE_AFTER_MS);
  }

  #flush(): void {
    if (!this.#cancel) return;
    this.#cancelSave();
    this.#write();
  }

  #cancelSave(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Writes only over what was last seen there: another tab may have been faster. */
  #write(): void {
    const now = this.#read();
    if (now === undefined) return;
    if (now !== this.#seen) {
      this.#elsewhere(now);
      return;
    }
    const { removed: _undo, ...state } = this.#session.state;
    const envelope: Envelope = {
      kind: NOTES_KIND,
      version: NOTES_VERSION,
      savedAt: new Date(this.#page.now()).toISOString(),
      days: this.#days,
      state,
      aside: this.#aside,
    };
    const text = json(envelope);
    try {
      this.#page.storage().setItem(NOTES_KEY, text);
    } catch (error) {
      // What was saved before is still there, and the next change tries again.
      this.#set({ at: isOutOfRoom(error) ? 'full' : 'blocked' });
      return;
    }
    if (this.#read() !== text) {
      this.#set({ at: 'blocked' });
      return;
    }
    this.#seen = text;
    this.#kept = this.#session.state;
    this.#set({ at: 'saved', until: dayOf(endOf(envelope)) });
  }

  #otherTab(): void {
    const text = this.#read();
    if (text === undefined || text === this.#seen) return;
    if (!this.#isOn) this.#look();
    else this.#elsewhere(text);
  }

  /** Another tab has deleted or changed what is saved. */
  #elsewhere(text: string | null): void {
    this.#cancelSave();
    if (text === null) {
      this.#isOn = false; // never brought back to life by a tab that was still open
      this.#seen = null;
      this.#set({ at: 'gone' });
    } else if (this.#hasUnsaved) {
      this.#set({ at: 'conflict' });
    } else {
      void this.#follow();
    }
  }

  get #hasUnsaved(): boolean {
    return this.#session.state !== this.#kept;
  }

  /** Nothing here that is not there: both tabs show the same. When it can't be read now, the visitor is asked. */
  async #follow(): Promise<void> {
    const read = await this.#page.reader().catch(() => undefined);
    if (!this.#isOn) return; // deleted meanwhile
    if (!read || this.#hasUnsaved) {
      this.#cancelSave();
      this.#set({ at: 'conflict' });
      return;
    }
    this.#open(read);
    this.#before = undefined;
  }

  /** What is stored; `undefined` where the browser does not let us look. */
  #read(): string | null | undefined {
    try {
      return this.#page.storage().getItem(NOTES_KEY);
    } catch {
      this.#set({ at: 'blocked' });
      return undefined;
    }
  }

  #remove(): boolean {
    try {
      this.#page.storage().removeItem(NOTES_KEY);
    } catch {
      return this.#seen === null; // nothing was ever saved there
    }
    if (typeof this.#read() === 'string') return false;
    this.#seen = null;
    return true;
  }

  /** The same trouble met again is the same status: it is new to nobody. */
  #set(status: NotesStatus): void {
    const isSame = this.#status.at === status.at && Object.keys(status).length === 1;
    if (!isSame) this.#status = status;
    this.#listeners.tell();
  }
}
