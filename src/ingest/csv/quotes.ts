import type { IngestReport } from '../rules.ts';
import { firstLine, type Separator } from './separator.ts';

/** A character in the text, the line it is on, and where the record that it stands in begins. */
type Spot = {
  readonly at: number;
  readonly line: number;
  readonly record: number;
  readonly recordLine: number;
};

/** Where quotation marks make trouble, as a CSV reader sees it. */
type Scan = {
  /** A quote that opens a cell and never closes. */
  readonly open: Spot | null;
  /** Characters that follow a closing quote in the same cell. */
  readonly after: readonly Spot[];
  /** Quotes inside cells that do not begin with one. */
  readonly inside: readonly Spot[];
};

function scan(text: string, separator: Separator): Scan {
  const after: Spot[] = [];
  const inside: Spot[] = [];
  let record = 0;
  let recordLine = 1;
  let line = 1;
  let i = 0;
  const spot = (at: number): Spot => ({ at, line, record, recordLine });
  const endsLine = () => text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n');
  const endsCell = () => i >= text.length || text[i] === separator || text[i] === '\n' || text[i] === '\r';
  while (i < text.length) {
    // At the beginning of a cell.
    const quoted = text[i] === '"';
    if (quoted) {
      const opened = spot(i);
      i += 1;
      while (i < text.length && (text[i] !== '"' || text[i + 1] === '"')) {
        if (endsLine()) line += 1;
        i += text[i] === '"' ? 2 : 1;
      }
      if (i >= text.length) return { open: opened, after, inside };
      i += 1;
      if (!endsCell()) after.push(spot(i));
    }
    for (; !endsCell(); i += 1) if (!quoted && text[i] === '"') inside.push(spot(i));
    if (text[i] !== separator) {
      if (text[i] === '\r' && text[i + 1] === '\n') i += 1;
      line += 1;
      record = i + 1;
      recordLine = line;
    }
    i += 1;
  }
  return { open: null, after, inside };
}

/** What of a file can be read, as far as quotation marks go. */
export type Readable = {
  /** All of the text, or, when a quote never closes, what stands before the row where it opens. */
  readonly text: string;
  /** Lines where rows begin that cannot be divided into cells. */
  readonly unreadable: ReadonlySet<number>;
};

const QUOTE_WHOLE_CELL = 'Sätt citattecken om hela cellen och dubbla dem som står i den ("").';

/** Reports quotation marks that make a file ambiguous. */
export function checkQuotes(
  file: string,
  text: string,
  separator: Separator,
  report: IngestReport,
): Readable {
  if (!text.includes('"')) return { text, unreadable: new Set() };
  const { open, after, inside } = scan(text, separator);
  const startingAt = (at: number) => firstLine(text.slice(at, at + 60));
  for (const spot of after)
    report(
      'citattecken-fel',
      { file, row: spot.line, value: startingAt(spot.at) },
      'Här fortsätter cellen efter sitt avslutande citattecken. Raden kunde inte läsas.',
      QUOTE_WHOLE_CELL,
    );
  for (const row of new Set(inside.map((spot) => spot.line)))
    report(
      'citattecken-i-cell',
      { file, row },
      'Ett citattecken står inne i en cell. Det lästes som ett vanligt tecken.',
      QUOTE_WHOLE_CELL,
    );
  if (open)
    report(
      'citattecken-oppet',
      { file, row: open.line, value: startingAt(open.at) },
      'Citattecknet som inleder cellen avslutas aldrig. Raderna härifrån kunde inte läsas.',
      'Avsluta cellen med ett citattecken, eller ta bort det som inleder den.',
    );
  return {
    text: open ? text.slice(0, open.record) : text,
    unreadable: new Set(after.map((spot) => spot.recordLine)),
  };
}
