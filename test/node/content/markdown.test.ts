import { describe, expect, it } from 'vitest';
import type { ContentIssue } from '../../../src/content/compile/issue.js';
import { readLines, readRichText } from '../../../src/content/compile/markdown.js';
import { reporter } from '../../../src/content/compile/source-file.js';
import type { Inline } from '../../../src/content/rich-text.js';

const FIRST_LINE = 20;

function read(text: string) {
  const issues: ContentIssue[] = [];
  const blocks = readRichText(text, FIRST_LINE, 'what', reporter(issues, 'a.md'));
  return { blocks, issues, ids: issues.map(({ id }) => id) };
}

function readList(text: string) {
  const issues: ContentIssue[] = [];
  const items = readLines(text, FIRST_LINE, 'steps', reporter(issues, 'a.md'));
  return { items, issues, ids: issues.map(({ id }) => id) };
}

/** The one paragraph of a text that has nothing wrong with it. */
function inline(text: string): readonly Inline[] {
  const { blocks, issues } = read(text);
  expect(issues).toEqual([]);
  const [block] = blocks;
  if (blocks.length !== 1 || block?.kind !== 'p') throw new Error(`Not one paragraph: ${text}`);
  return block.children;
}

describe('Markdown that is allowed', () => {
  it('is paragraphs, with line breaks read as spaces', () => {
    expect(read('One line\ngoes on.\n\nAnother  \nline.').blocks).toEqual([
      { kind: 'p', children: ['One line goes on.'] },
      { kind: 'p', children: ['Another line.'] },
    ]);
  });

  it('is emphasis, one kind in the other', () => {
    expect(inline('Be *very **kind*** now')).toEqual([
      'Be ',
      { kind: 'em', children: ['very ', { kind: 'strong', children: ['kind'] }] },
      ' now',
    ]);
  });

  it('is flat lists, with and without numbers', () => {
    expect(read('- one\n- *two*\n\nThen:\n\n1. three\n2. four').blocks).toEqual([
      { kind: 'ul', items: [['one'], [{ kind: 'em', children: ['two'] }]] },
      { kind: 'p', children: ['Then:'] },
      { kind: 'ol', items: [['three'], ['four']] },
    ]);
  });

  it('is an item of several lines, with or without an empty line between items', () => {
    expect(read('- one\n  goes on\n\n- two').blocks).toEqual([{ kind: 'ul', items: [['one goes on'], ['two']] }]);
  });

  it('is a link', () => {
    expect(inline('See [the *list*](https://help.example/a?b=c#d).')).toEqual([
      'See ',
      { kind: 'link', href: 'https://help.example/a?b=c#d', children: ['the ', { kind: 'em', children: ['list'] }] },
      '.',
    ]);
  });

  it('is characters that could be marks, escaped', () => {
    expect(inline('5 \\* 3 \\_ \\[a\\] \\< b & c')).toEqual(['5 * 3 _ [a] < b & c']);
  });

  it('leaves quotes and other scripts as they are', () => {
    expect(inline('“Sí”, dijo. 好。 ‫سلام‬')).toEqual(['“Sí”, dijo. 好。 ‫سلام‬']);
  });

  it('has nothing to say about an empty text', () => {
    expect(read('\n\n  \n')).toEqual({ blocks: [], issues: [], ids: [] });
    expect(readList('')).toEqual({ items: [], issues: [], ids: [] });
  });
});

describe('places', () => {
  it.each(['emergency', 'locator', 'line:emergency', 'line:suicide', 'line:poison', 'line:violence'])(
    '{%s} is filled in from the region',
    (place) => {
      expect(inline(`Call {${place}} now.`)).toEqual(['Call ', { kind: 'place', place }, ' now.']);
    },
  );

  it('may be stressed, linked and listed', () => {
    expect(inline('**{emergency}**')).toEqual([{ kind: 'strong', children: [{ kind: 'place', place: 'emergency' }] }]);
    expect(readList('- Call {line:child}.').items).toEqual([['Call ', { kind: 'place', place: 'line:child' }, '.']]);
  });

  it.each(['{police}', '{line:taxi}', '{Emergency}', '{constructor}', '{line:}'])('%s is none', (text) => {
    expect(read(`Call ${text}.`).ids).toEqual(['unknown-place']);
  });

  it.each(['{ }', '{a b}', '{}', '{{', 'a } b {'])('%s is just characters', (text) => {
    expect(inline(text).join('')).toBe(text);
  });
});

