import { css } from 'lit';

/**
 * Lists of rows that a visitor writes, ideas to add to them, boards of columns, and boxes that open. What was just
 * added is said in a line that sticks to the lower edge; buttons that get the focus scroll clear of it. While a row is
 * changed, the row as it was is for paper only. Shared by all elements with lists of rows.
 */
export const rowsStyles = css`
  .ideas li {
    display: grid;
    justify-items: start;
    align-items: center;
    gap: calc(0.4 * var(--_space)) 1em;
    margin: 0;
    padding: calc(0.5em * var(--_density)) 0;
    border-block-end: 0.1em solid var(--_line);
  }
  @container (min-width: 26em) {
    .ideas li {
      grid-template-columns: 1fr auto;
    }
  }
  .ideas button {
    scroll-margin-block-end: 4em;
  }
  .ideas .muted {
    display: block;
  }
  .box {
    margin-block: var(--_space);
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    padding: calc(0.6em * var(--_density)) calc(1em * var(--_density));
  }
  .box > summary {
    width: auto;
    font-weight: 600;
  }
  .lately {
    position: sticky;
    inset-block-end: 0;
  }
  .notice p {
    margin: 0;
  }

  .rows > .card {
    margin-top: calc(0.75 * var(--_space));
  }
  .row,
  .row dd {
    margin: 0;
  }
  .row > div {
    padding-block: 0.2em;
  }
  .row dt {
    color: var(--_muted);
    font-size: 0.92em;
  }
  .row dd {
    max-width: 42em;
    white-space: pre-line;
    unicode-bidi: plaintext; /* what was typed may run the other way than the words around it */
  }
  @container (min-width: 38em) {
    .row > div {
      display: grid;
      grid-template-columns: 13em 1fr;
      gap: 0 1em;
      align-items: baseline;
    }
    .column .row > div {
      display: block;
    }
  }
  .actions + .card {
    margin-top: calc(1.2 * var(--_space));
  }
  .rows .safety-link {
    margin: 0.2em 0;
  }
  .row-actions {
    gap: 0 0.2em;
    margin: calc(0.3em * var(--_density)) calc(-0.6em * var(--_density)) calc(-0.3em * var(--_density));
  }
  .row-form textarea {
    field-sizing: content;
  }
  .row-form > :first-child {
    margin-top: 0;
  }
  .row-form .choice {
    margin: 0;
    font-weight: 400;
  }
  .field > .chips > .choice {
    background: var(--_surface);
  }
  .quiet:disabled {
    text-decoration: none;
  }
  .because {
    margin-top: calc(0.5 * var(--_space));
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_line);
  }
  .because p {
    margin: 0.2em 0;
  }
  .sheet li {
    white-space: pre-line;
  }

  .board {
    display: grid;
    gap: calc(0.8 * var(--_space));
    margin-top: var(--_space);
  }
  @container (min-width: 44em) {
    .board {
      grid-template-columns: repeat(3, 1fr);
    }
  }
  .column {
    min-width: 0; /* with large text, what stands in it may be wider than a phone */
    padding: calc(0.8em * var(--_density));
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .column > :first-child {
    margin-top: 0;
  }
  .column li {
    padding: calc(0.7em * var(--_density)) calc(0.8em * var(--_density));
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .column li p {
    margin: 0.2em 0;
  }

  .paper {
    display: none;
  }
  @media print {
    .paper {
      display: block;
    }
  }
`;
