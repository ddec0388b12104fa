import { kommunPath } from '../../markup/paths.ts';
import { optionalCell, type Table, type TableCell } from '../../markup/table.ts';
import { hasAnswers } from '../../model/answer.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kommun } from '../../model/kommun.ts';
import type { Observation } from '../../model/observation.ts';
import { placingOf, unranked } from '../../statistics/rank.ts';
import { roundHalfUp } from '../../statistics/rounding.ts';
import { compareSwedish } from '../../text/collate.ts';
import { formatNumber } from '../../text/numbers.ts';
import { groupNameOf, lanNameOf } from '../../text/places.ts';
import { remarkOf } from '../../text/remarks.ts';
import { intervalText, placeRange } from '../../text/sentences/rank.ts';
import { shownValue } from '../../text/values.ts';
import { answerWords } from './common.ts';

/** What a table sorts the value by: the number, or the place of the answer among the answers. */
function sortValue(indicator: Indicator, o: Observation): number | null {
  if (typeof o.varde === 'number') return o.varde;
  return o.varde === null ? null : answerWords(indicator).indexOf(o.varde);
}

/** Place and interval, or nothing where the kommun has none; two cells. */
function rankCells(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
  kod: string,
): readonly TableCell[] {
  const placing = placingOf(index, indicator, ar, kod);
  if (placing.kind === 'none')
    return [
      { text: '', sort: null },
      { text: '', sort: null },
    ];
  const { rank, unit } = placing;
  return [
    { text: placeRange(rank), sort: rank.from + rank.to },
    { text: intervalText(indicator, unit), sort: roundHalfUp(unit.high - unit.low, 4) },
  ];
}

/**
 * Every kommun with its value: complete as it stands, sortable where JavaScript is there. Where the indicator may be ranked
 * also the place as an interval and how far chance alone could move the value.
 */
export function kommunTable(
  index: CatalogueIndex,
  indicator: Indicator,
  {
    ar,
    caption,
    values,
  }: { readonly ar: number | null; readonly caption: string; readonly values: readonly Observation[] },
): Table {
  const ranked = unranked(indicator) === null;
  const remarked = values.some((o) => remarkOf(o) !== null);
  const row = (kommun: Kommun, o: Observation): readonly TableCell[] => [
    { text: kommun.namn, href: kommunPath(kommun) },
    { text: shownValue(indicator, o), sort: sortValue(indicator, o) },
    ...(ranked ? rankCells(index, indicator, ar, kommun.kod) : []),
    { text: lanNameOf(index, kommun) },
    { text: groupNameOf(index, kommun) },
    { text: formatNumber(kommun.folkmangd), sort: kommun.folkmangd },
    ...(remarked ? [optionalCell(remarkOf(o))] : []),
  ];
  return {
    caption,
    columns: [
      { label: 'Kommun', numeric: false },
      {
        label: ar === null ? 'Värde' : String(ar),
        numeric: !hasAnswers(indicator),
        ...(hasAnswers(indicator) ? { filter: { name: 'svar', label: 'Svar' } } : {}),
      },
      ...(ranked
        ? [
            { label: 'Placering, 1 är högst', numeric: true },
            { label: 'Osäkerhet', numeric: true },
          ]
        : []),
      { label: 'Län', numeric: false, filter: { name: 'lan', label: 'Län' } },
      { label: 'Kommungrupp', numeric: false, filter: { name: 'grupp', label: 'Kommungrupp' } },
      { label: 'Invånare', numeric: true },
      ...(remarked ? [{ label: 'Anmärkning', numeric: false }] : []),
    ],
    rows: values
      .flatMap((o) => {
        const kommun = index.kommun(o.kod);
        return kommun ? [{ kommun, o }] : [];
      })
      .toSorted((a, b) => compareSwedish(a.kommun.namn, b.kommun.namn))
      .map(({ kommun, o }) => row(kommun, o)),
  };
}
