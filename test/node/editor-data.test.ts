import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createElement, type ComponentType } from 'react';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

// It has no types of its own.
const { renderToString } = createRequire(import.meta.url)('react-dom/server');

// What the build wrote, held against the manifest it was made from.
const read = (path: string): string => readFileSync(path, 'utf8');
const json = (path: string) => JSON.parse(read(path));

interface Named {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly kind?: string;
}
interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes: readonly Named[];
  readonly members: readonly Named[];
  readonly events: readonly Named[];
  readonly slots: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly cssProperties: readonly Named[];
}
const elements = (json('custom-elements.json').modules as { declarations: Declaration[] }[])
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);

const names = (list: readonly Named[] = []): string[] => list.map(({ name }) => name).sort();
const unique = (list: string[]): string[] => [...new Set(list)].sort();
/** Values of a closed list, such as `'auto' | 'light'`. */
const valuesOf = ({ type }: Named): string[] =>
  [...(type?.text ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '').filter(Boolean);

describe('VS Code', () => {
  const description = z.union([z.string(), z.strictObject({ kind: z.string(), value: z.string() })]).optional();
  const references = z.array(z.strictObject({ name: z.string(), url: z.string() })).optional();
  const value = z.strictObject({ name: z.string().min(1), description, references });
  const attribute = value.extend({ valueSet: z.string().optional(), values: z.array(value).min(1).optional() });
  const html = z.strictObject({
    $schema: z.url(),
    version: z.literal(1.1),
    tags: z.array(value.extend({ attributes: z.array(attribute) })),
    globalAttributes: z.array(attribute).optional(),
    valueSets: z.array(z.strictObject({ name: z.string(), values: z.array(value) })).optional(),
  });
  const css = z.strictObject({
    $schema: z.url(),
    version: z.literal(1.1),
    properties: z.array(value),
    pseudoElements: z.array(value),
    pseudoClasses: z.array(value).optional(),
    atDirectives: z.array(value).optional(),
  });

  it('completes every tag, with its attributes and their values, and tells of events, slots, parts and tokens', () => {
    const { tags } = html.parse(json('dist/vscode.html-custom-data.json'));
    expect(names(tags)).toEqual(elements.map(({ tagName }) => tagName).sort());
    for (const element of elements) {
      const tag = tags.find(({ name }) => name === element.tagName);
      expect(names(tag?.attributes)).toEqual(names(element.attributes));
      for (const attribute of element.attributes) {
        const known = tag?.attributes.find(({ name }) => name === attribute.name);
        expect(known?.values?.map(({ name }) => name) ?? []).toEqual(valuesOf(attribute));
      }
      const told = String(tag?.description);
      const { events, slots, cssParts, cssProperties } = element;
      for (const { name } of [...events, ...slots, ...cssParts, ...cssProperties]) expect(told).toContain(name);
    }
  });

  it('completes every token and part in CSS, each once', () => {
    const data = css.parse(json('dist/vscode.css-custom-data.json'));
    expect(names(data.properties)).toEqual(unique(elements.flatMap((element) => names(element.cssProperties))));
    expect(names(data.pseudoElements)).toEqual(
      unique(elements.flatMap((element) => names(element.cssParts).map((name) => `::part(${name})`))),
    );
  });
});

describe('JetBrains', () => {
  const webTypes = json('dist/web-types.json');
  const { html, css } = webTypes.contributions;

  it('is named by package.json, and names the package', () => {
    const pkg = json('package.json');
    expect(pkg['web-types']).toBe('./dist/web-types.json');
    expect([webTypes.name, webTypes.version]).toEqual([pkg.name, pkg.version]);
  });

  it('has every tag with attributes, values, properties, events and slots, and every token and part once', () => {
    expect(names(html.elements)).toEqual(elements.map(({ tagName }) => tagName).sort());
    for (const element of elements) {
      const tag = html.elements.find(({ name }: Named) => name === element.tagName);
      expect(names(tag.attributes)).toEqual(names(element.attributes));
      for (const attribute of element.attributes) {
        const { value } = tag.attributes.find(({ name }: Named) => name === attribute.name);
        expect(valuesOf({ name: '', type: { text: value.type } })).toEqual(valuesOf(attribute));
      }
      expect(names(tag.js.properties)).toEqual(names(element.members.filter(({ kind }) => kind === 'field')));
      expect(names(tag.events)).toEqual(names(element.events));
      expect(names(tag.slots)).toEqual(names(element.slots));
    }
    expect(names(css.properties)).toEqual(unique(elements.flatMap((element) => names(element.cssProperties))));
    expect(names(css['pseudo-elements'])).toEqual(
      unique(elements.flatMap((element) => names(element.cssParts).map((name) => `part(${name})`))),
    );
  });
});

describe('types of the frameworks', () => {
  it('name every tag', () => {
    for (const file of [
      'jsx/index',
      'jsx/react',
      'jsx/preact',
      'jsx/solid',
      'jsx/astro',
      'vue/index',
      'svelte/index',
    ]) {
      const text = read(`dist/${file}.d.ts`);
      for (const { tagName } of elements) expect(text).toContain(`'${String(tagName)}'`);
    }
  });

  it('have every attribute, value and event of every element', () => {
    const text = read('dist/jsx/index.d.ts');
    const body = (name: string): string => {
      const [, base, lines] = new RegExp(`interface ${name}(?: extends (\\w+))? \\{([^}]*)\\}`).exec(text) ?? [];
      return `${base ? body(base) : ''}${lines ?? ''}`;
    };
    for (const { name, attributes, events } of elements) {
      for (const attribute of attributes) {
        const line = body(`${name}Attributes`)
          .split('\n')
          .find((other) => other.includes(`'${attribute.name}'?:`));
        expect(line, attribute.name).toBeDefined();
        if (attribute.name === 'heading-level') continue; // it has a type of its own, with numbers
        expect(valuesOf({ name: '', type: { text: line?.split('?:')[1] ?? '' } })).toEqual(valuesOf(attribute));
      }
      for (const event of events) {
        expect(body(`${name}Events`)).toContain(`'${event.name}': ${String(event.type?.text)};`);
      }
    }
  });
});

describe('React components', () => {
  it('print what they were given as attributes of their tag on a server, for every attribute of every element', async () => {
    const components = await import('failed-intervention-guide/react');
    for (const { name, tagName, attributes, members } of elements) {
      const component = components[name as keyof typeof components] as ComponentType;
      const props = Object.fromEntries(
        members
          .filter(({ kind }) => kind === 'field')
          .map((field) => [field.name, field.name === 'content' ? {} : '1']),
      );
      const markup: string = renderToString(createElement(component, props, 'Call 911.'));
      const printed = [...markup.matchAll(/ ([\w-]+)="1"/g)].map(([, attribute]) => attribute ?? '').sort();
      expect(printed).toEqual(names(attributes));
      expect(markup.startsWith(`<${String(tagName)} `)).toBe(true);
      expect(markup).toContain('>Call 911.<');
    }
  });

  it('have a listener prop for every event, in code and in types', () => {
    const types = read('dist/react/index.d.ts');
    for (const { name, tagName, events } of elements) {
      const code = read(`dist/react/${String(tagName)}.js`);
      const [, body] = new RegExp(`interface ${name}Props[^{]*\\{([^}]*)\\}`).exec(types) ?? [];
      for (const { name: event } of events) {
        const prop = `on${event.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
        expect(code).toContain(`${prop}: '${event}'`);
        expect(body).toContain(`${prop}?:`);
      }
    }
  });

  it('say that they belong to the client, and are registered by no import', () => {
    for (const file of ['index', 'component', ...elements.map(({ tagName }) => String(tagName))]) {
      expect(read(`dist/react/${file}.js`).startsWith("'use client';")).toBe(true);
    }
    expect(globalThis.customElements?.get('failed-intervention-guide')).toBeUndefined();
  });
});
