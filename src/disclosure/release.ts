import type { Highs } from 'highs';
import type { Indicator } from '../model/indicator.ts';
import type { Referens } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';
import type { Personskydd } from '../model/personskydd.ts';
import type { LinkedTables } from './cells.ts';
import type { EarlierCount } from './earlier.ts';
import { cellId, isCount, registerTables } from './register.ts';
import { type Base, roundTables } from './round.ts';
import { ruleOf } from './rule.ts';
import { type Protection, protect } from './suppress/index.ts';

/** One year's table of people, and what protection did to it. Counts of what is small are left out: they would tell. */
export type ProtectedTable = {
  readonly indikator: Pick<Indicator, 'id' | 'kortnamn'>;
  readonly ar: number | null;
  readonly skydd: Personskydd;
  /** Counts in the table. */
  readonly celler: number;
  readonly dolda: number;
  /** The information in all counts and in the hidden ones, as the optimisation measures it. */
  readonly information: Protection['information'];
  /** Whether no less could have been hidden; null when nothing needed to be, or counts are rounded. */
  readonly optimalt: boolean | null;
};

/** What the audit of the written files needs. Holds true counts: never to be published. */
export type Secret = {
  readonly indikator: Pick<Indicator, 'id' | 'kortnamn'>;
  readonly ar: number | null;
  readonly skydd: Personskydd;
  readonly tables: LinkedTables;
  /** The formats that it is written in; all that the audit reads when left out. */
  readonly format?: readonly string[];
};

/** What is published, how it came about, and what must not be. */
export type ProtectedRelease = {
  readonly observationer: readonly Observation[];
  readonly tabeller: readonly ProtectedTable[];
  readonly hemligt: readonly Secret[];
};

/** The base of a rounding method; null for hiding. */
export const baseOf = ({ metod }: Personskydd): Base | null =>
  metod === 'avrunda-3' ? 3 : metod === 'avrunda-5' ? 5 : null;

/**
 * Protects an indicator that counts people, year by year: hidden counts become absent for the reason `skyddad`.
 * Another indicator is left as it is.
 * @throws Error when a count cannot be protected because of what is already known
 */
export function protectIndicator(
  highs: Highs,
  indikator: Indicator,
  referens: Pick<Referens, 'kommuner' | 'lan'>,
  observationer: readonly Observation[],
  earlier: ReadonlyMap<string, readonly EarlierCount[]> = new Map(),
): ProtectedRelease {
  const skydd = indikator.personskydd;
  if (skydd === null) return { observationer, tabeller: [], hemligt: [] };
  const years = [...Map.groupBy(observationer, (o) => o.ar)].map(([ar, group]) => {
    const tables = registerTables(indikator, group, referens, skydd, earlier);
    const { values, ...effect } = protectTable(highs, tables, skydd);
    const about = { indikator: { id: indikator.id, kortnamn: indikator.kortnamn }, ar, skydd };
    return {
      observationer: group.map((o) => {
        const value = values.get(cellId(o));
        return isCount(o) && value !== undefined ? published(o, value, skydd) : o;
      }),
      tabell: { ...about, celler: tables.cells.length, ...effect },
      hemligt: { ...about, tables },
    };
  });
  return {
    observationer: years.flatMap((y) => y.observationer),
    tabeller: years.map((y) => y.tabell),
    // Where nothing is hidden or rounded there is nothing to find out.
    hemligt: years.filter((y) => y.tabell.dolda > 0 || baseOf(skydd) !== null).map((y) => y.hemligt),
  };
}

function published(o: Observation, value: number | null, skydd: Personskydd): Observation {
  if (value === null) return { ...o, varde: null, saknas: 'skyddad' };
  const base = baseOf(skydd);
  if (base === null) return o;
  const note = `Avrundat till en multipel av ${base} för att skydda enskilda.`;
  return { ...o, varde: value, saknas: null, not: o.not === null ? note : `${o.not} ${note}` };
}

/** What to publish for each cell: its count, another, or null for hidden. */
export function protectTable(
  highs: Highs,
  tables: LinkedTables,
  skydd: Personskydd,
): Pick<ProtectedTable, 'dolda' | 'information' | 'optimalt'> & {
  readonly values: ReadonlyMap<string, number | null>;
} {
  const base = baseOf(skydd);
  if (base !== null)
    return {
      values: roundTables(tables, base),
      dolda: 0,
      information: { all: 0, hidden: 0 },
      optimalt: null,
    };
  const rule = ruleOf(skydd.troskel, skydd.nollor === 'dolj' ? 'hide' : 'publish');
  const { hidden, unprotectable, information, optimal } = protect(highs, tables, rule);
  if (unprotectable.length > 0) throw new Error(`Redan känt avslöjar ${unprotectable.join(', ')}.`);
  return {
    values: new Map(tables.cells.map(({ id, count }) => [id, hidden.has(id) ? null : count])),
    dolda: hidden.size,
    information,
    optimalt: hidden.size === 0 ? null : optimal,
  };
}
