import {
  ABSENT,
  type CompareData,
  type CompareIndicator,
  type CompareKommun,
} from '../../files/compare/model.ts';
import type { Absence } from '../../model/absence.ts';
import type { Standing } from '../../statistics/profile.ts';
import { absenceLabel } from '../../text/absence.ts';
import { formatValue } from '../../text/numbers.ts';
import type { Selection } from './selection.ts';

/** One kommun's value of one indicator. `raw` is what files get; `sort` orders a column, missing last. */
export type MatrixCell = {
  readonly text: string;
  readonly tone: Standing | 'tal';
  readonly raw: number | string | null;
  readonly saknas: Absence | null;
  readonly sort: number | null;
};

export type MatrixRow = { readonly kommun: CompareKommun; readonly cells: readonly MatrixCell[] };

/** What the group says together: how many of those that answered do, or the middle value. */
export type MatrixSummary = { readonly count: number; readonly of: number; readonly median: number | null };

export type Matrix = {
  readonly indikatorer: readonly CompareIndicator[];
  readonly rows: readonly MatrixRow[];
  readonly summary: readonly MatrixSummary[];
  readonly exempel: boolean;
};

/** A cell of the comparison, from a value of `CompareIndicator.varden`. */
export function cellOf(indicator: CompareIndicator, value: number | string): MatrixCell {
  if (typeof value === 'number')
    return {
      text: formatValue(indicator, value),
      tone: 'tal',
      raw: value,
      saknas: null,
      sort: value,
    };
  if (value.startsWith(ABSENT)) {
    // Our own file, written from typed reasons; checking it with zod would cost the reader 60 kB.
    const saknas = value.slice(ABSENT.length) as Absence;
    return { text: absenceLabel(saknas), tone: 'saknas', raw: null, saknas, sort: null };
  }
  const at = indicator.svar.findIndex((s) => s.ord === value);
  const answer = indicator.svar[at];
  return {
    text: answer?.text ?? value,
    tone: answer?.lage ?? 'saknas',
    raw: value,
    saknas: null,
    sort: indicator.svar.length - at,
  };
}

/** The chosen kommuner against the chosen indicators (all when none is chosen). */
export function matrixOf(data: CompareData, selection: Pick<Selection, 'kommuner' | 'indikatorer'>): Matrix {
  const wanted = new Set(selection.indikatorer);
  const indikatorer = data.indikatorer.filter((i) => wanted.size === 0 || wanted.has(i.id));
  const position = new Map(data.kommuner.map((k, i) => [k.kod, i]));
  const rows = selection.kommuner.flatMap((kod): MatrixRow[] => {
    const at = position.get(kod);
    const kommun = at === undefined ? undefined : data.kommuner[at];
    if (at === undefined || !kommun) return [];
    return [{ kommun, cells: indikatorer.map((i) => cellOf(i, i.varden[at] ?? `${ABSENT}uppgift-saknas`)) }];
  });
  return {
    indikatorer,
    rows,
    summary: indikatorer.map((_, column) => summarise(rows.flatMap((r) => r.cells[column] ?? []))),
    exempel: indikatorer.some((i) => i.exempel),
  };
}

function summarise(cells: readonly MatrixCell[]): MatrixSummary {
  const answered = cells.filter((c) => c.raw !== null);
  const numbers = answered
    .flatMap((c) => (typeof c.raw === 'number' ? [c.raw] : []))
    .toSorted((a, b) => a - b);
  const half = numbers.length / 2;
  const middle = [numbers[Math.ceil(half) - 1], numbers[Math.floor(half)]];
  return {
    count: answered.filter((c) => c.tone === 'gor').length,
    of: answered.length,
    median: numbers.length === 0 ? null : ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
  };
}

/** Rows in the order of a column: highest (or *ja*) first, missing last, then Swedish alphabetical order. */
export function sortRows(
  matrix: Matrix,
  column: number | 'namn',
  collator: Intl.Collator,
): readonly MatrixRow[] {
  const byName = (a: MatrixRow, b: MatrixRow) => collator.compare(a.kommun.namn, b.kommun.namn);
  if (column === 'namn') return matrix.rows.toSorted(byName);
  const key = (row: MatrixRow) => row.cells[column]?.sort ?? Number.NEGATIVE_INFINITY;
  return matrix.rows.toSorted((a, b) => (key(a) === key(b) ? byName(a, b) : key(b) - key(a)));
}
