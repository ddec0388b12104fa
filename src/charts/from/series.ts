import { sourceCell } from '../../markup/sources.ts';
import { optionalCell, type TableCell } from '../../markup/table.ts';
import { answerType, hasAnswers, unitOf } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Brott, Indicator } from '../../model/indicator.ts';
import { RIKET } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import type { PublishedFigure } from '../../model/published.ts';
import { breaksOf, segmentOf } from '../../statistics/comparability.ts';
import { shareOf } from '../../statistics/profile.ts';
import { isSmallBase } from '../../statistics/share.ts';
import { absenceLabel } from '../../text/absence.ts';
import { exampleNotes, sourceLine } from '../../text/names.ts';
import { formatPercent, formatValue } from '../../text/numbers.ts';
import { areaBreaks } from '../../text/sentences/history.ts';
import { seriesSentence } from '../../text/sentences/series.ts';
import { shownValue } from '../../text/values.ts';
import type { Figure } from '../figure.ts';
import { FRAMES } from '../frame.ts';
import { type SeriesInput, seriesSvg } from '../series.ts';
import type { SeriesPoint } from '../series-runs.ts';
import { figureId } from './common.ts';
import { sexColumns } from './sexes.ts';

/** A year of the series, with where its figure comes from and what its source says about it. */
type Year = SeriesPoint & { readonly kalla: string; readonly not: string | null };

/** What a reader must do about a break, in the picture, in its table and in every file. */
const NOT_BACK = 'jämför inte bakåt';

/** Said at a point whose remark stands under the picture. */
const MARK = '*';

/** Riket's published figures for the first answer (or the number itself), the way the indicator counts. */
function publishedFor(index: CatalogueIndex, indicator: Indicator, ar: number): readonly PublishedFigure[] {
  const enhet = unitOf(indicator);
  return index
    .publishedOf(indicator.id)
    .filter((p) => p.ar === ar && p.grupp === 'riket' && p.svar === null && p.enhet === enhet);
}

const shownFigure = (indicator: Indicator, { varde }: PublishedFigure) =>
  hasAnswers(indicator) ? formatPercent(varde) : formatValue(indicator, varde);

/** What a reader must know of a published figure: its remark, and what others say that the same figure is. */
function remarkOn(
  indicator: Indicator,
  figure: PublishedFigure,
  others: readonly PublishedFigure[],
): string | null {
  const differing = others
    .filter((o) => o.varde !== figure.varde)
    .map((o) => `${o.kalla} anger ${shownFigure(indicator, o)}`);
  const said = [...(figure.not === '' ? [] : [figure.not]), ...differing];
  return said.length === 0 ? null : said.join('. ');
}

function fromPublished(
  indicator: Indicator,
  [figure, ...others]: readonly [PublishedFigure, ...PublishedFigure[]],
  segment: string,
): Year {
  const shown = shownFigure(indicator, figure);
  return {
    ar: figure.ar,
    varde: figure.varde,
    saknas: null,
    segment,
    label: figure.ungefar ? `ca ${shown}` : shown,
    exempel: false,
    kalla: figure.kalla,
    not: remarkOn(indicator, figure, others),
  };
}

function fromObservation(
  indicator: Indicator,
  ar: number,
  o: Observation | undefined,
  segment: string,
): Year {
  const share = o ? shareOf(indicator, o) : null;
  // A percentage on a handful of answers is not a point on a line.
  const varde = typeof o?.varde === 'number' && !(share && isSmallBase(share)) ? o.varde : null;
  const saknas = varde === null ? (o?.saknas ?? 'uppgift-saknas') : null;
  return {
    ar,
    varde,
    saknas,
    segment,
    label: varde === null ? absenceLabel(saknas ?? 'uppgift-saknas') : shownValue(indicator, o),
    exempel: o?.exempel ?? false,
    kalla: o?.exempel ? 'Exempeldata' : (o?.kalla ?? indicator.kalla),
    not: o?.not ?? null,
  };
}

/** A year whose only figure is made up, in a series that has real ones: the two never stand on the same line. */
const withoutExample = (year: Year): Year => ({
  ...year,
  varde: null,
  saknas: 'uppgift-saknas',
  label: 'Ingen publicerad siffra',
  exempel: false,
});

/** The breaks of an indicator, and of the kommun itself where its area has changed. */
function placeBreaks(index: CatalogueIndex, indicator: Indicator, kod: string): readonly Brott[] {
  const own = breaksOf(indicator, index.omrade(indicator.omrade));
  const kommun = index.kommun(kod);
  const area = kommun ? areaBreaks(index, kommun) : [];
  if (area.length === 0) return own;
  return [...own, ...area].toSorted((a, b) => a.franAr - b.franAr);
}

/** The years of a place. For riket, what somebody published goes before what we computed from examples. */
export function seriesYears(
  index: CatalogueIndex,
  indicator: Indicator,
  kod: string = RIKET,
): readonly Year[] {
  const breaks = placeBreaks(index, indicator, kod);
  const beforeName = breaks[0] ? `före ${breaks[0].franAr}` : 'hela serien';
  const known = index
    .observationsOf(indicator.id)
    .flatMap((o) => (o.ar !== null && o.kod === kod ? [o.ar] : []));
  const published = kod === RIKET ? index.publishedOf(indicator.id).map((p) => p.ar) : [];
  const years = new Set([...(kod === RIKET ? indicator.ar : []), ...known, ...published]);
  const all = [...years]
    .toSorted((a, b) => a - b)
    .map((ar) => {
      const { fran } = segmentOf(breaks, ar);
      const segment = Number.isFinite(fran) ? `från ${fran}` : beforeName;
      const [figure, ...others] = kod === RIKET ? publishedFor(index, indicator, ar) : [];
      const own = index.observation(indicator.id, kod, ar);
      const computed = typeof own?.varde === 'number' && !own.exempel;
      return figure && !computed
        ? fromPublished(indicator, [figure, ...others], segment)
        : fromObservation(indicator, ar, own, segment);
    });
  const real = all.some((y) => y.varde !== null && !y.exempel);
  return real ? all.map((y) => (y.exempel ? withoutExample(y) : y)) : all;
}

