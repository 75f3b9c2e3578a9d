import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, createServer, type ViteDevServer } from 'vite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failedInterventionContent } from '../../../src/content/compile/vite-plugin.js';
import { baseFiles, baseFolder, bundleOf, replaced, TODAY } from '../helpers.js';

const REASON = 'reasons/felt_cornered.md';
const NAME = 'my-content';
const bundle = bundleOf(await baseFiles());

/** A real dev server without a page, over a copy of the base folder. */
async function serve(name = NAME) {
  const folder = await baseFolder();
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: { usePolling: true, interval: 20 } },
    plugins: [failedInterventionContent({ folders: { [name]: folder }, today: TODAY })],
  });
  onTestFinished(() => server.close());
  return { folder, server, send: vi.spyOn(server.ws, 'send') };
}

/** Runs the module as the server gives it out. */
async function load(server: ViteDevServer, id = NAME): Promise<unknown> {
  return ((await server.ssrLoadModule(id)) as { default: unknown }).default;
}

/** What a page gets for the module. */
const transformed = async (server: ViteDevServer, id = NAME) => (await server.transformRequest(id))?.code ?? '';

async function edit(folder: string, path: string, was: string, now: string): Promise<void> {
  const file = join(folder, path);
  await writeFile(file, replaced(await readFile(file, 'utf8'), was, now));
}

const reloaded = (send: { mock: { calls: unknown[][] } }) =>
  vi.waitFor(() => expect(send.mock.calls).toContainEqual([{ type: 'full-reload' }]), { timeout: 10_000 });

