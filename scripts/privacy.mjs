// Holds privacy.json against the sources: every event with its fields and closed lists, what is stored and for how long,
// and every use of an API that could store something, send it, or name it in an address.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { programOf, readEvents, readInterface } from './events.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LEVELS = ['off', 'coarse', 'full'];

/** Names that store, send, or leave a trace, wherever they stand: alone, behind a dot, or as a text in brackets. */
const APIS = new Set([
  ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie', 'cookieStore', 'getItem', 'setItem'],
  ...['removeItem', 'showSaveFilePicker', 'serviceWorker', 'SharedWorker', 'Worker', 'fetch', 'XMLHttpRequest'],
  ...['sendBeacon', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection', 'Image', 'importScripts'],
  ...['history', 'pushState', 'replaceState', 'location', 'navigation', 'referrer', 'dataLayer', 'gtag', 'fbq'],
  ...['postMessage', 'BroadcastChannel', 'MessageChannel', 'createObjectURL', 'clipboard', 'geolocation', 'userAgent'],
]);
/** Ways to use a key of a storage. */
const STORES = new Set(['getItem', 'setItem', 'removeItem']);

// ---------------------------------------------------------------- what the sources do

const parsed = new Map();
/** Parses a text once, however much is asked of it. */
function parse(file, text) {
  const known = parsed.get(file);
  if (known?.text === text) return known;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  parsed.set(file, source);
  return source;
}
const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;

function walk(node, visit) {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Whether a name is only that of a field, a parameter or a type, and uses nothing. */
function isOnlyNamed(node) {
  const { parent } = node;
  if (ts.isTypeNode(parent) || ts.isTypeQueryNode(parent) || ts.isImportSpecifier(parent)) return true;
  if (ts.isParameter(parent) && parent.name === node) return true;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent);
  return isMember && parent.name === node;
}

/** Each place in a source text that uses one of those APIs. */
export function apiUses(file, text) {
  const source = parse(file, text);
  const uses = [];
  walk(source, (node) => {
    const isName = ts.isIdentifier(node) && APIS.has(node.text) && !isOnlyNamed(node);
    const isText = ts.isStringLiteralLike(node) && APIS.has(node.text) && !ts.isLiteralTypeNode(node.parent);
    if (isName || isText) uses.push({ name: node.text, file, line: lineOf(source, node) });
  });
  return uses;
}

/** Modules that are fetched when they are used: what stands in `import(…)`, or nothing when that is put together. */
export function lateImports(file, text) {
  const source = parse(file, text);
  const found = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return;
    const [from] = node.arguments;
    found.push({ from: ts.isStringLiteralLike(from) ? from.text : undefined, file, line: lineOf(source, node) });
  });
  return found;
}

/** Constants of a source text that are plain texts, numbers, or lists of them. */
export function constantsIn(file, text) {
  const found = new Map();
  const valueOf = (node) => {
    if (!node) return undefined;
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return valueOf(node.expression);
    if (ts.isStringLiteralLike(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text);
    return ts.isArrayLiteralExpression(node) ? node.elements.map(valueOf) : undefined;
  };
  walk(parse(file, text), (node) => {
    if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) return;
    const value = valueOf(node.initializer);
    if (value !== undefined) found.set(node.name.text, value);
  });
  return found;
}

/** Keys that a source text gives to a storage; nothing for one that is put together. */
export function storageKeys(file, text, constants) {
  const source = parse(file, text);
  const keys = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!STORES.has(node.expression.name.text)) return;
    const [given] = node.arguments;
    const key = given && (ts.isStringLiteralLike(given) ? given.text : constants.get(given.getText(source)));
    keys.push({ key, file, line: lineOf(source, node) });
  });
  return keys;
}

