import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../../content/load.js';
import { renderInline, renderItems, renderLink, renderRichText, type Reading } from '../../content/render.js';
import { emergencyNumber, linesFor, smsHref, telHref } from '../../content/region.js';
import type { CrisisLine, Region, SafetyEntry } from '../../content/schema.js';
import { fill, languageNames, today } from '../../content/format.js';
import { UNSAFE_CARD } from '../../guidance/contact.js';
import { heading } from './headings.js';
import { renderSources } from './sources-view.js';
import type { ToolHost } from './tool.js';

/**
 * Where a visitor in danger is: the list of dangers, one screen, or the way back. Kept by the element that shows it
 * and nowhere else: nothing of it is stored or told to the page.
 */
export type SafetyStage =
  { readonly at: 'choose' } | { readonly at: 'screen'; readonly id: string } | { readonly at: 'soft' };

export interface SafetyView {
  readonly content: Content;
  readonly region: Region | undefined;
  readonly reading: Reading;
  /** Level of the screen's title. */
  readonly level: number;
  readonly go: (stage: SafetyStage) => void;
  /** Back to where the visitor was. */
  readonly leave: () => void;
  /** To the self-care part, where there is one. */
  readonly toCare?: (() => void) | undefined;
}

/** What shows a stage. The thing to focus first carries `data-focus`. */
export function renderSafety(stage: SafetyStage, view: SafetyView): TemplateResult {
  if (stage.at === 'soft') return renderSoft(view);
  const entry = stage.at === 'screen' ? view.content.core.safety.find(({ id }) => id === stage.id) : undefined;
  return entry ? renderScreen(entry, view) : renderChoose(view);
}

function renderChoose({ content, region, level, go, leave }: SafetyView): TemplateResult {
  const { core } = content;
  const { help } = core.words;
  const listed = core.safety.filter(({ choose }) => choose);
  const screens = listed.filter(({ kind }) => kind === 'screen');
  const cards = listed.filter(({ kind }) => kind === 'card');
  const choices = (entries: readonly SafetyEntry[]) =>
    html`<ul class="plain choices">
      ${entries.map(
        ({ id, choose }) =>
          html`<li>
            <button type="button" class="wide" @click=${() => go({ at: 'screen', id })}>${choose}</button>
          </li>`,
      )}
    </ul>`;
  return html`<section class="safety">
    ${heading(level, help.chooseTitle, { className: 'title' })} ${renderEmergency(content, region)}
    <p>${help.chooseHint}</p>
    ${choices(screens)} ${cards.length ? html`<p class="more">${help.chooseMore}</p>` : nothing} ${choices(cards)}
    ${renderWayBack(help.safeNow, help.safeNowHint, leave)}
  </section>`;
}

/** The emergency number as a link to tap, or words where the number is not known. */
function renderEmergency({ core }: Content, region: Region | undefined): TemplateResult {
  const number = emergencyNumber(core, region);
  const { help } = core.words;
  return number
    ? html`<p><a class="button urgent" data-focus href=${telHref(number)}>${fill(help.call, { number })}</a></p>`
    : html`<p class="urgent-words" data-focus tabindex="-1">${help.callLocal}</p>`;
}

function renderScreen(entry: SafetyEntry, view: SafetyView): TemplateResult {
  const { content, region, reading, level, go } = view;
  const { core } = content;
  const { help } = core.words;
  const lines = [...new Set(entry.lines.flatMap((kind) => linesFor(core, region, kind)))];
  return html`<section class="safety">
    <div role="alert">${heading(level, entry.title, { className: 'title' })}</div>
    ${lines.length ? renderLines(lines, content, true) : renderEmergency(content, region)}
    <ul class="steps">
      ${renderItems(entry.do, reading)}
    </ul>
    ${entry.note ? renderRichText(entry.note, reading) : nothing}
    ${
      entry.signs
        ? html`${heading(level + 1, help.signsTitle)}
            <ul>
              ${renderItems(entry.signs, reading)}
            </ul>`
        : nothing
    }
    ${entry.law && region?.law ? renderRichText(region.law, reading) : nothing}
    ${renderWayBack(
      help.safeNow,
      help.safeNowHint,
      () => go({ at: 'soft' }),
      html`<button type="button" class="quiet" @click=${() => go({ at: 'choose' })}>${help.backToList}</button>`,
    )}
    ${renderSources(entry, content)}
  </section>`;
}

