/** What the lines of a sheet are made with. */
import type { Reading } from '../content/render.js';
import { inlineText, plainText, type Inline, type RichText } from '../content/rich-text.js';

/** Lines with a text, each as `label: text`. */
export const labeled = (lines: readonly (readonly [label: string, text: string])[]): readonly string[] =>
  lines.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : []));

/** What content needs to be read as text. */
export type Read = Pick<Reading, 'resolve'>;

export const textOf = (text: RichText, { resolve }: Read): string => plainText(text, (place) => resolve(place).text);
export const lineOf = (line: readonly Inline[], { resolve }: Read): string =>
  inlineText(line, (place) => resolve(place).text);
