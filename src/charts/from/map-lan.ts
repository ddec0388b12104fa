import { lanPath } from '../../markup/paths.ts';
import { optionalCell, type TableCell } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Lan } from '../../model/kommun.ts';
import { must } from '../../model/must.ts';
import type { Observation } from '../../model/observation.ts';
import { shareOf } from '../../statistics/profile.ts';
import { isSmallBase, type Share, SMALL_BASE } from '../../statistics/share.ts';
import { absenceLabel } from '../../text/absence.ts';
import { compareSwedish } from '../../text/collate.ts';
import { exampleNotes, sourceLine, withYear } from '../../text/names.ts';
import { countOf, formatRatio, formatValue, LAN } from '../../text/numbers.ts';
import { remarkOf } from '../../text/remarks.ts';
import { lanSpread } from '../../text/sentences/lan.ts';
import { shareText } from '../../text/shares.ts';
import type { Figure, LegendItem } from '../figure.ts';
import { hexMapLanSvg, type LargeHexTile } from '../hex/map.ts';
import { classOf, classScale } from '../scale.ts';
import { figureId, shareHeading } from './common.ts';

/** A län with its value: a share of its respondents (questions) or a number of its own (registers). */
type LanValue = {
  readonly lan: Lan;
  readonly observation: Observation;
  /** Percentage or number to class by; null when missing or on too small a base. */
  readonly classed: number | null;
  readonly share: Share | null;
  readonly shown: string;
};

function lanValue(indicator: Indicator, lan: Lan, observation: Observation): LanValue {
  const share = shareOf(indicator, observation);
  const number = typeof observation.varde === 'number' ? observation.varde : null;
  const small = share !== null && isSmallBase(share);
  return {
    lan,
    observation,
    classed: small ? null : number,
    share,
    shown:
      number === null
        ? absenceLabel(observation.saknas ?? 'uppgift-saknas')
        : share === null
          ? formatValue(indicator, number)
          : shareText(share),
  };
}

const isSmall = (v: LanValue) => v.classed === null && v.observation.varde !== null;

function spreadSentence(values: readonly LanValue[]): string {
  const classed = values.flatMap((v) => (v.classed === null ? [] : [{ ...v, classed: v.classed }]));
  const [low, high] = [
    Math.min(...classed.map((v) => v.classed)),
    Math.max(...classed.map((v) => v.classed)),
  ];
  const end = (value: number) => {
    const there = classed.filter((v) => v.classed === value);
    return { names: there.map((v) => v.lan.namn), shown: must(there[0], 'län at the end').shown };
  };
  return lanSpread(end(high), end(low));
}

function tableRow(v: LanValue, remarked: boolean): readonly TableCell[] {
  return [
    { text: v.lan.namn, href: lanPath(v.lan) },
    { text: v.shown, sort: typeof v.observation.varde === 'number' ? v.observation.varde : null },
    ...(v.share === null ? [] : [{ text: formatRatio(v.share), sort: v.share.of }]),
    ...(remarked ? [optionalCell(remarkOf(v.observation))] : []),
  ];
}

function lanValues(index: CatalogueIndex, indicator: Indicator, ar: number | null): readonly LanValue[] {
  return index.catalogue.referens.lan.flatMap((lan) => {
    const observation = index.observation(indicator.id, lan.kod, ar);
    return observation ? [lanValue(indicator, lan, observation)] : [];
  });
}

const classedIn = (values: readonly LanValue[]) =>
  values.flatMap((v) => (v.classed === null ? [] : [v.classed]));

/** True when some län has a value on a base large enough for a class. */
export const hasMapLan = (index: CatalogueIndex, indicator: Indicator, ar: number | null) =>
  classedIn(lanValues(index, indicator, ar)).length > 0;

/**
 * The hex map of the 21 län, each with its value inside; null when no län has a value on a base large enough.
 * Shares on fewer answers than `SMALL_BASE` stand as *x av n* without a class.
 */
export function indicatorMapLan(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  here?: string,
): Figure | null {
  const { referens } = index.catalogue;
  const values = lanValues(index, indicator, ar);
  const numbers = classedIn(values);
  if (numbers.length === 0) return null;
  const scale = classScale(numbers, indicator);
  const fill = (v: LanValue) =>
    v.classed !== null
      ? classOf(scale, v.classed, indicator.decimaler).swatch
      : isSmall(v)
        ? 'c-small'
        : 'c-na';
  const tiles = values.map(
    (v): LargeHexTile => ({
      kod: v.lan.kod,
      fill: fill(v),
      name: `${v.lan.namn}: ${v.shown}`,
      href: lanPath(v.lan),
      value: v.observation.varde === null ? '' : v.shown,
    }),
  );
  const count = (swatch: string) => tiles.filter((t) => t.fill === swatch).length;
  const rest: readonly LegendItem[] = [
    {
      swatch: 'c-small',
      label: `Färre än ${SMALL_BASE} svar: visas som antal`,
      count: countOf(count('c-small'), LAN),
    },
    { swatch: 'c-na', label: absenceLabel('uppgift-saknas'), count: countOf(count('c-na'), LAN) },
  ].filter((item) => count(item.swatch) > 0);
  const title = withYear(`${indicator.kortnamn} per län`, ar);
  const example = values.some((v) => v.observation.exempel);
  const shares = values.some((v) => v.share !== null);
  const remarked = values.some((v) => remarkOf(v.observation) !== null);
  return {
    id: figureId('lanskarta', indicator, ar),
    title,
    sentence: spreadSentence(values),
    svg: hexMapLanSvg(referens, {
      label: `Karta över länen: ${title}`,
      tiles,
      ...(here === undefined ? {} : { here }),
    }),
    narrow: null,
    legend: [
      ...scale.map(({ swatch, label }) => ({ swatch, label, count: countOf(count(swatch), LAN) })),
      ...rest,
    ],
    table: {
      caption: title,
      columns: [
        { label: 'Län', numeric: false },
        { label: shares ? shareHeading(indicator) : 'Värde', numeric: true },
        ...(shares ? [{ label: 'Antal av svarande', numeric: true }] : []),
        ...(remarked ? [{ label: 'Anmärkning', numeric: false }] : []),
      ],
      rows: values
        .toSorted((a, b) => compareSwedish(a.lan.namn, b.lan.namn))
        .map((v) => tableRow(v, remarked)),
    },
    notes: [
      'Schematisk karta, varje län lika stort. Bokstaven är länets beteckning.',
      ...exampleNotes(example),
    ],
    source: sourceLine(indicator, example),
    example,
  };
}
