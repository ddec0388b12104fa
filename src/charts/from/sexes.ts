import type { TableCell } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import { shownValue } from '../../text/values.ts';

/** Women and men of a place over the years: two columns of a table, and what is said of the newest year with both. */
export type SexColumns = {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly cells: (ar: number) => readonly TableCell[];
  readonly sentence: string | null;
};

const SEXES = [
  ['K', 'Kvinnor'],
  ['M', 'Män'],
] as const;

/** No columns and nothing said when the source does not tell women and men apart. */
export function sexColumns(
  index: CatalogueIndex,
  indicator: Indicator,
  kod: string,
  years: readonly number[],
): SexColumns {
  const of = (ar: number) => SEXES.map(([kon]) => index.observation(indicator.id, kod, ar, kon));
  if (!years.some((ar) => of(ar).some((o) => o !== undefined)))
    return { columns: [], cells: () => [], sentence: null };
  const newest = years.findLast((ar) => of(ar).every((o) => typeof o?.varde === 'number'));
  const [women, men] = newest === undefined ? [] : of(newest).map((o) => shownValue(indicator, o));
  return {
    columns: SEXES.map(([, label]) => ({ label, numeric: true })),
    cells: (ar) =>
      of(ar).map((o) => (o ? { text: shownValue(indicator, o), sort: o.varde } : { text: '', sort: null })),
    sentence: newest === undefined ? null : `Kvinnor ${newest}: ${women}. Män: ${men}.`,
  };
}
