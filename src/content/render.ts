import { html, nothing, type TemplateResult } from 'lit';
import { isSafeHref, type Inline, type Place, type RichText } from './rich-text.js';

/** What rich text needs from around it to be read. */
export interface Reading {
  /** What a place reads as and where it leads, in the visitor's region. */
  readonly resolve: (place: Place) => { readonly text: string; readonly href?: string };
  /** "(opens in a new tab)" */
  readonly newTab: string;
}

type Rendered = TemplateResult | string | typeof nothing;

/** Shows a rich-text tree. Whatever is not a known node is left out. */
export function renderRichText(text: RichText, reading: Reading): Rendered[] {
  return text.map((block) => {
    switch (block.kind) {
      case 'p':
        return html`<p>${renderInline(block.children, reading)}</p>`;
      case 'ul':
        return html`<ul>
          ${renderItems(block.items, reading)}
        </ul>`;
      case 'ol':
        return html`<ol>
          ${renderItems(block.items, reading)}
        </ol>`;
      default:
        return nothing;
    }
  });
}

export const renderItems = (items: readonly (readonly Inline[])[], reading: Reading): TemplateResult[] =>
  items.map((item) => html`<li>${renderInline(item, reading)}</li>`);

export function renderInline(nodes: readonly Inline[], reading: Reading): Rendered[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node;
    switch (node.kind) {
      case 'em':
        return html`<em>${renderInline(node.children, reading)}</em>`;
      case 'strong':
        return html`<strong>${renderInline(node.children, reading)}</strong>`;
      case 'link':
        return renderLink(node.href, renderInline(node.children, reading), reading);
      case 'place': {
        const { text, href } = reading.resolve(node.place);
        return href ? renderLink(href, text, reading) : text;
      }
      default:
        return nothing;
    }
  });
}

/**
 * A link, or only its words when the address is not one we may send a family to. Other sites open in a new tab, as
 * answers live in this page's memory and would be gone.
 */
export function renderLink(href: string, words: unknown, { newTab }: Pick<Reading, 'newTab'>): TemplateResult {
  if (!isSafeHref(href)) return html`${words}`;
  if (!href.startsWith('https:')) return html`<a href=${href}>${words}</a>`;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
    >${words}<span class="unseen"> ${newTab}</span></a
  >`;
}
