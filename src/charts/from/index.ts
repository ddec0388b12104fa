/** One-liners for pages: a catalogue, an indicator and a year in, a figure out. */
export { indicatorDistribution } from './distribution.ts';
export { indicatorGroups } from './groups.ts';
export {
  newestFigures,
  riketSeries,
  type YearFigures,
  yearFigures,
} from './indicator.ts';
export { indicatorMap } from './map.ts';
export { indicatorMapLan } from './map-lan.ts';
export { type FigureRef, figureOf, figureRefs } from './refs.ts';
export { indicatorSeries } from './series.ts';
export { answersBar } from './stacked.ts';
export { stadsdelarTable } from './stadsdelar.ts';
