import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Color from 'colorjs.io';
import { describe, expect, it } from 'vitest';
import { designTokens, EXTENSION } from '../../../src/cli/design-tokens.js';
import { run } from '../../../src/cli/run.js';
import { tokensToCss } from '../../../src/cli/token-css.js';
import { PALETTE } from '../../../src/styles/palette.js';
import { TOKEN_DOCS } from '../../../src/styles/token-docs.js';
import { TOKENS, type TokenName } from '../../../src/styles/tokens.js';
import { temporaryFolder } from '../helpers.js';

/** The declarations of a style sheet. */
const declarations = (css = '') =>
  Object.fromEntries([...css.matchAll(/--fig-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));

const make = (fig: unknown, rest: Record<string, unknown> = {}) => tokensToCss(JSON.stringify({ fig, ...rest }));
const css = (fig: unknown, rest?: Record<string, unknown>) => {
  const { css: sheet, errors } = make(fig, rest);
  expect(errors).toEqual([]);
  return declarations(sheet);
};
const errorsOf = (fig: unknown, rest?: Record<string, unknown>) => make(fig, rest).errors;

const srgb = (...components: readonly unknown[]) => ({ colorSpace: 'srgb', components });

async function cli(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, { out: (text) => void out.push(text), err: (text) => void err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

describe('the exported tokens', () => {
  const { fig, palette } = designTokens();

  it('have every public token with type, value and meaning, and both themes', () => {
    expect(Object.keys(fig).filter((name) => !name.startsWith('$'))).toEqual(Object.keys(TOKEN_DOCS));
    expect(Object.keys(TOKEN_DOCS).sort()).toEqual(Object.keys(TOKENS).sort());
    for (const { meaning } of Object.values(TOKEN_DOCS)) expect(meaning).toMatch(/^[A-Z].*\.$/);
    for (const theme of [palette.light, palette.dark]) expect(Object.keys(theme)).toEqual(Object.keys(PALETTE));
  });

  it('write colors and dimensions as the format says', () => {
    expect(fig).toMatchObject({
      accent: {
        $type: 'color',
        $value: { colorSpace: 'srgb', components: [0.1098, 0.4039, 0.3451], alpha: 1, hex: '#1c6758' },
      },
      radius: { $type: 'dimension', $value: { value: 0.6, unit: 'rem' } },
      density: { $type: 'number', $value: 1, $extensions: { [EXTENSION]: { limits: ['0.6', '1.6'] } } },
      'sticky-offset': { $value: { value: 0, unit: 'px' } },
    });
    expect(palette.dark['on-accent']).toMatchObject({ $value: { hex: '#10201c' } });
    expect(palette.light['on-accent']).toMatchObject({ $value: { hex: '#ffffff', components: [1, 1, 1] } });
  });

  it('come back as the same values', () => {
    const back = declarations(tokensToCss(JSON.stringify(designTokens())).css);
    expect(back).toEqual(TOKENS);
    expect(Object.keys(back)).toEqual(Object.keys(TOKEN_DOCS));
  });
});

describe('an edited or partial file', () => {
  it('gives what was changed, and CSS for what was not', () => {
    const file = structuredClone(designTokens()) as unknown as { fig: Record<string, Record<string, unknown>> };
    Object.assign(file.fig.radius ?? {}, { $value: { value: 4, unit: 'px' } });
    Object.assign(file.fig.font ?? {}, { $value: ['Inter', 'O’Neil "x"', "It's", 'sans-serif'] });
    const made = declarations(tokensToCss(JSON.stringify(file)).css);
    expect(made).toEqual({ ...TOKENS, radius: '4px', font: `'Inter', 'O’Neil "x"', 'It\\'s', sans-serif` });
  });

  it('may hold one token, in any color space', () => {
    const color = (colorSpace: string, components: readonly unknown[], alpha?: number) =>
      css({ accent: { $value: { colorSpace, components, alpha } } }).accent;
    expect(css({ accent: { $type: 'color', $value: srgb(1, 0, 0.5019) } })).toEqual({ accent: '#ff0080' });
    expect(color('srgb', [1, 0, 0], 0.5)).toBe('color(srgb 1 0 0 / 0.5)');
    expect(color('srgb', [1.2, 0, 0])).toBe('color(srgb 1.2 0 0)');
    expect(color('hsl', [200, 40, 30])).toBe('hsl(200 40% 30%)');
    expect(color('hwb', ['none', 40, 30])).toBe('hwb(none 40% 30%)');
    expect(color('oklch', [0.5, 0.1, 'none'])).toBe('oklch(0.5 0.1 none)');
    const others = [
      'lab',
      'lch',
      'oklab',
      'display-p3',
      'rec2020',
      'xyz-d65',
      'srgb-linear',
      'a98-rgb',
      'prophoto-rgb',
    ];
    for (const space of others) expect(() => new Color(color(space, [0.5, 0.1, 0.1]) ?? '')).not.toThrow();
  });

  it('may hold colors and sizes as text, as older files do', () => {
    const made = css({ accent: { $value: '#AB12CD' }, space: { $value: '1.2em' }, density: { $value: 0.8 } });
    expect(made).toEqual({ accent: '#ab12cd', space: '1.2em', density: '0.8' });
  });

  it('follows aliases, and aliases of aliases', () => {
    const brand = { $type: 'color', blue: { $value: srgb(0, 0, 1) }, main: { $value: '{brand.blue}' } };
    expect(css({ accent: { $value: '{brand.main}' } }, { brand })).toEqual({ accent: '#0000ff' });
    expect(css({ accent: { $ref: '#/brand/blue' } }, { brand })).toEqual({ accent: '#0000ff' });
    expect(css({ accent: { $value: { $ref: '#/brand/main/$value' } } }, { brand })).toEqual({ accent: '#0000ff' });
    expect(css({ font: { $value: 'Georgia' }, 'font-heading': { $value: '{fig.font}' } })).toEqual({
      font: "'Georgia'",
      'font-heading': "'Georgia'",
    });
  });

  it('keeps the order of the docs', () => {
    expect(Object.keys(css({ density: { $value: 1.2 }, accent: { $value: '#123' } }))).toEqual(['accent', 'density']);
  });

  it('hears that a changed palette has no effect', () => {
    const palette = { light: { text: { $value: srgb(1, 0, 0) }, muted: designTokens().palette.light.muted }, dark: 1 };
    expect(make({ density: { $value: 1 } }, { palette }).hints).toEqual([
      'palette.light.text was changed, which has no effect: set fig.accent or fig.surface instead.',
    ]);
  });
});

describe('a file with faults', () => {
  const token = (name: TokenName, value: unknown) => errorsOf({ [name]: { $value: value } })[0];

  it.each([
    ['{', /not JSON: .*Export it again/],
    ['[]', /not an object/],
    ['{}', /no group "fig"/],
    ['{"fig":{"$type":"color"}}', /holds no token/],
  ])('%s', (json, says) => {
    const { css: sheet, errors } = tokensToCss(json);
    expect(sheet).toBeUndefined();
    expect(errors.join()).toMatch(says);
  });

  it('names a token that there is not, and those that there are', () => {
    expect(errorsOf({ acent: { $value: '#123' } })[0]).toMatch(/fig\.acent: There is no such token.*accent, surface/);
    expect(errorsOf({ constructor: { $value: '#123' } })[0]).toMatch(/no such token/);
  });

  it('says all that is wrong, and writes nothing', () => {
    const { css: sheet, errors } = make({ accent: { $value: 'blue' }, density: { $value: '2' }, radius: 3 });
    expect(sheet).toBeUndefined();
    expect(errors).toHaveLength(3);
  });

  it('says what a value has to be', () => {
    expect(token('accent', undefined)).toMatch(/has no \$value/);
    expect(token('accent', null)).toMatch(/null is no color\. Write \{/);
    expect(token('accent', { colorSpace: 'cmyk', components: [0, 0, 0] })).toMatch(/"cmyk" is not known.*oklch/);
    expect(token('accent', { components: [0, 0, 0] })).toMatch(/colorSpace Nothing is not known/);
    expect(token('accent', srgb(0, 0))).toMatch(/three numbers/);
    expect(token('accent', srgb(0, 0, '1; }'))).toMatch(/three numbers/);
    expect(token('accent', { ...srgb(0, 0, 0), alpha: 2 })).toMatch(/alpha 2 is not from 0 to 1/);
    expect(token('radius', { value: 2, unit: 'vw' })).toMatch(/no dimension.*px or rem/);
    expect(token('radius', 4)).toMatch(/no dimension/);
    expect(token('density', -1)).toMatch(/not a number from 0 up/);
    expect(token('font', [])).toMatch(/no font/);
    expect(errorsOf({ accent: { $type: 'dimension', $value: '#123' } })[0]).toMatch(
      /"dimension" and has to be "color"/,
    );
  });

  it('says where an alias leads nowhere, in a circle, or out of the file', () => {
    expect(token('accent', '{brand.blue}')).toMatch(/\{brand\.blue\}, and there is no such token/);
    expect(token('accent', '{fig.accent}')).toMatch(/in a circle: fig\.accent → fig\.accent/);
    expect(errorsOf({ accent: { $ref: 'other.json#/a' } })[0]).toMatch(/outside the file/);
  });

  it('lets nothing out of a declaration', () => {
    expect(token('font', 'x; } * { color: red')).toMatch(/can't stand in a style sheet/);
    const standsFor = { value: 1, unit: 'rem' };
    const bad = { $value: standsFor, $extensions: { [EXTENSION]: { css: '1em } body { x', standsFor } } };
    expect(errorsOf({ space: bad })[0]).toMatch(/can't stand/);
    expect(css({ space: { $value: standsFor, $extensions: { [EXTENSION]: 1 } } })).toEqual({ space: '1rem' });
  });
});

describe('failed-intervention-guide tokens', () => {
  async function file(content: unknown): Promise<string> {
    const path = join(await temporaryFolder(), 'brand.tokens.json');
    await writeFile(path, JSON.stringify(content));
    return path;
  }

  it('prints a style sheet', async () => {
    const path = await file({ fig: { accent: { $value: '#7a3b8f' } } });
    expect(await cli('tokens', path)).toEqual({ code: 0, out: ':root {\n  --fig-accent: #7a3b8f;\n}', err: '' });
  });

  it('writes it to a file, in folders that are not there yet', async () => {
    const path = await file({ fig: { accent: { $value: '#7a3b8f' }, density: { $value: 2 } } });
    const out = join(path, '../css/brand.css');
    const one = await file({ fig: { density: { $value: 2 } } });
    expect(await cli('tokens', path, '--out', out)).toMatchObject({ code: 0, out: expect.stringMatching(/2 tokens/) });
    expect(await readFile(out, 'utf8')).toBe(':root {\n  --fig-accent: #7a3b8f;\n  --fig-density: 2;\n}\n');
    expect((await cli('tokens', one, '--out', out)).out).toMatch(/1 token\./);
  });

  it('says what is wrong, with the file, and exits with 1', async () => {
    const path = await file({ fig: { accent: { $value: 'blue' } } });
    const { code, out, err } = await cli('tokens', path);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/brand\.tokens\.json: fig\.accent: "blue" is no color/);
    expect(await cli('tokens', 'not-there.json')).toMatchObject({ code: 1, err: expect.stringMatching(/not-there/) });
  });

  it.each([
    [['tokens'], /which token file/],
    [['tokens', 'a.json', 'b.json'], /only one/],
    [['tokens', 'a.json', '--json'], /no option but --out/],
  ])('asks again: %s', async (args, says) => {
    const { code, err } = await cli(...args);
    expect(code).toBe(2);
    expect(err).toMatch(says);
  });
});
