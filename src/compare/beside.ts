import type { Brott } from '../model/indicator.ts';
import { breaksBetween } from '../statistics/comparability.ts';
import { cappedList, listOf } from '../text/lists.ts';
import { countOf, formatNumber, KOMMUN } from '../text/numbers.ts';
import type { CompareData } from './data.ts';
import {
  type Against,
  againstMatrix,
  editionOf,
  type Matrix,
  type MatrixIndicator,
  matrixOf,
} from './matrix.ts';
import type { Selection } from './selection.ts';

/** Another year of the same comparison, to stand beside the one that is shown. */
export type Beside = {
  readonly ar: number;
  /** Only the indicators whose two years may be compared. */
  readonly matrix: Matrix;
  /** Those that have the year, on the other side of a break: nothing is set beside them, and the reason is given. */
  readonly stopped: readonly { readonly indicator: MatrixIndicator; readonly brott: Brott }[];
};

/** What a file of a comparison holds: what is shown, a second group, and another year. */
export type ComparisonParts = readonly [Matrix, ...(Matrix | Against)[]];

/** What is shown, with the second group and the year beside it when they are asked for. */
export function comparedIn(data: CompareData, selection: Selection): ComparisonParts {
  const shown = matrixOf(data, selection);
  const against = againstMatrix(data, selection);
  const beside = besideOf(data, selection, shown);
  return [shown, ...(against ? [against] : []), ...(beside ? [beside.matrix] : [])];
}

/** The year asked for beside the one shown, never across a break in comparability; null when none is asked for. */
export function besideOf(
  data: CompareData,
  selection: Pick<Selection, 'kommuner' | 'med'>,
  shown: Matrix,
): Beside | null {
  const { med } = selection;
  if (med === null) return null;
  const having = shown.indikatorer.filter((i) => i.utgava.ar !== med && editionOf(i, med));
  const breakOf = ({ brott, utgava: { ar } }: MatrixIndicator) =>
    ar === null ? undefined : breaksBetween(brott, ar, med)[0];
  // A year that is not known cannot be said to be comparable with any.
  const fit = having.filter((i) => i.utgava.ar !== null && !breakOf(i));
  return {
    ar: med,
    // An empty choice would mean every indicator.
    matrix: matrixOf(
      { ...data, indikatorer: fit },
      { kommuner: selection.kommuner, indikatorer: [], ar: med },
    ),
    stopped: having.flatMap((indicator) => {
      const brott = breakOf(indicator);
      return brott ? [{ indicator, brott }] : [];
    }),
  };
}

/** Why a share is of more answers than there are kommuner in the group; empty where none is. */
export function baseNote({ rows, summary }: Pick<Matrix, 'rows' | 'summary'>): string {
  const answered = Math.max(...summary.map((s) => (s.kind === 'svar' ? s.share.of : 0)), 0);
  if (answered <= rows.length) return '';
  const cities = rows.filter((r) => r.cells.some((c) => c.stadsdelar)).map((r) => r.kommun.namn);
  return `Andelarna är av upp till ${formatNumber(answered)} svar fast gruppen har ${countOf(rows.length, KOMMUN)}: i ${listOf(cities)} svarar varje stadsdel för sig och räknas en och en.`;
}

/** More names than this would be a list of its own. */
const MAX_NAMED = 5;

const named = (indicators: readonly { readonly kortnamn: string }[]) =>
  cappedList(
    indicators.map((i) => `”${i.kortnamn}”`),
    MAX_NAMED,
  );

/** What the chosen years leave out, and why; empty when nothing is. */
export function yearNotes({ utanAr }: Matrix, { ar }: Pick<Selection, 'ar'>, beside: Beside | null): string {
  const reasons = Map.groupBy(beside?.stopped ?? [], (s) => s.brott);
  return [
    utanAr.length === 0 ? '' : `Utan uppgifter från ${ar}: ${named(utanAr)}.`,
    ...[...reasons].map(
      ([{ orsak }, stopped]) =>
        `${beside?.ar} står inte bredvid för ${named(stopped.map((s) => s.indicator))}, för att åren inte går att jämföra: ${orsak}`,
    ),
    beside !== null && beside.matrix.indikatorer.length === 0 && beside.stopped.length === 0
      ? `Ingen av indikatorerna har ett annat värde från ${beside.ar} att ställa bredvid.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
