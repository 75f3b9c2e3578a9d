import { allShown } from '../../fixtures/find.js';

const NAMED = 'a[href], button, input, select, textarea, summary';

/** Least size of what is tapped, in px. https://www.w3.org/TR/WCAG22/#target-size-minimum */
const LEAST = 24;

const say = (el: Element) => `${el.localName} "${(el.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 40)}"`;

/** What stands out of the window at a side, and needs scrolling to be read. */
function overhang(el: Element): string[] {
  const { clientWidth: width, scrollWidth } = document.documentElement;
  if (scrollWidth <= width) return [];
  const out = allShown(el, '*').filter((node) => {
    const { left, right } = node.getBoundingClientRect();
    return right > width + 1 || left < -1;
  });
  return [`${scrollWidth - width} px too wide`, ...out.slice(0, 5).map((node) => `sticks out: ${say(node)}`)];
}

/** What takes the tap for a control: its label, where it stands in one. */
const targetOf = (control: Element): Element => control.closest('label') ?? control;

/** In a sentence, the height of a line is enough; WCAG lets links in text be as small as that. */
const isInText = (control: Element): boolean =>
  control.matches('a:not(.button)') && getComputedStyle(control).display === 'inline';

/** Controls that are smaller than they may be. */
function smallTargets(el: Element): string[] {
  return allShown(el, NAMED)
    .filter((control) => !isInText(control))
    .flatMap((control) => {
      const { width, height } = targetOf(control).getBoundingClientRect();
      const isBig = Math.min(width, height) >= LEAST - 0.05; // engines round parts of a pixel
      return isBig ? [] : [`${Math.round(width)} × ${Math.round(height)} px: ${say(control)}`];
    });
}

/** What is wrong with how an element is laid out, as lines. */
export const measure = (el: Element): readonly string[] => [...overhang(el), ...smallTargets(el)];
