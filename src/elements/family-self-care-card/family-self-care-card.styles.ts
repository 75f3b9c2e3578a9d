import { css } from 'lit';

export const styles = css`
  fieldset {
    margin-top: 1.8em;
  }
  fieldset + .card {
    margin-top: 0.8em;
  }
  .chips {
    margin-top: 0.6em;
  }
  [aria-pressed]::before {
    content: '+' / '';
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  [aria-pressed='true']::before {
    content: '✓' / '';
  }
  .label {
    margin: 0.8em 0 0;
  }
  [part='today'] li.card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.2em;
    padding-block: 0.5em;
  }
  [part='today'] li.card strong {
    flex: 1 1 12em;
  }
  .safety-link button,
  [part='today'] li.card button {
    margin-inline: -0.7em;
    text-align: start;
  }
`;
