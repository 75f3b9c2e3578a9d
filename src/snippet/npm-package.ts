import type { SnippetPart } from './options.js';

/** The kit on npm, for targets that import it. */
export const PACKAGE = 'failed-intervention-guide';

export const INSTALL: SnippetPart = { title: 'In a terminal', language: 'sh', code: `npm install ${PACKAGE}` };
