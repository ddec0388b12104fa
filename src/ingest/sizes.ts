import { BOUNDS } from '../model/limits.ts';
import type { IngestReport } from './rules.ts';

/**
 * The files of a data folder. Of one that is larger than the tool reads only so much is taken that this can be said, so
 * that no file, however large, takes memory.
 */
export const readDataFolder = (
  folder: string,
  {
    readTree,
  }: { readonly readTree: (folder: string, most?: number) => Promise<ReadonlyMap<string, Uint8Array>> },
): Promise<ReadonlyMap<string, Uint8Array>> => readTree(folder, BOUNDS.file.bytes + 1);

const megabytes = (bytes: number) => `${bytes / 1e6} megabyte`;

/** Reports what is larger than the tool reads, whatever it is. `decode` then leaves such a file alone. */
export function reportSizes(files: ReadonlyMap<string, Uint8Array>, report: IngestReport): void {
  const large = [...files].filter(([, bytes]) => bytes.length > BOUNDS.file.bytes);
  for (const [file] of large)
    report(
      'fil-stor',
      { file },
      `Filen är större än ${megabytes(BOUNDS.file.bytes)}, som är det mesta som verktyget läser.`,
      'Dela upp filen, eller ta bort det som inte hör till tabellen.',
    );
  const read = [...files].filter(([file]) => !file.startsWith('versioner/'));
  const size = read.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  const [largest] = read.toSorted(([, a], [, b]) => b.length - a.length);
  if (size > BOUNDS.folder.bytes && largest)
    report(
      'mapp-stor',
      { file: largest[0] },
      `Datamappens filer är tillsammans ${Math.round(size / 1e6)} megabyte. Verktyget läser ${megabytes(BOUNDS.folder.bytes)}. Den här filen är den största.`,
      'Ta bort filer som inte hör till datamappen.',
    );
}
