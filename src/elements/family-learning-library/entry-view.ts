import { html, nothing, type TemplateResult } from 'lit';
import { counted, fill } from '../../content/format.js';
import type { Content } from '../../content/load.js';
import { renderItems, renderRichText } from '../../content/render.js';
import type { RichText } from '../../content/rich-text.js';
import type { Phrase, Treatment } from '../../content/schema.js';
import { groupOf, titleOf, type Page } from '../../guidance/library.js';
import type { ToolHost } from '../shared/tool.js';

/** What an entry is called. A myth, and a line better not said, are named as such before they are read. */
export function renderName(page: Page, { learn: { words } }: Content<'learn'>): unknown {
  switch (page.kind) {
    case 'myth':
      return html`<span class="kind">${words.myth}</span> ${page.entry.myth}`;
    case 'phrase':
      return html`<span class="kind">${words.insteadOf}</span> <q>${page.entry.not}</q>`;
    default:
      return titleOf(page);
  }
}

/** What an entry says, below its title. */
export function renderPage(page: Page, content: Content<'learn'>, host: ToolHost): unknown {
  const { words } = content.learn;
  const reading = host.reading(content);
  const part = (title: string, text: RichText | undefined) =>
    text ? html`${host.heading(2, title)} ${renderRichText(text, reading)}` : nothing;
  const fact = (title: string, text: string | undefined) =>
    text
      ? html`${host.heading(2, title)}
          <p>${text}</p>`
      : nothing;
  const ask = (lines: Treatment['ask']) =>
    html`<div class="card aside">
      ${host.heading(2, words.ask)}
      <ul>
        ${renderItems(lines, reading)}
      </ul>
    </div>`;
  switch (page.kind) {
    case 'topic': {
      const { minutes, body } = page.entry;
      return html`<p class="muted">${counted(words.minutes, minutes, content.locale)}</p>
        ${renderRichText(body, reading)}
        <div class="card aside">${part(words.tryTitle, page.entry.try)}</div>`;
    }
    case 'treatment': {
      const { whatItIs, helps, note } = page.entry;
      return html`<p class="muted">${groupOf(page, words)}</p>
        ${part(words.whatItIs, whatItIs)} ${part(words.helps, helps)}
        ${note ? html`<div class="notice">${renderRichText(note, reading)}</div>` : nothing} ${ask(page.entry.ask)}`;
    }
    case 'myth':
      return part(words.fact, page.entry.fact);
    case 'phrase':
      return html`${renderPhrase(page.entry, content, host, 2)}
        <p class="muted">${fill(words.skillLabel, { skill: groupOf(page, words) })}</p>`;
    case 'care_role': {
      const { does, credential, cost, whenToCall } = page.entry;
      return html`${part(words.does, does)} ${part(words.whenToCall, whenToCall)} ${fact(words.credential, credential)}
      ${fact(words.cost, cost)} ${ask(page.entry.ask)}`;
    }
    default:
      return nothing; // a place has no page of its own
  }
}

/** One way to say it, and why. */
export function renderPhrase(
  { say, why }: Phrase,
  content: Content<'learn'>,
  host: ToolHost,
  below: number,
): TemplateResult {
  const { words } = content.learn;
  return html`${host.heading(below, words.say, { id: 'say' })}
    <blockquote class="say">${say}</blockquote>
    ${host.heading(below, words.why)} ${renderRichText(why, host.reading(content))}`;
}
