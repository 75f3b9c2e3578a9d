import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { createSnippet, type SnippetOptions } from '../../../src/snippet/snippet.js';
import { attributesIn, blocksIn, CENTER, codeOf, elementsIn, hostile, OPTIONS, tagsIn, textIn } from './helpers.js';

const TAG = 'failed-intervention-guide';
const withText = (name: string, words: string): SnippetOptions => ({
  ...OPTIONS,
  attributes: { region: 'US', 'sponsor-name': name },
  fallback: words,
});
/** How fallback text reads: line breaks are paragraphs, other white space is one space. */
const asRead = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** The tags that a harmless snippet has; a hostile one must have the same. */
const usual = (target: 'html' | 'wordpress-html') => tagsIn(codeOf(withText('a', 'b'), target, 'html'));

/** `value` as the PHP of a shortcode reads it. */
const decoded = (value: string) =>
  value.replaceAll(/&#(\d+);/g, (_entity, code: string) => String.fromCodePoint(Number(code)));

describe('a hostile value stays text', () => {
  it('in plain HTML', () => {
    const tags = usual('html');
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const code = codeOf(withText(name, words), 'html', 'html');
        expect(tagsIn(code)).toEqual(tags);
        expect(attributesIn(code, TAG)).toEqual({ region: 'US', 'sponsor-name': name });
        expect(textIn(code, 'p')).toBe(asRead(words));
      }),
    );
  });

  it('in the block editor: one line between the comments, no comment and no shortcode in it', () => {
    const tags = usual('wordpress-html');
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const code = codeOf(withText(name, words), 'wordpress-html', 'html');
        const [open, line = '', close, ...more] = code.split('\n');
        expect([open, close, more]).toEqual(['<!-- wp:html -->', '<!-- /wp:html -->', []]);
        expect(line).not.toMatch(/<!--|-->|\[|\]/);
        expect(tagsIn(line)).toEqual(tags);
        expect(attributesIn(line, TAG)).toEqual({ region: 'US', 'sponsor-name': name });
        expect(textIn(line, 'p')).toBe(asRead(words));
      }),
    );
  });

  it('in a shortcode', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const options = withText(name, words);
        const line = codeOf(options, 'wordpress-shortcode', 'text');
        // What WordPress looks for: an opening (with no backslash, which it takes out), anything without brackets, the closing.
        const [, attributes = '', inside = ''] =
          /^\[failed_intervention_guide((?: [a-z_]+="[^"<>[\]\\]*")*)\]([^[\]]*)\[\/failed_intervention_guide\]$/.exec(
            line,
          ) ?? [];
        const found = [...attributes.matchAll(/ ([a-z_]+)="([^"]*)"/g)].map(([, key, value = '']) => [
          key,
          decoded(value),
        ]);
        expect(Object.fromEntries(found)).toEqual({ region: 'US', sponsor_name: name });
        expect(tagsIn(inside).filter((tag) => tag !== 'br')).toEqual([]);
        expect(textIn(`<p>${inside}</p>`, 'p')).toBe(asRead(words));
      }),
    );
  });

  it('in a block, where only comments part what is in it', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const code = codeOf(withText(name, words), 'wordpress-block', 'html');
        const { blocks, html } = blocksIn(code);
        expect(html).toBe('');
        expect(blocks.map((one) => [one.name, one.settings, one.html.trim()])).toEqual([
          ['failed-intervention-guide/guide', { region: 'US', sponsorName: name }, ''],
        ]);
        const inside = blocks.flatMap((one) => one.blocks);
        expect(inside.map((one) => one.name)).toEqual(['paragraph']);
        expect(tagsIn(inside[0]?.html ?? '')).toEqual(['p']);
        expect(textIn(inside[0]?.html ?? '', 'p')).toBe(asRead(words));
        expect(inside[0]?.html).not.toMatch(/\[|\]/);
        // As WordPress writes it, so that its editor has nothing to change; a backslash is safe as a number only.
        expect(/ (\{.*\}) -->/.exec(code)?.[1]).not.toMatch(/--|[<>&]|\\["\\]/);
      }),
    );
  });

  it('in a div, in lines that the Classic Editor makes no paragraphs of', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const { parts } = createSnippet(withText(name, words), 'wordpress-div');
        const [script, div] = parts.map(({ code }) => code);
        expect(attributesIn(script ?? '', 'script')).toEqual({ type: 'module', src: OPTIONS.scriptUrl });
        expect(div?.split('\n').map((line) => /^<\/?\w+/.exec(line)?.[0])).toEqual(['<div', '<p', '</div']);
        expect(tagsIn(div ?? '')).toEqual(['div', 'p']);
        expect(attributesIn(div ?? '', 'div')).toEqual({ class: TAG, 'data-region': 'US', 'data-sponsor-name': name });
        expect(textIn(div ?? '', 'p')).toBe(asRead(words));
        expect(div).not.toMatch(/<!--|-->|\[|\]/);
      }),
    );
  });

  it('in the address of the script, in HTML', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const scriptUrl = `https://www.example.org/${text.replaceAll(/[\s\\]/g, '')}`;
        const code = codeOf({ ...OPTIONS, scriptUrl }, 'html', 'html');
        expect(attributesIn(code, 'script')).toEqual({ type: 'module', src: scriptUrl });
        expect(tagsIn(code)).toEqual(['script', TAG, 'p']);
      }),
    );
  });

  it('in JSX', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const code = codeOf(withText(name, words), 'react', 'tsx');
        const { attributes, texts, problems } = readJsx(code);
        expect(problems).toEqual([]);
        expect(attributes).toEqual({ region: 'US', sponsorName: name });
        expect(texts.join('')).toBe(asRead(words));
      }),
    );
  });

  it('in a Vue template, where braces mean something too', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, words) => {
        const code = codeOf(withText(name, words), 'vue', 'vue');
        const [, template = ''] = /\n<template>\n([^]*)\n<\/template>$/.exec(code) ?? [];
        expect(tagsIn(template)).toEqual([TAG, 'p']);
        expect(attributesIn(template, TAG)).toEqual({ region: 'US', 'sponsor-name': name });
        expect(textIn(template, 'p')).toBe(asRead(words));
        // Vue looks for `{{` in text, not in attributes.
        expect(/<p>(.*)<\/p>/.exec(template)?.[1]).not.toMatch(/[{}]/);
      }),
    );
  });

  it('in a tag manager: the script is not left, no variable is filled in, and the page gets the same', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, words, after) => {
        const code = codeOf({ ...withText(name, words), after }, 'tag-manager', 'html');
        expect(code).not.toMatch(/\{\{|\}\}/);
        expect(tagsIn(code)).toEqual(['script']);
        const { placed, asked } = runTag(textIn(code, 'script'));
        expect(asked).toBe(after);
        const [element] = placed?.children ?? [];
        expect(element).toMatchObject({ tag: TAG, attributes: { region: 'US', 'sponsor-name': name } });
        expect(textOf(element)).toBe(asRead(words));
      }),
    );
  });

  it('in a selector and a name, for every way to the center', () => {
    fc.assert(
      fc.property(hostile, (form) => {
        const options: SnippetOptions = {
          ...OPTIONS,
          attributes: { region: 'US', ...CENTER },
          lead: { way: 'form', form },
        };
        expect(attributesIn(codeOf(options, 'html', 'html'), TAG)['lead-form']).toBe(form);
      }),
    );
  });
});

