import { html, nothing, type TemplateResult } from 'lit';

/** Levels a host may ask for. */
export const HEADING_LEVELS = ['1', '2', '3', '4', '5', '6'] as const;

interface HeadingOptions {
  readonly id?: string;
  readonly className?: string;
}

/**
 * A real heading. It takes focus from script only, so that a new screen can be read from its title.
 * @param level 1 to 6; deeper ones stay at 6.
 */
export function heading(level: number, words: unknown, { id, className }: HeadingOptions = {}): TemplateResult {
  const part = className === 'title' ? 'title' : nothing;
  switch (Math.min(6, Math.max(1, level))) {
    case 1:
      return html`<h1 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h1>`;
    case 2:
      return html`<h2 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h2>`;
    case 3:
      return html`<h3 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h3>`;
    case 4:
      return html`<h4 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h4>`;
    case 5:
      return html`<h5 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h5>`;
    default:
      return html`<h6 id=${id ?? nothing} class=${className ?? nothing} part=${part} tabindex="-1">${words}</h6>`;
  }
}
