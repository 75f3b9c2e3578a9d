/** Finds the words in data by its schema, so that no list of field names has to be kept. */
import type * as z from 'zod/mini';
import { textKind } from '../readable.js';
import { inlineText, plainText, type Inline, type PlaceWords, type RichText } from '../rich-text.js';

/** What the walk looks at in a schema of zod. */
interface Def {
  readonly type: string;
  readonly innerType?: z.ZodMiniType;
  readonly element?: z.ZodMiniType;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
}
const defOf = (schema: z.ZodMiniType): Def => schema._zod.def;

/** The schema below `optional` and `nullable`. */
export function bare(schema: z.ZodMiniType): z.ZodMiniType {
  const { innerType } = defOf(schema);
  return innerType && !textKind(schema) ? bare(innerType) : schema;
}

/** The fields of an object schema; nothing for any other. */
export const shapeOf = (schema: z.ZodMiniType): Def['shape'] => defOf(bare(schema)).shape;
/** What a list schema holds; nothing for any other, and nothing for a list that is one text. */
export const elementOf = (schema: z.ZodMiniType): z.ZodMiniType | undefined =>
  textKind(bare(schema)) ? undefined : defOf(bare(schema)).element;

/** Whether a visitor reads anything of what the schema describes. */
export function hasText(schema: z.ZodMiniType): boolean {
  if (textKind(bare(schema))) return true;
  const element = elementOf(schema);
  const shape = shapeOf(schema);
  return (element !== undefined && hasText(element)) || Object.values(shape ?? {}).some(hasText);
}

/** A value that a visitor reads: a short text, rich text, or a list of lines. */
export type Readable = string | RichText | readonly (readonly Inline[])[];

export interface TextAt {
  readonly path: readonly PropertyKey[];
  /** Not ours to choose: names, titles, what others say. */
  readonly exempt: boolean;
  readonly value: Readable;
}

/** Every text in the data, in the order of the schema. */
export function textsIn(schema: z.ZodMiniType, data: unknown, path: readonly PropertyKey[] = []): TextAt[] {
  if (data === undefined || data === null) return [];
  const inner = bare(schema);
  const kind = textKind(inner);
  if (kind) return [{ path, exempt: kind === 'exempt', value: data as Readable }];
  const element = elementOf(inner);
  if (element && Array.isArray(data)) return data.flatMap((item, i) => textsIn(element, item, [...path, i]));
  const shape = shapeOf(inner);
  if (!shape || typeof data !== 'object') return [];
  const fields = data as Readonly<Record<string, unknown>>;
  return Object.entries(shape).flatMap(([name, field]) => textsIn(field, fields[name], [...path, name]));
}

const isRich = (value: readonly unknown[]): value is RichText => value.every((block) => !Array.isArray(block));

/** The words of a text as lines: one a paragraph, list item or line. Places read as `{place}` unless `words` says else. */
export function linesOf(value: Readable, words?: PlaceWords): readonly string[] {
  if (typeof value === 'string') return [value];
  if (isRich(value)) return plainText(value, words).split('\n');
  return value.map((line) => inlineText(line, words));
}