describe('in dev, the Vite plugin', () => {
  it('makes a folder a module', async () => {
    const { server } = await serve();
    expect(await load(server)).toEqual(bundle);
    expect(await transformed(server)).toContain('They felt cornered');
  });

  it('makes each part of it a module', async () => {
    const { server } = await serve();
    const { schemaVersion, contentVersion, locale, dir, care } = bundle;
    expect(await load(server, `${NAME}/care`)).toEqual({ schemaVersion, contentVersion, locale, dir, care });
    expect(await transformed(server, `${NAME}/care`)).not.toContain('They felt cornered');
  });

  it('takes a name with a # in it, as imports of a package have', async () => {
    const { server } = await serve('#content/en');
    expect(await load(server, '#content/en')).toEqual(bundle);
    const address = (await server.pluginContainer.resolveId('#content/en/care'))?.id ?? '';
    expect(address).not.toMatch(/[#?]/);
    expect(await transformed(server, address)).toContain('Breathe slowly');
  });

  it.each([`${NAME}/caring`, `${NAME}/`, 'other/care', 'content'])('leaves "%s" to others', async (id) => {
    const { server } = await serve();
    await expect(server.ssrLoadModule(id)).rejects.toThrow(/Failed to load|Cannot find/);
  });

  it('reloads the page with the new words when a file is saved', async () => {
    const { server, folder, send } = await serve();
    await transformed(server);
    await edit(folder, REASON, 'They felt cornered', 'They felt blamed');
    await reloaded(send);
    expect(await transformed(server)).toContain('They felt blamed');
    expect(await transformed(server, `${NAME}/reasons`)).toContain('They felt blamed');
  });

  it('reloads when an entry is added or taken away', async () => {
    const { server, folder, send } = await serve();
    expect(await transformed(server)).not.toContain('came_together');
    const stayed = await readFile(join(folder, 'strengths/stayed_calm.md'), 'utf8');
    await writeFile(join(folder, 'strengths/came_together.md'), replaced(stayed, 'stayed_calm', 'came_together'));
    await reloaded(send);
    expect(await transformed(server)).toContain('came_together');

    send.mockClear();
    await rm(join(folder, 'strengths/came_together.md'));
    await reloaded(send);
    expect(await transformed(server)).not.toContain('came_together');
  });

  it('does nothing when another file is saved', async () => {
    const { server, folder, send } = await serve();
    const before = await transformed(server);
    server.watcher.emit('change', `${folder}-other/${REASON}`);
    expect(send).not.toHaveBeenCalledWith({ type: 'full-reload' });
    expect(await transformed(server)).toBe(before);
  });

  it('names every issue, and the place of the first, when a file is broken; mended, it goes on', async () => {
    const { server, folder, send } = await serve();
    await transformed(server);
    await edit(folder, REASON, 'board: change', 'board: keep');
    await appendFile(join(folder, 'strengths/stayed_calm.md'), '\n## why\n\nWords.\n');
    await reloaded(send);

    const error = await server.transformRequest(NAME).then(
      () => undefined,
      (reason: unknown) => reason as Error & { loc?: { file?: string; line: number } },
    );
    expect(error?.message).toContain(`${REASON}:6  bad-value  board`);
    expect(error?.message).toContain('strengths/stayed_calm.md:14  unknown-field  why');
    expect(error?.message).toContain('2 problems in the content.');
    expect(error?.loc).toMatchObject({ file: join(folder, REASON), line: 6 });

    send.mockClear();
    await edit(folder, REASON, 'board: keep', 'board: stop');
    await edit(folder, 'strengths/stayed_calm.md', '\n## why\n\nWords.\n', '');
    await reloaded(send);
    await vi.waitFor(async () => expect(await transformed(server)).toContain('"board":"stop"'), { timeout: 10_000 });
  });

  it('recovers when the whole folder comes late', async () => {
    const { server, folder } = await serve();
    await rename(folder, `${folder}-away`);
    await expect(server.transformRequest(NAME)).rejects.toThrow(`There is no folder "${folder}".`);
    await rename(`${folder}-away`, folder);
    expect(await transformed(server)).toContain('They felt cornered');
  });
});

describe('in a build, the Vite plugin', () => {
  async function buildWith(folder: string, today = TODAY, onWarn?: (message: string) => void): Promise<string> {
    const entry = join(folder, '..', 'entry.js');
    await writeFile(
      entry,
      `import content from '${NAME}';\nimport care from '${NAME}/care';\nconsole.log(content.reasons.items[0].label, care.care.items[0].title);\n`,
    );
    const result = await build({
      root: join(folder, '..'),
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        rolldownOptions: { input: entry, onLog: (level, log) => void (level === 'warn' && onWarn?.(log.message)) },
      },
      plugins: [failedInterventionContent({ folders: { [NAME]: folder }, today })],
    });
    const [output] = [result].flat();
    if (!output || !('output' in output)) throw new Error('Nothing was built.');
    return output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('\n');
  }

  it('puts the content into the output', async () => {
    expect(await buildWith(await baseFolder())).toContain('They felt cornered');
  });

  it('puts an overlay into the output with all that it extends', async () => {
    const own = join(await baseFolder(), '../own');
    await mkdir(own);
    await writeFile(join(own, 'bundle.yaml'), 'locale: en\ndir: ltr\ncontentVersion: own-1\nextends: ../content\n');
    await writeFile(join(own, 'interface.yaml'), 'checklist: {title: Ours}\n');
    const code = await buildWith(own);
    expect(code).toContain('They felt cornered');
    expect(code).toContain('Ours');
  });

  it('stops at a broken folder and says why', async () => {
    const folder = await baseFolder();
    await edit(folder, REASON, 'board: change', 'board: keep');
    await expect(buildWith(folder)).rejects.toThrow(`${REASON}:6  bad-value  board`);
  });

  it('goes on with a warning, given once, and keeps hints to itself', async () => {
    const folder = await baseFolder();
    await edit(folder, REASON, 'A group met', 'After a relapse and detox, a group met');
    const warn = vi.fn<(message: string) => void>();
    expect(await buildWith(folder, TODAY, warn)).toContain('After a relapse');
    expect(warn).toHaveBeenCalledOnce();
    expect(warn.mock.calls[0]?.[0]).toContain(`${REASON}:16  warning: language  what`);
    expect(warn.mock.calls[0]?.[0]).toMatch(/1 warning in the content\.$/);
  });

  it('stops at a crisis line that was not checked for too long, and names errors only', async () => {
    const built = buildWith(await baseFolder(), '2027-11-23');
    await expect(built).rejects.toThrow('crisis-lines/zz_poison.md:12  review-overdue  verifiedOn');
    await expect(built).rejects.not.toThrow('warning');
  });
});
