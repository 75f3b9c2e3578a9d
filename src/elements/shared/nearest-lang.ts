/** The language of the nearest element with `lang`, also outside the shadow roots around; empty when there is none. */
export function nearestLang(start: Element): string {
  for (let element: Element | null = start; element;) {
    const lang = element.closest('[lang]')?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return '';
}
