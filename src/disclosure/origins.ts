import type { Catalogue } from '../model/catalogue.ts';
import type { Origin } from '../model/observation.ts';
import { inventeringCell } from './inventering.ts';
import { kartlaggningCell } from './kartlaggning-axes.ts';
import { programOrigins } from './program.ts';
import { cellId } from './register.ts';

/** Where in the data a count stands, by the id of its cell. What readers form of others has no place. */
export type Origins = ReadonlyMap<string, Origin>;

/** The places of all that may be a count of people, or a share of them. */
export function originsOf(catalogue: Catalogue): Origins {
  const { observationer, kartlaggningar, inventeringar, program } = catalogue;
  return new Map([
    ...observationer.flatMap((o) => (o.ursprung ? [[cellId(o), o.ursprung] as const] : [])),
    ...kartlaggningar.flatMap((k) => k.varden.map((v) => [kartlaggningCell(k, v), v.ursprung] as const)),
    ...inventeringar.flatMap((i) => i.rader.map((r) => [inventeringCell(i, r), r.ursprung] as const)),
    ...program.flatMap(programOrigins),
  ]);
}
