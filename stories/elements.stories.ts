import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { FigLeadEvent } from '../src/events/events.js';
import { pageSession } from '../src/session/session.js';
import { EMPTY_SESSION, type GoalRow } from '../src/session/state.js';
import { addRow, tickReason } from '../src/session/transitions.js';

interface Args {
  readonly locale: string;
  readonly region: string;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Every element of the kit, alone, with its words, its region and its colors to switch. */
const meta: Meta<Args> = {
  title: 'Elements',
  args: { locale: 'en', region: 'US', theme: 'auto' },
  argTypes: {
    locale: { control: 'inline-radio', options: ['en', 'es'] },
    region: { control: 'inline-radio', options: ['US', 'UK', 'CA', 'AU', ''] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  // Elements of a page share one session, and so do stories: each begins with an empty one.
  beforeEach: () => pageSession().apply(() => EMPTY_SESSION),
};
export default meta;
type Story = StoryObj<Args>;

export const Guide: Story = {
  render: ({ locale, region, theme }) =>
    html`<failed-intervention-guide locale=${locale} region=${region} theme=${theme}></failed-intervention-guide>`,
};

export const Checklist: Story = {
  render: ({ locale, region, theme }) =>
    html`<failure-reason-checklist locale=${locale} region=${region} theme=${theme}></failure-reason-checklist>`,
};

/** Some reasons are checked: what each can mean, the board, and the summary. */
export const ChecklistHalfDone: Story = {
  ...Checklist,
  play: () => {
    for (const id of ['felt_cornered', 'too_long', 'no_next_step_ready']) pageSession().apply(tickReason(id, true));
  },
};

export const Wizard: Story = {
  render: ({ locale, region, theme }) =>
    html`<next-steps-wizard locale=${locale} region=${region} theme=${theme}></next-steps-wizard>`,
};

export const Planner: Story = {
  render: ({ locale, region, theme }) =>
    html`<contingency-planner locale=${locale} region=${region} theme=${theme}></contingency-planner>`,
};

const GOAL: Omit<GoalRow, 'id'> = {
  owner: 'me',
  goal: 'I will send one kind message a week.',
  measure: 'Two messages sent',
  achievable: 'Write the first one',
  relevant: 'They know that I care',
  due: '2030-01-15',
  done: '',
};

/** The planner with its goals open. */
export const PlannerGoals: Story = {
  ...Planner,
  play: async ({ canvasElement }) => {
    pageSession().apply(addRow('goals', GOAL));
    await customElements.whenDefined('contingency-planner');
    canvasElement.querySelector('contingency-planner')?.show('goals');
  },
};

export const SelfCare: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-self-care-card locale=${locale} region=${region} theme=${theme}></family-self-care-card>`,
};

export const CheckIn: Story = {
  render: ({ locale, region, theme }) =>
    html`<progress-check-in locale=${locale} region=${region} theme=${theme}></progress-check-in>`,
};

export const Library: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-learning-library locale=${locale} region=${region} theme=${theme}></family-learning-library>`,
};

/** The library sent to one entry by its property. */
export const LibraryEntry: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-learning-library
      locale=${locale}
      region=${region}
      theme=${theme}
      .entry=${'topic:naloxone'}
    ></family-learning-library>`,
};

export const HelpBar: Story = {
  render: ({ locale, region, theme }) =>
    html`<crisis-help-bar locale=${locale} region=${region} theme=${theme}></crisis-help-bar>`,
};

/** What is asked of the visitor once they want the center to be in touch. Nothing leaves the story. */
export const CenterContact: Story = {
  render: ({ locale, region, theme }) =>
    html`<center-contact
      locale=${locale}
      region=${region}
      theme=${theme}
      lead="offer"
      sponsor-name="Cedar Hollow Recovery Center, Inc."
      sponsor-phone="555-0142"
      sponsor-license="CH-DEMO-0417, made up"
      sponsor-paid-by="Cedar Hollow Recovery Center, Inc."
      sponsor-privacy-url="https://center.example/privacy"
      sponsor-health-data-url="https://center.example/health-data"
      @fig-lead=${(event: FigLeadEvent) => event.preventDefault()}
    ></center-contact>`,
};

/** A page that offers to save on the device. */
export const Saving: Story = {
  render: ({ locale, region, theme }) =>
    html`<family-self-care-card locale=${locale} region=${region} theme=${theme} save="offer"></family-self-care-card>`,
};
