import type { CatalogueIndex } from '../model/catalogue.ts';
import { RIKET } from '../model/kommun.ts';
import type { Observation } from '../model/observation.ts';

/**
 * What can be shown where a kommun's figure is protected: the same figure for its län, else for riket. Undefined when
 * the figure is not protected, or neither can be shown. It is read from what is published, so it reveals nothing more.
 */
export function shownInstead(
  index: CatalogueIndex,
  indikator: string,
  kod: string,
  ar: number | null,
): (Observation & { readonly varde: number }) | undefined {
  if (index.observation(indikator, kod, ar)?.saknas !== 'skyddad') return undefined;
  const lan = index.kommun(kod)?.lanskod;
  return [...(lan === undefined ? [] : [lan]), RIKET]
    .map((place) => index.observation(indikator, place, ar))
    .find((o): o is Observation & { readonly varde: number } => typeof o?.varde === 'number');
}
