import { css } from 'lit';

export const styles = css`
  fieldset {
    margin-top: calc(1.8 * var(--_space));
  }
  fieldset + .card {
    margin-top: calc(0.8 * var(--_space));
  }
  .chips {
    margin-top: calc(0.6 * var(--_space));
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
    margin: calc(0.8 * var(--_space)) 0 0;
  }
  [part='today'] li.card {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.2em;
    padding-block: calc(0.5em * var(--_density));
  }
  [part='today'] li.card strong {
    flex: 1 1 12em;
  }
  .safety-link button,
  [part='today'] li.card button {
    margin-inline: calc(-0.7em * var(--_density));
    text-align: start;
  }
`;
