import * as z from 'zod/mini';

/**
 * Characters that no text needs and that make it read other than it is: controls, overrides of direction, tags, halves
 * of characters, and those that Unicode keeps out of texts. What scripts and emoji are written with (joiners, marks and
 * isolates of direction, soft hyphens) is not among them.
 */
const MISLEADING =
  // eslint-disable-next-line no-control-regex -- they are what we look for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Passes a text that holds only characters a reader sees for what they are. */
export const honest = z.refine<string>((text) => !MISLEADING.test(text), { error: 'hidden-character' });

/** Passes a text with something to see in it: a button named with a joiner alone would be empty. */
export const visible = z.refine<string>((text) => !text || /[\p{L}\p{N}\p{P}\p{S}]/u.test(text), {
  error: 'nothing-visible',
});
