import type { Program, Programindikator, Utfall } from '../model/program.ts';

/** The way an indicator has gone since its base year, as far as that may be said. */
export type Seen =
  | {
      readonly kind: 'som-onskat' | 'tvartom' | 'oforandrat';
      readonly utfall: Utfall;
      readonly change: number;
    }
  | { readonly kind: 'gar-inte-att-saga' };

/** The later outcomes of an indicator, oldest first. */
export function outcomesOf(
  { utfall }: Pick<Program, 'utfall'>,
  { id }: Pick<Programindikator, 'id'>,
): readonly Utfall[] {
  return utfall.filter((u) => u.indikator === id).toSorted((a, b) => a.ar - b.ar);
}

/**
 * The newest outcome that may be compared with the base year, against the way that is wanted. An outcome that was counted
 * in another way, or of which that is not known, or that is protected, says nothing.
 */
export function seen(program: Pick<Program, 'utfall'>, indikator: Programindikator): Seen {
  const utfall = outcomesOf(program, indikator).findLast((u) => u.jamforbar === 'ja');
  if (!utfall) return { kind: 'gar-inte-att-saga' };
  if (utfall.varde === null || indikator.varde === null) return { kind: 'gar-inte-att-saga' };
  const change = utfall.varde - indikator.varde;
  if (change === 0) return { kind: 'oforandrat', utfall, change };
  const wanted = indikator.riktning === 'minska' ? change < 0 : change > 0;
  return { kind: wanted ? 'som-onskat' : 'tvartom', utfall, change };
}
