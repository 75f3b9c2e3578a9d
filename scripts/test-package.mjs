// Checks of what is published: the files, the ways to import them, the module graph of the browser build, the sizes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { runChecks } from './checks.mjs';
import { npm } from './npm.mjs';
import { JOBS, download, measure } from './sizes.mjs';

/** Every kind of file that is published, and no other: what a file is for stands beside it. */
const PACKED = {
  'what npm reads and shows': /^(?:package\.json|README\.md|CHANGELOG\.md|SECURITY\.md|LICENSE)$/,
  'pages for people': /^docs\/[\w-]+\.md$/,
  'the browser build': /^dist\/(?:embed|chunks\/[\w.-]+)\.js$/,
  'modules, with types and with maps that hold their sources': /^dist\/esm\/[\w/.-]+\.(?:js|js\.map|d\.ts)$/,
  'compiled words': /^dist\/content\/[\w/-]+\.(?:js|d\.ts|json)$/,
  'JSON Schemas for editors': /^dist\/schema\/[\w.-]+\.json$/,
  'the words, to copy and to extend': /^content\/(?:en|es)\/[\w/-]+\.(?:md|yaml)$/,
  'looks to begin with, and the tokens for design tools': /^dist\/(?:presets\/[\w-]+\.css|design-tokens\.json)$/,
  'wrappers and types for frameworks': /^dist\/(?:react|jsx|vue|svelte)\/[\w/.-]+\.(?:js|d\.ts)$/,
  'which files a page needs at once': /^dist\/preload\.json$/,
  'what it is made of, and hashes of what a page fetches': /^dist\/(?:sbom\.cdx|integrity)\.json$/,
  'licenses of others': /^dist\/third-party-notices\.txt$/,
  'data for editors': /^dist\/(?:vscode\.(?:html|css)-custom-data|web-types)\.json$/,
  'facts about the kit as data': /^(?:custom-elements|privacy|consent-history)\.json$/,
  'an overlay to begin with': /^examples\/center-overlay\/[\w/-]+\.(?:md|yaml)$/,
  'a script to watch what the kit does': /^examples\/privacy-watch\/[\w-]+\.(?:js|md)$/,
};
/** What an install may download. */
const MOST_PACKED = 2_000_000;

const pkg = JSON.parse(readFileSync('package.json', 'utf8'));
const name = pkg.name;

/** Modules that belong to building and checking content, never to what a page downloads by default. */
const BUILD_ONLY =
  /node_modules\/(?:zod|marked|yaml|syllable|pluralize|normalize-strings|vite|@lit-labs\/ssr|parse5)\/|\/src\/(?:content\/(?:compile|lint)|cli|snippet|prerender)\/|\/src\/content\/(?:schema|words|check-bundle)\.ts/;

/** The browser build as Rolldown sees it: each chunk with its modules and imports. */
async function chunks() {
  const { output } = await build({ logLevel: 'silent', build: { write: false } });
  return output.filter(({ type }) => type === 'chunk');
}

/** Chunks reached from one, at once or later. */
function reached(all, from, { dynamic, except = () => false }) {
  const seen = new Set();
  const visit = (fileName) => {
    const chunk = all.find((other) => other.fileName === fileName);
    if (!chunk || seen.has(chunk) || except(chunk)) return;
    seen.add(chunk);
    for (const path of [...chunk.imports, ...(dynamic ? chunk.dynamicImports : [])]) visit(path);
  };
  visit(from);
  return [...seen];
}

