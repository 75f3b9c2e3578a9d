// Makes of each .po what WordPress 6.5 reads: a PHP file for PHP, and a JSON file for the editor's script.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import gettext from 'gettext-parser';
import { inPhp } from './php-data.mjs';
import { stringsIn } from './strings.mjs';

const EDITOR = 'failed-intervention-guide-editor';

/** The entries of a .po, without its header: `{ context, text, plural, translations }`. */
export function readPo(path) {
  const { headers, translations } = gettext.po.parse(readFileSync(path));
  const entries = Object.values(translations)
    .flatMap((context) => Object.values(context))
    .filter(({ msgid }) => msgid)
    .map(({ msgctxt, msgid, msgid_plural, msgstr, comments }) => ({
      ...(msgctxt ? { context: msgctxt } : {}),
      text: msgid,
      ...(msgid_plural ? { plural: msgid_plural } : {}),
      translations: msgstr,
      isFuzzy: /fuzzy/.test(comments?.flag ?? ''),
    }));
  return { headers, entries };
}

const keyOf = ({ context, text }) => (context ? `${context}\u0004${text}` : text);

/** The files of all translations, by path in the plugin. */
export function translationFiles(folder) {
  const files = {};
  const editor = join(folder, '../assets/editor.js');
  const inEditor = new Set(stringsIn(readOr(editor)).found.map(keyOf));
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.po'))) {
    const { headers, entries } = readPo(join(folder, name));
    const base = `languages/${name.slice(0, -'.po'.length)}`;
    const done = entries.filter(({ translations, isFuzzy }) => !isFuzzy && translations.every(Boolean));
    const messages = Object.fromEntries(done.map((entry) => [keyOf(entry), entry.translations.join('\0')]));
    const plurals = headers['Plural-Forms'];
    const data = { domain: 'failed-intervention-guide', language: headers.Language, 'plural-forms': plurals, messages };
    files[`${base}.l10n.php`] = `<?php\nreturn ${inPhp(data)};\n`;
    const forEditor = Object.fromEntries(
      done.filter((entry) => inEditor.has(keyOf(entry))).map((entry) => [keyOf(entry), entry.translations]),
    );
    const locale = { '': { domain: 'messages', lang: headers.Language, 'plural-forms': plurals }, ...forEditor };
    files[`${base}-${EDITOR}.json`] = `${JSON.stringify({ domain: 'messages', locale_data: { messages: locale } })}\n`;
  }
  return files;
}

function readOr(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
