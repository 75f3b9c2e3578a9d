/**
 * Rich text as a tree. Markdown becomes this tree at build time, and Lit templates render it, so no string of
 * HTML ever crosses from content to page. The node kinds are a closed set: what is not here can't be shown.
 */

/** What region data fills in: no phone number or address is ever written in prose. */
export type Place = 'emergency' | 'locator' | `line:${string}`;

export type Inline =
  | string
  | { readonly kind: 'em'; readonly children: readonly Inline[] }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] }
  | { readonly kind: 'place'; readonly place: Place };

export type Block =
  | { readonly kind: 'p'; readonly children: readonly Inline[] }
  | { readonly kind: 'ul' | 'ol'; readonly items: readonly (readonly Inline[])[] };

export type RichText = readonly Block[];

/** Deepest allowed nesting of inline nodes: emphasis in a link in emphasis is already odd. */
export const MAX_INLINE_DEPTH = 4;

/**
 * A link passes only if it literally begins with an allowed scheme. `new URL` is no test: it accepts
 * `https:@host`, which browsers open as a different place than it reads. Nor may a name stand before the host, as in
 * `https://good.org@elsewhere.org`.
 */
const SAFE_HREF =
  /^(?:https:\/\/[^/?#\s@\\]+(?:[/?#]|$)|mailto:[^\s@]+@|tel:\+?[\d-]+$|sms:\+?[\d-]+(?:[?;&]|$)|#[\w-]+$)/;
// eslint-disable-next-line no-control-regex -- control characters disguise schemes, so they are what we look for
const HIDDEN_CHARACTERS = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Whether a link may be shown: `https://`, `mailto:`, `tel:`, `sms:` or a same-page `#`. */
export function isSafeHref(href: string): boolean {
  return SAFE_HREF.test(href) && !HIDDEN_CHARACTERS.test(href);
}

/** Whether a link leads to a place on the web, and a browser can make an address of it. */
export function isWebAddress(href: string): boolean {
  if (!href.startsWith('https:') || !isSafeHref(href)) return false;
  try {
    return Boolean(new URL(href)); // no `URL.canParse`: Safari 16 and Chrome before 120 have none
  } catch {
    return false;
  }
}

/** Turns a place into words, for plain text. */
export type PlaceWords = (place: Place) => string;

const braces: PlaceWords = (place) => `{${place}}`;

/** The words of inline nodes, without marks. Places read as `{place}` unless `words` says otherwise. */
export function inlineText(nodes: readonly Inline[], words: PlaceWords = braces): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return node.kind === 'place' ? words(node.place) : inlineText(node.children, words);
    })
    .join('');
}

/** The words of a rich text, paragraphs and list items parted by a line break. */
export function plainText(text: RichText, words: PlaceWords = braces): string {
  return text
    .flatMap((block) => (block.kind === 'p' ? [block.children] : block.items))
    .map((inline) => inlineText(inline, words))
    .join('\n');
}
