import manifest from '../custom-elements.json' with { type: 'json' };

/** What the tables and controls of an element page need of `custom-elements.json`. */
interface Item {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}
interface Member extends Item {
  readonly kind: string;
  readonly attribute?: string;
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
}
interface Declaration {
  readonly tagName?: string;
  readonly description?: string;
  readonly attributes?: readonly Item[];
  readonly members?: readonly Member[];
  readonly events?: readonly Item[];
  readonly slots?: readonly Item[];
  readonly cssParts?: readonly Item[];
  readonly cssProperties?: readonly Item[];
}

/** One row of the table; with a control for what a page can set. */
interface ArgType {
  readonly name: string;
  readonly description?: string | undefined;
  readonly type?: { readonly name: string };
  readonly control: false | { readonly type: 'text' | 'color' | 'inline-radio' | 'select' };
  readonly options?: readonly (string | undefined)[];
  readonly table: {
    readonly category: string;
    readonly type?: { readonly summary: string } | undefined;
    readonly defaultValue?: { readonly summary: string } | undefined;
  };
}

const declarations: ReadonlyMap<string, Declaration> = new Map(
  (manifest.modules as { readonly declarations?: readonly Declaration[] }[])
    .flatMap((module) => module.declarations ?? [])
    .flatMap((declaration) => (declaration.tagName ? [[declaration.tagName, declaration] as const] : [])),
);

export const declarationOf = (tag: string): Declaration | undefined => declarations.get(tag);
/** Every tag of the kit. */
export const TAGS: readonly string[] = [...declarations.keys()].sort();

/** Ids of languages and regions are open lists, so their type says no more than `string`. */
const KNOWN: Readonly<Record<string, readonly string[]>> = { locale: ['en', 'es'], region: ['US', 'UK', 'CA', 'AU'] };

/** The values in a type such as `'auto' | 'light' | 'dark'`; nothing for any other type. */
function valuesOf(type: string): readonly string[] | undefined {
  const parts = type.split(' | ');
  if (!parts.every((part) => /^'[^']*'$/.test(part))) return undefined;
  return parts.map((part) => part.slice(1, -1)).filter(Boolean);
}

function attributeArg(item: Item): ArgType {
  const values = KNOWN[item.name] ?? valuesOf(item.type?.text ?? '');
  return {
    ...row(item, 'Attributes'),
    type: { name: 'string' },
    control: { type: values ? (values.length < 5 ? 'inline-radio' : 'select') : 'text' },
    ...(values && { options: [undefined, ...values] }),
  };
}

function row({ name, description, type, default: byDefault }: Item, category: string): ArgType {
  return {
    name: name || '(default)',
    description,
    control: false,
    table: {
      category,
      type: type && { summary: type.text },
      defaultValue: byDefault === undefined ? undefined : { summary: byDefault },
    },
  };
}

/** How a method is called. */
const signature = ({ parameters = [] }: Member): string =>
  `(${parameters.map(({ name, type }) => (type ? `${name}: ${type.text}` : name)).join(', ')})`;

/**
 * The rows of an element's table. Keys are attribute names for what has a control, so that the arguments of a story are
 * what a page writes; keys of the rest begin with their kind, as a part and an attribute may have one name.
 */
export function argTypesOf(tag: string): Readonly<Record<string, ArgType>> {
  const declaration = declarationOf(tag);
  if (!declaration) return {};
  const { attributes = [], members = [], events = [], slots = [], cssParts = [], cssProperties = [] } = declaration;
  const rows = (kind: string, items: readonly Item[], category: string) =>
    items.map((item) => [`${kind}:${item.name}`, row(item, category)] as const);
  const methods = members
    .filter(({ kind }) => kind === 'method')
    .map((member) => ({ ...member, type: { text: signature(member) } }));
  return Object.fromEntries([
    ...attributes.map((item) => [item.name, attributeArg(item)] as const),
    ...rows(
      'property',
      members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
      'Properties',
    ),
    ...rows('method', methods, 'Methods'),
    ...rows('event', events, 'Events'),
    ...rows('slot', slots, 'Slots'),
    ...cssProperties.map((item) => {
      const type = item.default?.startsWith('#') ? 'color' : 'text';
      return [item.name, { ...row(item, 'Tokens'), control: { type } } as const] as const;
    }),
    ...rows('part', cssParts, 'Parts'),
  ]);
}
