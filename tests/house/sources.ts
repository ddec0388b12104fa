import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** The source files as these tests read them: where they lie, what they import, export and declare. */

const list = (folder: string, ending: RegExp) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && ending.test(e.name))
    .map((e) => join(e.parentPath, e.name).split(sep).join('/'))
    .sort();

export const sources = list('src', /\.(ts|astro)$/);
export const tests = list('tests', /\.ts$/);
export const scripts = list('scripts', /\.(ts|mjs)$/);

export const read = (path: string) => readFileSync(path, 'utf8');

/** The folder directly below `src/`, or '' for a file that lies in `src/` itself. */
export const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? '';

/** Paths (from the root of the repository) of the files that a file imports from the repository. */
export const importsOf = (path: string): readonly string[] =>
  [...read(path).matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map(([, to = '']) =>
    relative('.', join(dirname(path), to))
      .split(sep)
      .join('/'),
  );

const parsed = new Map<string, ts.SourceFile>();

/** The TypeScript of a file; of an Astro component, what stands between its fences. */
function parse(path: string): ts.SourceFile {
  const before = parsed.get(path);
  if (before) return before;
  const text = read(path);
  const code = path.endsWith('.astro') ? (/^---\n(.*?)\n---/s.exec(text)?.[1] ?? '') : text;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  parsed.set(path, file);
  return file;
}

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node) ?? []).some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

const namesIn = (name: ts.BindingName): readonly string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((e) => (ts.isBindingElement(e) ? namesIn(e.name) : []));

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isExportDeclaration(statement)) {
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause) return [`* from ${moduleSpecifier?.getText()}`];
    return ts.isNamedExports(exportClause)
      ? exportClause.elements.map((e) => e.name.text)
      : [exportClause.name.text];
  }
  if (!isExported(statement)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap((d) => namesIn(d.name));
  const { name } = statement as ts.Statement & { readonly name?: ts.Identifier };
  return name ? [name.text] : [];
}

/** Names that a file exports, each once (a type and its schema may share one). */
export const exportsOf = (path: string): readonly string[] => [
  ...new Set(parse(path).statements.flatMap(namesOf)),
];

/** Every function of a file with more positional parameters than `most`, by name (one without a name by its file's). */
export function crowdedFunctions(path: string, most: number): readonly string[] {
  const file = parse(path);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.parameters.length > most) {
      const named = node.name ?? (ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined);
      found.push(named?.getText(file) ?? `in ${basename(path)}`);
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** What is taken apart with an empty text as default, `const { namn = '' } = …` and `for (const [, a = ''] of …)`: the text of its source. */
export function emptyDefaults(path: string): readonly string[] {
  const file = parse(path);
  const found: string[] = [];
  const isEmpty = (node: ts.Expression | undefined) =>
    node !== undefined && ts.isStringLiteralLike(node) && node.text === '';
  const look = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && !ts.isIdentifier(node.name)) {
      const { elements } = node.name;
      const { parent } = node.parent;
      const source = node.initializer ?? (ts.isForOfStatement(parent) ? parent.expression : undefined);
      if (source && elements.some((e) => ts.isBindingElement(e) && isEmpty(e.initializer)))
        found.push(source.getText(file));
    }
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** What a value of JSON may meet at once: a schema, or the type that says that nothing is known. */
function isChecked(node: ts.Expression): boolean {
  const around = node.parent;
  if (ts.isAwaitExpression(around) || ts.isParenthesizedExpression(around)) return isChecked(around);
  if (ts.isVariableDeclaration(around)) return around.type?.kind === ts.SyntaxKind.UnknownKeyword;
  // Read only to see whether it can be read.
  if (ts.isExpressionStatement(around)) return true;
  if (!ts.isCallExpression(around) || around.expression === node) return false;
  const { expression } = around;
  const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return ['parse', 'safeParse', 'withoutSchema'].includes(name.getText()) && !isJsonParse(around);
}

const isJsonParse = (node: ts.CallExpression) => node.expression.getText() === 'JSON.parse';

/** What a file reads of JSON and takes for more than unknown without a schema: the lines of its source. */
export function uncheckedJson(path: string): readonly string[] {
  const file = parse(path);
  const unknown = new Set<string>();
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const method = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : '';
      const isRead = isJsonParse(node) || (method === 'json' && node.arguments.length === 0);
      if (isRead && !isChecked(node)) found.push(node.getText(file));
      const { parent } = node;
      if (isRead && ts.isVariableDeclaration(parent)) unknown.add(parent.name.getText(file));
    }
    if (ts.isAsExpression(node) && unknown.has(node.expression.getText(file))) found.push(node.getText(file));
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

/** The markup of an Astro component, without what stands between its fences. */
export const withoutFences = (astro: string): string => astro.replace(/^---\n.*?\n---/s, '');

/** The names of all methods that a file calls, outside the function of one name. */
export function calledIn(path: string, outside: string): readonly string[] {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name?.text === outside) return;
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      found.push(node.expression.name.text);
    ts.forEachChild(node, look);
  };
  look(parse(path));
  return found;
}
