import { Component, effect, ElementRef, inject, input, output } from '@angular/core';
import type {
  FailedInterventionGuide,
  FigLeadEvent,
  FigProgressEvent,
  Overlay,
  PartId,
} from 'failed-intervention-guide';
import 'failed-intervention-guide/define/failed-intervention-guide';
import type { FailedInterventionGuideProperties } from 'failed-intervention-guide/jsx';

type Properties = Required<FailedInterventionGuideProperties>;

/**
 * The guide's tag, as Angular templates check it. A component with the tag as its selector makes the tag known, so no
 * schema switches the checks off. Add the properties and events that your site uses.
 */
@Component({ selector: 'failed-intervention-guide', template: '<ng-content />' })
export class GuideTag {
  readonly region = input('');
  readonly theme = input<Properties['theme']>('auto');
  readonly content = input<Overlay>();
  readonly figProgress = output<FigProgressEvent>();
  readonly figLead = output<FigLeadEvent>();

  readonly #element = inject<ElementRef<FailedInterventionGuide>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      this.#element.region = this.region();
      this.#element.theme = this.theme() ?? '';
      this.#element.content = this.content();
    });
    this.#element.addEventListener('fig-progress', (event) => this.figProgress.emit(event));
    this.#element.addEventListener('fig-lead', (event) => this.figLead.emit(event));
  }

  show(part?: PartId): void {
    this.#element.show(part);
  }
}
