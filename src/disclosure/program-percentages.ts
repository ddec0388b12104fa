import { isPercentage, type Program } from '../model/program.ts';
import { type CountCell, type LinearRelation, percentRelations } from './cells.ts';
import { type EarlierCounts, earlierShown } from './known.ts';

/** The year of a programme's count and its sex, of its id. */
const placeOf = (id: string) => {
  const [, ar, , kon] = id.split('|');
  return { ar, kon };
};

/**
 * What a programme's percentages say. No programme says what one is a share of, so it is held against every pair of counts
 * of its year that it fits; and against the smallest count that it would be of any of them, since that may be what nobody
 * has given. Each may be withheld: the `rate` cell has the id that its number would have.
 * @param counts the counts of the programme, formed ones too
 * @param idOf the id of the number of an indicator in a year
 */
export function programPercentages(
  { indikatorer, utfall }: Pick<Program, 'indikatorer' | 'utfall'>,
  counts: readonly CountCell[],
  earlier: EarlierCounts,
  idOf: (indikator: string, ar: number) => string,
): { readonly cells: readonly CountCell[]; readonly relations: readonly LinearRelation[] } {
  const cells: CountCell[] = [];
  const relations: LinearRelation[] = [];
  for (const i of indikatorer.filter(isPercentage)) {
    const values = [{ ar: i.basar, varde: i.varde }, ...utfall.filter((u) => u.indikator === i.id)];
    for (const { ar, varde } of values) {
      if (varde === null) continue;
      const rate = idOf(i.id, ar);
      const sameYear = counts.filter((c) => placeOf(c.id).ar === `${ar}`);
      const bases = sameYear.filter((c) => placeOf(c.id).kon === 'T' && c.count > 0);
      const fits = (count: number, base: CountCell) => Math.abs((100 * count) / base.count - varde) <= 0.5;
      const shares = bases.flatMap((base) =>
        sameYear.flatMap((own) => (own.id !== base.id && fits(own.count, base) ? [{ own, base }] : [])),
      );
      const formed = bases
        .map((base) => ({ base, count: Math.round((varde * base.count) / 100) }))
        .filter(({ base, count }) => count > 0 && count < base.count && fits(count, base))
        .toSorted((a, b) => a.count - b.count)
        .slice(0, 1)
        .map(({ base, count }) => {
          const { known, rule } = base;
          const own: CountCell = {
            id: `${rate}|antal`,
            count,
            kind: 'derived',
            ...(known === undefined ? {} : { known: { lower: count, upper: count } }),
            ...(rule === undefined ? {} : { rule }),
          };
          return { own, base };
        });
      if (shares.length + formed.length === 0) continue;
      const known = earlierShown(earlier, rate, varde) ? { known: { lower: 0, upper: 0 } } : {};
      cells.push({ id: rate, count: 0, kind: 'rate', ...known }, ...formed.map((f) => f.own));
      for (const { own, base } of [...shares, ...formed])
        relations.push(
          ...percentRelations(`${i.titel} ${ar} i procent`, {
            cell: own.id,
            base: base.id,
            percent: varde,
            decimals: 0,
            rate,
          }),
        );
    }
  }
  return { cells, relations };
}
