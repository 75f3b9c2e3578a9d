import { css } from 'lit';

/** The line on what was just added sticks to the lower edge; buttons that get the focus scroll clear of it. */
export const styles = css`
  .ideas li {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 1em;
    margin: 0;
    padding: 0.5em 0;
    border-block-end: 0.1em solid var(--_line);
  }
  .ideas button {
    scroll-margin-block-end: 4em;
  }
  .ideas .muted {
    display: block;
  }
  details {
    margin-block: 1em;
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.6em 1em;
  }
  summary {
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

  li.card {
    margin-top: 0.75em;
  }
  dl,
  dd {
    margin: 0;
  }
  dl > div {
    padding-block: 0.2em;
  }
  dt {
    color: var(--_muted);
    font-size: 0.92em;
  }
  dd {
    max-width: 42em;
    white-space: pre-line;
  }
  @container (min-width: 38em) {
    dl > div {
      display: grid;
      grid-template-columns: 11em 1fr;
      align-items: baseline;
    }
  }
  .safety-link {
    margin: 0.2em 0;
  }
  .row-actions {
    gap: 0 0.2em;
    margin: 0.3em -0.6em -0.3em;
  }
  textarea {
    field-sizing: content;
  }
  .quiet:disabled {
    text-decoration: none;
  }
  form > :first-child {
    margin-top: 0;
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
