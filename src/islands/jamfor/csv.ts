import type { CompareData } from '../../files/compare/model.ts';
import type { Matrix } from './matrix.ts';

const BOM = '\uFEFF';
const quote = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const written = (value: number | string | null) =>
  value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value;

/**
 * Exactly what is shown, one value a row, for Swedish Excel: byte order mark, semicolon, decimal comma.
 * A missing value is an empty cell with its reason beside it; example data says so on every row.
 */
export function csvOf(matrix: Matrix, { version }: Pick<CompareData, 'version'>): string {
  const head = [
    'kommunkod',
    'kommun',
    'indikator',
    'namn',
    'ar',
    'varde',
    'saknas',
    'enhet',
    'riket',
    'exempel',
    'version',
  ];
  const rows = matrix.rows.flatMap(({ kommun, cells }) =>
    cells.map((cell, i) => {
      const indicator = matrix.indikatorer[i];
      return [
        kommun.kod,
        kommun.namn,
        indicator?.id ?? '',
        indicator?.kortnamn ?? '',
        String(indicator?.ar ?? ''),
        written(cell.raw),
        cell.saknas ?? '',
        indicator?.typ === 'svar' ? 'svar' : (indicator?.enhet ?? ''),
        written(indicator?.riket ?? null),
        indicator?.exempel ? 'ja' : 'nej',
        version,
      ];
    }),
  );
  return `${BOM}${[head, ...rows].map((r) => r.map(quote).join(';')).join('\r\n')}\r\n`;
}
