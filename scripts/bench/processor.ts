import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** What a program took: seconds from start to end, and of processor time; null where the system does not say. */
export type Took = { readonly wall: number; readonly cpu: number | null };

/** Linux counts processor time in hundredths of a second, of all programs that have been waited for (proc_pid_stat(5)). */
const STAT = '/proc/self/stat';
const TICKS = 100;

function childrensCpu(): number | null {
  if (!existsSync(STAT)) return null;
  // The program's name may hold spaces: fields are counted from after it. cutime and cstime are the 16th and 17th.
  const fields = readFileSync(STAT, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

/**
 * Runs a program to its end.
 * @returns null when it fails
 */
export function timed(
  args: readonly [string, ...string[]],
  clock: () => number,
  options: SpawnSyncOptions = {},
): Took | null {
  const [started, before] = [clock(), childrensCpu()];
  const [program, ...rest] = args;
  if (spawnSync(program, rest, { stdio: 'inherit', ...options }).status !== 0) return null;
  const after = childrensCpu();
  return {
    wall: (clock() - started) / 1000,
    cpu: before === null || after === null ? null : after - before,
  };
}
