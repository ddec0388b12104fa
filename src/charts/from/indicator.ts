import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { perIndex } from '../../model/per-index.ts';
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

const drawn = perIndex(() => new Map<string, YearFigures>());

/** The figures of an indicator and year: drawn once, for the page, the frame and the files alike. */
export function yearFigures(index: CatalogueIndex, indicator: Indicator, ar: number | null): YearFigures {
  const known = drawn(index);
  const key = `${indicator.id} ${ar}`;
  const figures = known.get(key) ?? draw(index, indicator, ar);
  known.set(key, figures);
  return figures;
}

const series = perIndex(() => new Map<string, Figure | null>());

/** Riket over the years, drawn once. */
export function riketSeries(index: CatalogueIndex, indicator: Indicator): Figure | null {
  const known = series(index);
  const found = known.get(indicator.id);
  if (found !== undefined) return found;
  const figure = indicatorSeries(index, indicator);
  known.set(indicator.id, figure);
  return figure;
}

/** The figures of the newest year with values for kommuner; null when there is none. */
export function newestFigures(index: CatalogueIndex, indicator: Indicator): YearFigures | null {
  const ar = newestKommunYear(index, indicator.id);
  return ar === undefined ? null : yearFigures(index, indicator, ar);
}
