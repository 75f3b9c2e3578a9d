import { contrast, luminance } from '../../src/styles/contrast.js';
import { PALETTE, type ColorName } from '../../src/styles/palette.js';
import { PAIRS, type Pair } from '../../src/styles/token-docs.js';

export interface Measured extends Pair {
  readonly ratio: number;
  readonly colors: readonly [color: string, ground: string];
}

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** What the browser paints for a color. */
function painted(color: string): readonly [number, number, number] {
  if (!canvas) throw new Error('This browser has no canvas.');
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Contrast of every pair, from the colors that the styles of this element have now. */
export function measurePairs(el: Element): readonly Measured[] {
  const base = el.shadowRoot?.querySelector('.fig');
  if (!base) return [];
  const mark = document.createElement('i');
  base.append(mark);
  const shown = new Map<ColorName, string>();
  for (const name of Object.keys(PALETTE) as ColorName[]) {
    mark.style.color = `var(--_${name})`;
    shown.set(name, `rgb(${painted(getComputedStyle(mark).color).join(' ')})`);
  }
  mark.remove();
  return PAIRS.map((pair) => {
    const colors = [shown.get(pair.color) ?? '', shown.get(pair.ground) ?? ''] as const;
    const [one, other] = colors.map((color) => luminance(painted(color)));
    return { ...pair, colors, ratio: contrast(one ?? 0, other ?? 0) };
  });
}
