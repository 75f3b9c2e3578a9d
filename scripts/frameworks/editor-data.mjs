// Data for editors: VS Code (custom data) and JetBrains (web-types), from custom-elements.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { readManifest } from './manifest.mjs';

export function writeEditorData() {
  for (const [file, data] of Object.entries(editorData(readManifest()))) {
    writeFileSync(`dist/${file}`, `${JSON.stringify(data, null, 2)}\n`);
  }
}

/** Each file with what it holds. */
export function editorData(manifest) {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const given = readable(manifest);

  const html = JSON.parse(getVsCodeHtmlCustomData(given, {}));
  for (const tag of html.tags) {
    for (const attribute of tag.attributes) {
      if (!attribute.values?.length) delete attribute.values; // any text; an empty list reads as "no value is right"
    }
  }

  // The generator lists tokens and parts once for every element that has them.
  const css = JSON.parse(getVsCodeCssCustomData(given, {}));
  css.properties = merged(css.properties).map(({ name: token, description }) => ({ name: token, description }));
  css.pseudoElements = merged(css.pseudoElements);

  const webTypes = { ...JSON.parse(getWebTypesData(given, {})), name, version };
  const { html: tags, css: styles } = webTypes.contributions;
  styles.properties = merged(styles.properties);
  styles['pseudo-elements'] = merged(styles['pseudo-elements']);
  for (const element of tags.elements) delete element['doc-url']; // there is none, and the generator writes an empty one
  return {
    'vscode.html-custom-data.json': html,
    'vscode.css-custom-data.json': css,
    'web-types.json': webTypes,
  };
}

/** One entry a name. What elements say of a part that they name alike stands in one description. */
function merged(list) {
  const entries = new Map();
  for (const entry of list) {
    const known = entries.get(entry.name);
    if (!known) entries.set(entry.name, { ...entry });
    else if (!known.description.includes(entry.description)) known.description += ` ${entry.description}`;
  }
  return [...entries.values()];
}

/** The manifest as a person reads it: lines that were broken in the source are one, and `''` is no value to pick. */
function readable(value, key) {
  if (Array.isArray(value)) return value.map((inner) => readable(inner));
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, readable(inner, name)]));
  }
  if (key === 'description') return String(value).replaceAll(/\s+/g, ' ');
  if (key === 'text') return String(value).replaceAll(/'' \| | \| ''$/g, '');
  return value;
}
