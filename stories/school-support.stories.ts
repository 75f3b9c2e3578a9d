import type { Meta } from '@storybook/web-components-vite';
import english from '#school-support/en';
import spanish from '#school-support/es';
import type { ContingencyPlanner } from '../src/elements/contingency-planner/contingency-planner.js';
import { elementMeta, interaction, state, type Story } from './support/element-stories.js';
import type { Args } from './support/types.js';
import { expectShown } from './support/visitor.js';

/** The same elements in another field: after a support plan for a student did not work. Only the words differ. */
const meta: Meta<Args> = {
  title: 'Another field/School support',
  ...elementMeta('failed-intervention-guide'),
  parameters: { bundles: { en: english, es: spanish } },
};
export default meta;

/** Another element of the kit with these words. */
const of = (tag: string, story: Story): Story => ({ ...story, render: elementMeta(tag).render });

export const Guide = state('The whole guide.');
export const InSpanish = state('The whole guide in Spanish.', { args: { locale: 'es' } });
export const Checklist = of('failure-reason-checklist', state('What got in the way.'));
export const Wizard = of('next-steps-wizard', state('What next.'));
export const Planner = of('contingency-planner', state('Plan for setbacks.'));
export const Agreements = of(
  'contingency-planner',
  interaction('The planner with its limits open, which are agreements here.', async (el) => {
    (el as ContingencyPlanner).show('limits');
    await expectShown(el, 'heading', 'Agreements');
  }),
);
export const CheckIn = of('progress-check-in', state('How it is going.'));
export const SelfCare = of('family-self-care-card', state('Look after yourself.'));
export const Library = of('family-learning-library', state('Learn more.'));
export const HelpBar = of('crisis-help-bar', state('Help.'));
