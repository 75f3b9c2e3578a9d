import type { ReactiveController, ReactiveElement } from 'lit';

const WATCHED = { childList: true, characterData: true, characterDataOldValue: true, subtree: true };

/** What has focus in a root, and in the roots inside it. */
function focusIn(root: ShadowRoot): HTMLElement | null {
  const { activeElement } = root;
  return (activeElement?.shadowRoot && focusIn(activeElement.shadowRoot)) ?? (activeElement as HTMLElement | null);
}

/**
 * Gives an element its own nodes back before it shows anything new. Translators of browsers put other nodes in the place
 * of texts (Chrome: https://issues.chromium.org/issues/41407169), make one text of several, and drop comments (Firefox:
 * `updateElement` in its translations-document.sys.mjs). Lit finds its way by both: new words would not be seen, or the
 * element would never show anything again. Translators see the words come back, and translate them anew. What others
 * only add, such as a style, stays.
 */
export class OwnNodes implements ReactiveController {
  readonly #host: ReactiveElement;
  #changes: MutationRecord[] = [];
  #observer: MutationObserver | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const changes = [...this.#changes, ...(this.#observer?.takeRecords() ?? [])];
    this.#changes = [];
    const isOurs = (node: Node): boolean => node.nodeType !== Node.ELEMENT_NODE;
    if (!changes.some(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes].some(isOurs))) return;
    const root = this.#host.renderRoot as ShadowRoot;
    const focused = focusIn(root);
    for (const { target, addedNodes, removedNodes, nextSibling, oldValue } of changes.reverse()) {
      if (oldValue !== null) target.nodeValue = oldValue;
      for (const node of addedNodes) (node as ChildNode).remove();
      for (const node of removedNodes) target.insertBefore(node, nextSibling);
    }
    if (focused !== focusIn(root)) focused?.focus({ preventScroll: true });
  }

  hostUpdated(): void {
    if (this.#observer) {
      this.#observer.takeRecords(); // what the element itself has just done
      return;
    }
    if (!this.#host.isConnected) return; // an update that was on its way when the element left
    this.#observer = new MutationObserver((records) => void this.#changes.push(...records));
    this.#observer.observe(this.#host.renderRoot, WATCHED);
  }

  /** Or it would be kept for good. It begins again with the update that follows a return to the page. */
  hostDisconnected(): void {
    this.#changes.push(...(this.#observer?.takeRecords() ?? []));
    this.#observer?.disconnect();
    this.#observer = undefined;
  }
}
