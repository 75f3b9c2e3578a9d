import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { BUILT_IN, DEFAULT_LOCALE, nearestLocale } from '../content/built-in.js';
import {
  ATTRIBUTES,
  checkSnippet,
  createSnippet,
  crisisFallback,
  ELEMENTS,
  formLabels,
  LEAD_ATTRIBUTES,
  SNIPPET_LEAD_WAYS,
  SNIPPET_TARGETS,
  TOKENS,
  type IntegrityHashes,
  type PreloadFiles,
  type SnippetIssue,
  type SnippetLeadWay,
  type SnippetOptions,
  type SnippetTarget,
} from '../snippet/snippet.js';
import type { Console } from './run.js';

/** Options of their own; attributes and tokens of the kit are options by their name too. */
const OWN = {
  element: { type: 'string', multiple: true },
  target: { type: 'string' },
  'script-url': { type: 'string' },
  lead: { type: 'string' },
  'lead-form': { type: 'string' },
  name: { type: 'string' },
  after: { type: 'string' },
  fallback: { type: 'string' },
  preload: { type: 'boolean' },
  integrity: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;
const attributeNames = Object.keys(ATTRIBUTES).filter((name) => !LEAD_ATTRIBUTES.includes(name));
const tokenOptions = Object.keys(TOKENS).map((name) => name.slice(2));

const valuesOf = (name: string): string => (ATTRIBUTES[name]?.values ?? []).join(' | ') || 'TEXT';

const HELP = `Usage:
  failed-intervention-guide snippet --element TAG… --target TARGET --script-url ADDRESS [OPTIONS]

Prints what to paste, and on the error output what to know about it. Sends and stores nothing.

--element TAG      one or more of ${Object.keys(ELEMENTS).join(', ')}
--target TARGET    ${SNIPPET_TARGETS.join(', ')}
--script-url URL   where embed.js is on your site: https://… or a path; not for react, vue,
                   wordpress-block and wordpress-shortcode
--lead WAY         how a request for the center gets there: ${SNIPPET_LEAD_WAYS.join(', ')}
--lead-form SEL    with --lead form: the form on the page, such as "#contact-form"
--name NAME        with --lead inside: name of the summary in the form around
--after SEL        with the target tag-manager: what the elements come after
--fallback TEXT    words between the tags; left out, the crisis lines of the region
--preload          with the target html: lines that let the browser ask at once for all that the first
                   element needs; they belong to this version of the kit
--integrity        hashes, so that the browser runs the files of this version and no others; not for
                   react, vue, tag-manager, wordpress-block and wordpress-shortcode
--json             parts and warnings as JSON

Attributes, for every element that takes them:
${attributeNames.map((name) => `--${name} ${valuesOf(name)}`).join('\n')}

Tokens:
${tokenOptions.map((name) => `--${name} VALUE`).join('\n')}

Exit code: 0 when there is a snippet, warnings included, 1 when there can be none, 2 when the command was not understood.`;

/** Prints a snippet. Gives the exit code. */
export async function snippet(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  let values;
  try {
    const text = Object.fromEntries([...attributeNames, ...tokenOptions].map((name) => [name, { type: 'string' }]));
    ({ values } = parseArgs({ args: [...args], options: { ...(text as Record<string, { type: 'string' }>), ...OWN } }));
  } catch (error) {
    console.err(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  const given = values as Given;
  if (given.help) {
    console.out(HELP);
    return 0;
  }
  const target = given.target ?? 'html';
  const options = await optionsOf(given);
  const issues = checkSnippet(options, target as SnippetTarget);
  if (issues.length) {
    console.err(issues.map((issue) => `${optionOf(issue)}: ${issue.text}`).join('\n'));
    return 1;
  }
  const { parts, warnings } = createSnippet(options, target as SnippetTarget);
  if (given.json) {
    console.out(JSON.stringify({ parts, warnings }, null, 2));
    return 0;
  }
  const titled = parts.map(({ title, code }) => (parts.length > 1 ? `── ${title}\n\n${code}` : code));
  console.out(titled.join('\n\n'));
  if (warnings.length) console.err(warnings.map(({ id, text }) => `${id}: ${text}`).join('\n'));
  return 0;
}

interface Given extends Readonly<Record<string, string | boolean | readonly string[] | undefined>> {
  readonly element?: readonly string[];
  readonly target?: string;
  readonly 'script-url'?: string;
  readonly lead?: string;
  readonly 'lead-form'?: string;
  readonly name?: string;
  readonly after?: string;
  readonly fallback?: string;
  readonly preload?: boolean;
  readonly integrity?: boolean;
  readonly json?: boolean;
  readonly help?: boolean;
}

async function optionsOf(given: Given): Promise<SnippetOptions> {
  const picked = (names: readonly string[], prefix = '') =>
    Object.fromEntries(
      names.flatMap((name): [string, string][] => {
        const value = given[name];
        return typeof value === 'string' ? [[prefix + name, value]] : [];
      }),
    );
  const attributes = picked(attributeNames);
  const words = BUILT_IN[nearestLocale(attributes.locale ?? '') ?? DEFAULT_LOCALE];
  const core = (await words?.core())?.default.core;
  const contact = (await words?.contact())?.default.contact;
  return {
    elements: given.element ?? [],
    scriptUrl: given['script-url'],
    attributes,
    tokens: picked(tokenOptions, '--'),
    lead: {
      way: (given.lead ?? 'none') as SnippetLeadWay,
      form: given['lead-form'],
      name: given.name,
      labels: contact && formLabels(contact),
    },
    fallback: given.fallback ?? (core && crisisFallback(core, attributes.region ?? '')),
    preload: given.preload ? (ofBuild('preload') as PreloadFiles) : undefined,
    integrity: given.integrity ? (ofBuild('integrity') as IntegrityHashes) : undefined,
    after: given.after,
  };
}

/** What the build of this package found. */
const ofBuild = (name: string): unknown =>
  createRequire(import.meta.url)(`failed-intervention-guide/${name}.json`) as unknown;

/** The option that an issue is about, as it is typed. */
function optionOf({ field }: SnippetIssue): string {
  const own: Readonly<Record<string, string>> = {
    elements: '--element',
    scriptUrl: '--script-url',
    'lead.way': '--lead',
    'lead.form': '--lead-form',
    'lead.name': '--name',
  };
  return (
    own[field] ??
    field
      .replace(/^attributes\./, '--')
      .replace(/^tokens\./, '')
      .replace(/^(?!-)/, '--')
  );
}
