// The plugin has the version of the kit in three places. The build checks them; `npm run version` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const PLUGIN = new URL('../../wordpress/failed-intervention-guide/', import.meta.url);
const PLACES = [
  ['failed-intervention-guide.php', 'the header "Version:"', /^( \* Version:\s+)(\S+)$/m],
  ['failed-intervention-guide.php', 'the constant VERSION', /^(const VERSION\s*=\s*')([^']*)(?=';$)/m],
  ['assets/editor.asset.php', "'version'", /^(\s*'version'\s*=>\s*')([^']*)(?=',$)/m],
  ['readme.txt', '"Stable tag:"', /^(Stable tag:\s*)(\S+)$/m],
];

/** What stands where, and does not fit. */
export function versionTrouble(version, read = (file) => readFileSync(new URL(file, PLUGIN), 'utf8')) {
  return PLACES.flatMap(([file, what, pattern]) => {
    const found = pattern.exec(read(file))?.[2];
    return found === version ? [] : [`${file}: ${what} is ${found ?? 'missing'}, and package.json has ${version}.`];
  });
}

/** Stops when a version differs. */
export function checkVersions(version) {
  const trouble = versionTrouble(version);
  if (!trouble.length) return;
  throw new Error(
    ['The plugin and the kit have different versions.', ...trouble, 'Run: node scripts/wordpress/version.mjs'].join(
      '\n',
    ),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  for (const [file, , pattern] of PLACES) {
    const url = new URL(file, PLUGIN);
    writeFileSync(url, readFileSync(url, 'utf8').replace(pattern, `$1${version}`));
  }
  checkVersions(version);
}
