/** What the toolbar switches: theme, words, region. A story that sets one of them itself keeps it. */
import type { Bundle } from '../../src/content/schema.js';
import type { Args, Context } from './types.js';

export const THEMES = [
  { value: 'auto', title: 'Theme: as the system' },
  { value: 'light', title: 'Theme: light' },
  { value: 'dark', title: 'Theme: dark' },
];

/** The last two are of no language; see test/fixtures/pseudo.ts. */
export const LOCALES = [
  { value: 'en', title: 'Words: English' },
  { value: 'es', title: 'Words: Spanish' },
  { value: 'rtl', title: 'Words: right to left' },
  { value: 'long', title: 'Words: very long' },
];

export const REGIONS = [
  { value: 'US', title: 'Region: United States' },
  { value: 'UK', title: 'Region: United Kingdom' },
  { value: 'CA', title: 'Region: Canada' },
  { value: 'AU', title: 'Region: Australia' },
  { value: 'unknown', title: 'Region: not known' },
];

const bundles = new Map<string, Promise<Bundle>>();

const PSEUDO = ['rtl', 'long', 'empty'] as const;
type Pseudo = (typeof PSEUDO)[number];

/** Words made from the English ones, once a page: elements compare bundles by identity. */
function pseudo(kind: Pseudo): Promise<Bundle> {
  const known = bundles.get(kind);
  if (known) return known;
  const made = Promise.all([import('#content/en'), import('../../test/fixtures/pseudo.js')]).then(
    ([{ default: english }, { rightToLeft, longWords, emptied }]) =>
      ({ rtl: rightToLeft, long: longWords, empty: emptied })[kind](english),
  );
  bundles.set(kind, made);
  return made;
}

/** A loader: the bundle to give to elements, where the words are not built in. */
export async function contentFor({ args, globals, parameters }: Context): Promise<{ content?: unknown }> {
  if (parameters.content !== undefined) return { content: parameters.content };
  const locale = args.locale ?? parameters.words ?? globals.locale;
  if (parameters.bundles) return { content: parameters.bundles[locale ?? ''] ?? parameters.bundles.en };
  const kind = PSEUDO.find((one) => one === locale);
  return kind ? { content: await pseudo(kind) } : {};
}

/** The attributes of an element: those of the story, and the toolbar's for what it leaves open. */
export function attributesFor({ args, globals, parameters }: Context): Args {
  const words = parameters.words ?? globals.locale;
  return {
    ...(globals.region !== 'unknown' && { region: globals.region }),
    ...(globals.theme !== 'auto' && { theme: globals.theme }),
    ...(words === 'es' && { locale: 'es' }),
    ...Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== '')),
  };
}
