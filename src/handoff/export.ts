import type { Content } from '../content/load.js';
import { sheet, sheetText, type Sheet, type SheetFacts, type SheetSection } from './sheet.js';

const PRINT_CSS = `
  body { margin: 0; color: #000; background: #fff; font: 11pt/1.45 system-ui, sans-serif; }
  h1 { font-size: 16pt; margin: 0; }
  h2 { font-size: 12.5pt; margin: 14pt 0 4pt; break-after: avoid; }
  p { margin: 2pt 0; }
  ul { margin: 0; padding-inline-start: 14pt; }
  li { margin: 4pt 0; white-space: pre-line; break-inside: avoid; }
  .draft { margin-top: 14pt; }
`;

const OUT_OF_SIGHT = { position: 'fixed', width: '0', height: '0', border: '0', opacity: '0' } as const;

/** Prints a sheet of those sections, or copies it as text. Says whether it worked; a page may forbid copying. */
export async function handOut(
  format: 'print' | 'copy',
  content: Content,
  sections: readonly SheetSection[],
  facts: SheetFacts,
): Promise<boolean> {
  const paper = sheet(content, sections, facts);
  if (format === 'copy') return copyText(sheetText(paper));
  await printSheet(paper);
  return true;
}

/** Puts text into the clipboard. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A frame that was not printed, and so not taken away. */
let lastFrame: HTMLIFrameElement | undefined;

/**
 * Prints a sheet on its own, without the page around it: in an empty frame that is made for it and taken away after.
 * The page's own styles and title stay out. Where the page has no frames, all of it is printed; where printing is
 * forbidden (a sandbox), nothing happens, and the frame goes with the next try.
 */
async function printSheet(sheet: Sheet): Promise<void> {
  lastFrame?.remove();
  const frame = document.createElement('iframe');
  lastFrame = frame;
  // Out of sight but laid out: Firefox can't print a frame that is not displayed.
  for (const [name, value] of Object.entries(OUT_OF_SIGHT)) frame.style.setProperty(name, value, 'important');
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  frame.title = sheet.title;
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) {
    frame.remove();
    window.print();
    return;
  }
  fillSheet(view, sheet);
  view.addEventListener('afterprint', () => frame.remove());
  await new Promise((done) => setTimeout(done)); // Firefox prints an empty page when asked in the same turn
  view.focus();
  view.print();
}

/** Writes a sheet into an empty window's document. Constructed styles, as a strict CSP forbids inline ones. */
function fillSheet(
  view: Window & typeof globalThis,
  { title, date, privacy, draft, locale, dir, sections }: Sheet,
): void {
  const { document } = view;
  document.title = title;
  document.documentElement.lang = locale;
  document.documentElement.dir = dir;
  const css = new view.CSSStyleSheet();
  css.replaceSync(PRINT_CSS);
  document.adoptedStyleSheets = [css];
  const add = (to: HTMLElement, name: string, words: string): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = words;
    to.append(element);
    return element;
  };
  const { body } = document;
  add(body, 'h1', title);
  add(body, 'p', date);
  add(add(body, 'p', ''), 'strong', privacy);
  for (const section of sections) {
    add(body, 'h2', section.title);
    const list = add(body, 'ul', '');
    for (const line of section.lines) add(list, 'li', line);
  }
  if (draft) add(body, 'p', draft).className = 'draft';
}
