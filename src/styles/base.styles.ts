import { css, unsafeCSS } from 'lit';
import { tokenStyles, tokenText } from './token-styles.js';

/**
 * Tokens and what every element shares. Public tokens are `--fig-*`; the private `--_*` are made from them here.
 * Sizes are in `em` on an inner wrapper: a host may shrink `rem` (62.5 % roots), and its `!important` beats `:host`.
 * The accent is pulled to a lightness that reads on its background, so that any color given stays legible.
 */
export const baseStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    /* The container below has no width of its own, so a parent that shrinks to fit would leave none. */
    inline-size: 100%;
    inline-size: -moz-available;
    inline-size: -webkit-fill-available;
    inline-size: stretch;
  }
  :host([hidden]) {
    display: none;
  }

  .fig {
    ${unsafeCSS(tokenStyles)}

    color-scheme: light dark;
    container-type: inline-size;
    box-sizing: border-box;
    overflow-wrap: anywhere;
    background: var(--_surface);
    color: var(--_text);
    font-family: ${unsafeCSS(tokenText('font'))};
    font-size: var(--_font-size);
    font-weight: 400;
    line-height: var(--_line-height);
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
  }
  .fig[data-theme='light'] {
    color-scheme: light;
  }
  .fig[data-theme='dark'] {
    color-scheme: dark;
  }
  .body {
    padding: clamp(0.8 * var(--_space), 4cqi, 1.8 * var(--_space));
  }
  .nested .body {
    padding: 0;
  }
  /* The guide's help bar stays at the top of the window; what gets the focus comes to rest below it. */
  @media (min-height: 32em) {
    :is(a, button, input, select, textarea, summary, [tabindex]) {
      scroll-margin-block: calc(7.5 * max(1rem, 16px)) 2em;
    }
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    margin: calc(1.2 * var(--_space)) 0 calc(0.4 * var(--_space));
    font-family: ${unsafeCSS(tokenText('font-heading'))};
    font-size: 1.15em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: balance;
  }
  .title {
    margin-top: 0;
    font-size: clamp(1.35em, 1em + 2cqi, 1.75em);
  }
  .lead {
    max-width: 42em;
    font-size: 1.08em;
  }
  .section {
    margin-top: calc(1.6 * var(--_space));
    font-size: 1.25em;
  }
  p,
  ul,
  ol {
    max-width: 42em;
    margin: calc(0.5 * var(--_space)) 0;
  }
  ul,
  ol {
    padding-inline-start: 1.4em;
  }
  li + li {
    margin-top: calc(0.35 * var(--_space));
  }
  .plain {
    max-width: none;
    padding: 0;
    list-style: none;
  }
  .muted {
    color: var(--_muted);
  }
  .small {
    font-size: 0.9em;
  }
  a {
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  :focus-visible,
  /* The field of a file button is out of sight, and in WebKit the parts of a date have the focus. */
  :is(label.button, [type='date']):focus-within {
    outline: 0.2em solid var(--_accent);
    outline-offset: 0.15em;
    border-radius: 0.2em;
  }
  :is(h1, h2, h3, h4, h5, h6):focus-visible {
    outline-color: var(--_line);
    outline-offset: 0.3em;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: max(24px, 2.75em * var(--_density));
    margin: 0;
    padding: calc(0.45em * var(--_density)) calc(1.1em * var(--_density));
    border: 0.1em solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 550;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  button:disabled {
    border-style: dashed;
    color: var(--_muted);
    cursor: not-allowed;
  }
  .primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    border-color: var(--_text);
    background: var(--_accent);
  }
  .quiet {
    padding-inline: calc(0.6em * var(--_density));
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .safety-link button {
    min-height: max(24px, 2em * var(--_density));
    padding-inline: 0;
    text-align: start;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.6 * var(--_space));
    margin: var(--_space) 0 0;
  }

  fieldset {
    min-width: 0;
    margin: calc(1.2 * var(--_space)) 0 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    font-weight: 650;
    font-size: 1.08em;
  }
  .choice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.75em;
    align-items: start;
    padding: calc(0.6em * var(--_density)) calc(0.75em * var(--_density));
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice + .choice,
  .choices > li + li {
    margin-top: calc(0.5 * var(--_space));
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_space));
    margin-top: calc(0.4 * var(--_space));
  }
  .chips > .choice {
    flex: 0 1 auto;
    align-items: center;
    min-height: max(24px, 2.75em * var(--_density));
    margin: 0;
    padding-block: calc(0.3em * var(--_density));
  }
  .choice:hover {
    border-color: var(--_accent);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_raised);
  }
  input[type='checkbox'],
  input[type='radio'] {
    width: 1.5em;
    height: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  label {
    cursor: pointer;
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 0.6em;
    min-height: max(24px, 2.75em * var(--_density));
  }
  .tick input {
    flex: none; /* beside words that fill the line it would shrink */
  }
  .field {
    display: block;
    margin-top: calc(0.9 * var(--_space));
    font-weight: 550;
  }
  .hint {
    display: block;
    color: var(--_muted);
    font-size: 0.92em;
    font-weight: 400;
  }
  input[type='text'],
  input[type='search'],
  input[type='tel'],
  input[type='email'],
  input[type='date'],
  select,
  textarea {
    display: block;
    width: 100%;
    max-width: 32em;
    min-height: max(24px, 2.75em * var(--_density));
    margin-top: 0.25em;
    padding: calc(0.45em * var(--_density)) calc(0.65em * var(--_density));
    border: 0.1em solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 400;
  }
  textarea {
    min-height: max(24px, 5em * var(--_density));
    resize: vertical;
  }
  .fig [aria-invalid='true'] {
    border: 0.15em solid var(--_urgent);
  }
  .error {
    display: block;
    color: var(--_urgent);
    font-weight: 550;
  }

  .card {
    padding: calc(0.9em * var(--_density)) calc(1em * var(--_density));
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .card > :first-child {
    margin-top: 0;
  }
  .card > :last-child {
    margin-bottom: 0;
  }
  .card + .card {
    margin-top: calc(0.75 * var(--_space));
  }
  .caution {
    border-color: var(--_urgent);
    border-inline-start-width: 0.35em;
    background: var(--_urgent-soft);
  }
  .notice {
    max-width: none;
    margin: 0 0 var(--_space);
    padding: calc(0.7em * var(--_density)) calc(1em * var(--_density));
    border-inline-start: 0.3em solid var(--_accent);
    background: var(--_raised);
  }
  .leave-note {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    margin-block-end: var(--_space);
  }
  .leave-note p {
    margin: 0;
  }
  .leave-note button {
    padding-inline: 0;
  }
  .saving {
    margin-block: calc(1.2 * var(--_space));
  }
  .saving summary {
    font-weight: 600;
  }
  details {
    margin-top: calc(0.6 * var(--_space));
  }
  summary {
    width: fit-content;
    min-height: max(24px, 1.75em * var(--_density));
    padding: 0.1em 0;
    color: var(--_accent);
    cursor: pointer;
  }
  summary .plus {
    text-decoration: underline;
  }

  @media (forced-colors: active) {
    .fig {
      --_accent: LinkText;
      --_urgent: LinkText;
      --_surface: Canvas;
      --_raised: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_line: CanvasText;
      --_control: ButtonText;
    }
    button,
    .button,
    .choice,
    .card,
    .notice {
      border: 0.1em solid;
    }
    .primary,
    .urgent {
      forced-color-adjust: none; /* else the words get a plate behind them in the color they have */
      border-color: ButtonText;
      background: ButtonText;
      color: ButtonFace;
    }
    .choice:has(:checked) {
      outline: 0.15em solid Highlight;
    }
    .quiet {
      border: 0; /* it reads as a link; a border would touch the words */
    }
  }
  @media print {
    .fig {
      --_surface: #fff;
      --_raised: #fff;
      --_text: #000;
      --_muted: #000;
      --_accent: #000;
      --_urgent: #000;
      --_line: #777;
      color-scheme: light;
      font-size: 11pt;
    }
    .body {
      padding: 0.8em 0 0; /* below the line of the help bar */
    }
    button,
    [role='button'],
    .no-print {
      display: none !important;
    }
    :is(h1, h2, h3, h4, h5, h6, a):focus-visible {
      outline: none; /* where the focus was says nothing on paper */
    }
    .card,
    li,
    fieldset {
      break-inside: avoid;
    }
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
