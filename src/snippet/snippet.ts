/**
 * Makes what a site owner pastes: a snippet for a plain page, WordPress, React, Vue or a tag manager, with what to know
 * about each. Knows no DOM and keeps nothing: all of the configuration is in the snippet.
 */
import { checkSnippet, SnippetError } from './check.js';
import type { Snippet, SnippetOptions, SnippetPart, SnippetTarget } from './options.js';
import { htmlParts } from './target-html.js';
import { reactParts } from './target-react.js';
import { tagManagerParts } from './target-tag-manager.js';
import { vueParts } from './target-vue.js';
import { wordpressBlockParts } from './target-wordpress-block.js';
import { wordpressDivParts, wordpressHtmlParts, wordpressShortcodeParts } from './target-wordpress.js';
import { isPossible, warningsFor } from './warnings.js';

export { checkSnippet, SnippetError, type SnippetIssue } from './check.js';
export type { AttributeFacts, ElementFacts, RegionFacts, TokenFacts } from './fact-types.js';
export { PRESETS } from '../styles/presets.js';
export { ATTRIBUTES, ELEMENTS, LOCALES, REGIONS, TOKENS } from './facts.js';
export { crisisFallback, formLabels } from './fallback.js';
export * from './options.js';
export { elementNodes, formNode, type SnippetNode } from './tree.js';

const PARTS: Readonly<Record<SnippetTarget, (options: SnippetOptions) => readonly SnippetPart[]>> = {
  html: htmlParts,
  'wordpress-block': wordpressBlockParts,
  'wordpress-shortcode': wordpressShortcodeParts,
  'wordpress-div': wordpressDivParts,
  'wordpress-html': wordpressHtmlParts,
  react: reactParts,
  vue: vueParts,
  'tag-manager': tagManagerParts,
};

/**
 * Makes a snippet: one or more parts to copy, and what to know about them. Every value is escaped for where it stands.
 * @throws {SnippetError} With everything that is wrong, when no snippet can be made. {@link checkSnippet} says it
 * without throwing.
 */
export function createSnippet(options: SnippetOptions, target: SnippetTarget): Snippet {
  const issues = checkSnippet(options, target);
  if (issues.length) throw new SnippetError(issues);
  const { lead } = options;
  const possible = lead && !isPossible(lead.way, target) ? { ...options, lead: { way: 'none' as const } } : options;
  return { parts: PARTS[target](possible), warnings: warningsFor(options, target) };
}
