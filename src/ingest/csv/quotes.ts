import { lineOfIndex } from '../encoding.ts';
import type { IngestReport } from '../rules.ts';
import type { Separator } from './separator.ts';

/** Where cells begin and end around quotation marks, as a CSV reader sees it. */
type Scan = {
  /** Index of a quote that opens a cell and never closes, and of the record it stands in. */
  readonly open: { readonly at: number; readonly record: number } | null;
  /** Indices of characters that follow a closing quote in the same cell. */
  readonly after: readonly number[];
  /** Indices of quotes inside cells that do not begin with one. */
  readonly inside: readonly number[];
};

function scan(text: string, separator: Separator): Scan {
  const after: number[] = [];
  const inside: number[] = [];
  const endsCell = (c: string | undefined) => c === undefined || c === separator || c === '\n' || c === '\r';
  let record = 0;
  let i = 0;
  while (i < text.length) {
    // At the beginning of a cell.
    if (text[i] === '"') {
      const opened = i;
      i += 1;
      while (i < text.length && (text[i] !== '"' || text[i + 1] === '"')) i += text[i] === '"' ? 2 : 1;
      if (i >= text.length) return { open: { at: opened, record }, after, inside };
      i += 1;
      if (!endsCell(text[i])) after.push(i);
    }
    while (!endsCell(text[i])) {
      if (text[i] === '"' && after.at(-1) !== i) inside.push(i);
      i += 1;
    }
    if (text[i] === '\r' && text[i + 1] === '\n') i += 1;
    const newRecord = text[i] !== separator;
    i += 1;
    if (newRecord) record = i;
  }
  return { open: null, after, inside };
}

/**
 * Reports quotation marks that make a file ambiguous, and returns the part of the text that can be read: all of
 * it, or, when a quote never closes, what stands before the row where it opened.
 */
export function checkQuotes(file: string, text: string, separator: Separator, report: IngestReport): string {
  if (!text.includes('"')) return text;
  const { open, after, inside } = scan(text, separator);
  const cellAt = (at: number) => {
    const rest = text.slice(at, at + 60);
    return rest.split(/[\r\n]/, 1)[0] ?? rest;
  };
  for (const at of after)
    report(
      'citattecken-fel',
      { file, row: lineOfIndex(text, at), value: cellAt(at) },
      'Här fortsätter cellen efter sitt avslutande citattecken.',
      'Sätt citattecken om hela cellen och dubbla dem som står i den ("").',
    );
  // A cell that already has the error above would only be told twice.
  const wrongRows = new Set(after.map((at) => lineOfIndex(text, at)));
  for (const row of new Set(inside.map((at) => lineOfIndex(text, at))))
    if (!wrongRows.has(row))
      report(
        'citattecken-i-cell',
        { file, row },
        'Ett citattecken står inne i en cell. Det lästes som ett vanligt tecken.',
        'Sätt citattecken om hela cellen och dubbla dem som står i den ("").',
      );
  if (!open) return text;
  report(
    'citattecken-oppet',
    { file, row: lineOfIndex(text, open.at), value: cellAt(open.at) },
    'Citattecknet som inleder cellen avslutas aldrig. Raderna härifrån kunde inte läsas.',
    'Avsluta cellen med ett citattecken, eller ta bort det som inleder den.',
  );
  return text.slice(0, open.record);
}
