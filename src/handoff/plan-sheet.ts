import { dateInWords } from '../content/format.js';
import type { Content } from '../content/load.js';
import type { Words } from '../content/schema.js';
import { overloadedOwner } from '../guidance/suggest.js';
import type { Lists, PlanRow } from '../session/state.js';
import { labeled } from './lines.js';
import type { SheetSection } from './sheet.js';

/** Who does it: the role, and the nickname if there is one. */
export function ownerName(
  { plan: { words, roles } }: Content<'plan'>,
  { owner, nickname }: Pick<PlanRow, 'owner' | 'nickname'>,
): string {
  const role = roles.find(({ id }) => id === owner)?.label;
  if (nickname) return role ? `${nickname} (${role})` : nickname;
  return role ?? words.ownerNone;
}

/** Who carries too much of those rows, by name; nobody when it is the whole family. */
export function overloadedName(content: Content<'plan'>, rows: readonly Pick<PlanRow, 'owner' | 'nickname'>[]): string {
  const owner = overloadedOwner(rows);
  if (!owner) return '';
  const isEveryone = !owner.nickname && content.plan.roles.find(({ id }) => id === owner.owner)?.everyone;
  return isEveryone ? '' : ownerName(content, owner);
}

export const PLAN_LETTERS = ['A', 'B', 'C', 'D'] as const;
export type PlanLetter = (typeof PLAN_LETTERS)[number];

/** "Plan A: they say yes" and what it is for. */
export const planWords = (
  words: Words['planner'],
  letter: PlanLetter,
): { readonly title: string; readonly hint: string } =>
  ({
    A: { title: words.planA, hint: words.planAHint },
    B: { title: words.planB, hint: words.planBHint },
    C: { title: words.planC, hint: words.planCHint },
    D: { title: words.planD, hint: words.planDHint },
  })[letter];

/** The plan for setbacks, one section a plan letter. */
export function planSections(
  content: Content<'plan'>,
  { lists }: { readonly lists: Pick<Lists, 'plan'> },
): readonly SheetSection[] {
  const { words } = content.plan;
  return PLAN_LETTERS.map((letter) => ({
    title: planWords(words, letter).title,
    lines: lists.plan
      .filter(({ plan }) => plan === letter)
      .map((row) =>
        labeled([
          [words.trigger, row.trigger],
          [words.response, row.response],
          [words.then, row.then],
          [words.owner, ownerName(content, row)],
          [words.reviewOn, row.reviewOn && dateInWords(row.reviewOn, content.locale)],
          [words.sign, row.sign],
        ]).join('\n'),
      ),
  }));
}
