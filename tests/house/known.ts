import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'tests/house/known.json';
const HOW = 'UPDATE_GOLDEN=1 vitest run --project unit --maxWorkers=1 tests/house takes it away';
type Lists = Readonly<Record<string, readonly string[]>>;
const lists = (): Lists => JSON.parse(readFileSync(FILE, 'utf8'));

/**
 * Faults that are known and are on their way out. A list is exact: a new fault fails, and so does a line whose fault
 * is gone. `UPDATE_GOLDEN=1` takes such lines away; nothing adds one.
 *
 * @param list the name of the list in `known.json`
 * @param found every fault found now
 * @returns what is new, and what the list holds although it is gone
 */
export function againstKnown(list: string, found: readonly string[]): { new: string[]; gone: string[] } {
  const known = lists()[list] ?? [];
  const still = known.filter((line) => found.includes(line));
  if (process.env.UPDATE_GOLDEN === '1' && still.length < known.length)
    writeFileSync(FILE, `${JSON.stringify({ ...lists(), [list]: still }, null, 2)}\n`);
  const gone =
    process.env.UPDATE_GOLDEN === '1'
      ? []
      : known.filter((line) => !found.includes(line)).map((line) => `${line} (mended: ${HOW})`);
  return { new: found.filter((line) => !known.includes(line)), gone };
}

export const NONE = { new: [], gone: [] };
