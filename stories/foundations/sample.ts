import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { TokenName } from '../../src/styles/tokens.js';

export type TokenValues = Readonly<Partial<Record<TokenName, string>>>;

/** Sets tokens on an element, and takes away those that are not given any more. */
export function setTokens(el: HTMLElement, names: readonly TokenName[], tokens: TokenValues): void {
  for (const name of names) {
    const value = tokens[name];
    if (value) el.style.setProperty(`--fig-${name}`, value);
    else el.style.removeProperty(`--fig-${name}`);
  }
}

/** The wizard with those tokens: a help bar, words, choices and buttons. */
export const sample = (tokens: TokenValues, theme: 'auto' | 'light' | 'dark' = 'auto'): TemplateResult => {
  const names = Object.keys(tokens) as TokenName[];
  const set = ref((el) => {
    if (el instanceof HTMLElement) setTokens(el, names, tokens);
  });
  return html`<div ${set}>
    <next-steps-wizard region="US" theme=${theme} session="separate"></next-steps-wizard>
  </div>`;
};

/** Plain looks for a page of the docs, which is not the kit. */
export const pageStyles = html`<style>
  .page {
    max-width: 64rem;
    font:
      16px/1.5 system-ui,
      sans-serif;
    color: #222;
    background: #fff;
    padding: 1rem;
  }
  .page h1 {
    font-size: 1.6rem;
    margin: 0 0 0.5rem;
  }
  .page h2 {
    font-size: 1.2rem;
    margin: 2rem 0 0.5rem;
  }
  .page table {
    border-collapse: collapse;
    width: 100%;
  }
  .page :is(th, td) {
    text-align: start;
    vertical-align: top;
    padding: 0.4rem 0.6rem;
    border-bottom: 1px solid #ccc;
  }
  .page code {
    font:
      0.9em ui-monospace,
      monospace;
  }
  .page .wide {
    overflow-x: auto;
  }
  .page .fields {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    margin: 1rem 0;
  }
  .page pre {
    overflow-x: auto;
    padding: 0.8rem;
    background: #f4f4f4;
  }
  .page .swatch {
    display: inline-block;
    width: 3em;
    padding: 0.1em 0.4em;
    border: 1px solid #ccc;
    text-align: center;
  }
  .page .pairs {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));
    gap: 1.5rem;
  }
  .page .bad {
    font-weight: 700;
    color: #a00000;
  }
</style>`;
