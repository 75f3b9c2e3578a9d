// Runs before anything is published (`prepublishOnly`): refuses while something is missing that npm, a reader of the
// package page, or the proof of where it was built (provenance) needs. `npm run release:check` says what.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Without these nothing is published. */
const RELEASED = [
  ...['LICENSE', 'README.md', 'SECURITY.md', 'dist/embed.js', 'dist/esm/index.js'],
  ...['dist/integrity.json', 'dist/sbom.cdx.json', 'dist/third-party-notices.txt'],
];

/** Everything that stands in the way, in sentences. */
export function releaseProblems({ pkg, lock, changelog, pending, files }) {
  const problems = [];
  const need = (isThere, problem) => isThere || problems.push(problem);
  const isWeb = (address) => /^https:\/\/[^\s/]+\.[^\s/]+\/./.test(address ?? '') && !isMadeUp(address);

  const { url } = Object(pkg.repository);
  need(
    /^git\+https:\/\/github\.com\/[\w.-]+\/[\w.-]+\.git$/.test(url ?? '') && !isMadeUp(url),
    'package.json has no "repository" such as { "type": "git", "url": "git+https://github.com/OWNER/NAME.git" }. Provenance is refused without the one that the workflow runs in.',
  );
  need(isWeb(pkg.bugs?.url), 'package.json has no "bugs" with the address of the issue tracker.');
  need(isWeb(pkg.homepage), 'package.json has no "homepage" with an address.');
  need(!pkg.private, 'package.json says "private".');
  need(
    pkg.publishConfig?.access === 'public' && pkg.publishConfig.provenance === true,
    'package.json lacks "publishConfig": { "access": "public", "provenance": true }.',
  );
  need(/^\d+\.\d+\.\d+$/.test(pkg.version), `"${pkg.version}" is not a version to publish.`);
  need(
    lock.version === pkg.version && lock.packages[''].version === pkg.version,
    'package-lock.json has another version. Run "npm run version".',
  );
  const title = new RegExp(`^## \\[?${pkg.version.replaceAll('.', '\\.')}\\]?(?: .*)?$`, 'm').exec(changelog)?.[0];
  need(title, `CHANGELOG.md has nothing on ${pkg.version}.`);
  need(!/unreleased/i.test(title ?? ''), `CHANGELOG.md calls ${pkg.version} unreleased.`);
  need(!pending.length, `Changes wait for a version: ${pending.join(', ')}. Run "npm run version".`);
  const missing = RELEASED.filter((file) => !files(file));
  need(!missing.length, `Missing: ${missing.join(', ')}. Run "npm run build".`);
  return problems;
}

/** Addresses that stand for others, and placeholders. */
const isMadeUp = (address) => /\bexample\b|your-|OWNER|NAME|localhost|\.test\b|\.invalid\b/.test(address ?? '');

/** What is on the disk, as {@link releaseProblems} takes it. */
export function readRelease() {
  const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return {
    pkg: json('package.json'),
    lock: json('package-lock.json'),
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    pending: readdirSync('.changeset').filter((file) => file.endsWith('.md') && file !== 'README.md'),
    files: existsSync,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = releaseProblems(readRelease());
  if (problems.length) {
    console.error(`Not ready to publish:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    console.error('CONTRIBUTING.md says what to do before the first release.');
    process.exitCode = 1;
  }
}
