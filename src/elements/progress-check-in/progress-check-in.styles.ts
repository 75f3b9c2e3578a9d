import { css } from 'lit';

export const styles = css`
  form > fieldset {
    margin-top: 2em;
  }
  .how .actions {
    margin-top: 0.4em;
  }
  .label {
    margin: 0;
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
    margin-top: 0.3em;
  }

  .yes-no legend {
    font-size: 1em;
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
