import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../../content/load.js';
import { renderLink } from '../../content/render.js';
import type { Evidence, Words } from '../../content/schema.js';
import { dateInWords, fill } from '../../content/format.js';

interface Cited {
  readonly citations?: readonly string[] | undefined;
  readonly evidence?: Evidence | undefined;
  readonly reviewedOn?: string | null | undefined;
  readonly reviewedBy?: { readonly name: string; readonly credential: string } | null | undefined;
}

const evidenceWord = (words: Words['common'], evidence: Evidence): string =>
  ({
    strong: words.evidenceStrong,
    moderate: words.evidenceModerate,
    guideline: words.evidenceGuideline,
    practice: words.evidencePractice,
    none: words.evidenceNone,
  })[evidence];

/** Where something comes from, how sure it is, and who reviewed it: closed until the visitor asks. */
export function renderSources(entry: Cited, { core, locale }: Content): TemplateResult | typeof nothing {
  const { common } = core.words;
  const sources = (entry.citations ?? []).flatMap((id) => core.sources.filter((source) => source.id === id));
  if (!sources.length) return nothing;
  return html`<details class="sources small">
    <summary>${common.sources}</summary>
    ${entry.evidence ? html`<p>${evidenceWord(common, entry.evidence)}</p>` : nothing}
    <ul>
      ${sources.map(({ title, by, year, url }) => {
        const about = [by, year].filter(Boolean).join(', ');
        return html`<li>
          ${url ? renderLink(url, title, { newTab: common.openInNewTab }) : title}${about && `. ${about}`}
        </li>`;
      })}
    </ul>
    <p class="muted">${renderReview(entry, common, core.draftedOn, locale)}</p>
  </details>`;
}

/** Who reviewed it and when; or that nobody has yet. */
export function renderReview(
  { reviewedOn, reviewedBy }: Pick<Cited, 'reviewedOn' | 'reviewedBy'>,
  words: Words['common'],
  draftedOn: string,
  locale: string,
): string {
  return reviewedOn && reviewedBy
    ? fill(words.reviewedBy, { ...reviewedBy, date: dateInWords(reviewedOn, locale) })
    : fill(words.reviewNone, { date: dateInWords(draftedOn, locale) });
}
