import { type Change, textOf } from './folder.ts';

const FILE = 'referens/kommuner.csv';

/**
 * Gives `kommuner.csv` the columns of its history and adds rows to it; rows of today that begin with a given text get
 * their last three cells.
 */
export const withHistory =
  (added: readonly string[], changed: Readonly<Record<string, string>> = {}): Change =>
  (files) => {
    const [head = '', ...rows] = textOf(files, FILE).trimEnd().split(/\r?\n/);
    const cells = (row: string) =>
      Object.entries(changed).find(([start]) => row.startsWith(start))?.[1] ?? ';;';
    files.set(
      FILE,
      `${[`${head};giltig_fran;giltig_till;ersatt_av`, ...rows.map((r) => `${r};${cells(r)}`), ...added].join('\n')}\n`,
    );
  };
