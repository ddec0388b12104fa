import { findNodeAtLocation, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import { BOUNDS } from '../../model/limits.ts';
import { beforeFirst } from '../../model/pieces.ts';
import type { Place } from '../../model/rulebook.ts';
import { controlIn, controlMessage, decode, lineOfIndex } from '../encoding.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import { explainIssue } from './issues.ts';

/** A JSON file that could be parsed: its value, and its text and tree so that findings get a line. */
export type JsonFile = {
  readonly file: string;
  readonly text: string;
  readonly tree: Node;
  readonly value: unknown;
};

type Path = readonly (string | number)[];

/** Deeper than any schema of ours, and far from what a recursive reader can take. */
const DEEPEST = BOUNDS.file.jsonDepth;

/** Where brackets nest deeper than `DEEPEST`; −1 when they do not. */
function tooDeepAt(text: string): number {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 92) i += 1;
      else if (c === 34) quoted = false;
    } else if (c === 34) quoted = true;
    else if (c === 123 || c === 91) {
      depth += 1;
      if (depth > DEEPEST) return i;
    } else if (c === 125 || c === 93) depth -= 1;
  }
  return -1;
}

/**
 * Parses a JSON file. Null, with a finding, when its syntax is wrong, and also when a key stands twice in an object: a
 * parser would take the last one, and nobody can tell which was meant.
 */
export function readJson(source: Source, report: IngestReport): JsonFile | null {
  const { file } = source;
  const text = decode(file, source.bytes, report);
  if (text === null) return null;
  if (text.trim() === '') {
    report('fil-tom', { file }, 'Filen är tom.');
    return null;
  }
  const deep = tooDeepAt(text);
  if (deep >= 0) {
    const message = `Här är parenteserna nästlade djupare än ${DEEPEST} steg.`;
    report(
      'json-djup',
      { file, row: lineOfIndex(text, deep) },
      message,
      'Kontrollera att varje { och [ avslutas.',
    );
    return null;
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  if (!tree || errors[0]) {
    reportSyntax(file, text, errors[0]?.offset ?? 0, report);
    return null;
  }
  const doubled = reportDoubled(file, text, tree, report);
  reportControls(file, text, tree, report);
  if (doubled) return null;
  const value: unknown = JSON.parse(text);
  return { file, text, tree, value: withoutSchema(value) };
}

/** The content of a file that names the schema which editors hold it against. That is for them, and not for us. */
export function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}

function reportSyntax(file: string, text: string, index: number, report: IngestReport): void {
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) {
    const at = text.search(/^(?:<{7}|={7}|>{7})/m);
    const place = { file, row: lineOfIndex(text, at), value: beforeFirst(text.slice(at, at + 20), '\n') };
    report(
      'fil-konflikt',
      place,
      'Här står märken efter två versioner som inte gick att slå ihop.',
      CONFLICT,
    );
    return;
  }
  const value = beforeFirst(text.slice(index, index + 20), '\n');
  const before = text.slice(0, index).trimEnd().at(-1);
  report(
    'json-syntax',
    { file, row: lineOfIndex(text.trimEnd(), index), value },
    index >= text.trimEnd().length ? 'Filen slutar mitt i.' : 'Här går filen inte att läsa vidare.',
    before === ','
      ? 'Ta bort kommatecknet efter den sista uppgiften.'
      : 'Kontrollera citattecken, kommatecken och parenteser på raden och raden före.',
  );
}

export const CONFLICT = 'Välj den version som gäller, och ta bort raderna med <<<<<<<, ======= och >>>>>>>.';

/** Reports every key that stands more than once in the same object. */
function reportDoubled(file: string, text: string, tree: Node, report: IngestReport): boolean {
  let doubled = false;
  const visit = (node: Node): void => {
    const seen = new Map<string, Node>();
    for (const child of node.children ?? []) {
      const key = node.type === 'object' ? child.children?.[0] : undefined;
      const before = key && seen.get(String(key.value));
      if (key && before) {
        doubled = true;
        report(
          'json-nyckel-dubbel',
          { file, row: lineOfIndex(text, key.offset), column: String(key.value), value: String(key.value) },
          `Uppgiften ”${key.value}” står redan på rad ${lineOfIndex(text, before.offset)}.`,
          'Ta bort den som inte gäller.',
        );
      } else if (key) seen.set(String(key.value), key);
      visit(child);
    }
  };
  visit(tree);
  return doubled;
}

