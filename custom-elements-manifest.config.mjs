// What the analyzer reads from the sources for custom-elements.json. `scripts/docs.mjs` runs it; `npm run build` too.

export default {
  globs: ['src/define/*.ts', 'src/elements/**/*.ts', 'src/events/*.ts', 'src/styles/*.ts', 'src/index.ts'],
  litelement: true,
  packagejson: false, // else it rewrites package.json
  plugins: [tagNames(), allowedValues(), tokenDefaults(), publicApi()],
};

/** Tags come from `defineElement('<tag>', Class)`, which the analyzer knows nothing of. */
function tagNames() {
  const tags = new Map();
  return {
    name: 'tag-names',
    collectPhase({ ts, node }) {
      if (!isCallOf(ts, node, 'defineElement')) return;
      const [tag, element] = node.arguments;
      tags.set(element.text, tag.text);
    },
    analyzePhase({ ts, node, moduleDoc }) {
      if (!isCallOf(ts, node, 'defineElement')) return;
      const [tag, element] = node.arguments;
      moduleDoc.exports.push({
        kind: 'custom-element-definition',
        name: tag.text,
        declaration: { name: element.text, module: '' },
      });
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { path, declaration } of declarationsOf(modules)) {
        const tagName = tags.get(declaration.name);
        if (!tagName) continue;
        Object.assign(declaration, { customElement: true, tagName });
        for (const { exports } of modules) {
          const definition = exports.find(({ name }) => name === tagName);
          if (definition) definition.declaration.module = path;
        }
      }
    },
  };
}

/**
 * What an attribute can be, and what it is when left out, from where the element reads it:
 * `oneOf(this.localName, 'theme', this.theme, THEMES, this.#around.value?.theme ?? 'auto')`.
 * Types made from such a list are spelled out: `type Theme = (typeof THEMES)[number]`.
 */
function allowedValues() {
  const lists = new Map();
  const aliases = new Map();
  const reads = new Map();
  const union = (list) =>
    lists
      .get(list)
      ?.map((value) => `'${value}'`)
      .join(' | ');
  return {
    name: 'allowed-values',
    collectPhase({ ts, node }) {
      if (ts.isVariableDeclaration(node) && node.initializer && ts.isAsExpression(node.initializer)) {
        const { expression: list } = node.initializer;
        if (!ts.isArrayLiteralExpression(list) || !list.elements.every(ts.isStringLiteral)) return;
        lists.set(
          node.name.text,
          list.elements.map(({ text }) => text),
        );
      } else if (ts.isTypeAliasDeclaration(node)) {
        const [, list] = /^\(typeof (\w+)\)\[number\]$/.exec(node.type.getText()) ?? [];
        if (list) aliases.set(node.name.text, list);
      } else if (isCallOf(ts, node, 'oneOf')) {
        const [, attribute, , list, fallback] = node.arguments;
        const last = ts.isBinaryExpression(fallback) ? fallback.right : fallback;
        reads.set(attribute.text, { list: list.getText(), fallback: ts.isStringLiteral(last) && `'${last.text}'` });
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      for (const { declaration } of declarationsOf(modules)) {
        for (const attribute of declaration.attributes ?? []) {
          const read = reads.get(attribute.name);
          if (read) attribute.type = { text: union(read.list) };
          if (read?.fallback) attribute.default = read.fallback;
          else if (attribute.default === "''") delete attribute.default; // left out, it is not the empty string
        }
        for (const { type } of declaration.members ?? []) {
          if (type) type.text = type.text.replaceAll(/\w+/g, (word) => union(aliases.get(word)) ?? word);
        }
      }
    },
  };
}

/** What a token is when a page does not set it: the fallback in `var(--fig-…, fallback)`. */
function tokenDefaults() {
  const defaults = new Map();
  return {
    name: 'token-defaults',
    collectPhase({ ts, node }) {
      if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'css') return;
      for (const [, name, fallback] of node.template.getText().matchAll(/var\((--fig-[\w-]+)(?:,\s*([^()]+))?\)/g)) {
        defaults.set(name, fallback);
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const documented = new Set();
      for (const { declaration } of declarationsOf(modules)) {
        for (const token of declaration.cssProperties ?? []) {
          documented.add(token.name);
          if (defaults.get(token.name)) token.default = defaults.get(token.name);
        }
      }
      report(
        'has no @cssproperty line',
        [...defaults.keys()].filter((name) => !documented.has(name)),
      );
      report(
        'has a @cssproperty line, and no style uses it',
        [...documented].filter((name) => !defaults.has(name)),
      );
    },
  };
  function report(what, names) {
    for (const name of names) problems.push(`${name} ${what}.`);
  }
}

/** Faults found in the sources. The analyzer swallows what a plugin throws, so `scripts/docs.mjs` throws them. */
export const problems = [];

/** Keeps what a page or a developer can use, and points at the files that are published. */
function publicApi() {
  return {
    name: 'public-api',
    packageLinkPhase({ customElementsManifest: manifest }) {
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter(({ kind }) => kind === 'class');
        const names = new Set(module.declarations.map(({ name }) => name));
        module.exports = module.exports.filter(
          ({ kind, declaration }) =>
            kind === 'custom-element-definition' || names.has(declaration.name) || module.path === 'src/index.ts',
        );
        for (const declaration of module.declarations) {
          declaration.members = declaration.members?.filter(isPublic);
          declaration.events = declaration.events?.filter(({ name }) => name); // nameless: seen in a call, not documented
        }
      }
      manifest.modules = manifest.modules
        .filter((module) => module.declarations.length || module.exports.length)
        .sort((a, b) => (a.path < b.path ? -1 : 1));
      publish(manifest);
    },
  };
}

const isPublic = ({ name, privacy, static: isStatic }) =>
  (privacy ?? 'public') === 'public' && !isStatic && !/^[#_]/.test(name);

/** `src/x.ts` is published as `dist/esm/x.js`. */
function publish(value) {
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner) publish(inner);
    else if (key === 'path' || key === 'module') {
      value[key] = String(inner).replace(/^\/?src\/(.*)\.[jt]s$/, 'dist/esm/$1.js');
    }
  }
}

const declarationsOf = (modules) =>
  modules.flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, declaration })));

const isCallOf = (ts, node, name) => ts.isCallExpression(node) && node.expression.getText() === name;
