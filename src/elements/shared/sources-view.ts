import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../../content/load.js';
import { renderLink } from '../../content/render.js';
import type { Evidence, Words } from '../../content/schema.js';
import { dateInWords, fill } from '../../content/format.js';

/** What an entry says of where it comes from. */
export interface Cited {
  readonly citations?: readonly string[] | undefined;
  readonly evidence?: Evidence | undefined;
  readonly draftedOn?: string | undefined;
  /** When it is due to be looked at again. */
  readonly reviewBy?: string | undefined;
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
export function renderSources(entry: Cited, content: Content): TemplateResult | typeof nothing {
  const { core, locale } = content;
  const { common } = core.words;
  const known = Object.values(content).flatMap((part) => (Object(part) as Partial<typeof core>).sources ?? []);
  const sources = (entry.citations ?? []).flatMap((id) => known.find((source) => source.id === id) ?? []);
  if (!sources.length) return nothing;
  return html`<details class="sources small">
    <summary>${common.sources}</summary>
    ${entry.evidence ? html`<p>${evidenceWord(common, entry.evidence)}</p>` : nothing}
    <ul>
      ${sources.map(({ title, lang, by, year, url }) => {
        const name = lang ? html`<span lang=${lang}>${title}</span>` : title;
        const about = [by, year].filter(Boolean).join(', ');
        return html`<li>
          ${url ? renderLink(url, name, { newTab: common.openInNewTab }) : name}${about && `. ${about}`}
        </li>`;
      })}
    </ul>
    <p class="muted">${datesOf(entry, core, locale)}</p>
  </details>`;
}

/** What all entries of a list rest on, and when the first of them is due to be looked at again. */
export function renderSourcesOf(entries: readonly Cited[], content: Content): TemplateResult | typeof nothing {
  const days = (field: 'draftedOn' | 'reviewBy') => entries.flatMap((entry) => entry[field] ?? []).sort();
  return renderSources(
    {
      citations: [...new Set(entries.flatMap(({ citations }) => citations ?? []))],
      draftedOn: days('draftedOn').at(-1),
      reviewBy: days('reviewBy')[0],
    },
    content,
  );
}

/** When it was reviewed, or written, and when it is due again. That nobody has reviewed it is said once, elsewhere. */
function datesOf(entry: Cited, { words: { common }, draftedOn }: Content['core'], locale: string): string {
  const { reviewedOn, reviewedBy, reviewBy } = entry;
  const day = (date: string) => dateInWords(date, locale);
  const last =
    reviewedOn && reviewedBy
      ? fill(common.reviewedBy, { ...reviewedBy, date: day(reviewedOn) })
      : fill(common.writtenOn, { date: day(entry.draftedOn ?? draftedOn) });
  return reviewBy ? `${last} ${fill(common.reviewDue, { date: day(reviewBy) })}` : last;
}

/** Says, once an element, that no clinician has reviewed the words; nothing when all of them are reviewed. */
export function renderDraft({ core: { isDraft, words } }: Content): TemplateResult | typeof nothing {
  return isDraft ? html`<p class="muted small">${words.common.draft}</p>` : nothing;
}
