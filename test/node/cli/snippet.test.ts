import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { ATTRIBUTES, TOKENS } from '../../../src/snippet/snippet.js';

async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(['snippet', ...args], {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
const PAGE = ['--element', 'failed-intervention-guide', '--script-url', '/kit/embed.js'];

describe('snippet', () => {
  it('prints what to paste and nothing else, with the crisis lines of the region', async () => {
    const { code, out, err } = await cli(...PAGE, '--region', 'US', '--target', 'html');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^<script type="module" src="\/kit\/embed\.js"><\/script>\n/);
    expect(out).toContain('<failed-intervention-guide region="US">');
    expect(out).toContain('<a href="tel:911">Call 911</a>');
  });

  it('says on the error output what to know, so that the rest can go into a file', async () => {
    const { code, out, err } = await cli(...PAGE, '--target', 'wordpress-html');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!-- wp:html -->/);
    expect(err).toMatch(/^region-missing: No region is set/);
    expect(err).toMatch(/^wp-raw-html: /m);
    expect(out).not.toContain('region-missing');
  });

  it('takes several elements, every attribute and every token by its name', async () => {
    const { code, out } = await cli(
      ...PAGE,
      ...['--element', 'center-contact', '--region', 'US', '--locale', 'es', '--heading-level', '3'],
      ...['--fig-accent', 'teal', '--lead', 'form', '--lead-form', '#contact', '--target', 'html', '--json'],
    );
    expect(code).toBe(0);
    const { parts } = JSON.parse(out);
    expect(parts[0].code).toMatch(
      /<failed-intervention-guide locale="es" region="US" heading-level="3" lead-form="#contact">/,
    );
    expect(parts[0].code).toContain('Llamar al 911');
    expect(parts[0].code).toContain('--fig-accent: teal;');
    expect(parts.at(-1).code).toContain('Su número de teléfono');
  });

  it('with --preload names files that the build made', async () => {
    const { out } = await cli(...PAGE, '--region', 'US', '--preload');
    const files = [...out.matchAll(/<link rel="modulepreload" href="\/kit\/([^"]+)"/g)].map(([, file = '']) => file);
    expect(files).toContain('embed.js');
    expect(files.length).toBeGreaterThan(3);
    expect(files.filter((file) => !existsSync(`dist/${file}`))).toEqual([]);
  });

  it('with --integrity names the hashes that the build made', async () => {
    const { out } = await cli(...PAGE, '--region', 'US', '--integrity');
    const hashes = JSON.parse(readFileSync('dist/integrity.json', 'utf8')) as Record<string, string>;
    expect(out).toContain(`src="/kit/embed.js" integrity="${hashes['embed.js'] ?? ''}" crossorigin="anonymous"`);
    const chunks = Object.keys(hashes).filter((file) => file.startsWith('chunks/'));
    expect(chunks.filter((file) => !out.includes(`"/kit/${file}": "${hashes[file] ?? ''}"`))).toEqual([]);
  });

  it('parts of a snippet are told apart by their titles', async () => {
    const { out } = await cli(...PAGE, '--region', 'US', '--target', 'react');
    expect(out).toMatch(/^── In a terminal\n\nnpm install failed-intervention-guide\n\n── FamilyGuide\.tsx\n\n/);
  });

  it('takes words of its own', async () => {
    const { out } = await cli(...PAGE, '--region', 'US', '--fallback', 'Call us.');
    expect(out).toContain('<p>Call us.</p>');
    expect(out).not.toContain('911');
  });

  it('says all that is wrong, by the option that was typed', async () => {
    const { code, out, err } = await cli(
      ...['--element', 'failed-guide', '--target', 'html', '--leave-target', 'javascript:alert(1)'],
      ...['--fig-accent', 'red;', '--lead', 'form'],
    );
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.split('\n').map((line) => line.split(': ')[0])).toEqual([
      '--element',
      '--script-url',
      '--leave-target',
      '--fig-accent',
      '--lead',
      '--lead-form',
    ]);
  });

  it.each([
    [['--target', 'drupal', ...PAGE], /^--target: There is no target "drupal"\. Use "html", /],
    [PAGE.slice(2), /^--element: Choose at least one element\.$/],
  ])('names what is missing: %s', async (args, says) => {
    const { code, err } = await cli(...args);
    expect(code).toBe(1);
    expect(err).toMatch(says);
  });

  it('does not understand other options, and shows how it is used', async () => {
    const { code, err } = await cli(...PAGE, '--regon', 'US');
    expect(code).toBe(2);
    expect(err).toMatch(/Unknown option '--regon'/);
    expect(err).toContain('Usage:');
  });

  it('lists every option with --help', async () => {
    const { code, out, err } = await cli('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const name of [...Object.keys(ATTRIBUTES).map((one) => `--${one}`), ...Object.keys(TOKENS)]) {
      expect(out).toContain(`${name} `);
    }
  });

  it('is named in the help of the command', async () => {
    const out: string[] = [];
    await run(['--help'], { out: (text) => void out.push(text), err: () => undefined });
    expect(out.join('\n')).toMatch(/failed-intervention-guide snippet --element/);
  });
});
