import { hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import { perIndexBy } from '../../model/per-index.ts';
import { kommunValues, kommunYears } from '../../statistics/years.ts';
import type { Figure } from '../figure.ts';
import { figureId } from './common.ts';
import { riketSeries, type YearFigures, yearFigures } from './indicator.ts';
import { hasMapLan } from './map-lan.ts';
import { isSeries, seriesYears } from './series.ts';
import { respondents } from './units.ts';

/** A figure that can be drawn: known by name without drawing it, since a list of files needs only names. */
export type FigureRef = {
  readonly id: string;
  readonly indicator: Indicator;
  readonly kind: keyof YearFigures | 'serie';
  readonly ar: number | null;
  readonly title: string;
  readonly example: boolean;
};

const WORDS: Readonly<Record<FigureRef['kind'], string>> = {
  karta: 'karta över kommunerna',
  fordelning: 'fördelning',
  grupper: 'kommungrupper och storlek',
  lanskarta: 'karta över länen',
  svar: 'svaren plats för plats',
  serie: 'utveckling i riket',
};

type There = (index: CatalogueIndex, indicator: Indicator, ar: number | null) => boolean;

const anyAnswer: There = (index, indicator, ar) =>
  respondents(index, indicator, ar).observations.some((o) => o.varde !== null);

/** When each figure of a year is there: what its own function asks before it draws. */
const THERE: Readonly<Record<keyof YearFigures, There>> = {
  karta: (index, indicator, ar) => kommunValues(index, indicator, ar).length > 0,
  fordelning: (index, indicator, ar) =>
    hasAnswers(indicator)
      ? respondents(index, indicator, ar).observations.length > 0
      : kommunValues(index, indicator, ar).some((o) => typeof o.varde === 'number'),
  grupper: anyAnswer,
  lanskarta: hasMapLan,
  svar: (index, indicator, ar) =>
    ar !== null &&
    indicator.typ === 'enkat' &&
    index
      .observationsOf(indicator.id, ar)
      .some(
        (o) => (o.kod === RIKET || o.niva === 'lan') && o.fordelning !== null && (o.tillfragade ?? 0) > 0,
      ),
};
const YEAR_KINDS = ['karta', 'fordelning', 'grupper', 'lanskarta', 'svar'] as const;

function ref(indicator: Indicator, kind: FigureRef['kind'], ar: number | null, example: boolean): FigureRef {
  const title = [indicator.kortnamn, WORDS[kind], ...(ar === null ? [] : [ar])].join(', ');
  return { id: figureId(kind, indicator, ar), indicator, kind, ar, title, example };
}

type Drawable = Pick<FigureRef, 'kind' | 'ar' | 'example'>;

/** What can be drawn of an indicator says little of its values, and is the same for most that they can be. */
const drawable = perIndexBy((index, id: string): readonly Drawable[] => {
  const indicator = must(index.indikator(id), `indicator ${id}`);
  const ofYears = kommunYears(index, id).flatMap((ar) => {
    const example = index.observationsOf(id, ar).some((o) => o.exempel);
    return YEAR_KINDS.filter((kind) => THERE[kind](index, indicator, ar)).map((kind) => ({
      kind,
      ar,
      example,
    }));
  });
  const years = seriesYears(index, indicator);
  const example = years.some((y) => y.exempel);
  return [...ofYears, ...(isSeries(years) ? [{ kind: 'serie', ar: null, example } as const] : [])];
}, 'bilder-som-finns');

/** Every figure that the pages of an indicator show: each year's, newest first, and the series. */
export const figureRefs = (index: CatalogueIndex, indicator: Indicator): readonly FigureRef[] =>
  drawable(index, indicator.id).map(({ kind, ar, example }) => ref(indicator, kind, ar, example));

/** The figure itself, drawn once. @throws Error when it turns out not to be there */
export function figureOf(index: CatalogueIndex, { id, indicator, kind, ar }: FigureRef): Figure {
  const figure = kind === 'serie' ? riketSeries(index, indicator) : yearFigures(index, indicator, ar)[kind];
  if (figure === null) throw new Error(`no figure ${id}`);
  return figure;
}
