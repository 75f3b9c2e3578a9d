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
    const put = (): void => {
      for (const child of div.children) {
        const slot = child.getAttribute('data-slot');
        if (slot) child.slot = slot;
      }
      element.replaceChildren(...div.childNodes);
      div.append(element);
    };
    if (!inside) {
      names.forEach(copy);
      put();
    }
    // A page that renders itself again (Turbo's morphing) may put its own words back in the place of the element.
    const putBack = (): void => {
      if (!element.isConnected && div.isConnected && div.firstChild && !div.isContentEditable) put();
    };
    new MutationObserver((records) => {
      for (const { attributeName } of records) if (attributeName) copy(attributeName.slice(5));
      if (!element.isConnected) setTimeout(putBack); // not at once, so that two who disagree never block the page
    }).observe(div, { childList: true, attributeFilter: names.map((name) => `data-${name}`) });
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
