// Installs Debian's PHP and PHP_CodeSniffer, where they are missing and we may. Checks that need them say when they did
// not run, so nothing here stops anything.
import { spawnSync } from 'node:child_process';

const isThere = (command) => !spawnSync(command, ['--version'], { stdio: 'ignore' }).error;

export function installPhpTools() {
  if (isThere('php') && isThere('phpcs')) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isThere('apt-get')) return;
  console.log('Installing PHP and PHP_CodeSniffer with apt-get, to read the PHP files …');
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'php-cli', 'php-codesniffer'],
  ]) {
    if (spawnSync('apt-get', args, options).status !== 0) {
      console.log('That did not work; the checks that need them are named as not run.');
      return;
    }
  }
}
