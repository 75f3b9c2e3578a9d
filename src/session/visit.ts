import { Listeners } from './listeners.js';
import type { SavedNotes } from './notes.js';

/**
 * What holds for the whole visit to a page, whichever answers its elements share. In memory only: it is never stored,
 * and the page is never told.
 */
export class Visit {
  #isLeadHeld = false;
  #isLeaveKnown = false;
  /** Whether what is saved goes when the visitor leaves quickly. */
  #deletesOnLeave = false;
  #bars: readonly object[] = [];
  /** Those of the bars that are shown for their looks alone. */
  readonly #previews = new WeakSet();
  readonly #centers = new Map<object, string>();
  /** Notes on the device, once an element offers to keep them. */
  notes: SavedNotes | undefined;
  readonly #listeners = new Listeners();

  /** Whether a safety screen was opened. From then on nobody is asked to get in touch with a center. */
  get isLeadHeld(): boolean {
    return this.#isLeadHeld;
  }

  /** Whether the visitor has put away the words on leaving quickly. */
  get isLeaveKnown(): boolean {
    return this.#isLeaveKnown;
  }

  get deletesOnLeave(): boolean {
    return this.#deletesOnLeave;
  }

  setDeletesOnLeave(on: boolean): void {
    this.#deletesOnLeave = on;
    this.#listeners.tell();
  }

  /**
   * A help bar comes into the page. The first one there speaks for all, so that nothing is said or done twice; one that
   * is shown for its looks alone comes after all others.
   */
  join(bar: object, isPreview = false): void {
    if (this.#bars.includes(bar)) return;
    if (isPreview) this.#previews.add(bar);
    else this.#previews.delete(bar);
    const isLast = (one: object): boolean => this.#previews.has(one);
    const bars = [...this.#bars, bar];
    this.#bars = [...bars.filter((one) => !isLast(one)), ...bars.filter(isLast)];
    this.#listeners.tell();
  }

  leave(bar: object): void {
    this.#bars = this.#bars.filter((other) => other !== bar);
    this.#listeners.tell();
  }

  /**
   * Names the center that an element offers. False while another element offers another one: on a page a family deals
   * with one center, and knows which.
   */
  claimCenter(element: object, name: string): boolean {
    const isOther = [...this.#centers].some(([other, center]) => other !== element && center !== name);
    if (isOther) this.releaseCenter(element);
    else if (this.#centers.get(element) !== name) {
      this.#centers.set(element, name);
      this.#listeners.tell();
    }
    return !isOther;
  }

  releaseCenter(element: object): void {
    if (this.#centers.delete(element)) this.#listeners.tell();
  }

  isFirst(bar: object | null): boolean {
    return bar !== null && this.#bars[0] === bar;
  }

  holdLead(): void {
    if (this.#isLeadHeld) return;
    this.#isLeadHeld = true;
    this.#listeners.tell();
  }

  knowLeave(): void {
    this.#isLeaveKnown = true;
    this.#listeners.tell();
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}

/** The same for every copy of the kit on a page. */
const PAGE_VISIT = Symbol.for('failed-intervention-guide/visit/1');

export function pageVisit(): Visit {
  const page = globalThis as { [PAGE_VISIT]?: Visit };
  return (page[PAGE_VISIT] ??= new Visit());
}
