import type { Figure } from '../../charts/figure.ts';
import type { TableCell } from '../../markup/table.ts';
import { must } from '../../model/must.ts';
import { csvText } from '../tables/csv-text.ts';
import { type Field, SWEDISH_EXCEL } from '../tables/table.ts';

const PERCENT = /^[−\d].*\u00a0%$/;
const YEAR = /^\d{4}$/;
const NO_FIGURE = 'Ingen uppgift';

/**
 * A number as the figure shows it, in its decimals; the words where there is none. Only the sign, the decimal comma and
 * the spaces between thousands are taken back.
 */
function shownField(cell: TableCell, numeric: boolean): Field {
  const { text } = cell;
  const plain = text
    .replace(/\u00a0%$/, '')
    .replace(/[\u00a0\u2009\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return numeric && /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text.replaceAll('\u00a0', ' ');
}

/** The heading of a column: what is a percentage says so, and a year is not a heading but a value. */
function heading(label: string, cells: readonly TableCell[]): string {
  const name = YEAR.test(label) ? 'Värde' : label;
  return cells.some(({ text }) => PERCENT.test(text)) ? `${name} (%)` : name;
}

/**
 * A series with a row for each year from the first to the last: who draws it from the file gets the distance between years
 * that the picture has. A year without a figure is said to have none.
 */
function everyYear({ columns, rows }: Figure['table']): readonly (readonly TableCell[])[] {
  const years = rows.map((row) => Number(row[0]?.text));
  if (columns[0]?.label !== 'År' || !years.every(Number.isInteger)) return rows;
  return rows.flatMap((row, i) => {
    const next = years[i + 1] ?? 0;
    const between = Math.max(0, next - (years[i] ?? next) - 1);
    const empty = Array.from({ length: between }, (_, n): readonly TableCell[] =>
      columns.map((c, at) => ({
        text: at === 0 ? String((years[i] ?? 0) + n + 1) : c.numeric ? NO_FIGURE : '',
      })),
    );
    return [row, ...empty];
  });
}

/**
 * A figure's table as CSV: the numbers as the figure shows them, words where a number is missing, and on every row the
 * year, the source and whether the data is an example, so that a row that is copied away still says so.
 */
export function figureCsv(figure: Figure): string {
  const { columns } = figure.table;
  const rows = everyYear(figure.table);
  const cell = (row: readonly TableCell[], i: number) => must(row[i], `cell under ${columns[i]?.label}`);
  const heads = columns.map((c, i) =>
    heading(
      c.label,
      rows.map((r) => cell(r, i)),
    ),
  );
  const year = columns.find((c) => YEAR.test(c.label))?.label;
  const ownSource = columns.some((c) => c.label === 'Källa');
  const source = figure.source.replace(/^Källa: /, '');
  return csvText(
    [
      [...heads, ...(year === undefined ? [] : ['År']), ...(ownSource ? [] : ['Källa']), 'Exempeldata'],
      ...rows.map((row) => [
        ...columns.map((c, i): Field => {
          const field = shownField(cell(row, i), c.numeric);
          return c.label === 'Källa' && field === '' ? source : field;
        }),
        ...(year === undefined ? [] : [Number(year)]),
        ...(ownSource ? [] : [source]),
        figure.example,
      ]),
    ],
    SWEDISH_EXCEL,
  );
}
