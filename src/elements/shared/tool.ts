import type { TemplateResult } from 'lit';
import type { Content } from '../../content/load.js';
import type { Reading } from '../../content/render.js';
import type { ExportFormat } from '../../events/events.js';
import type { Sections } from '../../handoff/sheet.js';
import type { SessionState } from '../../session/state.js';
import type { Transition } from '../../session/transitions.js';
import type { heading } from './headings.js';

/** What an element lets the parts of it use that stand in files of their own. */
export interface ToolHost {
  readonly answers: SessionState;
  /** Takes a step that is an answer. */
  apply(transition: Transition): void;
  /** Shows what is new. */
  update(): void;
  announce(words: string): void;
  /** Moves focus into what was just shown: to the first of the selectors that fits. */
  focusOn(...selectors: readonly string[]): Promise<void>;
  find(selector: string): HTMLElement | null;
  heading(below: number, words: unknown, options?: Parameters<typeof heading>[2]): TemplateResult;
  reading(content: Content): Reading;
  /** Buttons to print and to copy those sections. */
  renderExport(sections: () => Sections): unknown;
  /** Prints those sections, unless the page hands out its own. */
  print(sections: Sections): Promise<void>;
  /** Tells the page that the visitor wants a copy to keep. False when the page hands out its own. */
  mayExport(format: ExportFormat): boolean;
  /** Tells the page that a file of the kit did not come. */
  tellMissing(): void;
  /** One line to each safety screen that goes with an entry. */
  safetyLinks(ids: readonly string[] | undefined, content: Content): unknown;
}

/**
 * Goes to another part of the guide, and there to an entry such as `topic:naloxone`. `isQuiet`: the page does not hear of
 * it, as on the way back from a danger.
 */
export type GoTo = (part: string, entry?: string, options?: { readonly isQuiet?: boolean }) => void;
