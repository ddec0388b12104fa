import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import { perIndexBy } from '../../model/per-index.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import type { Figure } from '../figure.ts';
import { indicatorDistribution } from './distribution.ts';
import { indicatorGroups } from './groups.ts';
import { indicatorMap } from './map.ts';
import { indicatorMapLan } from './map-lan.ts';
import { indicatorSeries } from './series.ts';
import { answersBar } from './stacked.ts';

/** The figures about the kommuner of one year; null where there is nothing to draw. */
export type YearFigures = {
  readonly karta: Figure | null;
  readonly fordelning: Figure | null;
  readonly grupper: Figure | null;
  readonly lanskarta: Figure | null;
  readonly svar: Figure | null;
};

function draw(index: CatalogueIndex, indicator: Indicator, ar: number | null): YearFigures {
  return {
    karta: indicatorMap(index, indicator, ar),
    fordelning: indicatorDistribution(index, indicator, ar),
    grupper: indicatorGroups(index, indicator, ar),
    lanskarta: indicatorMapLan(index, indicator, ar),
    svar: ar !== null && indicator.typ === 'enkat' ? answersBar(index, indicator, ar) : null,
  };
}

/** More than twice what the shipped release has: one with ten times as many areas draws some again, and needs no room for all. */
const LATEST = 200;

const drawn = perIndexBy(
  (index, id: string, ar: number | null) =>
    draw(index, must(index.indikator(id), 'indicator of a figure'), ar),
  undefined,
  LATEST,
);

/** The figures of an indicator and year: drawn once, for the page, the frame and the files alike. */
export const yearFigures = (
  index: CatalogueIndex,
  { id }: Pick<Indicator, 'id'>,
  ar: number | null,
): YearFigures => drawn(index, id, ar);

const series = perIndexBy((index, id: string) =>
  indicatorSeries(index, must(index.indikator(id), 'indicator of a series')),
);

/** Riket over the years, drawn once. */
export const riketSeries = (index: CatalogueIndex, { id }: Pick<Indicator, 'id'>): Figure | null =>
  series(index, id);

/** The figures of the newest year with values for kommuner; null when there is none. */
export function newestFigures(index: CatalogueIndex, indicator: Indicator): YearFigures | null {
  const ar = newestKommunYear(index, indicator.id);
  return ar === undefined ? null : yearFigures(index, indicator, ar);
}
