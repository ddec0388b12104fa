import type { Highs } from 'highs';
import { INDELNINGAR, type Kartlaggning, type Kartlaggningsvarde } from '../model/kartlaggning.ts';
import { type Count, type PartsOf, type Sum, sumsOf } from '../model/kartlaggning-sums.ts';
import { type LinearRelation, type LinkedTables, percentRelations, sumRelation } from './cells.ts';
import { type ProtectedRelease, protectTable } from './release.ts';

/** The series that a count belongs to, as the published table writes it in its column `jamforbar`. */
export const comparableSeries = (k: Pick<Kartlaggning, 'omgangar'>, v: Kartlaggningsvarde): string =>
  v.omraknad ?? k.omgangar.find((o) => o.ar === v.ar)?.jamforbar ?? '';

/** The id of a count of a kartläggning, the same in our tables and in the file that is written (`audit/csv`). */
export const kartlaggningCell = (k: Pick<Kartlaggning, 'slug' | 'omgangar'>, v: Kartlaggningsvarde): string =>
  [
    [
      'kartlaggning',
      k.slug,
      v.matt,
      v.situation,
      ...INDELNINGAR.map((n) => v.klass[n] ?? 'alla'),
      comparableSeries(k, v),
    ].join('/'),
    v.ar,
    v.plats,
    v.kon,
  ].join('|');

/**
 * The counts of a kartläggning as linked tables: every sum that readers can form (situation, sex, divisions, places) and
 * every percentage of a count that is published beside it. What does not add up in the source adds nothing.
 */
export function linkedKartlaggning(k: Kartlaggning, partsOf: PartsOf): LinkedTables {
  const id = (v: Kartlaggningsvarde) => kartlaggningCell(k, v);
  const counts = k.varden.filter((v): v is Count => v.enhet === 'antal' && v.varde !== null);
  return {
    cells: counts.map((v) => ({ id: id(v), count: v.varde, group: `${v.ar} ${v.plats.slice(0, 2)}` })),
    relations: [...sumsOf(k, partsOf).flatMap((sum) => relationOf(sum, id)), ...percentages(k, counts, id)],
  };
}

function relationOf(
  { by, total, parts, complete }: Sum,
  id: (v: Count) => string,
): readonly LinearRelation[] {
  const sum = parts.reduce((s, v) => s + v.varde, 0);
  if (sum > total.varde) return [];
  const relation = sumRelation(`${total.matt} ${total.ar} efter ${by}`, id(total), parts.map(id));
  if (complete && sum === total.varde) return [relation];
  return complete ? [] : [{ ...relation, lower: Number.NEGATIVE_INFINITY }];
}

/** A share by situation, sex or class, where both its count and the whole are published. */
function percentages(
  k: Kartlaggning,
  counts: readonly Count[],
  id: (v: Kartlaggningsvarde) => string,
): readonly LinearRelation[] {
  const byId = new Map(counts.map((v) => [id(v), v]));
  return k.varden.flatMap((v): readonly LinearRelation[] => {
    if (v.enhet !== 'procent' || v.varde === null) return [];
    const klass = { alder: null, hushallstyp: null, tid: null, orsak: null };
    const own = byId.get(id(v));
    const whole = byId.get(id({ ...v, situation: 'alla', kon: 'T', klass }));
    if (!own || !whole || own === whole || whole.varde === 0) return [];
    const decimals = Number.isInteger(v.varde) ? 0 : 1;
    const holds = Math.abs((100 * own.varde) / whole.varde - v.varde) <= 0.5 * 10 ** -decimals;
    return holds
      ? percentRelations(`${v.matt} ${v.ar} i procent`, {
          cell: id(own),
          base: id(whole),
          percent: v.varde,
          decimals,
          rate: null,
        })
      : [];
  });
}

/**
 * Protects a kartläggning that counts people and is published here first; one that somebody else has published already
 * (no `personskydd`) is left as it is.
 * @throws Error when a count cannot be protected
 */
export function protectKartlaggning(
  highs: Highs,
  kartlaggning: Kartlaggning,
  partsOf: PartsOf,
): Pick<ProtectedRelease, 'tabeller' | 'hemligt'> & { readonly kartlaggning: Kartlaggning } {
  const skydd = kartlaggning.personskydd;
  if (skydd === null) return { kartlaggning, tabeller: [], hemligt: [] };
  const tables = linkedKartlaggning(kartlaggning, partsOf);
  const { values, ...effect } = protectTable(highs, tables, skydd);
  const about = {
    indikator: { id: `kartlaggning/${kartlaggning.slug}`, kortnamn: `Kartläggning: ${kartlaggning.titel}` },
    ar: null,
    skydd,
  };
  return {
    kartlaggning: {
      ...kartlaggning,
      varden: kartlaggning.varden.map((v) => {
        const value =
          v.enhet === 'antal' && v.varde !== null ? values.get(kartlaggningCell(kartlaggning, v)) : v.varde;
        if (value === undefined || value === v.varde) return v;
        return value === null ? { ...v, varde: null, saknas: 'skyddad' as const } : { ...v, varde: value };
      }),
    },
    tabeller: [{ ...about, celler: tables.cells.length, ...effect }],
    hemligt: effect.dolda > 0 ? [{ ...about, tables, format: ['csv'] }] : [],
  };
}
