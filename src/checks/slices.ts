import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import { must } from '../model/must.ts';
import type { Kon, Observation } from '../model/observation.ts';

/** The numbers of one indicator, one year and one sex, by code. Absent values are not here. */
export type Slice = {
  readonly indicator: Indicator;
  readonly ar: number | null;
  readonly kon: Kon;
  readonly values: ReadonlyMap<string, NumberObservation>;
};

export type NumberObservation = Observation & { readonly varde: number };

const hasNumber = (o: Observation): o is NumberObservation => typeof o.varde === 'number';

/** Cuts a register indicator into its years and sexes. */
export function slicesOf(index: CatalogueIndex, indicator: Indicator): readonly Slice[] {
  return index.yearsOf(indicator.id).flatMap((ar) => {
    const bySex = Map.groupBy(index.observationsOf(indicator.id, ar).filter(hasNumber), (o) => o.kon);
    return [...bySex].map(([kon, observations]) => ({
      indicator,
      ar,
      kon,
      values: new Map(observations.map((o) => [o.kod, o])),
    }));
  });
}

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
