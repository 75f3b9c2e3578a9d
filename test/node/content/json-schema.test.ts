import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../../../src/content/compile/json-schema.js';
import { ENTITIES } from '../../../src/content/schema.js';
import { baseFiles, ENGLISH, filesOf, rawEntries, textOf } from '../helpers.js';

/** As much of JSON Schema as content uses. */
interface Schema {
  readonly $schema?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const schemas = jsonSchemas() as Readonly<Record<string, Schema>>;
const folders = Object.values(ENTITIES).map(({ folder }) => folder);
const sectionsOf = (folder: string): readonly string[] =>
  Object.values(ENTITIES).flatMap((spec) =>
    spec.folder === folder ? Object.keys('body' in spec ? spec.body : {}) : [],
  );
const schemaOf = (name: string): Schema => {
  const schema = schemas[name];
  if (!schema) throw new Error(`There is no schema ${name}.`);
  return schema;
};

/** What is wrong with data by a schema, as paths. */
function wrong(data: unknown, schema: Schema, path = ''): string[] {
  if (schema.anyOf) return schema.anyOf.some((one) => !wrong(data, one, path).length) ? [] : [path];
  if (schema.enum && !schema.enum.includes(data)) return [path];
  if (schema.const !== undefined && schema.const !== data) return [path];
  switch (schema.type) {
    case 'string':
      return typeof data === 'string' &&
        new RegExp(schema.pattern ?? '').test(data) &&
        data.length <= (schema.maxLength ?? Infinity)
        ? []
        : [path];
    case 'integer':
    case 'number':
      return typeof data === 'number' &&
        data >= (schema.minimum ?? -Infinity) &&
        data <= (schema.maximum ?? Infinity) &&
        (schema.type === 'number' || Number.isInteger(data))
        ? []
        : [path];
    case 'boolean':
      return typeof data === 'boolean' ? [] : [path];
    case 'null':
      return data === null ? [] : [path];
    case 'array':
      return Array.isArray(data) ? data.flatMap((item, i) => wrong(item, schema.items ?? {}, `${path}[${i}]`)) : [path];
    case 'object': {
      if (typeof data !== 'object' || data === null || Array.isArray(data)) return [path];
      const { properties = {}, required = [], additionalProperties } = schema;
      return [
        ...required.filter((key) => !Object.hasOwn(data, key)).map((key) => `${path}.${key}`),
        ...Object.entries(data).flatMap(([key, value]) => {
          const inner = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
          return inner === false || !inner
            ? [`${path}.${key}`]
            : wrong(value, inner === true ? {} : inner, `${path}.${key}`);
        }),
      ];
    }
    default:
      return [];
  }
}

describe('JSON Schemas', () => {
  it('are one a kind of entry, one a YAML file, and one for what is compiled', () => {
    const others = ['bundle', 'bundle.yaml', 'interface.yaml', 'overlay', 'overlay-interface.yaml'];
    expect(Object.keys(schemas).sort()).toEqual([...folders, ...others].sort());
  });

  it.each(Object.keys(schemas))('say for %s which draft they follow, and describe a closed set of fields', (name) => {
    const schema = schemaOf(name);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.type).toBe('object');
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties ?? {})).toEqual(expect.arrayContaining([...(schema.required ?? [])]));
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it.each(folders)('of %s ask for the fields that every entry has, and never for a section', (folder) => {
    const { required = [], properties = {} } = schemaOf(folder);
    expect(required).toEqual(expect.arrayContaining(['id', 'status', 'draftedOn', 'reviewEvery']));
    for (const section of sectionsOf(folder)) expect(Object.keys(properties)).not.toContain(section);
  });
});

describe('the front matter of', () => {
  it.each(folders)('every entry in content/en/%s is what its schema describes', async (folder) => {
    const entries = rawEntries(await filesOf(ENGLISH)).filter((entry) => entry.folder === folder);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.flatMap(({ file, front }) => wrong(front, schemaOf(folder)).map((path) => file + path))).toEqual([]);
  });

  it.each(folders)('an entry in %s with a field too many or too few is not', async (folder) => {
    const [entry] = rawEntries(await baseFiles()).filter((one) => one.folder === folder);
    const front = entry?.front ?? {};
    const { id: _id, ...without } = front;
    expect(wrong(front, schemaOf(folder))).toEqual([]);
    expect(wrong({ ...front, extra: 1 }, schemaOf(folder))).toEqual(['.extra']);
    expect(wrong(without, schemaOf(folder))).toEqual(['.id']);
    expect(wrong({ ...front, status: 'done' }, schemaOf(folder))).toEqual(['.status']);
  });
});

describe('the YAML files of content/en', () => {
  it.each(['bundle.yaml', 'interface.yaml'])('follow the schema of %s', async (name) => {
    const data: unknown = parse(textOf(await filesOf(ENGLISH), name));
    expect(wrong(data, schemaOf(name))).toEqual([]);
    expect(wrong({ ...(data as object), extra: 'x' }, schemaOf(name))).toEqual(['.extra']);
  });
});

describe('the YAML files of an overlay', () => {
  it('may say what it extends and hides, and only some words', () => {
    const facts = { locale: 'en', dir: 'ltr', contentVersion: 'own-1', extends: 'en', hide: ['reason:too_long'] };
    expect(wrong(facts, schemaOf('bundle.yaml'))).toEqual([]);
    const words = { checklist: { title: 'Ours', count: { one: '{count} thing' } } };
    expect(wrong(words, schemaOf('overlay-interface.yaml'))).toEqual([]);
    expect(wrong(words, schemaOf('interface.yaml'))).not.toEqual([]);
    expect(wrong({ checklist: { hello: 'x' } }, schemaOf('overlay-interface.yaml'))).toEqual(['.checklist.hello']);
  });
});
