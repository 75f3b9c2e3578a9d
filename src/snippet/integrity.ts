import { inHtml } from './escape.js';
import type { SnippetOptions, SnippetPart } from './options.js';

/** What a `<script>` or a `<link>` has to say so that the browser holds a file of the kit against its hash. */
export function integrityOf({ integrity }: SnippetOptions, file: string): string {
  const hash = integrity?.[file];
  return hash ? ` integrity="${inHtml(hash)}" crossorigin="anonymous"` : '';
}

/** Address of a file that lies beside `embed.js`. */
export const besideScript = ({ scriptUrl = '' }: SnippetOptions, file: string): string =>
  file === 'embed.js' ? scriptUrl : scriptUrl.replace(/[?#].*$/s, '').replace(/[^/]*$/, '') + file;

/** What the script loads later has no tag that could hold a hash, so an import map holds them all. */
export function integrityParts(options: SnippetOptions): readonly SnippetPart[] {
  const { integrity = {} } = options;
  const hashes = Object.entries(integrity).filter(([file]) => file.endsWith('.js'));
  if (!hashes.length) return [];
  const map = { integrity: Object.fromEntries(hashes.map(([file, hash]) => [besideScript(options, file), hash])) };
  const json = JSON.stringify(map, null, 1).replaceAll('<', '\\u003c');
  return [
    {
      title: 'Before every script of the page, at most one import map: hashes of all that the script loads',
      language: 'html',
      code: `<script type="importmap">\n${json}\n</script>`,
    },
  ];
}
