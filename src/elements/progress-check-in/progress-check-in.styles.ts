import { css } from 'lit';

export const styles = css`
  form > fieldset {
    margin-top: calc(2 * var(--_space));
  }
  .how .actions {
    margin-top: calc(0.4 * var(--_space));
  }
  .label {
    margin: 0;
  }
  .passed {
    margin-top: calc(0.7 * var(--_space));
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_line);
  }
  textarea {
    field-sizing: content;
  }
  .tick {
    margin-top: calc(0.3 * var(--_space));
  }

  .yes-no legend {
    font-size: 1em;
  }
  .chips + .card,
  fieldset + .card,
  .row-actions + .card {
    margin-top: var(--_space);
  }

  form > .actions {
    margin-top: calc(1.6 * var(--_space));
  }
  .row ul {
    margin: 0;
    white-space: normal;
  }
  section[part='entry'] > .row {
    padding: calc(0.7em * var(--_density)) calc(1em * var(--_density));
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
    margin-top: calc(2 * var(--_space));
  }
  .notice > span {
    flex: 1 1 12em;
  }
`;