/** One year is not a series. */
export const isSeries = (years: readonly Year[]) => years.filter((y) => y.varde !== null).length > 1;

/** A series before it is drawn: all that it says, and what the drawing needs. */
export type SeriesSaid = Omit<Figure, 'svg' | 'narrow'> & { readonly input: SeriesInput };

/**
 * What an indicator over the years says of riket, or of another place; null when no year has a value, or only a single
 * one. For formats that do not draw it themselves.
 */
export function seriesSaid(
  index: CatalogueIndex,
  indicator: Indicator,
  kod: string = RIKET,
): SeriesSaid | null {
  const years = seriesYears(index, indicator, kod);
  const drawn = years.filter((y) => y.varde !== null);
  if (!isSeries(years)) return null;
  const breaks = placeBreaks(index, indicator, kod);
  const newest = drawn.at(-1)?.segment;
  const segment = drawn.filter((y) => y.segment === newest);
  const older = years.some((y) => y.segment !== newest && y.ar < (segment[0]?.ar ?? 0));
  const lastBreak = breaks.findLast((b) => b.franAr <= (segment[0]?.ar ?? 0));
  const sexes = sexColumns(index, indicator, kod, years);
  const said = seriesSentence(
    indicator.svarstyp,
    segment.map((y) => ({ ar: y.ar, shown: y.label })),
    older && lastBreak ? lastBreak.franAr : null,
  );
  const sentence = sexes.sentence === null ? said : `${said} ${sexes.sentence}`;
  const cuts = breaks.map((b) => ({ franAr: b.franAr, label: `Nytt ${b.franAr}: ${NOT_BACK}` }));
  // A unit in words is said once, under the picture, and not at every number in it.
  const worded = answerType(indicator.svarstyp).quantity === 'belopp' && indicator.enhet !== 'kronor';
  const bare = (label: string) => (worded ? label.replace(/\u00a0\p{L}.*$/u, '') : label);
  const input: SeriesInput = {
    id: figureId('serie', indicator, null),
    label: sentence,
    points: years.map((y) => {
      const label = bare(y.label);
      return { ...y, label: y.not === null ? label : `${label}${MARK}` };
    }),
    cuts,
    sexes: sexes.lines,
    tick: (v: number) => bare(formatValue({ ...indicator, decimaler: Number.isInteger(v) ? 0 : 1 }, v)),
  };
  const place = kod === RIKET ? 'riket' : (index.lan(kod)?.namn ?? index.kommun(kod)?.namn ?? kod);
  const title = `${indicator.kortnamn}, ${place}`;
  const example = years.some((y) => y.exempel);
  const remarks = years.flatMap((y) =>
    y.not === null ? [] : [`${MARK} ${y.ar}: ${y.not.replace(/\.$/, '')}.`],
  );
  // A series without a break is one series: there is nothing to tell apart.
  const divided = new Set(years.map((y) => y.segment)).size > 1;
  const within = breaks.filter((b) => (years[0]?.ar ?? 0) < b.franAr && b.franAr <= (years.at(-1)?.ar ?? 0));
  return {
    id: input.id,
    title,
    sentence,
    input,
    legend: [],
    table: {
      caption: title,
      columns: [
        { label: 'År', numeric: false },
        { label: 'Värde', numeric: true },
        ...sexes.columns,
        ...(divided ? [{ label: 'Jämförbar serie', numeric: false }] : []),
        { label: 'Källa', numeric: false },
        ...(remarks.length === 0 ? [] : [{ label: 'Anmärkning', numeric: false }]),
      ],
      rows: years.map((y): readonly TableCell[] => [
        { text: String(y.ar), sort: y.ar },
        { text: y.label, sort: y.varde },
        ...sexes.cells(y.ar),
        ...(divided
          ? [{ text: y.segment.startsWith('från') ? `${y.segment}, ${NOT_BACK}` : y.segment }]
          : []),
        y.varde === null ? { text: '' } : sourceCell(index, y.kalla),
        ...(remarks.length === 0 ? [] : [optionalCell(y.not)]),
      ]),
    },
    notes: [
      ...(worded ? [`Siffrorna i bilden är ${indicator.enhet}.`] : []),
      ...within.map((b) => b.orsak),
      ...remarks,
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}

/** The same, drawn and cut at every break in comparability. */
export function indicatorSeries(
  index: CatalogueIndex,
  indicator: Indicator,
  kod: string = RIKET,
): Figure | null {
  const said = seriesSaid(index, indicator, kod);
  if (!said) return null;
  const { input, ...figure } = said;
  return {
    ...figure,
    svg: seriesSvg(input, FRAMES.wide),
    narrow: seriesSvg({ ...input, id: `${input.id}-smal` }, FRAMES.narrow),
  };
}
