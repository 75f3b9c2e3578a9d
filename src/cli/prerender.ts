import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bundle } from '../content/schema.js';
import type { PrerenderOptions, PrerenderTag } from '../prerender/prerender.js';
import type { Console } from './run.js';

const HELP = `Usage:
  failed-intervention-guide prerender --element TAG… [OPTIONS]

Prints elements as HTML: with a declarative shadow root that shows before any script, and with the words as plain HTML. The
same options give the same bytes.

--element TAG      one or more of the kit's elements, in the order they have on the page
--locale L         language of the words, such as es; left out, en
--region R         whose crisis lines to show: US, UK, CA, AU
--content FILE     a bundle or an overlay made with "build"; the page has to give the element the same one
--attr NAME=VALUE  another attribute for all of them, such as heading-level=3; as often as needed
--styles-at START  how addresses of the style sheets begin on your site, such as /assets/fig-; left out, styles stand in the
                   HTML, and the error output says their hashes for a Content-Security-Policy
--styles-dir DIR   with --styles-at: where to write the style sheets
--fallback WORDS   plain words for feeds, search engines and pages without a script: full, help, none; left out, full
--not-first        another element of the kit comes before them on the page
--date DAY         day as of which a number counts as not checked lately, as 2026-11-25; left out, none does
--out FILE         write the HTML there, and do not print it
--json             print html, head, css and hashes of each element as JSON

Exit code: 0 when there is HTML, 1 when there can be none, 2 when the command was not understood.`;

const FALLBACKS = ['full', 'help', 'none'] as const;

/** Prints elements as HTML. Gives the exit code. */
export async function prerenderCommand(args: readonly string[], console: Console): Promise<0 | 1 | 2> {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        element: { type: 'string', multiple: true },
        locale: { type: 'string' },
        region: { type: 'string' },
        content: { type: 'string' },
        attr: { type: 'string', multiple: true },
        'styles-at': { type: 'string' },
        'styles-dir': { type: 'string' },
        fallback: { type: 'string' },
        'not-first': { type: 'boolean' },
        date: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    console.err(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  if (values.help) {
    console.out(HELP);
    return 0;
  }
  const { element: tags, locale, region, content, out, json, date, fallback = 'full' } = values;
  const lack = !tags
    ? 'Say which element: --element TAG.'
    : !FALLBACKS.includes(fallback as (typeof FALLBACKS)[number])
      ? `--fallback is one of ${FALLBACKS.join(', ')}.`
      : values['styles-dir'] !== undefined && values['styles-at'] === undefined
        ? 'With --styles-dir, say where the files are on your site: --styles-at START.'
        : date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)
          ? `Write the day for --date as 2026-11-25: "${date}" is none.`
          : undefined;
  if (lack) {
    console.err(`${lack}\n\n${HELP}`);
    return 2;
  }
  try {
    // What makes HTML comes only with this command.
    const { prerender } = await import('../prerender/prerender.js');
    const bundle = content === undefined ? undefined : (JSON.parse(await readFile(content, 'utf8')) as Bundle);
    const made = [];
    for (const [index, tag] of (tags ?? []).entries()) {
      const options: PrerenderOptions = {
        tag: tag as PrerenderTag,
        attributes: attributesOf(values.attr ?? []),
        fallback: fallback as (typeof FALLBACKS)[number],
        first: !values['not-first'] && index === 0,
        ...(locale !== undefined && { locale }),
        ...(region !== undefined && { region }),
        ...(bundle && { content: bundle }),
        ...(values['styles-at'] !== undefined && { stylesAt: values['styles-at'] }),
        ...(date !== undefined && { today: date }),
      };
      made.push(await prerender(options));
    }
    const css = Object.assign({}, ...made.map((one) => one.css)) as Record<string, string>;
    const [stylesDir, stylesAt] = [values['styles-dir'], values['styles-at']];
    if (stylesDir !== undefined && stylesAt !== undefined) {
      await mkdir(stylesDir, { recursive: true });
      const start = stylesAt.split('/').at(-1) ?? '';
      for (const [name, text] of Object.entries(css)) await writeFile(join(stylesDir, `${start}${name}.css`), text);
    }
    const text = json ? JSON.stringify(made, null, 2) : made.map(({ html }) => html).join('\n');
    if (out === undefined) console.out(text);
    else {
      await mkdir(dirname(out), { recursive: true });
      await writeFile(out, `${text}\n`);
    }
    const heads = [...new Set(made.flatMap(({ head }) => head.split(/(?<=>)/)))].filter(Boolean);
    if (json) return 0;
    if (heads.length) console.err(`For the head of the page:\n${heads.join('\n')}`);
    else if (made.length) {
      console.err(
        `For style-src of a Content-Security-Policy:\n${[...new Set(made.flatMap((one) => one.hashes))].join('\n')}`,
      );
    }
    return 0;
  } catch (error) {
    console.err((error as Error).message);
    return 1;
  }
}

function attributesOf(given: readonly string[]): Record<string, string | true> {
  return Object.fromEntries(
    given.map((text): [string, string | true] => {
      const at = text.indexOf('=');
      return at < 0 ? [text, true] : [text.slice(0, at), text.slice(at + 1)];
    }),
  );
}
