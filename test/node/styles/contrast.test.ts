import Color from 'colorjs.io';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { contrast } from '../../../src/styles/contrast.js';
import { PALETTE, PULL, type ColorName } from '../../../src/styles/palette.js';
import { PRESETS } from '../../../src/styles/presets.js';
import { PAIRS } from '../../../src/styles/token-docs.js';
import { TOKENS } from '../../../src/styles/tokens.js';
import { BRAND_COLORS } from '../../fixtures/brand-colors.js';
import { COLOR_WAYS } from '../../fixtures/css-colors.js';

/**
 * How a color that a screen can't show gets to it: each channel cut off, as browsers do; brought in with its lightness
 * kept, as CSS Color 4 says; or cut off on a screen that shows more colors (P3).
 */
const SCREENS = ['clip', 'css', 'p3'] as const;
const THEMES = ['light', 'dark'] as const;

interface Given {
  readonly accent?: string;
  readonly surface?: string;
}

function luminanceOn(color: Color, screen: (typeof SCREENS)[number]): number {
  const space = screen === 'p3' ? 'p3' : 'srgb';
  const shown = color.to(space).toGamut({ space, method: screen === 'css' ? 'css' : 'clip' });
  shown.coords = shown.coords.map((part) => Math.round((part ?? 0) * 255) / 255) as [number, number, number];
  return shown.luminance;
}

/** A given color as `oklch(from … )` in the styles makes it. */
function pulled([, bound, lightness, most]: (typeof PULL)['accent' | 'surface'][number], given: string): Color {
  const [l, c, h] = new Color(given).to('oklch').coords;
  return new Color('oklch', [Math[bound](l ?? 0, lightness), Math.min(c ?? 0, most), h ?? 0]);
}

const known = new Map<string, number>();

function luminanceOf(name: ColorName, theme: 0 | 1, screen: (typeof SCREENS)[number], given: Given): number {
  if (name === 'accent' || name === 'surface') {
    const pull = PULL[name][theme];
    return luminanceOn(pulled(pull, given[name] ?? TOKENS[pull[0]]), screen);
  }
  const text = PALETTE[name][theme];
  const key = `${text} ${screen}`;
  const value = known.get(key) ?? luminanceOn(new Color(text), screen);
  known.set(key, value);
  return value;
}

const lowest = new Map<string, { least: number; what: string; light: number; dark: number }>();

/** The pairs that are too close, with those colors. Keeps the lowest ratio of each for the table. */
function tooClose(given: Given): string[] {
  return THEMES.flatMap((theme, i) =>
    SCREENS.flatMap((screen) => {
      const names = Object.keys(PALETTE) as ColorName[];
      const shown = new Map(names.map((name) => [name, luminanceOf(name, i as 0 | 1, screen, given)]));
      return PAIRS.flatMap(({ color, ground, least, what }) => {
        const ratio = contrast(shown.get(color) ?? 0, shown.get(ground) ?? 0);
        const name = `${color} on ${ground}`;
        const before = lowest.get(name) ?? { least, what, light: 21, dark: 21 };
        before[theme] = Math.min(before[theme], ratio);
        lowest.set(name, before);
        return ratio < least ? [`${name}, ${theme}, ${screen}: ${ratio.toFixed(2)}`] : [];
      });
    }),
  );
}

const part = fc.double({ min: 0, max: 1, noNaN: true });
const anyColor = fc
  .tuple(fc.integer({ min: 0, max: COLOR_WAYS.length - 1 }), part, part, part, part)
  .map(([way, ...parts]) => COLOR_WAYS[way]?.(...parts) ?? '');

afterAll(() => {
  const cell = (ratio: number) => ratio.toFixed(2).padStart(6);
  const rows = [...lowest].map(
    ([name, { least, what, light, dark }]) =>
      `${name.padEnd(24)} ${least.toFixed(1)} ${cell(light)} ${cell(dark)}  ${what}`,
  );
  process.stdout.write(`\nLowest contrast found\n${'pair'.padEnd(24)} min  light   dark\n${rows.join('\n')}\n\n`);
});

describe('colors that follow what a page gives', () => {
  it('meet AA with the defaults', () => {
    expect(tooClose({})).toEqual([]);
  });

  it('are the colors of the palette with the defaults', () => {
    for (const name of ['accent', 'surface'] as const) {
      for (const theme of [0, 1] as const) {
        expect(pulled(PULL[name][theme], TOKENS[PULL[name][theme][0]]).to('srgb').toString({ format: 'hex' })).toBe(
          PALETTE[name][theme],
        );
      }
    }
  });

  it('meet AA with any accent', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyColor, (accent) => {
        expect(tooClose({ accent })).toEqual([]);
      }),
      { numRuns: 1500, seed: 2026 },
    );
  });

  it('meet AA with any surface, in light and in dark, under any accent', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyColor, anyColor, (surface, accent) => {
        expect(tooClose({ surface, accent })).toEqual([]);
      }),
      { numRuns: 600, seed: 2026 },
    );
  });

  it.each(BRAND_COLORS)('meet AA with the color of %s', (_name, accent) => {
    expect(tooClose({ accent })).toEqual([]);
  });

  it.each(Object.entries(PRESETS))('meet AA with the preset %s', (_name, { tokens }) => {
    const { accent, surface, 'surface-dark': dark } = tokens as Record<string, string | undefined>;
    expect(tooClose({ accent, surface })).toEqual([]);
    expect(tooClose({ accent, surface: dark })).toEqual([]);
  });

  // The lightness is what keeps a color readable; without it the pairs above would not hold.
  it('would not meet AA as they are given', () => {
    const yellow = luminanceOn(new Color('yellow'), 'clip');
    expect(contrast(yellow, luminanceOn(new Color(TOKENS.surface), 'clip'))).toBeLessThan(1.2);
  });
});
