import type { Figure } from '../charts/figure.ts';
import { indicatorMap } from '../charts/from/map.ts';
import { seriesYears } from '../charts/from/series.ts';
import type { SeriesPoint } from '../charts/series-runs.ts';
import { spark } from '../charts/spark.ts';
import { indikatorPath, kartlaggningPath } from '../markup/paths.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Indicator } from '../model/indicator.ts';
import type { Kartlaggning } from '../model/kartlaggning.ts';
import { RIKET } from '../model/kommun.ts';
import { perIndex } from '../model/per-index.ts';
import { mainRounds, publishedCount } from '../statistics/kartlaggning.ts';
import { newestKommunYear } from '../statistics/years.ts';
import { countText, mattLabel } from '../text/kartlaggning.ts';
import { formatValueInText } from '../text/numbers.ts';
import { publishedMessage, publishedValue } from './indikator/published.ts';

/** A number to begin with: its year, its source, and the years that led to it. Real figures only, never examples. */
export type KeyFigure = {
  /** `27 383`, `60 %`. */
  readonly value: string;
  /** What it is, so that the two read as a sentence: `personer i hemlöshet`. */
  readonly what: string;
  readonly ar: number;
  readonly kalla: string;
  readonly href: string;
  /** The years as a small picture; empty where there is one year only. */
  readonly spark: string;
};

/** What the start page says. */
type StartDocument = {
  readonly figures: readonly KeyFigure[];
  /** The newest register that kommuner have values in, on the map. */
  readonly map: { readonly figure: Figure; readonly indicator: Indicator } | null;
};

const drawn = (points: readonly SeriesPoint[], what: string): string => {
  const valued = points.filter((p) => p.varde !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  if (!first || !last || first === last) return '';
  return spark(points, `Linje, ${what}: ${first.label} ${first.ar}, ${last.label} ${last.ar}.`);
};

/** Riket's newest figure of a register; null where it has none that is real. */
function registerFigure(index: CatalogueIndex, indicator: Indicator): KeyFigure | null {
  const years = seriesYears(index, indicator, RIKET);
  const last = years.findLast((y) => y.varde !== null && !y.exempel);
  if (last === undefined || last.varde === null) return null;
  const value = formatValueInText(indicator, last.varde);
  return {
    value,
    what: indicator.pastaende,
    ar: last.ar,
    kalla: last.kalla,
    href: indikatorPath(indicator),
    spark: drawn(years, indicator.kortnamn),
  };
}

/** What kommuner answered to the question whose published share says most about an area. */
function questionFigure(index: CatalogueIndex, omrade: string): KeyFigure | null {
  const message = publishedMessage(index, omrade);
  if (message === null) return null;
  const { indicator, figure } = message;
  return {
    value: publishedValue(figure),
    what: `av ${figure.bas === 'kommuner' ? 'kommunerna' : figure.bas} svarade att de ${indicator.pastaende}`,
    ar: figure.ar,
    kalla: figure.kalla,
    href: indikatorPath(indicator),
    spark: drawn(seriesYears(index, indicator, RIKET), indicator.kortnamn),
  };
}

/** The newest count of a kartläggning of the whole country. */
function countFigure(kartlaggning: Kartlaggning): KeyFigure | null {
  const rows = mainRounds(kartlaggning).flatMap(({ ar, jamforbar }) => {
    const value = publishedCount(kartlaggning, ar, kartlaggning.huvudmatt);
    return value ? [{ ar, jamforbar, value }] : [];
  });
  const last = rows.findLast((r) => r.value.varde !== null);
  if (!last) return null;
  const what = mattLabel(kartlaggning, kartlaggning.huvudmatt).toLocaleLowerCase('sv');
  const points = rows.map(
    ({ ar, jamforbar, value }): SeriesPoint => ({
      ar,
      varde: value.varde,
      saknas: value.saknas,
      segment: jamforbar,
      label: countText(value),
      exempel: false,
    }),
  );
  return {
    value: countText(last.value),
    what: kartlaggning.slag === 'hemloshet' ? `${what} i hemlöshet` : what,
    ar: last.ar,
    kalla: last.value.kalla,
    href: kartlaggningPath(kartlaggning),
    spark: drawn(points, what),
  };
}

/** More would be a list again. */
const FIGURES = 6;

/** How many of an area's registers stand among the figures. */
const REGISTERS = 2;

function keyFigures(index: CatalogueIndex): readonly KeyFigure[] {
  const { kartlaggningar, omraden } = index.catalogue;
  const counts = kartlaggningar.filter((k) => k.kod === RIKET && k.slag === 'hemloshet').map(countFigure);
  const areas = omraden.map(({ slug }) => [
    questionFigure(index, slug),
    ...index
      .indikatorerOf(slug)
      .filter((i) => i.typ === 'register' && i.omrade === slug)
      .map((i) => registerFigure(index, i))
      .filter((f) => f !== null && f.spark !== '')
      .slice(0, REGISTERS),
  ]);
  return [...counts, ...areas.flat()].filter((f) => f !== null).slice(0, FIGURES);
}

/** The document of the start page. */
export const startDocument = perIndex((index): StartDocument => {
  const register = index.catalogue.indikatorer.find(
    (i) => i.typ === 'register' && newestKommunYear(index, i.id) != null,
  );
  const ar = register && newestKommunYear(index, register.id);
  const figure = register && ar != null ? indicatorMap(index, register, ar) : null;
  return { figures: keyFigures(index), map: figure && register ? { figure, indicator: register } : null };
});
