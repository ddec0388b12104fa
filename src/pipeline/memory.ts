import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Garbage is collected before a heap has doubled: a fifth less memory for some seconds more (docs/performance.md).
 * Arguments of a Node program that is started.
 */
export const FRUGAL: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=30'];

/** Environment of a program that renders: Typst's threads share one store of memory, and less of it stays unused. */
export const ONE_ARENA: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };

/** `FRUGAL` from now on, for the program that calls this. */
export function beFrugal(): void {
  for (const flag of FRUGAL) setFlagsFromString(flag);
}

/**
 * Gives memory that nothing refers to any more back to the system at once. Node does it when it needs room itself; a
 * program that only waits for another needs none.
 */
export function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