export async function testPackage() {
  const all = await chunks();
  const check = all.find(({ name: chunk }) => chunk === 'check-bundle');
  const opener = all.find(({ name: chunk }) => chunk === 'read-plan-file');
  const notes = all.find(({ name: chunk }) => chunk === 'saved');
  /** Fetched only to check what comes from outside: a bundle of the host's, a file or notes that the visitor opens. */
  const isValidation = (chunk) => chunk === check || chunk === opener || chunk === notes;
  const hasZod = ({ moduleIds }) => moduleIds.some((id) => id.includes('/node_modules/zod/'));

  return runChecks({
    'zod, marked and the compiler are in nothing that a page with built-in content downloads': () => {
      const found = reached(all, 'embed.js', { dynamic: true, except: isValidation })
        .flatMap(({ moduleIds }) => moduleIds)
        .filter((id) => BUILD_ONLY.test(id));
      assert.deepEqual(found, []);
    },
    'the checks of a bundle, of a saved file and of notes bring zod apart from all else, and no Markdown reader':
      () => {
        const atOnce = reached(all, 'embed.js', { dynamic: false });
        for (const chunk of [check, opener, notes]) {
          assert.ok(chunk, 'there is no such chunk');
          const brought = reached(all, chunk.fileName, { dynamic: true });
          assert.ok(brought.some(hasZod), `${chunk.name} has no zod`);
          assert.deepEqual(
            brought.flatMap(({ moduleIds }) => moduleIds).filter((id) => /node_modules\/(?:marked|yaml)\//.test(id)),
            [],
          );
          assert.ok(!atOnce.includes(chunk), `${chunk.name} is downloaded at once`);
        }
      },
    'Lit is there once': () => {
      const copies = all.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.endsWith('/lit-html.js'));
      assert.equal(copies.length, 1);
    },
    'no words of a language are in embed.js itself': () => {
      const [embed] = all.filter(({ fileName }) => fileName === 'embed.js');
      assert.deepEqual(
        embed.moduleIds.filter((id) => id.includes('fig-content')),
        [],
      );
    },
    'no eval, no HTML sink, no style attribute in the browser build': () => {
      for (const { fileName, code } of all.filter((chunk) => !hasZod(chunk))) {
        assert.doesNotMatch(
          code,
          /\beval\(|new Function|insertAdjacentHTML|document\.write|srcdoc|unsafeHTML/,
          fileName,
        );
      }
    },
    ...Object.fromEntries(
      Object.entries(JOBS).map(([job, { limit, ...parts }]) => [
        `${job} is at most ${limit / 1024} KB brotli`,
        () => {
          const { brotli } = download(measure(), parts);
          assert.ok(brotli <= limit, `${brotli} bytes`);
        },
      ]),
    ),
    'the package holds every kind of file that it is meant to, and nothing else': () => {
      const paths = packed().files.map(({ path }) => path);
      const kinds = Object.values(PACKED);
      assert.deepEqual(
        paths.filter((path) => !kinds.some((kind) => kind.test(path))),
        [],
      );
      const missing = Object.entries(PACKED).filter(([, kind]) => !paths.some((path) => kind.test(path)));
      assert.deepEqual(
        missing.map(([what]) => what),
        [],
      );
    },
    [`the package is at most ${MOST_PACKED / 1e6} MB`]: () => {
      const { size } = packed();
      assert.ok(size <= MOST_PACKED, `${size} bytes`);
    },
    'every map in the package is asked for, and holds its sources': () => {
      const paths = packed().files.map(({ path }) => path);
      const asked = paths
        .filter((path) => /\.(?:js|ts)$/.test(path))
        .flatMap((path) => {
          const map = /^\/\/# sourceMappingURL=(.+)$/m.exec(readFileSync(path, 'utf8'))?.[1];
          return map ? [join(path, '..', map)] : [];
        });
      assert.deepEqual([...asked].sort(), paths.filter((path) => path.endsWith('.map')).sort());
      for (const path of asked) {
        const { sources, sourcesContent } = JSON.parse(readFileSync(path, 'utf8'));
        assert.equal(sourcesContent?.filter((text) => typeof text === 'string').length, sources.length, path);
      }
    },
    'every file that package.json leads to is in the package': () => {
      const paths = packed().files.map(({ path }) => path);
      const targets = Object.values(pkg.exports).flatMap((way) =>
        typeof way === 'string' ? [way] : Object.values(way),
      );
      const others = [pkg.unpkg, pkg.jsdelivr, pkg.customElements, ...Object.values(pkg.bin)];
      const missing = [...targets, ...others]
        .map((path) => path.replace(/^\.\//, ''))
        .filter((path) => {
          const [before, after = ''] = path.split('*');
          return !paths.some(
            (file) => file === path || (path.includes('*') && file.startsWith(before) && file.endsWith(after)),
          );
        });
      assert.deepEqual(missing, []);
    },
    'publint finds nothing': async () => {
      const { messages } = await publint({ pkgDir: '.', strict: true });
      assert.deepEqual(
        messages.map((message) => formatMessage(message, pkg)),
        [],
      );
    },
    'the types are right for every way to import (are-the-types-wrong)': () => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [
          'node_modules/@arethetypeswrong/cli/dist/index.js',
          '--pack',
          '.',
          '--profile',
          'esm-only',
          '--format',
          'ascii',
        ],
        { encoding: 'utf8' },
      );
      assert.equal(status, 0, stdout + stderr);
    },
    'a fresh install can import every way in, on a server too, and run the command': () => inFreshInstall(),
  });
}

const QUIET = { stdio: ['ignore', 'pipe', 'ignore'] };

let packing;
/** What would be published, as npm says it. */
function packed() {
  packing ??= JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], QUIET))[0];
  return packing;
}

