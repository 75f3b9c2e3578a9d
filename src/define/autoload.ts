import { whenIdle } from '../elements/shared/when-idle.js';
import { EVENTS_VERSION, FigErrorEvent, FILE_MISSING } from '../events/events.js';
import { upgradeDiv } from './upgrade.js';

/**
 * Loads the module that registers a tag; `element` is the first one of it, or the `<div>` that is to hold it. Resolves
 * when the element can show what it has to show.
 */
export type Definition = (element: Element) => Promise<unknown>;
export type Definitions = Readonly<Record<string, Definition>>;

/** What takes longer than this does not hold up what comes after it. */
const PATIENCE_MS = 3000;

/** What did not come is asked for again after this time, and each time after twice as long. */
export const RETRY_MS = 2000;

/**
 * Tags that a copy of the kit on the page brings. Another copy, maybe of another version, leaves those to it: elements of
 * two versions inside each other may not understand what they hand down.
 */
const BROUGHT = Symbol.for('failed-intervention-guide/brought');

/** Whether the element is on the screen, or the next to be scrolled to; so is what has no place yet. */
function isNear(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top < 2 * innerHeight && bottom > -innerHeight;
}

/**
 * Registers each tag when the document first holds it, now or later, and puts the element into every
 * `<div class="tag">`. One tag after another, in the order of the document, so that what comes pushes nothing down
 * that can be read already; a tag far below waits until the browser has nothing else to do.
 */
export function autoload(definitions: Definitions, root: Document = document): void {
  const brought = ((globalThis as { [BROUGHT]?: Set<string> })[BROUGHT] ??= new Set());
  const tags = Object.keys(definitions).filter((tag) => !brought.has(tag));
  if (!tags.length) return;
  for (const tag of tags) brought.add(tag);
  const waiting = new Map(Object.entries(definitions));
  /** What is on the way. */
  let before: Promise<unknown> = Promise.resolve();
  const load = (tag: string, element: Element, pause = RETRY_MS): void => {
    const definition = waiting.get(tag);
    if (!definition || customElements.get(tag)) return;
    waiting.delete(tag);
    before = before.then(async () => {
      if (!isNear(element)) await new Promise<void>(whenIdle);
      const shown = definition(element).catch((error: unknown) => {
        waiting.set(tag, definition); // a line that drops may come back
        setTimeout(() => {
          if (element.isConnected) load(tag, element, 2 * pause);
        }, pause);
        console.warn(`failed-intervention-guide: <${tag}> could not be loaded: ${String(error)}`);
        element.dispatchEvent(
          new FigErrorEvent({
            version: EVENTS_VERSION,
            element: tag,
            instance: '', // there is none yet
            code: 'file-missing',
            message: FILE_MISSING,
            issues: [],
          }),
        );
      });
      await Promise.race([shown, new Promise((done) => setTimeout(done, PATIENCE_MS))]);
      await new Promise((done) => setTimeout(done)); // it has its height now, and what follows its place
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
