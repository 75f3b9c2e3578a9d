import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { designTokens } from '../../src/cli/design-tokens.js';
import { COLOR_DOCS, TOKEN_DOCS } from '../../src/styles/token-docs.js';
import { PALETTE, type ColorName } from '../../src/styles/palette.js';
import { TOKENS, type TokenName } from '../../src/styles/tokens.js';
import { pageStyles } from './sample.js';

/** Every token with its type, its default and its meaning, from the one list that the styles are made from. */
const meta: Meta = {
  title: 'Foundations/Tokens',
};
export default meta;

const json = () =>
  `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(designTokens(), null, 2)}\n`)}`;

const RECIPE = `# Edit a copy of design-tokens.json, then make a style sheet of it
npx failed-intervention-guide tokens brand.tokens.json --out brand.css`;

export const Default: StoryObj = {
  render: () =>
    html`${pageStyles}
      <div class="page">
        <h1 class="title">Tokens</h1>
        <p>
          Set these custom properties on <code>:root</code>, or on one element.
          <a href=${json()} download="design-tokens.json">design-tokens.json</a> has them in the W3C Design Tokens
          format.
        </p>
        <pre tabindex="0" aria-label="Tokens to CSS"><code>${RECIPE}</code></pre>
        <div class="wide" tabindex="0" role="group" aria-label="Tokens">
          <table>
            <thead>
              <tr>
                <th scope="col">Token</th>
                <th scope="col">Type</th>
                <th scope="col">Default</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(TOKEN_DOCS).map(
                ([name, { type, meaning }]) =>
                  html`<tr>
                    <td><code>--fig-${name}</code></td>
                    <td>${type}</td>
                    <td><code>${TOKENS[name as TokenName]}</code></td>
                    <td>${meaning}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        <h2>Palette</h2>
        <p>Colors of the default look. A page sets accent and surfaces; the others stay.</p>
        <div class="wide" tabindex="0" role="group" aria-label="Palette">
          <table>
            <thead>
              <tr>
                <th scope="col">Color</th>
                <th scope="col">Light</th>
                <th scope="col">Dark</th>
                <th scope="col">For</th>
              </tr>
            </thead>
            <tbody>
              ${Object.entries(PALETTE).map(
                ([name, both]) =>
                  html`<tr>
                    <td>${name}</td>
                    ${both.map((color) => html`<td>${swatch(color)} <code>${color}</code></td>`)}
                    <td>${COLOR_DOCS[name as ColorName]}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </div>`,
};

const swatch = (color: string) =>
  html`<svg width="28" height="18" aria-hidden="true">
    <rect width="28" height="18" fill=${color} stroke="#888" />
  </svg>`;
