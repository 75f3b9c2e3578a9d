import { html } from 'lit';
import type { Content } from '../../content/load.js';
import { GuideElement } from '../shared/guide-element.js';
import { styles } from './progress-check-in.styles.js';

/**
 * Comes back each week: what was done, what got in the way, what to adjust, what helped.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The element can be used.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 */
export class ProgressCheckIn extends GuideElement<'watch'> {
  static override styles = [GuideElement.styles, styles];

  protected readonly parts = ['watch'] as const;
  protected readonly eventPart = 'watch';

  protected override renderContent({ watch: { words } }: Content<'watch'>) {
    return html`${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'progress-check-in': ProgressCheckIn;
  }
}
