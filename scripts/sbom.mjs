// Writes `dist/sbom.cdx.json`: what an install of this package brings along, as a bill of materials (CycloneDX).
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { packagesOf } from './licenses.mjs';
import { npm } from './npm.mjs';

export const SBOM = 'dist/sbom.cdx.json';

/** What npm makes of the lockfile, without what differs from machine to machine and from hour to hour. */
export function steady(sbom, { name }) {
  const { metadata } = sbom;
  const facts = {
    ...sbom,
    serialNumber: undefined, // random
    metadata: { ...metadata, timestamp: undefined, component: { ...metadata.component, name } }, // npm takes the folder's
  };
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex');
  // As a UUID of version 8, which says that its bits mean something to whoever made it.
  const uuid = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return { ...facts, serialNumber: `urn:uuid:${[...uuid, hash.slice(20, 32)].join('-')}` };
}

/**
 * What of it an install brings along. npm could leave the rest out itself (`--omit dev`), but then leaves out whatever a
 * tool uses too, such as Lit.
 */
export function installedOf(sbom, lock) {
  const kept = new Set(packagesOf(lock).flatMap(({ name, version, isTool }) => (isTool ? [] : [`${name}@${version}`])));
  const own = sbom.metadata.component['bom-ref'];
  return {
    ...sbom,
    components: sbom.components.filter((part) => kept.has(part['bom-ref'])),
    dependencies: sbom.dependencies
      .filter(({ ref }) => ref === own || kept.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => kept.has(other)) })),
  };
}

export function writeSbom() {
  const text = npm(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pkg, lock] = ['package.json', 'package-lock.json'].map((file) => JSON.parse(readFileSync(file, 'utf8')));
  const sbom = steady(installedOf(JSON.parse(text), lock), pkg);
  writeFileSync(SBOM, `${JSON.stringify(sbom, null, 2)}\n`);
}
