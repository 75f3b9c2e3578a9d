import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';

let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'fig-prerender-'))));
afterAll(() => rm(folder, { recursive: true }));

async function prerender(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(['prerender', ...args], { out: (text) => out.push(text), err: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the command prerender', () => {
  it('prints elements in order, of which the first says how to leave quickly, and the hashes of their styles', async () => {
    const { code, out, err } = await prerender(
      ...[
        '--element',
        'crisis-help-bar',
        '--element',
        'next-steps-wizard',
        '--region',
        'US',
        '--attr',
        'heading-level=3',
      ],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^<crisis-help-bar locale="en" region="US" heading-level="3" data-prerendered="\w+ first">/);
    expect(out).toMatch(/\n<next-steps-wizard locale="en" region="US" heading-level="3" data-prerendered="\w+">/);
    expect(err).toMatch(/'sha256-[\w+/=]{44}'/);
  });

  it('writes the HTML and the style sheets it links to, and says what goes into the head', async () => {
    const out = join(folder, 'a', 'list.html');
    const { code, err } = await prerender(
      ...['--element', 'failure-reason-checklist', '--locale', 'es', '--out', out],
      ...['--styles-at', '/assets/fig-', '--styles-dir', join(folder, 'css')],
    );
    expect(code).toBe(0);
    expect(err).toContain('<link rel="preload" as="style" href="/assets/fig-base.css">');
    expect(await readFile(out, 'utf8')).toContain('lang="es"');
    expect((await readdir(join(folder, 'css'))).sort()).toEqual([
      'fig-base.css',
      'fig-crisis-help-bar.css',
      'fig-failure-reason-checklist.css',
    ]);
  });

  it('gives all parts as JSON', async () => {
    const { out } = await prerender('--element', 'crisis-help-bar', '--json', '--not-first', '--fallback', 'none');
    const [made] = JSON.parse(out) as Record<string, unknown>[];
    expect(Object.keys(made ?? {})).toEqual(['html', 'css', 'head', 'hashes']);
  });

  it.each([
    [[], 2, 'Say which element'],
    [['--element', 'crisis-help-bar', '--fallback', 'some'], 2, '--fallback is one of'],
    [['--element', 'crisis-help-bar', '--styles-dir', 'x'], 2, '--styles-at'],
    [['--element', 'crisis-help-bar', '--date', 'soon'], 2, '2026-11-25'],
    [['--wrong'], 2, 'Unknown option'],
    [['--element', 'x-y'], 1, 'There is no element "x-y"'],
    [['--element', 'crisis-help-bar', '--content', 'missing.json'], 1, 'missing.json'],
  ] as const)('says what is wrong with %j', async (args, code, words) => {
    const result = await prerender(...args);
    expect(result.code).toBe(code);
    expect(result.err).toContain(words);
  });

  it('explains itself', async () => {
    const { code, out } = await prerender('--help');
    expect(code).toBe(0);
    expect(out).toContain('--styles-at');
  });
});
