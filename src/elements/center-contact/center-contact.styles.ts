import { css } from 'lit';

export const styles = css`
  .nested section[aria-labelledby] {
    margin-top: calc(1.6 * var(--_space));
    padding-top: calc(0.4 * var(--_space));
    border-block-start: 0.1em solid var(--_line);
  }
  .nested section section[aria-labelledby] {
    border: 0;
    padding: 0;
  }
  .facts {
    margin-top: calc(0.8 * var(--_space));
  }
  .facts li {
    margin: 0.2em 0;
  }
  .offer button {
    flex: 1 1 12em;
    max-width: 24em;
  }
  form > fieldset {
    margin-top: calc(1.6 * var(--_space));
  }
  .lines li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 0.8em;
    align-items: center;
    margin: 0;
    border-block-end: 0.1em solid var(--_line);
  }
  .consent {
    margin-top: calc(0.6 * var(--_space));
  }
  .copy {
    margin-top: var(--_space);
  }
  .copy li {
    overflow-wrap: anywhere;
  }
`;
