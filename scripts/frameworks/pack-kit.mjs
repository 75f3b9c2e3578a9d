// `npm run examples:kit`: packs the kit beside the example apps, as it would be published. With --lock it also brings
// their lockfiles up to date.
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npm } from '../npm.mjs';

export const TARBALL = 'failed-intervention-guide.tgz';
/** Each app with its folder. */
export const APPS = {
  react: 'examples/react',
  vue: 'examples/vue',
  svelte: 'examples/svelte',
  angular: 'examples/angular',
  astro: 'examples/astro',
  'react-18': 'scripts/frameworks/react-18',
};

const IN_LOCK = 'node_modules/failed-intervention-guide';
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

export function packKit(folder) {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]));
  renameSync(join(folder, filename), join(folder, TARBALL));
}

/** The kit's dependencies that a lockfile has not the way package.json has them. */
export function staleInLock(folder) {
  const { dependencies, peerDependencies } = json('package.json');
  const locked = json(join(folder, 'package-lock.json')).packages[IN_LOCK];
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  return same(locked.dependencies, dependencies) && same(locked.peerDependencies, peerDependencies)
    ? []
    : [`${folder}/package-lock.json is stale; run "npm run examples:lock"`];
}

function writeLocks() {
  const temp = mkdtempSync(join(tmpdir(), 'fig-'));
  try {
    packKit(temp);
    for (const [name, folder] of Object.entries(APPS)) {
      console.log(folder);
      cpSync(folder, join(temp, name), { recursive: true, filter: (path) => !path.includes('node_modules') });
      const { packages, ...known } = json(join(temp, name, 'package-lock.json'));
      const others = Object.entries(packages).filter(([path]) => path !== IN_LOCK); // npm would keep what it knows of it
      const without = { ...known, packages: Object.fromEntries(others) };
      writeFileSync(join(temp, name, 'package-lock.json'), JSON.stringify(without));
      const args = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
      npm([...args, '--omit-lockfile-registry-resolved'], { cwd: join(temp, name) });
      const lock = json(join(temp, name, 'package-lock.json'));
      delete lock.packages[IN_LOCK].integrity; // every build of the kit is another file
      writeFileSync(join(folder, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
    }
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--lock')) writeLocks();
  packKit('examples');
  console.log(`Packed the kit of the last build: examples/${TARBALL}`);
}
