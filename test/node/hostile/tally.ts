/** Counts what came of attacks, for the table that `npm run attacks` prints. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Outcome } from '../../fixtures/attacks.js';
import { REPO } from '../helpers.js';

/** Counts for one way in. They are written down when the tests of a file are over. */
export function tally(way: string): (attackClass: string, isRefused: boolean, times?: number) => void {
  const rows: Record<string, Outcome> = {};
  afterAll(() => {
    const folder = join(REPO, 'coverage/attacks');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${way.replaceAll(/\W+/g, '-')}.json`), JSON.stringify({ way, rows }));
  });
  return (attackClass, isRefused, times = 1) => {
    const row = (rows[attackClass] ??= { tried: 0, refused: 0, text: 0 });
    row.tried += times;
    row[isRefused ? 'refused' : 'text'] += times;
  };
}
