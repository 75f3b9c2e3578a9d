// Writes custom-elements.json and the tables in README.md and docs/privacy.md, and says when they are stale.
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { problems } from '../custom-elements-manifest.config.mjs';
import { readEvents } from './events.mjs';
import { snippetFacts } from './snippet-facts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** Writes the manifest and the tables. */
export async function writeDocs() {
  for (const [file, text] of await generate()) await writeFile(at(file), text);
}

/** Files that are not what the sources say. `npm run build` brings them up to date. */
export async function checkDocs() {
  const stale = [];
  for (const [file, text] of await generate()) {
    if ((await readFile(at(file), 'utf8').catch(() => '')) !== text) stale.push(file);
  }
  return stale;
}

/** Import paths that README.md names and `exports` in package.json does not lead to a file. Needs a build. */
export async function checkImports() {
  const readme = await readFile(at('README.md'), 'utf8');
  const paths = [...readme.matchAll(/['"`](failed-intervention-guide\/[\w./-]+)['"`]/g)].map(([, path]) => path);
  return [...new Set(paths)].filter((path) => {
    try {
      return !existsSync(fileURLToPath(import.meta.resolve(path)));
    } catch {
      return true;
    }
  });
}

/** Writes one table that does not come from the sources, such as sizes, into README.md. */
export async function fillTable(name, body) {
  const readme = await readFile(at('README.md'), 'utf8');
  await writeFile(at('README.md'), await format(between(readme, name, body)));
}

/** Puts `body` between `<!-- generated:name -->` and `<!-- /generated:name -->`. */
export function between(text, name, body) {
  const [open, close] = [`<!-- generated:${name} -->`, `<!-- /generated:${name} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`A page has no ${open} … ${close}.`);
  return `${text.slice(0, start + open.length)}\n\n${body.trim()}\n\n${text.slice(end)}`;
}

async function generate() {
  const manifest = await readManifest();
  const classes = manifest.modules.flatMap(({ declarations }) => declarations);
  const base = classes.find(({ name }) => name === 'GuideElement');
  const elements = classes.filter(({ tagName }) => tagName).sort((a, b) => rank(a) - rank(b));

  let readme = await readFile(at('README.md'), 'utf8');
  readme = between(readme, 'elements', elementsTable(elements));
  readme = between(readme, 'attributes', attributesTable(base));
  readme = between(readme, 'events', eventsTable());
  readme = between(readme, 'tokens', tokensTable(base, elements));
  readme = between(readme, 'parts', partsTables(base, elements));
  const privacy = JSON.parse(await readFile(at('privacy.json'), 'utf8'));
  const page = between(await readFile(at('docs/privacy.md'), 'utf8'), 'levels', levelsTable(privacy.events));
  return [
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['README.md', await format(readme)],
    ['docs/privacy.md', await format(page)],
    ['src/snippet/facts.ts', await format(await snippetFacts(elements), 'facts.ts')],
  ];
}

const format = async (text, filepath = 'README.md') =>
  prettier.format(text, { ...(await prettier.resolveConfig(at(filepath))), filepath });

async function readManifest() {
  problems.length = 0;
  const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
  const manifest = await analyze({ argv, cwd: root, noWrite: true });
  if (problems.length) throw new Error(`The docs can't be written:\n${problems.join('\n')}`);
  return manifest;
}

/** The guide first, the others as they come. */
const rank = ({ name }) => (name === 'FailedInterventionGuide' ? 0 : 1);

// ---------------------------------------------------------------- tables

function elementsTable(elements) {
  return table(
    ['Element', 'What it is'],
    elements.map(({ tagName, description }) => [code(`<${tagName}>`), description]),
  );
}

function attributesTable({ attributes, members }) {
  const properties = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const row = ({ name = '', fieldName, type, default: value, description }) => {
    const [meaning, fallback = value ? code(unquote(value)) : ''] = splitDefault(description);
    return [name && code(name), code(fieldName), valuesOf(type.text), fallback, meaning];
  };
  return table(
    ['Attribute', 'Property', 'Value', 'Default', 'Meaning'],
    [...attributes.map(row), ...properties.map(({ name, ...rest }) => row({ ...rest, fieldName: name }))],
  );
}

function tokensTable(base, elements) {
  const rows = (list, tag) =>
    list.map(({ name, default: value, description }) => [
      code(name),
      value ? code(value) : '',
      tag ? `${description} Only ${code(`<${tag}>`)}.` : description,
    ]);
  return table(
    ['Token', 'Default', 'Meaning'],
    [
      ...rows(base.cssProperties),
      ...elements.flatMap(({ tagName, cssProperties }) => rows((cssProperties ?? []).filter(isOwn), tagName)),
    ],
  );
}

function partsTables(base, elements) {
  const shared = new Set(base.cssParts.map(({ name }) => name));
  const parts = (list) => list.map(({ name, description }) => ['part', code(name), description]);
  const ofElement = ({ slots = [], cssParts = [], events = [], members = [] }) => [
    ...slots.map(({ name, description }) => ['slot', name ? code(name) : 'default', description]),
    ...parts(cssParts.filter(({ name }) => !shared.has(name))),
    ...events.map(({ name, description }) => ['event', code(name), description]),
    ...members
      .filter(({ kind }) => kind === 'method')
      .map(({ name, parameters = [], description }) => [
        'method',
        code(`${name}(${signature(parameters)})`),
        description,
      ]),
  ];
  const section = (title, rows) => `### ${title}\n\n${table(['', 'Name', 'Meaning'], rows)}`;
  return [
    section('Every element', parts(base.cssParts)),
    ...elements.map((element) => section(code(`<${element.tagName}>`), ofElement(element))),
  ].join('\n\n');
}

function eventsTable() {
  const { events, shared } = readEvents();
  const rows = events.map(({ name, when, cancelable, fields }) => [
    code(name),
    when,
    fields.map(field).join('<br>'),
    cancelable ? 'yes' : 'no',
  ]);
  return (
    `${table(['Event', 'When', 'Detail', 'Cancelable'], rows)}\n\n` +
    `Every detail also has ${shared.map(field).join('; ')}.`
  );
}

/** What a page can hear at each level, as privacy.json has it. */
function levelsTable({ list, shapes }) {
  const holds = ([name, { type, values, shape, holds: what, optional }]) => {
    const inside = type === 'object' ? Object.keys(shapes[shape]).map(code).join(', ') : '';
    const allowed = values ? values.map(code).join(' ') : '';
    const notes = [allowed, what && lowerFirst(what.replace(/\.$/, '')), inside].filter(Boolean).join('; ');
    return `${code(name)}${optional ? ' (maybe)' : ''}: ${notes}`;
  };
  const rows = Object.entries(list).map(([name, { levels, fields, never }]) => [
    code(name),
    ...['off', 'coarse', 'full'].map((level) => (levels.includes(level) ? 'yes' : 'no')),
    Object.entries(fields).map(holds).join('<br>'),
    never,
  ]);
  return table(['Event', '`off`', '`coarse`', '`full`', 'What it can hold', 'Never'], rows);
}

function field({ name, values = [], meaning }) {
  const notes = [values.map(code).join(' '), meaning && lowerFirst(meaning.replace(/\.$/, ''))].filter(Boolean);
  return notes.length ? `${code(name)}: ${notes.join('; ')}` : code(name);
}

// ---------------------------------------------------------------- words

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const cell = (text) => String(text).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
const code = (text) => `\`${text}\``;
const unquote = (text) => text.replaceAll(/^'|'$/g, '');
const lowerFirst = (text) => text.charAt(0).toLowerCase() + text.slice(1);
const isOwn = ({ inheritedFrom }) => !inheritedFrom;
const signature = (parameters) => parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(', ');

/** "Meaning. Default: something." in two. */
function splitDefault(description) {
  const [meaning, fallback] = description.split(/\s*Default: /);
  return [meaning, fallback?.replace(/\.$/, '')];
}

function valuesOf(type) {
  if (type === 'string') return 'text';
  const values = type.split(' | ').filter((value) => value !== 'undefined');
  return values.map((value) => code(unquote(value))).join(' ');
}
