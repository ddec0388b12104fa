import { nodeEffects } from '../../src/effects-node.ts';
import type { CatalogueIndex } from '../../src/model/catalogue.ts';
import { type LoadResult, load } from '../../src/pipeline/load.ts';

/** A data folder without errors, as pages and files are made from it. */
export type Loaded = LoadResult & { readonly index: CatalogueIndex };

const once = new Map<string, Promise<Loaded>>();

/**
 * A data folder of the project, read and protected once for all tests that a worker runs: for tests that ask what it
 * says. One that changes anything, or asks whether reading is the same twice, loads its own.
 * @throws when it has errors
 */
export function loaded(folder = 'data'): Promise<Loaded> {
  const known = once.get(folder) ?? fresh(folder);
  once.set(folder, known);
  return known;
}

async function fresh(folder: string): Promise<Loaded> {
  const { index, ...rest } = await load(folder, nodeEffects());
  if (!index) throw new Error(JSON.stringify(rest.report.findings.slice(0, 3)));
  return { ...rest, index };
}
