// Types of the elements for JSX (React, Preact, Solid), Vue and Svelte, and the React wrappers: dist/jsx, dist/vue,
// dist/svelte, dist/react.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { handlerName, readElements } from './manifest.mjs';

/** Files that hold types alone still need a module, so that `import 'failed-intervention-guide/vue'` works as it reads. */
const NOTHING = 'export {};\n';

export function writeFrameworks() {
  const { elements, bases } = readElements();
  const files = {
    'jsx/index.d.ts': elementTypes(elements, bases),
    'jsx/index.js': NOTHING,
    'jsx/react.d.ts': jsxFor('react', elements),
    'jsx/react.js': NOTHING,
    'jsx/preact.d.ts': jsxFor('preact', elements),
    'jsx/preact.js': NOTHING,
    'jsx/solid.d.ts': jsxFor('solid-js', elements),
    'jsx/solid.js': NOTHING,
    'jsx/astro.d.ts': astroTypes(elements),
    'jsx/astro.js': NOTHING,
    'vue/index.d.ts': vueTypes(elements),
    'vue/index.js': NOTHING,
    'svelte/index.d.ts': svelteTypes(elements),
    'svelte/index.js': NOTHING,
    'react/index.d.ts': reactTypes(elements),
    'react/index.js': `'use client';\n${elements
      .map(({ className, tag }) => `export { ${className} } from './${tag}.js';\n`)
      .join('')}`,
    ...Object.fromEntries(elements.map((element) => [`react/${element.tag}.js`, reactWrapper(element)])),
  };
  for (const folder of ['jsx', 'vue', 'svelte', 'react']) {
    rmSync(`dist/${folder}`, { recursive: true, force: true });
    mkdirSync(`dist/${folder}`, { recursive: true });
  }
  for (const [file, text] of Object.entries(files)) writeFileSync(`dist/${file}`, text);
  copyFileSync('scripts/frameworks/react-component.js', 'dist/react/component.js');
}

// ---------------------------------------------------------------- what all share

const doc = (text) => `  /** ${text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n`;

/** What an attribute takes. A level may be a number, as in `:heading-level="level"`. */
const valueType = ({ name, values }) =>
  name === 'heading-level'
    ? 'HeadingLevel'
    : values
      ? `${values.map((value) => `'${value}'`).join(' | ')} | ''`
      : 'string';

const optional = (name, type, description) => `${doc(description)}  ${name}?: ${type} | null | undefined;\n`;

const extendsText = (base) => (base ? ` extends ${base}` : '');

/** An interface for each class that elements extend, and for each element what it adds. */
function interfaces(suffix, list, bases, lines) {
  const names = new Set(bases.map(({ className }) => className));
  return list
    .map((entry) => {
      const base = names.has(entry.base) ? `${entry.base}${suffix}` : undefined;
      return `export interface ${entry.className}${suffix}${extendsText(base)} {\n${lines(entry)}}\n`;
    })
    .join('\n');
}

const attributeLines = ({ attributes }) =>
  attributes
    .filter(({ isOwn }) => isOwn)
    .map((attribute) => optional(`'${attribute.name}'`, valueType(attribute), attribute.description))
    .join('');

const propertyLines = ({ attributes, properties }) =>
  [
    ...attributes
      .filter(({ isOwn }) => isOwn)
      .map((attribute) => optional(attribute.property, valueType(attribute), attribute.description)),
    ...properties
      .filter(({ isOwn }) => isOwn)
      .map(({ name, type, description }) => optional(name, type.replace(' | undefined', ''), description)),
  ].join('');

const eventLines = ({ events }) =>
  events.map(({ name, type, description }) => `${doc(description)}  '${name}': ${type};\n`).join('');

const allEvents = (elements) => [...new Set(elements.flatMap(({ events }) => events.map(({ type }) => type)))].sort();
const imports = (names, from) => `import type {\n${names.map((name) => `  ${name},\n`).join('')}} from '${from}';\n`;

