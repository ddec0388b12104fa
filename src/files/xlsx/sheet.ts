import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { answersOf, answerType, hasCategories } from '../../model/answer.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import type { Observation } from '../../model/observation.ts';
import { reasonOf } from '../common/absent.ts';
import type { Decimals, Style } from './styles.ts';

/** A cell with its look; `href` makes it a link. */
export type SheetCell = {
  readonly value: string | number | null;
  readonly style: Style;
  readonly href?: string;
};

/** A column: its name, width in characters, and the look of cells that are given as bare values. */
export type SheetColumn = { readonly header: string; readonly width: number; readonly style: Style };

/**
 * A sheet before it is a file. Above the header stand the title, then the mark of example data or the version, then
 * a note; all of it stays in sight when the rows scroll.
 */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  readonly example: boolean;
  readonly note: string;
  /** Columns that stay in sight when one scrolls sideways. */
  readonly fixed: number;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (SheetCell | string | number | null)[])[];
  /** Stands in place of the note when there are no rows. */
  readonly empty: string;
  /** Columns (from 0) where a reader who fills in the sheet chooses from a list. Not on a sheet with links. */
  readonly choices?: readonly { readonly column: number; readonly values: readonly string[] }[];
};

/** Title, mark, note and column names: the rows that stay in sight. */
export const HEADER_ROWS = 4;

export const sheetColumn = (header: string, width: number, style: Style = 'plain'): SheetColumn => ({
  header,
  width,
  style,
});

/** The look of an indicator's numbers. Shares of answers are percentages too. */
export function numberStyle(indicator: Pick<Indicator, 'svarstyp' | 'decimaler'>): Style {
  const decimals = Math.min(3, indicator.decimaler) as Decimals;
  const percent = answerType(indicator.svarstyp).quantity === 'andel';
  return `${percent ? 'procent' : 'tal'}${decimals}`;
}

/** A value, and beside it the reason when there is none: the sign is never alone. */
export function valueCells(
  indicator: Indicator,
  o: Observation | undefined,
  ar: number | null,
): readonly [SheetCell, SheetCell] {
  const reason = reasonOf(indicator, o, ar);
  if (reason !== null)
    return [
      { value: ABSENCE_SYMBOL[reason], style: 'absent' },
      { value: reason, style: 'reason' },
    ];
  const value = must(o?.varde, `value of ${indicator.id}`);
  const style = typeof value === 'number' ? numberStyle(indicator) : answerStyle(indicator, value);
  return [
    { value, style },
    { value: null, style: 'reason' },
  ];
}

function answerStyle(indicator: Indicator, answer: string): Style {
  if (hasCategories(indicator)) return 'svar';
  const at = answersOf(indicator.svarstyp).indexOf(answer);
  return at === 0
    ? 'svar-forsta'
    : at === 1 && answersOf(indicator.svarstyp).length === 3
      ? 'svar-mellan'
      : 'svar';
}

/** All cells of a sheet with their looks, row by row from the title; a row at a time, since a sheet may have a million cells. */
export type Grid = Iterable<readonly SheetCell[]>;

const EXAMPLE =
  'EXEMPELDATA: svaren är påhittade och visar hur filen fungerar. De säger inget om någon verklig kommun.';
const EXAMPLE_ELSEWHERE = 'EXEMPELDATA finns på andra blad i arbetsboken. Det som står här är verkligt.';
const REAL = 'Inga exempeldata i arbetsboken.';

/** @param marked true when any sheet of the workbook holds example data: then every sheet says so */
export function* gridOf(sheet: Sheet, marked: boolean): Grid {
  const line = (value: string, style: Style): readonly SheetCell[] => [{ value, style }];
  yield line(sheet.title, 'title');
  yield marked ? exampleMark(sheet) : line(REAL, 'note');
  yield line(sheet.rows.length > 0 ? sheet.note : sheet.empty, 'note');
  yield sheet.columns.map(({ header, style }) => ({ value: header, style: headerStyle(style) }));
  for (const cells of sheet.rows)
    yield cells.map(
      (cell, i): SheetCell =>
        cell !== null && typeof cell === 'object'
          ? cell
          : { value: cell, style: sheet.columns[i]?.style ?? 'plain' },
    );
}

/** The mark of example data, with its colour across the whole sheet. */
function exampleMark({ example, columns }: Sheet): readonly SheetCell[] {
  const text = example ? EXAMPLE : EXAMPLE_ELSEWHERE;
  return columns.map((_, i) => ({ value: i === 0 ? text : null, style: 'example' }));
}

/** A column's name stands over its values: numbers to the right. */
const headerStyle = (style: Style): Style => (/^(tal|procent)/.test(style) ? 'header-right' : 'header');

/**
 * A table without the columns that need not be there and in which no row says anything: those of reasons, and others that are
 * named.
 * @param optional headers of columns that stand only where some row has a value
 */
export function withoutEmpty(
  columns: Sheet['columns'],
  rows: Sheet['rows'],
  optional: readonly string[] = [],
): Pick<Sheet, 'columns' | 'rows'> {
  const said = (cell: Sheet['rows'][number][number] | undefined) =>
    (cell !== null && typeof cell === 'object' ? cell.value : (cell ?? null)) !== null;
  const kept = columns.map(
    ({ style, header }, i) =>
      !(style === 'reason' || optional.includes(header)) || rows.some((row) => said(row[i])),
  );
  return {
    columns: columns.filter((_, i) => kept[i]),
    rows: kept.every(Boolean) ? rows : rows.map((row) => row.filter((_, i) => kept[i])),
  };
}
