/** What a visitor takes along, as plain data: the same for paper and clipboard. Knows no DOM. */
import type { Content } from '../content/load.js';
import { dateInWords, fill } from '../content/format.js';
import { linesFor } from '../content/region.js';
import type { Region } from '../content/schema.js';

export interface SheetSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What an element hands out; nothing when it said why there is nothing, and later when something must be fetched first. */
export type Sections = readonly SheetSection[] | Promise<readonly SheetSection[] | undefined>;

export interface Sheet {
  /** Neutral: it becomes the name of a file and the head of a page. */
  readonly title: string;
  readonly date: string;
  /** "Keep this private" */
  readonly privacy: string;
  /** That no clinician has reviewed the words; empty when one has. */
  readonly draft: string;
  readonly locale: string;
  readonly dir: string;
  readonly sections: readonly SheetSection[];
}

/** A sheet of those sections, with the region's crisis lines at its end. */
export function sheet(
  { core, locale, dir }: Content,
  region: Region | undefined,
  sections: readonly SheetSection[],
  date: string,
): Sheet {
  const { common, help } = core.words;
  const lines = [...linesFor(core, region, 'emergency'), ...linesFor(core, region, 'suicide')].flatMap(
    ({ name, how }) =>
      how.filter(({ mode }) => mode === 'call').map(({ value }) => (name.includes(value) ? name : `${name}: ${value}`)),
  );
  const crisis = { title: help.linesTitle, lines: lines.length ? lines : [help.emergencyUnknown] };
  return {
    title: common.printHeading,
    date: fill(common.printedOn, { date: dateInWords(date, locale) }),
    privacy: common.printPrivate,
    draft: core.isDraft ? common.draft : '',
    locale,
    dir,
    sections: [...sections.filter(({ lines: { length } }) => length), crisis],
  };
}

/** The sheet as text. */
export function sheetText({ title, date, privacy, draft, sections }: Sheet): string {
  const parts = sections.map((section) => [section.title, ...section.lines.map((line) => `- ${line}`)].join('\n'));
  return [`${title}\n${date}\n${privacy}`, ...parts, ...(draft ? [draft] : [])].join('\n\n');
}
