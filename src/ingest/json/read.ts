import { z } from 'zod';
import { decode, lineOfIndex } from '../encoding.ts';
import type { IngestReport } from '../rules.ts';
import type { Source } from '../source.ts';
import { explainIssue } from './issues.ts';
import { lineOfPath } from './locate.ts';

/** A JSON file that could be parsed: its value, and its text so that findings get a line. */
export type JsonFile = { readonly file: string; readonly text: string; readonly value: unknown };

/** Parses a JSON file; null, with a finding, when its syntax is wrong. */
export function readJson(source: Source, report: IngestReport): JsonFile | null {
  const { file } = source;
  const text = decode(file, source.bytes, report);
  if (text === null) return null;
  if (text.trim() === '') {
    report('fil-tom', { file }, 'Filen är tom.');
    return null;
  }
  try {
    return { file, text, value: JSON.parse(text) };
  } catch (problem) {
    const at = /position (\d+)/.exec(String(problem))?.[1];
    const index = at === undefined ? text.length : Number(at);
    const value = text.slice(index, index + 20).split('\n')[0] ?? '';
    const before = text.slice(0, index).trimEnd().at(-1);
    report(
      'json-syntax',
      { file, row: lineOfIndex(text.trimEnd(), index), value },
      index >= text.trimEnd().length ? 'Filen slutar mitt i.' : 'Här går filen inte att läsa vidare.',
      before === ','
        ? 'Ta bort kommatecknet efter den sista uppgiften.'
        : 'Kontrollera citattecken, kommatecken och parenteser på raden och raden före.',
    );
    return null;
  }
}

/** `["utgavor", 0, "ar"]` → `utgavor[0].ar`. */
const pathText = (path: readonly PropertyKey[]) =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i > 0 ? '.' : ''}${String(step)}`))
    .join('');

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined),
    value,
  );
}

/** The keys of the object schema at a path: what an unknown key there may have been meant to be. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
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
  path: readonly PropertyKey[],
  schema: z.ZodType<T>,
  report: IngestReport,
): T | null {
  const part = valueAt(json.value, path);
  const result = schema.safeParse(part);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const input = valueAt(part, issue.path);
    for (const { code, message, suggestion, key } of explainIssue(issue, input, keysAt(schema, issue.path))) {
      const full = [...path, ...issue.path, ...(key === undefined ? [] : [key])];
      const value = key === undefined ? input : valueAt(input, [key]);
      report(
        code,
        {
          file: json.file,
          row: lineOfPath(json.text, full),
          column: pathText(full) || null,
          value: written(value),
        },
        message,
        suggestion,
      );
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

/** Where a part of a JSON file stands, for findings that no schema can make. */
export function placeIn(
  json: JsonFile,
  path: readonly PropertyKey[],
  value: unknown = valueAt(json.value, path),
) {
  return { file: json.file, row: lineOfPath(json.text, path), column: pathText(path), value: written(value) };
}
