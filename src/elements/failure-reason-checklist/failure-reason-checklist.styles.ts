import { css } from 'lit';

export const styles = css`
  .insight {
    margin: 0.5em 0 0.2em;
    padding-block: 0.2em;
    padding-inline: 0.9em 0;
    border-inline-start: 0.2em solid var(--_accent);
  }
  .insight .label {
    margin: 0.6em 0 0;
    font-weight: 650;
  }
  .insight p {
    margin: 0.15em 0;
  }
  @container (min-width: 50em) {
    .choices {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.5em 0.8em;
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
    gap: 0.3em 1em;
    margin-top: 1.2em;
    font-weight: 650;
  }
  .column label.move {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.5em;
    margin-top: 0.4em;
    font-size: 0.9em;
  }
  .move select {
    width: auto;
    min-height: 2em;
    margin: 0;
    padding-block: 0.1em;
  }
`;
