// Makes the WordPress plugin: dist-wordpress/failed-intervention-guide/ and the zip of it, the same bytes each time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { build } from './build.mjs';
import { blockFiles } from './wordpress/block-json.mjs';
import { phpFile, pluginFacts, pluginFallback } from './wordpress/php-data.mjs';
import { translationFiles } from './wordpress/translations.mjs';
import { checkVersions } from './wordpress/version.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const SLUG = 'failed-intervention-guide';
const SOURCE = join(ROOT, 'wordpress', SLUG);

/** Pictures of the docs that the plugin directory shows beside the plugin, in the order of the captions in readme.txt. */
const SCREENSHOTS = ['wordpress-editor', 'wordpress-settings', 'wordpress-page', 'wordpress-page-phone'];

/** The files of the plugin: path in it → content. Needs a built kit. */
export async function pluginFiles() {
  const { version } = JSON.parse(read(join(ROOT, 'package.json')));
  checkVersions(version);
  const facts = await pluginFacts(version);
  const files = {
    ...ownFiles(),
    LICENSE: readFileSync(join(ROOT, 'LICENSE')),
    ...kitFiles(version),
    'data/facts.php': phpFile('What the plugin has to know of the kit.', facts),
    ...blockFiles(facts),
    ...translationFiles(join(SOURCE, 'languages')),
  };
  for (const locale of facts.locales) {
    const about = `Words to show until the script runs (${locale}).`;
    files[`data/fallback-${locale}.php`] = phpFile(about, await pluginFallback(locale));
  }
  return Object.fromEntries(Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1)));
}

const read = (path) => readFileSync(path, 'utf8');
const listed = (folder) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name));
const inside = (folder, path) => path.slice(folder.length + 1).replaceAll('\\', '/');

const ownFiles = () => Object.fromEntries(listed(SOURCE).map((path) => [inside(SOURCE, path), readFileSync(path)]));

/**
 * The kit lies in a folder with its version, as its parts import `../embed.js`: with a `?ver=` on that file itself, the
 * browser would run it twice. So the page loads a file with one line, which takes the `?ver=`.
 */
function kitFiles(version) {
  const dist = join(ROOT, 'dist');
  const files = {
    'kit/embed.js': `import './${version}/embed.js';\n`,
    [`kit/${version}/embed.js`]: readFileSync(join(dist, 'embed.js')),
    [`kit/${version}/third-party-notices.txt`]: readFileSync(join(dist, 'third-party-notices.txt')),
  };
  for (const path of listed(join(dist, 'chunks')).filter((path) => path.endsWith('.js'))) {
    files[`kit/${version}/${inside(dist, path)}`] = readFileSync(path);
  }
  const styles = join(dist, 'esm/styles');
  const add = (name) => {
    const code = read(join(styles, name)).replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
    files[`kit/${name}`] = code;
    for (const [, wanted] of code.matchAll(/from '\.\/([\w.-]+)'/g)) if (!files[`kit/${wanted}`]) add(wanted);
  };
  for (const name of ['contrast.js', 'palette.js']) add(name);
  return files;
}

/** A zip that depends on nothing but the files: sorted, with one date for all. */
export function pluginZip(files) {
  const mtime = new Date(1980, 0, 1); // local time, as a zip has it
  const paths = Object.keys(files).sort((one, other) => (one < other ? -1 : 1));
  const entries = paths.map((path) => [`${SLUG}/${path}`, [Buffer.from(files[path]), { mtime, level: 9, os: 3 }]]);
  return zipSync(Object.fromEntries(entries));
}

/** Pictures by the names that the plugin directory wants. They are kept beside the plugin there, and not in its zip. */
function screenshotFiles() {
  const captions = read(join(SOURCE, 'readme.txt'))
    .split('== Screenshots ==')[1]
    .split('\n==')[0]
    .match(/^\d+\. /gm);
  if (captions.length !== SCREENSHOTS.length) {
    throw new Error(`readme.txt has ${captions.length} captions for ${SCREENSHOTS.length} screenshots.`);
  }
  return SCREENSHOTS.map((name, index) => [
    `screenshot-${index + 1}.png`,
    readFileSync(join(ROOT, 'docs/images', `${name}.png`)),
  ]);
}

/** Builds into a folder. @returns Where the plugin and its zip are. */
export async function buildWordPress(out = join(ROOT, 'dist-wordpress')) {
  const files = await pluginFiles();
  const folder = join(out, SLUG);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  mkdirSync(join(out, 'assets'), { recursive: true });
  for (const [name, picture] of screenshotFiles()) writeFileSync(join(out, 'assets', name), picture);
  const zip = join(out, `${SLUG}.zip`);
  const bytes = pluginZip(files);
  writeFileSync(zip, bytes);
  return { folder, zip, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const newest = (folder) => Math.max(...listed(folder).map((path) => statSync(path).mtimeMs));

/** Whether there is no built kit, or its sources were changed since. */
function isKitStale() {
  const built = join(ROOT, 'dist/embed.js');
  const needed = [built, join(ROOT, 'dist/esm/snippet/facts.js'), join(ROOT, 'dist/content/en.json')];
  if (!needed.every((path) => existsSync(path))) return true;
  return Math.max(newest(join(ROOT, 'src')), newest(join(ROOT, 'content'))) > statSync(built).mtimeMs;
}

/** Builds the plugin, and the kit before it where that is needed. @returns Where the plugin and its zip are. */
export async function buildFromSource(say = console.log) {
  if (isKitStale()) {
    say('The kit is not built, or its sources are newer: building it first.');
    await build();
  }
  return buildWordPress();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { folder, zip, size, sha256 } = await buildFromSource();
    console.log(`${folder}\n${zip}\n${size} bytes (${(size / 1024).toFixed(1)} kB), SHA-256 ${sha256}`);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
