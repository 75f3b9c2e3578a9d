import { attributesFor } from './choices.js';
import type { Context } from './types.js';

/** What a page pastes to show what the story shows: the script, and the element with the story's attributes. */
export function snippetOf(_code: string, context: Context): string {
  const tag = String(context.component);
  const attributes = Object.entries(attributesFor(context))
    .filter(([name]) => !name.startsWith('--'))
    .map(([name, value]) => ` ${name}="${String(value)}"`);
  return `<script type="module" src="https://your-site.example/failed-intervention-guide/embed.js"></script>\n<${tag}${attributes.join('')}></${tag}>`;
}
