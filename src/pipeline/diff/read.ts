import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Effects } from '../../effects.ts';
import { Refusal } from '../../refusal.ts';
import { load } from '../load.ts';
import type { Tables } from './cells.ts';
import { RELEASE_TABLES, tablesOfIndex, tablesOfRelease } from './tables.ts';

/** Where a release's tables can lie below a folder: a version's own, `data/` of a site, a whole site. */
const HOMES = ['', 'data'];

/**
 * The values of a data folder, of a version (`data/v/<version>/`) or of a whole published site.
 * @throws Refusal when it is none of these, or cannot be read
 */
export async function readTables(folder: string, effects: Pick<Effects, 'readTree'>): Promise<Tables> {
  if (!existsSync(folder)) throw new Refusal(`Mappen ”${folder}” finns inte.`);
  if (existsSync(join(folder, 'publicering.json'))) {
    const { index, report } = await load(folder, effects);
    if (index) return tablesOfIndex(index);
    throw new Refusal(
      `Datamappen ”${folder}” har ${report.counts.error} fel. Kör ”npm run validate -- --data ${folder}”.`,
    );
  }
  const home = HOMES.map((below) => join(folder, below)).find((at) =>
    existsSync(join(at, 'allt/observationer.csv')),
  );
  if (home === undefined)
    throw new Refusal(
      `”${folder}” är varken en datamapp (publicering.json) eller en publicerad version (allt/observationer.csv).`,
    );
  const present = RELEASE_TABLES.filter((path) => existsSync(join(home, path)));
  const files = present.map(async (path) => [path, await readFile(join(home, path))] as const);
  try {
    return tablesOfRelease(new Map(await Promise.all(files)));
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(`”${folder}” går inte att läsa. ${error.message}`);
    throw error;
  }
}
