// `npm run seeds`: holds each idea the kit grew from against what makes it real, and writes docs/seed-coverage.md. An
// idea is made real by entries of content that name its row in `seedRef`, and by what seed-map/behavior.yaml tells of.
// With --check it writes nothing, and fails when that page is stale.
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import prettier from 'prettier';
import ts from 'typescript';
import { parse } from 'yaml';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFile(at(path), 'utf8');

const PAGE = 'docs/seed-coverage.md';
const CONTENT = 'content/en';

/** What an idea can become: the code in rows.yaml, its name, and the folders whose entries are just that. */
const FEATURES = {
  REASONS: ['what got in the way', ['reasons', 'reason-groups']],
  DEBRIEF: ['looking back together', ['lenses', 'strengths']],
  WIZARD: ['next steps', ['questions', 'outcomes', 'rules', 'formats', 'stages', 'ways-in']],
  PLAN: ['who does what', ['plan-steps', 'ready-lists', 'limits', 'roles']],
  CONTIN: ['plan for setbacks', ['contingencies']],
  PEOPLE: ['who takes part', []],
  SAY: ['what to say', ['phrases']],
  TIME: ['what to do when', ['timeline']],
  SELF: ['self-care', ['self-care']],
  FEEL: ['support for feelings', ['support-cards']],
  LEARN: ['learning', ['topics', 'myths']],
  TREAT: ['treatments', ['treatments']],
  TEAM: ['care team', ['care-roles']],
  GOAL: ['goals', ['goals']],
  CHECK: ['how it is going', ['check-ins', 'barriers']],
  DIR: ['places to turn to', ['directory']],
  SAFE: ['safety', ['safety']],
  OUT: ['print, copy, file', []],
  LEAD: ['contact with a center', []],
  LEGAL: ['rules of the kit', []],
};

// ---------------------------------------------------------------- rules

/** Codes of the features that a row is to become, in the order of the list. */
const featuresOf = ({ feature }) => Object.keys(FEATURES).filter((code) => new RegExp(`\\b${code}\\b`).test(feature));

const testsOf = ({ test }) => [test ?? []].flat();

/**
 * Each row with what covers it, and what is wrong, in sentences.
 * @param entries `{ file, folder, id, status, seedRef }` of each entry of content.
 * @param known What is there: ids of language rules and content issues (`rules`), whether an element or a module is
 * there (`isPart`), and whether a file has a test of that title (`hasTest`).
 */
export function coverage({ rows, behavior, entries, known }) {
  const live = entries.filter(({ status }) => status !== 'retired');
  const covered = rows.map((row) => {
    const cover = {
      entries: live.filter(({ seedRef = [] }) => seedRef.map(Number).includes(row.row)),
      behavior: behavior.filter((one) => one.rows.includes(row.row)),
    };
    return { ...row, ...cover, features: featuresOf(row), missing: missingIn(row, cover) };
  });
  const problems = [
    ...unknownRows(rows, live, behavior),
    ...behavior.flatMap((one) => wrongIn(one, known)),
    ...covered.flatMap(({ missing }) => missing),
  ];
  return { covered, problems };
}

const isCovered = ({ missing }) => !missing.length;

function unknownRows(rows, entries, behavior) {
  const numbers = new Set(rows.map(({ row }) => row));
  const stray = (where, refs) =>
    refs
      .filter((ref) => !numbers.has(Number(ref)))
      .map((ref) => `${where} names row ${ref}, which is not in rows.yaml.`);
  return [
    ...entries.flatMap(({ file, seedRef = [] }) => stray(file, seedRef)),
    ...behavior.flatMap((one) => stray(nameOf(one), one.rows)),
  ];
}

function wrongIn(one, { rules, isPart, hasTest }) {
  const name = nameOf(one);
  return [
    ...(FEATURES[one.feature] ? [] : [`${name}: there is no feature ${one.feature}.`]),
    ...(one.rules || isPart(one.by) ? [] : [`${name}: ${one.by} is not in src.`]),
    ...(one.rules ?? []).filter((id) => !rules.has(id)).map((id) => `${name}: there is no rule ${id}.`),
    ...(testsOf(one).length ? [] : [`${name} names no test.`]),
    ...testsOf(one)
      .filter((test) => !hasTest(...test.split(' › ')))
      .map((test) => `${name}: there is no such test, or it is skipped: ${test}`),
  ];
}

function missingIn(row, { entries, behavior }) {
  if (!entries.length && !behavior.length) return [`Row ${row.row} has nothing that covers it: ${row.idea}`];
  const has = (code) =>
    behavior.some(({ feature }) => feature === code) ||
    entries.some(({ folder }) => FEATURES[code][1].includes(folder));
  const left = featuresOf(row).filter((code) => !has(code));
  return [
    ...left.map((code) => `Row ${row.row} has nothing for ${code} (${FEATURES[code][0]}): ${row.feature}`),
    ...(isKeptOut(row) && !behavior.some(({ rules }) => rules)
      ? [`Row ${row.row} is marked X, and no rule keeps it out: ${row.idea}`]
      : []),
  ];
}

const isKeptOut = ({ evidence }) => /\bX\b/.test(evidence);
const nameOf = ({ by, does }) => `"${by} ${does}" in behavior.yaml`;

// ---------------------------------------------------------------- page

