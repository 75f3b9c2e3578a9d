import { css } from 'lit';

export const styles = css`
  .body {
    padding: 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 0.6em;
    padding: 0.5em clamp(0.6em, 4cqi, 1.8em);
    border-block-end: 0.1em solid var(--_line);
    background: var(--_urgent-soft);
  }
  .bar > * {
    min-height: 2.6em;
    padding: 0.3em 0.9em;
  }
  .bar .leave {
    padding-inline: 0.4em;
    margin-inline-start: auto;
    color: var(--_text);
  }
  .bar .urgent-words {
    margin: 0;
    font-size: 1em;
  }
  .panel {
    padding: clamp(0.8em, 4cqi, 1.8em);
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
