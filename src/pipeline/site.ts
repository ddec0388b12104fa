import { nodeEffects } from '../effects-node.ts';
import type { CatalogueIndex } from '../model/catalogue.ts';
import { load } from './load.ts';

let loaded: Promise<CatalogueIndex> | undefined;

/** The folder that pages are made from: `OJ_DATA`, or `data`. */
export const dataFolder = () => process.env.OJ_DATA ?? 'data';

/** The catalogue for pages, read once a build. @throws when the data has errors: then nothing may be published. */
export function site(): Promise<CatalogueIndex> {
  loaded ??= read();
  return loaded;
}

async function read(): Promise<CatalogueIndex> {
  const { index, report } = await load(dataFolder(), nodeEffects());
  if (index) return index;
  const first = report.findings.find((f) => f.severity === 'error');
  throw new Error(
    `Datamappen har ${report.counts.error} fel. Kör ”npm run validate”. Det första: ${first?.file}: ${first?.message}`,
  );
}
