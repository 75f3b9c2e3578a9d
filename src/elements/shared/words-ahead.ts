import { DEFAULT_LOCALE } from '../../content/built-in.js';
import { loadBuiltIn } from '../../content/load.js';
import type { BundlePart } from '../../content/schema.js';
import { nearestLang } from './nearest-lang.js';

/**
 * Fetches the built-in words of an element while its code is still on the way, so that a slow line is waited for once.
 * Resolves when they are there, or can't be. An element that brings words of its own gets none.
 * `element` may be the `<div>` that is to hold it.
 */
export function wordsAhead(element: Element, part: BundlePart): Promise<unknown> {
  const prefix = element.localName === 'div' ? 'data-' : '';
  if (element.hasAttribute(`${prefix}content-src`) || 'content' in element) return Promise.resolve();
  const locale = element.getAttribute(`${prefix}locale`) || nearestLang(element) || DEFAULT_LOCALE;
  // The element asks for the same files, and says so when they do not come.
  return loadBuiltIn(locale, [part]).catch(() => undefined);
}
