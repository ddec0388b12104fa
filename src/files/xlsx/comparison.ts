import type { ComparisonParts } from '../../compare/beside.ts';
import type { CompareData } from '../../compare/data.ts';
import { type Matrix, type MatrixCell, type MatrixIndicator, riketShare } from '../../compare/matrix.ts';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { exactPercent, isCounted, type Share } from '../../statistics/share.ts';
import { SHARE_BASE } from '../../text/base.ts';
import { sourceText } from '../../text/names.ts';
import { formatRatio } from '../../text/numbers.ts';
import type { Zip } from '../common/zip.ts';
import { comparisonRows } from '../compare/rows.ts';
import { SYMBOL_SHEET } from './about.ts';
import { numberStyle, type Sheet, type SheetCell, sheetColumn } from './sheet.ts';
import { workbookBytes } from './workbook.ts';

type Cells = readonly (SheetCell | string | number | null)[];

const TITLE = 'Jämförelse av valda kommuner';
const NOTE = `${SHARE_BASE}; hur många de är står bredvid. Är de färre än tio står bara antalet. Där ett värde saknas står skälet.`;

/** A kommun's cell: the number, the answer, or the reason in words. */
function kommunCell(indicator: MatrixIndicator, { raw, text, tone }: MatrixCell): SheetCell {
  if (typeof raw === 'number') return { value: raw, style: numberStyle(indicator) };
  if (raw !== null)
    return {
      value: text,
      style: tone === 'gor' ? 'svar-forsta' : tone === 'delvis' ? 'svar-mellan' : 'svar',
    };
  return { value: text, style: tone === 'stadsdelar' ? 'wrap' : 'absent' };
}

/** A share and its base, two cells. */
const shareCells = (share: Share): Cells => [
  isCounted(share)
    ? { value: share.of === 0 ? 'Ingen svarade' : formatRatio(share), style: 'svar' }
    : { value: exactPercent(share), style: 'procent0' },
  { value: share.of, style: 'tal0' },
];

const numberCells = (indicator: MatrixIndicator, value: number | null, n: number | null): Cells => [
  value === null ? { value: 'Ingen uppgift', style: 'absent' } : { value, style: numberStyle(indicator) },
  n === null ? null : { value: n, style: 'tal0' },
];

/** The table as it is read: an indicator a row, a kommun a column. */
function tableSheet(matrix: Matrix, omraden: CompareData['omraden']): Sheet {
  const titles = new Map(omraden.map((o) => [o.slug, o.titel]));
  return {
    name: 'Jämförelse',
    title: TITLE,
    example: matrix.exempel,
    note: NOTE,
    fixed: 2,
    columns: [
      sheetColumn('Område', 24, 'wrap'),
      sheetColumn('Indikator', 42, 'wrap'),
      sheetColumn('År', 8, 'year'),
      ...matrix.rows.map(({ kommun }) => sheetColumn(kommun.namn, 20)),
      ...['Gruppen', 'Riket'].flatMap((who) => [
        sheetColumn(who, 12, 'procent0'),
        sheetColumn(`${who}: n`, 12, 'tal0'),
      ]),
      sheetColumn('Exempeldata', 13, 'svar'),
      sheetColumn('Källa', 42, 'wrap'),
    ],
    rows: matrix.indikatorer.map((indicator, i) => {
      const { ar, exempel, riket } = indicator.utgava;
      const of = matrix.summary[i];
      const country = riketShare(indicator);
      return [
        titles.get(indicator.omrade) ?? null,
        indicator.kortnamn,
        ar ?? { value: 'okänt', style: 'absent' },
        ...matrix.rows.map(({ cells }) => {
          const cell = cells[i];
          return cell ? kommunCell(indicator, cell) : null;
        }),
        ...(of?.kind === 'svar'
          ? shareCells(of.share)
          : numberCells(indicator, of?.median ?? null, of?.n ?? null)),
        ...(country ? shareCells(country) : numberCells(indicator, riket, null)),
        exempel ? 'ja' : 'nej',
        exempel ? sourceText(indicator.kalla, true) : indicator.kalla,
      ];
    }),
    empty: 'Inga indikatorer är valda.',
  };
}

/** The same values one a row, for filters and pivot tables. */
function rowSheet(matrices: ComparisonParts, version: string): Sheet {
  const isReason = (saknas: unknown): saknas is keyof typeof ABSENCE_SYMBOL =>
    typeof saknas === 'string' && saknas in ABSENCE_SYMBOL;
  return {
    name: 'Värden',
    title: `${TITLE}: ett värde på varje rad`,
    example: matrices.some((m) => m.exempel),
    note: 'Samma kolumner som i CSV-filen. Tecknen förklaras på bladet Teckenförklaring.',
    fixed: 2,
    columns: [
      sheetColumn('Kod', 8),
      sheetColumn('Plats', 20),
      sheetColumn('Nivå', 10),
      sheetColumn('Id', 11),
      sheetColumn('Indikator', 40, 'wrap'),
      sheetColumn('År', 8, 'year'),
      sheetColumn('Värde', 14),
      sheetColumn('Skäl', 15, 'reason'),
      sheetColumn('Mått', 10),
      sheetColumn('Enhet', 14),
      sheetColumn('Antal', 9, 'tal0'),
      sheetColumn('Svarande', 10, 'tal0'),
      sheetColumn('Tillfrågade', 11, 'tal0'),
      sheetColumn('Källa', 42, 'wrap'),
      sheetColumn('Exempeldata', 13, 'svar'),
      sheetColumn('Version', 10),
      sheetColumn('Anmärkning', 42, 'wrap'),
    ],
    rows: matrices
      .flatMap((m) => comparisonRows(m, version))
      .map((row): Cells => {
        const saknas = row[7];
        return row.map((field, i) => {
          if (i === 6 && isReason(saknas)) return { value: ABSENCE_SYMBOL[saknas], style: 'absent' };
          return typeof field === 'boolean' ? (field ? 'ja' : 'nej') : field;
        });
      }),
    empty: 'Inga kommuner är valda.',
  };
}

/** The comparison as an Excel file, written by the same code as the other workbooks of the site. */
export const comparisonWorkbook = (
  matrices: ComparisonParts,
  { release, omraden }: Pick<CompareData, 'release' | 'omraden'>,
  zip: Zip,
): Uint8Array =>
  workbookBytes(
    [tableSheet(matrices[0], omraden), rowSheet(matrices, release.version), SYMBOL_SHEET],
    { title: TITLE, subject: release.titel },
    release,
    zip,
  );
