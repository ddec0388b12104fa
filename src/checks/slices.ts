import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Niva } from '../model/kommun.ts';
import { must } from '../model/must.ts';
import type { Kon, Observation } from '../model/observation.ts';

/** The numbers of one indicator, one year and one sex. Absent values are not here. */
export type Slice = {
  readonly indicator: Indicator;
  readonly ar: number | null;
  readonly kon: Kon;
  /** From riket down, by code. Never empty. */
  readonly numbers: readonly NumberObservation[];
  /** The number of a place. The look-up is made when one is first asked for: most slices have no totals to hold. */
  readonly of: (kod: string) => NumberObservation | undefined;
};

export type NumberObservation = Observation & { readonly varde: number };

const hasNumber = (o: Observation): o is NumberObservation => typeof o.varde === 'number';

/** Cuts a register indicator into its years and sexes. */
export function slicesOf(index: CatalogueIndex, indicator: Indicator): readonly Slice[] {
  return index.yearsOf(indicator.id).flatMap((ar) => {
    const bySex = new Map<Kon, NumberObservation[]>();
    for (const o of index.observationsOf(indicator.id, ar)) {
      if (!hasNumber(o)) continue;
      const mine = bySex.get(o.kon);
      if (mine) mine.push(o);
      else bySex.set(o.kon, [o]);
    }
    return [...bySex].map(([kon, numbers]) => ({ indicator, ar, kon, numbers, of: lookUp(numbers) }));
  });
}

function lookUp(numbers: readonly NumberObservation[]): Slice['of'] {
  let byCode: ReadonlyMap<string, NumberObservation> | null = null;
  return (kod) => {
    byCode ??= new Map(numbers.map((o) => [o.kod, o]));
    return byCode.get(kod);
  };
}

/** True when a slice has a total of that level: parts are held against nothing else. */
export const hasLevel = ({ numbers }: Slice, niva: Niva): boolean => {
  for (const o of numbers) {
    if (o.niva === niva) return true;
    // Totals come before what they are totals of.
    if (o.niva === 'kommun') return false;
  }
  return false;
};

/** Where a register's value was read. */
export function placeOf(observation: Observation) {
  const { fil, rad } = must(observation.ursprung, `row of ${observation.indikator} ${observation.kod}`);
  return {
    file: fil,
    row: rad,
    column: 'varde',
    value: observation.varde === null ? null : String(observation.varde),
  };
}

/** Sums of decimals carry a rounding error; a difference smaller than this share of the total is none. */
const ROUNDING = 1e-9;

/** True when `sum` is more than `total` by more than rounding error. */
export function exceeds(sum: number, total: number): boolean {
  return sum - total > Math.abs(total) * ROUNDING;
}

const numbers = new Intl.NumberFormat('sv', { maximumFractionDigits: 5 });
export const numberText = (value: number) => numbers.format(value);
