import { z } from 'zod';
import { must } from '../../model/must.ts';
import { cellAt, cellIn } from '../../model/pieces.ts';
import type { Place } from '../../model/rulebook.ts';
import { explainNumber, plainNumber, wholeNumberHint } from '../cells/number.ts';
import { isFormula, reportForeign, reportFormula } from '../cells/text.ts';
import { explainIssue } from '../json/issues.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import { readTable } from './table.ts';

/** A cell that must hold some text. */
export const Text = z.string().trim().min(1);
/** A cell that may be empty. */
export const OptionalText = z.string().trim();
/** What a cell that may be empty says: null when it says nothing. */
/** A number or nothing as its cell is written, for the words of a finding. */
export const asWritten = (value: number | null): string => (value === null ? '' : String(value));

export const orNull = (text: string): string | null => (text === '' ? null : text);
/** A cell with a number, decimal comma or point. */
export const NumberCell = z.string().transform(plainNumber).pipe(z.number());
/** A cell with a whole number. */
export const IntegerCell = z.string().transform(plainNumber).pipe(z.int());
/** A cell that may be empty, else holds how many there are of something. */
export const OptionalCount = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().nullable());
/** A cell that may be empty, else holds a year. */
export const OptionalYear = z
  .string()
  .transform((text) => (text === '' ? null : plainNumber(text)))
  .pipe(z.int().min(1900).max(2100).nullable());

/** How the rows of a small table look: a zod schema a column, in the order that the columns should stand. */
export type RecordSchema = z.ZodObject;

/** Where a file may be less than whole. */
type Leniency = {
  /** The same schema with stand-ins for cells that nothing hangs on: a row that only fails there is kept. */
  readonly lenient?: RecordSchema | undefined;
  /** Columns that may be left out; they are then read as empty. */
  readonly optional?: readonly string[] | undefined;
};

/**
 * Reads a small CSV file where every row is an object with a schema, and reports each cell that breaks it.
 * @param leniency stand-ins, so that one defect does not become many, and columns that may be left out
 * @returns the rows that could be used, and the line of each
 */
export function readRecords<S extends RecordSchema>(
  reading: Reading,
  source: Source,
  schema: S,
  { lenient = schema, optional = [] }: Leniency = {},
): readonly { readonly record: z.output<S>; readonly line: number }[] {
  const { file } = source;
  const names = Object.keys(schema.shape);
  const required = names.filter((name) => !optional.includes(name));
  const records: { record: z.output<S>; line: number }[] = [];
  readTable(reading, source, { required, optional }, (at) => (fields, line) => {
    const raw = Object.fromEntries(names.map((name) => [name, cellAt(fields, at.get(name))]));
    reportFormulas(file, line, raw, reading.report);
    const result = schema.safeParse(raw);
    const usable = result.success
      ? result
      : lenient.safeParse(
          explainRow({ file, row: line }, raw, { issues: result.error.issues, schema }, reading.report),
        );
    if (usable.success) records.push({ record: usable.data as z.output<S>, line });
  });
  return records;
}

type Raw = Readonly<Record<string, string>>;

const isNumber = (text: string) => !Number.isNaN(plainNumber(text));

/** True for a cell that takes whole numbers only. */
const isWhole = (cell: z.core.$ZodType): boolean => {
  const takes = (text: string) => z.core.safeParse(cell, text).success;
  return takes('2000') && !takes('2000.5');
};

/** True for what a spreadsheet could run. A negative number is a number. */
const runs = (text: string) => isFormula(text) && !isNumber(text);

function reportFormulas(file: string, row: number, raw: Raw, report: IngestReport): void {
  for (const [column, text] of Object.entries(raw))
    if (runs(text)) reportFormula({ file, row, column }, text, report);
}

/** Reports what is wrong with a row. Returns it with what was surely meant in place of what stands there. */
function explainRow(
  at: { readonly file: string; readonly row: number },
  raw: Raw,
  { issues, schema }: { readonly issues: readonly z.core.$ZodIssue[]; readonly schema: RecordSchema },
  report: IngestReport,
): Raw {
  const meant = issues.map((issue) => {
    const column = String(must(issue.path[0], 'column of an issue'));
    const text = cellIn(raw, column);
    const place = { ...at, column, value: text };
    const cell = schema.shape[column];
    return [column, runs(text) ? text : explainCell(place, text, { issue, cell }, report)];
  });
  return { ...raw, ...Object.fromEntries(meant) };
}

/** Reports what is wrong with a cell. Returns the text that was surely meant, or the text itself. */
function explainCell(
  place: Place,
  text: string,
  { issue, cell }: { readonly issue: z.core.$ZodIssue; readonly cell: z.core.$ZodType | undefined },
  report: IngestReport,
): string {
  if (!isNumber(text) && reportForeign(place, text, report, 'Skriv ett värde.')) return text;
  if (cell instanceof z.ZodString && /^\d+$/.test(text) && cell.safeParse(`0${text}`).success) {
    report(
      'kommunkod-tappad-nolla',
      place,
      `Koden ”${text}” har tappat sin inledande nolla.`,
      `Menade du ”0${text}”? Formatera kolumnen som text i kalkylprogrammet.`,
    );
    return `0${text}`;
  }
  const numeric = issue.code === 'invalid_type' && ['number', 'int', 'nan'].includes(issue.expected);
  if (numeric && !isNumber(text)) {
    const problem = explainNumber(text, cell !== undefined && isWhole(cell));
    report(problem.code, place, problem.message, problem.suggestion);
    return problem.understood === null ? text : String(problem.understood);
  }
  if (cell === OptionalCount && issue.code === 'invalid_type' && isNumber(text)) {
    report('tal-ej-heltal', place, `”${text}” är inte ett heltal.`, wholeNumberHint(text));
    return text;
  }
  for (const { message, suggestion } of explainIssue(issue, text, []))
    report('cell-ogiltig', place, `”${text}” går inte här. ${message}`, suggestion);
  return text;
}
