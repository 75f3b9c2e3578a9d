import { Listeners } from '../../session/listeners.js';

export const LEAD_MODES = ['', 'off', 'offer'] as const;
export type LeadMode = (typeof LEAD_MODES)[number];

/**
 * How an agreed lead gets to the center: into a form of the page's own, with the form the element itself stands in, or
 * as an event that the page takes.
 */
export type LeadWay = 'form' | 'inside' | 'event';

/** What the page says about leads on the element that has this. */
export interface LeadSettings {
  readonly lead: LeadMode;
  readonly leadForm: string;
  readonly leadFields: string;
  readonly name: string;
}

/** The form around was reset, the browser brought a state of it back, or the page's settings changed. */
export type LeadChange = 'reset' | 'restored' | 'settings';

/** The way to the center of one element: its settings, the forms around and beside it, and its value in a form. */
export class LeadHost {
  readonly #element: HTMLElement & LeadSettings;
  readonly #internals: ElementInternals;
  /** What the browser kept of the element in a form, from before the page was left. */
  #restored: string | undefined;
  readonly #listeners = new Listeners<[LeadChange]>();

  constructor(element: HTMLElement & LeadSettings, internals: ElementInternals) {
    this.#element = element;
    this.#internals = internals;
  }

  /** The way the page asks for; nothing when it wants no leads. */
  get way(): LeadWay | undefined {
    const { lead, leadForm, name } = this.#element;
    if (lead === 'off') return undefined;
    if (leadForm || this.#slotted) return 'form';
    if (name && this.#internals.form && !this.#element.matches(':disabled')) return 'inside';
    return lead === 'offer' ? 'event' : undefined;
  }

  /** The page's own form: the one in the slot, else the one that `lead-form` names. */
  get form(): HTMLFormElement | undefined {
    const slotted = this.#slotted;
    const found = slotted ?? this.#find(this.#element.leadForm);
    if (found instanceof HTMLFormElement) return found;
    return found?.querySelector('form') ?? undefined;
  }

  get #slotted(): Element | undefined {
    return [...this.#element.children].find(({ slot }) => slot === 'lead-form');
  }

  #find(selector: string): Element | null {
    if (!selector) return null;
    const root = this.#element.getRootNode() as ParentNode;
    try {
      return root.querySelector(selector) ?? document.querySelector(selector);
    } catch {
      return null; // not a selector
    }
  }

  /** What `lead-fields` says, as it stands there. */
  get fields(): string {
    return this.#element.leadFields;
  }

  /**
   * What goes along with the form around the element: the agreed summary under its name, and the consent record under
   * that name and `-consent`. Nothing takes both out.
   * @param state What the browser may keep, to bring it back after a reload.
   */
  setValue(value: { readonly summary: string; readonly consent: string } | undefined, state?: string): void {
    const { name } = this.#element;
    if (!value) {
      this.#internals.setFormValue(null);
      return;
    }
    const data = new FormData();
    if (value.summary) data.append(name, value.summary);
    data.append(`${name}-consent`, value.consent);
    this.#internals.setFormValue(data, state ?? null);
  }

  /** What the browser kept from before the page was left; given once. */
  takeRestored(): string | undefined {
    const state = this.#restored;
    this.#restored = undefined;
    return state;
  }

  /** The browser brings back the state of an earlier visit. */
  restore(state: string | undefined): void {
    this.#restored = state;
    this.#listeners.tell('restored');
  }

  /** The form around was reset. */
  reset(): void {
    this.#restored = undefined;
    this.setValue(undefined);
    this.#listeners.tell('reset');
  }

  /** The page says something else than before. */
  settingsChanged(): void {
    this.#listeners.tell('settings');
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: (what: LeadChange) => void): () => void {
    return this.#listeners.add(listener);
  }
}
