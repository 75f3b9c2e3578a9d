import { css } from 'lit';

export const styles = css`
  .eyebrow {
    margin: 0 0 calc(0.6 * var(--_space));
    color: var(--_muted);
    font-size: 1em;
  }
  .question .title {
    margin-top: 0.2em;
  }
  progress {
    display: block;
    width: 100%;
    max-width: 32em;
    height: 0.5em;
    accent-color: var(--_accent);
  }
  .outcome {
    margin-top: calc(1.2 * var(--_space));
    padding: clamp(0.9em * var(--_density), 4cqi, 1.5em * var(--_density));
    border: 0.1em solid var(--_line);
    border-block-start: 0.35em solid var(--_accent);
    border-radius: var(--_radius);
  }
  .outcome > :first-child {
    margin-top: 0;
    font-size: 1.3em;
  }
  .who {
    display: grid;
    gap: calc(0.6 * var(--_space));
  }
  .who li {
    margin: 0;
  }
  .kind {
    display: block;
    color: var(--_muted);
    font-size: 0.88em;
  }
  .given > div {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0 1em;
    padding: calc(0.3em * var(--_density)) 0;
    border-block-end: 0.1em solid var(--_line);
  }
  dl,
  dd {
    margin: 0;
  }
  .given dt {
    color: var(--_muted);
    font-size: 0.92em;
  }
  .given dd {
    grid-column: 1;
  }
  .given dd.edit {
    grid-area: 1 / 2 / span 2;
  }
`;
