import { authoredSchema } from '../schema.js';
import type { Entry } from '../compile/entry.js';
import type { Folder } from '../compile/read.js';
import { textsIn, type TextAt } from '../compile/texts.js';
import type { LintedLanguage } from './language-rules.js';

/** The entries a visitor will see that say something of their own; what comes from below unchanged is checked there. */
export function ownEntries({ entries, base }: Folder): Entry[] {
  const inherited = new Set(base?.entries);
  return entries.filter((entry) => entry.valid && entry.data.status !== 'retired' && !inherited.has(entry));
}

/** Every text of an entry. */
export const textsOf = ({ kind, data }: Entry): TextAt[] => textsIn(authoredSchema(kind), data);

/** The language of a folder, if it is one that we have rules for. */
export function languageOf({ data }: NonNullable<Folder['facts']>): LintedLanguage | undefined {
  const [language] = data.locale.split('-');
  return language === 'en' || language === 'es' ? language : undefined;
}
