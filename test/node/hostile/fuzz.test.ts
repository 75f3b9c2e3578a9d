/** Bundles with any mutation: refused in few words, or fit to be read by everything that reads them. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkBundle } from '../../../src/content/check-bundle.js';
import type { Bundle } from '../../../src/content/schema.js';
import { isOpen } from '../../../src/guidance/open.js';
import { guidanceFor } from '../../../src/guidance/suggest.js';
import { answer, longestWay, wizardView } from '../../../src/guidance/wizard.js';
import { PRERENDER_TAGS, prerender } from '../../../src/prerender/prerender.js';
import { mutations } from '../../fixtures/mutations.js';
import { deepFrozen, englishBundle } from '../helpers.js';
import { runs, TIMES } from './runs.js';

vi.setConfig({ testTimeout: 60_000 * TIMES });

const { mutation, mutated } = mutations(deepFrozen(await englishBundle()));
/** Everything that reads a bundle without a browser. */
function readAll({ steps, reasons, plan, core }: Bundle): void {
  longestWay(steps);
  let state = { answers: {}, cards: [] } as Parameters<typeof answer>[1];
  for (let i = 0; i < 60; i += 1) {
    const view = wizardView(steps, state);
    if (view.kind === 'result') break;
    state = answer(steps, state, view.question.id, [view.question.options[i % view.question.options.length]?.id ?? '']);
  }
  guidanceFor(steps, { reasons: reasons.items.map(({ id }) => id), wizard: state });
  [...reasons.items, ...plan.contingencies].filter(isOpen);
  if (!core.lines.some(({ kind }) => kind === 'emergency')) throw new Error('there is no emergency line');
}

describe('a bundle with any mutation', () => {
  let accepted = 0;

  it('is refused with names of issues, or can be read by all that reads it', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (made) => {
        const { bundle, issues } = checkBundle(mutated(made));
        expect(bundle === undefined).toBe(issues.length > 0);
        expect(issues.length).toBeLessThanOrEqual(50);
        for (const issue of issues) expect(issue.length).toBeLessThan(4000);
        if (!bundle) return;
        accepted += 1;
        readAll(bundle);
      }),
      runs(150),
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it('is written as HTML when it is accepted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...PRERENDER_TAGS.filter((tag) => tag !== 'center-contact')),
        async (made, tag) => {
          const { bundle } = checkBundle(mutated(made));
          if (!bundle) return;
          const { html } = await prerender({ tag, region: 'US', content: bundle, locale: 'en' });
          expect(html).toContain('href="tel:');
        },
      ),
      runs(60),
    );
  });
});
