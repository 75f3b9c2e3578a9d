import {
  isSameOrigin,
  loadBuiltIn,
  loadContent,
  type Content,
  type ContentOrigin,
  type LoadedContent,
} from './load.js';
import type { BundlePart } from './schema.js';

export interface LoaderCallbacks<P extends BundlePart> {
  /** Content asked for, or what stands in for it with the reason. */
  readonly onLoaded: (loaded: LoadedContent<P>, origin: ContentOrigin) => void;
  /** Built-in content to show until a slow address answers; only when asked for. */
  readonly onStandIn: (content: Content<P>) => void;
  /** A file of the kit itself did not come. What is shown stays. */
  readonly onMissing: (error: unknown) => void;
}

/** Loads content for one element: asks once for the same thing, and drops answers that come after a newer question. */
export class ContentLoader<P extends BundlePart> {
  readonly #callbacks: LoaderCallbacks<P>;
  #asked: { readonly origin: ContentOrigin; readonly parts: string } | undefined;

  constructor(callbacks: LoaderCallbacks<P>) {
    this.#callbacks = callbacks;
  }

  async load(origin: ContentOrigin, parts: readonly P[], { standIn = false } = {}): Promise<void> {
    const asked = { origin, parts: parts.join() };
    if (this.#asked && isSameOrigin(this.#asked.origin, origin) && this.#asked.parts === asked.parts) return;
    this.#asked = asked;
    const isCurrent = () => this.#asked === asked;
    if (standIn && origin.kind === 'url') {
      loadBuiltIn(origin.locale, parts).then(
        (content) => isCurrent() && this.#callbacks.onStandIn(content),
        () => undefined, // the same file is asked for below, where its absence is said
      );
    }
    try {
      const loaded = await loadContent(origin, parts);
      if (isCurrent()) this.#callbacks.onLoaded(loaded, origin);
    } catch (error) {
      if (!isCurrent()) return;
      this.#asked = undefined; // so that the next update tries again
      this.#callbacks.onMissing(error);
    }
  }
}
