import { BOUNDS } from '../../model/limits.ts';
import { decode, lineBreaks, lineOfIndex } from '../encoding.ts';
import { CONFLICT } from '../json/read.ts';
import type { IngestReport } from '../rules.ts';
import type { Reading, Source } from '../source.ts';
import { type ColumnAt, type Columns, readHeader } from './header.ts';
import { checkQuotes, type Readable } from './quotes.ts';
import { eachRow } from './rows.ts';
import { firstLine, type Separator, sniffSeparator } from './separator.ts';

/**
 * Takes one row with the right number of fields; the list is used again for the next. `line` is the line in the file
 * where it begins.
 */
export type RowReader = (fields: readonly string[], line: number) => void;

/**
 * Reads a CSV file row by row, and reports what is wrong with its form. Nothing is kept of a row when the reader
 * has read it, so that a million rows take no more memory than what the reader makes of them.
 * @param begin receives where the columns are and gives the row reader; not called when the header is unusable
 * @returns the number of rows with data
 */
export function readTable(
  reading: Reading,
  source: Source,
  columns: Columns,
  begin: (at: ColumnAt) => RowReader,
): number {
  const { file } = source;
  const { report } = reading;
  const decoded = decode(file, source.bytes, report);
  if (decoded === null) return 0;
  if (decoded.trim() === '') {
    report('fil-tom', { file }, 'Filen är tom.', `Rubriken ska vara: ${columns.required.join(';')}`);
    return 0;
  }
  const header = firstLine(decoded);
  if (/^"?sep=.?"?$/i.test(header.trim())) {
    report(
      'rubrik-sep-rad',
      { file, row: 1, value: header },
      'Första raden är en anvisning till Excel.',
      'Ta bort raden.',
    );
    return 0;
  }
  if (reportOtherThanTable(file, decoded, columns, report)) return 0;
  const separator = sniffSeparator(file, header, columns.required.length, report);
  if (separator === null) return 0;
  const readable = checkQuotes(file, decoded, separator, report);
  const rows = parse(file, { ...readable, separator }, { columns, begin }, report);
  if (rows === 0 && readable.text === decoded)
    report(
      'fil-utan-rader',
      { file },
      'Filen har en rubrik men inga rader.',
      'Lägg till raderna, eller ta bort filen.',
    );
  reading.counts.rows += rows;
  return rows;
}

/** So far down a header is looked for: preambles of authorities' tables are shorter. */
const PREAMBLE = 30;

/** What stands in a file where two versions were put together by hand, never elsewhere in a table. */
const CONFLICT_MARKS = ['<<<<<<< ', '>>>>>>> ', '======='];

/** Reports a file that is no table, or one whose header is not its first line. True when it was any of them. */
function reportOtherThanTable(file: string, text: string, columns: Columns, report: IngestReport): boolean {
  if (/^\s*(?:<!doctype html|<html|<head|<\?xml)/i.test(text)) {
    report(
      'fil-ar-html',
      { file, row: 1, value: firstLine(text.trimStart()).slice(0, 80) },
      'Filen är en webbsida, inte en tabell. Troligen sparades en felsida i stället för filen.',
      'Hämta filen på nytt och öppna den innan du lägger den här.',
    );
    return true;
  }
  const conflict = CONFLICT_MARKS.some((mark) => text.includes(mark))
    ? /^(?:<{7} |>{7} |={7}$)/m.exec(text)
    : null;
  if (conflict) {
    const place = {
      file,
      row: lineOfIndex(text, conflict.index),
      value: firstLine(text.slice(conflict.index)),
    };
    report(
      'fil-konflikt',
      place,
      'Här står märken efter två versioner som inte gick att slå ihop.',
      CONFLICT,
    );
    return true;
  }
  const wanted = new Set(columns.required.map((name) => name.toLowerCase()));
  const lines = text.split(/\r\n|\r|\n/, PREAMBLE);
  const cells = (line: string) =>
    line.split(/[;,\t|]/).map((cell) => cell.replace(/^"|"$/g, '').trim().toLowerCase());
  const found = (line: string) => cells(line).filter((cell) => wanted.has(cell)).length;
  const needed = Math.max(2, Math.ceil(Math.min(columns.required.length, 4) / 2));
  const at = lines.findIndex((line) => found(line) >= needed);
  const header = lines[at];
  if (at === 0 || header === undefined) return false;
  // Two header rows, of which the second is ours, are reported in the same way: what stands above must go.
  report(
    'rubrik-inte-forst',
    { file, row: at + 1, value: header },
    at === 1 ? `Rubriken står på rad 2.` : `Rubriken står på rad ${at + 1}, efter ${at} andra rader.`,
    at === 1 ? 'Ta bort den första raden.' : `Ta bort raderna 1–${at}.`,
  );
  return true;
}

