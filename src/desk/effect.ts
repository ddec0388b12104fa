import { indikatorPath, kommunPath, lanPath, omradePath, RIKET_PATH } from '../markup/paths.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { type Comparison, compare } from '../pipeline/diff/report.ts';
import { tablesOfIndex } from '../pipeline/diff/tables.ts';
import { type ChangedPage, isValued } from './views.ts';

/** What a change of the data folder does to what readers see: value by value, and the pages that it stands on. */
export type Effect = { readonly comparison: Comparison; readonly pages: readonly ChangedPage[] };

/** The effect of going from one catalogue to another. */
export function effectOf(before: CatalogueIndex, after: CatalogueIndex): Effect {
  const comparison = compare(tablesOfIndex(before), tablesOfIndex(after));
  const ids = [...new Set(comparison.changes.map((c) => c.indikator))];
  const indicators = ids.flatMap((id) => after.indikator(id) ?? []);
  const areas = [...new Set(indicators.flatMap((i) => i.omraden))].flatMap(
    (slug) => after.omrade(slug) ?? [],
  );
  // Places that get a value before those that only get a reason why there is none.
  const codes = [
    ...new Set(
      comparison.changes.toSorted((a, b) => Number(isValued(b)) - Number(isValued(a))).map((c) => c.kod),
    ),
  ];
  // A stadsdel is shown on its city's page.
  const stadsdelar = new Map(after.catalogue.referens.stadsdelar.map((s) => [s.kod, s.kommunkod]));
  const kommuner = [...new Set(codes.map((kod) => stadsdelar.get(kod) ?? kod))].flatMap(
    (kod) => after.kommun(kod) ?? [],
  );
  // What is counted or summed over a län and riket, and their tables of kommuner, change with any kommun of theirs.
  const lan = [
    ...new Set([...codes, ...kommuner.map((k) => k.lanskod)].flatMap((kod) => after.lan(kod) ?? [])),
  ];
  return {
    comparison,
    pages: [
      ...areas.map((o) => ({ path: omradePath(o.slug), title: o.titel })),
      ...indicators.map((i) => ({ path: indikatorPath(i), title: i.titel })),
      ...(codes.length > 0 ? [{ path: RIKET_PATH, title: 'Riket' }] : []),
      ...lan.map((l) => ({ path: lanPath(l), title: l.namn })),
      ...kommuner.map((k) => ({ path: kommunPath(k), title: k.namn })),
    ],
  };
}
