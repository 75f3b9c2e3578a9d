import type { YesNo } from '../../session/state.js';

/** What answers that may stay open are called. */
export interface YesNoWords {
  readonly yes: string;
  readonly no: string;
  readonly unsure: string;
}

/** The answers to pick from, as value and words. */
export const yesNoOptions = (words: YesNoWords) =>
  [
    ['yes', words.yes],
    ['no', words.no],
    ['unsure', words.unsure],
  ] as const;

export const yesNoWord = (words: YesNoWords, answer: YesNo): string => (answer ? words[answer] : '');
