import { css } from 'lit';

/** Rows of a visitor's own, as `ListEditor` shows them. While one is changed, the row as it was is for paper only. */
export const rowsStyles = css`
  .rows > li {
    margin-top: 0.75em;
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
  }
  @container (min-width: 38em) {
    .row > div {
      display: grid;
      grid-template-columns: 11em 1fr;
      align-items: baseline;
    }
  }
  .row-actions {
    gap: 0 0.2em;
    margin: 0.3em -0.6em -0.3em;
  }
  .row-form > :first-child {
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
