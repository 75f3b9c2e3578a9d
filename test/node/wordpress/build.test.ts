import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';

// The plugin for WordPress as the build makes it of the built kit.
const REPO = resolve(import.meta.dirname, '../../..');
const SLUG = 'failed-intervention-guide';
const { version } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as { version: string };

interface VersionScript {
  versionTrouble(version: string, read?: (file: string) => string): readonly string[];
}
const { versionTrouble } = (await import(
  pathToFileURL(join(REPO, 'scripts/wordpress/version.mjs')).href
)) as VersionScript;

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Builds into a folder of its own, on a machine that lives elsewhere. */
function built(timeZone: string): { folder: string; zip: Buffer } {
  const out = mkdtempSync(join(tmpdir(), 'fig-wordpress-'));
  folders.push(out);
  const script = `await (await import(${JSON.stringify(join(REPO, 'scripts/build-wordpress.mjs'))})).buildWordPress(process.argv[1])`;
  const env = { ...process.env, TZ: timeZone };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script, out], { env });
  expect(stderr.toString()).toBe('');
  expect(status).toBe(0);
  return { folder: join(out, SLUG), zip: readFileSync(join(out, `${SLUG}.zip`)) };
}

const first = built('Pacific/Auckland');
const files = Object.fromEntries(
  Object.entries(unzipSync(first.zip)).map(([path, bytes]) => [path.slice(SLUG.length + 1), bytes]),
);
const text = (path: string): string => Buffer.from(files[path] ?? []).toString();
const paths = Object.keys(files);

describe('the zip', () => {
  it('has the same bytes wherever and whenever it is made', () => {
    expect(first.zip.equals(built('America/Los_Angeles').zip)).toBe(true);
  });

  it('holds what the folder holds, in one folder with the name of the plugin, sorted', () => {
    const inFolder = readdirSync(first.folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(first.folder.length + 1));
    expect(paths).toEqual(inFolder.sort());
    expect(Object.keys(unzipSync(first.zip)).every((path) => path.startsWith(`${SLUG}/`))).toBe(true);
  });

  it('has what a plugin needs, and no source maps, tests or files of the workshop', () => {
    const needed = ['failed-intervention-guide.php', 'readme.txt', 'LICENSE', 'uninstall.php', 'data/facts.php'];
    const kit = ['kit/embed.js', 'kit/contrast.js', 'kit/palette.js', 'kit/tokens.js'];
    const ofVersion = ['embed.js', 'third-party-notices.txt'].map((file) => `kit/${version}/${file}`);
    const words = ['data/fallback-en.php', 'data/fallback-es.php', `languages/${SLUG}-es_ES.l10n.php`];
    expect(paths).toEqual(expect.arrayContaining([...needed, ...kit, ...ofVersion, ...words]));
    expect(paths.filter((path) => /\.(?:map|ts|test\.\w+|zip)$|^\.|\/\./.test(path))).toEqual([]);
    expect(paths.filter((path) => text(path).includes('sourceMappingURL'))).toEqual([]);
  });

  it('comes with a screenshot for each caption of readme.txt, beside it', () => {
    const captions = /== Screenshots ==\n([\s\S]*?)\n==/.exec(text('readme.txt'))?.[1]?.match(/^\d+\. /gm) ?? [];
    const shots = readdirSync(join(first.folder, '../assets')).sort();
    expect(shots).toEqual(captions.map((_, index) => `screenshot-${index + 1}.png`));
    expect(shots.length).toBeGreaterThan(2);
  });

  it('loads the kit once: what the page loads has one line, and all else hangs on one file', () => {
    expect(text('kit/embed.js')).toBe(`import './${version}/embed.js';\n`);
    const chunks = paths.filter((path) => path.startsWith(`kit/${version}/chunks/`));
    expect(chunks.length).toBeGreaterThan(10);
    const from = chunks
      .flatMap((path) => [...text(path).matchAll(/from\s*["'`](\.[^"'`]+)["'`]/g)])
      .map(([, to]) => to);
    const known = new Set(['../embed.js', ...chunks.map((path) => `./${path.split('/').at(-1) ?? ''}`)]);
    expect(from.filter((to) => !known.has(to ?? ''))).toEqual([]);
  });

  it('has only PHP that does nothing when it is called by its address', () => {
    const open = paths.filter(
      (path) =>
        path.endsWith('.php') &&
        !/^defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m.test(text(path)) &&
        !/^<\?php\s+(?:\/\*\*[\s\S]*?\*\/\s*)?return array\(/.test(text(path)),
    );
    expect(open).toEqual([]);
  });

  it('knows every element, attribute and region of the kit', async () => {
    const facts = (await import(pathToFileURL(join(REPO, 'dist/esm/snippet/facts.js')).href)) as Record<string, object>;
    for (const list of ['ELEMENTS', 'ATTRIBUTES', 'REGIONS']) {
      for (const name of Object.keys(facts[list] ?? {})) expect(text('data/facts.php')).toContain(`'${name}' => `);
    }
  });
});

describe('the version', () => {
  it('is the one of the kit, in each place', () => {
    expect(versionTrouble(version)).toEqual([]);
  });

  it.each([
    ['failed-intervention-guide.php', /Version:\s+\S+/, 'the header "Version:" is 9.9.9'],
    ['failed-intervention-guide.php', /const VERSION\s*=\s*'[^']*/, 'the constant VERSION is 9.9.9'],
    ['readme.txt', /Stable tag: \S+/, '"Stable tag:" is 9.9.9'],
  ])('stops the build when it differs in %s', (file, pattern, says) => {
    const read = (name: string): string => {
      const found = readFileSync(join(REPO, 'wordpress', SLUG, name), 'utf8');
      return name === file ? found.replace(pattern, (all) => all.replace(version, '9.9.9')) : found;
    };
    const trouble = versionTrouble(version, read);
    expect(trouble).toHaveLength(1);
    expect(trouble[0]).toContain(says);
  });
});

describe('readme.txt', () => {
  const readme = readFileSync(join(REPO, 'wordpress', SLUG, 'readme.txt'), 'utf8');
  const head = (name: string): string => new RegExp(`^${name}: (.+)$`, 'm').exec(readme)?.[1] ?? '';

  it('has the head that WordPress reads, as the plugin has it', () => {
    const main = text('failed-intervention-guide.php');
    for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI']) {
      expect(main, name).toMatch(new RegExp(`^ \\* ${name}:\\s+${head(name).replaceAll('.', '\\.')}$`, 'm'));
    }
    expect(head('Tags').split(',').length).toBeLessThanOrEqual(5);
    expect(
      readme.split('\n').find((line, at) => at > 1 && line && !/^[\w ]+: /.test(line))?.length,
    ).toBeLessThanOrEqual(150);
  });

  it('has its sections', () => {
    const sections = [...readme.matchAll(/^== (.+) ==$/gm)].map(([, name]) => name);
    const wanted = ['Description', 'Installation', 'Frequently Asked Questions', 'Screenshots', 'Changelog'];
    expect(sections).toEqual(wanted);
    expect(readme).toContain(`= ${version} =`);
  });
});
