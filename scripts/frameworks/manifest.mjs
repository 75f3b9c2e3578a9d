// custom-elements.json as the generators of editor data, types and wrappers read it.
import { readFileSync } from 'node:fs';

export const readManifest = () => JSON.parse(readFileSync('custom-elements.json', 'utf8'));

/**
 * Every public element, in the order of the tags: its attributes with the values they take, its properties, events,
 * slots, parts and tokens. What a class above brings is left out of `own`.
 */
export function readElements(manifest = readManifest()) {
  const classes = manifest.modules.flatMap(({ path, declarations }) =>
    declarations.map((declaration) => ({ ...declaration, path })),
  );
  const element = (declaration) => {
    const { members = [], attributes = [] } = declaration;
    return {
      tag: declaration.tagName,
      className: declaration.name,
      path: declaration.path,
      base: declaration.superclass?.name,
      description: declaration.description,
      attributes: attributes.map(({ name, fieldName, description, type, inheritedFrom }) => ({
        name,
        property: fieldName,
        description,
        values: valuesOf(type.text),
        isOwn: !inheritedFrom,
      })),
      // Rich data, which no attribute can hold.
      properties: members
        .filter(({ kind, attribute }) => kind === 'field' && !attribute)
        .map(({ name, description, type, inheritedFrom }) => ({
          name,
          description,
          type: type.text,
          isOwn: !inheritedFrom,
        })),
      events: (declaration.events ?? []).map(({ name, description, type }) => ({ name, description, type: type.text })),
      slots: declaration.slots ?? [],
      parts: declaration.cssParts ?? [],
      tokens: declaration.cssProperties ?? [],
    };
  };
  const byTag = (a, b) => (a.tag < b.tag ? -1 : 1);
  const elements = classes.filter(({ tagName }) => tagName).map(element);
  // The classes that elements extend, the most general first.
  const bases = classes.filter(({ name }) => elements.some(({ base }) => base === name)).map(element);
  return { elements: elements.sort(byTag), bases: bases.sort((a, b) => a.attributes.length - b.attributes.length) };
}

/** `'auto' | 'light' | ''` → the values one would write, or none for any text. */
export function valuesOf(type) {
  const values = [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value).filter(Boolean);
  return values.length ? values : undefined;
}

/** `fig-lead-withdraw` → `onFigLeadWithdraw`. */
export const handlerName = (event) => `on${event.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase())}`;
