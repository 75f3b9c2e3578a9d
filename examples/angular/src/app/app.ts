import { Component, signal } from '@angular/core';
import { FamilyPage } from './family-page';
import { SelfCarePage } from './self-care-page';

/** Two pages of a center's site. Going from one to the other takes the kit's elements out, and puts them back. */
@Component({
  selector: 'app-root',
  imports: [FamilyPage, SelfCarePage],
  template: `
    <header class="site-header">
      <strong>Cedar Hollow Recovery Center</strong>
      <nav aria-label="Pages">
        <button type="button" (click)="page.set('guide')">For families</button>
        <button type="button" (click)="page.set('self-care')">Look after yourself</button>
      </nav>
    </header>
    <main>
      @if (page() === 'guide') {
        <app-family-page />
      } @else {
        <app-self-care-page />
      }
    </main>
  `,
})
export class App {
  readonly page = signal<'guide' | 'self-care'>('guide');
}
