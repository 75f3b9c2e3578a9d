// Checks of what is published: the files, the ways to import them, the module graph of the browser build, the sizes.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { runChecks } from './checks.mjs';
import { JOBS, download, measure } from './sizes.mjs';

const pkg = JSON.parse(readFileSync('package.json', 'utf8'));
const name = pkg.name;

/** Modules that belong to building and checking content, never to what a page downloads by default. */
const BUILD_ONLY =
  /node_modules\/(?:zod|marked|yaml|syllable|pluralize|normalize-strings|vite)\/|\/src\/(?:content\/(?:compile|lint)|cli)\/|\/src\/content\/(?:schema|words|check-bundle)\.ts/;

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

/** Packs the package, installs the tarball's files beside our own dependencies, and uses it as a stranger would. */
function inFreshInstall() {
  const folder = mkdtempSync(join(tmpdir(), 'fig-'));
  try {
    const npm = process.env.npm_execpath;
    const pack = (...args) =>
      npm
        ? execFileSync(process.execPath, [npm, ...args], { encoding: 'utf8' })
        : execFileSync('npm', args, { encoding: 'utf8' });
    const [{ filename }] = JSON.parse(pack('pack', '--json', '--ignore-scripts', '--pack-destination', folder));
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
    ...['/embed', '/schema', '/vite', '/content/en', '/content/en/core', '/react'].map((path) => name + path),
    ...['/jsx', '/jsx/react', '/jsx/preact', '/jsx/solid', '/jsx/astro', '/vue', '/svelte'].map((path) => name + path),
    ...tags.map((tag) => `${name}/define/${tag}`),
  ];
}
