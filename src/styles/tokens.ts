// What a page can set. Styles, docs, design-tokens.json and the contrast tests come from here and from palette.ts.

/** Tokens, without `--fig-`, that nothing else may be than a color or a number. On a page that does not set them: this. */
const TYPED = {
  accent: '#1c6758',
  surface: '#fffdfa',
  'surface-dark': '#18201e',
  density: '1',
} as const;

/** All public tokens, and what each is on a page that does not set it. */
export const TOKENS = {
  ...TYPED,
  font: 'inherit',
  'font-heading': 'inherit',
  'font-size': 'max(1rem, 16px)',
  'line-height': '1.55',
  radius: '0.6em',
  space: '1em',
  'sticky-offset': '0px',
} as const;

export type TokenName = keyof typeof TOKENS;

/** The least and the most that a token does, whatever a page sets. */
export const LIMITS = {
  'font-size': ['max(0.875rem, 14px)', 'max(2rem, 32px)'],
  'line-height': ['1.2', '2.2'],
  radius: ['0px', '1.5em'],
  space: ['0.4em', '2em'],
  density: ['0.6', '1.6'],
} as const;

let isRegistered = false;

/** Tells the browser what is a color and what a number: a token that a page sets to anything else counts as not set. */
export function registerTokens(): void {
  if (isRegistered) return;
  isRegistered = true;
  for (const [name, initialValue] of Object.entries(TYPED)) {
    const syntax = initialValue.startsWith('#') ? '<color>' : '<number>';
    try {
      CSS.registerProperty({ name: `--fig-${name}`, syntax, initialValue, inherits: true });
    } catch {
      // Another copy of the kit registered it; or there is no browser.
    }
  }
}
