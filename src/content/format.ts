/** Fills `{name}` in an interface word. */
export function fill(word: string, values: Readonly<Record<string, string | number>>): string {
  return word.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Making one of `Intl`'s formats takes a slow phone as long as showing a widget: each is made once for a language. */
const perLocale = <Format>(make: (locale: string) => Format): ((locale: string) => Format) => {
  const made = new Map<string, Format>();
  return (locale) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
};
const plurals = perLocale((locale) => new Intl.PluralRules(locale));
const longDates = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }));
const languages = perLocale((locale) => new Intl.DisplayNames([locale], { type: 'language' }));

/** Languages that write the name of a language small, which WebKit does not. A country in it keeps its capital. */
const SMALL_NAMES = /^(?:es|fr|it|pt)\b/;

/** Languages that have one form for 1 and one for all else, and write small numbers with the usual digits. */
const PLAIN_COUNTS = /^(?:en|es)\b/;

/** The form of a counted phrase, by the plural rules of the language. */
export function counted(
  forms: { readonly one: string; readonly other: string },
  count: number,
  locale: string,
): string {
  if (count < 1000 && PLAIN_COUNTS.test(locale)) return fill(count === 1 ? forms.one : forms.other, { count });
  const form = plurals(locale).select(count) === 'one' ? forms.one : forms.other;
  return fill(form, { count: count.toLocaleString(locale) });
}

let fixedDay: string | undefined;

/** Holds the calendar at a day, for markup that is made ahead of a visit; `undefined` lets it go on. */
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
  return longDates(locale).format(new Date(`${date}T12:00:00Z`));
}

/**
 * The languages help is given in, by name. Nothing for a single one: many lines and groups have more than a list knows,
 * and nobody may be kept from a call by it.
 */
export function languageNames(langs: readonly string[], locale: string): string {
  if (langs.length < 2) return '';
  const names = languages(locale);
  const nameOf = (lang: string): string => {
    try {
      const name = names.of(lang) ?? lang;
      return SMALL_NAMES.test(locale) ? name.charAt(0).toLocaleLowerCase(locale) + name.slice(1) : name;
    } catch {
      return lang; // not a language tag, so it is likely to be a name
    }
  };
  return langs.map(nameOf).join(', ');
}
