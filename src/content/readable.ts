/**
 * Which schemas stand for words that a visitor reads, so that whoever looks at all words of an entry (translation,
 * language checks, reading level) finds them without a list of field names.
 */
const TEXTS = new WeakMap<object, { readonly exempt: boolean }>();

/** Marks a schema as words. `exempt`: shown, but not ours to choose, such as a title or what somebody else says. */
export function readable<T extends object>(schema: T, exempt = false): T {
  TEXTS.set(schema, { exempt });
  return schema;
}

/** What a schema's value is to a reader: words of ours, words not ours to choose, or nothing to read. */
export function textKind(schema: object): 'ours' | 'exempt' | undefined {
  const text = TEXTS.get(schema);
  return text && (text.exempt ? 'exempt' : 'ours');
}
