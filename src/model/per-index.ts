import type { CatalogueIndex } from './catalogue.ts';

/**
 * Remembers a pure function's result for each catalogue, so that a thousand pages share what is the same for all
 * of them. Goes with the catalogue when that is no longer used.
 */
export function perIndex<T>(compute: (index: CatalogueIndex) => T): (index: CatalogueIndex) => T {
  const results = new WeakMap<CatalogueIndex, { readonly value: T }>();
  return (index) => {
    const known = results.get(index) ?? { value: compute(index) };
    results.set(index, known);
    return known.value;
  };
}
