import { css } from 'lit';

/** Safety screens, crisis lines and the help bar: still, plain, and large enough for shaking hands. */
export const safetyStyles = css`
  .urgent {
    border-color: var(--_urgent);
    background: var(--_urgent);
    color: var(--_on-urgent);
    font-weight: 700;
  }
  .urgent:hover {
    border-color: var(--_text);
    background: var(--_urgent);
  }
  .safety .more {
    margin-top: 1.6em;
    font-weight: 650;
  }
  @media print {
    .urgent {
      background: none;
      color: var(--_text);
    }
  }
  .urgent-words {
    font-size: 1.15em;
    font-weight: 700;
    color: var(--_urgent);
  }
  .wide {
    width: 100%;
    justify-content: flex-start;
    text-align: start;
  }
  .safety .steps {
    font-size: 1.08em;
  }
  .safety .title {
    color: var(--_urgent);
  }
  .safety.soft .title {
    color: inherit;
  }
  .lines > li {
    display: grid;
    gap: 0.3em;
    padding: 0.8em 0;
    border-block-start: 0.1em solid var(--_line);
  }
  .lines > li:first-child {
    border: 0;
  }
  .lines > li + li {
    margin: 0;
  }
  .reach {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em;
  }
  .way-back {
    margin-top: 1.4em;
    padding-top: 0.4em;
    border-block-start: 0.1em solid var(--_line);
  }
`;
