import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../content/format.js';
import type { Content } from '../content/load.js';
import { emergencyNumber, findRegion, linesFor, resolvePlace, telHref } from '../content/region.js';
import { renderItems, renderLink, renderRichText, type Reading } from '../content/render.js';
import type { RichText } from '../content/rich-text.js';
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
  return html`${number ? nothing : html`<p>${help.callLocal}</p>`} ${renderLines(lines, content)}`;
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
  const opening = ({ title, intro }: { readonly title: string; readonly intro: string }) =>
    html`${heading(level, title)}
      <p>${intro}</p>`;
  const entry = (title: string, texts: readonly RichText[], cited: Parameters<typeof renderSources>[0]) =>
    html`${heading(level + 1, title)} ${texts.map((text) => renderRichText(text, reading))}
    ${renderSources(cited, content)}`;
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
      return html`${opening(words)}
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
      return html`${opening(words)}
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
      return html`${opening(words)} ${contingencies.map((one) => entry(one.trigger, [one.response, one.then], one))}`;
    }
    case 'family-self-care-card': {
      if (!content.care) return nothing;
      const { words, items, cards } = content.care;
      return html`${opening(words)} ${cards.map((card) => entry(card.see, [card.say, card.next], card))}
      ${items.map((item) => entry(item.title, [item.do, item.why], item))}`;
    }
    case 'progress-check-in': {
      if (!content.watch) return nothing;
      const { words, checkIns, barriers } = content.watch;
      return html`${opening(words)}
        <ul>
          ${checkIns.map(({ ask }) => html`<li>${ask}</li>`)}
        </ul>
        ${barriers.map((barrier) => entry(barrier.label, [barrier.adjust], barrier))}`;
    }
    case 'family-learning-library': {
      if (!content.learn) return nothing;
      const { words, topics, myths, treatments } = content.learn;
      return html`${opening(words)} ${topics.map((topic) => entry(topic.title, [topic.body, topic.try], topic))}
      ${myths.map((one) => entry(one.myth, [one.fact], one))}
      ${treatments.map((one) => entry(one.name, [one.whatItIs, one.helps], one))}`;
    }
    case 'failed-intervention-guide': {
      if (!content.guide) return nothing;
      const { words, stages } = content.guide;
      return html`${heading(level, words.title)}
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
