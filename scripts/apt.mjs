// Installs Debian packages where we may: on Linux, as root, with apt-get there.
import { spawnSync } from 'node:child_process';

/**
 * @param words What to say before it.
 * @param packages Names of Debian packages.
 * @returns Whether they were installed.
 */
export function aptInstall(words, packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  if (spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.log(words);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
