// The plugin's own words in its PHP and JavaScript, for the build and for the tests of the translations.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOMAIN = 'failed-intervention-guide';
const CALL = /(?<![\w$])(?:esc_(?:html|attr)_[_ex]|_[_enx])\(\s*/g;
const TEXT = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")\s*([,)])\s*/y;

/** What of a source is to be translated: `{ text, plural?, context? }`; and calls that cannot be read or have no domain. */
export function stringsIn(source) {
  const found = [];
  const wrong = [];
  for (const call of source.matchAll(CALL)) {
    const texts = [];
    TEXT.lastIndex = call.index + call[0].length;
    for (let text; (text = TEXT.exec(source));) {
      texts.push((text[1] ?? text[2]).replaceAll(/\\(['"\\])/g, '$1'));
      if (text[3] === ')') break;
    }
    const [text, second, third] = texts;
    const kind = call[0].split('(')[0].at(-1);
    if (kind === 'n' && second) found.push({ text, plural: second });
    else if (kind === 'x' && third === DOMAIN) found.push({ text, context: second });
    else if ((kind === '_' || kind === 'e') && second === DOMAIN) found.push({ text });
    else wrong.push(source.slice(call.index, call.index + 80));
  }
  return { found, wrong };
}

/** All sources of the plugin that can have words in them: path → text. */
export function pluginSources(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:php|js)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** What WordPress shows of the plugin in its list. */
export const headerStrings = (main) =>
  ['Plugin Name', 'Description'].map((name) => new RegExp(`^ \\* ${name}:\\s+(.+)$`, 'm').exec(main)?.[1] ?? '');

/** What the block editor shows of block.json, with the context under which WordPress looks it up. */
export function blockStrings(files) {
  const found = [];
  const add = (context, text) => text && found.push({ context, text });
  for (const [path, json] of Object.entries(files)) {
    if (!path.endsWith('block.json')) continue;
    const { title, description, keywords = [], styles = [], variations = [] } = JSON.parse(json);
    add('block title', title);
    add('block description', description);
    for (const keyword of keywords) add('block keyword', keyword);
    for (const { label } of styles) add('block style label', label);
    for (const variation of variations) {
      add('block variation title', variation.title);
      add('block variation description', variation.description);
      for (const keyword of variation.keywords ?? []) add('block variation keyword', keyword);
    }
  }
  return found;
}
