import { html, nothing, type TemplateResult } from 'lit';
import { dateInWords, fill, languageNames, today } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { linesFor } from '../../content/region.js';
import { renderLink, renderRichText } from '../../content/render.js';
import type { CrisisKind, Listing, Region } from '../../content/schema.js';
import { groupOf, type Page } from '../../guidance/library.js';
import { renderLines } from '../shared/safety-view.js';
import { renderSources } from '../shared/sources-view.js';
import type { ToolHost } from '../shared/tool.js';

type ListingPage = Page & { readonly kind: 'listing' };

/** Lines for families and for finding treatment; those for danger are in the help bar. */
const KINDS: readonly CrisisKind[] = ['family', 'treatment'];

/** Lines to call, then places by type. Where the region is not known, only how to say it: never another one's. */
export function renderPlaces(
  pages: readonly ListingPage[],
  region: Region | undefined,
  content: Content<'learn'>,
  host: ToolHost,
): TemplateResult {
  const { words } = content.learn;
  if (!region) return html`<p class="notice">${words.regionUnknown}</p>`;
  const lines = [...new Set(KINDS.flatMap((kind) => linesFor(content.core, region, kind)))];
  const groups = [...new Set(pages.map((page) => groupOf(page, words)))];
  const { locator } = region;
  const isListed = pages.some(({ entry }) => entry.url === locator?.url);
  return html`${lines.length ? html`${host.heading(2, words.linesTitle)} ${renderLines(lines, content)}` : nothing}
  ${locator && !isListed ? html`<p>${renderLink(locator.url, locator.label, host.reading(content))}</p>` : nothing}
  ${
    pages.length
      ? groups.map(
          (group) =>
            html`${host.heading(2, group)}
              <ul class="plain entries">
                ${pages
                  .filter((page) => groupOf(page, words) === group)
                  .map(({ entry }) => renderListing(entry, content, host))}
              </ul>`,
        )
      : html`<p>${fill(words.placesEmpty, { region: region.name })}</p>`
  }`;
}

/** One place: where it is found, what it is, what it costs, and when that was last checked. */
export function renderListing(listing: Listing, content: Content<'learn'>, host: ToolHost): TemplateResult {
  const { words } = content.learn;
  const { name, url, what, cost, langs, verifiedOn, reviewBy, safety } = listing;
  const reading = host.reading(content);
  const checked = fill(words.checked, { date: dateInWords(verifiedOn, content.locale) });
  const facts = [cost, languageNames(langs, content.locale), checked].filter(Boolean).join(' · ');
  return html`<li class="card" part="place">
    <strong>${renderLink(url, name, reading)}</strong>
    ${renderRichText(what, reading)}
    <p class="muted small">${facts}</p>
    ${reviewBy < today() ? html`<p class="small">${words.checkLate}</p>` : nothing} ${host.safetyLinks(safety, content)}
    ${renderSources(listing, content)}
  </li>`;
}
