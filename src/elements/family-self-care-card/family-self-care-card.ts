import type { Content } from '../../content/load.js';
import { GuideElement } from '../shared/guide-element.js';

export class FamilySelfCareCard extends GuideElement<'care'> {
  protected readonly parts = ['care'] as const;
  protected readonly eventPart = 'care';

  protected override renderContent({ care: { words } }: Content<'care'>) {
    return this.heading(0, words.title, { className: 'title' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'family-self-care-card': FamilySelfCareCard;
  }
}
