import { css } from 'lit';

export const styles = css`
  fieldset {
    margin-top: 1.8em;
  }
  legend > * {
    margin: 0;
    font-size: 1.16em;
  }
  fieldset + .card {
    margin-top: 0.8em;
  }
  .levels,
  .items {
    display: grid;
    gap: 0.5em;
    align-items: start;
    margin-top: 0.7em;
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

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.6em;
  }
  .chips > .choice {
    align-items: center;
    gap: 0.5em;
    min-height: 2.75em;
    margin: 0;
    padding-block: 0.3em;
    border-radius: 2em;
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
    font-weight: 650;
  }
  .label + p {
    margin-top: 0.15em;
  }

  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: 2.75em;
  }
  .how {
    margin: 0.4em 0;
    padding-inline-start: 0.9em;
    border-inline-start: 0.2em solid var(--_accent);
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