function parse(
  file: string,
  { text, unreadable, separator }: Readable & { readonly separator: Separator },
  { columns, begin }: { readonly columns: Columns; readonly begin: (at: ColumnAt) => RowReader },
  report: IngestReport,
): number {
  // Only quoted cells can hold line breaks; without quotes, record number and line number are the same.
  const quoted = text.includes('"');
  let extraLines = 0;
  let width = 0;
  let rows = 0;
  let emptyLines: number[] = [];
  let read: RowReader | null = null;
  eachRow(text, separator, (fields, record, length) => {
    const line = record + 1 + extraLines;
    if (quoted) for (const field of fields) extraLines += lineBreaks(field);
    if (record === 0) {
      width = fields.length;
      if (width > BOUNDS.file.columns) {
        reportCrowded(file, fields, report);
        return;
      }
      const at = readHeader(file, { names: [...fields], separator }, columns, report);
      read = at && begin(at);
      return;
    }
    if (fields[0] === '' && fields.every((field) => field === '')) {
      emptyLines.push(line);
      return;
    }
    if (emptyLines.length > 0) {
      reportEmpty(file, emptyLines, report);
      emptyLines = [];
    }
    rows += 1;
    if (unreadable.size > 0 && unreadable.has(line)) return;
    if (length > BOUNDS.file.cell && reportLong({ file, row: line }, fields, report)) return;
    if (fields.length !== width) reportWidth({ file, row: line }, { fields, width, separator }, report);
    else read?.(fields, line);
  });
  return rows;
}

function reportCrowded(file: string, names: readonly string[], report: IngestReport): void {
  const most = BOUNDS.file.columns;
  report(
    'rubrik-for-manga',
    { file, row: 1, column: names[most] ?? null },
    `Rubriken har ${names.length} kolumner. Verktyget läser högst ${most}.`,
    'Ta bort de kolumner som inte hör till filen.',
  );
}

/** True for a row with a cell that is longer than the tool reads. */
function reportLong(
  at: { readonly file: string; readonly row: number },
  fields: readonly string[],
  report: IngestReport,
): boolean {
  const long = fields.findIndex((field) => field.length > BOUNDS.file.cell);
  const cell = fields[long];
  if (cell === undefined) return false;
  report(
    'cell-lang',
    { ...at, value: cell.trim().slice(0, 80) },
    `Cell ${long + 1} på raden har ${cell.length} tecken. Verktyget läser högst ${BOUNDS.file.cell}.`,
    'Ta bort det som inte hör till cellen.',
  );
  return true;
}

/** Empty lines between rows; those after the last row mean nothing. */
function reportEmpty(file: string, lines: readonly number[], report: IngestReport): void {
  for (const row of lines) report('rad-tom', { file, row }, 'Raden är tom.', 'Ta bort raden.');
}

/** A row with another number of fields than its header. */
type UnevenRow = {
  readonly fields: readonly string[];
  readonly width: number;
  readonly separator: Separator;
};

function reportWidth(
  at: { readonly file: string; readonly row: number },
  { fields, width, separator }: UnevenRow,
  report: IngestReport,
): void {
  const place = { ...at, value: fields.join(separator).slice(0, 200) };
  const other = separator === ';' ? ',' : ';';
  const count = `Raden har ${fields.length} fält, rubriken har ${width}.`;
  const [only] = fields;
  if (fields.length === 1 && only?.split(other).length === width)
    report(
      'skiljetecken-blandade',
      place,
      `Raden använder ”${other}”, rubriken använder ”${separator}”.`,
      `Skriv ”${separator}” mellan fälten.`,
    );
  else if (fields.length < width)
    report(
      'rad-for-fa-falt',
      place,
      count,
      `Lägg till ${width - fields.length} fält. Ett tomt fält behöver också sitt skiljetecken.`,
    );
  else if (separator === ';' && fields.slice(width).every((field) => field === ''))
    report(
      'rad-for-manga-falt',
      place,
      `${count} De sista är tomma.`,
      'Ta bort skiljetecknen i slutet av raden.',
    );
  else
    report(
      'rad-for-manga-falt',
      place,
      count,
      separator === ','
        ? 'Har raden ett decimalkomma? Skriv punkt, sätt cellen inom citattecken eller använd semikolon mellan fälten.'
        : 'Har en cell semikolon i sig? Sätt den inom citattecken.',
    );
}
