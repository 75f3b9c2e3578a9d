import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPO } from './helpers.js';

interface Feature {
  readonly name: string;
  readonly find: string;
  readonly need: 'run' | 'look' | 'extra';
  readonly without: string;
  readonly since: Readonly<Record<string, string | null>>;
}
interface Browsers {
  readFeatures(): { readonly source: string; readonly features: readonly Feature[] };
  oldest(features: readonly Feature[], browser: string, needs: readonly string[]): string;
}
const { readFeatures, oldest } = (await import(join(REPO, 'scripts/browsers.mjs'))) as Browsers;
const { source, features } = readFeatures();

const SOURCES = readdirSync(join(REPO, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(REPO, 'src', file), 'utf8'))
  .join('\n');

describe('what a browser needs to have', () => {
  it('is still used, each of it', () => {
    const unused = features.filter(({ find }) => !new RegExp(find, 'm').test(SOURCES));
    expect(unused.map(({ name }) => name)).toEqual([]);
  });

  it('has a source, a version for all browsers wherever the kit needs it, and a word on what is lost without', () => {
    expect(source).toMatch(/browser-compat-data\) \d+\.\d+\.\d+ of \d{4}-\d\d-\d\d$/);
    for (const { name, need, since, without } of features) {
      expect(Object.keys(since), name).toEqual(['chrome', 'edge', 'firefox', 'safari']);
      if (need !== 'extra') expect(Object.values(since), name).not.toContain(null);
      expect(without, name).toMatch(/\.$/);
    }
  });

  it('is the newest of what is needed', () => {
    const one = (version: string, need: Feature['need']): Feature => ({
      name: version,
      find: '',
      need,
      without: '.',
      since: { chrome: version },
    });
    const list = [one('94', 'run'), one('110', 'run'), one('123', 'look'), one('140', 'extra')];
    expect(oldest(list, 'chrome', ['run'])).toBe('110');
    expect(oldest(list, 'chrome', ['run', 'look'])).toBe('123');
  });
});