/** For each element its attributes, its properties and its events; frameworks put them together as they need. */
function elementTypes(elements, bases) {
  const needed = ['Bundle', 'Overlay', ...elements.map(({ className }) => className), ...allEvents(elements)];
  const all = [...bases, ...elements];
  return `${imports(needed.sort(), '../esm/index.js')}
/** Level of an element's title. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6 | '1' | '2' | '3' | '4' | '5' | '6' | '';

${interfaces('Attributes', all, bases, attributeLines)}
${interfaces('Properties', all, bases, propertyLines)}
${elements.map((element) => `export interface ${element.className}Events {\n${eventLines(element)}}\n`).join('\n')}
/** Every element by its tag. */
export interface FigElements {
${elements
  .map(
    ({ tag, className, description }) =>
      `${doc(description)}  '${tag}': {\n    element: ${className};\n    attributes: ${className}Attributes;\n` +
      `    properties: ${className}Properties;\n    events: ${className}Events;\n  };\n`,
  )
  .join('')}}

/** Listeners written as \`onfig-ready\`, with the event class of each. */
export type Listeners<Events, Prefix extends string = 'on'> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?: ((event: Events[Name]) => void) | null | undefined;
};
`;
}

const augment = (module, body) => `declare module '${module}' {\n${body}}\n`;

const tags = (elements, type) =>
  elements.map(({ tag, description }) => `${doc(description)}  '${tag}': ${type}<'${tag}'>;\n`).join('');

// ---------------------------------------------------------------- JSX

const JSX = {
  react: {
    head: `import type { ClassAttributes, HTMLAttributes } from 'react';`,
    props: `ClassAttributes<FigElements[Tag]['element']> &
  Omit<HTMLAttributes<FigElements[Tag]['element']>, keyof FigElements[Tag]['properties']> &
  FigElements[Tag]['attributes'] &
  FigElements[Tag]['properties'] &
  Listeners<FigElements[Tag]['events']>`,
  },
  preact: {
    head: `import type { JSX as Preact } from 'preact';`,
    props: `Omit<Preact.HTMLAttributes<FigElements[Tag]['element']>, keyof FigElements[Tag]['properties']> &
  FigElements[Tag]['attributes'] &
  FigElements[Tag]['properties'] &
  Listeners<FigElements[Tag]['events']>`,
  },
  'solid-js': {
    head: `import type { JSX as Solid } from 'solid-js';`,
    props: `Omit<Solid.HTMLAttributes<FigElements[Tag]['element']>, keyof FigElements[Tag]['properties']> &
  FigElements[Tag]['attributes'] &
  FigElements[Tag]['properties'] & {
    [Name in keyof FigElements[Tag]['properties'] & string as \`prop:\${Name}\`]?: FigElements[Tag]['properties'][Name];
  } & Listeners<FigElements[Tag]['events'], 'on:'>`,
  },
};

function jsxFor(module, elements) {
  const { head, props } = JSX[module];
  return `${head}
import type { FigElements, Listeners } from './index.js';

/** What a tag takes in JSX: attributes, properties, and listeners for its events. */
export type FigProps<Tag extends keyof FigElements> = ${props};

export interface FigIntrinsicElements {
${tags(elements, 'FigProps')}}

${augment(module, '  namespace JSX {\n    interface IntrinsicElements extends FigIntrinsicElements {}\n  }\n')}`;
}

function astroTypes(elements) {
  return `import type { HTMLAttributes } from 'astro/types';
import type { FigElements } from './index.js';

/** What a tag takes in an Astro template: attributes alone, as they are written into the page. */
export type FigProps<Tag extends keyof FigElements> = Omit<
  HTMLAttributes<'div'>,
  keyof FigElements[Tag]['attributes']
> &
  FigElements[Tag]['attributes'];

export interface FigIntrinsicElements {
${tags(elements, 'FigProps')}}

declare global {
  namespace astroHTML.JSX {
    interface IntrinsicElements extends FigIntrinsicElements {}
  }
}
`;
}

// ---------------------------------------------------------------- Vue, Svelte

