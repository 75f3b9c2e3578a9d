import { css, unsafeCSS } from 'lit';
import { tokenText } from '../../styles/token-styles.js';

export const styles = css`
  crisis-help-bar {
    z-index: 1;
  }
  @media screen and (min-height: 32em) {
    crisis-help-bar {
      position: sticky;
      inset-block-start: ${unsafeCSS(tokenText('sticky-offset'))};
    }
  }
  .ways {
    display: grid;
    gap: calc(0.6 * var(--_space));
    margin-top: calc(0.6 * var(--_space));
  }
  .ways li,
  .map li {
    display: grid;
    margin: 0;
  }
  .ways button {
    width: 100%;
    justify-content: flex-start;
    padding: calc(0.8em * var(--_density)) calc(1em * var(--_density));
    text-align: start;
  }
  .map {
    display: grid;
    gap: calc(0.5 * var(--_space));
    margin: 0;
    counter-reset: stage;
  }
  .map button {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.7em;
    width: 100%;
    justify-content: stretch;
    align-content: start;
    text-align: start;
  }
  .map button::before {
    counter-increment: stage;
    content: counter(stage);
    grid-row: span 2;
    display: grid;
    place-items: center;
    width: 1.9em;
    height: 1.9em;
    border: 0.1em solid var(--_control);
    border-radius: 50%;
    font-weight: 650;
  }
  .map [aria-current] {
    border-color: var(--_accent);
    border-width: 0.15em;
    background: var(--_raised);
  }
  .map [aria-current]::before {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .map .hint {
    grid-column: 2;
  }
  .inside .map {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.4 * var(--_space));
  }
  .inside .map .hint {
    display: none;
  }
  .inside .map button {
    min-height: max(24px, 2.4em * var(--_density));
    padding-block: calc(0.25em * var(--_density));
    padding-inline: calc(0.4em * var(--_density)) calc(0.8em * var(--_density));
    align-items: center;
    font-size: 0.92em;
  }
  .inside .map button::before {
    grid-row: auto;
  }
  @container (min-width: 34em) {
    .ways,
    .welcome .map {
      grid-template-columns: repeat(2, 1fr);
    }
  }
  .panel {
    margin-top: calc(1.2 * var(--_space));
    padding-top: calc(1.2 * var(--_space));
    border-block-start: 0.1em solid var(--_line);
  }
  .panel:focus-visible {
    outline: none;
  }
  .turn {
    justify-content: space-between;
    margin-top: calc(1.6 * var(--_space));
    padding-top: var(--_space);
    border-block-start: 0.1em solid var(--_line);
  }
  .foot {
    margin-top: calc(1.6 * var(--_space));
  }
  .sheet li {
    white-space: pre-line;
  }
  @media (forced-colors: active) {
    .map [aria-current]::before {
      background: none; /* the number keeps its plate */
      color: inherit;
    }
  }
  @media print {
    nav,
    .ways,
    .turn {
      display: none;
    }
  }
`;
