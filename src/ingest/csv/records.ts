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
 * @param lenient the same schema with stand-ins for cells that nothing hangs on: a row that only fails there is
 *   kept, so that one defect does not become many
 * @param optional columns that may be left out; they are then read as empty
 * @returns the rows that could be used, and the line of each
 */
export function readRecords<S extends RecordSchema>(
  reading: Reading,
  source: Source,
  schema: S,
  lenient: RecordSchema = schema,
  optional: readonly string[] = [],
): readonly { readonly record: z.output<S>; readonly line: number }[] {
  const { file } = source;
  const names = Object.keys(schema.shape);
  const required = names.filter((name) => !optional.includes(name));
  const records: { record: z.output<S>; line: number }[] = [];
  readTable(reading, source, { required, optional }, (at) => (fields, line) => {
    const raw = Object.fromEntries(names.map((name) => [name, fields[at.get(name) ?? -1] ?? '']));
    reportFormulas(file, line, raw, reading.report);
    const result = schema.safeParse(raw);
    if (!result.success) reportIssues(file, line, raw, result.error.issues, schema, reading.report);
    const usable = result.success ? result : lenient.safeParse(withZeros(raw, schema));
    if (usable.success) records.push({ record: usable.data as z.output<S>, line });
  });
  return records;
}

type Raw = Readonly<Record<string, string>>;

/** The text with the zero that it must have lost to be invalid in its column; null when that is not what is wrong. */
function withZero(column: string, text: string, schema: RecordSchema): string | null {
  const cell = schema.shape[column];
  if (!(cell instanceof z.ZodString) || !/^\d+$/.test(text) || cell.safeParse(text).success) return null;
  return cell.safeParse(`0${text}`).success ? `0${text}` : null;
}

const withZeros = (raw: Raw, schema: RecordSchema): Raw =>
  Object.fromEntries(
    Object.entries(raw).map(([column, text]) => [column, withZero(column, text, schema) ?? text]),
  );

function reportFormulas(file: string, row: number, raw: Raw, report: IngestReport): void {
  // A negative number is a number.
  for (const [column, text] of Object.entries(raw))
    if (isFormula(text) && Number.isNaN(plainNumber(text)))
      reportFormula({ file, row, column }, text, report);
}

function reportIssues(
  file: string,
  row: number,
  raw: Raw,
  issues: readonly z.core.$ZodIssue[],
  schema: RecordSchema,
  report: IngestReport,
): void {
  for (const issue of issues) {
    const column = String(issue.path[0] ?? '');
    const text = raw[column] ?? '';
    const place = { file, row, column, value: text };
    const padded = withZero(column, text, schema);
    if (padded !== null)
      report(
        'kommunkod-tappad-nolla',
        place,
        `Koden ”${text}” har tappat sin inledande nolla.`,
        `Menade du ”${padded}”? Formatera kolumnen som text i kalkylprogrammet.`,
      );
    else if (!isFormula(text)) reportIssue(place, text, issue, report);
  }
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
