import type { IngestReport } from './rules.ts';

/** One file of the data folder. */
export type Source = { readonly file: string; readonly bytes: Uint8Array };

/** What reading a folder needs everywhere: its files, somewhere to report, and what has been read so far. */
export type Reading = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly report: IngestReport;
  readonly counts: { rows: number; files: number };
};

/** A file that must be there; null, with a finding, when it is not. */
export function required(reading: Reading, file: string): Source | null {
  const source = optional(reading, file);
  if (!source) reading.report('fil-saknas', { file }, `Filen ${file} finns inte.`, 'Lägg till filen.');
  return source;
}

/** A file that may be there. Counts it as read. */
export function optional(reading: Reading, file: string): Source | null {
  const bytes = reading.files.get(file);
  if (!bytes) return null;
  reading.counts.files += 1;
  return { file, bytes };
}