describe('links', () => {
  it.each([
    'https://help.example',
    'https://help.example/a/b?c=d#e',
    'https://help.example/@name',
    'https://help.example:8443/',
    'mailto:help@help.example',
    'tel:+1-800-555-0100',
    'tel:100',
    'sms:100?body=HOME',
    '#next',
  ])('may lead to %s', (href) => {
    expect(inline(`[words](${href})`)).toEqual([{ kind: 'link', href, children: ['words'] }]);
  });

  it.each([
    'http://help.example',
    '//help.example',
    '/path',
    'path',
    'javascript:alert',
    'JavaScript:alert',
    'java\\script:alert',
    'data:text/html,hi',
    'vbscript:hi',
    'file:///etc/passwd',
    'blob:https://help.example/1',
    'https:help.example',
    'https:/help.example',
    'https:@elsewhere.example',
    'https:///elsewhere.example',
    'https://',
    'https://help.example@elsewhere.example',
    'https://name:word@elsewhere.example/',
    'https://help.example\\@elsewhere.example',
    'HTTPS://help.example',
    'https://help.example/\u202egro',
    'https://help\u200b.example',
    'https://help.example/\u0001',
    'https://help.example/\u00a0a',
    'mailto:',
    'mailto:nobody',
    'tel:call-me',
    'tel:100;postd=1',
    'sms:HOME',
    '#a b',
    '#',
    '',
  ])('may not lead to "%s", and their words stay', (href) => {
    const { blocks, issues } = read(`See [words](<${href}>).`);
    expect(issues.map(({ id, line, path }) => ({ id, line, path }))).toEqual([
      { id: 'unsafe-link', line: FIRST_LINE, path: 'what' },
    ]);
    expect(blocks).toEqual([{ kind: 'p', children: ['See words.'] }]);
  });

  it('may be written bare, and are looked at all the same', () => {
    expect(inline('https://help.example')).toHaveLength(1);
    expect(read('www.help.example').ids).toEqual(['unsafe-link']);
    expect(read('<javascript:alert>').ids).toEqual(['unsafe-link']);
  });

  it('may not hide an entity in their address', () => {
    expect(read('[words](java&#115;cript:alert)').ids).toEqual(['unsafe-link']);
    expect(read('[words](&#106;avascript:alert)').ids).toEqual(['unsafe-link']);
  });

  it('may not be defined elsewhere', () => {
    expect(read('[words][there]\n\n[there]: https://help.example').ids).toEqual(['markdown-not-allowed']);
  });
});

