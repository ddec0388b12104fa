import type { Highs } from 'highs';
import { ALDRAR, type Inventering, type InventeringRad, UPPGIFTER } from '../model/inventering.ts';
import { Personskydd } from '../model/personskydd.ts';
import { attack } from './attack/index.ts';
import { type LinearRelation, type LinkedTables, sumRelation } from './cells.ts';
import type { Secret } from './release.ts';
import { DEFAULT_RULE } from './rule.ts';
import { protect } from './suppress/index.ts';

/** What is counted one by one and can be somebody: not contracts, days or money. */
const PEOPLE: ReadonlySet<string> = new Set(['personer', 'hushåll', 'ärenden']);
const COUNTED: ReadonlySet<string> = new Set(UPPGIFTER.filter((u) => PEOPLE.has(u.enhet)).map((u) => u.kod));

export const radId = ({ uppgift, kon, alder }: Pick<InventeringRad, 'uppgift' | 'kon' | 'alder'>): string =>
  [uppgift, kon, alder].join('|');

/**
 * The counts of people in an inventory as linked tables: sexes and ages add up when all are there, and a part is never
 * more than what it is a part of. Parts of a whole do not add up, since one person can have had several.
 */
export function linkedInventering({ rader }: Pick<Inventering, 'rader'>): LinkedTables {
  const counts = new Map(
    rader.flatMap((r) => (COUNTED.has(r.uppgift) && r.varde !== null ? [[radId(r), r.varde] as const] : [])),
  );
  const sum = (table: string, total: string, parts: readonly string[]): readonly LinearRelation[] => {
    const present = parts.filter((p) => counts.has(p));
    if (!counts.has(total) || present.length === 0) return [];
    const relation = sumRelation(table, total, present);
    return [present.length === parts.length ? relation : { ...relation, lower: Number.NEGATIVE_INFINITY }];
  };
  const ages = ALDRAR.filter((a) => a !== 'alla');
  const relations = UPPGIFTER.filter((u) => COUNTED.has(u.kod)).flatMap(({ kod, namn, ingarI }) => [
    ...ALDRAR.flatMap((alder) =>
      sum(`${namn} efter kön, ${alder}`, `${kod}|T|${alder}`, [`${kod}|K|${alder}`, `${kod}|M|${alder}`]),
    ),
    ...(['T', 'K', 'M'] as const).flatMap((kon) =>
      sum(
        `${namn} efter ålder, ${kon}`,
        `${kod}|${kon}|alla`,
        ages.map((alder) => `${kod}|${kon}|${alder}`),
      ),
    ),
    ...(ingarI === null
      ? []
      : (['T', 'K', 'M'] as const).flatMap((kon) =>
          ALDRAR.flatMap((alder) => {
            const [part, whole] = [`${kod}|${kon}|${alder}`, `${ingarI}|${kon}|${alder}`];
            if (!counts.has(part) || !counts.has(whole)) return [];
            return [{ ...sumRelation(`${namn} som del`, whole, [part]), lower: Number.NEGATIVE_INFINITY }];
          }),
        )),
  ]);
  return { cells: [...counts].map(([id, count]) => ({ id, count })), relations };
}

/**
 * Which counts of an inventory to hide, by `radId`: small ones, and those needed so that nobody can work them out. The
 * attacker then tries to find them out from all that is left.
 * @throws Error when the counts contradict each other (the inventory's findings say where), or when a hidden count can
 * still be found out
 */
export function hiddenIn(highs: Highs, inventering: Pick<Inventering, 'rader'>): ReadonlySet<string> {
  const tables = linkedInventering(inventering);
  const { hidden, unprotectable } = protect(highs, tables, DEFAULT_RULE);
  const knowledge = {
    cells: tables.cells.map(({ id, count }) =>
      hidden.has(id) ? { id, lower: 0, upper: Number.POSITIVE_INFINITY } : { id, lower: count, upper: count },
    ),
    relations: tables.relations,
  };
  const truth = new Map(tables.cells.map((c) => [c.id, c.count]));
  const { exposed, exposedToInsiders } = attack(highs, knowledge, DEFAULT_RULE.possible, truth);
  const found = [...unprotectable, ...exposed.map((f) => f.cell), ...exposedToInsiders.map((f) => f.cell)];
  if (found.length > 0) throw new Error(`Går inte att skydda: ${[...new Set(found)].join(', ')}.`);
  return hidden;
}

/** The cells of an inventory under the names that the written table gives them, for the audit of what is written. */
export function inventeringSecret(inventering: Inventering): Secret {
  const { kod, namn, ar } = inventering;
  const written = (id: string) => {
    const [uppgift, kon, alder] = id.split('|');
    return [`inventering/${uppgift}/${alder}`, ar, kod, kon].join('|');
  };
  const { cells, relations } = linkedInventering(inventering);
  return {
    indikator: { id: `inventering/${kod}`, kortnamn: `Inventering: ${namn}` },
    ar,
    skydd: Personskydd.parse({}),
    format: ['csv'],
    tables: {
      cells: cells.map((c) => ({ ...c, id: written(c.id) })),
      relations: relations.map((r) => ({
        ...r,
        terms: r.terms.map((t) => ({ ...t, cell: written(t.cell) })),
      })),
    },
  };
}

/** An inventory with its hidden counts taken out, as it may be published. @throws as `hiddenIn` */
export function protectInventering(highs: Highs, inventering: Inventering): Inventering {
  const hidden = hiddenIn(highs, inventering);
  return {
    ...inventering,
    rader: inventering.rader.map((r) => (hidden.has(radId(r)) ? { ...r, varde: null, skyddad: true } : r)),
  };
}
