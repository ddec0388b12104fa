import type { CompareAnswers, CompareData } from '../../compare/data.ts';
import {
  type Against,
  countsOfCell,
  firstAnswerShare,
  type Matrix,
  type MatrixCell,
  type MatrixIndicator,
} from '../../compare/matrix.ts';
import type { Absence } from '../../model/absence.ts';
import { exactPercent, isSmallBase, type Share } from '../../statistics/share.ts';
import { sourceText } from '../../text/names.ts';
import { csvText } from '../tables/csv-text.ts';
import { type DataRow, SWEDISH_EXCEL } from '../tables/table.ts';

/** The columns of a comparison as CSV: code and name of the place stand in one field, so that Excel keeps the zero. */
export const COMPARISON_HEAD: readonly string[] = [
  ...['plats', 'niva', 'indikator', 'indikatornamn', 'ar', 'varde', 'saknas', 'matt', 'enhet'],
  ...['antal', 'svarande', 'tillfragade', 'kalla', 'exempel', 'version', 'not'],
];

type Value = number | string | null;
/** What differs between the rows of one indicator: place to level, value to reason, what it is, and its base. */
type Line = {
  readonly plats: readonly [kod: string, namn: string, niva: 'kommun' | 'grupp' | 'riket'];
  readonly varde: Value;
  readonly saknas?: Absence | null;
  readonly matt: 'svar' | 'värde' | 'andel' | 'median';
  readonly not?: string | null;
  readonly bas?: readonly [antal: Value, svarande: Value, tillfragade: Value];
};

/** A percentage only where its base bears one; the counts stand beside it always. */
const percentLine = (plats: Line['plats'], { count, of }: Share, tillfragade: number): Line => {
  const small = isSmallBase({ count, of });
  const saknas = of === 0 ? 'bortfall' : small ? 'ej-publicerad' : null;
  const varde = small ? null : exactPercent({ count, of });
  return { plats, varde, saknas, matt: 'andel', bas: [count, of, tillfragade] };
};

function kommunLine(indicator: MatrixIndicator, plats: Line['plats'], cell: MatrixCell): Line {
  const { raw: varde, saknas, remark: not } = cell;
  if (indicator.typ === 'tal') return { plats, varde, saknas, matt: 'värde', not };
  const answers: CompareAnswers = countsOfCell(indicator, cell);
  const { count, of } = firstAnswerShare(answers);
  return { plats, varde, saknas, matt: 'svar', not, bas: [count, of, answers.tillfragade] };
}

function groupLine(
  { summary, grupp, antal }: Pick<Against, 'summary' | 'grupp' | 'antal'>,
  column: number,
): readonly Line[] {
  const plats = ['', grupp, 'grupp'] as const;
  const of = summary[column];
  if (!of) return [];
  if (of.kind === 'svar') return [percentLine(plats, of.share, of.tillfragade)];
  const saknas = of.median === null ? 'uppgift-saknas' : null;
  return [{ plats, varde: of.median, saknas, matt: 'median', bas: [null, of.n, antal] }];
}

function riketLine({ typ, utgava: { riket, riketSvar } }: MatrixIndicator): Line {
  const plats = ['00', 'Riket', 'riket'] as const;
  if (riketSvar) return percentLine(plats, firstAnswerShare(riketSvar), riketSvar.tillfragade);
  const saknas = riket === null ? 'uppgift-saknas' : null;
  return { plats, varde: riket, saknas, matt: typ === 'svar' ? 'andel' : 'värde' };
}

/**
 * Exactly what is shown, one value a row (code and name of the place, then the columns of `COMPARISON_HEAD`): the
 * kommuner, the group and riket (of a second group only the group), with how many stand behind each share. A
 * missing value has its reason beside it (a share of too few is `ej-publicerad`); source and example mark stand on
 * every row.
 */
export function comparisonRows(matrix: Matrix | Against, version: string): readonly DataRow[] {
  const own = 'rows' in matrix ? matrix.rows : null;
  const group = { ...matrix, antal: 'antal' in matrix ? matrix.antal : matrix.rows.length };
  return matrix.indikatorer.flatMap((indicator, column) => {
    const lines = [
      ...(own ?? []).flatMap(({ kommun, cells }) => {
        const cell = cells[column];
        return cell ? [kommunLine(indicator, [kommun.kod, kommun.namn, 'kommun'], cell)] : [];
      }),
      ...groupLine(group, column),
      ...(own === null ? [] : [riketLine(indicator)]),
    ];
    const { ar, exempel } = indicator.utgava;
    return lines.map(({ plats, varde, saknas = null, matt, not = null, bas = [null, null, null] }) => {
      const enhet = matt === 'andel' ? 'procent' : matt === 'svar' ? 'svar' : indicator.enhet;
      const about = [exempel ? sourceText(indicator.kalla, true) : indicator.kalla, exempel, version];
      const what = [indicator.id, indicator.kortnamn, ar];
      return [...plats, ...what, varde, saknas, matt, enhet, ...bas, ...about, not];
    });
  });
}

/** The comparison for Swedish Excel: byte order mark, semicolon, decimal comma; a missing value is an empty cell. */
export const comparisonCsv = (
  matrices: readonly (Matrix | Against)[],
  { release }: Pick<CompareData, 'release'>,
): string =>
  csvText(
    [
      COMPARISON_HEAD,
      ...matrices
        .flatMap((m) => comparisonRows(m, release.version))
        .map(([kod = '', namn = '', ...rest]) => [`${kod} ${namn}`.trim(), ...rest]),
    ],
    SWEDISH_EXCEL,
  );