/** Names of the files that a source text hands to the visitor; nothing for one that is put together. */
export function fileNames(file, text, constants) {
  const source = parse(file, text);
  const names = [];
  walk(source, (node) => {
    if (!ts.isCallExpression(node) || node.expression.getText(source) !== 'download') return;
    const [given] = node.arguments;
    const name = ts.isStringLiteralLike(given) ? given.text : constants.get(given.getText(source));
    names.push({ name, file, line: lineOf(source, node) });
  });
  return names;
}

/** The `events` levels at which a source text fires an event of some class, by what it asks before. */
export function firedAt(file, text) {
  const source = parse(file, text);
  const fired = [];
  walk(source, (node) => {
    if (!ts.isNewExpression(node) || !/^Fig\w+Event$/.test(node.expression.getText(source))) return;
    let around = node.parent;
    while (around.parent && !ts.isMethodDeclaration(around) && !ts.isArrowFunction(around)) around = around.parent;
    const words = around.getText(source);
    const levels = /eventLevel !== 'full'/.test(words)
      ? ['full']
      : /eventLevel === 'off'/.test(words)
        ? ['coarse', 'full']
        : LEVELS;
    fired.push({ className: node.expression.getText(source), levels, file, line: lineOf(source, node) });
  });
  return fired;
}

const sourceFiles = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .sort();

/** What the types of the sources say: events with their fields, and what is saved. */
function readTypes() {
  const program = programOf(['src/events/events.ts', 'src/session/notes.ts', 'src/session/state.ts']);
  const namesOf = (file, name) => readInterface(program, file, name).map((field) => field.name);
  return {
    ...readEvents(program),
    envelope: namesOf('src/session/notes.ts', 'Envelope'),
    // What was just removed is left out before anything is saved.
    state: namesOf('src/session/state.ts', 'SessionState').filter((name) => name !== 'removed'),
  };
}
let types;

/** All that privacy.json is held against, as plain data. */
export function readCode(sources = readSources()) {
  const all = [...sources];
  const constants = new Map(all.flatMap(([file, text]) => [...constantsIn(file, text)]));
  const inAll = (read) => all.flatMap(([file, text]) => read(file, text, constants));
  return {
    ...(types ??= readTypes()),
    eventsVersion: constants.get('EVENTS_VERSION'),
    fired: inAll(firedAt),
    uses: inAll(apiUses),
    imports: inAll(lateImports),
    keys: inAll(storageKeys),
    files: inAll(fileNames),
    notesKey: constants.get('NOTES_KEY'),
    keepDays: constants.get('KEEP_DAYS'),
    keepDaysDefault: constants.get('DEFAULT_KEEP_DAYS'),
    limits: leadLimits(sources.get('src/handoff/lead.ts') ?? ''),
  };
}

/** The sources, each by its path. */
export const readSources = () =>
  new Map(sourceFiles('src').map((file) => [file, readFileSync(join(root, file), 'utf8')]));

/** Longest answers in the contact form. */
function leadLimits(text) {
  const [, list = ''] = /LEAD_LIMITS = \{([^}]*)\}/.exec(text) ?? [];
  return Object.fromEntries([...list.matchAll(/(\w+): (\d+)/g)].map(([, name, value]) => [name, Number(value)]));
}

// ---------------------------------------------------------------- holding one against the other

const listed = (values) => [...values].map(String).sort().join(', ');
const isSame = (a, b) => listed(a) === listed(b);

/** What is in one list and not in the other, in sentences. */
function differences(said, done, unsaid, undone) {
  return [
    ...done.filter((name) => !said.includes(name)).map(unsaid),
    ...said.filter((name) => !done.includes(name)).map(undone),
  ];
}

/** Every mismatch between what privacy.json says and what the sources do, in sentences. */
export function privacyProblems(privacy, code) {
  return [
    ...eventProblems(privacy, code),
    ...storageProblems(privacy, code),
    ...apiProblems(privacy, code),
    ...importProblems(code),
    ...otherProblems(privacy, code),
  ];
}

