import type { Bundle, BundlePart } from './schema.js';

type Facts = Pick<Bundle, 'schemaVersion' | 'contentVersion' | 'locale' | 'dir'>;
/** One part of a bundle, with the facts about the bundle it belongs to. */
export interface PartModule<P extends BundlePart> {
  readonly default: Facts & Pick<Bundle, P>;
}
type Loaders = { readonly [P in BundlePart]: () => Promise<PartModule<P>> };

/**
 * The languages that come with the kit. Each part is a module of its own, so that a page downloads only what its
 * widgets show. `#content/*` is compiled from `content/` by the build.
 */
export const BUILT_IN: Readonly<Record<string, Loaders>> = {
  en: {
    core: () => import('#content/en/core'),
    reasons: () => import('#content/en/reasons'),
    steps: () => import('#content/en/steps'),
    plan: () => import('#content/en/plan'),
    care: () => import('#content/en/care'),
    guide: () => import('#content/en/guide'),
  },
};

export const DEFAULT_LOCALE = 'en';

/** The built-in language nearest to `locale`: itself, else its language without the country, else none. */
export function nearestLocale(locale: string): string | undefined {
  const wanted = locale.toLowerCase();
  return [wanted, wanted.split('-')[0] ?? ''].find((name) => Object.hasOwn(BUILT_IN, name));
}
