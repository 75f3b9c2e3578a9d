import type { SnippetOptions } from './options.js';
import { tokensOf } from './tree.js';

/** The tokens as a rule for the elements chosen; nothing when none is set. */
export function tokenRule(options: SnippetOptions): string {
  const declarations = tokensOf(options).map(([name, value]) => `  ${name}: ${value};\n`);
  return declarations.length ? `${options.elements.join(',\n')} {\n${declarations.join('')}}` : '';
}

/** The same in one line. */
export const tokenLine = (options: SnippetOptions): string => tokenRule(options).replaceAll(/\s*\n\s*/g, ' ');
