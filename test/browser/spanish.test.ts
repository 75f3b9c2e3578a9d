import { expect, html, waitUntil } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import './elements.js';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  mount,
  nameOf,
  resetSession,
  settled,
  wholeBundle,
} from './helpers.js';

/** Every interface word of a bundle that is a phrase of its own; single short words may be the same in two languages. */
function phrasesOf(bundle: object): Set<string> {
  const phrases = new Set<string>();
  const visit = (data: unknown): void => {
    if (typeof data === 'string') {
      if (data.length > 12 && !data.includes('{')) phrases.add(data);
    } else if (typeof data === 'object' && data !== null) Object.values(data).forEach(visit);
  };
  for (const part of Object.values(bundle)) visit((Object(part) as { words?: unknown }).words);
  return phrases;
}

const ELEMENTS: Readonly<Record<string, TemplateResult>> = {
  'failed-intervention-guide': html`<failed-intervention-guide locale="es" region="US"></failed-intervention-guide>`,
  'failure-reason-checklist': html`<failure-reason-checklist locale="es" region="US"></failure-reason-checklist>`,
  'next-steps-wizard': html`<next-steps-wizard locale="es" region="US"></next-steps-wizard>`,
  'contingency-planner': html`<contingency-planner locale="es" region="US"></contingency-planner>`,
  'progress-check-in': html`<progress-check-in locale="es" region="US"></progress-check-in>`,
  'family-self-care-card': html`<family-self-care-card locale="es" region="US"></family-self-care-card>`,
  'family-learning-library': html`<family-learning-library locale="es" region="US"></family-learning-library>`,
  'crisis-help-bar': html`<crisis-help-bar locale="es" region="US"></crisis-help-bar>`,
};
const textOf = (el: Element) => el.shadowRoot?.querySelector<HTMLElement>('.body')?.innerText ?? '';

describe('in Spanish', () => {
  beforeEach(resetSession);

  for (const [tag, template] of Object.entries(ELEMENTS)) {
    it(`<${tag}> speaks Spanish, and no English`, async () => {
      const el = await mount<LitElement>(template);
      const base = el.shadowRoot?.querySelector('.fig');
      expect(base?.getAttribute('lang')).to.equal('es');
      const english = phrasesOf(await wholeBundle());
      const lines = textOf(el)
        .split('\n')
        .map((line) => line.trim());
      expect(lines.filter((line) => english.has(line))).to.deep.equal([]);
      expect(lines.filter(Boolean).length).to.be.above(2);
      await expectAccessible(el);
    });
  }

  it('asks about danger first, and says how to reach 988 in Spanish', async () => {
    const el = await mount<LitElement>(ELEMENTS['next-steps-wizard'] as TemplateResult);
    expect(nameOf(byRole(el, 'heading', /peligro/))).to.equal('¿Hay alguien en peligro ahora mismo?');
    await click(el, 'radio', 'No sé');
    await click(el, 'button', 'Continuar');
    await click(el, 'button', /suicidio/);
    const call = byRole<HTMLAnchorElement>(el, 'link', /988.*oprima el 2/);
    expect(call.href).to.equal('tel:988');
    expect(allByRole(el, 'link', /AYUDA/).length).to.be.above(0);
  });

  it('says of a line that it answers in Spanish, and never that one does not', async () => {
    const el = await mount<LitElement>(ELEMENTS['crisis-help-bar'] as TemplateResult);
    await click(el, 'button', 'Ayuda ahora');
    for (const name of [/988/, /SAMHSA/, /Violencia Doméstica/]) {
      expect(allByRole(el, 'listitem', name)[0]?.textContent).to.contain('En inglés, español');
    }
    for (const name of [/Crisis Text Line/, /Childhelp/, /911/]) {
      expect(allByRole(el, 'listitem', name)[0]?.textContent).not.to.contain('En inglés');
    }
  });

  it('says the key to press inside a sentence too', async () => {
    const el = await mount<LitElement>(ELEMENTS['failed-intervention-guide'] as TemplateResult);
    const [day] = el.shadowRoot?.querySelectorAll('details.box') ?? [];
    (day as HTMLDetailsElement).open = true;
    await settled();
    expect(textOf(el)).to.match(/988[^.]*oprima el 2/);
  });

  it('follows the page when its language changes', async () => {
    const el = await mount<LitElement & { locale: string }>(html`<family-self-care-card></family-self-care-card>`);
    expect(textOf(el)).to.contain('Look after yourself');
    el.locale = 'es';
    await waitUntil(() => textOf(el).includes('Cuídese'), 'no Spanish came', { timeout: 5000 });
    el.locale = 'es-MX';
    await settled();
    expect(textOf(el)).to.contain('Cuídese');
  });
});
