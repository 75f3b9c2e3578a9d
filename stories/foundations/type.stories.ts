import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { LIMITS, TOKENS } from '../../src/styles/tokens.js';
import { pageStyles, sample } from './sample.js';

interface Args {
  readonly 'font-size': string;
  readonly 'line-height': string;
  readonly font: string;
  readonly 'font-heading': string;
}

/** The kit takes its font from the page. Sizes are in em, so one token scales all of them. */
const meta: Meta<Args> = {
  title: 'Foundations/Type',
  args: {
    'font-size': TOKENS['font-size'],
    'line-height': TOKENS['line-height'],
    font: 'system-ui, sans-serif',
    'font-heading': TOKENS['font-heading'],
  },
  render: (args) =>
    html`${pageStyles}
      <div class="page">
        <h1 class="title">Type</h1>
        <p>
          <code>--fig-font-size</code> sets all text, from ${LIMITS['font-size'].join(' to ')}. The help bar and safety
          screens stay at 16px or more. <code>--fig-line-height</code> is a number from
          ${LIMITS['line-height'].join(' to ')}.
        </p>
        ${sample(args)}
      </div>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {};
export const SerifHeadings: Story = { args: { 'font-heading': "Georgia, 'Times New Roman', serif" } };
export const Large: Story = { args: { 'font-size': '1.5rem', 'line-height': '1.7' } };
export const TooSmallIsHeld: Story = { args: { 'font-size': '6px', 'line-height': '0.5' } };
