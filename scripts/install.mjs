// Installs what a lockfile names, if that is not done yet. Needs nothing that has to be installed itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './npm.mjs';

/**
 * Runs `npm ci` in a folder, unless it was done for the lockfile as it is now. No package runs a script of its own.
 * @param folder With package.json and package-lock.json.
 * @param words What to say before it.
 * @returns npm's status: 0 when all is there.
 */
export function installLocked(folder, words) {
  const stamp = join(folder, 'node_modules/.fig-setup');
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return 0;
  console.log(words);
  const { status } = spawnSync(...npmCommand(['ci', '--ignore-scripts', '--no-audit', '--no-fund']), {
    cwd: folder,
    stdio: 'inherit',
    // A production setting around us would leave out the build tools.
    env: { ...process.env, NODE_ENV: 'development', npm_config_production: 'false' },
  });
  if (status === 0) writeFileSync(stamp, lock);
  return status ?? 1;
}
