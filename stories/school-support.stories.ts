import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import english from '#school-support/en';
import spanish from '#school-support/es';
import { pageSession } from '../src/session/session.js';
import { EMPTY_SESSION } from '../src/session/state.js';

interface Args {
  readonly locale: 'en' | 'es';
  readonly region: string;
  readonly theme: 'auto' | 'light' | 'dark';
}

const WORDS: Readonly<Record<Args['locale'], unknown>> = { en: english, es: spanish };

/** The same elements in another field: after a support plan for a student did not work. Only the words differ. */
const meta: Meta<Args> = {
  title: 'School support',
  args: { locale: 'en', region: 'US', theme: 'auto' },
  argTypes: {
    locale: { control: 'inline-radio', options: ['en', 'es'] },
    region: { control: 'inline-radio', options: ['US', ''] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  // Elements of a page share one session, and so do stories: each begins with an empty one.
  beforeEach: () => pageSession().apply(() => EMPTY_SESSION),
};
export default meta;
type Story = StoryObj<Args>;

export const Guide: Story = {
  render: ({ locale, region, theme }) =>
    html`<failed-intervention-guide
      .content=${WORDS[locale]}
      region=${region}
      theme=${theme}
    ></failed-intervention-guide>`,
};

export const Checklist: Story = {
  render: ({ locale, region, theme }) =>
    html`<failure-reason-checklist
      .content=${WORDS[locale]}
      region=${region}
      theme=${theme}
    ></failure-reason-checklist>`,
};

export const Wizard: Story = {
  render: ({ locale, region, theme }) =>
    html`<next-steps-wizard .content=${WORDS[locale]} region=${region} theme=${theme}></next-steps-wizard>`,
};

export const Planner: Story = {
  render: ({ locale, region, theme }) =>
    html`<contingency-planner .content=${WORDS[locale]} region=${region} theme=${theme}></contingency-planner>`,
};

/** The planner with its limits open, which are agreements here. */
export const Agreements: Story = {
  ...Planner,
  play: async ({ canvasElement }) => {
    await customElements.whenDefined('contingency-planner');
    canvasElement.querySelector('contingency-planner')?.show('limits');
  },
};

export const CheckIn: Story = {
  render: ({ locale, region, theme }) =>
    html`<progress-check-in .content=${WORDS[locale]} region=${region} theme=${theme}></progress-check-in>`,
};

export const SelfCare: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-self-care-card .content=${WORDS[locale]} region=${region} theme=${theme}></family-self-care-card>`,
};

export const Library: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-learning-library .content=${WORDS[locale]} region=${region} theme=${theme}></family-learning-library>`,
};

export const HelpBar: Story = {
  render: ({ locale, region, theme }) =>
    html`<crisis-help-bar .content=${WORDS[locale]} region=${region} theme=${theme}></crisis-help-bar>`,
};
