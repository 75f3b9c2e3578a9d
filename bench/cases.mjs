// Every build that is measured. A new one is one more object in CASES:
//   title   what it is
//   files   gives what it serves: path -> text (or a function that gives the text)
//   page    gives the HTML of a page of PAGES
//   find    where its reasons are: `host` (each checklist), whether they are in its `shadow`, `box`, `insight`
//   words   how its labels differ, for the check that it does the job
//   isOurs  measured without installing anything
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { staticBody } from './cases/static/page.mjs';
import { PAGES } from './job.mjs';
import { jobBundle, jobOverlay, partChunk } from './kit-content.mjs';

const OUT = 'bench/.cache';

const document = (head, body) =>
  `<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content="width=device-width"><title>Job</title>${head}<body>${body}`;
const script = (path) => `<script type=module src=${path}></script>`;
const style = (path) => `<link rel=stylesheet href=${path}>`;

/** Bundles `job.js` and `checklist.js` of a case, minified, each one file. */
async function bundle(name) {
  const { build } = await import('vite');
  const files = {};
  for (const entry of ['job', 'checklist']) {
    const outDir = `${OUT}/${name}/${entry}`;
    rmSync(outDir, { recursive: true, force: true });
    mkdirSync(outDir, { recursive: true });
    await build({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: {
        outDir,
        target: 'es2022',
        modulePreload: false,
        cssMinify: true,
        minify: true,
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        rolldownOptions: {
          input: { [entry]: `bench/cases/${name}/${entry}.js` },
          output: {
            format: 'es',
            entryFileNames: '[name].js',
            assetFileNames: '[name][extname]',
            codeSplitting: false,
          },
        },
      },
    });
    for (const file of readdirSync(outDir)) {
      if (/\.(?:js|css)$/.test(file)) {
        files[`/${entry}${file.slice(file.lastIndexOf('.'))}`] = readFileSync(`${outDir}/${file}`, 'utf8');
      }
    }
  }
  return files;
}

const entryOf = ({ widgets }) => (widgets.includes('wizard') ? 'job' : 'checklist');
const sections = ({ widgets, reasons = '' }) =>
  widgets.map((name) => `<section class=${name} data-reasons="${reasons}"></section>`).join('');

/** A build of our own making: scripts in `cases/<name>/`. */
const handmade = (name, body, find, more = {}) => {
  let files;
  return {
    find,
    ...more,
    files: async () => (files ??= await bundle(name)),
    page: (page) => {
      const entry = entryOf(page);
      return document((files[`/${entry}.css`] ? style(`/${entry}.css`) : '') + script(`/${entry}.js`), body(page));
    },
  };
};

// ---------------------------------------------------------------- the kit

const TAGS = {
  checklist: 'failure-reason-checklist',
  wizard: 'next-steps-wizard',
  planner: 'contingency-planner',
  care: 'family-self-care-card',
};
const KIT_FIND = { host: TAGS.checklist, shadow: true, box: '[part=reason] input', insight: '.insight' };
const KIT_WORDS = { isKit: true };
const elements = ({ widgets }, attributes = '') =>
  widgets.map((name) => `<${TAGS[name]} region=US${attributes}></${TAGS[name]}>`).join('');

/** What the snippet builder puts before the elements: the script, and what to ask for at once. */
async function kitHead({ widgets }) {
  const { createSnippet } = await import('../dist/esm/snippet/snippet.js');
  const preload = JSON.parse(readFileSync('dist/preload.json', 'utf8'));
  const [{ code }] = createSnippet(
    { elements: [...new Set(widgets.map((name) => TAGS[name]))], scriptUrl: '/kit/embed.js', preload },
    'html',
  ).parts;
  return code.slice(0, code.indexOf('\n\n'));
}

/** What `npm run build` made. */
function kitFiles() {
  if (!existsSync('dist/embed.js')) throw new Error('Nothing is built. Run "npm run build" first.');
  const names = ['embed.js', ...readdirSync('dist/chunks').map((name) => `chunks/${name}`)];
  return Object.fromEntries(names.map((name) => [`/kit/${name}`, () => readFileSync(`dist/${name}`, 'utf8')]));
}

/** The kit as if it had been built with the job's words: the same chunks, other words in them. */
async function kitWithJob(count) {
  const files = kitFiles();
  const bundle = await jobBundle(count);
  for (const path of Object.keys(files)) {
    const [, part] = /words-en-(core|reasons|steps|timeline|plan|care)-/.exec(path) ?? [];
    if (part) files[path] = () => partChunk(bundle, part);
  }
  return files;
}

/** The elements as HTML made ahead, with their styles in it. */
async function madeAhead({ widgets, reasons }) {
  const { prerender } = await import('../dist/esm/prerender/prerender.js');
  const content = await jobBundle(reasons);
  const made = [];
  for (const [at, name] of widgets.entries()) {
    made.push(await prerender({ tag: TAGS[name], region: 'US', content, first: !at }));
  }
  return made.map(({ html }) => html).join('');
}

const KIT = { isOurs: true, find: KIT_FIND, words: KIT_WORDS };

export const CASES = {
  static: {
    title: 'static HTML + vanilla JS',
    ...handmade('static', staticBody, { host: '.checklist', box: 'input', insight: '.insight:not([hidden])' }),
    page: (page) => document(style('/job.css') + script(`/${entryOf(page)}.js`), staticBody(page)),
  },
  lit: {
    title: 'bare Lit',
    ...handmade(
      'lit',
      ({ widgets, reasons }) =>
        widgets.map((name) => `<job-${name}${reasons ? ` reasons=${reasons}` : ''}></job-${name}>`).join(''),
      { host: 'job-checklist', shadow: true, box: 'input', insight: '.insight' },
    ),
  },
  kit: {
    title: 'the kit with the words of the job built in',
    ...KIT,
    files: (page) => kitWithJob(PAGES[page]?.reasons),
    page: async (page) => document(await kitHead(page), elements(page)),
  },
  'kit-words': {
    title: 'the kit with its own words, as sites load it',
    ...KIT,
    words: { ...KIT_WORDS, isOwn: true },
    pages: ['job', 'checklist', 'twenty'],
    files: kitFiles,
    page: async (page) => document(await kitHead(page), elements(page)),
  },
  'kit-overlay': {
    title: 'the kit with the words of the job as an overlay from an address',
    ...KIT,
    files: (page) => ({ ...kitFiles(), '/job.json': () => JSON.stringify(jobOverlay(PAGES[page]?.reasons)) }),
    page: async (page) => document(await kitHead(page), elements(page, ' content-src=/job.json')),
  },
  'kit-prerendered': {
    title: 'the kit with the words of the job built in, as HTML made ahead',
    ...KIT,
    isPrerendered: true,
    find: { ...KIT_FIND, insight: 'li:has(> .choice :checked) > .insight' },
    files: (name) => kitWithJob(PAGES[name].reasons),
    page: async (page) => document(script('/kit/embed.js'), await madeAhead(page)),
  },
  webawesome: {
    title: 'Web Awesome by hand',
    ...handmade('webawesome', sections, { host: '.checklist', box: 'wa-checkbox', insight: '.insight' }),
  },
  surveyjs: {
    title: 'SurveyJS',
    ...handmade('surveyjs', sections, { host: '.checklist', box: 'input[type=checkbox]', insight: '.insight' }),
  },
};
