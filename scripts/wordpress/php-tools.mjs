// Installs Debian's PHP and PHP_CodeSniffer, where they are missing and we may. Checks that need them say when they did
// not run, so nothing here stops anything.
import { spawnSync } from 'node:child_process';
import { aptInstall } from '../apt.mjs';

const isThere = (command) => !spawnSync(command, ['--version'], { stdio: 'ignore' }).error;

export function installPhpTools() {
  if (isThere('php') && isThere('phpcs')) return;
  const words = 'Installing PHP and PHP_CodeSniffer with apt-get, to read the PHP files …';
  if (aptInstall(words, ['php-cli', 'php-codesniffer'])) return;
  console.log('PHP or PHP_CodeSniffer is not there; the checks that need them are named as not run.');
}
