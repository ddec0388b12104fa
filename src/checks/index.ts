import type { CatalogueIndex } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';

/** Placeholder until the checks are here. */
export function check(_index: CatalogueIndex): readonly Finding[] {
  return [];
}
