import type { Highs } from 'highs';
import type { Catalogue } from '../model/catalogue.ts';
import type { CountCell } from './cells.ts';
import { isKnown } from './known.ts';
import { baseOf, type SourceTables } from './source.ts';
import { type ProtectionFailure, protectSystem } from './system.ts';

/**
 * What would be hidden of counts that are rounded, or that everybody knows, if they could be hidden: their magnitudes
 * (kronor, days) are neither, and of those the same pattern leaves nothing to subtract.
 * @param dominated ids of counts whose magnitudes one contributor dominates
 * @returns ids of counts, for their magnitudes only
 */
export function hiddenBehindMagnitudes(
  highs: Highs,
  { indikatorer, program }: Pick<Catalogue, 'indikatorer' | 'program'>,
  sources: readonly SourceTables[],
  dominated: ReadonlySet<string>,
): { readonly hidden: ReadonlySet<string>; readonly failures: readonly ProtectionFailure[] } {
  const whose = new Set(
    [...indikatorer, ...program.flatMap((p) => p.indikatorer)].flatMap((i) => i.vilkas ?? []),
  );
  const isRounded = ({ skydd, om }: SourceTables) =>
    skydd !== null && baseOf(skydd) !== null && whose.has(om.id);
  const behind = sources.filter(
    (s) => isRounded(s) || s.cells.some((c) => dominated.has(c.id) && isKnown(c)),
  );
  const asIfOpen = ({ known, ...cell }: CountCell): CountCell => {
    if (dominated.has(cell.id)) return { ...cell, hidden: true };
    return known === undefined || isKnown({ known }) ? cell : { ...cell, known };
  };
  const { hidden, failures } = protectSystem(
    highs,
    behind.map((s) => ({ ...s, cells: s.cells.map(asIfOpen) })),
  );
  return { hidden, failures: failures.filter((f) => f.slag === 'avslojas') };
}
