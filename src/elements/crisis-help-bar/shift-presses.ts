import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often Shift is pressed to leave quickly. */
export const LEAVE_PRESSES = 3;
/** All presses fall into this time, in milliseconds. */
export const LEAVE_WITHIN_MS = 5000;

/**
 * Hears Shift pressed on its own, several times in a row. It is the only key the kit listens to outside its elements.
 * Shift for a capital letter, or held while the pointer is used, does not count and begins the count anew.
 */
export class ShiftPresses implements ReactiveController {
  readonly #onPress: (presses: number) => void;
  /** When each press of the row ended, in milliseconds. */
  #presses: readonly number[] = [];
  #isAlone = false;

  constructor(host: ReactiveControllerHost, onPress: (presses: number) => void) {
    host.addController(this);
    this.#onPress = onPress;
  }

  hostConnected(): void {
    if (!('window' in globalThis)) return; // HTML is made on a server
    window.addEventListener('keydown', this.#down, true);
    window.addEventListener('keyup', this.#up, true);
    window.addEventListener('pointerdown', this.#other, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#down, true);
    window.removeEventListener('keyup', this.#up, true);
    window.removeEventListener('pointerdown', this.#other, true);
    this.#other();
  }

  readonly #down = ({ key, repeat }: KeyboardEvent): void => {
    if (key !== 'Shift') this.#other();
    else if (!repeat) this.#isAlone = true;
  };

  readonly #up = ({ key, timeStamp }: KeyboardEvent): void => {
    if (key !== 'Shift' || !this.#isAlone) return;
    this.#isAlone = false;
    this.#presses = [...this.#presses.filter((earlier) => timeStamp - earlier < LEAVE_WITHIN_MS), timeStamp];
    this.#onPress(this.#presses.length);
    if (this.#presses.length >= LEAVE_PRESSES) this.#presses = [];
  };

  readonly #other = (): void => {
    this.#isAlone = false;
    this.#presses = [];
  };
}
