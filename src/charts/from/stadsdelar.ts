import { kommunPath } from '../../markup/paths.ts';
import { optionalCell, type Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Observation } from '../../model/observation.ts';
import { compareSwedish } from '../../text/collate.ts';
import { remarkOf } from '../../text/remarks.ts';
import { shownValue } from '../../text/values.ts';

/** What the stadsdelar answered, city by city; null when none was asked. They never stand among the kommuner. */
export function stadsdelarTable(
  index: CatalogueIndex,
  indicator: Indicator,
  ar: number | null,
): Table | null {
  const placed = index.observationsOf(indicator.id, ar).flatMap((o: Observation) => {
    const stadsdel = o.niva === 'stadsdel' ? index.stadsdel(o.kod) : undefined;
    const kommun = stadsdel && index.kommun(stadsdel.kommunkod);
    return stadsdel && kommun ? [{ o, stadsdel, kommun }] : [];
  });
  if (placed.length === 0) return null;
  const remarked = placed.some(({ o }) => remarkOf(o) !== null);
  return {
    caption: `Stadsdelarnas svar${ar === null ? '' : ` ${ar}`}`,
    columns: [
      { label: 'Stadsdel', numeric: false },
      { label: 'Stad', numeric: false },
      { label: ar === null ? 'Svar' : String(ar), numeric: false },
      ...(remarked ? [{ label: 'Anmärkning', numeric: false }] : []),
    ],
    rows: placed
      .toSorted(
        (a, b) =>
          compareSwedish(a.kommun.namn, b.kommun.namn) || compareSwedish(a.stadsdel.namn, b.stadsdel.namn),
      )
      .map(({ o, stadsdel, kommun }) => [
        { text: stadsdel.namn },
        { text: kommun.namn, href: kommunPath(kommun) },
        { text: shownValue(indicator, o) },
        ...(remarked ? [optionalCell(remarkOf(o))] : []),
      ]),
  };
}
