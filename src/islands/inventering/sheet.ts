import { dsvFormat } from 'd3-dsv';
import type { Formular } from '../../model/formular.ts';
import { ALDRAR } from '../../model/inventering.ts';
import { BOUNDS } from '../../model/limits.ts';
import { ageLabel, SEX_LABEL, TEMPLATE_LABELS } from '../../text/inventering.ts';
import { Unreadable } from './unreadable.ts';

/** A cell as a workbook holds it. */
export type ExcelCell = string | number | boolean | Date | null;

/** A sheet: rows by their place from 0. Rows and cells that are not there are missing, however far they lie apart. */
export type ExcelRows = readonly (readonly (ExcelCell | undefined)[] | undefined)[];

/** A sheet as CSV, how many rows stand above its header in the workbook, and what each column is called there. */
export type SheetText = {
  readonly csv: string;
  readonly above: number;
  readonly headers: ReadonlyMap<string, string>;
};

/** The header stands among the first rows. */
const HEADER_WITHIN = 50;

const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('sv').replaceAll('-', '–');

/** A column's name in a data file, by its label in the template or that name itself. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries(TEMPLATE_LABELS).flatMap(([name, label]) => [
    [plain(name), name],
    [plain(label), name],
  ]),
);

const codes = (pairs: readonly (readonly [label: string, code: string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.map(([label, code]) => [plain(label), code]));

/** What a data file says instead of the words of a column. */
const codesIn = ({ uppgifter }: Formular): Readonly<Record<string, ReadonlyMap<string, string>>> => ({
  uppgift: codes(uppgifter.map((u) => [u.namn, u.kod])),
  kon: codes(Object.entries(SEX_LABEL).map(([kod, label]) => [label, kod])),
  alder: codes(ALDRAR.map((a) => [ageLabel(a), a])),
});

function written(cell: ExcelCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'number' ? String(cell).replace('.', ',') : String(cell);
}

type Header = { readonly row: number; readonly columns: ReadonlyMap<string, number> };

function headerOf(rows: ExcelRows): Header | null {
  for (let row = 0; row < Math.min(rows.length, HEADER_WITHIN); row += 1) {
    const columns = new Map<string, number>();
    rows[row]?.forEach((cell, at) => {
      const name = typeof cell === 'string' ? COLUMNS.get(plain(cell)) : undefined;
      if (name !== undefined && !columns.has(name)) columns.set(name, at);
    });
    if (columns.has('kommunkod') && columns.has('uppgift')) return { row, columns };
  }
  return null;
}

/**
 * The inventory sheet of a workbook as CSV, its words turned into the codes of a data file, so that it is read by the
 * same code as a CSV file. Row numbers stay those of the workbook, less `above`. Null when no sheet has the template's
 * header.
 * @throws Unreadable when a sheet goes on further than the tool reads
 */
export function inventeringSheet(
  sheets: readonly { readonly name: string; readonly rows: ExcelRows }[],
  form: Formular,
): SheetText | null {
  const words = codesIn(form);
  for (const { name: sheet, rows } of sheets) {
    const header = headerOf(rows);
    if (!header) continue;
    if (rows.length > BOUNDS.inventory.rows)
      throw new Unreadable(
        `har något på rad ${rows.length} i bladet ”${sheet}”. Verktyget läser högst ${BOUNDS.inventory.rows} rader. Ta bort raderna under tabellen och spara.`,
      );
    const names = [...header.columns.keys()];
    const body = Array.from({ length: rows.length - header.row - 1 }, (_, i) => {
      const row = rows[header.row + 1 + i];
      return names.map((name) => {
        const text = written(row?.[header.columns.get(name) ?? -1]);
        return words[name]?.get(plain(text)) ?? text;
      });
    });
    while (body.at(-1)?.every((cell) => cell === '')) body.pop();
    const headers = new Map(
      names.map((name) => [name, String(rows[header.row]?.[header.columns.get(name) ?? -1] ?? name)]),
    );
    return { csv: dsvFormat(';').formatRows([names, ...body]), above: header.row, headers };
  }
  return null;
}
