import { indikatorPath, kommunPath, omradePath } from '../markup/paths.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { type Comparison, compare } from '../pipeline/diff/report.ts';
import { tablesOfIndex } from '../pipeline/diff/tables.ts';
import type { ChangedPage } from './views.ts';

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
  const kommuner = [...new Set(comparison.changes.map((c) => c.kod))].flatMap(
    (kod) => after.kommun(kod) ?? [],
  );
  return {
    comparison,
    pages: [
      ...areas.map((o) => ({ path: omradePath(o.slug), title: o.titel })),
      ...indicators.map((i) => ({ path: indikatorPath(i), title: i.titel })),
      ...kommuner.map((k) => ({ path: kommunPath(k), title: k.namn })),
    ],
  };
}
