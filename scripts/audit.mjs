// `npm run audit`: asks the registry for known holes in what package-lock.json names, and for the signatures of what is
// installed. It needs the network, and not every registry answers, so it is no part of `npm test`.
// With --required, what could not be checked counts as failed.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { npmCommand } from './npm.mjs';

const AUDITS = {
  'what an install of the kit brings along': ['audit', '--omit=dev', '--audit-level=low', '--json'],
  'tools too, from "high" on': ['audit', '--audit-level=high', '--json'],
  'signatures of the registry': ['audit', 'signatures', '--json'],
};

/** What an answer of npm means: `ok`, `bad` or `not checked`, with what to say. */
export function readAnswer({ status, stdout }) {
  let answer;
  try {
    answer = JSON.parse(stdout);
  } catch {
    return { is: 'not checked', why: 'the registry does not answer' };
  }
  const { vulnerabilities, invalid, missing } = answer;
  if (invalid && missing) {
    const wrong = [...invalid, ...missing].map(({ name, version }) => `${name}@${version}`);
    return wrong.length ? { is: 'bad', why: `no valid signature: ${wrong.join(', ')}` } : { is: 'ok', why: '' };
  }
  if (!vulnerabilities) return { is: 'not checked', why: 'the registry does not answer' };
  if (status === 0) return { is: 'ok', why: '' };
  const holes = Object.values(vulnerabilities).map(({ name, severity }) => `${name} (${severity})`);
  return { is: 'bad', why: holes.join(', ') };
}

/** Runs every audit. Gives the exit code. */
export function audit({ isRequired, run, say }) {
  const answers = Object.entries(AUDITS).map(([what, args]) => ({ what, ...readAnswer(run(args)) }));
  for (const { what, is, why } of answers) say(`${what}: ${[is, why].filter(Boolean).join(': ')}`);
  const isFine = ({ is }) => is === 'ok' || (is === 'not checked' && !isRequired);
  return answers.every(isFine) ? 0 : 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const run = (args) =>
    spawnSync(...npmCommand(args), { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
  process.exitCode = audit({ isRequired: process.argv.includes('--required'), run, say: console.log });
}
