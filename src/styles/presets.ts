import type { TokenName } from './tokens.js';

export interface Preset {
  readonly meaning: string;
  readonly tokens: Readonly<Partial<Record<TokenName, string>>>;
}

/** Looks to start from. Each is a style sheet in the package: `failed-intervention-guide/presets/<name>.css`. */
export const PRESETS = {
  clinic: {
    meaning: 'Cool and crisp: blue on white, corners that are almost square.',
    tokens: { accent: '#0b5c8a', surface: '#ffffff', 'surface-dark': '#12191f', radius: '0.2em' },
  },
  warm: {
    meaning: 'Soft and homely: earthy red on cream, serif headings, rounder corners.',
    tokens: {
      accent: '#99472f',
      surface: '#fffaf2',
      'surface-dark': '#221c18',
      'font-heading': "Georgia, 'Times New Roman', serif",
      'line-height': '1.6',
      radius: '0.9em',
    },
  },
  large: {
    meaning: 'Bigger text and more room, for tired eyes and unsteady hands.',
    tokens: { 'font-size': 'max(1.25rem, 20px)', 'line-height': '1.65', space: '1.15em', density: '1.15' },
  },
  compact: {
    meaning: 'Tighter, for a sidebar or a page that already holds much. Help stays as large as it is.',
    tokens: {
      'font-size': 'max(0.9375rem, 15px)',
      'line-height': '1.45',
      radius: '0.4em',
      space: '0.75em',
      density: '0.75',
    },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetName = keyof typeof PRESETS;

/** Tokens as a style sheet. On `:root`, they hold for the whole page, and a rule for an element is stronger. */
export function tokenSheet(tokens: Preset['tokens'], selector = ':root'): string {
  const lines = Object.entries(tokens).map(([name, value]) => `  --fig-${name}: ${value};\n`);
  return `${selector} {\n${lines.join('')}}\n`;
}
