import type { Bundle, BundlePart } from '../schema.js';

/** The parts of a bundle that can be loaded one by one. */
export const BUNDLE_PARTS: readonly BundlePart[] = [
  'core',
  'reasons',
  'debrief',
  'steps',
  'timeline',
  'plan',
  'tools',
  'watch',
  'care',
  'learn',
  'guide',
  'saving',
  'contact',
];

/** What every part travels with, so that parts of different bundles are never mixed. */
export const bundleFacts = ({ schemaVersion, contentVersion, locale, dir }: Bundle) => ({
  schemaVersion,
  contentVersion,
  locale,
  dir,
});

/** The whole bundle, or one part with the facts about its bundle, as the text of a JavaScript module. */
export function bundleModule(bundle: Bundle, part?: BundlePart): string {
  return `export default ${literal(part ? { ...bundleFacts(bundle), [part]: bundle[part] } : bundle)};\n`;
}

/** JSON is JavaScript, but for `__proto__` keys, which content ids can't be. */
const literal = (data: unknown): string => JSON.stringify(data);
