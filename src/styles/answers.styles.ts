import { css } from 'lit';

/** Answers to pick for the visitor themselves: levels, small things, chips, and what is said once one is picked. */
export const answersStyles = css`
  legend > * {
    margin: 0;
    font-size: 1.16em;
  }
  .levels,
  .items {
    display: grid;
    gap: calc(0.5 * var(--_space));
    align-items: start;
    margin-top: calc(0.7 * var(--_space));
  }
  .levels > .choice,
  .items > li {
    margin: 0;
  }
  @container (min-width: 42em) {
    .levels {
      grid-template-columns: repeat(4, 1fr);
    }
    .items {
      grid-template-columns: 1fr 1fr;
    }
  }
  .chips > .choice {
    gap: 0.5em;
    border-radius: 2em;
  }
  .label {
    font-weight: 650;
  }
  .label + p {
    margin-top: 0.15em;
  }
  .how {
    margin: calc(0.4 * var(--_space)) 0;
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_accent);
  }
`;
