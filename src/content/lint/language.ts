/** Words that hurt or promise: finds them, says what to write instead, and keeps account of what is waived. */
import { interfaceWords } from '../schema.js';
import type { Entry } from '../compile/entry.js';
import { formatPath, type ContentIssue, type Severity } from '../compile/issue.js';
import type { Folder } from '../compile/read.js';
import { reporter } from '../compile/source-file.js';
import { linesOf, textsIn, type TextAt } from '../compile/texts.js';
import { ALLOWED_PHRASES, LANGUAGE_RULES, type LanguageRule, type LintedLanguage } from './language-rules.js';
import { languageOf, ownEntries, textsOf } from './own.js';

interface CompiledRule extends LanguageRule {
  readonly expressions: readonly RegExp[];
}

const NOT_AFTER_LETTER = String.raw`(?<![\p{L}\p{N}_])`;
const NOT_BEFORE_LETTER = String.raw`(?![\p{L}\p{N}_])`;

/** `\b` and `\w` know no letters but a to z, so that `\brecay(ó)\b` would not find "recayó". */
const expressionOf = (pattern: string, flags = 'giu'): RegExp =>
  new RegExp(
    pattern
      .normalize('NFC')
      .replaceAll(/(^|\||\((?:\?:)?)\\b/g, (_, before: string) => before + NOT_AFTER_LETTER)
      .replaceAll(String.raw`\b`, NOT_BEFORE_LETTER)
      .replaceAll(String.raw`\w`, String.raw`[\p{L}\p{N}_]`),
    flags,
  );

const compiled = (rule: LanguageRule): CompiledRule => ({
  ...rule,
  expressions: [expressionOf(rule.pattern), ...(rule.cased ? [expressionOf(rule.cased, 'gu')] : [])],
});
const RULES: Readonly<Record<LintedLanguage, readonly CompiledRule[]>> = {
  en: LANGUAGE_RULES.en.map(compiled),
  es: LANGUAGE_RULES.es.map(compiled),
};
/** Most texts go against no rule; one look over all of them finds those. */
const anyOf = (rules: readonly LanguageRule[]) =>
  expressionOf(rules.flatMap(({ pattern, cased = [] }) => [pattern, cased].flat()).join('|'), 'iu');
const ANY_RULE: Readonly<Record<LintedLanguage, RegExp>> = {
  en: anyOf(LANGUAGE_RULES.en),
  es: anyOf(LANGUAGE_RULES.es),
};

const allowed = (language: LintedLanguage) =>
  expressionOf(ALLOWED_PHRASES[language].map((phrase) => String.raw`\b(?:${phrase})`).join('|'));
const ALLOWED: Readonly<Record<LintedLanguage, RegExp>> = { en: allowed('en'), es: allowed('es') };

export interface LanguageHit {
  readonly rule: LanguageRule;
  /** The words as they stand in the text. */
  readonly words: string;
}

/** Each rule that a text goes against, with the first words that do. */
export function languageHits(text: string, language: LintedLanguage): LanguageHit[] {
  const masked = text.normalize('NFC').replaceAll(ALLOWED[language], (phrase) => '·'.repeat(phrase.length));
  if (!ANY_RULE[language].test(masked)) return [];
  return RULES[language].flatMap((rule) => {
    const [words] = rule.expressions.flatMap((expression) => masked.match(expression) ?? []);
    return words === undefined ? [] : [{ rule, words }];
  });
}

/** Some words of a folder with the waivers that count for them. */
interface Linted {
  readonly file: string;
  readonly texts: readonly TextAt[];
  readonly lineOf: Entry['lineOf'];
  readonly waivers: {
    readonly file: string;
    readonly reasons: Readonly<Record<string, unknown>>;
    readonly lineOf: Entry['lineOf'];
  };
}

/** Reports words that have a better name, and waivers of no use. Names, titles and sources are not ours to word. */
export function lintLanguage(folder: Folder, issues: ContentIssue[]): void {
  const { facts, words } = folder;
  if (!facts) return; // what language it is, is not known
  const language = languageOf(facts);
  for (const entry of ownEntries(folder)) {
    const { kind, file, data, lineOf } = entry;
    const texts = kind === 'source' ? [] : textsOf(entry);
    const reasons = (data.waive ?? {}) as Linted['waivers']['reasons'];
    lintTexts({ file, texts, lineOf, waivers: { file, reasons, lineOf } }, language, issues);
  }
  if (!words) return;
  const waivers = { file: 'bundle.yaml', reasons: facts.data.waive ?? {}, lineOf: facts.lineOf };
  const texts = textsIn(interfaceWords, words.data);
  lintTexts({ file: 'interface.yaml', texts, lineOf: words.lineOf, waivers }, language, issues);
}

function lintTexts(
  { file, texts, lineOf, waivers }: Linted,
  language: LintedLanguage | undefined,
  issues: ContentIssue[],
): void {
  const used = new Set<string>();
  for (const { path, value } of texts.filter(({ exempt }) => !exempt)) {
    for (const { rule, words } of language ? languageHits(linesOf(value).join('\n'), language) : []) {
      if (isWaivable(rule.severity) && Object.hasOwn(waivers.reasons, rule.id)) used.add(rule.id);
      else {
        reporter(issues, file, rule.severity)(
          'language',
          lineOf(path),
          formatPath(path),
          `"${words}" goes against the rule ${rule.id}.`,
          `Write instead: ${rule.use}.`,
        );
      }
    }
  }
  for (const id of Object.keys(waivers.reasons).filter((name) => !used.has(name))) {
    const rule = language && RULES[language].find((known) => known.id === id);
    const path = ['waive', id];
    const report = (severity: Severity, message: string, fix: string) =>
      reporter(issues, waivers.file, severity)('bad-waiver', waivers.lineOf(path), formatPath(path), message, fix);
    if (!rule) report('error', `There is no rule "${id}" for this language.`, 'Check the id, or take the waiver out.');
    else if (!isWaivable(rule.severity)) {
      report('error', `The rule "${id}" holds everywhere.`, 'Take the waiver out, and choose other words.');
    } else report('warning', `Nothing here goes against the rule "${id}".`, 'Take the waiver out.');
  }
}

/** What is an error has no good reason to stay. */
const isWaivable = (severity: Severity): boolean => severity !== 'error';
