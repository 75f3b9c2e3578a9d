/**
 * Counts the syllables of a Spanish word, by the rules of its spelling: a syllable for each strong vowel (a, e, o), and
 * for each í or ú beside one; an i or u beside another vowel shares its syllable. No library on npm does it with care.
 */
export function spanishSyllables(word: string): number {
  const sounds = word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/([qg])u(?=[eéií])/g, '$1') // not heard, as in "que" and "guía"; "güe" is
    .replaceAll(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, '') // parts no vowels, as in "prohibir"
    .replaceAll(/y(?![aeiouáéíóúü])/g, 'i'); // a vowel, as in "muy" and "y"
  const groups = sounds.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    groups.reduce((sum, group) => sum + syllablesOfVowels(group), 0),
  );
}

/** Vowels that stand side by side. */
function syllablesOfVowels(vowels: string): number {
  const parted = vowels.match(/[aeoáéó]|(?<=[aeoáéó])[íú]|[íú](?=[aeoáéó])/g)?.length ?? 0;
  // Only weak ones: they share a syllable, as in "cuidar", unless they are the same, as in "chiita".
  return parted || 1 + (vowels.match(/i(?=[ií])|u(?=[uú])/g)?.length ?? 0);
}
