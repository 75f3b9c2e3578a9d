import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { compileFolder } from '../content/compile/folder.js';
import { formatIssues } from '../content/compile/issue.js';

const HELP = `Usage:
  failed-intervention-guide check FOLDER [--json]
  failed-intervention-guide build FOLDER --out FILE

check   says everything that is wrong with a content folder: file, line, and what to do
build   compiles it to a bundle (JSON) for the attribute content-src

Exit code: 0 when all is well, 1 when the content has problems, 2 when the command was not understood.`;

export interface Console {
  out(text: string): void;
  err(text: string): void;
}

/** Runs the command line. Gives the exit code. */
export async function run(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    console.err(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const { values, positionals } = parsed;
  const [command, folder] = positionals;
  if (values.help) {
    console.out(HELP);
    return 0;
  }
  const lack = missing(positionals, values.out);
  if (lack || !folder) {
    console.err(`${lack}\n\n${HELP}`);
    return 2;
  }
  try {
    const { bundle, issues } = await compileFolder(folder);
    if (!bundle) {
      if (values.json) console.out(JSON.stringify(issues, null, 2));
      else console.err(formatIssues(issues));
      return 1;
    }
    if (command === 'build' && values.out) {
      await mkdir(dirname(values.out), { recursive: true });
      await writeFile(values.out, `${JSON.stringify(bundle)}\n`);
      console.out(`Wrote ${values.out}: ${bundle.locale}, version ${bundle.contentVersion}.`);
    } else if (values.json) console.out('[]');
    else console.out(`No problems in ${folder}: ${bundle.locale}, version ${bundle.contentVersion}.`);
    return 0;
  } catch (error) {
    console.err((error as Error).message);
    return 1;
  }
}

/** What the command line lacks, as a sentence. */
function missing([command, folder, ...more]: readonly string[], out: string | undefined): string | undefined {
  if (command !== 'check' && command !== 'build') return `There is no command "${command ?? ''}".`;
  if (!folder) return 'Say which folder.';
  if (more.length) return `One folder at a time: "${more.join(' ')}" is too much.`;
  if (command === 'build' && !out) return 'Say where to write the bundle: --out FILE.';
  return undefined;
}
