import { check } from '../checks/index.ts';
import { earlierCounts } from '../disclosure/earlier.ts';
import type { Effects } from '../effects.ts';
import { ingest } from '../ingest/index.ts';
import { readDataFolder } from '../ingest/sizes.ts';
import { type CatalogueIndex, indexCatalogue } from '../model/catalogue.ts';
import type { Finding, FindingCounts, ValidationReport } from '../model/finding.ts';
import { aggregate } from '../statistics/aggregate.ts';
import type { DisclosureKey } from './disclosure-key.ts';
import { type ProtectedCatalogue, protectCatalogue } from './protect.ts';
import { versionFindings } from './versions.ts';

/**
 * A data folder read, validated, checked, aggregated and protected. `index` is null when any finding is an error.
 * `secret` holds true counts, for the control of what is written: never to be published.
 */
export type LoadResult = Pick<ProtectedCatalogue, 'tabeller' | 'secret' | 'hemligaKallor'> & {
  readonly index: CatalogueIndex | null;
  readonly report: ValidationReport;
};

/**
 * Reads a data folder all the way to the catalogue that pages and files are made from:
 * files → typed rows (ingest) → län and riket (statistics) → checks of the whole → protection of people (disclosure).
 * @param key the publisher's, which makes the choice of what else to hide unforeseeable; null without one
 * @throws only when the folder cannot be read at all
 */
export async function load(
  dataFolder: string,
  effects: Pick<Effects, 'readTree'>,
  key: DisclosureKey | null = null,
): Promise<LoadResult> {
  return loadFiles(await readDataFolder(dataFolder, effects), key);
}

/** The same, from files already in memory (keys are paths below the data folder). */
export async function loadFiles(
  files: ReadonlyMap<string, Uint8Array>,
  key: DisclosureKey | null = null,
): Promise<LoadResult> {
  const read = ingest(files);
  if (read.catalogue === null) return refused(read.findings, read.counts);
  const { referens, omraden, indikatorer, observationer } = read.catalogue;
  const whole = {
    ...read.catalogue,
    observationer: aggregate(referens, omraden, indikatorer, observationer),
  };
  const checked = [...read.findings, ...check(indexCatalogue(whole))];
  if (hasError(checked)) return refused(checked, read.counts);
  const { catalogue, findings, ...skydd } = await protectCatalogue(
    whole,
    await earlierCounts(files),
    key?.weightOf,
  );
  const all = [...checked, ...findings];
  if (hasError(findings)) return refused(all, read.counts);
  const shown = indexCatalogue(catalogue);
  const versions = versionFindings(shown, files);
  if (hasError(versions)) return refused([...all, ...versions], read.counts);
  return { index: shown, ...skydd, report: reportOf([...all, ...versions], read.counts) };
}

const hasError = (findings: readonly Finding[]) => findings.some((f) => f.severity === 'error');

const refused = (
  findings: readonly Finding[],
  counts: Pick<FindingCounts, 'rows' | 'files'>,
): LoadResult => ({
  index: null,
  tabeller: [],
  secret: null,
  hemligaKallor: new Set(),
  report: reportOf(findings, counts),
});

function reportOf(
  findings: readonly Finding[],
  counts: Pick<FindingCounts, 'rows' | 'files'>,
): ValidationReport {
  const error = findings.filter((f) => f.severity === 'error').length;
  return {
    findings,
    counts: { error, warning: findings.length - error, rows: counts.rows, files: counts.files },
  };
}
