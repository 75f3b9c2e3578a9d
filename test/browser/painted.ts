import type { Rgb } from '../../src/styles/contrast.js';

const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const paint = canvas.getContext('2d', { willReadFrequently: true });
const known = new Map<string, readonly [...Rgb, number]>();

/** How many colors were painted so far. */
export const paintedCount = (): number => known.size;

/** What the browser paints for a color, in whatever form: red, green, blue and alpha, 0 to 255. */
export function painted(color: string): readonly [...Rgb, number] {
  const before = known.get(color);
  if (before) return before;
  if (!paint) throw new Error('There is no canvas.');
  paint.clearRect(0, 0, 1, 1);
  paint.fillStyle = color;
  paint.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data;
  known.set(color, [red, green, blue, alpha]);
  return [red, green, blue, alpha];
}
