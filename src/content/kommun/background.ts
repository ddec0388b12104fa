import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { perIndex } from '../../model/per-index.ts';
import { summarise } from '../../statistics/distribution.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { formatValue } from '../../text/numbers.ts';
import { shownValue } from '../../text/values.ts';

type Measure = { readonly indicator: Indicator; readonly ar: number | null; readonly middle: string };

/** Background measures that have values for kommuner, with the middle one of them: the same for every page. */
const measures = perIndex((index): readonly Measure[] =>
  index.catalogue.indikatorer.flatMap((indicator) => {
    if (indicator.typ !== 'bakgrund') return [];
    const ar = newestKommunYear(index, indicator.id);
    if (ar === undefined) return [];
    const values = index.observationsOf(indicator.id, ar).filter((o) => o.niva === 'kommun');
    const spread = summarise(values.flatMap((o) => (typeof o.varde === 'number' ? [o.varde] : [])));
    return [{ indicator, ar, middle: spread === null ? '' : formatValue(indicator, spread.median) }];
  }),
);

/** A kommun's background measures beside the middle kommun. */
export function backgroundTable(index: CatalogueIndex, kod: string, namn: string): Table {
  return {
    caption: `Förutsättningar i ${namn}`,
    columns: [
      { label: 'Mått', numeric: false },
      { label: 'År', numeric: false },
      { label: namn, numeric: true },
      { label: 'Mitten bland kommunerna', numeric: true },
    ],
    rows: measures(index).map(({ indicator, ar, middle }) => [
      { text: indicator.titel, href: `/indikatorer/${indicator.slug}/` },
      { text: ar === null ? 'Okänt' : String(ar) },
      { text: shownValue(indicator, index.observation(indicator.id, kod, ar)) },
      { text: middle },
    ]),
  };
}
