import type { TokenFacts } from './fact-types.js';

/** What can end a declaration, a rule or a style element, hide a letter, or fetch something. Never in a token. */
const UNSAFE = /[;{}<>\\@!`]|\/\*|\*\/|\b(?:url|src|image|image-set|expression|attr)\s*\(|:\/\//i;

/** Control characters, and characters that no text can hold, which browsers replace or drop. */
// eslint-disable-next-line no-control-regex -- these are what we look for
export const hasControl = (text: string): boolean => /[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Cs}/u.test(text);

const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)';
const FUNCTION = '[a-z][a-z-]*\\([^"\']*\\)';
const FONT = '(?:"[^"]+"|\'[^\']+\'|[\\p{L}_-][\\p{L}\\p{N}_-]*(?: [\\p{L}_-][\\p{L}\\p{N}_-]*)*)';
const SHAPES: Readonly<Record<TokenFacts['kind'], RegExp>> = {
  color: new RegExp(`^(?:#(?:[\\da-f]{3,4}|[\\da-f]{6}|[\\da-f]{8})|[a-z]+|${FUNCTION})$`, 'i'),
  font: new RegExp(`^(?:${FONT}(?:\\s*,\\s*${FONT})*|var\\([^"']*\\))$`, 'u'),
  length: new RegExp(`^(?:0|${NUMBER}(?:[a-z]+|%)|${FUNCTION})$`, 'i'),
  number: new RegExp(`^(?:${NUMBER}|${FUNCTION})$`, 'i'),
};
const EXAMPLES: Readonly<Record<TokenFacts['kind'], string>> = {
  color: 'a color, such as "#1c6758", "teal" or "oklch(0.5 0.1 170)"',
  font: 'font names with commas between them, in quotes where a name has a digit, such as "Georgia, serif"',
  length: 'a length with a unit, such as "0.6em" or "4px"',
  number: 'a number, such as "1" or "1.5"',
};

/** What is wrong with a token's value, as a sentence that says what to write; nothing when it can be used. */
export function whatIsWrong(value: string, kind: TokenFacts['kind']): string | undefined {
  if (!hasControl(value) && !UNSAFE.test(value) && isBalanced(value) && SHAPES[kind].test(value)) return undefined;
  return `"${value}" can't be used here. Write ${EXAMPLES[kind]}.`;
}

/** Whether every bracket and quote that is opened is closed. */
function isBalanced(value: string): boolean {
  let depth = 0;
  let quote = '';
  for (const sign of value) {
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && (depth -= 1) < 0) return false;
    else if (sign === '[' || sign === ']') return false;
  }
  return depth === 0 && !quote;
}