/** Reports control characters that are written with their code, which `decode` does not see. */
function reportControls(file: string, text: string, tree: Node, report: IngestReport): void {
  if (!/\\(?:u|b|f)/.test(text)) return;
  const visit = (node: Node): void => {
    const control = node.type === 'string' ? controlIn(String(node.value)) : null;
    if (control !== null)
      report(
        'tecken-styr',
        { file, row: lineOfIndex(text, node.offset) },
        controlMessage(control),
        'Ta bort det.',
      );
    for (const child of node.children ?? []) visit(child);
  };
  visit(tree);
}

/** `["utgavor", 0, "ar"]` → `utgavor[0].ar`; an indicator is called by its id: `U30428.kortnamn`. */
function pathText(value: unknown, path: Path): string {
  return path
    .map((step, i) => {
      if (typeof step !== 'number') return `${i > 0 ? '.' : ''}${step}`;
      const item = z.object({ id: z.string().min(1) }).safeParse(valueAt(value, path.slice(0, i + 1)));
      return item.success ? `${i > 0 ? '.' : ''}${item.data.id}` : `[${step}]`;
    })
    .join('');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

/**
 * The line (first = 1) where a value stands. A path that leads nowhere gives the line of the last part that exists:
 * that is where a missing key should be.
 */
function lineOfPath({ text, tree }: JsonFile, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return lineOfIndex(text, node.offset);
  }
  return lineOfIndex(text, tree.offset);
}

/** The keys of the object schema at a path: what an unknown key there may have been meant to be. */
function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return keysAt(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return keysAt(schema.element as z.ZodType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [step, ...rest] = path;
  if (step === undefined) return Object.keys(schema.shape);
  const inner = schema.shape[String(step)] as z.ZodType | undefined;
  return inner ? keysAt(inner, rest) : [];
}

/**
 * Holds a part of a JSON file against its schema and reports every difference with its line.
 * @param path where in the file the part stands
 */
export function validate<T>(
  json: JsonFile,
  path: Path,
  schema: z.ZodType<T>,
  report: IngestReport,
): T | null {
  const part = valueAt(json.value, path);
  const result = schema.safeParse(part);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const issuePath = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const input = valueAt(part, issuePath);
    for (const { code, message, suggestion, key } of explainIssue(issue, input, keysAt(schema, issuePath))) {
      const full = [...path, ...issuePath, ...(key === undefined ? [] : [key])];
      const place = placeIn(json, full, key === undefined ? input : valueAt(input, [key]));
      report(code, { ...place, column: place.column === '' ? null : place.column }, message, suggestion);
    }
  }
  return null;
}

/** A value as it stands in the file, shortened when it is a whole structure. */
function written(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/**
 * Where the entry of a list stands that has a key, for findings about what is not there at all.
 * @param below where in the file the list is
 */
export function placeOfEntry(
  { files }: Pick<Reading, 'files'>,
  file: string,
  { below = [], key, is }: { readonly below?: Path; readonly key: string; readonly is: string | number },
): Place {
  const bytes = files.get(file);
  const json = bytes ? readJson({ file, bytes }, () => {}) : null;
  const list = json ? valueAt(json.value, below) : null;
  const at = Array.isArray(list) ? list.findIndex((entry) => valueAt(entry, [key]) === is) : -1;
  return json && at >= 0 ? placeIn(json, [...below, at, key]) : { file, column: key, value: String(is) };
}

/** Where a part of a JSON file stands, for findings that no schema can make. */
export function placeIn(json: JsonFile, path: Path, value: unknown = valueAt(json.value, path)) {
  return {
    file: json.file,
    row: lineOfPath(json, path),
    column: pathText(json.value, path),
    value: written(value),
  };
}
