import { html } from 'lit';
import type { Content } from '../../content/load.js';
import { GuideElement } from '../shared/guide-element.js';
import { styles } from './family-learning-library.styles.js';

/**
 * Short topics with sources, treatments, myths, what to say instead, who can help, and where.
 *
 * @slot - What to show until the words are there.
 * @fires {FigReadyEvent} fig-ready - The element can be used.
 * @fires {FigErrorEvent} fig-error - The content could not be used.
 * @csspart base - Everything.
 * @csspart title - The title.
 */
export class FamilyLearningLibrary extends GuideElement<'learn'> {
  static override styles = [GuideElement.styles, styles];

  protected readonly parts = ['learn'] as const;
  protected readonly eventPart = 'learn';

  protected override renderContent({ learn: { words } }: Content<'learn'>) {
    return html`${this.heading(0, words.title, { className: 'title' })}
      <p class="lead">${words.intro}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'family-learning-library': FamilyLearningLibrary;
  }
}