function eventProblems({ events: { every, list, shapes }, eventsVersion }, code) {
  const problems = differences(
    Object.keys(list),
    code.events.map(({ name }) => name),
    (name) => `${name} is fired, and privacy.json does not list it.`,
    (name) => `privacy.json lists the event ${name}, which is not in src/events/events.ts.`,
  );
  if (eventsVersion !== code.eventsVersion) {
    problems.push(
      `privacy.json says that event payloads have version ${eventsVersion}; they have ${code.eventsVersion}.`,
    );
  }
  problems.push(...fieldProblems('Every event', every, code.shared, shapes));
  for (const { name, className, cancelable, fields } of code.events) {
    const said = list[name];
    if (!said) continue;
    problems.push(...fieldProblems(name, said.fields, fields, shapes));
    if (said.cancelable !== cancelable) {
      problems.push(
        `privacy.json says that ${name} is ${said.cancelable ? '' : 'not '}cancelable; it is${cancelable ? '' : ' not'}.`,
      );
    }
    const fired = code.fired.filter((one) => one.className === className);
    if (!fired.length) problems.push(`${name} is fired nowhere in src.`);
    for (const { levels, file, line } of fired) {
      if (isSame(said.levels, levels)) continue;
      problems.push(
        `privacy.json says that ${name} fires with events="${said.levels.join(' | ')}"; ${file}:${line} fires it with "${levels.join(' | ')}".`,
      );
    }
    if (/^fig-lead/.test(name)) continue;
    const typed = Object.keys(said.fields).filter((field) => said.fields[field].typed);
    if (typed.length) {
      problems.push(`${name} must hold nothing that was typed, and privacy.json says that ${typed.join(', ')} does.`);
    }
  }
  return problems;
}

function fieldProblems(of, said, fields, shapes) {
  const problems = differences(
    Object.keys(said),
    fields.map(({ name }) => name),
    (name) => `${of} has the field ${name}, and privacy.json does not list it.`,
    (name) => `privacy.json lists the field ${name} of ${of}, which it does not have.`,
  );
  for (const field of fields) {
    if (said[field.name]) problems.push(...shapeProblems(`${of}: ${field.name}`, said[field.name], field, shapes));
  }
  return problems;
}

function shapeProblems(of, said, real, shapes) {
  if (said.type !== real.type) return [`${of} is ${real.type}, and privacy.json says ${said.type}.`];
  const problems = [];
  if (Boolean(said.optional) !== Boolean(real.optional)) {
    problems.push(`${of} may ${real.optional ? '' : 'not '}be left out, and privacy.json says otherwise.`);
  }
  if (real.type === 'one-of' && !isSame(said.values, real.values)) {
    problems.push(`${of} can be ${listed(real.values)}, and privacy.json says ${listed(said.values)}.`);
  }
  if (real.type === 'text' && !said.pattern && !said.from && !said.typed) {
    problems.push(
      `${of} is a text, and privacy.json does not say what it can be: a pattern, where it comes from, or that it is typed.`,
    );
  }
  if (real.type === 'list') problems.push(...shapeProblems(`${of}, each`, said.of, real.of, shapes));
  if (real.type === 'object') problems.push(...fieldProblems(of, shapes[said.shape] ?? {}, real.fields, shapes));
  return problems;
}

function storageProblems({ storage }, code) {
  const known = storage.map(({ key }) => key);
  const problems = code.keys
    .filter(({ key }) => !known.includes(key))
    .map(
      ({ key, file, line }) =>
        `${file}:${line} uses the storage key ${key ?? '(put together there)'}, and privacy.json does not list it.`,
    );
  const unused = known.filter((key) => !code.keys.some((one) => one.key === key));
  problems.push(...unused.map((key) => `privacy.json lists the storage key ${key}, which nothing in src uses.`));
  const notes = storage.find(({ key }) => key === code.notesKey);
  if (!notes) return [...problems, `privacy.json does not list the storage key of notes, ${code.notesKey}.`];
  const lists = [
    ['keepDays', 'days to keep notes'],
    ['envelope', 'fields around what is saved'],
    ['state', 'fields that are saved'],
  ];
  for (const [name, words] of lists) {
    if (isSame(notes[name], code[name])) continue;
    problems.push(`The ${words} are ${listed(code[name])}, and privacy.json says ${listed(notes[name])}.`);
  }
  if (notes.keepDaysDefault !== code.keepDaysDefault) {
    problems.push(
      `Notes are kept for ${code.keepDaysDefault} days if nothing is picked, and privacy.json says ${notes.keepDaysDefault}.`,
    );
  }
  return problems;
}

