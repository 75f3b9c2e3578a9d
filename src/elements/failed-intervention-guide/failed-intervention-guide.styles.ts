import { css } from 'lit';

export const styles = css`
  crisis-help-bar {
    z-index: 1;
  }
  @media screen and (min-height: 32em) {
    crisis-help-bar {
      position: sticky;
      inset-block-start: var(--fig-sticky-offset, 0);
    }
  }
  .ways {
    display: grid;
    gap: 0.6em;
    margin-top: 0.6em;
  }
  .ways li,
  .map li {
    display: grid;
    margin: 0;
  }
  .ways button {
    width: 100%;
    justify-content: flex-start;
    padding: 0.8em 1em;
    text-align: start;
  }
  .map {
    display: grid;
    gap: 0.5em;
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
    gap: 0.4em;
  }
  .inside .map .hint {
    display: none;
  }
  .inside .map button {
    min-height: 2.4em;
    padding-block: 0.25em;
    padding-inline: 0.4em 0.8em;
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
    margin-top: 1.2em;
    padding-top: 1.2em;
    border-block-start: 0.1em solid var(--_line);
  }
  .panel:focus-visible {
    outline: none;
  }
  .turn {
    justify-content: space-between;
    margin-top: 1.6em;
    padding-top: 1em;
    border-block-start: 0.1em solid var(--_line);
  }
  .foot {
    margin-top: 1.6em;
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
