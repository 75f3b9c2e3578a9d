import { css } from 'lit';

export const styles = css`
  input[type='search'] {
    appearance: none;
  }
  .shelves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9.5em, 100%), 1fr));
    gap: 0.5em;
    margin: 1em 0 0;
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
    gap: 0.5em;
    align-items: start;
    margin-top: 0.6em;
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
    padding: 0.6em 0.9em;
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
    margin-top: 0.5em;
  }
  .aside {
    margin-top: 1.2em;
  }
  .say {
    max-width: 38em;
    margin: 0.5em 0;
    padding-inline-start: 0.9em;
    border-inline-start: 0.25em solid var(--_accent);
    font-size: 1.08em;
  }
  .shown {
    margin-top: 1em;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
    margin-top: 0.6em;
  }
  .turn {
    margin-top: 1.6em;
    padding-top: 1em;
    border-block-start: 0.1em solid var(--_line);
  }
  .turn button {
    text-align: start;
  }
  .card > .quiet {
    margin-inline-start: -0.6em;
  }
  [part='cards'] {
    margin-top: 1.8em;
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
