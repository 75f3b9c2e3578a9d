import { fill } from '../content/format.js';
import { findRegion, linesFor, smsHref, telHref } from '../content/region.js';
import type { Bundle, Core, CrisisLine } from '../content/schema.js';
import type { FallbackLine, FallbackLink, SnippetLabels } from './options.js';

/** The lines a page should show without the script: danger now, and someone to talk to. */
const KINDS = ['emergency', 'suicide'] as const;

/**
 * Crisis lines of a region as fallback words, from the core of a bundle (`failed-intervention-guide/content/en/core`).
 * Without a known region: to call the local emergency number, and never another country's.
 */
export function crisisFallback(core: Core, region: string): readonly FallbackLine[] {
  const found = findRegion(core, region);
  const lines = [...new Set(KINDS.flatMap((kind) => linesFor(core, found, kind)))];
  return lines.length ? lines.map((line) => lineWords(line, core)) : [[core.words.help.callLocal]];
}

function lineWords({ name, how }: CrisisLine, { words: { help } }: Core): FallbackLine {
  const links = how.flatMap(({ mode, value, press, send }): FallbackLink[] => {
    if (mode === 'text') {
      const text = send ? fill(help.textSend, { word: send, number: value }) : fill(help.text, { number: value });
      return [{ text, href: smsHref(value) }];
    }
    if (mode !== 'call') return [];
    const key = press ? ` (${fill(help.press, { key: press })})` : '';
    return [{ text: fill(help.call, { number: value }) + key, href: telHref(value) }];
  });
  return [`${name}: `, ...links.flatMap((link, i) => (i ? [' · ', link] : [link]))];
}

/** Words for the sample form, from the part of a bundle that asks for a center (`…/content/en/contact`). */
export const formLabels = ({ words }: Bundle['contact']): SnippetLabels => ({
  name: words.nameField,
  phone: words.phoneField,
  email: words.emailField,
  send: words.send,
});
