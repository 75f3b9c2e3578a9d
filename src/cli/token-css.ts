import { PALETTE } from '../styles/palette.js';
import { tokenSheet } from '../styles/presets.js';
import { TOKEN_DOCS, type TokenDoc } from '../styles/token-docs.js';
import { TOKENS, type TokenName } from '../styles/tokens.js';
import { designTokens, EXTENSION, type TokenExtension } from './design-tokens.js';

type Group = Readonly<Record<string, unknown>>;

/** What became of a token file: the style sheet if all is well, else what to do; and what has no effect. */
export interface TokenCss {
  readonly css?: string;
  readonly count: number;
  readonly errors: readonly string[];
  readonly hints: readonly string[];
}

const SPACES: Readonly<Record<string, (parts: string, alpha: string) => string>> = {
  hsl: (parts, alpha) => `hsl(${percent(parts)}${alpha})`,
  hwb: (parts, alpha) => `hwb(${percent(parts)}${alpha})`,
  lab: (parts, alpha) => `lab(${parts}${alpha})`,
  lch: (parts, alpha) => `lch(${parts}${alpha})`,
  oklab: (parts, alpha) => `oklab(${parts}${alpha})`,
  oklch: (parts, alpha) => `oklch(${parts}${alpha})`,
  ...Object.fromEntries(
    ['srgb', 'srgb-linear', 'display-p3', 'a98-rgb', 'prophoto-rgb', 'rec2020', 'xyz-d65', 'xyz-d50'].map((space) => [
      space,
      (parts: string, alpha: string) => `color(${space} ${parts}${alpha})`,
    ]),
  ),
};

const GENERIC = ['inherit', 'serif', 'sans-serif', 'monospace', 'cursive', 'fantasy', 'system-ui', 'ui-serif'].concat([
  'ui-sans-serif',
  'ui-monospace',
  'ui-rounded',
]);

/** Makes a style sheet of the tokens in the group `fig` of a file in the Design Tokens format. */
export function tokensToCss(json: string): TokenCss {
  const fail = (error: string): TokenCss => ({ errors: [error], hints: [], count: 0 });
  let file: unknown;
  try {
    file = JSON.parse(json);
  } catch (error) {
    return fail(`The file is not JSON: ${(error as Error).message}. Export it again, or mend it there.`);
  }
  if (!isGroup(file)) return fail('The file is not an object. It has to hold groups of tokens: { "fig": { … } }.');
  const { fig } = file;
  if (!isGroup(fig)) {
    return fail(`There is no group "fig". Put the tokens of the kit in it: { "fig": { "accent": … } }.`);
  }
  const errors: string[] = [];
  const values: [TokenName, string][] = [];
  for (const [name, token] of Object.entries(fig)) {
    if (name.startsWith('$')) continue;
    try {
      if (!isName(name)) throw new Error(`There is no such token. There are: ${Object.keys(TOKENS).join(', ')}.`);
      values.push([name, cssOf(file, name, token, inherited(file, fig))]);
    } catch (error) {
      errors.push(`fig.${name}: ${(error as Error).message}`);
    }
  }
  if (!errors.length && !values.length) errors.push('The group "fig" holds no token.');
  const order = Object.keys(TOKEN_DOCS);
  values.sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  return {
    ...(errors.length ? {} : { css: tokenSheet(Object.fromEntries(values)) }),
    count: values.length,
    errors,
    hints: paletteChanges(file),
  };
}

function cssOf(file: Group, name: TokenName, given: unknown, typeAround: unknown): string {
  const { type } = TOKEN_DOCS[name];
  const { token, value, typeOfTarget } = resolve(file, given, [`fig.${name}`]);
  const $type = (given as Group).$type ?? typeOfTarget ?? typeAround ?? type;
  if ($type !== type) throw new Error(`The $type is ${said($type)} and has to be "${type}".`);
  const own = extensionOf(token);
  // Nobody changed it: what CSS says is closer than what the format can say.
  if (own?.css && isSame(own.standsFor, value)) return safe(own.css);
  return safe(WRITE[type](value));
}

const WRITE: Readonly<Record<TokenDoc['type'], (value: unknown) => string>> = {
  color: writeColor,
  dimension: writeDimension,
  fontFamily: writeFonts,
  number: writeNumber,
};

// ---------------------------------------------------------------- looking up

interface Found {
  readonly token: Group;
  readonly value: unknown;
  readonly typeOfTarget?: unknown;
}

/** The token itself, or at the end of the aliases that lead away from it. */
function resolve(file: Group, given: unknown, path: readonly string[]): Found {
  if (!isGroup(given) || !('$value' in given || '$ref' in given)) {
    throw new Error('It has no $value. A token is written as { "$type": …, "$value": … }.');
  }
  const target = aliasOf(given);
  if (target === undefined) return { token: given, value: given.$value };
  const name = target.join('.');
  if (path.includes(name)) throw new Error(`The aliases go in a circle: ${[...path, name].join(' → ')}.`);
  let node: unknown = file;
  let type: unknown;
  for (const key of target) {
    node = isGroup(node) ? node[key] : undefined;
    if (isGroup(node)) type = node.$type ?? type;
  }
  if (node === undefined) throw new Error(`It points to {${name}}, and there is no such token in the file.`);
  const found = resolve(file, node, [...path, name]);
  return { ...found, typeOfTarget: type ?? found.typeOfTarget };
}

