// Checks the plugin's PHP without running it: that it can be read (`php -l`), and its style (PHP_CodeSniffer, which Debian
// has as php-codesniffer). A tool that is not there is named as not run, and never counts as passed.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const phpFiles = () =>
  ['wordpress/failed-intervention-guide', 'wordpress/tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.php'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );

/** What a tool says; nothing when it is not there. */
function outputOf(command, args) {
  const { error, status, stdout, stderr } = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8' });
  if (error?.code === 'ENOENT') return undefined;
  if (error) throw error;
  return { isGood: status === 0, text: `${stdout}${stderr}`.trim() };
}

function lint() {
  const name = 'php -l: every file of the plugin and of its tests can be read';
  const troubles = [];
  for (const file of phpFiles()) {
    const said = outputOf('php', ['-d', 'display_errors=1', '-d', 'log_errors=0', '-l', file]);
    if (!said) return { name, notRun: 'php is not installed' };
    // A deprecation does not stop PHP, and ends up in the log of a site.
    if (!said.isGood || /Deprecated|Warning/.test(said.text)) troubles.push(`${relative(ROOT, file)}: ${said.text}`);
  }
  return { name, troubles };
}

function style() {
  const name = 'phpcs: the coding style of WordPress, as far as PHP_CodeSniffer itself knows it';
  const said = outputOf('phpcs', ['--standard=wordpress/phpcs.xml.dist', '-q', '--report=emacs', '--basepath=.']);
  if (!said) return { name, notRun: 'phpcs is not installed (Debian: apt-get install php-codesniffer)' };
  return { name, troubles: said.isGood ? [] : said.text.split('\n') };
}

/** All checks: `{ name, troubles }`, or `{ name, notRun }` with the reason. */
export const checkPhp = () => [lint(), style()];

/** Runs and prints them. @returns How many passed, failed, and were not run. */
export function runPhpChecks(print = console.log) {
  const count = { passed: 0, failed: 0, notRun: 0 };
  for (const { name, troubles, notRun } of checkPhp()) {
    if (notRun) {
      count.notRun += 1;
      print(`  – not run: ${name}: ${notRun}`);
    } else if (troubles.length) {
      count.failed += 1;
      print([`  ✗ ${name}`, ...troubles].join('\n      '));
    } else {
      count.passed += 1;
      print(`  ✓ ${name}`);
    }
  }
  return count;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { failed } = runPhpChecks();
  if (failed) process.exitCode = 1;
}