function vueTypes(elements) {
  return `import type { HTMLAttributes, PublicProps } from 'vue';
import type { FigElements } from '../jsx/index.js';

type Handlers<Events> = {
  [Name in keyof Events & string as \`on\${Capitalize<Camelize<Name>>}\`]?: (event: Events[Name]) => void;
};
type Camelize<Text extends string> = Text extends \`\${infer Head}-\${infer Tail}\`
  ? \`\${Head}\${Capitalize<Camelize<Tail>>}\`
  : Text;
type Emit<Events> = <Name extends keyof Events>(name: Name, event: Events[Name]) => void;

/** A tag as Vue templates check it: props in either spelling, and \`@fig-…\` listeners with the event class. */
export type FigVueElement<Tag extends keyof FigElements> = new () => FigElements[Tag]['element'] & {
  $props: Omit<HTMLAttributes, keyof FigElements[Tag]['properties']> &
    FigElements[Tag]['properties'] &
    Handlers<FigElements[Tag]['events']> &
    PublicProps;
  $emit: Emit<FigElements[Tag]['events']>;
};

export interface FigVueElements {
${tags(elements, 'FigVueElement')}}

${augment('vue', '  interface GlobalComponents extends FigVueElements {}\n')}`;
}

function svelteTypes(elements) {
  return `import type { HTMLAttributes } from 'svelte/elements';
import type { FigElements, Listeners } from '../jsx/index.js';

/** What a tag takes in a Svelte component: attributes, properties, and listeners such as \`onfig-ready\`. */
export type FigProps<Tag extends keyof FigElements> = Omit<
  HTMLAttributes<FigElements[Tag]['element']>,
  keyof FigElements[Tag]['properties']
> &
  FigElements[Tag]['attributes'] &
  FigElements[Tag]['properties'] &
  Listeners<FigElements[Tag]['events']>;

export interface FigSvelteElements {
${tags(elements, 'FigProps')}}

${augment('svelte/elements', '  interface SvelteHTMLElements extends FigSvelteElements {}\n')}`;
}

// ---------------------------------------------------------------- React wrappers

function reactTypes(elements) {
  const events = allEvents(elements);
  const properties = elements.map(({ className }) => `${className}Properties`);
  const handlers = ({ events: own }) =>
    own
      .map(({ name, type, description }) => optional(handlerName(name), `((event: ${type}) => void)`, description))
      .join('');
  return `import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type * as Elements from '../esm/index.js';
${imports(events, '../esm/index.js')}${imports(properties, '../jsx/index.js')}
type Host<Element, Props> = Omit<HTMLAttributes<Element>, keyof Props>;

${elements
  .map(
    (element) => `export interface ${element.className}Props
  extends ${element.className}Properties,
    Host<Elements.${element.className}, ${element.className}Properties> {
${handlers(element)}}
${doc(element.description).trim()}
export declare const ${element.className}: ForwardRefExoticComponent<
  ${element.className}Props & RefAttributes<Elements.${element.className}>
>;
`,
  )
  .join('\n')}`;
}

/** A component with what is its own in plain data; `component.js` does the rest. */
function reactWrapper({ tag, className, path, attributes, properties, events }) {
  const from = (module) => `../${module.replace(/^dist\//, '')}`;
  const isHelpBar = tag === 'crisis-help-bar';
  const map = (entries) => `{\n${entries.map(([key, value]) => `    ${key}: '${value}',\n`).join('')}  }`;
  const helpBar = isHelpBar
    ? ''
    : `import { CrisisHelpBar } from '../esm/elements/crisis-help-bar/crisis-help-bar.js';\n`;
  const registered = isHelpBar
    ? "{ 'crisis-help-bar': Element }"
    : `{ 'crisis-help-bar': CrisisHelpBar, '${tag}': Element }`;
  return `'use client';
${helpBar}import { ${className} as Element } from '${from(path)}';
import { createComponent } from './component.js';

export const ${className} = /* @__PURE__ */ createComponent({
  name: '${className}',
  tag: '${tag}',
  elements: ${registered},
  attributes: ${map(attributes.map(({ name, property }) => [property, name]))},
  properties: [${properties.map(({ name }) => `'${name}'`).join(', ')}],
  events: ${map(events.map(({ name }) => [handlerName(name), name]))},
});
`;
}
