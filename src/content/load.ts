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
  | 'content-unreachable' // no answer, or not in time
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

/** A server that has not answered by then is treated as unreachable. */
export const FETCH_TIMEOUT_MS = 10_000;
/** Larger answers are not read: a bundle with every limit used up stays far below. */
const MAX_BUNDLE_CHARACTERS = 4_000_000;

/** Loads the parts asked for. Never rejects for bad content: the built-in bundle stands in, with the trouble named. */
export async function loadContent<P extends BundlePart>(
  origin: ContentOrigin,
  parts: readonly P[],
): Promise<LoadedContent<P>> {
  if (origin.kind === 'built-in') return { content: await loadBuiltIn(origin.locale, parts) };
  const result = await (origin.kind === 'given' ? checkGiven(origin.bundle) : fetchBundle(origin.url));
  if ('load' in result) return { content: await result.load(parts) };
  return { content: await loadBuiltIn(origin.locale, parts), trouble: result };
}

/** Loads the parts asked for, and maybe more. */
export type LoadParts = <P extends BundlePart>(parts: readonly P[]) => Promise<Content<P>>;
type Checked = { readonly load: LoadParts } | ContentTrouble;

const trouble = (code: ContentTroubleCode, message: string, issues: readonly string[] = []): ContentTrouble => ({
  code,
  message: `${message} The built-in content is shown instead.`,
  issues,
});

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
  const modules = await Promise.all([...new Set<BundlePart>(['core', ...parts])].map((part) => loaders[part]()));
  return Object.assign({}, ...modules.map((module) => module.default)) as Content<P>;
}

/** What became of bundles given before: a guide and all elements in it are given the same one. */
const given = new WeakMap<object, Promise<Checked>>();

/** A bundle from the page's own script. It is checked whole, as one part that breaks would leave the page blank. */
function checkGiven(bundle: unknown): Promise<Checked> {
  if (typeof bundle !== 'object' || bundle === null) {
    return Promise.resolve(trouble('content-invalid', 'The `content` property is not a compiled bundle.'));
  }
  const known = given.get(bundle);
  if (known) return known;
  const check = checkData(bundle, 'The `content` property');
  given.set(bundle, check);
  check.catch(() => given.delete(bundle)); // the file that checks did not come; it may the next time
  return check;
}

/** Checks data of unknown origin; `what` is how messages name it. */
async function checkData(data: unknown, what: string): Promise<Checked> {
  const wrongVersion = checkVersion((Object(data) as Partial<Bundle>).schemaVersion, what);
  if (wrongVersion) return wrongVersion;
  // zod comes only with this chunk, so that pages with built-in content never download it.
  const { checkBundle, checkOverlay } = await import('./check-bundle.js');
  if (Object.hasOwn(data as object, 'extends')) {
    const { load, issues } = await checkOverlay(data, { names: Object.keys(BUILT_IN), load: loadBuiltIn });
    return load ? { load } : invalid(`${what} is not a valid overlay`, issues);
  }
  const { bundle, issues } = checkBundle(data);
  return bundle ? { load: () => Promise.resolve(bundle) } : invalid(`${what} is not a valid bundle`, issues);
}

const invalid = (what: string, issues: readonly string[]): ContentTrouble =>
  trouble('content-invalid', `${what}: ${issues[0] ?? ''}.`, issues);

/** The version this build reads. The schema says the same; a test holds them together. */
export const READS_SCHEMA_VERSION = 1;

const checkVersion = (version: unknown, what: string): ContentTrouble | undefined =>
  version === READS_SCHEMA_VERSION
    ? undefined
    : trouble(
        'content-version',
        `${what} has schemaVersion ${JSON.stringify(version)}, and this kit reads ${READS_SCHEMA_VERSION}. ` +
          'Build it again with the `failed-intervention-guide` command of the same version.',
      );

/** One request an address and page, however many widgets ask. Failures are forgotten, so that a later one can try. */
const fetched = new Map<string, Promise<Checked>>();

function fetchBundle(url: string): Promise<Checked> {
  const known = fetched.get(url);
  if (known) return known;
  const request = readBundle(url);
  fetched.set(url, request);
  const forget = () => void fetched.delete(url);
  request.then((result) => {
    if (!('load' in result)) forget();
  }, forget);
  return request;
}

async function readBundle(address: string): Promise<Checked> {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) {
    return trouble('content-address', `"${address.slice(0, 200)}" is not an http(s) address.`);
  }
  let text: string;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!response.ok) return trouble('content-status', `${url.href} answered ${response.status}.`);
    text = await response.text();
  } catch (error) {
    return trouble('content-unreachable', `${url.href} could not be read (${String(error)}).`);
  }
  let data: unknown;
  try {
    if (text.length > MAX_BUNDLE_CHARACTERS) throw new RangeError('too large');
    data = JSON.parse(text);
  } catch {
    return trouble('content-not-json', `${url.href} did not answer with a bundle in JSON.`);
  }
  return checkData(data, url.href);
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}
