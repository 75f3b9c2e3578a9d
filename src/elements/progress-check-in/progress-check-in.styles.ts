import { css } from 'lit';

export const styles = css`
  form > fieldset {
    margin-top: 2em;
  }
  legend > * {
    margin: 0;
    font-size: 1.16em;
  }
  .items,
  .levels {
    display: grid;
    gap: 0.5em;
    align-items: start;
    margin-top: 0.7em;
  }
  .items > li,
  .levels > .choice {
    margin: 0;
  }
  @container (min-width: 42em) {
    .items {
      grid-template-columns: 1fr 1fr;
    }
    .levels {
      grid-template-columns: repeat(4, 1fr);
    }
  }
  .how {
    margin: 0.4em 0;
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_accent);
  }
  .how .actions {
    margin-top: 0.4em;
  }
  .label {
    margin: 0;
    font-weight: 650;
  }
  .label + p {
    margin-top: 0.15em;
  }
  .passed {
    margin-top: 0.7em;
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_line);
  }
  textarea {
    field-sizing: content;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
    margin-top: 0.3em;
  }

  .yes-no legend {
    font-size: 1em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.4em;
  }
  .chips > .choice {
    align-items: center;
    gap: 0.5em;
    min-height: 2.75em;
    margin: 0;
    padding-block: 0.3em;
    border-radius: 2em;
  }
  .chips + .card,
  fieldset + .card,
  .row-actions + .card {
    margin-top: 1em;
  }

  form > .actions {
    margin-top: 1.6em;
  }
  .row ul {
    margin: 0;
    white-space: normal;
  }
  section[part='entry'] > .row {
    padding: 0.7em 1em;
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  section[part='next'] fieldset + p {
    font-weight: 650;
  }
  .safety-link {
    margin: 0.2em 0;
  }
  details[part='huddle'] {
    margin-top: 2em;
  }
  .notice > span {
    flex: 1 1 12em;
  }
`;
