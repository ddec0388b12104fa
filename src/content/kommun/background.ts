import type { Table } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { perIndex } from '../../model/per-index.ts';
import { summarise } from '../../statistics/distribution.ts';
import { newestKommunYear } from '../../statistics/years.ts';
import { formatValue } from '../../text/numbers.ts';
import { remarkAbout, remarkOf } from '../../text/remarks.ts';
import { shownValue } from '../../text/values.ts';

type Measure = { readonly indicator: Indicator; readonly ar: number | null; readonly middle: string };

/** Background measures that have values for kommuner, with the middle one of them: the same for every page. */
const measures = perIndex(
  (index): readonly Measure[] =>
    index.catalogue.indikatorer.flatMap((indicator) => {
      if (indicator.typ !== 'bakgrund') return [];
      const ar = newestKommunYear(index, indicator.id);
      if (ar === undefined) return [];
      const values = index.observationsOf(indicator.id, ar).filter((o) => o.niva === 'kommun');
      const spread = summarise(values.flatMap((o) => (typeof o.varde === 'number' ? [o.varde] : [])));
      return [{ indicator, ar, middle: spread === null ? '' : formatValue(indicator, spread.median) }];
    }),
  'bakgrundsmatt',
);

/** A kommun's background measures, and the remarks on its own figures. */
export type Background = { readonly table: Table; readonly remarks: readonly string[] };

/** A kommun's background measures beside the middle kommun. */
export function backgroundOf(index: CatalogueIndex, kod: string, namn: string): Background {
  const own = measures(index).map((m) => ({ ...m, o: index.observation(m.indicator.id, kod, m.ar) }));
  const table: Table = {
    caption: `Förutsättningar i ${namn}`,
    columns: [
      { label: 'Mått', numeric: false },
      { label: 'År', numeric: false },
      { label: namn, numeric: true },
      { label: 'Mitten bland kommunerna', numeric: true },
    ],
    rows: own.map(({ indicator, ar, middle, o }) => [
      { text: indicator.titel, href: `/indikatorer/${indicator.slug}/` },
      { text: ar === null ? 'Okänt' : String(ar) },
      { text: shownValue(indicator, o) },
      { text: middle },
    ]),
  };
  const remarks = own.flatMap(({ indicator, o }) => {
    const remark = remarkOf(o);
    return remark === null ? [] : [remarkAbout(indicator.kortnamn, remark)];
  });
  return { table, remarks };
}
