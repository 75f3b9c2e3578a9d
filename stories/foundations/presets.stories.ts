import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PRESETS, tokenSheet, type PresetName } from '../../src/styles/presets.js';
import { pageStyles, sample } from './sample.js';

interface Args {
  readonly preset: PresetName;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Looks to start from: each is a style sheet in the package. */
const meta: Meta<Args> = {
  title: 'Foundations/Presets',
  args: { theme: 'auto' },
  argTypes: {
    preset: { control: 'inline-radio', options: Object.keys(PRESETS) },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: ({ preset, theme }) =>
    html`${pageStyles}
      <div class="page">
        <h1 class="title">Preset: ${preset}</h1>
        <p>${PRESETS[preset].meaning}</p>
        <p><code>failed-intervention-guide/presets/${preset}.css</code></p>
        ${sample(PRESETS[preset].tokens, theme)}
        <pre tabindex="0" aria-label="Style sheet"><code>${tokenSheet(PRESETS[preset].tokens)}</code></pre>
      </div>`,
};
export default meta;
type Story = StoryObj<Args>;

export const Clinic: Story = { args: { preset: 'clinic' } };
export const Warm: Story = { args: { preset: 'warm' } };
export const Large: Story = { args: { preset: 'large' } };
export const Compact: Story = { args: { preset: 'compact' } };
