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
    margin-top: calc(1.6 * var(--_space));
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
    gap: calc(0.3 * var(--_space));
    padding: calc(0.8em * var(--_density)) 0;
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
    gap: calc(0.5 * var(--_space));
  }
  .way-back {
    margin-top: calc(1.4 * var(--_space));
    padding-top: calc(0.4 * var(--_space));
    border-block-start: 0.1em solid var(--_line);
  }
`;
