// npm as a program to run: the one that started us, or the one in the path. Needs nothing that has to be installed.
import { execFileSync } from 'node:child_process';

/** The program and its arguments. */
export function npmCommand(args) {
  const path = process.env.npm_execpath;
  if (path) return [process.execPath, [path, ...args]];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
}

/** Runs npm, and gives what it prints. */
export const npm = (args, options = {}) =>
  execFileSync(...npmCommand(args), { encoding: 'utf8', maxBuffer: 64e6, ...options });
