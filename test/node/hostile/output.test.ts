/** What is made of hostile words and attributes outside of a browser: HTML, snippets, calendars, sheets. */
import { parseFragment } from 'parse5';
import { describe, expect, it, vi } from 'vitest';
import { bundleSchema } from '../../../src/content/schema.js';
import { isSafeHref } from '../../../src/content/rich-text.js';
import { calendar } from '../../../src/handoff/calendar.js';
import { sheet, sheetText } from '../../../src/handoff/sheet.js';
import { PRERENDER_TAGS, prerender } from '../../../src/prerender/prerender.js';
import { ALL_ATTACKS, ATTACKS, CLASSES, infested } from '../../fixtures/attacks.js';
import { englishBundle } from '../helpers.js';
import { tally } from './tally.js';

const english = await englishBundle();
const refusals = (data: unknown) => bundleSchema.safeParse(data).error?.issues.map(({ path }) => path) ?? [];

/** What parse5 gives, as far as it is read here. */
interface Node {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly content?: Node;
  readonly childNodes?: readonly Node[];
}
const nodesIn = (node: Node): readonly Node[] => [
  node,
  ...(node.content ? nodesIn(node.content) : []),
  ...(node.childNodes ?? []).flatMap(nodesIn),
];
const ALLOWED =
  /^(?:a|button|dd|details|dialog|div|dl|dt|em|fieldset|form|h[1-6]|input|label|legend|li|nav|noscript|ol|optgroup|option|p|progress|q|section|select|slot|span|strong|style|summary|template|textarea|ul|[a-z]+-[a-z-]+)$/;

/** What in a piece of HTML is not of the kit. */
const strayIn = (html: string): readonly string[] =>
  nodesIn(parseFragment(html) as unknown as Node).flatMap(({ tagName, attrs = [] }) => {
    if (!tagName) return [];
    const href = attrs.find(({ name }) => name === 'href')?.value;
    return [
      ...(ALLOWED.test(tagName) ? [] : [`<${tagName}>`]),
      ...attrs.filter(({ name }) => /^on|^(?:src|style|srcdoc|action|formaction)$/.test(name)).map(({ name }) => name),
      ...(href === undefined || isSafeHref(href) ? [] : [href]),
    ];
  });

describe('HTML that is made ahead', () => {
  const count = tally('words in HTML made ahead');
  const { data, taken, tried } = infested(english, ALL_ATTACKS, 7, refusals);
  for (const tag of PRERENDER_TAGS) {
    it(`holds the words of a hostile bundle as text: ${tag}`, async () => {
      const { html } = await prerender({ tag, region: 'US', content: data });
      expect(strayIn(html)).toEqual([]);
      expect(html.length).toBeLessThan(2_000_000);
    });
  }
  count('all classes', false, taken);
  count('all classes', true, tried - taken);

  const countAttributes = tally('attributes in HTML made ahead');
  it.each(CLASSES)('holds attributes as they are: %s', async (name) => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined); // it says what of them makes no sense
    for (const attack of (ATTACKS[name] ?? []).map((one) => one.slice(0, 2000))) {
      const attributes = {
        'sponsor-name': attack,
        'sponsor-phone': attack,
        'leave-target': attack,
        theme: attack,
        name: attack,
      };
      const { html } = await prerender({ tag: 'crisis-help-bar', region: 'US', locale: 'en', attributes });
      expect(strayIn(html)).toEqual([]);
      countAttributes(name, false, Object.keys(attributes).length);
    }
  });
});

describe('what a visitor takes along', () => {
  const count = tally('words in calendars and sheets');
  it.each(CLASSES)('keeps its lines, whatever is in them: %s', (name) => {
    for (const attack of (ATTACKS[name] ?? []).map((one) => one.slice(0, 2000))) {
      const file = calendar([{ on: '2026-12-01', title: attack, every: 'week' }], new Date(0), () => 'uid');
      const lines = file.replaceAll('\r\n ', '').split(/\r\n|\r|\n/);
      expect(lines.map((line) => /^[A-Z-]+/.exec(line)?.[0] ?? line)).toEqual([
        'BEGIN',
        'VERSION',
        'PRODID',
        'BEGIN',
        'UID',
        'DTSTAMP',
        'DTSTART',
        'DTEND',
        'RRULE',
        'SUMMARY',
        'CLASS',
        'TRANSP',
        'END',
        'END',
        '',
      ]);
      const paper = sheet(english, [{ title: attack, lines: [attack] }], { date: attack, crisis: english.core.lines });
      expect(sheetText(paper)).toContain(english.core.words.help.linesTitle);
      count(name, false, 2);
    }
  });
});
