interface Observing {
  readonly observedAttributes?: readonly string[];
}

const met = new WeakSet<Element>();

/**
 * Puts the element `tag` into a `<div class="tag" data-region="US">`, as soon as it is registered: what editors leave
 * where they take out elements that they do not know. What is in the div stays as it is until then, and is the content
 * of the element from then on. The div keeps its id, its classes and its place.
 */
export function upgradeDiv(div: HTMLElement, tag: string): void {
  if (met.has(div)) return;
  met.add(div);
  const { ownerDocument: page } = div;
  // Only what the element takes (`names`), so that nothing else on the div (data-onclick) becomes an attribute.
  const upgrade = (names: readonly string[]): void => {
    // Nobody loses a link or a field that they are in, nor what they are typing.
    if (div.contains(page.activeElement)) {
      div.addEventListener('focusout', () => setTimeout(upgrade, 0, names), { once: true });
      return;
    }
    if (div.isContentEditable) return; // it would be saved like this
    // A copy of a div that was upgraded holds the element already, and so may a div that somebody put around one.
    const inside = div.querySelector(`${tag},div.${tag}`);
    if (inside ? inside.localName !== tag || inside.parentNode !== div : div.closest(tag)) return;
    const element = inside ?? page.createElement(tag);
    const copy = (name: string): void => {
      const value = div.getAttribute(`data-${name}`);
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    };
    if (!inside) {
      names.forEach(copy);
      for (const child of div.children) {
        const slot = child.getAttribute('data-slot');
        if (slot) child.slot = slot;
      }
      element.append(...div.childNodes);
      div.append(element);
    }
    new MutationObserver((records) => {
      for (const { attributeName } of records) copy(String(attributeName).slice(5));
    }).observe(div, { attributeFilter: names.map((name) => `data-${name}`) });
  };
  const start = (): void => {
    void customElements.whenDefined(tag).then((element: CustomElementConstructor & Observing) => {
      upgrade(element.observedAttributes ?? []);
    });
  };
  // The parser may still be filling the div.
  if (page.readyState === 'loading') page.addEventListener('DOMContentLoaded', start);
  else start();
}
