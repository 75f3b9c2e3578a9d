import { css, unsafeCSS } from 'lit';
import { tokenText } from '../../styles/token-styles.js';

export const styles = css`
  .body {
    /* No page can make help small, nor so large that it covers what stands below. */
    --_density: clamp(1, ${unsafeCSS(tokenText('density'))}, 1.6);

    padding: 0;
  }
  @media screen {
    .body {
      font-size: clamp(max(1rem, 16px), 1em, max(1.5rem, 24px));
    }
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.4 * var(--_space)) 0.6em;
    padding: calc(0.5em * var(--_density)) clamp(0.6 * var(--_space), 4cqi, 1.8 * var(--_space));
    border-block-end: 0.1em solid var(--_line);
    background: var(--_urgent-soft);
  }
  .bar > * {
    min-height: max(24px, 2.6em * var(--_density));
    padding: calc(0.3em * var(--_density)) calc(0.9em * var(--_density));
  }
  .bar .leave {
    font-size: 0.9em;
    padding-inline: calc(0.4em * var(--_density));
    margin-inline-start: auto;
    color: var(--_text);
  }
  .bar .urgent-words {
    margin: 0;
    font-size: 1em;
  }
  .panel {
    padding: clamp(0.8 * var(--_space), 4cqi, 1.8 * var(--_space));
    border-block-end: 0.1em solid var(--_line);
  }
  dialog {
    position: fixed;
    inset: 0;
    width: 100vw;
    max-width: none;
    height: 100vh;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: #fff;
  }
  dialog::backdrop {
    background: #fff;
  }
  /* Alone on a page; inside another element that one says it. */
  .leave-note {
    margin-block-start: 0.5em;
    padding-inline: clamp(0.8em, 4cqi, 1.8em);
  }
  @media print {
    .bar {
      background: none;
    }
  }
`;
