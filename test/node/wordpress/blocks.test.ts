import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES, ELEMENTS } from '../../../src/snippet/facts.js';
import { REPO } from '../helpers.js';

interface Block {
  readonly name: string;
  readonly title: string;
  readonly parent?: readonly string[];
  readonly attributes: Readonly<Record<string, { readonly type: string }>>;
  readonly variations?: readonly { readonly attributes?: Readonly<Record<string, string>> }[];
}
interface Maker {
  blockFiles(facts: object): Readonly<Record<string, string>>;
}
interface Facts {
  pluginFacts(version: string): Promise<{ readonly attributes: object }>;
}
const { blockFiles } = (await import(join(REPO, 'scripts/wordpress/block-json.mjs'))) as Maker;
const { pluginFacts } = (await import(join(REPO, 'scripts/wordpress/php-data.mjs'))) as Facts;

const PLUGIN = join(REPO, 'wordpress/failed-intervention-guide');
const facts = await pluginFacts('1.2.3');
const files = blockFiles(facts);
const blocks = Object.values(files).map((file) => JSON.parse(file) as Block);
const editor = readFileSync(join(PLUGIN, 'assets/editor.js'), 'utf8');

describe('blocks of the WordPress plugin', () => {
  it('are one for each element, and one for the form in it', () => {
    expect(Object.keys(files)).toHaveLength(Object.keys(ELEMENTS).length + 1);
    expect(Object.keys(files)).toContain('blocks/guide/block.json');
    const form = blocks.find(({ name }) => name === 'failed-intervention-guide/lead-form');
    expect(form?.parent).toEqual(['failed-intervention-guide/guide', 'failed-intervention-guide/center-contact']);
  });

  it('take every attribute of their element, as text', () => {
    for (const [tag, { attributes }] of Object.entries(ELEMENTS)) {
      const slug = tag === 'failed-intervention-guide' ? 'guide' : tag;
      const block = blocks.find(({ name }) => name === `failed-intervention-guide/${slug}`);
      expect(Object.keys(block?.attributes ?? {})).toEqual([
        ...attributes.map((name) => ATTRIBUTES[name]?.property),
        'anchor',
      ]);
    }
    for (const { attributes } of blocks) for (const { type } of Object.values(attributes)) expect(type).toBe('string');
  });

  it('have variations that say only what their block knows', () => {
    const wrong = blocks.flatMap(({ name, attributes, variations = [] }) =>
      variations
        .flatMap((one) => Object.keys(one.attributes ?? {}).filter((key) => !attributes[key]))
        .map((key) => name + key),
    );
    expect(wrong).toEqual([]);
  });

  it('have titles of their own, in words and not tags', () => {
    const titles = blocks.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => /[a-z]-[a-z]+-|[<>]/.test(title))).toEqual([]);
  });

  it('also cover an element that is new in the kit', () => {
    const made = blockFiles({
      elements: {
        'new-element': {
          block: 'new-element',
          title: 'New',
          about: 'Does something.',
          attributes: ['region'],
          slots: [],
        },
      },
      attributes: facts.attributes,
    });
    const block = JSON.parse(made['blocks/new-element/block.json'] ?? '{}') as Block;
    expect(block.title).toBe('New');
    expect(block.attributes).toEqual({ region: { type: 'string' }, anchor: { type: 'string' } });
  });
});

describe('settings in the block editor', () => {
  it('have words for authors, each attribute of the kit', () => {
    const controls = editor.slice(editor.indexOf('const CONTROLS = {'), editor.indexOf('function controlOf('));
    const missing = Object.keys(ATTRIBUTES).filter((name) => !new RegExp(`^    '?${name}'?: \\{$`, 'm').test(controls));
    expect(missing).toEqual([]);
  });

  it('have words for each choice of a closed list', () => {
    const controls = editor.slice(editor.indexOf('const CONTROLS = {'), editor.indexOf('function controlOf('));
    const missing = Object.entries(ATTRIBUTES).flatMap(([name, { kind, values }]) => {
      if (kind !== 'one-of' || name === 'heading-level') return [];
      const from = controls.search(new RegExp(`^    '?${name}'?: \\{$`, 'm'));
      const own = controls.slice(from, controls.indexOf('\n    },\n', from));
      return values.filter((value) => !new RegExp(`\\b${value}: __\\(`).test(own)).map((value) => `${name}=${value}`);
    });
    expect(missing).toEqual([]);
  });
});
