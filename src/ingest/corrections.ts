import type { Omrade } from '../model/edition.ts';
import type { Inventering } from '../model/inventering.ts';
import type { Publicering } from '../model/release.ts';
import { didYouMean } from './nearest.ts';
import type { Reading } from './source.ts';

const FILE = 'publicering.json';

/**
 * Inventories with the corrections that `publicering.json` has of them, found by kommun and year. One of an inventory
 * that there is none of is reported: nobody would ever see it.
 */
export function withCorrections(
  { report }: Reading,
  inventeringar: readonly Inventering[],
  publicering: Publicering | null,
): readonly Inventering[] {
  const rattelser = publicering?.rattelser ?? [];
  for (const { inventering, ar } of rattelser)
    if (!inventeringar.some((i) => i.kod === inventering && i.ar === ar))
      report(
        'rattelse-okand',
        { file: FILE, column: 'rattelser', value: `${inventering} ${ar}` },
        `Rättelsen gäller inventeringen för ${inventering} ${ar}, men någon sådan finns inte i inventering/.`,
        'Skriv koden och året som de står i inventeringens fil.',
      );
  return inventeringar.map((i) => ({
    ...i,
    rattelser: rattelser
      .filter((r) => r.inventering === i.kod && r.ar === i.ar)
      .map(({ datum, version, text }) => ({ datum, version, text })),
  }));
}

/** Reports an area's corrections of registers that there are none of. @param ids of every indicator */
export function reportUnknownCorrections(
  { report }: Reading,
  omraden: readonly Pick<Omrade, 'fil' | 'rattelser'>[],
  ids: readonly string[],
): void {
  for (const { fil, rattelser } of omraden)
    for (const id of rattelser.flatMap((r) => r.indikatorer))
      if (!ids.includes(id))
        report(
          'rattelse-okand',
          { file: fil, column: 'rattelser', value: id },
          `Rättelsen gäller indikatorn ${id}, som inte finns.`,
          didYouMean(id, ids),
        );
}
