// Runs before `npm start` and `npm test`, without any dependency: installs what package-lock.json names, if needed.
import { installLocked } from './install.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}

const status = installLocked('.', 'Installing what the project needs (npm ci) …');
if (status) process.exit(status);
