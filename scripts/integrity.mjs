// Writes `dist/integrity.json`: for each file that a page may fetch from a CDN, its hash as the attribute `integrity`
// takes it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

export const INTEGRITY = 'dist/integrity.json';

/** The script, its chunks, words as data, and looks: paths inside `dist`. */
export function servedFiles() {
  const inside = (folder, ending) =>
    readdirSync(`dist/${folder}`)
      .filter((file) => file.endsWith(ending))
      .sort()
      .map((file) => `${folder}/${file}`);
  return ['embed.js', ...inside('chunks', '.js'), ...inside('content', '.json'), ...inside('presets', '.css')];
}

export const hashOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

export function writeIntegrity() {
  const hashes = Object.fromEntries(servedFiles().map((file) => [file, hashOf(readFileSync(`dist/${file}`))]));
  writeFileSync(INTEGRITY, `${JSON.stringify(hashes, null, 1)}\n`);
}
