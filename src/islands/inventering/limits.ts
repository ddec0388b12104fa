/** What the tool reads at most. A filled-in template is some hundred rows and well below a megabyte. */
export const LIMITS = {
  /** All chosen files together, in bytes. */
  bytes: 50_000_000,
  /** The parts of a workbook that are read, unpacked, in bytes. */
  unpacked: 100_000_000,
  /** Rows of a sheet, and of a CSV file. */
  rows: 20_000,
  /** Milliseconds for everything. */
  time: 60_000,
} as const;

/** A file that cannot be read, said in words that tell what to do. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}
