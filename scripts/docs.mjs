// Writes custom-elements.json and the tables of the README and the docs, and says when they are stale.
import { cli as analyze } from '@custom-elements-manifest/analyzer/cli.js';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { problems } from '../custom-elements-manifest.config.mjs';
import { browserTables } from './browsers.mjs';
import { readEvents } from './events.mjs';
import { packagesOf } from './licenses.mjs';
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

/** The README and all other pages for people. */
export async function pages() {
  const docs = (await readdir(at('docs'))).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
  return ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...docs];
}

/** Import paths that a page names and `exports` in package.json does not lead to a file. Needs a build. */
export async function checkImports() {
  const texts = await Promise.all((await pages()).map((file) => readFile(at(file), 'utf8')));
  const paths = [...texts.join('\n').matchAll(/['"`](failed-intervention-guide\/[\w./-]+)['"`]/g)].map(
    ([, path]) => path,
  );
  return [...new Set(paths)].filter((path) => {
    try {
      return !existsSync(fileURLToPath(import.meta.resolve(path)));
    } catch {
      return true;
    }
  });
}

/** Writes one table that does not come from the sources, such as sizes, into a page. */
export async function fillTable(page, name, body) {
  const text = await readFile(at(page), 'utf8');
  await writeFile(at(page), await format(between(text, name, body), page));
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

  const events = readEvents();
  const browsers = browserTables();
  const privacy = JSON.parse(await readFile(at('privacy.json'), 'utf8'));
  const tables = {
    'README.md': {
      elements: elementsTable(elements),
      attributes: shortTable(base.attributes, 'Attribute'),
      events: shortTable(
        events.events.map(({ name, when }) => ({ name, description: when })),
        'Event',
      ),
      tokens: tokensTable(base, elements),
      browsers: browsers.needed,
    },
    'docs/reference.md': {
      attributes: attributesTable(base),
      parts: partsTable(base.cssParts),
      tokens: tokensTable(base, elements),
      events: eventsTable(events),
      elements: elements.map((element) => reference(element, base)).join('\n\n'),
    },
    'docs/browser-support.md': browsers,
    'docs/privacy.md': { levels: levelsTable(privacy.events) },
    'docs/supply-chain.md': {
      dependencies: dependenciesTable(JSON.parse(await readFile(at('package-lock.json'), 'utf8'))),
    },
  };
  const filled = Object.entries(tables).map(async ([page, parts]) => {
    let text = await readFile(at(page), 'utf8');
    for (const [name, body] of Object.entries(parts)) text = between(text, name, body);
    return [page, await format(text, page)];
  });
  return [
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['src/snippet/facts.ts', await format(await snippetFacts(elements), 'src/snippet/facts.ts')],
    ...(await Promise.all(filled)),
  ];
}

const format = async (text, page) =>
  prettier.format(text, { ...(await prettier.resolveConfig(at(page))), filepath: page });

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
    elements.map(({ tagName, description }) => [code(`<${tagName}>`), firstSentence(description)]),
  );
}

/** Names with what they are, in one sentence. */
function shortTable(list, title) {
  const rows = list.map(({ name, description }) => [code(name), firstSentence(splitDefault(description)[0])]);
  return table([title, 'Meaning'], rows);
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

const partsTable = (parts) =>
  table(
    ['Part', 'Meaning'],
    parts.map(({ name, description }) => [code(name), description]),
  );

/** All that one element has beyond what every element has. */
function reference(element, base) {
  const { tagName, description, slots = [], cssParts = [], events = [], members = [], cssProperties = [] } = element;
  const shared = new Set([...base.members, ...base.cssParts, ...base.cssProperties].map(({ name }) => name));
  const own = ({ name }) => !shared.has(name);
  const ofElement = (list, rest) => {
    const rows = list.filter(({ fieldName, name }) => !shared.has(fieldName ?? name));
    return rows.length ? rest(rows) : '';
  };
  const named = (title) => (rows) =>
    table(
      [title, 'Meaning'],
      rows.map(({ name, description: meaning }) => [name ? code(name) : 'default', meaning]),
    );
  const attributes = ofElement(element.attributes ?? [], (rows) => attributesTable({ attributes: rows, members: [] }));
  const properties = ofElement(
    members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
    named('Property'),
  );
  const methods = members
    .filter(({ kind, name }) => kind === 'method' && own({ name }))
    .map(({ name, parameters = [], description: meaning }) => ({
      name: `${name}(${signature(parameters)})`,
      description: meaning,
    }));
  return [
    `### ${code(`<${tagName}>`)}`,
    description,
    `${code(`import 'failed-intervention-guide/define/${tagName}'`)} registers it.`,
    attributes,
    properties,
    slots.length && named('Slot')(slots),
    ofElement(cssParts, named('Part')),
    events.length && named('Event')(events),
    methods.length && named('Method')(methods),
    ofElement(cssProperties, named('Token')),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function eventsTable({ events, shared }) {
  const rows = events.map(({ name, className, when, cancelable, fields }) => [
    code(name),
    code(className),
    when,
    fields.map(field).join('<br>'),
    cancelable ? 'yes' : 'no',
  ]);
  return (
    `${table(['Event', 'Class', 'When', 'Detail', 'Cancelable'], rows)}\n\n` +
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

/** What an install of the package brings along. */
function dependenciesTable(lock) {
  const rows = packagesOf(lock).flatMap(({ name, version, license, isTool }) =>
    isTool ? [] : [[code(name), version, license]],
  );
  return table(['Package', 'Version', 'License'], rows);
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
/** Up to the first full stop that ends a sentence. */
const firstSentence = (text) => /^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text;
const isOwn = ({ inheritedFrom }) => !inheritedFrom;
const signature = (parameters) => parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(', ');

/** "Meaning. Default: something." in two. */
function splitDefault(description) {
  const [meaning, fallback] = description.split(/\s*Default: /);
  return [meaning, fallback?.replace(/\.$/, '')];
}

function valuesOf(type) {
  if (type === 'string') return 'text';
  const values = type.split(' | ').filter((value) => !['undefined', "''"].includes(value));
  return values.map((value) => code(unquote(value))).join(' ');
}
