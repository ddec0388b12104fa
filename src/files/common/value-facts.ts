import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import type { Observation } from '../../model/observation.ts';
import { perIndex, perIndexBy } from '../../model/per-index.ts';
import { valuesOf } from './absent.ts';
import { anyExample } from './scopes.ts';

// A list of files says little of the values in them, and is read for every file of its format. What it says is
// remembered under names of its own, so that another answer is no other list (docs/performance.md).

/** What is said of some values beside the values. */
export type ValueFacts = {
  readonly exempel: boolean;
  /** True when the year of each is known. */
  readonly daterade: boolean;
};

const factsOf = (values: readonly Observation[]): ValueFacts => ({
  exempel: anyExample(values),
  daterade: values.every((o) => o.ar !== null),
});

type IndicatorFacts = ValueFacts & {
  /** True when none is published. */
  readonly tomt: boolean;
  /** The same of those that say how many gave each answer. */
  readonly fordelade: ValueFacts;
};

const ofIndicator = perIndexBy((index, id: string): IndicatorFacts => {
  const values = valuesOf(index, must(index.indikator(id), `indicator ${id}`));
  return {
    ...factsOf(values),
    tomt: index.observationsOf(id).length === 0,
    fordelade: factsOf(values.filter((o) => o.fordelning !== null)),
  };
}, 'vardenas-egenskaper');

/** What is said of an indicator's values. */
export const factsOfIndicator = (index: CatalogueIndex, { id }: Pick<Indicator, 'id'>): IndicatorFacts =>
  ofIndicator(index, id);

/** The same of the values of several. */
export function factsOfAll(
  index: CatalogueIndex,
  indicators: readonly Pick<Indicator, 'id'>[],
  of: (facts: IndicatorFacts) => ValueFacts = (facts) => facts,
): ValueFacts {
  const all = indicators.map((i) => of(factsOfIndicator(index, i)));
  return { exempel: all.some((f) => f.exempel), daterade: all.every((f) => f.daterade) };
}

const ofYear = perIndexBy(
  (index, id: string, ar: number): boolean => anyExample(index.observationsOf(id, ar)),
  'arets-exempel',
);

/** True when some value of a year is made up. */
export const yearHasExample = (
  index: CatalogueIndex,
  indicators: readonly Pick<Indicator, 'id'>[],
  ar: number,
): boolean => indicators.some(({ id }) => ofYear(index, id, ar));

/** True when some value at all is made up. */
export const hasExample = perIndex(
  ({ catalogue }): boolean => anyExample(catalogue.observationer),
  'exempel-i-katalogen',
);
