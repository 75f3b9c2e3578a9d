import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../../content/load.js';
import { renderItems } from '../../content/render.js';
import { renderSources } from './sources-view.js';
import type { ToolHost } from './tool.js';

/** What to do when: one closed card for each stretch of days. */
export function renderTimeline(
  content: Content<'timeline'>,
  host: Pick<ToolHost, 'heading' | 'reading' | 'safetyLinks'>,
  below: number,
): TemplateResult | typeof nothing {
  const { words, days } = content.timeline;
  if (!days.length) return nothing;
  const reading = host.reading(content);
  return html`<section part="timeline" aria-labelledby="timeline">
    ${host.heading(below, words.title, { id: 'timeline', className: 'section' })}
    <p>${words.intro}</p>
    ${days.map(
      (card) =>
        html`<details class="box">
          <summary>${card.title}<span class="hint">${card.hint}</span></summary>
          ${host.heading(below + 1, words.do)}
          <ul>
            ${renderItems(card.do, reading)}
          </ul>
          ${host.heading(below + 1, words.avoid)}
          <ul>
            ${renderItems(card.avoid, reading)}
          </ul>
          ${host.safetyLinks(card.safety, content)} ${renderSources(card, content)}
        </details>`,
    )}
  </section>`;
}
