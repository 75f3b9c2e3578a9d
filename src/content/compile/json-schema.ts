import * as z from 'zod/mini';
import { bundleSchema, ENTITIES, folderFacts, frontMatterSchema, interfaceWords, type EntityKind } from '../schema.js';

/**
 * JSON Schemas made from the zod schema, so that editors complete and check front matter: one a kind of entry, named
 * by its folder, one for each YAML file, and one for the compiled bundle.
 */
export function jsonSchemas(): Readonly<Record<string, object>> {
  const schemas: Record<string, object> = {
    bundle: z.toJSONSchema(bundleSchema, { io: 'input', unrepresentable: 'any' }),
    'bundle.yaml': z.toJSONSchema(folderFacts, { io: 'input' }),
    'interface.yaml': z.toJSONSchema(interfaceWords, { io: 'input' }),
  };
  for (const kind of Object.keys(ENTITIES) as EntityKind[]) {
    schemas[ENTITIES[kind].folder] = z.toJSONSchema(frontMatterSchema(kind), { io: 'input', unrepresentable: 'any' });
  }
  return schemas;
}
