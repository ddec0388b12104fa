import type { Figure } from '../../charts/figure.ts';
import type { TableCell } from '../../markup/table.ts';
import { csvText } from '../tables/csv-text.ts';
import { type Field, SWEDISH_EXCEL } from '../tables/table.ts';

const PERCENT = /\u00a0%$/;

/** True when every number in the column is shown as a percentage: then its heading must say so. */
const isPercent = (cells: readonly (TableCell | undefined)[]) => {
  const numbers = cells.filter((c) => typeof c?.sort === 'number');
  return numbers.length > 0 && numbers.every((c) => PERCENT.test(c?.text ?? ''));
};

/**
 * A figure's table as CSV: numbers as numbers, words where a number is missing, and on every row the source and whether the
 * data is an example, so that a row that is copied away still says so.
 */
export function figureCsv(figure: Figure): string {
  const { columns, rows } = figure.table;
  const heads = columns.map((c, i) => (isPercent(rows.map((r) => r[i])) ? `${c.label} (%)` : c.label));
  const value = (cell: TableCell | undefined, numeric: boolean): Field =>
    numeric && typeof cell?.sort === 'number' ? cell.sort : (cell?.text ?? '').replaceAll('\u00a0', ' ');
  return csvText(
    [
      [...heads, 'Källa', 'Exempeldata'],
      ...rows.map((row) => [
        ...columns.map((c, i) => value(row[i], c.numeric)),
        figure.source.replace(/^Källa: /, ''),
        figure.example,
      ]),
    ],
    SWEDISH_EXCEL,
  );
}
