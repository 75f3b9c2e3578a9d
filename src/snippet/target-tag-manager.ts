import { inScript } from './escape.js';
import { oldLeadListener } from './lead-script.js';
import type { SnippetOptions, SnippetPart } from './options.js';
import { leadParts } from './target-html.js';
import { elementNodes, tokensOf, type SnippetNode } from './tree.js';

export const DEFAULT_AFTER = 'h1';

/**
 * A tag of the kind "Custom HTML". Tag managers drop `type="module"`, run the code late, and may run it again, so a
 * script of the old kind adds everything, once. Tokens are set by script, which no policy on styles forbids.
 */
export function tagManagerParts(options: SnippetOptions): readonly SnippetPart[] {
  const { scriptUrl = '', after = '', lead } = options;
  const nodes = elementNodes(options).map((node) => `      ${makeCall(node)}`);
  const code = `<script>
(function () {
  var script = ${inScript(scriptUrl)};
  var place = ${inScript(after || DEFAULT_AFTER)};
  var mark = 'data-fig-snippet';

  function make(tag, attributes, children) {
    var node = document.createElement(tag);
    for (var name in attributes) node.setAttribute(name, attributes[name]);
    for (var i = 0; i < children.length; i += 1) {
      var child = children[i];
      node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
    }
    return node;
  }

  function start() {
    if (document.querySelector('div[' + mark + ']')) return; // the tag ran before
    var before = document.querySelector(place);
    if (!before) {
      console.warn('failed-intervention-guide: nothing on this page fits ' + place);
      return;
    }
    var box = make('div', {}, [
${nodes.join(',\n')}
    ]);
    box.setAttribute(mark, '');
${tokenLines(options)}    before.parentNode.insertBefore(box, before.nextSibling);
    if (document.querySelector('script[' + mark + ']')) return;
    var loader = document.createElement('script');
    loader.type = 'module';
    loader.src = script;
    loader.setAttribute(mark, '');
    document.head.appendChild(loader);${lead?.way === 'event' ? `\n${indented(oldLeadListener())}` : ''}
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
</script>`;
  return [
    { title: 'Into a tag of the kind Custom HTML, fired on "DOM Ready" of the page', language: 'html', code },
    ...(lead?.way === 'form' ? leadParts(options) : []),
  ];
}

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ');

const tokenLines = (options: SnippetOptions): string =>
  tokensOf(options)
    .map(([name, value]) => `    box.style.setProperty(${inScript(name)}, ${inScript(value)});\n`)
    .join('');

function makeCall({ tag, attributes, children }: SnippetNode): string {
  const pairs = attributes.map(([name, value]) => `${inScript(name)}: ${inScript(value)}`).join(', ');
  const inside = children.map((child) => (typeof child === 'string' ? inScript(child) : makeCall(child))).join(', ');
  // A space between brackets: two in a row stand for a variable of the tag manager.
  return `make(${inScript(tag)}, ${pairs ? `{ ${pairs} }` : '{}'}, [${inside}])`;
}
