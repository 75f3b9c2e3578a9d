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
    debrief: () => import('#content/en/debrief'),
    steps: () => import('#content/en/steps'),
    timeline: () => import('#content/en/timeline'),
    plan: () => import('#content/en/plan'),
    tools: () => import('#content/en/tools'),
    watch: () => import('#content/en/watch'),
    care: () => import('#content/en/care'),
    learn: () => import('#content/en/learn'),
    guide: () => import('#content/en/guide'),
    saving: () => import('#content/en/saving'),
    contact: () => import('#content/en/contact'),
  },
  es: {
    core: () => import('#content/es/core'),
    reasons: () => import('#content/es/reasons'),
    debrief: () => import('#content/es/debrief'),
    steps: () => import('#content/es/steps'),
    timeline: () => import('#content/es/timeline'),
    plan: () => import('#content/es/plan'),
    tools: () => import('#content/es/tools'),
    watch: () => import('#content/es/watch'),
    care: () => import('#content/es/care'),
    learn: () => import('#content/es/learn'),
    guide: () => import('#content/es/guide'),
    saving: () => import('#content/es/saving'),
    contact: () => import('#content/es/contact'),
  },
};

export const DEFAULT_LOCALE = 'en';

/** The built-in language nearest to `locale`: itself, else its language without the country, else none. */
export function nearestLocale(locale: string): string | undefined {
  const wanted = locale.toLowerCase();
  return [wanted, wanted.split('-')[0] ?? ''].find((name) => Object.hasOwn(BUILT_IN, name));
}