function renderWayBack(words: string, hint: string, back: () => void, more: unknown = nothing): TemplateResult {
  return html`<div class="way-back">
    <div class="actions"><button type="button" @click=${back}>${words}</button>${more}</div>
    <p class="hint">${hint}</p>
  </div>`;
}

function renderSoft({ content, level, leave, toCare }: SafetyView): TemplateResult {
  const { help } = content.core.words;
  return html`<section class="safety soft">
    <div data-focus tabindex="-1">${heading(level, help.softTitle, { className: 'title' })}</div>
    <p>${help.softBody}</p>
    <div class="actions">
      ${toCare ? html`<button type="button" class="primary" @click=${toCare}>${help.softCare}</button>` : nothing}
      <button type="button" @click=${leave}>${help.softContinue}</button>
    </div>
  </section>`;
}

/** Crisis lines, each with every way to reach it; nothing when there is none, as an empty list is read out too. */
export function renderLines(lines: readonly CrisisLine[], content: Content, urgent = false) {
  if (!lines.length) return nothing;
  return html`<ul class="plain lines">
    ${lines.map((line, i) => html`<li>${renderLine(line, content, urgent && i === 0)}</li>`)}
  </ul>`;
}

/** Says that what takes contact with the loved one is held back, with the way to the safety screen. */
export const renderContactHeld = (
  words: string,
  host: Pick<ToolHost, 'safetyLinks'>,
  content: Content,
): TemplateResult =>
  html`<div class="notice">
    <p>${words}</p>
    ${host.safetyLinks([UNSAFE_CARD], content)}
  </div>`;

function renderLine(line: CrisisLine, content: Content, first: boolean): TemplateResult {
  const { core } = content;
  const { help, common } = core.words;
  const langs = languageNames(line.langs, content.locale);
  const facts = [line.forWhom, line.hours, line.cost, langs && fill(help.langs, { langs })].filter(Boolean).join(' · ');
  return html`<strong class="line-name">${line.name}</strong>
    <span class="reach">
      ${line.how.map((way, i) => {
        const style = first && i === 0 ? 'button urgent' : 'button';
        switch (way.mode) {
          case 'call':
            return html`<a class=${style} ?data-focus=${first && i === 0} href=${telHref(way.value)}
              >${fill(help.call, { number: way.value })}${way.press ? ` (${fill(help.press, { key: way.press })})` : ''}</a
            >`;
          case 'text':
            return html`<a class=${style} href=${smsHref(way.value)}
              >${way.send ? fill(help.textSend, { word: way.send, number: way.value }) : fill(help.text, { number: way.value })}</a
            >`;
          case 'tty':
            return html`<a class="button" href=${telHref(way.value)}>${fill(help.tty, { number: way.value })}</a>`;
          default:
            return html`<span>${renderLink(way.value, help.chat, { newTab: common.openInNewTab })}</span>`;
        }
      })}
    </span>
    <span class="hint">${facts}</span>
    ${line.isReporting === false ? html`<span class="hint">${help.notReporting}</span>` : nothing}
    ${line.reviewBy < today() ? html`<span class="hint">${help.checkNumber}</span>` : nothing}`;
}

/** A safety card: shown beside what comes next, stopping nothing. */
export function renderSafetyCard(
  entry: SafetyEntry,
  view: Pick<SafetyView, 'content' | 'region' | 'reading' | 'level'>,
) {
  const lines = [...new Set(entry.lines.flatMap((kind) => linesFor(view.content.core, view.region, kind)))].slice(0, 2);
  return html`<section class="card caution">
    ${heading(view.level, entry.title)}
    <ul>
      ${entry.do.map((line) => html`<li>${renderInline(line, view.reading)}</li>`)}
    </ul>
    ${entry.note ? renderRichText(entry.note, view.reading) : nothing} ${renderLines(lines, view.content)}
    ${renderSources(entry, view.content)}
  </section>`;
}
