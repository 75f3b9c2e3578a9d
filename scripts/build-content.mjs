// Compiles content/<locale> into modules and JSON, and writes the JSON Schemas for editors.
import { mkdir, readdir, writeFile } from 'node:fs/promises';

/** Type declarations for a content module. `depth` is how far it lies below dist/content. */
const declaration = (type, depth) =>
  `import type { Bundle } from '${'../'.repeat(depth + 1)}esm/content/schema.js';\n` +
  `declare const content: ${type};\nexport default content;\n`;
const FACTS = `'schemaVersion' | 'contentVersion' | 'locale' | 'dir'`;

export async function buildContent() {
  const esm = new URL('../dist/esm/content/', import.meta.url);
  const { compileFolder } = await import(new URL('compile/folder.js', esm));
  const { formatIssues } = await import(new URL('compile/issue.js', esm));
  const { BUNDLE_PARTS, bundleModule } = await import(new URL('compile/module.js', esm));
  const { jsonSchemas } = await import(new URL('compile/json-schema.js', esm));

  for (const locale of await readdir('content')) {
    const { bundle, issues } = await compileFolder(`content/${locale}`);
    if (!bundle) throw new Error(formatIssues(issues));
    await mkdir(`dist/content/${locale}`, { recursive: true });
    await writeFile(`dist/content/${locale}.json`, `${JSON.stringify(bundle)}\n`);
    await writeFile(`dist/content/${locale}.js`, bundleModule(bundle));
    await writeFile(`dist/content/${locale}.d.ts`, declaration('Bundle', 0));
    for (const part of BUNDLE_PARTS) {
      await writeFile(`dist/content/${locale}/${part}.js`, bundleModule(bundle, part));
      await writeFile(`dist/content/${locale}/${part}.d.ts`, declaration(`Pick<Bundle, ${FACTS} | '${part}'>`, 1));
    }
  }
  await mkdir('dist/schema', { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    await writeFile(`dist/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
