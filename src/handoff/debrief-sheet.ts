import type { Content } from '../content/load.js';
import { inlineText } from '../content/rich-text.js';
import { fill } from '../content/format.js';
import type { Lens } from '../content/schema.js';
import type { Lists, SheetRow } from '../session/state.js';
import { labeled } from './lines.js';
import type { SheetSection } from './sheet.js';

type DebriefContent = Content<'debrief'>;

/** Room to write by hand, line by line. */
const BLANK = '_'.repeat(48);
const BLANK_LINES = 4;

/** What to think of when looking through a lens, as one sentence. */
export const lookLine = ({ debrief: { words } }: DebriefContent, { look }: Lens): string =>
  `${words.look} ${look.map((line) => inlineText(line)).join(' · ')}`;

/** Name of the field of a sheet that holds the answer for a lens. */
export const lensField = ({ id }: Lens): string => `lens_${id}`;

/** For each lens, what every participant wrote, side by side; lenses nobody wrote on are left out. */
export function sideBySide(
  { debrief: { words, lenses } }: DebriefContent,
  sheets: readonly SheetRow[],
): readonly { readonly title: string; readonly views: readonly { readonly name: string; readonly text: string }[] }[] {
  const viewsOf = (field: string) =>
    sheets.flatMap((sheet) => (sheet[field] ? [{ name: sheet.name, text: sheet[field] }] : []));
  return [
    ...lenses.map((lens) => ({ title: lens.title, views: viewsOf(lensField(lens)) })),
    { title: words.friend, views: viewsOf('friend') },
  ].filter(({ views }) => views.length);
}

/** What the participants saw, lens by lens, and the moments in order. */
export function debriefSections(
  content: DebriefContent,
  { sheets, moments }: Pick<Lists, 'sheets' | 'moments'>,
): readonly SheetSection[] {
  const { words } = content.debrief;
  return [
    ...sideBySide(content, sheets).map(({ title, views }) => ({
      title,
      lines: views.map(({ name, text }) => `${name}: ${text}`),
    })),
    {
      title: words.momentsTitle,
      lines: moments.map(({ said, did }) =>
        labeled([
          [words.said, said],
          [words.did, did],
        ]).join('\n'),
      ),
    },
  ];
}

/** An empty sheet for somebody to fill in by hand. */
export function blankSections(content: DebriefContent): readonly SheetSection[] {
  const { words, lenses } = content.debrief;
  const room = new Array<string>(BLANK_LINES).fill(BLANK);
  return [
    { title: words.blankTitle, lines: [`${words.name}: ${BLANK.slice(0, 20)}`] },
    ...lenses.map((lens) => ({ title: lens.ask, lines: [lookLine(content, lens), ...room] })),
    { title: words.friend, lines: room },
  ];
}

/** "What Jo saw" */
export const sheetName = ({ debrief: { words } }: DebriefContent, { name }: SheetRow): string =>
  fill(words.sheetOf, { name });
