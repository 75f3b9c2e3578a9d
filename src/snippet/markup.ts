import type { SnippetNode } from './tree.js';

/** How a language writes attributes and text. */
export interface MarkupSyntax {
  /** One attribute, name and value. */
  readonly attribute: (name: string, value: string, tag: string) => string;
  /** Text between tags. */
  readonly text: (text: string) => string;
  /** The name of an element, when it is not its tag. */
  readonly name?: (tag: string) => string;
}

const MOST = 110;
const VOID = new Set(['input']);
/** Elements whose children stand in the line they are in. */
const INLINE = new Set(['p', 'label', 'button', 'a']);

/** Nodes with one element a line, indented. */
export function writeMarkup(nodes: readonly SnippetNode[], syntax: MarkupSyntax, indent = ''): string {
  return nodes.map((node) => indent + write(node, syntax, indent)).join('\n');
}

/** Nodes in a single line, for editors that make a paragraph of every line. */
export function writeLine(nodes: readonly (SnippetNode | string)[], syntax: MarkupSyntax): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return syntax.text(node);
      const open = `<${[nameOf(node, syntax), ...attributesOf(node, syntax)].join(' ')}`;
      return VOID.has(node.tag)
        ? `${open} />`
        : `${open}>${writeLine(node.children, syntax)}</${nameOf(node, syntax)}>`;
    })
    .join('');
}

const nameOf = ({ tag }: SnippetNode, { name }: MarkupSyntax): string => name?.(tag) ?? tag;
const attributesOf = ({ tag, attributes }: SnippetNode, syntax: MarkupSyntax): readonly string[] =>
  attributes.map(([name, value]) => syntax.attribute(name, value, tag));

function write(node: SnippetNode, syntax: MarkupSyntax, indent: string): string {
  if (INLINE.has(node.tag) || VOID.has(node.tag)) return writeLine([node], syntax);
  const name = nameOf(node, syntax);
  const attributes = attributesOf(node, syntax);
  const short = `<${[name, ...attributes].join(' ')}>`;
  const open =
    indent.length + short.length <= MOST
      ? short
      : `<${name}\n${attributes.map((one) => `${indent}  ${one}`).join('\n')}\n${indent}>`;
  if (!node.children.length) return `${open}</${name}>`;
  const inside = node.children.map((child) =>
    typeof child === 'string'
      ? `${indent}  ${syntax.text(child)}`
      : `${indent}  ${write(child, syntax, `${indent}  `)}`,
  );
  return `${open}\n${inside.join('\n')}\n${indent}</${name}>`;
}
