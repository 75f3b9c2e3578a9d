/** What the snippet tests share: options to start from, and ways to read a snippet back as its language would. */
import fc from 'fast-check';
import { parseFragment, type ChildNode, type Element, type ParentNode } from 'parse5';
import { createSnippet, type SnippetOptions, type SnippetTarget } from '../../../src/snippet/snippet.js';

export const OPTIONS: SnippetOptions = {
  elements: ['failed-intervention-guide'],
  scriptUrl: 'https://www.example.org/kit/embed.js',
  attributes: { region: 'US' },
  fallback: 'In danger? Call your local emergency number.',
};

/** All six facts about a center. */
export const CENTER = {
  'sponsor-name': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-phone': '555-0142',
  'sponsor-license': 'CH-DEMO-0417 (Ohio)',
  'sponsor-paid-by': 'Cedar Hollow Recovery Center, Inc.',
  'sponsor-privacy-url': 'https://cedar-hollow.example/privacy',
  'sponsor-health-data-url': 'https://cedar-hollow.example/health-data',
};

/** The code of the first part in that language. */
export function codeOf(options: SnippetOptions, target: SnippetTarget, language: string): string {
  const { parts } = createSnippet(options, target);
  const part = parts.find((one) => one.language === language);
  if (!part) throw new Error(`${target} has no part in ${language}; it has ${parts.map((p) => p.language).join()}.`);
  return part.code;
}

/** Text that means something in HTML, JSX, Vue, PHP, shortcodes, block comments or a tag manager, and plain text. */
export const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'"\'`<>&;{}[]()/\\$#=-!?*%@ '.split('')) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '</script>',
          '<script>alert(1)</script>',
          '</style>',
          '<!-- /wp:html -->',
          '-->',
          '<!--',
          '[gallery]',
          '[/failed_intervention_guide]',
          '{{7*7}}',
          '${alert(1)}',
          '"; alert(1); "',
          "'; system('ls'); '",
          '?>',
          '<?php',
          '&quot;',
          '&amp;lt;',
          '&#123;',
          ' onload=alert(1) ',
          'javascript:alert(1)',
          '😀',
          'ñ',
        ),
      },
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((pieces) => pieces.join('').replaceAll(/[\p{Cc}\u2028\u2029]|\p{Cs}/gu, ''))
  .filter((text) => text.trim() !== '');

/** Every element of a piece of HTML, as a browser reads it. */
export function elementsIn(html: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: ChildNode | ParentNode): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parseFragment(html));
  return found;
}

export const tagsIn = (html: string): readonly string[] => elementsIn(html).map(({ tagName }) => tagName);

export function attributesIn(html: string, tag: string): Readonly<Record<string, string>> {
  const found = elementsIn(html).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`There is no <${tag}> in ${html}`);
  return Object.fromEntries(found.attrs.map(({ name, value }) => [name, value]));
}

export function textIn(html: string, tag: string): string {
  const text = (node: ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '';
  const found = elementsIn(html).find(({ tagName }) => tagName === tag);
  return found ? text(found) : '';
}

/** A block of WordPress: a comment that begins it, with its settings as JSON, and a comment that ends it. */
export interface Block {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly blocks: Block[];
  /** What stands between the comments, blocks inside apart. */
  html: string;
}

/** Reads a post as WordPress does: the block comments alone part it, wherever they stand. */
export function blocksIn(post: string): { readonly blocks: readonly Block[]; readonly html: string } {
  const top: Block = { name: '', settings: {}, blocks: [], html: '' };
  const open = [top];
  let read = 0;
  const inner = () => open.at(-1) ?? top;
  for (const found of post.matchAll(/<!--\s+(\/)?wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)\s+(\{.*?\}\s+)?(\/)?-->/gs)) {
    const [whole, isEnd, name = '', settings = '{}', isAlone] = found;
    inner().html += post.slice(read, found.index);
    read = found.index + whole.length;
    if (isEnd) {
      const ended = open.pop();
      if (ended?.name !== name) throw new Error(`"${name}" ends where "${ended?.name ?? 'nothing'}" is open.`);
      continue;
    }
    const block: Block = { name, settings: JSON.parse(settings), blocks: [], html: '' };
    inner().blocks.push(block);
    if (!isAlone) open.push(block);
  }
  top.html += post.slice(read);
  if (open.length > 1) throw new Error(`"${inner().name}" is never ended.`);
  return top;
}
