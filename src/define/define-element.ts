/** Registers `tag` once. A second copy of the kit on the page is harmless: the first one wins. */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined; // absent on a server
  if (registry && !registry.get(tag)) registry.define(tag, element);
}