describe('tokens', () => {
  const accent = (value: string): SnippetOptions => ({ ...OPTIONS, tokens: { '--fig-accent': value } });
  const font = (value: string): SnippetOptions => ({ ...OPTIONS, tokens: { '--fig-font': value } });
  const heading = (value: string): SnippetOptions => ({ ...OPTIONS, tokens: { '--fig-radius': value } });

  it('what is let through is one declaration in one rule in one style element', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom(accent, font, heading), (value, set) => {
        try {
          createSnippet(set(value), 'html');
        } catch {
          return; // refused, as most are
        }
        const code = codeOf(set(value), 'html', 'html');
        expect(tagsIn(code)).toEqual(['script', 'style', TAG, 'p']);
        expect(textIn(code, 'style').replaceAll(/\s+/g, ' ').trim()).toMatch(/^[\w-]+ \{ --fig-\w+: [^;{}<>\\]+; \}$/);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    'red; } body { display: none',
    'red}</style><script>alert(1)</script>',
    'url(https://example.org/x)',
    'URL (x)',
    'image-set("x" 1x)',
    'red /* */',
    'red\\3b ',
    'red !important',
    '@import "x"',
    'rgb(1, 2, 3',
    '"red"',
    'red blue',
    '#12345',
    'rgb(1, 2, 3))',
    'javascript:alert(1)',
  ])('a color can not be %s', (value) => {
    expect(() => createSnippet(accent(value), 'html')).toThrow(/Write a color, such as/);
  });

  it.each([
    'teal',
    '#1c6758',
    '#ABC',
    '#1c6758cc',
    'rgb(28 103 88 / 50%)',
    'oklch(from var(--brand) l c h)',
    'var(--brand)',
  ])('a color can be %s', (value) => {
    expect(codeOf(accent(value), 'html', 'css')).toBe(`${TAG} {\n  --fig-accent: ${value};\n}`);
  });

  it.each([
    'inherit',
    'Georgia, serif',
    '"Source Sans 3", sans-serif',
    "'Iowan Old Style', -apple-system",
    'Ubuntu',
    'var(--font)',
  ])('a font can be %s', (value) => {
    expect(codeOf(font(value), 'html', 'css')).toContain(`--fig-font: ${value};`);
  });

  it.each(['Source Sans 3', '"Georgia', 'Georgia,', 'Georgia; color: red', 'Georgia,, serif'])(
    'a font can not be %s',
    (value) => {
      expect(() => createSnippet(font(value), 'html')).toThrow(/font names with commas between them/);
    },
  );

  it.each(['0', '0.6em', '4px', '-.5rem', 'calc(1em + 2px)', 'max(1rem, 16px)', '10%'])(
    'a length can be %s',
    (value) => {
      expect(codeOf(heading(value), 'html', 'css')).toContain(`--fig-radius: ${value};`);
    },
  );

  it.each(['12', 'em', '1 em', '4px 8px'])('a length can not be %s', (value) => {
    expect(() => createSnippet(heading(value), 'html')).toThrow(/a length with a unit/);
  });
});

