import { Component, signal } from '@angular/core';
import type { ProgressDetail } from 'failed-intervention-guide';
import { GuideTag } from './guide-tag';
import { ourWords } from './our-words';

/** The whole guide, with the tag as Angular checks it. */
@Component({
  selector: 'app-family-page',
  imports: [GuideTag],
  template: `
    <h1>When the talk did not lead to treatment</h1>
    <div class="settings">
      <label>
        Crisis lines for
        <select (change)="region.set($any($event.target).value)">
          <option value="US">United States</option>
          <option value="UK">United Kingdom</option>
          <option value="CA">Canada</option>
        </select>
      </label>
      <label><input type="checkbox" (change)="isOurs.set($any($event.target).checked)" /> Our own words</label>
      <button type="button" (click)="guide.show('care')">Skip to self-care</button>
      <p role="status">
        @if (progress(); as at) {
          In the guide: {{ at.part }}, step {{ at.step }} of {{ at.of }}.
        } @else {
          Not started yet.
        }
      </p>
    </div>
    <failed-intervention-guide
      #guide
      class="guide"
      heading-level="2"
      leave-target="https://www.weather.gov/"
      [region]="region()"
      [content]="isOurs() ? ourWords : undefined"
      (figProgress)="progress.set($event.detail)"
    >
      <p>In danger now? <a href="tel:911">Call 911</a>.</p>
    </failed-intervention-guide>
  `,
})
export class FamilyPage {
  readonly region = signal('US');
  readonly isOurs = signal(false);
  readonly progress = signal<ProgressDetail | undefined>(undefined);
  readonly ourWords = ourWords;
}
