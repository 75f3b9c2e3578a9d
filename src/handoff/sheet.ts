/** What a visitor takes along, as plain data: the same for paper and clipboard. Knows no DOM. */
import type { Content } from '../content/load.js';
import { dateInWords, fill } from '../content/format.js';
import { linesFor } from '../content/region.js';
import type { Reading } from '../content/render.js';
import { inlineText, plainText, type Inline, type RichText } from '../content/rich-text.js';
import type { BoardColumn, Region, Words } from '../content/schema.js';
import { boardOf, COLUMNS } from '../guidance/board.js';
import { guidanceFor } from '../guidance/suggest.js';
import { isComplete } from '../guidance/wizard.js';
import type { PlanRow, SessionState } from '../session/state.js';

export interface SheetSection {
  readonly title: string;
  readonly lines: readonly string[];
}

export interface Sheet {
  /** Neutral: it becomes the name of a file and the head of a page. */
  readonly title: string;
  readonly date: string;
  /** "Keep this private" */
  readonly privacy: string;
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
  const lines = [...linesFor(core, region, 'emergency'), ...linesFor(core, region, 'suicide')].flatMap(({ name, how }) =>
    how.filter(({ mode }) => mode === 'call').map(({ value }) => (name.includes(value) ? name : `${name}: ${value}`)),
  );
  const crisis = { title: help.linesTitle, lines: lines.length ? lines : [help.emergencyUnknown] };
  return {
    title: common.printHeading,
    date: fill(common.printedOn, { date: dateInWords(date, locale) }),
    privacy: common.printPrivate,
    locale,
    dir,
    sections: [...sections.filter(({ lines: { length } }) => length), crisis],
  };
}

/** The sheet as text. */
export function sheetText({ title, date, privacy, sections }: Sheet): string {
  const parts = sections.map((section) => [section.title, ...section.lines.map((line) => `- ${line}`)].join('\n'));
  return [`${title}\n${date}\n${privacy}`, ...parts].join('\n\n');
}

export const columnWord = (words: Words['checklist'], column: BoardColumn): string =>
  ({ keep: words.columnKeep, change: words.columnChange, stop: words.columnStop })[column];

type Read = Pick<Reading, 'resolve'>;
const textOf = (text: RichText, { resolve }: Read) => plainText(text, (place) => resolve(place).text);
const lineOf = (line: readonly Inline[], { resolve }: Read) => inlineText(line, (place) => resolve(place).text);

/** "What we learned": ticked reasons, the board, and the visitor's own note. */
export function learnedSections(
  { reasons }: Content<'reasons'>,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  const { words, items } = reasons;
  const board = boardOf(reasons, session);
  return [
    {
      title: words.summaryReasons,
      lines: items.filter(({ id }) => session.reasons.includes(id)).map(({ label }) => label),
    },
    ...COLUMNS.map((column) => ({
      title: columnWord(words, column),
      lines: board[column].map(({ label, text }) => `${label}: ${textOf(text, reading)}`),
    })),
    { title: words.summaryNote, lines: session.note.trim() ? [session.note.trim()] : [] },
  ];
}

/** The next steps the wizard led to; nothing before it is finished. */
export function stepsSections(
  { steps }: Content<'steps'>,
  session: SessionState,
  reading: Read,
): readonly SheetSection[] {
  if (!isComplete(steps, session.wizard.answers)) return [];
  return guidanceFor(steps, session).main.map(({ outcome }) => ({
    title: outcome.title,
    lines: outcome.steps.map((line) => lineOf(line, reading)),
  }));
}

/** Who does it: the role, and the nickname if there is one. */
export function ownerName({ plan: { words, roles } }: Content<'plan'>, { owner, nickname }: Pick<PlanRow, 'owner' | 'nickname'>): string {
  const role = roles.find(({ id }) => id === owner)?.label;
  if (nickname) return role ? `${nickname} (${role})` : nickname;
  return role ?? words.ownerNone;
}

export const PLAN_LETTERS = ['A', 'B', 'C', 'D'] as const;
export type PlanLetter = (typeof PLAN_LETTERS)[number];

/** "Plan A: they say yes" and what it is for. */
export const planWords = (words: Words['planner'], letter: PlanLetter): { readonly title: string; readonly hint: string } =>
  ({
    A: { title: words.planA, hint: words.planAHint },
    B: { title: words.planB, hint: words.planBHint },
    C: { title: words.planC, hint: words.planCHint },
    D: { title: words.planD, hint: words.planDHint },
  })[letter];

/** The plan for setbacks, one section a plan letter. */
export function planSections(content: Content<'plan'>, session: SessionState): readonly SheetSection[] {
  const { words } = content.plan;
  return PLAN_LETTERS.map((letter) => ({
    title: planWords(words, letter).title,
    lines: session.plan
      .filter(({ plan }) => plan === letter)
      .map((row) =>
        [
          `${words.trigger}: ${row.trigger}`,
          `${words.response}: ${row.response}`,
          row.then && `${words.then}: ${row.then}`,
          `${words.owner}: ${ownerName(content, row)}`,
          row.reviewOn && `${words.reviewOn}: ${dateInWords(row.reviewOn, content.locale)}`,
          row.sign && `${words.sign}: ${row.sign}`,
        ]
          .filter(Boolean)
          .join('\n'),
      ),
  }));
}

/** The small things the visitor picked for themselves. Feelings stay out of every copy. */
export function careSections({ care }: Content<'care'>, session: SessionState, reading: Read): readonly SheetSection[] {
  const picked = care.items.filter(({ id }) => session.care.picked.includes(id));
  return [{ title: care.words.todayTitle, lines: picked.map((item) => `${item.title}: ${textOf(item.do, reading)}`) }];
}
