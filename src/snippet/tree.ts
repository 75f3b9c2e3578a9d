import { takesLead } from './check.js';
import { ELEMENTS, TOKENS } from './facts.js';
import type { FallbackLine, SnippetLabels, SnippetOptions } from './options.js';

/** An element of the snippet, before it is written in the language of a target. */
export interface SnippetNode {
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (SnippetNode | string)[];
}

export const DEFAULT_LEAD_NAME = 'guide-summary';

/** The elements as they stand on the page, with fallback words in the first one. */
export function elementNodes(options: SnippetOptions): readonly SnippetNode[] {
  const { elements, lead } = options;
  const nodes = elements.map((tag, index): SnippetNode => {
    const words = index ? [] : fallbackLines(options).map(paragraph);
    const form = lead?.way === 'slot' && takesLead(tag) ? [formNode(options, { slot: 'lead-form' })] : [];
    return { tag, attributes: attributesOf(tag, options), children: [...words, ...form] };
  });
  return lead?.way === 'inside' ? [formAround(options, nodes)] : nodes;
}

/** The fallback words, one entry a paragraph. */
export function fallbackLines({ fallback = '' }: SnippetOptions): readonly FallbackLine[] {
  if (typeof fallback !== 'string') return fallback;
  return fallback
    .split(/[\n\r]+/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
    .map((line) => [line]);
}

const paragraph = (line: FallbackLine): SnippetNode =>
  node(
    'p',
    {},
    ...line.map((piece) => (typeof piece === 'string' ? piece : node('a', { href: piece.href }, piece.text))),
  );

/** What the options say of one element: what it takes, and what is not left empty. */
export function attributesOf(tag: string, options: SnippetOptions): readonly (readonly [string, string])[] {
  const taken = ELEMENTS[tag]?.attributes ?? [];
  const all = { ...options.attributes, ...(takesLead(tag) ? leadAttributes(tag, options) : {}) };
  return Object.entries(all).filter(([name, value]) => value && taken.includes(name));
}

function leadAttributes(tag: string, { elements, lead }: SnippetOptions): Readonly<Record<string, string>> {
  switch (lead?.way) {
    case 'form':
      return { 'lead-form': lead.form ?? '' };
    case 'event':
      return { lead: 'offer' };
    case 'inside': {
      // Two elements in one form need names of their own.
      const place = elements.filter(takesLead).indexOf(tag);
      const name = lead.name ?? '';
      return { name: (name || DEFAULT_LEAD_NAME) + (place ? `-${place + 1}` : '') };
    }
    default:
      return {};
  }
}

/** The language asked for, without a country: `es` of `es-MX`. Nothing when none is. */
export const languageOf = ({ attributes = {} }: SnippetOptions): string =>
  (attributes.locale ?? '').toLowerCase().replace(/-.*/, '');

/** Tokens with their values, for the elements chosen. Nothing when none is set. */
export function tokensOf({ tokens = {} }: SnippetOptions): readonly (readonly [name: string, value: string])[] {
  return Object.entries(tokens).filter(([name, value]) => value && Object.hasOwn(TOKENS, name));
}

const node = (tag: string, attributes: Readonly<Record<string, string>>, ...children: SnippetNode['children']) => ({
  tag,
  attributes: Object.entries(attributes).filter(([, value]) => value),
  children,
});
const field = (label: string, attributes: Readonly<Record<string, string>>): SnippetNode =>
  node('label', {}, `${label} `, node('input', attributes));
const hidden = (name: string, takes: string): SnippetNode => node('input', { name, type: 'hidden', 'data-fig': takes });

/** Words of the sample form when none are given. */
const LABELS: Required<SnippetLabels> = { name: 'First name', phone: 'Phone', email: 'Email', send: 'Send' };

/** A form to start from, whose fields take what a visitor agreed to. */
export function formNode({ lead }: SnippetOptions, attributes: Readonly<Record<string, string>>): SnippetNode {
  const labels = { ...LABELS, ...lead?.labels };
  return node(
    'form',
    { ...attributes, action: '/contact', method: 'post' },
    field(labels.name, { name: 'first-name', 'data-fig': 'contact.name' }),
    field(labels.phone, { name: 'phone', type: 'tel', 'data-fig': 'contact.phone' }),
    field(labels.email, { name: 'email', type: 'email', 'data-fig': 'contact.email' }),
    hidden('channel', 'channel'),
    hidden('safe-to-call', 'safe.call'),
    hidden('safe-to-leave-message', 'safe.message'),
    hidden('summary', 'summary'),
    hidden('consent', 'consent.record'),
    node('button', {}, labels.send),
  );
}

/** A form around the elements. It asks how to reach the visitor, and the elements add the rest. */
function formAround({ lead }: SnippetOptions, nodes: readonly SnippetNode[]): SnippetNode {
  const labels = { ...LABELS, ...lead?.labels };
  const phone = field(labels.phone, { name: 'phone', type: 'tel' });
  return node('form', { action: '/contact', method: 'post' }, ...nodes, phone, node('button', {}, labels.send));
}
