// The text of CSS that tokens become. The browser build writes it into the styles, so that it is not made there; see
// vite.config.ts.
import { PALETTE, PULL } from './palette.js';
import { LIMITS, TOKENS, type TokenName } from './tokens.js';

/** A token as styles use it: what the page says, else the default. */
export const tokenText = (name: TokenName): string => `var(--fig-${name},${TOKENS[name]})`;

/** A given color, pulled to where it reads. */
const pulledText = ([token, bound, lightness, chroma]: (typeof PULL)['accent' | 'surface'][number]) =>
  `oklch(from ${tokenText(token)} ${bound}(l,${lightness}) min(c,${chroma}) h/1)`;

const declare = <V>(values: Readonly<Record<string, V>>, text: (value: V, name: string) => string): string =>
  Object.entries(values)
    .map(([name, value]) => `--_${name}:${text(value, name)};`)
    .join('');

/**
 * Declares the private properties that styles use. A browser that can't make one color from another keeps the default
 * accent and surface.
 */
export const tokenStyles = [
  declare<readonly string[]>(PALETTE, (both) => `light-dark(${both.join()})`),
  declare<readonly string[]>(
    LIMITS,
    ([least, most], name) => `clamp(${least},${tokenText(name as TokenName)},${most})`,
  ),
  '@supports(color:oklch(from red l c h)){',
  declare(PULL, (both) => `light-dark(${both.map(pulledText).join()})`),
  '}',
].join('');
