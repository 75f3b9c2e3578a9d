import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CompileResult } from '../content/compile/compile.js';
import { compileFolder, readSourceFolder } from '../content/compile/folder.js';
import { countIssues, formatIssues, isError, type ContentIssue } from '../content/compile/issue.js';
import { readSource } from '../content/compile/read.js';
import { readingReport } from '../content/lint/reading.js';
import { prerenderCommand } from './prerender.js';
import { snippet } from './snippet.js';
import { tokensToCss } from './token-css.js';

const HELP = `Usage:
  failed-intervention-guide check FOLDER… [--json | --reading] [--date DAY]
  failed-intervention-guide build FOLDER --out FILE [--whole] [--date DAY]
  failed-intervention-guide tokens FILE [--out FILE]
  failed-intervention-guide snippet --element TAG… --target TARGET [OPTIONS]
  failed-intervention-guide prerender --element TAG… [OPTIONS]

check   says everything that is wrong with content folders, or with all in a folder of them: file, line, and what to do;
        --reading adds how hard the screens are to read
build   compiles one to a bundle (JSON) for the attribute content-src; of a folder that extends a built-in language, to an
        overlay with its changes only, or with --whole to a bundle that has all
tokens  makes a style sheet of design tokens (JSON in the W3C format), such as an edited copy of design-tokens.json of this
        package; without --out it is printed
snippet prints what to paste into a page, WordPress, React, Vue or a tag manager; "snippet --help" lists its options
prerender prints elements as HTML that is there before any script, and without one; "prerender --help" lists its options

--date  holds review dates against that day, as 2026-11-25, instead of today

Exit code: 0 when all is well, warnings and hints included, 1 when the content or the tokens have problems, 2 when the
command was not understood.`;

export interface Console {
  out(text: string): void;
  err(text: string): void;
}

interface Options {
  readonly json?: boolean;
  readonly reading?: boolean;
  readonly out?: string;
  readonly whole?: boolean;
  readonly date?: string;
}

/** Runs the command line. Gives the exit code. */
export async function run(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  if (args[0] === 'snippet') return snippet(args.slice(1), console);
  if (args[0] === 'prerender') return prerenderCommand(args.slice(1), console);
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        reading: { type: 'boolean' },
        out: { type: 'string' },
        whole: { type: 'boolean' },
        date: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    console.err(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, ...folders] = positionals;
  if (values.help) {
    console.out(HELP);
    return 0;
  }
  const lack = missing(command, folders, values);
  if (lack) {
    console.err(`${lack}\n\n${HELP}`);
    return 2;
  }
  try {
    if (command === 'tokens') return await tokens(folders[0] ?? '', values, console);
    return await (command === 'build' ? build(folders[0] ?? '', values, console) : check(folders, values, console));
  } catch (error) {
    console.err((error as Error).message);
    return 1;
  }
}

