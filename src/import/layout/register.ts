import { dsvFormat } from 'd3-dsv';
import type { Indicator } from '../../model/indicator.ts';
import { egenBerakning } from '../../model/inlasning.ts';
import { type Kommun, RIKET } from '../../model/kommun.ts';
import { cellAt, cellIn } from '../../model/pieces.ts';
import type { ImportedValue } from '../batch.ts';
import { textOf } from '../folder.ts';

const COLUMNS = ['kod', 'ar', 'kon', 'varde', 'saknas', 'kalla', 'not'] as const;
const FORMAT = dsvFormat(';');

/** A register file as it will be, and what of the old one it no longer holds. */
export type RegisterText = { readonly text: string; readonly replaced: number; readonly yearless: number };

/**
 * Writes imported values into a register: rows of the same place, year and sex are replaced, all others stay with
 * their notes. Rows without a year go when the years become known, since a register either says its years or does
 * not. Every kommun has a row in an imported year, with a reason where the source has no figure; counts of all kommuner
 * are also added up for län and riket, where nobody else has said how many.
 * @param kalla the source of the imported rows; written only where the indicator's own source does not name it
 */
export function registerText(
  {
    indicator,
    existing,
    kalla,
  }: {
    readonly indicator: Indicator;
    readonly existing: Uint8Array | null;
    readonly kalla: string;
  },
  kommuner: readonly Kommun[],
  values: readonly ImportedValue[],
): RegisterText {
  const source = indicator.kalla === kalla || indicator.kalla.endsWith(` via ${kalla}`) ? '' : kalla;
  const rows = new Map<string, readonly string[]>();
  const years = new Set(values.map((v) => v.ar));
  let yearless = 0;
  for (const old of existing ? FORMAT.parse(textOf(existing).replace(/^\uFEFF/, '')) : []) {
    if (old.ar === '') yearless += 1;
    // A sum of ours is made anew of what is imported now, or not at all.
    else if (old.kalla !== egenBerakning(kalla) || !years.has(Number(old.ar)))
      rows.set(
        `${old.ar}|${old.kod}|${old.kon}`,
        COLUMNS.map((name) => cellIn(old, name)),
      );
  }
  let replaced = 0;
  const put = (key: string, row: readonly string[]) => {
    if (rows.has(key)) replaced += 1;
    rows.set(key, row);
  };
  const whole = new Set(values.filter((v) => v.kod.length === 4).map((v) => v.ar));
  const given = new Set(values.filter((v) => v.kon === 'T').map((v) => `${v.ar}|${v.kod}`));
  for (const { kod, ar, kon, varde, saknas } of values)
    put(`${ar}|${kod}|${kon}`, [
      kod,
      String(ar),
      kon,
      varde === null ? '' : String(varde),
      saknas === null ? '' : saknas,
      source,
      '',
    ]);
  for (const ar of whole)
    for (const { kod } of kommuner)
      if (!given.has(`${ar}|${kod}`))
        put(`${ar}|${kod}|T`, [kod, String(ar), 'T', '', 'uppgift-saknas', source, '']);
  for (const row of sumRows(indicator, kalla, kommuner, values)) {
    const key = `${row[1]}|${row[0]}|${row[2]}`;
    if (!rows.has(key)) rows.set(key, row);
  }
  const sorted = [...rows.values()].toSorted((a, b) => compareRows(a, b));
  return { text: `${FORMAT.formatRows([[...COLUMNS], ...sorted.map((r) => [...r])])}\n`, replaced, yearless };
}

/**
 * Län and riket as sums of their kommuner, where every kommun has a count that year. The sum is our own and says so.
 * Where a person can be counted in several kommuner, no sum is right.
 */
function sumRows(
  indicator: Indicator,
  kalla: string,
  kommuner: readonly Kommun[],
  values: readonly ImportedValue[],
): readonly (readonly string[])[] {
  if (indicator.svarstyp !== 'antal' || indicator.dubbelrakning !== null) return [];
  const slices = Map.groupBy(values, (v) => `${v.ar}|${v.kon}`);
  return [...slices.values()].flatMap((slice) => {
    const [first] = slice;
    if (!first) return [];
    const counts = new Map(slice.map((v) => [v.kod, v.varde]));
    const places = new Map([
      [RIKET, kommuner.map((k) => k.kod)] as const,
      ...[...Map.groupBy(kommuner, (k) => k.lanskod)].map(
        ([lan, list]) => [lan, list.map((k) => k.kod)] as const,
      ),
    ]);
    return [...places].flatMap(([kod, parts]) => {
      const numbers = parts.flatMap((part) => {
        const count = counts.get(part);
        return typeof count === 'number' ? [count] : [];
      });
      if (numbers.length < parts.length) return [];
      const sum = String(numbers.reduce((total, n) => total + n, 0));
      return [[kod, String(first.ar), first.kon, sum, '', egenBerakning(kalla), '']];
    });
  });
}

/** By year, level, code and sex: the order of the reader. */
function compareRows(a: readonly string[], b: readonly string[]): number {
  const [kodA, arA, konA] = [cellAt(a, 0), cellAt(a, 1), cellAt(a, 2)];
  const [kodB, arB, konB] = [cellAt(b, 0), cellAt(b, 1), cellAt(b, 2)];
  return (
    Number(arA) - Number(arB) ||
    level(kodA) - level(kodB) ||
    order(kodA, kodB) ||
    SEXES.indexOf(konA) - SEXES.indexOf(konB)
  );
}

const SEXES = 'TKM';
const level = (kod: string) => (kod === '00' ? 0 : kod.length === 2 ? 1 : kod.length === 4 ? 2 : 3);
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
