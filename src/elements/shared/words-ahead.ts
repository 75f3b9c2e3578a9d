import { DEFAULT_LOCALE } from '../../content/built-in.js';
import { loadBuiltIn } from '../../content/load.js';
import type { BundlePart } from '../../content/schema.js';
import { nearestLang } from './nearest-lang.js';

/**
 * Fetches the built-in words of an element while its code is still on the way, so that a slow line is waited for once.
 * For an element with words at an address, what reads them. Resolves when that is there, or can't be.
 * `element` may be the `<div>` that is to hold it.
 */
export function wordsAhead(element: Element, part: BundlePart): Promise<unknown> {
  const prefix = element.localName === 'div' ? 'data-' : '';
  if ('content' in element) return Promise.resolve();
  // The element asks for the same files, and says so when they do not come.
  if (element.hasAttribute(`${prefix}content-src`)) return import('../../content/given.js').catch(() => undefined);
  const locale = element.getAttribute(`${prefix}locale`) || nearestLang(element) || DEFAULT_LOCALE;
  return loadBuiltIn(locale, [part]).catch(() => undefined);
}
