import { must } from '../../model/must.ts';
import { reportInvisible, visibleText } from '../cells/text.ts';
import { nearest } from '../nearest.ts';
import type { IngestReport } from '../rules.ts';

/** The columns of a file, in the order that they should stand. */
export type Columns = {
  readonly required: readonly string[];
  readonly optional?: readonly string[];
  /** Columns that may also be there, wherever they stand. */
  readonly anywhere?: readonly string[];
  /** Columns that are neither read nor remarked on, because something else about them is already reported. */
  readonly ignored?: ReadonlySet<string>;
  /** What to say about an unknown column that is near none, when the reader knows more than "unknown". */
  readonly explain?: (name: string) => ColumnAdvice | null;
};

/** What is said of a column, and what to do about it. */
export type ColumnAdvice = { readonly message: string; readonly suggestion: string };

/** Index of each column that was found. */
export type ColumnAt = ReadonlyMap<string, number>;

const fold = (name: string) => visibleText(name).toLowerCase();

/** The first line of a file as it was split, and what stands between its names. */
type WrittenHeader = { readonly names: readonly string[]; readonly separator: string };

/**
 * Finds the columns of a header and reports everything that is wrong with it.
 * @returns null when a required column is missing, so that rows cannot be read
 */
export function readHeader(
  file: string,
  { names, separator }: WrittenHeader,
  columns: Columns,
  report: IngestReport,
): ColumnAt | null {
  const order = [...columns.required, ...(columns.optional ?? [])];
  const byFold = new Map([...order, ...(columns.anywhere ?? [])].map((name) => [fold(name), name]));
  const at = new Map<string, number>();
  const guessed = new Set<string>();
  names.forEach((written, index) => {
    const place = { file, row: 1, column: written, value: written };
    if (columns.ignored?.has(written)) return;
    const name = byFold.get(fold(written));
    if (name === undefined) {
      const near = nearest(
        written,
        order.filter((o) => !names.includes(o)),
      );
      if (near !== null) guessed.add(near);
      reportUnknown({ place, written, index, near }, columns, report);
      return;
    }
    if (at.has(name)) {
      report('rubrik-dubbel', place, `Kolumnen ”${name}” finns mer än en gång.`, 'Ta bort den ena.');
      return;
    }
    at.set(name, index);
    if (written === name) return;
    if (written.trim() === name)
      report(
        'rubrik-blanksteg',
        place,
        `Rubriken ”${written}” har blanksteg före eller efter.`,
        `Skriv ”${name}”.`,
      );
    else if (visibleText(written) === name) reportInvisible(place, written, name, report);
    else report('rubrik-skiftlage', place, `Rubriken ”${written}” är fel skriven.`, `Skriv ”${name}”.`);
  });
  for (const name of columns.required) {
    if (at.has(name) || guessed.has(name)) continue;
    report(
      'rubrik-saknas',
      { file, row: 1, column: name },
      `Kolumnen ”${name}” saknas.`,
      `Rubriken ska vara: ${columns.required.join(separator)}`,
    );
  }
  reportOrder(file, { order, separator }, at, report);
  return columns.required.every((name) => at.has(name)) ? at : null;
}

/** A column that the file may not have: where and how it is written, and the expected name that is most like it. */
type UnknownColumn = {
  readonly place: Parameters<IngestReport>[1];
  readonly written: string;
  readonly index: number;
  readonly near: string | null;
};

function reportUnknown(
  { place, written, index, near }: UnknownColumn,
  columns: Columns,
  report: IngestReport,
): void {
  if (written.trim() === '') {
    report(
      'rubrik-tom',
      place,
      `Kolumn ${index + 1} har ingen rubrik.`,
      'Ge kolumnen en rubrik, eller ta bort den.',
    );
    return;
  }
  const known = columns.explain?.(written);
  if (known) report('rubrik-okand', place, known.message, known.suggestion);
  else
    report(
      'rubrik-okand',
      place,
      `Kolumnen ”${written}” hör inte till filen.`,
      near === null ? 'Ta bort kolumnen.' : `Menade du ”${near}”?`,
    );
}

function reportOrder(
  file: string,
  { order, separator }: { readonly order: readonly string[]; readonly separator: string },
  at: ColumnAt,
  report: IngestReport,
): void {
  const right = order.filter((name) => at.has(name));
  const found = [...at]
    .filter(([name]) => order.includes(name))
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => name);
  const wrong = found.find((name, i) => name !== right[i]);
  if (wrong === undefined) return;
  const expected = must(right[found.indexOf(wrong)], 'column in its place');
  report(
    'rubrik-ordning',
    { file, row: 1, column: wrong, value: wrong },
    `Kolumnen ”${wrong}” står där ”${expected}” ska stå.`,
    `Rätt ordning: ${right.join(separator)}`,
  );
}
