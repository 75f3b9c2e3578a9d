import { takesLead } from './check.js';
import { inPost, inShortcode } from './escape.js';
import type { FallbackLine, SnippetOptions, SnippetPart } from './options.js';
import { leadParts, stylesheet } from './target-html.js';
import { attributesOf, fallbackLines } from './tree.js';
import { FORM_SHORTCODE, shortcodeOf, shortcodePhp } from './wordpress-php.js';

/** Shortcodes for any editor and any role, and the PHP that makes them work. */
export function wordpressShortcodeParts(options: SnippetOptions): readonly SnippetPart[] {
  return [
    {
      title: 'Into the post or page: a block "Shortcode", or a line of its own',
      language: 'text',
      code: shortcodes(options),
    },
    ...onceForTheSite(options),
  ];
}

/** The same shortcodes as blocks, for the code view of the block editor and for block templates. */
export function wordpressBlockParts(options: SnippetOptions): readonly SnippetPart[] {
  const blocks = shortcodeLines(options).map((line) => `<!-- wp:shortcode -->\n${line}\n<!-- /wp:shortcode -->`);
  return [
    { title: 'Into the code view of the block editor, or a template', language: 'html', code: blocks.join('\n\n') },
    ...onceForTheSite(options),
  ];
}

const onceForTheSite = (options: SnippetOptions): readonly SnippetPart[] => [
  {
    title: 'Once for the site: wp-content/plugins/failed-intervention-guide-shortcodes.php, then activate it',
    language: 'php',
    code: shortcodePhp(options.scriptUrl ?? ''),
  },
  ...stylesheet(options, 'Once for the site: the colors, into Additional CSS'),
  ...leadParts(options),
];

const shortcodes = (options: SnippetOptions): string => shortcodeLines(options).join('\n\n');

/** One shortcode an element, each in one line. Its words stand in the line, as a paragraph in it would part it. */
function shortcodeLines(options: SnippetOptions): readonly string[] {
  return options.elements.map((tag, index) => {
    const name = shortcodeOf(tag);
    const attributes = attributesOf(tag, options).map(([key, value]) => ` ${shortcodeOf(key)}="${inShortcode(value)}"`);
    const words = index ? '' : fallbackLines(options).map(wordsOf).join('<br />');
    const form = options.lead?.way === 'slot' && takesLead(tag) ? formShortcode() : '';
    return `[${name}${attributes.join('')}]${words}${form}[/${name}]`;
  });
}

/** Contact Form 7 is the most common one; any shortcode of a form can stand there. */
const formShortcode = (): string => `[${FORM_SHORTCODE}][contact-form-7 id="YOUR-FORM"][/${FORM_SHORTCODE}]`;

const wordsOf = (line: FallbackLine): string =>
  line
    .map((piece) =>
      typeof piece === 'string' ? inPost(piece) : `<a href="${inPost(piece.href)}">${inPost(piece.text)}</a>`,
    )
    .join('');