/** Where an alias points: `"{brand.blue}"`, or `{ "$ref": "#/brand/blue" }`. */
function aliasOf({ $value, $ref }: Group): readonly string[] | undefined {
  const pointer = $ref ?? (isGroup($value) ? $value.$ref : undefined);
  if (typeof pointer === 'string') {
    if (!pointer.startsWith('#/')) {
      throw new Error(`"${pointer}" points outside the file. Put the token into this file.`);
    }
    return pointer
      .slice(2)
      .replace(/\/\$value$/, '')
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  }
  return typeof $value === 'string' ? /^\{([^{}]+)\}$/.exec($value)?.[1]?.split('.') : undefined;
}

const inherited = (...groups: readonly Group[]) =>
  groups.reduce<unknown>((type, { $type }) => $type ?? type, undefined);

function extensionOf({ $extensions }: Group): TokenExtension | undefined {
  const own = isGroup($extensions) ? $extensions[EXTENSION] : undefined;
  return isGroup(own) && typeof own.css === 'string' ? own : undefined;
}

/** The palette is there to look at; who changes it should hear that nothing comes of it. */
function paletteChanges({ palette }: Group): string[] {
  if (!isGroup(palette)) return [];
  const kept = designTokens().palette;
  return (['light', 'dark'] as const).flatMap((theme) =>
    Object.keys(PALETTE).flatMap((name) => {
      const group = palette[theme];
      const token = isGroup(group) ? group[name] : undefined;
      if (!isGroup(token) || isSame(token.$value, kept[theme][name]?.$value)) return [];
      return [`palette.${theme}.${name} was changed, which has no effect: set fig.accent or fig.surface instead.`];
    }),
  );
}

// ---------------------------------------------------------------- writing CSS

function writeColor(value: unknown): string {
  // Older files hold the color as text.
  if (typeof value === 'string' && /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(value)) return value.toLowerCase();
  const example = '{ "colorSpace": "srgb", "components": [0.11, 0.4, 0.35], "hex": "#1c6758" }';
  if (!isGroup(value)) throw new Error(`${said(value)} is no color. Write ${example}.`);
  const { colorSpace, components, alpha = 1 } = value;
  const write = typeof colorSpace === 'string' && Object.hasOwn(SPACES, colorSpace) ? SPACES[colorSpace] : undefined;
  if (!write) {
    throw new Error(`The colorSpace ${said(colorSpace)} is not known. Use one of: ${Object.keys(SPACES).join(', ')}.`);
  }
  if (!Array.isArray(components) || components.length !== 3 || !components.every(isComponent)) {
    throw new Error(`The components have to be three numbers (or "none"): ${example}.`);
  }
  if (typeof alpha !== 'number' || alpha < 0 || alpha > 1) {
    throw new Error(`The alpha ${said(alpha)} is not from 0 to 1.`);
  }
  if (colorSpace === 'srgb' && alpha === 1) {
    const bytes = components.map((part) => Math.round(Number(part) * 255));
    const isPlain = components.every((part, i) => Math.abs(Number(part) * 255 - (bytes[i] ?? NaN)) < 0.1);
    if (isPlain && bytes.every((byte) => byte >= 0 && byte <= 255)) {
      return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    }
  }
  return write(components.join(' '), alpha === 1 ? '' : ` / ${alpha}`);
}

const isComponent = (part: unknown) => part === 'none' || (typeof part === 'number' && Number.isFinite(part));

/** `200 40 30` as `200 40% 30%`. */
const percent = (parts: string) =>
  parts
    .split(' ')
    .map((part, i) => (i && part !== 'none' ? `${part}%` : part))
    .join(' ');

function writeDimension(value: unknown): string {
  // Older files hold it as text.
  if (typeof value === 'string' && /^-?\d*\.?\d+(?:px|r?em)$/.test(value)) return value;
  const { value: amount, unit } = isGroup(value) ? value : { value: undefined, unit: undefined };
  if (typeof amount !== 'number' || (unit !== 'px' && unit !== 'rem')) {
    throw new Error(`${said(value)} is no dimension. Write { "value": 8, "unit": "px" }, in px or rem.`);
  }
  return `${amount}${unit}`;
}

function writeFonts(value: unknown): string {
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!names.length || !names.every((name): name is string => typeof name === 'string' && name.trim() !== '')) {
    throw new Error(`${said(value)} is no font. Write "Georgia", or a list: ["Georgia", "serif"].`);
  }
  return names.map((name) => (GENERIC.includes(name) ? name : `'${name.replaceAll(/['\\]/g, '\\$&')}'`)).join(', ');
}

function writeNumber(value: unknown): string {
  if (typeof value !== 'number' || value < 0) throw new Error(`${said(value)} is not a number from 0 up, as 1.5.`);
  return String(value);
}

/** Text that stays inside its declaration. */
function safe(css: string): string {
  if (/[;{}<>\n]|\/\*/.test(css)) {
    throw new Error(`"${css}" can't stand in a style sheet. Take out ; { } < > and comments.`);
  }
  return css;
}

const said = (value: unknown) => (value === undefined ? 'Nothing' : JSON.stringify(value));
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (name: string): name is TokenName => Object.hasOwn(TOKENS, name);
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
