import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { BundlePart } from '../../content/schema.js';
import type { Surroundings } from './context.js';
import { GuideElement } from './guide-element.js';
import { LEAD_MODES, LeadHost, type LeadMode, type LeadSettings } from './lead-host.js';

const LEAD_SETTINGS = ['lead', 'leadForm', 'leadFields', 'name'] as const;

/** An element that has a way to the center: see docs/leads.md. */
export abstract class LeadElement<P extends BundlePart = BundlePart> extends GuideElement<P> implements LeadSettings {
  /** It can take part in a form around it. */
  static readonly formAssociated = true;

  /**
   * Whether the visitor can ask the center to be in touch: `offer` hands the lead to your script as `fig-lead`, `off`
   * switches all ways off. Default: on where `lead-form`, a form in the slot `lead-form`, or a form around with a `name`
   * says how.
   */
  @property() lead: LeadMode = '';

  /** Selector of the form on your page that an agreed lead is filled into, such as `#contact-form`. */
  @property({ attribute: 'lead-form' }) leadForm = '';

  /**
   * Which field of that form takes what, by name: `contact.phone: your-phone; summary: fig-summary`. Fields can say it
   * themselves too, with `data-fig="contact.phone"`.
   */
  @property({ attribute: 'lead-fields' }) leadFields = '';

  /** Name of the agreed summary in a form around the element. */
  @property() name = '';

  /** The way to the center that this element has of its own. */
  protected readonly leadHost = new LeadHost(this, this.attachInternals());

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.oneOf('lead', this.lead, LEAD_MODES, '');
    if (LEAD_SETTINGS.some((setting) => changed.has(setting))) this.leadHost.settingsChanged();
  }

  protected override offers(): Partial<Surroundings> {
    return { lead: this.leadHost };
  }

  protected override forget(): void {
    this.leadHost.setValue(undefined);
  }

  /** @internal For the browser: the form around was reset. */
  formResetCallback(): void {
    this.leadHost.reset();
  }

  /** @internal For the browser: it brings back what stood in the form before a reload. */
  formStateRestoreCallback(state: unknown): void {
    this.leadHost.restore(typeof state === 'string' ? state : undefined);
  }

  /** @internal For the browser: a fieldset around was disabled, or enabled again. What is disabled is not sent. */
  formDisabledCallback(): void {
    this.leadHost.settingsChanged();
    this.requestUpdate();
  }

  /** @internal For the browser: the element came into a form, or left one. */
  formAssociatedCallback(): void {
    this.leadHost.settingsChanged();
    this.requestUpdate();
  }
}
