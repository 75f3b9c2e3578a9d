import { Lexer, type Token, type Tokens } from 'marked';
import { isSafeHref, type Block, type Inline, type Place, type RichText } from '../rich-text.js';
import type { Report } from './source-file.js';

/**
 * Longest text handed to the Markdown reader, in characters, and most markers in it. The reader takes more than
 * linear time on some hostile inputs (marked 18: `**_* ` or `_a!` repeated); no entry comes near these limits.
 */
const MAX_TEXT = 4000;
const MAX_MARKERS = 200;
const MARKER = /[*_>~`[\]<]/g;

const PLACE = /\{([^{}\s]{1,40})\}/g;
const KNOWN_PLACE = /^(?:emergency|locator|line:(?:emergency|suicide|poison|violence|child|family|treatment))$/;
const HTML_ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\da-z]{1,30});/i;

interface Cursor {
  readonly report: Report;
  readonly path: string;
  /** Line of the token being read. */
  line: number;
}

/** Reads a section of paragraphs and lists. Nothing is passed on that the tree has no kind for. */
export function readRichText(text: string, line: number, path: string, report: Report): RichText {
  const blocks: Block[] = [];
  eachBlock(text, line, path, report, (token, cursor) => {
    if (token.type === 'paragraph') {
      blocks.push({ kind: 'p', children: readInline((token as Tokens.Paragraph).tokens, cursor) });
    } else if (token.type === 'list') {
      const list = token as Tokens.List;
      blocks.push({ kind: list.ordered ? 'ol' : 'ul', items: readItems(list, cursor) });
    } else notAllowed(token, cursor);
  });
  return blocks;
}

/** Reads a section that is one Markdown list. */
export function readLines(text: string, line: number, path: string, report: Report): readonly (readonly Inline[])[] {
  const items: (readonly Inline[])[] = [];
  eachBlock(text, line, path, report, (token, cursor) => {
    if (token.type === 'list') items.push(...readItems(token as Tokens.List, cursor));
    else if (token.type === 'paragraph') {
      report('markdown-not-allowed', cursor.line, path, 'This field is a list.', 'Begin each line with "- ".');
    } else notAllowed(token, cursor);
  });
  return items;
}

function eachBlock(
  text: string,
  line: number,
  path: string,
  report: Report,
  read: (token: Token, cursor: Cursor) => void,
): void {
  const tokens = lex(text);
  if (!tokens) {
    report(
      'markdown-not-allowed',
      line,
      path,
      'This text is too long or too deeply marked up to be read.',
      `Keep a section under ${MAX_TEXT} characters, in plain paragraphs.`,
    );
    return;
  }
  const cursor: Cursor = { report, path, line };
  for (const token of tokens) {
    cursor.line = line + countLines(leadingBlankLines(token.raw));
    if (token.type !== 'space') read(token, cursor);
    line += countLines(token.raw);
  }
}

/** The blocks of a text; nothing when it is too long or too deep to read. */
function lex(text: string): readonly Token[] | undefined {
  if (text.length > MAX_TEXT || (text.match(MARKER)?.length ?? 0) > MAX_MARKERS) return undefined;
  try {
    return new Lexer({ gfm: true }).lex(text);
  } catch {
    return undefined; // lists in lists in lists overflow the stack
  }
}

const countLines = (raw: string) => raw.split('\n').length - 1;
const leadingBlankLines = (raw: string) => /^\n*/.exec(raw)?.[0] ?? '';

function readItems({ items }: Tokens.List, cursor: Cursor): (readonly Inline[])[] {
  let { line } = cursor;
  return items.map((item) => {
    const inline: Inline[] = [];
    let tokenLine = line;
    for (const token of item.tokens) {
      cursor.line = tokenLine;
      if (token.type === 'text' || token.type === 'paragraph') {
        inline.push(...readInline((token as Tokens.Text).tokens ?? [], cursor));
      } else if (token.type !== 'space') notAllowed(token, cursor);
      tokenLine += countLines(token.raw);
    }
    line += countLines(item.raw);
    return inline;
  });
}

function readInline(tokens: readonly Token[], cursor: Cursor): Inline[] {
  const nodes: Inline[] = [];
  for (const token of tokens) {
    const { line } = cursor;
    switch (token.type) {
      case 'text':
      case 'escape':
        nodes.push(...readWords(token as Tokens.Text, cursor));
        break;
      case 'em':
      case 'strong':
        nodes.push({ kind: token.type, children: readInline((token as Tokens.Em).tokens, cursor) });
        break;
      case 'link':
        nodes.push(...readLink(token as Tokens.Link, cursor));
        break;
      case 'br':
        nodes.push(' ');
        break;
      default:
        notAllowed(token, cursor);
    }
    cursor.line = line + countLines(token.raw);
  }
  return joinWords(nodes);
}

function readLink({ href, tokens }: Tokens.Link, cursor: Cursor): Inline[] {
  const children = readInline(tokens, { ...cursor });
  if (isSafeHref(href)) return [{ kind: 'link', href, children }];
  cursor.report(
    'unsafe-link',
    cursor.line,
    cursor.path,
    `The link to "${href.slice(0, 60)}" is not allowed.`,
    'Links begin with https://, mailto:, tel:, sms: or # and hold no spaces or hidden characters.',
  );
  return children;
}

/** Words, with `{places}` taken out of them. A line break inside a paragraph is a space. */
function readWords({ raw, text }: Tokens.Text, { report, path, line }: Cursor): Inline[] {
  const lineAt = (before: string) => line + countLines(before);
  // marked turns some entities into characters, so what was typed is looked at
  const entity = HTML_ENTITY.exec(raw);
  if (entity) {
    report(
      'raw-html',
      lineAt(raw.slice(0, entity.index)),
      path,
      `"${entity[0]}" is HTML, which is never passed on.`,
      'Type the character itself.',
    );
  }
  const nodes: Inline[] = [];
  let last = 0;
  for (const match of text.matchAll(PLACE)) {
    const name = match[1] ?? '';
    if (!KNOWN_PLACE.test(name)) {
      report(
        'unknown-place',
        lineAt(text.slice(0, match.index)),
        path,
        `Nothing can be filled in for {${name}}.`,
        'Use {emergency}, {locator} or {line:KIND}, with a kind of crisis line such as {line:treatment}.',
      );
      continue;
    }
    nodes.push(text.slice(last, match.index), { kind: 'place', place: name as Place });
    last = match.index + match[0].length;
  }
  nodes.push(text.slice(last));
  return nodes.map((node) => (typeof node === 'string' ? node.replace(/\s*\n\s*/g, ' ') : node));
}

/** Neighboring strings as one, empty ones dropped. */
function joinWords(nodes: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node === '') continue;
    if (typeof node === 'string' && typeof last === 'string') joined[joined.length - 1] = last + node;
    else joined.push(node);
  }
  return joined;
}

const NAMES: Readonly<Record<string, string>> = {
  blockquote: 'A quote',
  code: 'Code',
  codespan: 'Code',
  def: 'A link definition',
  del: 'Struck-out text',
  heading: 'A heading',
  hr: 'A rule',
  image: 'An image',
  list: 'A list in a list',
  table: 'A table',
};

function notAllowed(token: Token, { report, path, line }: Cursor): void {
  if (token.type === 'html') {
    report(
      'raw-html',
      line,
      path,
      `"${token.raw.trim().slice(0, 60)}" is raw HTML, which is never passed on.`,
      'Take the tag out. For emphasis write *so* or **so**; for a link write [words](https://…).',
    );
    return;
  }
  report(
    'markdown-not-allowed',
    line,
    path,
    `${NAMES[token.type] ?? `"${token.type}"`} can't be used here.`,
    'Use paragraphs, flat lists, *emphasis*, **strong** and [links](https://…).',
  );
}
