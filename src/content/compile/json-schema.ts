import * as z from 'zod/mini';
import {
  bundleSchema,
  ENTITIES,
  folderFile,
  frontMatterSchema,
  interfaceWords,
  overlaySchema,
  someWords,
  type EntityKind,
} from '../schema.js';

/**
 * JSON Schemas made from the zod schema, so that editors complete and check front matter: one a kind of entry, named
 * by its folder, one for each YAML file, and one for what is compiled, be it a bundle or an overlay.
 */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas: Record<string, object> = {
    bundle: z.toJSONSchema(bundleSchema, { io: 'input', unrepresentable: 'any' }),
    overlay: z.toJSONSchema(overlaySchema, { io: 'input', unrepresentable: 'any' }),
    'bundle.yaml': z.toJSONSchema(folderFile, { io: 'input' }),
    'interface.yaml': z.toJSONSchema(interfaceWords, { io: 'input' }),
    'overlay-interface.yaml': z.toJSONSchema(someWords, { io: 'input' }),
  };
  for (const kind of Object.keys(ENTITIES) as EntityKind[]) {
    schemas[ENTITIES[kind].folder] = z.toJSONSchema(frontMatterSchema(kind), { io: 'input', unrepresentable: 'any' });
  }
  return schemas;
}
