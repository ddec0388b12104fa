import type { Indicator } from '../model/indicator.ts';
import type { PublishedFigure } from '../model/published.ts';
import { numberCell } from './cell.ts';
import { parseTable } from './csv.ts';
import type { Findings } from './findings.ts';
import { nearest } from './nearest.ts';

const REQUIRED = ['indikator', 'ar', 'varde', 'kalla', 'not'] as const;
const OPTIONAL = ['svar', 'grupp', 'enhet', 'bas', 'ungefar', 'jamforbar_fran_ar'] as const;

/** Reads `publicerat.csv`: national figures as somebody else published them. */
export function readPublished(
  file: string,
  text: string,
  omrade: string,
  indicators: readonly Indicator[],
  findings: Findings,
): readonly PublishedFigure[] {
  const table = parseTable(file, text, { required: REQUIRED, optional: OPTIONAL }, findings);
  if (!table) return [];
  const ids = new Set(indicators.map((i) => i.id));
  return table.rows.flatMap(({ line, cells }): PublishedFigure[] => {
    const cell = (name: string) => cells[table.header.indexOf(name)] ?? '';
    const indikator = cell('indikator');
    if (!ids.has(indikator)) {
      findings.error(
        { file, row: line, column: 'indikator', value: indikator },
        {
          code: 'indikator-okand',
          rule: 'Indikatorn ska finnas i indikatorer.json.',
          message: `Ingen indikator har id ”${indikator}”.`,
          suggestion: nearest(indikator, ids),
        },
      );
      return [];
    }
    const varde = numberCell(
      { file, row: line, column: 'varde' },
      cell('varde'),
      { min: 0, max: null },
      findings,
    );
    if (varde === null) return [];
    return [
      {
        omrade,
        indikator,
        ar: Number(cell('ar')),
        svar: cell('svar') || null,
        grupp: cell('grupp') || 'riket',
        varde,
        enhet: cell('enhet') === 'antal' ? 'antal' : 'procent',
        bas: cell('bas') || 'kommuner',
        ungefar: cell('ungefar') === 'ja',
        jamforbarFran: cell('jamforbar_fran_ar') === '' ? null : Number(cell('jamforbar_fran_ar')),
        kalla: cell('kalla'),
        not: cell('not'),
        fil: file,
        rad: line,
      },
    ];
  });
}
