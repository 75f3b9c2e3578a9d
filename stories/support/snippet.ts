import type { Content } from '../../src/content/load.js';
import { createSnippet, crisisFallback, SnippetError } from '../../src/snippet/snippet.js';
import { attributesFor } from './choices.js';
import type { Context } from './types.js';

/** Where a site puts the kit; a page changes it to its own. */
const SCRIPT_URL = 'https://your-site.example/failed-intervention-guide/embed.js';
/** Attributes of the way to the center: the snippet writes them with what goes with them. */
const LEAD = ['lead', 'lead-form', 'lead-fields', 'name'];

const coreOf = async (locale: string | undefined): Promise<Content['core']> => {
  const part: { readonly default: unknown } = await (locale === 'es'
    ? import('#content/es/core')
    : import('#content/en/core'));
  return (part.default as Content).core;
};

/** What a page pastes to get what the story shows: the script, and the element with its arguments as they are now. */
export async function snippetOf(_code: string, context: Context): Promise<string> {
  const given = Object.entries(attributesFor(context)).map(([name, value]) => [name, value ?? ''] as const);
  const options = {
    elements: [String(context.component)],
    scriptUrl: SCRIPT_URL,
    attributes: Object.fromEntries(given.filter(([name]) => !name.startsWith('--') && !LEAD.includes(name))),
    tokens: Object.fromEntries(given.filter(([name]) => name.startsWith('--'))),
    ...(context.args.lead === 'offer' && { lead: { way: 'event' as const } }),
  };
  const { locale, region = '' } = options.attributes;
  try {
    const { parts } = createSnippet({ ...options, fallback: crisisFallback(await coreOf(locale), region) }, 'html');
    return parts.map(({ code }) => code.trim()).join('\n\n');
  } catch (error) {
    if (error instanceof SnippetError) return `<!-- There is no snippet for this yet.\n${error.message}\n-->`;
    throw error;
  }
}
