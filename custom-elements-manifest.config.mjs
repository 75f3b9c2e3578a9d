// What the analyzer reads from the sources for custom-elements.json. `scripts/docs.mjs` runs it; `npm run build` too.

export default {
  globs: ['src/define/*.ts', 'src/elements/**/*.ts', 'src/events/*.ts', 'src/styles/*.ts', 'src/index.ts'],
  litelement: true,
  packagejson: false, // else it rewrites package.json
  plugins: [tagNames(), allowedValues(), tokens(), publicApi()],
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
 * `this.oneOf('theme', this.theme, THEMES, this.#around.value?.theme ?? 'auto')`.
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
      } else if (isCallOf(ts, node, 'this.oneOf')) {
        const [attribute, , list, fallback] = node.arguments;
        const last = ts.isBinaryExpression(fallback) ? fallback.right : fallback;
        reads.set(attribute.text, { list: list.getText(), fallback: ts.isStringLiteral(last) && `'${last.text}'` });
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      if (!reads.size) problems.push('No attribute is read with this.oneOf(), so no values are documented.');
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

/**
 * Tokens, from their one list in src/styles: `TOKENS` says what each is by default, `TOKEN_DOCS` what it means and which
 * element uses it, if not all do.
 */
function tokens() {
  const lists = new Map();
  const used = new Set();
  return {
    name: 'tokens',
    collectPhase({ ts, node }) {
      if (ts.isVariableDeclaration(node) && ['TYPED', 'TOKENS', 'TOKEN_DOCS'].includes(node.name.text)) {
        lists.set(node.name.text, valueOf(ts, node.initializer));
      } else if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'css') {
        const text = node.template.getText();
        for (const [, name] of text.matchAll(/(?:var\(--_|tokenText\(')([\w-]+)/g)) used.add(name);
      }
    },
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const docs = Object.entries(lists.get('TOKEN_DOCS'));
      const defaults = { ...lists.get('TYPED'), ...lists.get('TOKENS') };
      const property = ([name, { meaning }]) => ({
        name: `--fig-${name}`,
        description: meaning,
        default: defaults[name],
      });
      const shared = docs.filter(([, { only }]) => !only).map(property);
      const all = declarationsOf(modules);
      const base = all.find(({ declaration }) => declaration.name === 'GuideElement');
      base.declaration.cssProperties = shared;
      const inheritedFrom = { name: 'GuideElement', module: base.path };
      for (const { declaration } of all.filter((one) => one.declaration.tagName)) {
        const own = docs.filter(([, { only }]) => only === declaration.tagName).map(property);
        declaration.cssProperties = [...own, ...shared.map((token) => ({ ...token, inheritedFrom }))];
      }
      // The palette makes `--_surface` of both surfaces.
      const unused = docs.filter(([name]) => !used.has(name) && name !== 'surface-dark');
      for (const [name] of unused) problems.push(`--fig-${name} is documented, and no style uses it.`);
    },
  };
}

/** What a literal in the sources says; parts that are no literals are left out. */
function valueOf(ts, node) {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return valueOf(ts, node.expression);
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return Object.fromEntries(
    node.properties
      .filter(ts.isPropertyAssignment)
      .map(({ name, initializer }) => [name.text, valueOf(ts, initializer)]),
  );
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
