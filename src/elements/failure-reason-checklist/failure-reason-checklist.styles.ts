import { css } from 'lit';

export const styles = css`
  .insight {
    margin: calc(0.5 * var(--_space)) 0 0.2em;
    padding-block: 0.2em;
    padding-inline: 0.9em 0;
    border-inline-start: 0.2em solid var(--_accent);
  }
  .insight .label {
    margin: calc(0.6 * var(--_space)) 0 0;
    font-weight: 650;
  }
  .insight p {
    margin: 0.15em 0;
  }
  @container (min-width: 50em) {
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: calc(0.5 * var(--_space)) 0.8em;
      align-items: start;
    }
    .choices > li + li {
      margin-top: 0;
    }
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.3 * var(--_space)) 1em;
    margin-top: calc(1.2 * var(--_space));
    font-weight: 650;
  }
  .column label.move {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.5em;
    margin-top: calc(0.4 * var(--_space));
    font-size: 0.9em;
  }
  .move select {
    width: auto;
    min-height: max(24px, 2em * var(--_density));
    margin: 0;
    padding-block: 0.1em;
  }
`;
