/**
 * Whether an element is shown for its looks alone, such as in an editor: something around it, or it itself, has the
 * attribute `data-fig-preview`. `inert` does not say so: a page makes its content inert while a menu is open, and a
 * family must be able to leave then too.
 */
export function isPreview(element: Element): boolean {
  let node: Element | null = element;
  while (node) {
    if (node.closest('[data-fig-preview]')) return true;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}
