import type { Absence } from '../model/absence.ts';
import { must } from '../model/must.ts';
import { quantile } from '../statistics/distribution.ts';
import type { Standing } from '../statistics/profile.ts';
import type { Share } from '../statistics/share.ts';
import { absenceLabel } from '../text/absence.ts';
import { formatValue } from '../text/numbers.ts';
import { shareOfText } from '../text/shares.ts';
import {
  ABSENT,
  type CompareAnswers,
  type CompareData,
  type CompareIndicator,
  type CompareKommun,
  type CompareYear,
} from './data.ts';
import { againstOf } from './presets.ts';
import type { Selection } from './selection.ts';

/** One kommun's value of one indicator. `raw` is what files get; `sort` orders a column, missing last. */
export type MatrixCell = {
  readonly text: string;
  readonly tone: Standing | 'tal' | 'stadsdelar';
  readonly raw: number | string | null;
  readonly saknas: Absence | null;
  /** A city whose stadsdelar answer in its place: how. */
  readonly stadsdelar: CompareAnswers | null;
  readonly sort: number | null;
  /** What is said of this very figure; null when nothing. */
  readonly remark: string | null;
};

export type MatrixRow = { readonly kommun: CompareKommun; readonly cells: readonly MatrixCell[] };

/** An indicator in the year that is shown. */
export type MatrixIndicator = CompareIndicator & { readonly utgava: CompareYear };

/**
 * What several places say together. A question: the share of the first answer among those that answered, with
 * stadsdelar in place of their city, and how many were asked. A number: the middle of so many values.
 */
export type MatrixSummary =
  | { readonly kind: 'svar'; readonly share: Share; readonly tillfragade: number }
  | { readonly kind: 'tal'; readonly median: number | null; readonly n: number };

export type Matrix = {
  readonly indikatorer: readonly MatrixIndicator[];
  readonly rows: readonly MatrixRow[];
  /** Of the group, an indicator each. */
  readonly summary: readonly MatrixSummary[];
  /** Chosen, but without values in the chosen year. */
  readonly utanAr: readonly CompareIndicator[];
  readonly exempel: boolean;
  /** What the kommuner are called together. */
  readonly grupp: string;
};

/** A second group that is only shown together, beside the first. */
export type Against = Pick<Matrix, 'grupp' | 'indikatorer' | 'summary' | 'exempel'> & {
  readonly antal: number;
};

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** The share of the first answer among units that answered. */
export const firstAnswerShare = ({ antal }: CompareAnswers): Share => ({
  count: antal[0] ?? 0,
  of: sum(antal),
});

/** A cell of the comparison: the value that stands `at` a place in the list of kommuner. */
function cellOf(indicator: MatrixIndicator, at: number, kod: string): MatrixCell {
  const value = indicator.utgava.varden[at] ?? `${ABSENT}uppgift-saknas`;
  const remark = indicator.utgava.anmarkningar[kod] ?? null;
  const own = { saknas: null, stadsdelar: null, remark };
  if (typeof value === 'number')
    return { ...own, text: formatValue(indicator, value), tone: 'tal', raw: value, sort: value };
  if (value.startsWith(ABSENT)) {
    // `parse.ts` lets only typed reasons in.
    const saknas = value.slice(ABSENT.length) as Absence;
    const stadsdelar = indicator.utgava.stadsdelar[kod] ?? null;
    const gap = { raw: null, saknas, stadsdelar, sort: null, remark };
    if (stadsdelar === null) return { ...gap, text: absenceLabel(saknas), tone: 'saknas' };
    const { count, of } = firstAnswerShare(stadsdelar);
    const text = `${count} av ${of} stadsdelar: ${must(indicator.svar[0], `answer of ${indicator.id}`).text}`;
    return { ...gap, text, tone: 'stadsdelar' };
  }
  const place = indicator.svar.findIndex((s) => s.ord === value);
  const answer = indicator.svar[place];
  return {
    ...own,
    text: answer?.text ?? value,
    tone: answer?.lage ?? 'saknas',
    raw: value,
    sort: indicator.svar.length - place,
  };
}

/** The year of an indicator that is asked for; the newest when none is. */
export const editionOf = (indicator: CompareIndicator, ar: number | null): CompareYear | undefined =>
  ar === null ? indicator.utgavor[0] : indicator.utgavor.find((u) => u.ar === ar);

