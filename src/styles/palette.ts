import { TOKENS } from './tokens.js';

/**
 * The colors that styles use (`--_accent` and so on), in light and in dark. Accent and surface follow the page's tokens
 * where the browser can pull them; see `PULL`.
 */
export const PALETTE = {
  accent: [TOKENS.accent, '#87cebc'],
  'on-accent': ['#fff', '#10201c'],
  surface: [TOKENS.surface, TOKENS['surface-dark']],
  raised: ['#f3f6f2', '#212b28'],
  text: ['#22302c', '#e9efec'],
  muted: ['#50605a', '#aebbb6'],
  line: ['#c5cfc9', '#4a5a54'],
  control: ['#6d7f78', '#8fa19a'],
  urgent: ['#a02418', '#ffb4a6'],
  'on-urgent': ['#fff', '#3a0a04'],
  'urgent-soft': ['#fdf0ed', '#36201c'],
} as const;

export type ColorName = keyof typeof PALETTE;

/**
 * How a color from the page is pulled to where it reads, in light and in dark: the token it comes from, the lightness it
 * has at most (`min`) or at least (`max`), and the most chroma, in OKLCH. `npm run contrast` shows what that leads to.
 */
export const PULL = {
  accent: [
    ['accent', 'min', 0.47, 0.15],
    ['accent', 'max', 0.8, 0.12],
  ],
  surface: [
    ['surface', 'max', 0.93, 0.04],
    ['surface-dark', 'min', 0.34, 0.06],
  ],
} as const;
