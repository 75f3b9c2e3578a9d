import { upgradeDiv } from './upgrade.js';

/** Loads the module that registers a tag; `element` is the first one of it, or the `<div>` that is to hold it. */
export type Definition = (element: Element) => Promise<unknown>;
export type Definitions = Readonly<Record<string, Definition>>;

/**
 * Registers each tag when the document first holds it, now or later, and puts the element into every
 * `<div class="tag">`.
 */
export function autoload(definitions: Definitions, root: Document = document): void {
  const tags = Object.keys(definitions);
  const waiting = new Map(Object.entries(definitions));
  const load = (tag: string, element: Element): void => {
    const definition = waiting.get(tag);
    if (!definition) return;
    waiting.delete(tag);
    definition(element).catch((error: unknown) => {
      waiting.set(tag, definition); // a line that drops may come back, and with it another element
      console.warn(`failed-intervention-guide: <${tag}> could not be loaded: ${String(error)}`);
    });
  };
  const selector = tags.flatMap((tag) => [tag, `div.${tag}`]).join();
  const meet = (element: Element): void => {
    const { localName, classList } = element;
    const tag = localName === 'div' ? tags.find((name) => classList.contains(name)) : localName;
    if (!tag) return;
    load(tag, element);
    if (element instanceof HTMLDivElement) upgradeDiv(element, tag);
  };
  const scan = (within: ParentNode): void => within.querySelectorAll(selector).forEach(meet);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.matches(selector)) meet(node);
        scan(node);
      }
    }
  }).observe(root, { childList: true, subtree: true });
  scan(root);
}
