/** Fills `{name}` in an interface word. */
export function fill(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The form of a counted phrase, by the plural rules of the language. */
export function counted(
  forms: { readonly one: string; readonly other: string },
  count: number,
  locale: string,
): string {
  const form = new Intl.PluralRules(locale).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: count.toLocaleString(locale) });
}

let fixedDay: string | undefined;

/** Holds the calendar at a day, for markup that is made ahead of a visit; nothing lets it go on. */
export function fixToday(day: string | undefined): void {
  fixedDay = day;
}

/** Today where the visitor is, as an ISO 8601 date. */
export function today(now = new Date()): string {
  if (fixedDay) return fixedDay;
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** An ISO 8601 date some days later. */
export function daysLater(date: string, days: number): string {
  const day = new Date(`${date}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** An ISO 8601 date in words: "November 22, 2026". */
export function dateInWords(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
}

/**
 * The languages help is given in, by name. Nothing for a single one: many lines and groups have more than a list knows,
 * and nobody may be kept from a call by it.
 */
export function languageNames(langs: readonly string[], locale: string): string {
  if (langs.length < 2) return '';
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const nameOf = (lang: string): string => {
    try {
      return names.of(lang) ?? lang;
    } catch {
      return lang; // not a language tag, so it is likely to be a name
    }
  };
  return langs.map(nameOf).join(', ');
}
