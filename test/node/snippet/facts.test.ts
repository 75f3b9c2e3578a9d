import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEAD_FIELDS } from '../../../src/handoff/lead.js';
import { ATTRIBUTES, createSnippet, ELEMENTS, LOCALES, REGIONS, TOKENS } from '../../../src/snippet/snippet.js';
import { compileFolder } from '../../../src/content/compile/folder.js';
import { ENGLISH, REPO } from '../helpers.js';
import { elementsIn, OPTIONS } from './helpers.js';

interface Declaration {
  readonly tagName?: string;
  readonly name: string;
  readonly attributes?: readonly {
    readonly name: string;
    readonly fieldName: string;
    readonly type: { text: string };
    readonly default?: string;
  }[];
  readonly cssProperties?: readonly { readonly name: string }[];
  readonly slots?: readonly { readonly name: string }[];
}
const manifest = JSON.parse(await readFile(join(REPO, 'custom-elements.json'), 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);

describe('what the snippets know of the kit', () => {
  it('is every element with its class, attributes, tokens and slots, and nothing else', () => {
    expect(Object.keys(ELEMENTS).sort()).toEqual(elements.map(({ tagName }) => tagName).sort());
    for (const { tagName = '', name, attributes = [], cssProperties = [], slots = [] } of elements) {
      expect(ELEMENTS[tagName]).toMatchObject({
        className: name,
        attributes: attributes.map((one) => one.name),
        tokens: cssProperties.map((one) => one.name),
        slots: slots.map((one) => one.name).filter(Boolean),
      });
    }
  });

  it('is every attribute with its property and the values it can have', () => {
    const all = elements.flatMap(({ attributes = [] }) => attributes);
    expect(Object.keys(ATTRIBUTES).sort()).toEqual([...new Set(all.map(({ name }) => name))].sort());
    for (const { name, fieldName, type } of all) {
      const values = type.text.includes("'") ? type.text.split(' | ').map((value) => value.slice(1, -1)) : [];
      expect(ATTRIBUTES[name]).toMatchObject({ property: fieldName, values: values.filter(Boolean) });
    }
  });

  it('knows what the values are, and which one an attribute has that is left out, though only code says so', () => {
    const oneOf = Object.entries(ATTRIBUTES).filter(([, { kind }]) => kind === 'one-of');
    expect(Object.fromEntries(oneOf.map(([name, { values }]) => [name, values]))).toEqual({
      lead: ['off', 'offer'],
      'heading-level': ['1', '2', '3', '4', '5', '6'],
      theme: ['auto', 'light', 'dark'],
      save: ['off', 'offer'],
      events: ['coarse', 'off', 'full'],
      session: ['shared', 'separate'],
    });
    const all = elements.flatMap(({ attributes = [] }) => attributes.filter((one) => one.default));
    expect(Object.fromEntries(all.map((one) => [one.name, one.default]))).toEqual({
      lead: "''",
      theme: "'auto'",
      save: "'off'",
      events: "'coarse'",
      session: "'shared'",
    });
  });

  it('knows which attributes are addresses, so that no script can be put into one', () => {
    const ofKind = (kind: string) => Object.keys(ATTRIBUTES).filter((name) => ATTRIBUTES[name]?.kind === kind);
    expect(ofKind('https')).toEqual(['leave-target', 'sponsor-privacy-url', 'sponsor-health-data-url']);
    expect(ofKind('address')).toEqual(['content-src']);
    const named = Object.keys(ATTRIBUTES).filter((name) => /-(?:url|src|href|target)$/.test(name));
    expect(named.sort()).toEqual([...ofKind('https'), ...ofKind('address')].sort());
  });

  it('is every token, each of a kind that its default is one of', () => {
    const all = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));
    expect(Object.keys(TOKENS).sort()).toEqual([...all].sort());
    expect(TOKENS['--fig-accent']?.kind).toBe('color');
    expect(TOKENS['--fig-font']?.kind).toBe('font');
    expect(TOKENS['--fig-radius']?.kind).toBe('length');
    for (const [name, { default: value }] of Object.entries(TOKENS)) {
      const elementsOf = Object.keys(ELEMENTS).filter((tag) => ELEMENTS[tag]?.tokens.includes(name));
      expect(() =>
        createSnippet({ ...OPTIONS, elements: elementsOf, tokens: { [name]: value } }, 'html'),
      ).not.toThrow();
    }
  });

  it('is the regions and languages of the built-in words', async () => {
    const { bundle } = await compileFolder(ENGLISH);
    expect(REGIONS).toEqual(
      Object.fromEntries(
        (bundle?.core.regions ?? []).map(({ code, name, locator }) => [code, { name, hasLocator: Boolean(locator) }]),
      ),
    );
    expect(LOCALES).toEqual(['en', 'es']);
  });

  it('offers a form whose fields take only what there is', () => {
    const { parts } = createSnippet({ ...OPTIONS, lead: { way: 'slot' } }, 'html');
    const fields = elementsIn(parts[0]?.code ?? '').flatMap(({ attrs }) =>
      attrs.filter(({ name }) => name === 'data-fig').map(({ value }) => value),
    );
    expect(fields).toEqual(expect.arrayContaining(['contact.phone', 'safe.call', 'safe.message', 'consent.record']));
    expect(LEAD_FIELDS).toEqual(expect.arrayContaining(fields));
  });
});
