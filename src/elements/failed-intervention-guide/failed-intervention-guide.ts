import type { Content } from '../../content/load.js';
import { GuideElement } from '../shared/guide-element.js';

export class FailedInterventionGuide extends GuideElement<'guide'> {
  protected readonly parts = ['guide'] as const;
  protected readonly eventPart = 'guide';

  protected override renderContent({ guide: { words } }: Content<'guide'>) {
    return this.heading(0, words.title, { className: 'title' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'failed-intervention-guide': FailedInterventionGuide;
  }
}
