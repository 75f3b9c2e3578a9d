import type { Content } from '../../content/load.js';
import { GuideElement } from '../shared/guide-element.js';

export class ContingencyPlanner extends GuideElement<'plan'> {
  protected readonly parts = ['plan'] as const;
  protected readonly eventPart = 'plan';

  protected override renderContent({ plan: { words } }: Content<'plan'>) {
    return this.heading(0, words.title, { className: 'title' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contingency-planner': ContingencyPlanner;
  }
}