/** What the command line lacks, as a sentence. */
function missing(command: string | undefined, folders: readonly string[], options: Options): string | undefined {
  const { json, reading, out, whole, date } = options;
  const [folder, ...more] = folders;
  if (command === 'tokens') {
    if (folders.length !== 1) return 'Say which token file, and only one.';
    return json || reading || whole || date !== undefined ? 'With tokens, use no option but --out.' : undefined;
  }
  if (command !== 'check' && command !== 'build') return `There is no command "${command ?? ''}".`;
  if (!folder) return 'Say which folder.';
  if (command === 'build' && more.length) return `One folder at a time: "${more.join(' ')}" is too much.`;
  if (command === 'build' && !out) return 'Say where to write the bundle: --out FILE.';
  if (command === 'check' && whole) return 'Use --whole with build: check looks at all there is.';
  if (json && reading) return 'Use --json or --reading, not both.';
  if (date !== undefined && !isDay(date)) return `Write the day for --date as 2026-11-25: "${date}" is none.`;
  return undefined;
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

async function build(folder: string, { out = '', whole, date }: Options, console: Console): Promise<0 | 1> {
  const { bundle, overlay, issues } = await compileFolder(folder, { today: date });
  if (!bundle) {
    console.err(formatIssues(issues));
    return 1;
  }
  await mkdir(dirname(out), { recursive: true });
  const changes = whole ? undefined : overlay;
  await writeFile(out, `${JSON.stringify(changes ?? bundle)}\n`);
  const what = changes ? `, changes to the built-in "${changes.extends}"` : '';
  console.out(`Wrote ${out}: ${bundle.locale}, version ${bundle.contentVersion}${what}.${alsoFound(issues)}`);
  return 0;
}

async function tokens(file: string, { out }: Options, console: Console): Promise<0 | 1> {
  const { css, count, errors, hints } = tokensToCss(await readFile(file, 'utf8'));
  for (const line of [...errors, ...hints]) console.err(`${file}: ${line}`);
  if (css === undefined) return 1;
  if (out === undefined) {
    console.out(css.trimEnd());
    return 0;
  }
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, css);
  console.out(
    `Wrote ${out}: ${count === 1 ? '1 token' : `${count} tokens`}. Link it on the page, after its other styles.`,
  );
  return 0;
}

async function check(given: readonly string[], { json, reading, date }: Options, console: Console): Promise<0 | 1> {
  const folders = (await Promise.all(given.map(contentFoldersIn))).flat();
  const results: Checked[] = [];
  for (const folder of folders) results.push({ folder, ...(await compileFolder(folder, { today: date })) });
  // Of several, each issue has to say which one it is in.
  const named = folders.length > 1 ? results.map(withFolderName) : results;
  if (json) {
    console.out(
      JSON.stringify(
        named.flatMap(({ issues }) => issues),
        null,
        2,
      ),
    );
  } else {
    for (const [index, result] of named.entries()) {
      const gap = index ? '\n' : '';
      say(result, folders.length > 1 ? result.folder : 'the content', gap, console);
      if (reading) console.out(await readingOf(result.folder));
    }
  }
  return results.some(({ issues }) => issues.some(isError)) ? 1 : 0;
}

interface Checked extends CompileResult {
  readonly folder: string;
}

const withFolderName = ({ folder, issues, ...rest }: Checked): Checked => ({
  ...rest,
  folder,
  issues: issues.map((issue): ContentIssue => ({ ...issue, file: `${folder}/${issue.file}` })),
});

function say({ folder, bundle, issues }: Checked, where: string, gap: string, console: Console): void {
  const found = issues.length ? formatIssues(issues, where) : '';
  if (bundle) {
    const well = `No problems in ${folder}: ${bundle.locale}, version ${bundle.contentVersion}.`;
    console.out(gap + [found, well].filter(Boolean).join('\n\n'));
  } else console.err(gap + found);
}

const alsoFound = (issues: readonly ContentIssue[]): string =>
  issues.length ? ` There is something to mend (${countIssues(issues)}): see "check".` : '';

/** The folder itself, or the folders in it when it holds one for each language. */
async function contentFoldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const inner = folders.map(({ name }) => join(folder, name)).sort();
  const isContent = async (path: string) =>
    (await stat(join(path, 'bundle.yaml')).catch(() => undefined)) !== undefined;
  if (await isContent(folder)) return [folder];
  return (await Promise.all(inner.map(isContent))).includes(true) ? inner : [folder];
}

async function readingOf(folder: string): Promise<string> {
  const report = readingReport(readSource(await readSourceFolder(folder), []));
  if (!report) return `Reading level of ${folder}: there is no measure for its language.`;
  const { measure, screens, median, worst } = report;
  const hardest = worst.map(({ name, score }) => `  ${score.toFixed(1).padStart(5)}  ${name}`);
  return [
    `Reading level of ${folder} (${measure}): ${screens} screens, median ${median.toFixed(1)}. The hardest:`,
    ...hardest,
  ].join('\n');
}
