import { PALETTE, type ColorName } from '../styles/palette.js';
import { COLOR_DOCS, TOKEN_DOCS, type TokenDoc } from '../styles/token-docs.js';
import { LIMITS, TOKENS, type TokenName } from '../styles/tokens.js';

/** A value of the Design Tokens format (2025.10), as JSON. */
export type TokenValue = string | number | readonly unknown[] | Readonly<Record<string, unknown>>;

/** What the format has no word for. */
export interface TokenExtension {
  /** What CSS says, as long as `$value` is still `standsFor`. */
  readonly css?: string;
  readonly standsFor?: TokenValue;
  readonly limits?: readonly string[];
  readonly element?: string;
}

export interface DesignToken {
  readonly $type: TokenDoc['type'];
  readonly $value: TokenValue;
  readonly $description: string;
  readonly $extensions?: Readonly<Record<string, TokenExtension>>;
}

/** Under this key the kit's own facts stand in `$extensions`. */
export const EXTENSION = 'failed-intervention-guide';

/**
 * All tokens in the W3C Design Tokens format, 2025.10 (https://www.designtokens.org/TR/2025.10/format/): in `fig`, those
 * that a page can set; in `palette`, the colors of each theme that come of them.
 */
export function designTokens() {
  const fig = Object.entries(TOKEN_DOCS).map(([name, doc]) => [name, publicToken(name as TokenName, doc)] as const);
  const theme = (index: 0 | 1) =>
    Object.fromEntries(
      Object.entries(PALETTE).map(([name, both]) => [
        name,
        { $type: 'color', $value: colorValue(both[index]), $description: COLOR_DOCS[name as ColorName] },
      ]),
    );
  return {
    $description:
      'Tokens of the Failed Intervention Guide. Change the group "fig", then run: ' +
      'npx failed-intervention-guide tokens FILE --out FILE.css',
    fig: {
      $description: 'What a page can set. Each is a custom property, as --fig-accent.',
      ...Object.fromEntries(fig),
    },
    palette: {
      $description:
        'Colors of the default look, to design with. Those that follow accent and surface are made by the kit.',
      light: theme(0),
      dark: theme(1),
    },
  };
}

function publicToken(name: TokenName, { type, meaning, nearest, only }: TokenDoc): DesignToken {
  const css = TOKENS[name];
  const $value = valueOf(type, nearest ?? css);
  const limits: Readonly<Partial<Record<TokenName, readonly string[]>>> = LIMITS;
  const own: TokenExtension = {
    ...(nearest !== undefined && { css, standsFor: $value }),
    ...(limits[name] && { limits: limits[name] }),
    ...(only && { element: only }),
  };
  return {
    $type: type,
    $value,
    $description: meaning,
    ...(Object.keys(own).length && { $extensions: { [EXTENSION]: own } }),
  };
}

function valueOf(type: TokenDoc['type'], value: string | number | readonly string[]): TokenValue {
  if (typeof value !== 'string') return value;
  if (type === 'color') return colorValue(value);
  if (type === 'number') return Number(value);
  const [, amount, unit] = /^([\d.]+)(px|rem)$/.exec(value) ?? [];
  if (!unit) throw new Error(`The format can't say "${value}"; give the nearest that it can.`);
  return { value: Number(amount), unit };
}

/** `#1c6758` as the format writes colors. */
function colorValue(hex: string): TokenValue {
  const long = hex.length === 4 ? hex.replaceAll(/[\da-f]/g, '$&$&') : hex;
  const components = [1, 3, 5].map((at) => Number((parseInt(long.slice(at, at + 2), 16) / 255).toFixed(4)));
  return { colorSpace: 'srgb', components, alpha: 1, hex: long };
}
