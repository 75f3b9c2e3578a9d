import { css } from 'lit';

export const styles = css`
  input[type='search'] {
    appearance: none;
  }
  .shelves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
    gap: calc(0.5 * var(--_space));
    margin: var(--_space) 0 0;
  }
  .shelves li {
    display: grid;
    margin: 0;
  }
  @container (min-width: 34em) {
    .shelves {
      display: flex;
      flex-wrap: wrap;
    }
  }
  .shelves [aria-current] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }

  .entries {
    display: grid;
    gap: calc(0.5 * var(--_space));
    align-items: start;
    margin-top: calc(0.6 * var(--_space));
  }
  .entries > li {
    margin: 0;
  }
  .entries > .card + .card {
    margin-top: 0;
  }
  .entries .wide,
  .turn .next {
    flex-direction: column;
    align-items: flex-start;
    gap: 0.1em;
    padding: calc(0.6em * var(--_density)) calc(0.9em * var(--_density));
  }
  @container (min-width: 42em) {
    .entries {
      grid-template-columns: 1fr 1fr;
      align-items: stretch;
    }
    .entries .wide {
      height: 100%;
    }
  }
  .kind {
    display: block;
    color: var(--_muted);
    font-size: 0.85em;
    font-weight: 400;
  }
  .count {
    justify-content: space-between;
    margin: 0;
  }

  article,
  [part='practice'] {
    max-width: 44em;
  }
  article > .back {
    padding-inline: 0;
    text-align: start;
  }
  article > .section {
    margin-top: calc(0.5 * var(--_space));
  }
  .aside {
    margin-top: calc(1.2 * var(--_space));
  }
  .say {
    max-width: 38em;
    margin: calc(0.5 * var(--_space)) 0;
    padding-inline-start: 0.9em;
    border-inline-start: 0.25em solid var(--_accent);
    font-size: 1.08em;
  }
  .shown {
    margin-top: var(--_space);
  }
  .tick {
    margin-top: calc(0.6 * var(--_space));
  }
  .turn {
    margin-top: calc(1.6 * var(--_space));
    padding-top: var(--_space);
    border-block-start: 0.1em solid var(--_line);
  }
  .turn button {
    text-align: start;
  }
  .card > .quiet {
    margin-inline-start: calc(-0.6em * var(--_density));
  }
  [part='cards'] {
    margin-top: calc(1.8 * var(--_space));
  }

  @media (forced-colors: active) {
    .shelves [aria-current] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    /* On paper a shelf is a list of titles. */
    .entries .wide {
      display: flex !important;
      padding: 0.1em 0;
      border: 0;
    }
    .turn {
      display: none;
    }
  }
`;
