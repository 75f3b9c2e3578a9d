import type { Overlay } from 'failed-intervention-guide';

/** A few words of the center's own, over the built-in ones. `failed-intervention-guide build` makes such data too. */
export const ourWords: Overlay = {
  schemaVersion: 1,
  extends: 'en',
  contentVersion: 'cedar-hollow-1',
  locale: 'en',
  dir: 'ltr',
  parts: { guide: { words: { title: 'After a hard talk' } } },
};