/** docs/seed-coverage.md, before it is formatted. */
export function page(covered) {
  const done = covered.filter(isCovered).length;
  const used = Object.entries(FEATURES).map(([code, [name]]) => `${code} ${name}`);
  return [
    '# Seed coverage',
    'Each idea that the kit grew from is a row here, with what makes it real: entries of content that name the row in `seedRef`, and what an element, a module or a rule does, each held by a test. `npm run seeds` makes this page from `scripts/seed-map/` and `content/en`; do not write in it.',
    `**${done} of ${covered.length} rows are covered.**`,
    `Features: ${used.join(' · ')}.`,
    'Evidence: S supported by sources · P practice wisdom, no trial found · N needs nuance · X not to be repeated, and kept out by a rule.',
    table(
      ['Row', 'Idea', 'Features', 'Covered by', 'Evidence'],
      covered.map((row) => [row.row, row.idea, row.features.join(', '), coverOf(row), row.evidence]),
    ),
    '## Tests',
    'What holds each of the things above that is not an entry.',
    table(
      ['What', 'Does', 'Rows', 'Tests'],
      behaviorIn(covered).map((one) => [
        code(one.by),
        one.does,
        one.rows.join(', '),
        testsOf(one).map(testCell).join('<br>'),
      ]),
    ),
  ].join('\n\n');
}

function coverOf({ entries, behavior }) {
  const folders = [...new Set(entries.map(({ folder }) => folder))].sort();
  const idsIn = (folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => code(id));
  const cover = [
    ...folders.map((folder) => `${folder}: ${idsIn(folder).join(' ')}`),
    ...behavior.map(({ by, does, rules }) => `${code(by)} ${does}${rules ? `: ${rules.map(code).join(' ')}` : ''}`),
  ];
  return cover.join('<br>') || 'nothing';
}

const behaviorIn = (covered) => [...new Set(covered.flatMap(({ behavior }) => behavior))];

function testCell(test) {
  const [file, title] = test.split(' › ');
  return `${code(file.replace(/^test\//, ''))} ${title}`;
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const cell = (text) => String(text).replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
const code = (text) => `\`${text}\``;

// ---------------------------------------------------------------- files

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/;

async function entriesIn(folder) {
  const files = (await readdir(at(folder), { recursive: true })).map((file) => file.replaceAll('\\', '/')).sort();
  const entries = [];
  for (const path of files.filter((file) => /^[^/]+\/[^/]+\.md$/.test(file))) {
    const file = `${folder}/${path}`;
    const [, front = ''] = FRONT_MATTER.exec(await read(file)) ?? [];
    const { id, status, seedRef } = parse(front) ?? {};
    entries.push({ file, folder: path.split('/')[0], id, status, seedRef });
  }
  return entries;
}

/** Ids of language rules and of content issues. They are TypeScript, which this Node may not run. */
async function ruleIds() {
  const rules = (await read('src/content/lint/language-rules.ts')).matchAll(/^\s*id: '([\w-]+)',/gm);
  const [, list] = /ISSUE_IDS = \[([^\]]*)\]/.exec(await read('src/content/compile/issue.ts'));
  return new Set([...rules, ...list.matchAll(/'([\w-]+)'/g)].map(([, id]) => id));
}

const isPart = (by) => existsSync(at(by.startsWith('<') ? `src/elements/${by.slice(1, -1)}` : by));

/** Titles of the tests in a file, as they stand there; what is skipped is none. */
export function titlesIn(text) {
  const titles = new Set();
  const visit = (node) => {
    if (ts.isCallExpression(node)) {
      const [name, ...more] = callee(node.expression);
      if (more.some((word) => word === 'skip' || word === 'todo') || /^x(it|describe)$/.test(name)) return;
      const [title] = node.arguments;
      if (name === 'it' || name === 'test') {
        if (title && ts.isStringLiteralLike(title)) titles.add(title.text);
        else if (title && ts.isTemplateExpression(title)) titles.add(title.getText().slice(1, -1));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('test.ts', text, ts.ScriptTarget.Latest, true));
  return titles;
}

/** The names in what is called: `it.each([])('…')` is `it`, `each`. */
function callee(node) {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...callee(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return callee(node.expression);
  return [''];
}

async function titlesByFile(behavior) {
  const files = new Set(behavior.flatMap(testsOf).map((test) => test.split(' › ')[0]));
  const titles = new Map();
  for (const file of files) if (existsSync(at(file))) titles.set(file, titlesIn(await read(file)));
  return titles;
}

async function readAll() {
  const rows = parse(await read('scripts/seed-map/rows.yaml'));
  const behavior = parse(await read('scripts/seed-map/behavior.yaml'));
  const titles = await titlesByFile(behavior);
  const hasTest = (file, title) => Boolean(titles.get(file)?.has(title));
  return { rows, behavior, entries: await entriesIn(CONTENT), known: { rules: await ruleIds(), isPart, hasTest } };
}

const format = async (text) =>
  prettier.format(text, { ...(await prettier.resolveConfig(at(PAGE))), filepath: at(PAGE) });

/** Says how many rows are covered, and what is wrong. Writes the page unless it is only to be checked. */
export async function checkSeeds({ write = false } = {}) {
  const { covered, problems } = coverage(await readAll());
  const text = await format(page(covered));
  if (write) await writeFile(at(PAGE), text);
  else if ((await read(PAGE).catch(() => '')) !== text) problems.push(`${PAGE} is stale; run "npm run seeds".`);
  console.log(`Row coverage ${covered.filter(isCovered).length}/${covered.length}`);
  for (const problem of problems) console.error(problem);
  return problems;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const problems = await checkSeeds({ write: !process.argv.includes('--check') });
  process.exitCode = problems.length ? 1 : 0;
}
