import { join, resolve, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import type { BundlePart } from '../schema.js';
import { compileFolder } from './folder.js';
import { formatIssues, isError } from './issue.js';
import { BUNDLE_PARTS, bundleModule } from './module.js';

export interface ContentPluginOptions {
  /** For each module name, the content folder it stands for: `{ 'my-content': 'content/en' }`. */
  readonly folders: Readonly<Record<string, string>>;
  /** The day that review dates are held against, as `2026-11-25`. Left out, it is today. */
  readonly today?: string;
}

const PREFIX = '\0fig-content:';

/**
 * Vite plugin: makes a content folder a module. `import bundle from 'my-content'` gives the whole bundle,
 * `'my-content/reasons'` one part. In dev, saving a file reloads the page, and content errors show in the overlay
 * with their file and line; in a build they stop it. Warnings are printed; hints are left to the command `check`.
 */
export function failedInterventionContent({ folders, today }: ContentPluginOptions): Plugin {
  const roots = new Map(Object.entries(folders).map(([name, folder]) => [name, resolve(folder)]));
  const compiled = new Map<string, ReturnType<typeof compileFolder>>();
  /** What each module that was asked for stands for. */
  const modules = new Map<string, { folder: string; part: BundlePart | undefined }>();
  const folderOf = (file: string) => [...roots.values()].find((root) => file.startsWith(root + sep));

  const compileOnce = (folder: string): ReturnType<typeof compileFolder> => {
    const known = compiled.get(folder);
    if (known) return known;
    const result = compileFolder(folder, { today });
    const forget = () => void compiled.delete(folder);
    compiled.set(folder, result);
    result.then(({ bundle }) => bundle ?? forget(), forget);
    return result;
  };

  const refresh = (server: ViteDevServer, file: string): void => {
    if (!folderOf(resolve(file))) return;
    compiled.clear(); // a translation is compiled from the original's files too
    for (const module of server.moduleGraph.idToModuleMap.values()) {
      if (module.id?.startsWith(PREFIX)) server.moduleGraph.invalidateModule(module);
    }
    server.ws.send({ type: 'full-reload' });
  };

  return {
    name: 'failed-intervention-guide-content',
    enforce: 'pre',
    resolveId(id) {
      const [name, part] = split(id, roots);
      if (name === undefined) return undefined;
      // The id becomes an address in dev, where a `#`, as in `#content/en`, would cut it off.
      const resolved = PREFIX + id.replaceAll(/[^\w/.-]/g, '_');
      modules.set(resolved, { folder: roots.get(name) ?? '', part });
      return resolved;
    },
    async load(id) {
      const module = modules.get(id);
      if (!module) return undefined;
      const { folder, part } = module;
      const isNew = !compiled.has(folder);
      const { bundle, issues } = await compileOnce(folder);
      const warnings = issues.filter(({ severity }) => severity === 'warning');
      if (isNew && warnings.length) this.warn(formatIssues(warnings)); // once, and not for every part
      if (!bundle) {
        const errors = issues.filter(isError);
        // Vite's overlay shows the message with all errors, and the place of the first one.
        const [first] = errors;
        return this.error({
          message: formatIssues(errors),
          loc: { file: join(folder, first?.file ?? ''), line: first?.line ?? 1, column: 0 },
        });
      }
      return { code: bundleModule(bundle, part), moduleSideEffects: false };
    },
    configureServer(server) {
      for (const folder of roots.values()) server.watcher.add(folder);
      for (const event of ['add', 'change', 'unlink'] as const) {
        server.watcher.on(event, (file: string) => refresh(server, file));
      }
    },
  };
}

function split(id: string, roots: ReadonlyMap<string, string>): [name?: string, part?: BundlePart] {
  if (roots.has(id)) return [id];
  const slash = id.lastIndexOf('/');
  const name = id.slice(0, slash);
  const part = BUNDLE_PARTS.find((known) => known === id.slice(slash + 1));
  return part && roots.has(name) ? [name, part] : [];
}
