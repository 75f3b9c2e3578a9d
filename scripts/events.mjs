// Reads from src/events/events.ts what events there are, with the compiler, so that a union is spelled out wherever it
// is made. The README and privacy.json are held against this.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

/** A program of some source files, as tsconfig.json has it. */
export function programOf(files) {
  const { config } = ts.readConfigFile(at('tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  return ts.createProgram(files.map(at), { ...options, types: [] });
}

/**
 * Every event, and the fields that all of them have.
 * @returns `events`: name, class, when, whether cancelable, and fields; `shared`: fields. A field has a name, the type
 * (see {@link shapeOf}) and its meaning.
 */
export function readEvents(program = programOf(['src/events/events.ts'])) {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(at('src/events/events.ts'));
  const find = (name) => source.statements.find((statement) => statement.name?.text === name);
  const typeOf = (node) => checker.getTypeAtLocation(node);
  const events = find('FigEventMap').members.map((member) => {
    const event = find(member.type.getText());
    const [detail] = event.heritageClauses[0].types[0].typeArguments;
    const [call] = event.members.find(ts.isConstructorDeclaration).body.statements;
    return {
      name: member.name.text,
      className: event.name.text,
      when: docOf(checker, checker.getSymbolAtLocation(event.name)),
      cancelable: call.expression.arguments[2]?.kind === ts.SyntaxKind.TrueKeyword,
      fields: fieldsOf(checker, typeOf(detail)),
    };
  });
  return { events, shared: fieldsOf(checker, typeOf(find('FigDetail'))) };
}

/** The fields of an interface that a file exports. */
export function readInterface(program, file, name) {
  const checker = program.getTypeChecker();
  const found = program.getSourceFile(at(file)).statements.find((statement) => statement.name?.text === name);
  return fieldsOf(checker, checker.getTypeAtLocation(found));
}

const docOf = (checker, symbol) => ts.displayPartsToString(symbol.getDocumentationComment(checker));

function fieldsOf(checker, type) {
  return checker.getPropertiesOfType(type).map((field) => ({
    name: field.name,
    meaning: docOf(checker, field),
    ...shapeOf(checker, checker.getTypeOfSymbol(field)),
  }));
}

/**
 * What a type allows: `type` is `one-of` (with `values`), `text`, `number`, `boolean`, `list` (with `of`), or `object`
 * (with `fields`); `optional` when it may be left out.
 */
function shapeOf(checker, given) {
  const all = given.isUnion() ? given.types : [given];
  const types = all.filter(({ flags }) => !(flags & ts.TypeFlags.Undefined));
  const optional = types.length < all.length ? { optional: true } : {};
  const [first] = types;
  if (types.every((one) => one.isStringLiteral() || one.isNumberLiteral())) {
    return { type: 'one-of', values: types.map(({ value }) => value), ...optional };
  }
  if (types.every(({ flags }) => flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean', ...optional };
  if (types.length > 1) return { type: checker.typeToString(given), ...optional };
  if (first.flags & ts.TypeFlags.String) return { type: 'text', ...optional };
  if (first.flags & ts.TypeFlags.Number) return { type: 'number', ...optional };
  if (checker.isArrayType(first)) {
    return { type: 'list', of: shapeOf(checker, checker.getTypeArguments(first)[0]), ...optional };
  }
  if (first.flags & ts.TypeFlags.Object && !checker.getIndexInfosOfType(first).length) {
    return { type: 'object', fields: fieldsOf(checker, first), ...optional };
  }
  return { type: checker.typeToString(first), ...optional };
}
