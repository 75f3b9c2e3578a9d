/** Counts what came of attacks, for the table that `npm run attacks` prints. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { count, tableFile, type Outcomes } from '../../fixtures/attacks.js';
import { REPO } from '../helpers.js';

/** Counts for one way in. They are written down when the tests of a file are over. */
export function tally(way: string): (attackClass: string, isRefused: boolean, times?: number) => void {
  const rows: Outcomes = {};
  afterAll(() => {
    const folder = join(REPO, 'coverage/attacks');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, tableFile(way)), JSON.stringify({ way, rows }));
  });
  return (attackClass, isRefused, times = 1) => count(rows, attackClass, isRefused ? times : 0, isRefused ? 0 : times);
}
