/**
 * Finds goals that are about what somebody else does with drink or drugs. The words to look for are content, a list a
 * language; nothing is blocked by them, a kinder way to say it is offered.
 */

/** What to look for, in small letters. */
export interface GoalGuard {
  /** Words for the other person: `he`, `them`, `my son`. */
  readonly people: readonly string[];
  /** What it is about: `stop`, `drinking`, `rehab`. */
  readonly use: readonly string[];
  /** Words that push somebody: `make`, `get`. */
  readonly push: readonly string[];
}

/** Words between the person and what they are to do, at most. */
const REACH = 4;

const wordsIn = (text: string, locale: string): readonly string[] =>
  text
    .normalize('NFC')
    .toLocaleLowerCase(locale)
    .match(/[\p{L}\p{N}’']+/gu) ?? [];

/** Where in `words` each of the phrases begins and ends. */
function placesOf(words: readonly string[], phrases: readonly string[], locale: string): (readonly [number, number])[] {
  return phrases.flatMap((phrase) => {
    const parts = wordsIn(phrase, locale);
    return words.flatMap((_, i) =>
      parts.length && parts.every((part, j) => words[i + j] === part) ? [[i, i + parts.length - 1] as const] : [],
    );
  });
}

/**
 * Whether a goal is about what another person does with drink or drugs: somebody is named and, within a few words, what
 * they are to do; or somebody is pushed to it.
 */
export function isAboutThem(goal: string, guard: GoalGuard, locale: string): boolean {
  const words = wordsIn(goal, locale);
  const people = placesOf(words, guard.people, locale);
  const use = placesOf(words, guard.use, locale);
  const push = placesOf(words, guard.push, locale);
  const follows = (a: readonly (readonly [number, number])[], b: readonly (readonly [number, number])[]) =>
    a.some(([, end]) => b.some(([start]) => start > end && start - end <= REACH));
  return follows(people, use) || (follows(push, people) && follows(push, use));
}