function apiProblems({ apis }, { uses }) {
  const problems = uses
    .filter(({ name, file }) => !apis.some((one) => one.name === name && one.file === file))
    .map(({ name, file, line }) => `${file}:${line} uses ${name}, and privacy.json does not allow it there.`);
  for (const { name, file, uses: allowed } of apis) {
    const lines = uses.filter((one) => one.name === name && one.file === file).map(({ line }) => line);
    if (lines.length === allowed) continue;
    const where = lines.length ? `${lines.length} times (lines ${lines.join(', ')})` : 'nowhere';
    problems.push(`privacy.json allows ${allowed} use(s) of ${name} in ${file}; it is used ${where}.`);
  }
  return problems;
}

/** Files that are fetched late are the kit's own: beside the one that asks, or words that are built in. */
const importProblems = ({ imports }) =>
  imports
    .filter(({ from }) => !from || !/^(?:\.{1,2}\/|#content\/)/.test(from))
    .map(
      ({ from, file, line }) =>
        `${file}:${line} loads ${from ?? 'a file by a name put together there'}, which is not a file of the kit.`,
    );

function otherProblems({ cookies, files, events }, code) {
  const problems = code.files
    .filter(({ name }) => !files.some((one) => one.name === name))
    .map(
      ({ name, file, line }) =>
        `${file}:${line} hands out a file called ${name ?? '(put together there)'}, and privacy.json does not list it.`,
    );
  if (cookies.length) problems.push('privacy.json lists cookies, and the kit sets none.');
  const { phone, email, firstName } = events.shapes.contact;
  for (const [field, said, limit] of [
    ['phone', phone, code.limits.phone],
    ['email', email, code.limits.email],
    ['firstName', firstName, code.limits.name],
  ]) {
    if (said?.maxLength !== limit) {
      problems.push(`contact.${field} takes ${limit} characters, and privacy.json says ${said?.maxLength}.`);
    }
  }
  return problems;
}

// ---------------------------------------------------------------- the built kit

/** Names that no dependency may bring along. What the kit itself uses is held against the sources above. */
const NEVER_BUILT =
  /\b(?:sessionStorage|indexedDB|cookieStore|XMLHttpRequest|sendBeacon|WebSocket|WebTransport|EventSource|RTCPeerConnection|pushState|replaceState|BroadcastChannel|dataLayer|gtag|fbq|importScripts)\b|document\.cookie|\.postMessage\(/g;

/** What stands in the built files that should not be there, dependencies included. */
export function builtProblems(files) {
  return [...files].flatMap(([file, text]) =>
    [...new Set(text.match(NEVER_BUILT) ?? [])].map((name) => `${file} has ${name}, and the kit must not use it.`),
  );
}

/** Every mismatch there is now. Needs a build. */
export function checkPrivacy() {
  const privacy = JSON.parse(readFileSync(join(root, 'privacy.json'), 'utf8'));
  const chunks = readdirSync(join(root, 'dist/chunks'))
    .filter((name) => name.endsWith('.js') && !name.startsWith('words-'))
    .map((name) => `dist/chunks/${name}`);
  const built = ['dist/embed.js', ...chunks].map((file) => [file, readFileSync(join(root, file), 'utf8')]);
  return [...privacyProblems(privacy, readCode()), ...builtProblems(built)];
}