/** Packs the package, installs the tarball's files beside our own dependencies, and uses it as a stranger would. */
function inFreshInstall() {
  const folder = mkdtempSync(join(tmpdir(), 'fig-'));
  try {
    const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], QUIET));
    execFileSync('tar', ['-xzf', join(folder, filename), '-C', folder]);
    execFileSync('ln', ['-s', join(process.cwd(), 'node_modules'), join(folder, 'node_modules')]);
    execFileSync('mv', [join(folder, 'package'), join(folder, 'kit')]);
    // The package imports itself by name, which Node allows inside its own folder.
    const program = `
      for (const way of ${JSON.stringify(waysIn())}) {
        const module = await import(way);
        if (!Object.keys(module).length && !/embed|define|jsx|vue|svelte/.test(way)) throw new Error(way + ' exports nothing');
      }
      const { FailedInterventionGuide } = await import('${name}');
      if (typeof FailedInterventionGuide !== 'function') throw new Error('no class');
      const { default: bundle } = await import('${name}/content/en');
      if (bundle.reasons.items.length < 25) throw new Error('no reasons');
    `;
    writeFileSync(join(folder, 'kit', 'try.mjs'), program);
    execFileSync(process.execPath, ['try.mjs'], { cwd: join(folder, 'kit'), stdio: 'pipe' });
    const command = (...args) =>
      execFileSync(process.execPath, [join(folder, 'kit', pkg.bin[name]), ...args], { cwd: folder, encoding: 'utf8' });
    assert.match(command('check', 'kit/content/en'), /No problems/);
    const exported = (way) => relative('.', fileURLToPath(import.meta.resolve(`${name}/${way}`)));
    const path = (way) => join(folder, 'kit', exported(way));
    assert.match(command('tokens', path('design-tokens.json')), /--fig-accent: #1c6758;/);
    assert.match(readFileSync(path('presets/warm.css'), 'utf8'), /--fig-font-heading: Georgia/);
    // An overlay finds the words it extends in the package, wherever it lies itself.
    mkdirSync(join(folder, 'own'));
    const facts = ['extends: en', 'locale: en', 'dir: ltr', 'contentVersion: own-1', 'hide: [reason:too_long]'];
    writeFileSync(join(folder, 'own', 'bundle.yaml'), facts.join('\n'));
    command('build', 'own', '--out', 'own.json');
    const overlay = JSON.parse(readFileSync(join(folder, 'own.json'), 'utf8'));
    assert.deepEqual(overlay.parts.reasons.items, { drop: ['too_long'] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every path that `exports` offers for code; `*` stands for what the documentation names. */
function waysIn() {
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  const tags = modules.flatMap(({ declarations = [] }) => declarations.map(({ tagName }) => tagName).filter(Boolean));
  assert.ok(tags.length >= 6, 'the manifest names fewer elements than there are');
  return [
    name,
    ...['/embed', '/schema', '/snippet', '/vite', '/content/en', '/content/en/core', '/react'].map(
      (path) => name + path,
    ),
    ...['/jsx', '/jsx/react', '/jsx/preact', '/jsx/solid', '/jsx/astro', '/vue', '/svelte'].map((path) => name + path),
    ...tags.map((tag) => `${name}/define/${tag}`),
  ];
}
