/** Loads the module that registers a tag; `element` is the first one of it. */
export type Definition = (element: Element) => Promise<unknown>;
export type Definitions = Readonly<Record<string, Definition>>;

/** Registers each tag when the document first holds it, now or later. */
export function autoload(definitions: Definitions, root: Document = document): void {
  const waiting = new Map(Object.entries(definitions));
  let left = waiting.size;
  const load = (element: Element): void => {
    const tag = element.localName;
    const definition = waiting.get(tag);
    if (!definition) return;
    waiting.delete(tag);
    definition(element).then(
      () => {
        left -= 1;
        if (!left) observer.disconnect();
      },
      (error: unknown) => {
        waiting.set(tag, definition); // a line that drops may come back, and with it another element
        console.warn(`failed-intervention-guide: <${tag}> could not be loaded: ${String(error)}`);
      },
    );
  };
  const scan = (within: ParentNode): void => {
    if (!waiting.size) return;
    for (const element of within.querySelectorAll([...waiting.keys()].join())) load(element);
  };
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        load(node);
        scan(node);
      }
    }
  });
  observer.observe(root, { childList: true, subtree: true });
  scan(root);
}
