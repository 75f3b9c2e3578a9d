import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { FigProgressEvent } from 'failed-intervention-guide';
import 'failed-intervention-guide/define/family-self-care-card';

/** One widget, with the bare tag: the schema lets any tag with a hyphen pass, and checks nothing about it. */
@Component({
  selector: 'app-self-care-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Look after yourself</h1>
    <p role="status">{{ step() ? 'You are at step ' + step() + '.' : 'Take what helps, and leave the rest.' }}</p>
    <family-self-care-card region="US" heading-level="2" (fig-progress)="moved($event)">
      <p>Hard moment? <a href="tel:988">Call 988</a>.</p>
    </family-self-care-card>
  `,
})
export class SelfCarePage {
  readonly step = signal(0);

  moved({ detail }: FigProgressEvent): void {
    this.step.set(detail.step);
  }
}
