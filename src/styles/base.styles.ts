import { css } from 'lit';

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
    --_accent: light-dark(
      oklch(from var(--fig-accent, #1c6758) min(l, 0.47) min(c, 0.15) h / 1),
      oklch(from var(--fig-accent, #1c6758) max(l, 0.8) min(c, 0.12) h / 1)
    );
    --_on-accent: light-dark(#fff, #10201c);
    --_surface: light-dark(var(--fig-surface, #fffdfa), var(--fig-surface-dark, #18201e));
    --_raised: light-dark(#f3f6f2, #212b28);
    --_text: light-dark(#22302c, #e9efec);
    --_muted: light-dark(#50605a, #aebbb6);
    --_line: light-dark(#c5cfc9, #4a5a54);
    --_control: light-dark(#6d7f78, #8fa19a);
    --_urgent: light-dark(#a02418, #ffb4a6);
    --_on-urgent: light-dark(#fff, #3a0a04);
    --_urgent-soft: light-dark(#fdf0ed, #36201c);
    --_radius: var(--fig-radius, 0.6em);

    color-scheme: light dark;
    container-type: inline-size;
    box-sizing: border-box;
    overflow-wrap: anywhere;
    background: var(--_surface);
    color: var(--_text);
    font-family: var(--fig-font, inherit);
    font-size: max(1rem, 16px);
    font-weight: 400;
    line-height: 1.55;
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
    padding: clamp(0.8em, 4cqi, 1.8em);
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
    margin: 1.2em 0 0.4em;
    font-family: var(--fig-font-heading, inherit);
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
    margin-top: 1.6em;
    font-size: 1.25em;
  }
  p,
  ul,
  ol {
    max-width: 42em;
    margin: 0.5em 0;
  }
  ul,
  ol {
    padding-inline-start: 1.4em;
  }
  li + li {
    margin-top: 0.35em;
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

  :focus-visible {
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
    min-height: 2.75em;
    margin: 0;
    padding: 0.45em 1.1em;
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
    padding-inline: 0.6em;
    border-color: transparent;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .safety-link button {
    min-height: 2em;
    padding-inline: 0;
    text-align: start;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em;
    margin: 1em 0 0;
  }

  fieldset {
    min-width: 0;
    margin: 1.2em 0 0;
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
    padding: 0.6em 0.75em;
    border: 0.1em solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice + .choice,
  .choices > li + li {
    margin-top: 0.5em;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-top: 0.4em;
  }
  .chips > .choice {
    flex: 0 1 auto;
    align-items: center;
    min-height: 2.75em;
    margin: 0;
    padding-block: 0.3em;
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
    min-height: 2.75em;
  }
  .tick input {
    flex: none; /* beside words that fill the line it would shrink */
  }
  .field {
    display: block;
    margin-top: 0.9em;
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
    min-height: 2.75em;
    margin-top: 0.25em;
    padding: 0.45em 0.65em;
    border: 0.1em solid var(--_control);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 400;
  }
  textarea {
    min-height: 5em;
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
    padding: 0.9em 1em;
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
    margin-top: 0.75em;
  }
  .caution {
    border-color: var(--_urgent);
    border-inline-start-width: 0.35em;
    background: var(--_urgent-soft);
  }
  .notice {
    max-width: none;
    margin: 0 0 1em;
    padding: 0.7em 1em;
    border-inline-start: 0.3em solid var(--_accent);
    background: var(--_raised);
  }
  .leave-note {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: center;
    margin-block-end: 1em;
  }
  .leave-note p {
    margin: 0;
  }
  .leave-note button {
    padding-inline: 0;
  }
  .saving {
    margin-block: 1.2em;
  }
  .saving summary {
    font-weight: 600;
  }
  details {
    margin-top: 0.6em;
  }
  summary {
    width: fit-content;
    min-height: 1.75em;
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
      padding: 0;
    }
    button,
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