/** The chosen kommuner against the chosen indicators (all when none is chosen), each in one year. */
export function matrixOf(
  data: Pick<CompareData, 'kommuner' | 'indikatorer'>,
  selection: Pick<Selection, 'kommuner' | 'indikatorer' | 'ar'>,
  grupp = 'Gruppen',
): Matrix {
  const wanted = new Set(selection.indikatorer);
  const chosen = data.indikatorer.filter((i) => wanted.size === 0 || wanted.has(i.id));
  const indikatorer = chosen.flatMap((i): MatrixIndicator[] => {
    const utgava = editionOf(i, selection.ar);
    return utgava ? [{ ...i, utgava }] : [];
  });
  const position = new Map(data.kommuner.map((k, i) => [k.kod, i]));
  const rows = selection.kommuner.flatMap((kod): MatrixRow[] => {
    const at = position.get(kod);
    const kommun = at === undefined ? undefined : data.kommuner[at];
    return at === undefined || !kommun ? [] : [{ kommun, cells: indikatorer.map((i) => cellOf(i, at, kod)) }];
  });
  return {
    indikatorer,
    rows,
    summary: indikatorer.map((i, column) =>
      summarise(
        i,
        rows.flatMap((r) => r.cells[column] ?? []),
      ),
    ),
    utanAr: chosen.filter((i) => !editionOf(i, selection.ar)),
    exempel: indikatorer.some((i) => i.utgava.exempel),
    grupp,
  };
}

/** The second group of a selection, in the same indicators and years; null when none is chosen. */
export function againstMatrix(data: CompareData, selection: Selection): Against | null {
  const group = selection.mot === null ? null : againstOf(data, selection.mot);
  if (group === null) return null;
  const { rows, indikatorer, summary, grupp, exempel } = matrixOf(
    data,
    { ...selection, kommuner: group.koder },
    group.namn,
  );
  return { indikatorer, summary, grupp, exempel, antal: rows.length };
}

/** Absences of one that was never asked: it belongs in no denominator (as in `statistics/aggregate`). */
const NOT_ASKED: ReadonlySet<Absence | null> = new Set<Absence>(['ej-tillamplig', 'ej-efterfragad']);

/** The answers of one cell as counts: a kommun's own is one, a city's are its stadsdelar's. */
export function countsOfCell(
  { svar }: CompareIndicator,
  { raw, saknas, stadsdelar }: MatrixCell,
): CompareAnswers {
  if (stadsdelar) return stadsdelar;
  return { antal: svar.map((s) => Number(s.ord === raw)), tillfragade: Number(!NOT_ASKED.has(saknas)) };
}

function summarise(indicator: CompareIndicator, cells: readonly MatrixCell[]): MatrixSummary {
  if (indicator.typ === 'svar') {
    const answers = cells.map((cell) => countsOfCell(indicator, cell));
    const shares = answers.map(firstAnswerShare);
    return {
      kind: 'svar',
      share: { count: sum(shares.map((s) => s.count)), of: sum(shares.map((s) => s.of)) },
      tillfragade: sum(answers.map((a) => a.tillfragade)),
    };
  }
  const numbers = cells.flatMap((c) => (typeof c.raw === 'number' ? [c.raw] : [])).toSorted((a, b) => a - b);
  return {
    kind: 'tal',
    median: numbers.length === 0 ? null : quantile(numbers, 0.5),
    n: numbers.length,
  };
}

/** How riket answered; null for a number, and where nobody did. */
export function riketShare(indicator: MatrixIndicator): Share | null {
  const { riketSvar } = indicator.utgava;
  return riketSvar && sum(riketSvar.antal) > 0 ? firstAnswerShare(riketSvar) : null;
}

/** Riket beside the group: `17 % av 291`, the number, or that there is none. */
export function riketText(indicator: MatrixIndicator): string {
  const share = riketShare(indicator);
  if (share) return shareOfText(share);
  const { riket } = indicator.utgava;
  return riket === null ? 'Ingen uppgift' : formatValue(indicator, riket);
}

/** Rows in the order of a column: highest (or *ja*) first, missing last; those that are alike as the group has them. */
export function sortRows(matrix: Matrix, column: number): readonly MatrixRow[] {
  const key = (row: MatrixRow) => row.cells[column]?.sort ?? Number.NEGATIVE_INFINITY;
  return matrix.rows.toSorted((a, b) => (key(a) === key(b) ? 0 : key(b) - key(a)));
}
