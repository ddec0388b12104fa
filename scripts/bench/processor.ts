import { type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

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

/** A program that has ended: how, and what it took; `peak`: most bytes of memory of one process of it, null where the system does not say. */
export type Ran = Took & { readonly code: number | null; readonly peak: number | null };

/** How often the most that a program has used is looked up, in milliseconds. */
const LOOKED_AT = 200;

/** Runs a program to its end, silent, while this one goes on (it may be the one that answers). */
export async function ran(args: readonly [string, ...string[]]): Promise<Ran> {
  const [started, before] = [performance.now(), childrensCpu()];
  const [program, ...rest] = args;
  const child = spawn(program, rest, { stdio: 'ignore' });
  let peak: number | null = null;
  const look = setInterval(() => {
    const now = peakOf(child.pid);
    if (now !== null) peak = Math.max(peak ?? 0, now);
  }, LOOKED_AT);
  const code = await new Promise<number | null>((done, failed) =>
    child.on('error', failed).on('close', done),
  );
  clearInterval(look);
  const after = childrensCpu();
  return {
    code,
    peak,
    wall: (performance.now() - started) / 1000,
    cpu: before === null || after === null ? null : after - before,
  };
}

/**
 * The most that a program, or one that it has started, has had in memory (proc_pid_status(5)): of them the one that has
 * had most, in bytes.
 */
function peakOf(pid: number | undefined): number | null {
  if (pid === undefined || !existsSync(`/proc/${pid}/status`)) return null;
  const started = new Map<number, number[]>();
  const peaks = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((n) => /^\d+$/.test(n))) {
    const status = statusOf(name);
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    started.set(parent, [...(started.get(parent) ?? []), Number(name)]);
    peaks.set(Number(name), Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024);
  }
  const most = (of: number): number => Math.max(peaks.get(of) ?? 0, ...(started.get(of) ?? []).map(most));
  return most(pid);
}

/** What Linux says of a process; empty when it has just ended. */
function statusOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    return '';
  }
}
