/** Content files with an attack in their Markdown, their front matter, or their YAML. */
import { describe, expect, it } from 'vitest';
import { readEntry } from '../../../src/content/compile/entry.js';
import type { ContentIssue } from '../../../src/content/compile/issue.js';
import { isSafeHref, type Inline, type RichText } from '../../../src/content/rich-text.js';
import { ATTACKS, CLASSES, isMisleading } from '../../fixtures/attacks.js';
import { baseFiles, compileFiles, textOf, withTexts } from '../helpers.js';
import { tally } from './tally.js';

const FILE = 'outcomes/reconnect_first.md';
const files = await baseFiles();
const original = textOf(files, FILE);
const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(original) ?? [];

function read(text: string) {
  const issues: ContentIssue[] = [];
  const entry = readEntry({ path: FILE, bytes: new TextEncoder().encode(text) }, 'outcome', issues);
  return { entry, issues };
}

/** What must never be in a tree: another kind of node, an address that is none of ours, a hidden character. */
function wrongIn(nodes: readonly Inline[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return isMisleading(node) ? [JSON.stringify(node)] : [];
    const keys = Object.keys(node).sort().join();
    switch (node.kind) {
      case 'em':
      case 'strong':
        return [...(keys === 'children,kind' ? [] : [keys]), ...wrongIn(node.children)];
      case 'link':
        return [
          ...(keys === 'children,href,kind' && isSafeHref(node.href) ? [] : [node.href]),
          ...wrongIn(node.children),
        ];
      case 'place':
        return keys === 'kind,place' ? [] : [keys];
      default:
        return [JSON.stringify(node)];
    }
  });
}
const inlinesOf = (text: RichText) => text.flatMap((block) => (block.kind === 'p' ? [block.children] : block.items));

/** Where in a file an attack is put. */
const WAYS: Readonly<Record<string, (attack: string) => string>> = {
  'a paragraph of Markdown': (attack) => original.replace(/## why\n[\s\S]*?(?=\n## )/, () => `## why\n\n${attack}\n`),
  'a list of Markdown': (attack) =>
    original.replace(/## steps\n[\s\S]*/, () => `## steps\n\n- ${attack}\n- ${attack}\n`),
  'a value of front matter': (attack) => original.replace(/^title: .*$/m, () => `title: ${JSON.stringify(attack)}`),
  'front matter as it is': (attack) => `---\n${attack}\n${front}\n---\n${body}`,
};

describe.each(Object.entries(WAYS))('%s', (way, put) => {
  const count = tally(way);

  it.each(CLASSES)('is refused, or is only text, when it holds: %s', (name) => {
    for (const attack of ATTACKS[name] ?? []) {
      const text = put(attack);
      expect(text).not.toBe(original);
      const { entry, issues } = read(text);
      count(name, issues.length > 0);
      if (issues.length) {
        for (const { id, message } of issues) {
          expect(id).toMatch(/^[a-z-]+$/);
          expect(message.length).toBeLessThan(400);
        }
        continue;
      }
      const { why, steps, title } = entry.data as unknown as {
        why: RichText;
        steps: readonly (readonly Inline[])[];
        title: string;
      };
      expect([...inlinesOf(why), ...steps].flatMap(wrongIn)).toEqual([]);
      expect(isMisleading(title.trim())).toBe(false);
    }
    expect(({} as Record<string, unknown>).pwned).toBeUndefined();
  });
});

describe('YAML made to harm', () => {
  const ATTEMPTS: Readonly<Record<string, string>> = {
    'a billion laughs': [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
        (name, i) => `${name}: &${name} [${`*${'abcdefgh'[i] ?? ''},`.repeat(9)}]`,
      ),
    ].join('\n'),
    'an alias of itself': 'a: &a [*a]',
    'a merge of a prototype': '<<: {__proto__: {pwned: 1}}',
    'a prototype': '__proto__: {pwned: 1}',
    'a prototype in a prototype': 'constructor: {prototype: {pwned: 1}}',
    'a function': 'a: !!js/function "function(){ globalThis.pwned = 1 }"',
    'code of another language': 'a: !!python/object/apply:os.system ["true"]',
    'a tag of its own': 'a: !pwned 1',
    'binary data': 'a: !!binary aGk=',
    'a set': 'a: !!set {b, c}',
    'lists in lists without end': `a: ${'['.repeat(4000)}`,
    'objects in objects without end': `a: ${'{b: '.repeat(3000)}`,
    'a key that is a list': '? [a, b]\n: c',
    'a key twice': 'a: 1\na: 2',
    'two documents': 'a: 1\n---\nb: 2',
    'a directive': '%TAG ! tag:pwned.invalid,2000:\n---\na: 1',
    'a number without end': `a: ${'9'.repeat(9000)}`,
    'a thousand anchors': Array.from({ length: 1000 }, (_, i) => `a${i}: &a${i} x`).join('\n'),
  };
  const count = tally('YAML');

  it.each(Object.keys(ATTEMPTS))('is refused: %s', (name) => {
    const { issues } = read(`---\n${front}\n${ATTEMPTS[name] ?? ''}\n---\n${body}`);
    count('YAML', issues.length > 0);
    expect(issues.length).toBeGreaterThan(0);
    expect(({} as Record<string, unknown>).pwned).toBeUndefined();
    expect((globalThis as Record<string, unknown>).pwned).toBeUndefined();
  });
});

describe('the name of a file', () => {
  it.each([
    '../../../etc/passwd.md',
    '__proto__/a.md',
    'constructor/a.md',
    'reasons/__proto__.md',
    'reasons/constructor.md',
    'reasons/<img>.md',
  ])('%s gets nobody anywhere', (path) => {
    const { bundle, issues } = compileFiles(withTexts(files, { [path]: original }));
    expect(bundle).toBeUndefined();
    expect(issues.map(({ file }) => file)).toContain(path);
  });
});
