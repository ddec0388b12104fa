/**
 * How much of what anybody gives the tool is read, and how much is said of it. All bounds stand here; docs/reliability.md
 * has them in a table (with the finding of each), which a test holds against this. Sizes in bytes, texts in UTF-16 code
 * units, times in milliseconds.
 */
export const BOUNDS = {
  /** A file of the data folder. Fifty megabytes are two or three million rows. */
  file: { bytes: 50_000_000, columns: 2_000, cell: 100_000, jsonDepth: 64 },
  /** The data folder, earlier versions not counted. */
  folder: { bytes: 500_000_000 },
  /** Findings: of one kind in a file in words, then only their rows; and what a terminal shows without `--out`. */
  findings: { ofAKind: 5_000, value: 500, message: 4_000, shown: 20, shownRows: 5 },
  /** A table that is imported. */
  table: { bytes: 50_000_000 },
  /** A workbook that is imported, which a process of its own reads; memory in megabytes. */
  workbook: {
    bytes: 40_000_000,
    unpacked: 400_000_000,
    rows: 20_000,
    columns: 1_000,
    memory: 1_500,
    time: 60_000,
  },
  /** An answer of a source on the network. */
  answer: { bytes: 64_000_000, pages: 10_000, wait: 120_000 },
  /** A form that the desk takes, with the file in it. */
  desk: { bytes: 41_000_000 },
  /** A file for the checker on the site. */
  checker: { bytes: 20_000_000 },
  /** The files for the inventory tool, all together. A filled-in template is some hundred rows, well below a megabyte. */
  inventory: { bytes: 50_000_000, unpacked: 100_000_000, rows: 20_000, time: 60_000 },
} as const;
