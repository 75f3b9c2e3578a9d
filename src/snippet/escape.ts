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

/** A string in PHP, in single quotes, where only the quote and the backslash have a meaning. */
export const inPhp = (text: string): string => `'${text.replaceAll(/[\\']/g, '\\$&')}'`;

/** An attribute of a shortcode, in double quotes. The PHP of the snippet reads the entities. */
export const inShortcode = (text: string): string =>
  text.replaceAll(/[&<>"[\]]/g, (sign) => `&#${sign.charCodeAt(0)};`);
