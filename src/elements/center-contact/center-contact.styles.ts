import { css } from 'lit';

export const styles = css`
  .nested section[aria-labelledby] {
    margin-top: 1.6em;
    padding-top: 0.4em;
    border-block-start: 0.1em solid var(--_line);
  }
  .nested section section[aria-labelledby] {
    border: 0;
    padding: 0;
  }
  .facts {
    margin-top: 0.8em;
  }
  .facts li {
    margin: 0.2em 0;
  }
  .offer button {
    flex: 1 1 12em;
    max-width: 24em;
  }
  form > fieldset {
    margin-top: 1.6em;
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
    margin-top: 0.6em;
  }
  .copy {
    margin-top: 1em;
  }
  .copy li {
    overflow-wrap: anywhere;
  }
`;
