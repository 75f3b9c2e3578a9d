import { expect, html } from '@open-wc/testing';
import '../../src/define/next-steps-wizard.js';
import type { Bundle, Outcome } from '../../src/content/schema.js';
import type { NextStepsWizard } from '../../src/elements/next-steps-wizard/next-steps-wizard.js';
import { allByRole, byRole, click, mount, nameOf, resetSession, settled, wholeBundle } from './helpers.js';

const CENTER: Outcome['options'][number] = { kind: 'sponsor', label: 'Our center', url: 'https://center.example/' };

/** Built-in words in which a center puts its own help before all other, in every next step. */
async function sponsored(): Promise<Bundle> {
  const bundle = await wholeBundle();
  const outcomes = bundle.steps.outcomes.map((outcome) => ({ ...outcome, options: [CENTER, ...outcome.options] }));
  return { ...bundle, steps: { ...bundle.steps, outcomes } };
}

describe('a center that offers the tool', () => {
  beforeEach(resetSession);

  it('is named as such, after help that is not theirs, wherever it put itself', async () => {
    const content = await sponsored();
    const el = await mount<NextStepsWizard>(
      html`<next-steps-wizard region="US" .content=${content}></next-steps-wizard>`,
    );
    const text = () => el.shadowRoot?.textContent ?? '';
    expect(nameOf(byRole(el, 'heading', /danger/))).to.equal('Is anyone in danger right now?');
    expect(text()).not.to.contain('Our center');
    await click(el, 'radio', 'No, not right now');
    await click(el, 'button', 'Next');
    while (allByRole(el, 'button', 'I would rather not say').length) {
      expect(text()).not.to.contain('Our center');
      await click(el, 'button', 'I would rather not say');
    }
    await settled();
    const options = allByRole(el, 'listitem', /^(Helpline|Group|On your own|Professional|The center)/).map(nameOf);
    const theirs = options.filter((name) => name.includes('Our center'));
    expect(theirs.length).to.be.above(0);
    for (const name of theirs) expect(name).to.match(/^The center that offers this tool/);
    expect(options.length).to.be.above(theirs.length);
    for (const list of el.shadowRoot?.querySelectorAll('.who') ?? []) {
      const kinds = [...list.querySelectorAll('.kind')].map(({ textContent }) => textContent);
      expect(kinds.at(-1)).to.equal('The center that offers this tool');
      expect(kinds[0]).not.to.equal('The center that offers this tool');
    }
  });
});
