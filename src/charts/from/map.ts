import { kommunPath } from '../../markup/paths.ts';
import { ABSENCES } from '../../model/absence.ts';
import { hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { answeredByStadsdelar } from '../../statistics/profile.ts';
import { kommunValues, missingIn } from '../../statistics/years.ts';
import { absenceLabel } from '../../text/absence.ts';
import { answerLabel, answerTone } from '../../text/answers.ts';
import { listOf } from '../../text/lists.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { countOf, KOMMUN } from '../../text/numbers.ts';
import { answerSpread } from '../../text/sentences/distribution.ts';
import { shownValue } from '../../text/values.ts';
import type { Figure, LegendItem } from '../figure.ts';
import { type HexTile, hexMapSvg } from '../hex/map.ts';
import { classOf, classScale, type ScaleClass } from '../scale.ts';
import { answerWords, figureId } from './common.ts';
import { kommunTable } from './kommun-table.ts';
import { numberSpreadOf } from './spread.ts';

/** The palette class of each value, and the classes in order for the legend. */
type Painting = {
  readonly fill: (o: Observation) => string;
  readonly classes: readonly { readonly swatch: string; readonly label: string }[];
};

function missingFill(o: Observation): string | null {
  if (o.varde !== null) return null;
  return answeredByStadsdelar(o) ? 'c-del' : 'c-na';
}

function paintAnswers(indicator: Indicator): Painting {
  return {
    fill: (o) => missingFill(o) ?? `a-${answerTone(indicator, String(o.varde))}`,
    classes: answerWords(indicator).map((word) => ({
      swatch: `a-${answerTone(indicator, word)}`,
      label: answerLabel(indicator, word),
    })),
  };
}

function paintNumbers(indicator: Indicator, values: readonly Observation[]): Painting {
  const numbers = values.flatMap((o) => (typeof o.varde === 'number' ? [o.varde] : []));
  const scale: readonly ScaleClass[] = classScale(numbers, indicator);
  return {
    fill: (o) => missingFill(o) ?? classOf(scale, Number(o.varde), indicator.decimaler).swatch,
    classes: scale,
  };
}

function legendOf(painting: Painting, values: readonly Observation[]): readonly LegendItem[] {
  const fills = values.map(painting.fill);
  const classes = painting.classes.map(({ swatch, label }) => ({
    swatch,
    label,
    count: countOf(fills.filter((f) => f === swatch).length, KOMMUN),
  }));
  const cities = values.filter(answeredByStadsdelar).length;
  const missing = missingIn(values.filter((o) => !answeredByStadsdelar(o)));
  return [
    ...classes,
    ...(cities === 0
      ? []
      : [{ swatch: 'c-del', label: 'Stadsdelarna svarar', count: countOf(cities, KOMMUN) }]),
    ...ABSENCES.flatMap((reason) => {
      const n = missing.get(reason) ?? 0;
      return n === 0 ? [] : [{ swatch: 'c-na', label: absenceLabel(reason), count: countOf(n, KOMMUN) }];
    }),
  ];
}

/**
 * The hex map of all kommuner for an indicator and year, every tile a link; null when no kommun has a row that year.
 * @param here kommunkod of a tile to ring
 */
export function indicatorMap(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  here?: string,
): Figure | null {
  const values = kommunValues(index, indicator, ar);
  if (values.length === 0) return null;
  const answers = hasAnswers(indicator);
  const painting = answers ? paintAnswers(indicator) : paintNumbers(indicator, values);
  const tiles = values.flatMap((o): HexTile[] => {
    const kommun = index.kommun(o.kod);
    if (!kommun) return [];
    const name = `${kommun.namn}: ${shownValue(indicator, o)}`;
    return [{ kod: o.kod, fill: painting.fill(o), name, href: kommunPath(kommun) }];
  });
  const title = withYear(indicator.kortnamn, ar);
  const example = values.some((o) => o.exempel);
  return {
    id: figureId('karta', indicator, ar),
    title,
    sentence: answers ? answerCounts(index, indicator, values) : numberSpreadOf(index, indicator, values),
    svg: hexMapSvg(index.catalogue.referens, {
      label: `Karta över kommunerna: ${title}`,
      tiles,
      ...(here === undefined ? {} : { here }),
    }),
    narrow: null,
    legend: legendOf(painting, values),
    table: kommunTable(index, indicator, { ar, caption: title, values }),
    notes: [
      'Schematisk karta, varje kommun lika stor. Tjocka linjer är länsgränser.',
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}

function answerCounts(index: CatalogueIndex, indicator: Indicator, values: readonly Observation[]): string {
  const counts = answerWords(indicator).map((answer) => ({
    answer,
    count: values.filter((o) => o.varde === answer).length,
  }));
  const cities = values.filter(answeredByStadsdelar);
  const spread = answerSpread(indicator, counts, missingIn(values.filter((o) => !answeredByStadsdelar(o))));
  if (cities.length === 0) return spread;
  return `${spread} ${listOf(cities.map((o) => index.kommun(o.kod)?.namn ?? o.kod))} svarar genom sina stadsdelar.`;
}
