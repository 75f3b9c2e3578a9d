import { BUILT_IN, DEFAULT_LOCALE, nearestLocale } from './built-in.js';
import type { Bundle, BundlePart } from './schema.js';

/**
 * Where content comes from; the most specific of what a page gives wins, in this order: a bundle as a property,
 * a bundle's address, the built-in bundle of a language.
 */
export type ContentOrigin =
  | { readonly kind: 'given'; readonly bundle: unknown; readonly locale: string }
  | { readonly kind: 'url'; readonly url: string; readonly locale: string }
  | { readonly kind: 'built-in'; readonly locale: string };

/** Whether two origins name the same content. Bundles are compared by identity. */
export function isSameOrigin(a: ContentOrigin, b: ContentOrigin): boolean {
  return (
    a.kind === b.kind &&
    a.locale === b.locale &&
    (a.kind !== 'url' || a.url === (b as typeof a).url) &&
    (a.kind !== 'given' || a.bundle === (b as typeof a).bundle)
  );
}

/** Content with at least the parts `P`. */
export type Content<P extends BundlePart = never> = Pick<
  Bundle,
  'schemaVersion' | 'contentVersion' | 'locale' | 'dir' | 'core' | P
>;

/** Stable codes for what can go wrong with content. */
export type ContentTroubleCode =
  | 'content-address' // not an address we may fetch
  | 'content-unreachable' // no answer, or not in time; or what reads and checks it did not come
  | 'content-status' // an answer that is an error
  | 'content-not-json'
  | 'content-version' // made for another version of the kit
  | 'content-invalid';

/** Why the content asked for could not be used. */
export interface ContentTrouble {
  readonly code: ContentTroubleCode;
  /** What happened and what to do, for a developer. */
  readonly message: string;
  /** Paths inside the bundle, with what is wrong there. */
  readonly issues: readonly string[];
}

export interface LoadedContent<P extends BundlePart> {
  readonly content: Content<P>;
  /** Set when the built-in content stands in for what was asked for. */
  readonly trouble?: ContentTrouble;
}

/** Loads the parts asked for. Never rejects for bad content: the built-in bundle stands in, with the trouble named. */
export async function loadContent<P extends BundlePart>(
  origin: ContentOrigin,
  parts: readonly P[],
): Promise<LoadedContent<P>> {
  if (origin.kind === 'built-in') return { content: await loadBuiltIn(origin.locale, parts) };
  // Pages with built-in content never download what reads and checks other content.
  const result = await import('./given.js').then(({ readGiven }) => readGiven(origin)).catch(unread);
  if ('load' in result) return { content: await result.load(parts) };
  return { content: await loadBuiltIn(origin.locale, parts), trouble: result };
}

/** A file of the kit that reads or checks content did not come, or met something on the page that it can't live with. */
const unread = (error: unknown): ContentTrouble => ({
  code: 'content-unreachable',
  message: `A file of the kit could not be loaded: ${String(error)}`,
  issues: [],
});

/**
 * Parts that were asked for, by what loads them. Asking the browser again takes it a task more, in which an element could
 * be painted before the help bar inside it. One that did not come is forgotten, so that a later try can bring it.
 */
const asked = new Map<() => Promise<unknown>, Promise<{ readonly default: object }>>();

function once(load: () => Promise<{ readonly default: object }>): Promise<{ readonly default: object }> {
  const known = asked.get(load);
  if (known) return known;
  const part = load();
  asked.set(load, part);
  part.catch(() => asked.delete(load));
  return part;
}

const warned = new Set<string>();

/** Loads built-in parts. A language we don't have falls back to English, with one warning a page. */
export async function loadBuiltIn<P extends BundlePart>(locale: string, parts: readonly P[]): Promise<Content<P>> {
  const name = nearestLocale(locale);
  if (!name && !warned.has(locale)) {
    warned.add(locale);
    console.warn(
      `failed-intervention-guide: there is no built-in content for locale "${locale}"; English is shown. ` +
        `Built in: ${Object.keys(BUILT_IN).join(', ')}.`,
    );
  }
  const loaders = BUILT_IN[name ?? DEFAULT_LOCALE] as (typeof BUILT_IN)[string];
  const modules = await Promise.all([...new Set<BundlePart>(['core', ...parts])].map((part) => once(loaders[part])));
  return Object.assign({}, ...modules.map((module) => module.default)) as Content<P>;
}
