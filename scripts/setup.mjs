// Runs before `npm start` and `npm test`, without any dependency: installs what package-lock.json names, if needed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}

const stamp = 'node_modules/.fig-setup';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing what the project needs (npm ci) …');
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const { status } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    // A production setting around us would leave out the build tools.
    env: { ...process.env, NODE_ENV: 'development', npm_config_production: 'false' },
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, lock);
}
