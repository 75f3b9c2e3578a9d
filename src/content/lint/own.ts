import { authoredSchema } from '../schema.js';
import type { Entry } from '../compile/entry.js';
import type { Folder } from '../compile/read.js';
import { textsIn, type TextAt } from '../compile/texts.js';
import type { LintedLanguage } from './language-rules.js';

/** The entries a visitor will see that say something of their own; what comes from below unchanged is checked there. */
export function ownEntries({ entries, base }: Folder): Entry[] {
  // A source that keeps its name in a translation is a copy with its language, read from the same file.
  const inherited = new Set(base?.entries.map(({ lineOf }) => lineOf));
  return entries.filter(({ valid, data, lineOf }) => valid && data.status !== 'retired' && !inherited.has(lineOf));
}

/** Every text of an entry. */
export const textsOf = ({ kind, data }: Entry): TextAt[] => textsIn(authoredSchema(kind), data);

/** The language of a folder, if it is one that we have rules for. */
export function languageOf({ data }: NonNullable<Folder['facts']>): LintedLanguage | undefined {
  const [language] = data.locale.split('-');
  return language === 'en' || language === 'es' ? language : undefined;
}
