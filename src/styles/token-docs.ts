// What the tokens mean, for docs and design tools. Nothing that a page downloads imports this.
import type { ColorName } from './palette.js';
import type { TokenName } from './tokens.js';

export interface TokenDoc {
  /** Type of the Design Tokens format (2025.10). */
  readonly type: 'color' | 'dimension' | 'fontFamily' | 'number';
  readonly meaning: string;
  /**
   * The nearest that the format can say of the default. It knows no `em`, no `inherit`, no `max()`; what CSS says stands
   * beside it.
   */
  readonly nearest?: string | number | readonly string[];
  /** The one element that uses it. */
  readonly only?: 'failed-intervention-guide';
}

/** In the order of the docs. */
export const TOKEN_DOCS: Readonly<Record<TokenName, TokenDoc>> = {
  accent: {
    type: 'color',
    meaning: 'Color of links, main buttons and marks. Any color: its lightness is set so that it reads.',
  },
  surface: {
    type: 'color',
    meaning: 'Background in the light theme: a light color. A dark one is made light.',
  },
  'surface-dark': {
    type: 'color',
    meaning: 'Background in the dark theme: a dark color. A light one is made dark.',
  },
  font: { type: 'fontFamily', meaning: 'Font of all words.', nearest: ['system-ui', 'sans-serif'] },
  'font-heading': { type: 'fontFamily', meaning: 'Font of headings.', nearest: ['system-ui', 'sans-serif'] },
  'font-size': {
    type: 'dimension',
    meaning: 'Size of the text, best in rem; all other sizes follow it. From 14px to 32px, and help from 16px to 24px.',
    nearest: '1rem',
  },
  'line-height': { type: 'number', meaning: 'Height of a line of text, as a number, from 1.2 to 2.2.' },
  radius: { type: 'dimension', meaning: 'Roundness of corners, up to 1.5em.', nearest: '0.6rem' },
  space: {
    type: 'dimension',
    meaning: 'Distance between parts, of which margins and gaps are a share. From 0.4em to 2em.',
    nearest: '1rem',
  },
  density: {
    type: 'number',
    meaning:
      'Factor on the height and padding of buttons, fields and cards, from 0.6 to 1.6. Targets stay 24px, and help stays as it is.',
  },
  'sticky-offset': {
    type: 'dimension',
    meaning: 'How far below the top of the window the help bar stays, under a header that sticks.',
    only: 'failed-intervention-guide',
  },
};

/** What the colors of the palette are for. */
export const COLOR_DOCS: Readonly<Record<ColorName, string>> = {
  accent: 'Links, main buttons, marks and the ring around what has the focus.',
  'on-accent': 'Words on the accent.',
  surface: 'Background.',
  raised: 'Background of cards, and of a button under the pointer.',
  text: 'Words.',
  muted: 'Words that matter less, such as hints.',
  line: 'Lines that only divide; nothing depends on seeing them.',
  control: 'Borders of buttons and fields.',
  urgent: 'Words and buttons for danger, and errors.',
  'on-urgent': 'Words on the color for danger.',
  'urgent-soft': 'Background of the help bar and of warnings.',
};

export interface Pair {
  readonly color: ColorName;
  readonly ground: ColorName;
  /** Least contrast: 4.5 for words (WCAG 1.4.3), 3 for borders, rings and marks (1.4.11). */
  readonly least: 4.5 | 3;
  readonly what: string;
}

const GROUNDS = ['surface', 'raised', 'urgent-soft'] as const;

const onGrounds = (color: ColorName, least: Pair['least'], what: string): readonly Pair[] =>
  GROUNDS.map((ground) => ({ color, ground, least, what }));

/** Which colors meet, and how much they have to differ. `line` is not here: it only divides. */
export const PAIRS: readonly Pair[] = [
  ...onGrounds('text', 4.5, 'words'),
  ...onGrounds('muted', 4.5, 'hints'),
  ...onGrounds('accent', 4.5, 'links and quiet buttons; focus ring and checked borders, for which 3 would do'),
  ...onGrounds('urgent', 4.5, 'words for danger, errors'),
  ...onGrounds('control', 3, 'borders of buttons and fields'),
  { color: 'on-accent', ground: 'accent', least: 4.5, what: 'words of main buttons, also under the pointer' },
  { color: 'on-urgent', ground: 'urgent', least: 4.5, what: 'words of buttons for danger' },
];
