import type { MarkupSyntax } from './markup.js';

/** Text or an attribute in HTML. `<` and `>` are replaced in both, as WordPress looks for comments in either. */
export const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const HTML: MarkupSyntax = {
  attribute: (name, value) => `${name}="${inHtml(value)}"`,
  text: inHtml,
};

/** WordPress looks for shortcodes in posts, in attributes too, so brackets are replaced as well. */
export const inPost = (text: string): string => inHtml(text).replaceAll('[', '&#91;').replaceAll(']', '&#93;');
export const POST: MarkupSyntax = {
  attribute: (name, value) => `${name}="${inPost(value)}"`,
  text: inPost,
};

/** Vue fills in what stands in `{{ }}`, and finds it before it reads `&#123;` as a brace. */
export const VUE: MarkupSyntax = {
  attribute: HTML.attribute,
  text: (text) => inHtml(text).replaceAll('{', '&#123;').replaceAll('}', '&#125;'),
};

/**
 * A string in JavaScript, also inside a `<script>` element and a tag manager: `<` could end the element, and `{{ }}`
 * stands for a variable there.
 */
export const inScript = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[<>{}\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** An attribute of a shortcode, in double quotes. The plugin reads the entities. */
export const inShortcode = (text: string): string =>
  text.replaceAll(/[&<>"[\]\\]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The settings of a block, in the comment that begins it. Nothing in them can end the comment. What WordPress itself
 * writes as a number is a number here too, and the backslash, which takes a following quote with it otherwise.
 */
export const inBlock = (settings: Readonly<Record<string, string>>): string =>
  JSON.stringify(settings).replaceAll(/\\\\|\\"|--|[<>&]/g, (found) =>
    found.replace(/^\\/, '').replaceAll(/./g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
