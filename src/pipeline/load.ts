import { check } from '../checks/index.ts';
import type { Effects } from '../effects.ts';
import { ingest } from '../ingest/index.ts';
import { type CatalogueIndex, indexCatalogue } from '../model/catalogue.ts';
import type { Finding, FindingCounts, ValidationReport } from '../model/finding.ts';
import { aggregate } from '../statistics/aggregate.ts';

/** A data folder read, validated, checked and aggregated. `index` is null when any finding is an error. */
export type LoadResult = { readonly index: CatalogueIndex | null; readonly report: ValidationReport };

/**
 * Reads a data folder all the way to the catalogue that pages and files are made from:
 * files → typed rows (ingest) → län and riket (statistics) → checks of the whole.
 * @throws only when the folder cannot be read at all
 */
export async function load(dataFolder: string, effects: Pick<Effects, 'readTree'>): Promise<LoadResult> {
  return loadFiles(await effects.readTree(dataFolder));
}

/** The same, from files already in memory (keys are paths below the data folder). Pure. */
export function loadFiles(files: ReadonlyMap<string, Uint8Array>): LoadResult {
  const read = ingest(files);
  if (read.catalogue === null) return { index: null, report: reportOf(read.findings, read.counts) };
  const { referens, omraden, indikatorer, observationer } = read.catalogue;
  const index = indexCatalogue({
    ...read.catalogue,
    observationer: aggregate(referens, omraden, indikatorer, observationer),
  });
  const report = reportOf([...read.findings, ...check(index)], read.counts);
  return { index: report.counts.error === 0 ? index : null, report };
}

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
