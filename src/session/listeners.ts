/** Those who want to hear of changes. */
export class Listeners<A extends readonly unknown[] = []> {
  readonly #all = new Set<(...what: A) => void>();

  /** Calls `listener` after every change until the returned function is called. */
  add(listener: (...what: A) => void): () => void {
    this.#all.add(listener);
    return () => void this.#all.delete(listener);
  }

  tell(...what: A): void {
    for (const listener of [...this.#all]) listener(...what);
  }
}