describe('Markdown that is not allowed', () => {
  it.each([
    ['an image', '![alt](https://help.example/a.png)'],
    ['code in a line', 'a `b` c'],
    ['code with a fence', '```\ncode\n```'],
    ['code by indenting', '    code'],
    ['a quote', '> quote'],
    ['a heading', '### heading'],
    ['a heading by underlining', 'heading\n======='],
    ['a rule', '***'],
    ['a table', '| a | b |\n| - | - |\n| c | d |'],
    ['struck-out text', '~~no~~'],
    ['a quote in an item', '- > quote'],
    ['code in an item', '- a\n\n      code'],
    ['a heading in an item', '- # heading'],
    ['a box to tick', '- [ ] a box'],
  ])('is %s', (_, text) => {
    const { ids, blocks } = read(text);
    expect(new Set(ids)).toEqual(new Set(['markdown-not-allowed']));
    expect(JSON.stringify(blocks)).not.toMatch(/https:|png|<|`/);
  });

  it('is a list in a list, reported at its own line', () => {
    const { issues } = read('Then:\n\n- one\n- two\n  - three');
    expect(issues.map(({ id, line }) => `${line} ${id}`)).toEqual([`${FIRST_LINE + 4} markdown-not-allowed`]);
  });

  it('is anything but a list where lines are asked for', () => {
    expect(readList('A paragraph.').issues).toMatchObject([
      { id: 'markdown-not-allowed', line: FIRST_LINE, path: 'steps' },
    ]);
    expect(readList('- one\n\n> two').issues).toMatchObject([{ id: 'markdown-not-allowed', line: FIRST_LINE + 2 }]);
  });
});

describe('raw HTML', () => {
  it.each([
    '<b>',
    'a <img src=x onerror=alert(1)> b',
    '<script>alert(1)</script>',
    '<!-- a -->',
    '<?php ?>',
    '<![CDATA[a]]>',
    '<!DOCTYPE html>',
    '- <i>a',
    '*a <u>b*',
  ])('is never passed on: %s', (text) => {
    const { ids, blocks } = read(text);
    expect(ids).toContain('raw-html');
    expect(JSON.stringify(blocks)).not.toContain('<');
  });

  it.each(['&amp;', '&lt;script&gt;', '&#60;', '&#x3C;', '&nbsp;', '*&mdash;*', '- a &copy;', '[a &amp; b](#c)'])(
    'is also an entity: %s',
    (text) => {
      expect(read(text).ids).toContain('raw-html');
    },
  );

  it.each(['Q&A', 'this & that', 'A& B; C', '&;', '&#;'])('is not an ampersand in "%s"', (text) => {
    expect(inline(text)).toEqual([text]);
  });

  it('is reported at the line where it stands', () => {
    const { issues } = read('One.\n\nTwo\nthree <b>four\nfive {nobody}\n\n- six\n- &amp;');
    expect(issues.map(({ id, line }) => `${line - FIRST_LINE} ${id}`)).toEqual([
      '3 raw-html',
      '4 unknown-place',
      '7 raw-html',
    ]);
  });
});

describe('a hostile text', () => {
  const SIZE = 16_000;
  const fill = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));
  const UNITS = [
    '*',
    '**_* ',
    '_a!',
    '[',
    '![',
    '[a](',
    '> ',
    '- ',
    '+ * ',
    '1. - ',
    '- > ',
    '`',
    '~a~ ',
    '<a ',
    '<!--',
    '&#',
    '\\',
    '| a ',
    'a\n- ',
    '  - a\n',
    '{a} ',
    'www.a@b.',
  ];

  it.each(UNITS)('of "%s" over and over ends at once, with an issue', (unit) => {
    const start = performance.now();
    expect(read(fill(unit)).ids).not.toEqual([]);
    expect(readList(fill(unit)).ids).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each(UNITS)('of "%s" as long as a text may be ends at once too', (unit) => {
    const start = performance.now();
    read(fill(unit).slice(0, 3990));
    readList(fill(unit).slice(0, 3990));
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each(['- ', '1. - ', '> ', '- > '])('of "%s" is too deep, and leaves nothing behind', (unit) => {
    const { ids, blocks } = read(`${fill(unit).slice(0, 3900)}deep`);
    expect(ids).toEqual(['markdown-not-allowed']);
    expect(blocks).toEqual([]);
  });

  it('is marked up too much beyond 200 marks', () => {
    expect(read('*a* '.repeat(100)).ids).toEqual([]);
    expect(read('*a* '.repeat(101)).ids).toEqual(['markdown-not-allowed']);
  });

  it('of plain words is too long beyond 4000 characters', () => {
    expect(read('a'.repeat(4000)).ids).toEqual([]);
    expect(read('a'.repeat(4001)).ids).toEqual(['markdown-not-allowed']);
  });
});
