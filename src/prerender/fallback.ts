import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../content/format.js';
import type { Content } from '../content/load.js';
import { emergencyNumber, findRegion, linesFor, resolvePlace, telHref } from '../content/region.js';
import { renderItems, renderLink, renderRichText, type Reading } from '../content/render.js';
import type { BundlePart, CrisisKind, Sponsor } from '../content/schema.js';
import { heading } from '../elements/shared/headings.js';
import { renderLines } from '../elements/shared/safety-view.js';
import { renderDraft, renderSources } from '../elements/shared/sources-view.js';

/** Lines to call, the most urgent kind first. */
const KINDS: readonly CrisisKind[] = ['emergency', 'suicide', 'poison', 'violence', 'child', 'family', 'treatment'];

type AnyContent = Content & Partial<Omit<Content<BundlePart>, keyof Content>>;

export interface Fallback {
  readonly content: AnyContent;
  readonly region: string;
  /** Level of the element's title. */
  readonly level: number;
  readonly sponsor: Sponsor;
}

/** Crisis lines of the region with every way to reach them; words where the region is not known. */
export function renderHelp({ content, region: code }: Pick<Fallback, 'content' | 'region'>): TemplateResult {
  const { core } = content;
  const region = findRegion(core, code);
  const { help } = core.words;
  const lines = [...new Set(KINDS.flatMap((kind) => linesFor(core, region, kind)))];
  const number = emergencyNumber(core, region);
  return html`${number ? nothing : html`<p>${help.callLocal}</p>`}
  ${lines.length ? renderLines(lines, content) : nothing}`;
}

/** What an element has to say, to read from top to bottom: with sources, and with no control that needs a script. */
export function renderFallback(tag: string, fallback: Fallback): TemplateResult {
  const { content, level, sponsor } = fallback;
  const { core } = content;
  const region = findRegion(core, fallback.region);
  const reading: Reading = {
    resolve: (place) => resolvePlace(core, region, place),
    newTab: core.words.common.openInNewTab,
  };
  const help = html`${heading(level + 1, core.words.help.linesTitle)} ${renderHelp(fallback)}`;
  if (tag === 'crisis-help-bar') return html`${heading(level, core.words.help.panelTitle)} ${renderHelp(fallback)}`;
  if (tag === 'center-contact') {
    const { name, phone } = sponsor;
    if (!name) return html`${nothing}`;
    return html`<p>
      ${fill(core.words.common.offeredBy, { center: name })}
      ${phone ? renderLink(telHref(phone), phone, reading) : nothing}
    </p>`;
  }
  return html`${renderWords(tag, fallback, reading)} ${help}
    <p>${core.words.common.disclaimer}</p>
    ${renderDraft(content)}`;
}

function renderWords(tag: string, { content, level }: Fallback, reading: Reading): unknown {
  const title = (words: string) => heading(level, words);
  switch (tag) {
    case 'failure-reason-checklist': {
      if (!content.reasons) return nothing;
      const { words, groups, items, strengths } = content.reasons;
      const groupOf = (label: string, reasons: typeof items) =>
        reasons.length
          ? html`${heading(level + 1, label)}
            ${reasons.map(
              (reason) =>
                html`${heading(level + 2, reason.label)} ${renderRichText(reason.what, reading)}
                  <p>${words.tryNext}</p>
                  ${renderRichText(reason.tryNext, reading)} ${renderSources(reason, content)}`,
            )}`
          : nothing;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        ${groups.map(({ id, label }) =>
          groupOf(
            label,
            items.filter(({ group, unsure }) => group === id && !unsure),
          ),
        )}
        ${groupOf(
          words.unsureGroup,
          items.filter(({ unsure }) => unsure),
        )}
        ${
          strengths.length
            ? html`${heading(level + 1, words.strengthsTitle)}
                <ul>
                  ${strengths.map(({ label, keep }) => html`<li>${label} ${renderRichText(keep, reading)}</li>`)}
                </ul>`
            : nothing
        }`;
    }
    case 'next-steps-wizard': {
      if (!content.steps) return nothing;
      const { words, outcomes } = content.steps;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        ${outcomes.map(
          (outcome) =>
            html`${heading(level + 1, outcome.title)} ${renderRichText(outcome.why, reading)}
              <ol>
                ${renderItems(outcome.steps, reading)}
              </ol>
              ${outcome.notice ? renderRichText(outcome.notice, reading) : nothing} ${renderSources(outcome, content)}`,
        )}`;
    }
    case 'contingency-planner': {
      if (!content.plan) return nothing;
      const { words, contingencies } = content.plan;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        ${contingencies.map(
          (entry) =>
            html`${heading(level + 1, entry.trigger)} ${renderRichText(entry.response, reading)}
            ${renderRichText(entry.then, reading)} ${renderSources(entry, content)}`,
        )}`;
    }
    case 'family-self-care-card': {
      if (!content.care) return nothing;
      const { words, items, cards } = content.care;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        ${cards.map(
          (card) =>
            html`${heading(level + 1, card.see)} ${renderRichText(card.say, reading)}
            ${renderRichText(card.next, reading)} ${renderSources(card, content)}`,
        )}
        ${items.map(
          (item) =>
            html`${heading(level + 1, item.title)} ${renderRichText(item.do, reading)}
            ${renderRichText(item.why, reading)} ${renderSources(item, content)}`,
        )}`;
    }
    case 'progress-check-in': {
      if (!content.watch) return nothing;
      const { words, checkIns, barriers } = content.watch;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        <ul>
          ${checkIns.map(({ ask }) => html`<li>${ask}</li>`)}
        </ul>
        ${barriers.map(
          (barrier) =>
            html`${heading(level + 1, barrier.label)} ${renderRichText(barrier.adjust, reading)}
            ${renderSources(barrier, content)}`,
        )}`;
    }
    case 'family-learning-library': {
      if (!content.learn) return nothing;
      const { words, topics, myths, treatments } = content.learn;
      return html`${title(words.title)}
        <p>${words.intro}</p>
        ${topics.map(
          (topic) =>
            html`${heading(level + 1, topic.title)} ${renderRichText(topic.body, reading)}
            ${renderRichText(topic.try, reading)} ${renderSources(topic, content)}`,
        )}
        ${myths.map(
          (entry) =>
            html`${heading(level + 1, entry.myth)} ${renderRichText(entry.fact, reading)}
            ${renderSources(entry, content)}`,
        )}
        ${treatments.map(
          (entry) =>
            html`${heading(level + 1, entry.name)} ${renderRichText(entry.whatItIs, reading)}
            ${renderRichText(entry.helps, reading)} ${renderSources(entry, content)}`,
        )}`;
    }
    case 'failed-intervention-guide': {
      if (!content.guide) return nothing;
      const { words, stages } = content.guide;
      return html`${title(words.title)}
        <p>${words.opening}</p>
        <p>${words.scope} ${words.openingMore}</p>
        <ul>
          ${stages.map((stage) => html`<li>${stage.title}: ${stage.hint}</li>`)}
        </ul>
        ${content.timeline?.days.map(
          (days) =>
            html`${heading(level + 1, days.title)}
              <ul>
                ${renderItems(days.do, reading)}
              </ul>
              ${renderSources(days, content)}`,
        )}`;
    }
    default:
      return nothing;
  }
}
