import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { LIMITS, TOKENS } from '../../src/styles/tokens.js';
import { pageStyles, sample } from './sample.js';

interface Args {
  readonly space: string;
  readonly density: number;
  readonly radius: string;
}

/** Space lies between parts, density inside controls and cards. */
const meta: Meta<Args> = {
  title: 'Foundations/Spacing and density',
  args: { space: TOKENS.space, density: Number(TOKENS.density), radius: TOKENS.radius },
  argTypes: { density: { control: { type: 'range', min: 0, max: 2, step: 0.05 } } },
  render: ({ space, density, radius }) =>
    html`${pageStyles}
      <div class="page">
        <h1 class="title">Spacing and density</h1>
        <p>
          <code>--fig-space</code> is the distance between parts, from ${LIMITS.space.join(' to ')}.
          <code>--fig-density</code> is a factor on the padding and height of buttons, fields and cards, from
          ${LIMITS.density.join(' to ')}. No target gets smaller than 24 pixels, and the help bar never gets smaller.
        </p>
        ${sample({ space, density: String(density), radius })}
      </div>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Default: Story = {};
export const Tight: Story = { args: { space: '0.6em', density: 0.7 } };
export const Roomy: Story = { args: { space: '1.4em', density: 1.4, radius: '1.2em' } };
export const TooTightIsHeld: Story = { args: { space: '0em', density: 0, radius: '0px' } };
