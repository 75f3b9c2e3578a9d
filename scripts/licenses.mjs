// Licenses of what the project uses: which ones it may use, and the notices that go along with the browser build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licenses that let anybody use, change and pass on this kit under MIT. */
export const ALLOWED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Zlib',
];
/** Tools and data that are used to build and test, and are not part of what is published. */
export const ALLOWED_FOR_TOOLS = [...ALLOWED, 'CC-BY-4.0', 'MPL-2.0', 'OFL-1.1', 'Python-2.0'];
/** Packages whose package.json does not name its license; read in the package, at this version. */
export const READ_IN_PACKAGE = {
  'css-value@0.0.1': 'MIT',
  'only@0.0.2': 'MIT',
  'spawndamnit@3.0.1': 'MIT',
};

/** Every package that a lockfile names, with where it lies, its license, and whether it is only a tool. */
export function packagesOf(lock) {
  return Object.entries(lock.packages)
    .filter(([path]) => path)
    .map(([path, entry]) => {
      const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const id = `${name}@${entry.version}`;
      return {
        path,
        name,
        version: entry.version,
        license: READ_IN_PACKAGE[id] ?? entry.license ?? '',
        isTool: Boolean(entry.dev || entry.devOptional),
      };
    });
}

/** Whether a license, or a choice of some (`A OR B`), or several together (`A AND B`), is among those allowed. */
export function isAllowed(license, allowed) {
  const parts = license.replaceAll(/[()]/g, '');
  if (parts.includes(' AND ')) return parts.split(' AND ').every((one) => isAllowed(one, allowed));
  return parts.split(' OR ').some((one) => allowed.includes(one));
}

/** Packages under a license that the project may not use. */
export const notAllowed = (lock) =>
  packagesOf(lock).filter(({ license, isTool }) => !isAllowed(license, isTool ? ALLOWED_FOR_TOOLS : ALLOWED));

/** Packages that modules come from, by the paths of the modules. */
export function packagesIn(moduleIds) {
  const names = moduleIds.flatMap((id) => {
    const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/')) ?? [];
    return name ? [name] : [];
  });
  return [...new Set(names)].sort();
}

/** The text of a package's license. */
function licenseText(folder) {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name));
  if (!file) throw new Error(`${folder} has no license to pass on.`);
  return readFileSync(join(folder, file), 'utf8').trim();
}

/** What has to go along with files that hold code of those packages. */
export function notices(names, root = 'node_modules') {
  const parts = names.map((name) => {
    const folder = join(root, name);
    if (!existsSync(folder)) throw new Error(`${name} is in the build and not in ${root}.`);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${licenseText(folder)}\n`;
  });
  return [
    'The files of this folder hold code of the packages below, each under its own license. Minifying takes their\n' +
      'comments out of the code, so pass this file on with it.\n',
    ...parts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}
