// Compiles content/<locale> into modules and JSON, and writes the JSON Schemas for editors.
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';

/** Type declarations for a content module. `depth` is how far it lies below dist/content. */
const declaration = (type, depth) =>
  `import type { Bundle } from '${'../'.repeat(depth + 1)}esm/content/schema.js';\n` +
  `declare const content: ${type};\nexport default content;\n`;
const FACTS = `'schemaVersion' | 'contentVersion' | 'locale' | 'dir'`;

/**
 * Review dates are for `npm run check:content`, which CI runs. What was released must still build when they have
 * passed, so the build holds them against a day before all of them.
 */
export const BEFORE_ALL_REVIEWS = '2000-01-01';

const foldersIn = async (path) =>
  (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);

export async function buildContent() {
  const esm = new URL('../dist/esm/content/', import.meta.url);
  const { compileFolder } = await import(new URL('compile/folder.js', esm));
  const { formatIssues } = await import(new URL('compile/issue.js', esm));
  const { BUNDLE_PARTS, bundleModule } = await import(new URL('compile/module.js', esm));
  const { jsonSchemas } = await import(new URL('compile/json-schema.js', esm));

  for (const locale of await readdir('content')) {
    const { bundle, issues } = await compileFolder(`content/${locale}`, { today: BEFORE_ALL_REVIEWS });
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
  // Examples in languages of their own are for tests and stories; package.json keeps them out of what is published.
  for (const name of await foldersIn('examples')) {
    for (const locale of await foldersIn(`examples/${name}`)) {
      if (!existsSync(`examples/${name}/${locale}/bundle.yaml`)) continue;
      const { bundle, issues } = await compileFolder(`examples/${name}/${locale}`, { today: BEFORE_ALL_REVIEWS });
      if (!bundle) throw new Error(formatIssues(issues));
      await mkdir(`dist/examples/${name}`, { recursive: true });
      await writeFile(`dist/examples/${name}/${locale}.json`, `${JSON.stringify(bundle)}\n`);
    }
  }
  await mkdir('dist/schema', { recursive: true });
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    await writeFile(`dist/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
  }
}