/** Attributes of the element and all text in a component, as the compiler reads them. */
function readJsx(code: string) {
  const source = ts.createSourceFile('x.tsx', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const attributes: Record<string, string> = {};
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node)) {
      const { initializer } = node;
      const literal = initializer && ts.isJsxExpression(initializer) ? initializer.expression : initializer;
      if (literal && ts.isStringLiteral(literal)) attributes[node.name.getText()] = literal.text;
      return;
    }
    if (ts.isJsxText(node) && !node.containsOnlyTriviaWhiteSpaces) texts.push(node.text);
    else if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression)) {
      texts.push(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    fileName: 'x.tsx',
    compilerOptions: { jsx: ts.JsxEmit.ReactJSX, target: ts.ScriptTarget.ES2022 },
  });
  return { attributes, texts, problems: diagnostics.map(({ messageText }) => messageText) };
}

interface Made {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  readonly children: (Made | string)[];
}

const textOf = (node: Made | string | undefined): string =>
  typeof node === 'object' ? node.children.map(textOf).join('') : (node ?? '');

/** Runs a tag on the least page it needs. */
function runTag(script: string): { placed: Made | undefined; asked: string } {
  let placed: Made | undefined;
  let asked = '';
  const element = (tag: string) => {
    const made = { tag, attributes: {} as Record<string, string>, children: [] as (Made | string)[] };
    return Object.assign(made, {
      style: { setProperty: () => undefined },
      setAttribute: (name: string, value: string) => void (made.attributes[name] = value),
      appendChild: (child: Made | string) => void made.children.push(child),
    });
  };
  const document = {
    readyState: 'complete',
    createElement: element,
    createTextNode: (text: string) => text,
    querySelector: (selector: string) => {
      if (/^(?:div|script)\[data-fig-snippet\]$/.test(selector)) return null;
      asked = selector;
      return { parentNode: { insertBefore: (box: Made) => void (placed = box) } };
    },
    head: element('head'),
  };
  runInNewContext(script, { document, console });
  return { placed, asked };
}

describe('the snippets as code', () => {
  it('write a tag for old engines: no arrow, no const, no template', () => {
    for (const way of ['none', 'form', 'event'] as const) {
      const code = codeOf({ ...OPTIONS, lead: { way, form: '#f' } }, 'tag-manager', 'html');
      expect(code).not.toMatch(/=>|\bconst\b|\blet\b|`/);
    }
  });

  it('write TypeScript, JavaScript and Vue that can be read', () => {
    for (const way of ['none', 'form', 'slot', 'event', 'inside'] as const) {
      const options: SnippetOptions = { ...OPTIONS, elements: [TAG, 'center-contact'], lead: { way, form: '#f' } };
      expect(readJsx(codeOf(options, 'react', 'tsx')).problems).toEqual([]);
      const vue = codeOf(options, 'vue', 'vue');
      const scripts = [...vue.matchAll(/<script setup>\n([^]*?)\n<\/script>/g)].map(([, script = '']) => script);
      const html = createSnippet(options, 'html').parts.filter(({ language }) => language === 'js');
      const config = codeOf(options, 'vue', 'js');
      for (const script of [...scripts, ...html.map(({ code }) => code), config]) {
        const { diagnostics } = ts.transpileModule(script, { reportDiagnostics: true });
        expect(diagnostics).toEqual([]);
      }
    }
  });

  it('put a form into the slot, and the element into a form', () => {
    const slot = codeOf({ ...OPTIONS, lead: { way: 'slot' } }, 'html', 'html');
    expect(attributesIn(slot, 'form')).toMatchObject({ slot: 'lead-form', method: 'post' });
    const inside = codeOf({ ...OPTIONS, lead: { way: 'inside' } }, 'html', 'html');
    expect(attributesIn(inside, TAG)).toMatchObject({ name: 'guide-summary' });
    const form = elementsIn(inside).find(({ tagName }) => tagName === 'form');
    expect(form?.childNodes.some((node) => node.nodeName === TAG)).toBe(true);
  });
});
