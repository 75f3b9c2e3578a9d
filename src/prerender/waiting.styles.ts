import { css } from 'lit';

/** How prerendered markup looks until the script comes, or without one. */
export const waitingStyles = css`
  @media (scripting: none) {
    [data-wait] {
      display: none;
    }
  }
  /* A count that can't count yet would be wrong. */
  .body:has(.choices :checked) .count {
    visibility: hidden;
  }
  li:has(> .choice :checked) > .insight[hidden] {
    display: block !important;
  }
  #lines:popover-open {
    inline-size: min(36em, 100% - 1em);
    max-block-size: calc(100% - 1em);
    padding: var(--_space);
    border: 0.1em solid var(--_line);
    overflow: auto;
  }
  noscript {
    display: block;
    padding: var(--_space);
  }
`;
