import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, LitElement, type TemplateResult } from 'lit';
import { TOKENS, type TokenName } from '../../src/styles/tokens.js';
import { measurePairs, type Measured } from './measure.js';
import { pageStyles, setTokens } from './sample.js';

const COLORS = ['accent', 'surface', 'surface-dark'] as const satisfies readonly TokenName[];

interface Args {
  readonly accent: string;
  readonly surface: string;
  readonly 'surface-dark': string;
}

/** Colors that follow what a page gives, and how much each pair differs, measured in this browser. */
class ColorTable extends LitElement {
  static override properties = { tokens: { attribute: false }, measured: { state: true } };

  declare tokens: Args;
  declare measured: Readonly<Record<'light' | 'dark', readonly Measured[]>>;

  constructor() {
    super();
    this.tokens = { ...TOKENS };
    this.measured = { light: [], dark: [] };
  }

  /** No shadow root: a page of the docs, with the elements of the kit on it. */
  protected override createRenderRoot() {
    return this;
  }

  protected override firstUpdated(): void {
    void this.#measure();
  }

  protected override render(): TemplateResult {
    return html`${pageStyles}
      <div class="page">
        <h1 class="title">Colors</h1>
        <p>
          Pick any color. The kit keeps its hue and pulls its lightness to where it reads, so the ratios below stay
          above what WCAG 2.2 AA asks for: 4.5 for words, 3 for borders and marks.
        </p>
        <div class="fields">${COLORS.map((name) => this.#field(name))}</div>
        <div class="pairs">
          ${(['light', 'dark'] as const).map(
            (theme) =>
              html`<section aria-label=${theme}>
                <next-steps-wizard theme=${theme} region="US" session="separate"></next-steps-wizard>
                <h2>${theme === 'light' ? 'Light' : 'Dark'}</h2>
                <div class="wide" tabindex="0" role="group" aria-label="Contrast, ${theme}">${this.#table(theme)}</div>
              </section>`,
          )}
        </div>
      </div>`;
  }

  #field(name: (typeof COLORS)[number]) {
    return html`<label>
      <code>--fig-${name}</code>
      <input type="color" .value=${this.tokens[name]} @input=${(event: Event) => this.#pick(name, event)} />
    </label>`;
  }

  #table(theme: 'light' | 'dark') {
    return html`<table>
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col">Ratio</th>
          <th scope="col">At least</th>
          <th scope="col">For</th>
        </tr>
      </thead>
      <tbody>
        ${this.measured[theme].map(
          ({ color, ground, least, what, ratio }) =>
            html`<tr>
              <td>${color} on ${ground}</td>
              <td class=${ratio < least ? 'bad' : ''} data-ratio=${ratio.toFixed(2)} data-least=${least}>
                ${ratio.toFixed(2)}${ratio < least ? ' too low' : ''}
              </td>
              <td>${least}</td>
              <td>${what}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #pick(name: (typeof COLORS)[number], event: Event): void {
    this.tokens = { ...this.tokens, [name]: (event.target as HTMLInputElement).value };
    void this.#measure();
  }

  async #measure(): Promise<void> {
    await customElements.whenDefined('next-steps-wizard');
    const [light, dark] = this.querySelectorAll('next-steps-wizard');
    if (!light || !dark) return;
    for (const el of [light, dark]) {
      setTokens(el, COLORS, this.tokens);
      await el.updateComplete;
    }
    this.measured = { light: measurePairs(light), dark: measurePairs(dark) };
  }
}
if (!customElements.get('story-color-table')) customElements.define('story-color-table', ColorTable);

const meta: Meta<Args> = {
  title: 'Foundations/Colors',
  args: { accent: TOKENS.accent, surface: TOKENS.surface, 'surface-dark': TOKENS['surface-dark'] },
  argTypes: { accent: { control: 'color' }, surface: { control: 'color' }, 'surface-dark': { control: 'color' } },
  render: (args) => html`<story-color-table .tokens=${args}></story-color-table>`,
  // Fails the story when a pair is too close, or when nothing was measured.
  play: async ({ canvasElement }) => {
    const cells = await found(() => [...canvasElement.querySelectorAll<HTMLElement>('[data-ratio]')]);
    const low = cells.filter(({ dataset }) => Number(dataset.ratio) < Number(dataset.least));
    if (low.length) throw new Error(`${low.length} pairs are too close.`);
  },
};
export default meta;
type Story = StoryObj<Args>;

async function found(look: () => HTMLElement[]): Promise<HTMLElement[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const cells = look();
    if (cells.length) return cells;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('No pair was measured.');
}

export const Default: Story = {};

/** A color that no one could read on white, as it is given. */
export const Yellow: Story = { args: { accent: '#fffc00' } };

/** Surfaces the wrong way round: the light one dark, the dark one light. */
export const SwappedSurfaces: Story = { args: { accent: '#e20074', surface: '#102030', 'surface-dark': '#f0f0f0' } };
