import type { Absence } from '../../model/absence.ts';
import { answersOf, hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { must } from '../../model/must.ts';
import type { Kon, Observation } from '../../model/observation.ts';
import { answerInText } from '../../text/answers.ts';
import { placeName } from '../../text/places.ts';
import { remarkOf } from '../../text/remarks.ts';
import { reasonOf, valuesOf } from '../common/absent.ts';
import { placesInOrder } from '../common/places.ts';

/** A number, or the reason why there is none. */
export type CubeCell = number | Absence;

/** What is counted: a number's own unit, or for a question how many gave each answer, and the share. */
export type CubeMeasure = {
  readonly code: string;
  readonly label: string;
  readonly unit: string;
  readonly decimals: number;
};
export type CubeCategory = { readonly code: string; readonly label: string };

/**
 * An indicator as the cube that statistical tools want: place × measure × sex × year, all of them numbers. A question
 * becomes counts of answers, so that a kommun's *ja* is 1 in `ja` and 0 in `nej`; at län and riket there is also the
 * share of the first answer.
 */
export type Cube = {
  readonly indicator: Indicator;
  readonly places: readonly CubeCategory[];
  readonly measures: readonly CubeMeasure[];
  readonly sexes: readonly CubeCategory[];
  /** Codes are years, or `okant` for values whose year is not known. */
  readonly years: readonly CubeCategory[];
  /** Row-major in the order place, measure, sex, year. */
  readonly cells: readonly CubeCell[];
  readonly example: boolean;
  /** What is said of single figures: their own source, or the remark on their row. */
  readonly remarks: readonly CellRemark[];
  /** True when no value is published: then riket stands alone, with the reason. */
  readonly empty: boolean;
};

/** A remark on one figure; `place`, `sex` and `year` are labels of the cube. */
export type CellRemark = {
  readonly place: string;
  readonly sex: string;
  readonly year: string;
  readonly text: string;
};

const SEXES: Readonly<Record<Kon, string>> = { T: 'Båda könen', K: 'Kvinnor', M: 'Män' };

export function cubeOf(index: CatalogueIndex, indicator: Indicator): Cube {
  const values = valuesOf(index, indicator);
  const places = placesInOrder(values);
  const sexes = (['T', 'K', 'M'] as const).filter((k) => k === 'T' || values.some((o) => o.kon === k));
  const years = yearsOf(values);
  const measures = measuresOf(indicator);
  // Of the indicator's own values alone: a place's values would make the file depend on other questions too.
  const key = (kod: string, ar: number | null, kon: Kon) => `${kod}|${ar}|${kon}`;
  const published = new Map(index.observationsOf(indicator.id).map((o) => [key(o.kod, o.ar, o.kon), o]));
  const cells = places.flatMap((kod) => {
    // A stadsdel stands only in the years when stadsdelar answered for their city: in others it is not asked.
    const unsaid = (ar: number | null): Absence =>
      index.stadsdel(kod) ? 'ej-tillamplig' : (reasonOf(indicator, undefined, ar) ?? 'uppgift-saknas');
    const of = sexes.flatMap((kon) => years.map((ar) => ({ ar, o: published.get(key(kod, ar, kon)) })));
    return measures.flatMap((m) => of.map(({ ar, o }) => cellOf(m, o, unsaid(ar))));
  });
  const categories = distinct(places.map((kod) => ({ code: kod, label: placeName(index, kod) })));
  const labels = new Map(categories.map(({ code, label }) => [code, label]));
  return {
    indicator,
    places: categories,
    measures,
    sexes: sexes.map((kon) => ({ code: kon, label: SEXES[kon] })),
    years: years.map(yearCategory),
    cells,
    example: values.some((o) => o.exempel),
    remarks: index.observationsOf(indicator.id).flatMap((o): CellRemark[] => {
      const text = remarkOf(o);
      const place = labels.get(o.kod);
      if (text === null || place === undefined) return [];
      return [{ place, sex: SEXES[o.kon], year: yearCategory(o.ar).label, text }];
    }),
    empty: index.observationsOf(indicator.id).length === 0,
  };
}

const yearCategory = (ar: number | null): CubeCategory =>
  ar === null ? { code: 'okant', label: 'År okänt' } : { code: String(ar), label: String(ar) };

/** A stadsdel may have had the same name before a reform: where two labels are alike, their codes tell them apart. */
function distinct(items: readonly CubeCategory[]): readonly CubeCategory[] {
  const times = Map.groupBy(items, (c) => c.label);
  return items.map((c) =>
    (times.get(c.label)?.length ?? 0) > 1 ? { ...c, label: `${c.label} (${c.code})` } : c,
  );
}

/** Ascending; a year that is not known comes last. */
const yearsOf = (values: readonly Observation[]) =>
  [...new Set(values.map((o) => o.ar))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));

function measuresOf(indicator: Indicator): readonly CubeMeasure[] {
  if (!hasAnswers(indicator))
    return [
      { code: 'varde', label: indicator.kortnamn, unit: indicator.enhet, decimals: indicator.decimaler },
    ];
  const count = (code: string, label: string): CubeMeasure => ({ code, label, unit: 'antal', decimals: 0 });
  const answers = answersOf(indicator.svarstyp, indicator.kategorier);
  const first = must(answers[0], `answer to ${indicator.id}`);
  return [
    {
      code: 'andel',
      label: `Andel som svarade ${answerInText(indicator, first)}`,
      unit: 'procent',
      decimals: indicator.decimaler,
    },
    ...answers.map((a) => count(a, `Antal som svarade ${answerInText(indicator, a)}`)),
    count('svarande', 'Antal svarande'),
    count('tillfragade', 'Antal tillfrågade'),
  ];
}

/** @param unsaid the reason where there is not even an observation */
function cellOf(measure: CubeMeasure, o: Observation | undefined, unsaid: Absence): CubeCell {
  if (!o) return unsaid;
  const missing = o.saknas ?? 'uppgift-saknas';
  switch (measure.code) {
    case 'varde':
    case 'andel':
      // A single kommun has an answer, not a share.
      return typeof o.varde === 'number' ? o.varde : (o.saknas ?? 'ej-tillamplig');
    case 'svarande':
      return o.svarande ?? missing;
    case 'tillfragade':
      return o.tillfragade ?? missing;
    default:
      if (o.fordelning) return o.fordelning[measure.code] ?? 0;
      return typeof o.varde === 'string' ? Number(o.varde === measure.code) : missing;
  }
}
