/** What a visitor takes along, as plain data: the same for paper and clipboard. Knows no DOM. */
import type { Content } from '../content/load.js';
import type { CrisisLine } from '../content/schema.js';

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

/**
 * What every sheet has beside its sections. Given and not looked up here, as the bundler would else take what does so out
 * of `embed.js` into files of their own.
 */
export interface SheetFacts {
  /** When it was made, in words. */
  readonly date: string;
  /** The region's lines for emergencies and for thoughts of suicide. */
  readonly crisis: readonly CrisisLine[];
}

/** A sheet of those sections, with crisis lines at its end. */
export function sheet(
  { core, locale, dir }: Content,
  sections: readonly SheetSection[],
  { date, crisis }: SheetFacts,
): Sheet {
  const { common, help } = core.words;
  const lines = crisis.flatMap(({ name, how }) =>
    how.filter(({ mode }) => mode === 'call').map(({ value }) => (name.includes(value) ? name : `${name}: ${value}`)),
  );
  return {
    title: common.printHeading,
    date,
    privacy: common.printPrivate,
    draft: core.isDraft ? common.draft : '',
    locale,
    dir,
    sections: [
      ...sections.filter(({ lines: { length } }) => length),
      { title: help.linesTitle, lines: lines.length ? lines : [help.emergencyUnknown] },
    ],
  };
}

/** The sheet as text. */
export function sheetText({ title, date, privacy, draft, sections }: Sheet): string {
  const parts = sections.map((section) => [section.title, ...section.lines.map((line) => `- ${line}`)].join('\n'));
  return [`${title}\n${date}\n${privacy}`, ...parts, ...(draft ? [draft] : [])].join('\n\n');
}
