import { takesLead } from './check.js';
import { tokenRule } from './css.js';
import { ATTRIBUTES, ELEMENTS } from './facts.js';
import { sendLead } from './lead-script.js';
import { writeMarkup, type MarkupSyntax } from './markup.js';
import { INSTALL, PACKAGE } from './npm-package.js';
import type { SnippetOptions, SnippetPart } from './options.js';
import { leadParts } from './target-html.js';
import { elementNodes } from './tree.js';

/** Anything that JSX might read as something else stands in `{"…"}`. */
const isPlain = (text: string): boolean => /^[^{}<>&"\\\u00a0]*$/.test(text);

const jsx = (options: SnippetOptions): MarkupSyntax => ({
  attribute: (name, value, tag) => {
    const prop = Object.hasOwn(ELEMENTS, tag) ? (ATTRIBUTES[name]?.property ?? name) : name;
    // The wrappers name events as props, which a tree of attributes has no place for.
    const listener = options.lead?.way === 'event' && name === 'lead' ? ' onFigLead={onLead}' : '';
    return (isPlain(value) ? `${prop}="${value}"` : `${prop}={${JSON.stringify(value)}}`) + listener;
  },
  text: (text) => (isPlain(text) ? text : `{${JSON.stringify(text)}}`),
  name: (tag) => ELEMENTS[tag]?.className ?? tag,
});

/** A component for React 19, with the typed wrappers of the package. */
export function reactParts(options: SnippetOptions): readonly SnippetPart[] {
  const names = options.elements.map((tag) => ELEMENTS[tag]?.className ?? tag).sort();
  const hasListener = options.lead?.way === 'event' && options.elements.some(takesLead);
  const css = tokenRule(options);
  const nodes = elementNodes(options);
  const inside = writeMarkup(nodes, jsx(options), nodes.length > 1 ? '      ' : '    ');
  const imports = [
    ...(hasListener ? [`import type { FigLeadEvent } from '${PACKAGE}';`] : []),
    `import { ${names.join(', ')} } from '${PACKAGE}/react';`,
    ...(css ? [`import './family-guide.css';`] : []),
  ];
  const code = [
    imports.join('\n'),
    ...(hasListener ? [ON_LEAD] : []),
    `export function FamilyGuide() {\n  return (\n${nodes.length > 1 ? `    <>\n${inside}\n    </>` : inside}\n  );\n}`,
  ].join('\n\n');
  return [
    INSTALL,
    { title: 'FamilyGuide.tsx', language: 'tsx', code },
    ...(css ? [{ title: 'family-guide.css', language: 'css' as const, code: css }] : []),
    ...(options.lead?.way === 'form' ? leadParts(options) : []),
  ];
}

const ON_LEAD = `function onLead(event: FigLeadEvent) {
  event.respondWith(sendLead(event.detail));
}

${sendLead({ types: true })}`;
