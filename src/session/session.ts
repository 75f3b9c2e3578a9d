import { Listeners } from './listeners.js';
import { EMPTY_SESSION, type SessionState } from './state.js';
import type { Transition } from './transitions.js';

/** Holds what one visitor did, in memory only, and tells those who show it. Knows no DOM. */
export class Session {
  #state: SessionState;
  #generation = 0;
  readonly #listeners = new Listeners();

  constructor(state: SessionState = EMPTY_SESSION) {
    this.#state = state;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Goes up when everything is deleted. What was typed and not yet kept is of the generation before, and goes too. */
  get generation(): number {
    return this.#generation;
  }

  /** Deletes everything the visitor did. */
  clear(): void {
    this.#generation += 1;
    this.#state = EMPTY_SESSION;
    this.#listeners.tell();
  }

  /** Takes one step. Listeners hear of it only when something changed. */
  apply(transition: Transition): void {
    const next = transition(this.#state);
    if (next === this.#state) return;
    this.#state = next;
    this.#listeners.tell();
  }

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }
}

/** The same for every copy of the kit on a page. The number changes when the state does. */
const PAGE_SESSION = Symbol.for('failed-intervention-guide/session/3');

/** The session that all widgets of a page share, unless a host asks for a separate one. */
export function pageSession(): Session {
  const page = globalThis as { [PAGE_SESSION]?: Session };
  return (page[PAGE_SESSION] ??= new Session());
}
