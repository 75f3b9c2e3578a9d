// Takes the indentation out of `html` templates. A server's markup is taken over only by a browser with the same templates,
// so both builds do it with this: dist/esm, which prerenders, and the browser's.
import ts from 'typescript';

const shorter = (raw) => raw.replaceAll(/[ \t]*\n[ \t\n]*/g, ' ');

/** For the compiler: each line break in a template becomes one space, with what indents the next line. */
export const shorterTemplates = (context) => {
  const { factory } = context;
  const visitLiteral = (node) => {
    if (ts.isNoSubstitutionTemplateLiteral(node)) {
      return factory.createNoSubstitutionTemplateLiteral(undefined, shorter(node.rawText));
    }
    if (ts.isTemplateHead(node)) return factory.createTemplateHead(undefined, shorter(node.rawText));
    if (ts.isTemplateMiddle(node)) return factory.createTemplateMiddle(undefined, shorter(node.rawText));
    if (ts.isTemplateTail(node)) return factory.createTemplateTail(undefined, shorter(node.rawText));
    if (ts.isTemplateExpression(node) || ts.isTemplateSpan(node)) return ts.visitEachChild(node, visitLiteral, context);
    return node;
  };
  const visit = (node) => {
    const inside = ts.visitEachChild(node, visit, context);
    if (!ts.isTaggedTemplateExpression(inside) || inside.tag.getText?.() !== 'html') return inside;
    return factory.updateTaggedTemplateExpression(
      inside,
      inside.tag,
      inside.typeArguments,
      visitLiteral(inside.template),
    );
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

/** The same for the text of one file. */
export function withShorterTemplates(code, name) {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const { transformed } = ts.transform(file, [shorterTemplates]);
  return ts.createPrinter().printFile(transformed[0]);
}

/** `dist/esm`, as `tsc -p tsconfig.build.json` makes it. */
export function buildEsm() {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', undefined, ts.sys);
  const program = ts.createProgram(fileNames, options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, undefined, { before: [shorterTemplates] });
  const found = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  const said = ts.formatDiagnosticsWithColorAndContext(found, ts.createCompilerHost(options));
  if (found.length) throw new Error(`${said}tsc failed.`);
}
