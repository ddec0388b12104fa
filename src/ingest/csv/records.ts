import { z } from 'zod';
import type { Place } from '../../model/rulebook.ts';
import { explainNumber, plainNumber } from '../cells/number.ts';
import { isFormula, reportForeign, reportFormula } from '../cells/text.ts';
import { explainIssue } from '../json/issues.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import { readTable } from './table.ts';

/** A cell that must hold some text. */
export const Text = z.string().trim().min(1);
/** A cell that may be empty. */
export const OptionalText = z.string().trim();
/** A cell with a number, decimal comma or point. */
export const NumberCell = z.string().transform(plainNumber).pipe(z.number());
/** A cell with a whole number. */
export const IntegerCell = z.string().transform(plainNumber).pipe(z.int());
/** A cell that may be empty, else holds a year. */
export const OptionalYear = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().min(1900).max(2100).nullable());

/** How the rows of a small table look: a zod schema a column, in the order that the columns should stand. */
export type RecordSchema = z.ZodObject;

/**
 * Reads a small CSV file where every row is an object with a schema, and reports each cell that breaks it.
 * @param optional columns that may be left out; they are then read as empty
 * @returns the valid rows and the line of each
 */
export function readRecords<S extends RecordSchema>(
  reading: Reading,
  source: Source,
  schema: S,
  optional: readonly string[] = [],
): readonly { readonly record: z.output<S>; readonly line: number }[] {
  const { file } = source;
  const names = Object.keys(schema.shape);
  const required = names.filter((name) => !optional.includes(name));
  const records: { record: z.output<S>; line: number }[] = [];
  readTable(reading, source, { required, optional }, (at) => (fields, line) => {
    const raw = Object.fromEntries(names.map((name) => [name, fields[at.get(name) ?? -1] ?? '']));
    const formula = reportFormulas(file, line, raw, reading.report);
    const result = schema.safeParse(raw);
    if (result.success && !formula) records.push({ record: result.data, line });
    if (result.success) return;
    for (const issue of result.error.issues) {
      const column = String(issue.path[0] ?? '');
      const text = raw[column] ?? '';
      if (!isFormula(text))
        reportIssue({ file, row: line, column, value: text }, text, issue, reading.report);
    }
  });
  return records;
}

function reportFormulas(
  file: string,
  row: number,
  raw: Readonly<Record<string, string>>,
  report: IngestReport,
): boolean {
  let found = false;
  for (const [column, text] of Object.entries(raw)) {
    // A negative number is a number.
    if (!isFormula(text) || !Number.isNaN(plainNumber(text))) continue;
    reportFormula({ file, row, column }, text, report);
    found = true;
  }
  return found;
}

function reportIssue(place: Place, text: string, issue: z.core.$ZodIssue, report: IngestReport): void {
  if (reportForeign(place, text, report, 'Skriv ett värde.')) return;
  const numeric = issue.code === 'invalid_type' && ['number', 'int', 'nan'].includes(issue.expected);
  if (numeric && Number.isNaN(plainNumber(text))) {
    const problem = explainNumber(text);
    report(problem.code, place, problem.message, problem.suggestion);
    return;
  }
  for (const { message, suggestion } of explainIssue(issue, text, []))
    report('cell-ogiltig', place, `”${text}” går inte här. ${message}`, suggestion);
}
