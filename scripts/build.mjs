// Builds everything that is published: unbundled ESM with types, compiled content, schemas, the browser build.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';

const steps = [
  // First, as it also writes sources: src/snippet/facts.ts.
  ['manifest and README tables', async () => (await import('./docs.mjs')).writeDocs()],
  ['types and ESM', async () => (await import('./shorter-templates.mjs')).buildEsm()],
  ['tokens', async () => (await import('./build-tokens.mjs')).buildTokens()],
  ['content', async () => (await import('./build-content.mjs')).buildContent()],
  [
    'browser',
    () => {
      rmSync('dist/chunks', { recursive: true, force: true }); // names carry hashes, so old ones would stay
      const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'];
      if (spawnSync(process.execPath, vite, { stdio: 'inherit' }).status !== 0) throw new Error('vite failed.');
    },
  ],
  ['hints for pages', async () => (await import('./preload.mjs')).writePreload()],
  [
    'editor data and framework types',
    async () => {
      (await import('./frameworks/editor-data.mjs')).writeEditorData();
      (await import('./frameworks/types.mjs')).writeFrameworks();
    },
  ],
  ['prerendered demo pages', async () => (await import('./prerender-demo.mjs')).writePrerenderDemo()],
  ['hashes', async () => (await import('./integrity.mjs')).writeIntegrity()],
  ['bill of materials', async () => (await import('./sbom.mjs')).writeSbom()],
  ['sizes', async () => (await import('./sizes.mjs')).printSizes()],
];

export async function build({ only } = {}) {
  if (!only) rmSync('dist', { recursive: true, force: true });
  for (const [name, step] of steps) {
    if (only && !only.includes(name)) continue;
    const start = performance.now();
    await step();
    console.log(`built ${name} (${Math.round(performance.now() - start)} ms)`);
  }
  await chmod('dist/esm/cli/main.js', 0o755);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const only = process.argv.slice(2);
  await build(only.length ? { only } : {}).catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
