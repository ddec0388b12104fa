import type { TableCell } from '../../markup/table.ts';
import type { CatalogueIndex } from '../../model/catalogue.ts';
import type { Indicator } from '../../model/indicator.ts';
import type { Kon } from '../../model/observation.ts';
import { shownValue } from '../../text/values.ts';
import type { SeriesPoint } from '../series-runs.ts';
import type { SexLines } from '../sex-lines.ts';

/** Women and men of a place over the years: two columns of a table, and what is said of the newest year with both. */
export type SexColumns = {
  readonly columns: readonly { readonly label: string; readonly numeric: boolean }[];
  readonly cells: (ar: number) => readonly TableCell[];
  readonly sentence: string | null;
  /** The same as lines; null where no two years have both. */
  readonly lines: SexLines | null;
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
  years: readonly { readonly ar: number; readonly segment: string }[],
): SexColumns {
  const of = (ar: number) => SEXES.map(([kon]) => index.observation(indicator.id, kod, ar, kon));
  const both = years.filter(({ ar }) => of(ar).every((o) => typeof o?.varde === 'number'));
  if (!years.some(({ ar }) => of(ar).some((o) => o !== undefined)))
    return { columns: [], cells: () => [], sentence: null, lines: null };
  const newest = both.at(-1)?.ar;
  const line = (kon: Kon) =>
    years.map(({ ar, segment }): SeriesPoint => {
      const o = index.observation(indicator.id, kod, ar, kon);
      const varde = typeof o?.varde === 'number' ? o.varde : null;
      return {
        ar,
        segment,
        varde,
        saknas: o?.saknas ?? null,
        label: shownValue(indicator, o),
        exempel: o?.exempel ?? false,
      };
    });
  const [women, men] = newest === undefined ? [] : of(newest).map((o) => shownValue(indicator, o));
  return {
    columns: SEXES.map(([, label]) => ({ label, numeric: true })),
    cells: (ar) =>
      of(ar).map((o) => (o ? { text: shownValue(indicator, o), sort: o.varde } : { text: '', sort: null })),
    sentence: newest === undefined ? null : `Kvinnor ${newest}: ${women}. Män: ${men}.`,
    lines: both.length > 1 ? { kvinnor: line('K'), man: line('M') } : null,
  };
}
