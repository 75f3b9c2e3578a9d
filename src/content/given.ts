import { BUILT_IN } from './built-in.js';
import { loadBuiltIn, type Content, type ContentOrigin, type ContentTrouble, type ContentTroubleCode } from './load.js';
import type { Bundle, BundlePart } from './schema.js';

/** A server that has not answered by then is treated as unreachable. */
export const FETCH_TIMEOUT_MS = 10_000;
/** Larger answers are not read: a bundle with every limit used up stays far below. */
const MAX_BUNDLE_CHARACTERS = 4_000_000;

/** Loads the parts asked for, and maybe more. */
export type LoadParts = <P extends BundlePart>(parts: readonly P[]) => Promise<Content<P>>;
type Checked = { readonly load: LoadParts } | ContentTrouble;

const trouble = (code: ContentTroubleCode, message: string, issues: readonly string[] = []): ContentTrouble => ({
  code,
  message: `${message} The built-in content is shown instead.`,
  issues,
});

/** Reads content that does not come with the kit, and checks it. Says what is wrong with it, if anything is. */
export const readGiven = (origin: Exclude<ContentOrigin, { kind: 'built-in' }>): Promise<Checked> =>
  origin.kind === 'given' ? checkGiven(origin.bundle) : fetchBundle(origin.url);

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
        `${what} has schemaVersion ${typeof version === 'number' ? version : typeof version}, and this kit reads ${READS_SCHEMA_VERSION}. ` +
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
    // Neither who signs in there nor what is asked for is for a log.
    return trouble(
      'content-address',
      `"${address.replace(/^.*@|[?#].*/gs, '…').slice(0, 200)}" is not an http(s) address.`,
    );
  }
  const name = url.origin + url.pathname;
  let text: string | undefined;
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
    });
    if (!response.ok) return trouble('content-status', `${name} answered ${response.status}.`);
    text = await readText(response);
  } catch (error) {
    return trouble('content-unreachable', `${name} could not be read (${(error as Error).name}).`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text ?? '');
  } catch {
    return trouble('content-not-json', `${name} did not answer with a bundle in JSON.`);
  }
  return checkData(data, name);
}

/** The text of an answer; nothing when it is too long. Read bit by bit, as one without end would fill the memory. */
async function readText({ body }: Response): Promise<string | undefined> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    text += decoder.decode(value, { stream: !done });
    if (done) return text;
    if (text.length > MAX_BUNDLE_CHARACTERS) {
      void reader?.cancel();
      return undefined;
    }
  }
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}
