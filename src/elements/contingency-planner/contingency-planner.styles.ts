import { css } from 'lit';

export const styles = css`
  .tools ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.4 * var(--_space));
    margin: var(--_space) 0 0;
  }
  .tools li {
    margin: 0;
  }
  .tools button {
    min-height: max(24px, 2.4em * var(--_density));
    padding-block: calc(0.25em * var(--_density));
    padding-inline: calc(0.8em * var(--_density));
    font-size: 0.92em;
  }
  .tools [aria-current] {
    border-color: var(--_accent);
    border-width: 0.15em;
    background: var(--_raised);
  }
  .number {
    display: inline-grid;
    place-items: center;
    min-width: 1.7em;
    padding: 0.1em 0.35em;
    border-radius: 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.85em;
  }
  .keep {
    margin-top: calc(1.8 * var(--_space));
    padding-top: 0.2em;
    border-block-start: 0.1em solid var(--_line);
  }
  @media (forced-colors: active) {
    .number {
      background: none; /* else the figure gets a plate of its own on it */
      color: inherit;
    }
  }
`;
