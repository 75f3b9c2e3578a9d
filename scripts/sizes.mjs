// What a page downloads, in bytes: minified, gzip, brotli. The limits hold in `npm test`.
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const KB = 1024;
const GUIDE = [
  'failed-intervention-guide',
  'failure-reason-checklist',
  'next-steps-wizard',
  'contingency-planner',
  'family-self-care-card',
];
const GUIDE_WORDS = ['core', 'guide', 'timeline', 'reasons', 'steps', 'plan', 'care'];
const words = (locale, parts) => parts.map((part) => `words-${locale}-${part}`);
/** What a visitor comes to who opens all there is: every tool, looking back, the check-in, the library, the summary,
 * the way to the center, saving. */
const REST = [
  'progress-check-in',
  'family-learning-library',
  'debrief',
  'tools',
  'calendar',
  'summary-sheet',
  'center-contact',
  'notes-view',
  'saved',
];
const REST_WORDS = ['debrief', 'tools', 'watch', 'learn', 'saving', 'contact'];

/** For each job, the parts a page downloads beside `embed.js`, and the most they may weigh together (brotli). */
export const JOBS = {
  'the checklist alone': {
    chunks: ['failure-reason-checklist', ...words('en', ['core', 'reasons'])],
    limit: 38 * KB,
  },
  'the check-in alone': { chunks: ['progress-check-in', ...words('en', ['core', 'watch'])], limit: 43 * KB },
  'the library alone': { chunks: ['family-learning-library', ...words('en', ['core', 'learn'])], limit: 56 * KB },
  'the guide with its first four widgets, each opened': {
    chunks: [...GUIDE, ...words('en', GUIDE_WORDS)],
    limit: 78 * KB,
  },
  'the way to a center, alone': {
    chunks: ['center-contact', ...words('en', ['core', 'contact'])],
    limit: 40 * KB,
  },
  'all there is, every part and tool opened, saved and sent': {
    chunks: [...GUIDE, ...REST, ...words('en', [...GUIDE_WORDS, ...REST_WORDS])],
    limit: 157 * KB,
  },
  'all there is, in Spanish': {
    chunks: [...GUIDE, ...REST, ...words('es', [...GUIDE_WORDS, ...REST_WORDS])],
    limit: 166 * KB,
  },
};

const IMPORTS = /(?:import|from)\s*["']\.\/?([^"']+)["']/g;

/** Every file of the browser build with what it imports at once. */
export function listFiles() {
  const files = ['embed.js', ...readdirSync('dist/chunks').map((file) => `chunks/${file}`)];
  return files.map((file) => {
    const bytes = readFileSync(`dist/${file}`);
    const name = file === 'embed.js' ? 'embed' : file.replace(/^chunks\/(.*)-[\w-]{8}\.js$/, '$1');
    const imports = [...bytes.toString().matchAll(IMPORTS)].map(([, path]) => path.split('/').at(-1));
    return { file, name, imports, bytes };
  });
}

/** The same, with sizes. */
export function measure() {
  return listFiles().map(({ bytes, ...file }) => {
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
    return { ...file, min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli };
  });
}

/** What these chunks need: `embed.js`, themselves, and all that they import at once. */
export function needed(files, chunks) {
  const wanted = new Set();
  const add = (file) => {
    if (!file || wanted.has(file)) return;
    wanted.add(file);
    for (const path of file.imports) add(files.find((other) => other.file.split('/').at(-1) === path));
  };
  for (const name of ['embed', ...chunks]) {
    const file = files.find((other) => other.name === name);
    if (!file) throw new Error(`The build has no chunk "${name}".`);
    add(file);
  }
  return [...wanted];
}

/** What one job downloads, and the bytes of it. */
export function download(files, { chunks }) {
  const wanted = needed(files, chunks);
  const sum = (field) => wanted.reduce((total, file) => total + file[field], 0);
  return { min: sum('min'), gzip: sum('gzip'), brotli: sum('brotli'), files: wanted.map(({ file }) => file) };
}

const HEAD = ['| KB | min | gzip | brotli |', '| --- | --- | --- | --- |'];
const kb = (bytes) => (bytes / KB).toFixed(1);
const row = (name, { min, gzip, brotli }) => `| ${name} | ${kb(min)} | ${kb(gzip)} | ${kb(brotli)} |`;

/** What each job downloads, as a Markdown table. */
export function sizeTable(files = measure()) {
  const jobs = Object.entries(JOBS).map(([name, job]) =>
    row(`${name} (limit ${job.limit / KB} KB)`, download(files, job)),
  );
  return [...HEAD, ...jobs].join('\n');
}

/** Every file of the browser build, as a Markdown table. */
export function fileTable(files = measure()) {
  return [...HEAD, ...files.map((file) => row(`\`${file.file.replace(/-[\w-]{8}\.js$/, '-….js')}\``, file))].join('\n');
}

/** What is over its limit, in sentences. */
export function overLimit(files = measure()) {
  return Object.entries(JOBS).flatMap(([name, job]) => {
    const { brotli } = download(files, job);
    return brotli > job.limit ? [`${name}: ${brotli} bytes brotli, ${job.limit} allowed`] : [];
  });
}

export async function printSizes() {
  const files = measure();
  const table = sizeTable(files);
  console.log(`\n${table}\n`);
  const { fillTable } = await import('./docs.mjs');
  await fillTable('README.md', 'sizes', table);
  await fillTable('docs/reference.md', 'files', fileTable(files));
  const over = overLimit();
  if (over.length) throw new Error(`Too large: ${over.join('; ')}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await printSizes();
