import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Arguments of a Node program that has room for garbage: it is collected when V8 would by itself, in larger steps. Some
 * 8 % less processor time for a build, and 0.1 to 0.3 GB more for each program (docs/performance.md).
 */
export const ROOMY: readonly string[] = ['--max-semi-space-size=32', '--min-semi-space-size=16'];

/** Arguments of a Node program that collects garbage before its heap has grown by a third. */
export const FRUGAL: readonly string[] = ['--max-semi-space-size=16', '--heap-growing-percent=30'];

/** So many bytes of memory, which a machine of 4 GB has, leave room for the garbage of all programs of a build. */
const ROOM = 3.5e9;
/** Answers and values of so many bytes, twice what is shipped: with them, what must be kept takes the room. */
const MANY_VALUES = 700_000;
const VALUES = 'omraden/';

/**
 * How the programs of a build collect garbage. What they make does not depend on it.
 * @param memory bytes that may be used
 * @param data the files of the data folder, by path below it
 */
export function heapFlags(memory: number, data: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const values = [...data].filter(([path]) => path.startsWith(VALUES));
  const size = values.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
  return memory >= ROOM && size < MANY_VALUES ? ROOMY : FRUGAL;
}

/** So much, roughly in bytes of instructions, a function of WebAssembly runs before V8 compiles it once more; its own is 13 million. */
const LONG = 1_000_000_000;

/**
 * From now on V8 makes machine code of a function of WebAssembly once more, to run it faster, only when it has run for
 * long. V8 keeps that for no other program, and to do it for resvg takes as long as to draw the pictures of an edit twice;
 * all pictures of the site take no longer without it (docs/performance.md).
 */
export const compileLate = (): void => setFlagsFromString(`--wasm-tiering-budget=${LONG}`);

/** Environment of a program that renders: Typst's threads share one store of memory, and less of it stays unused. */
export const ONE_ARENA: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' };

/**
 * `FRUGAL` from now on, for the program that calls this. How large a semi-space may be is fixed when a program starts, so
 * one that was begun as `ROOMY`, with as much as it may have now, is kept from growing it; one that was not has yet to
 * grow.
 */
export function beFrugal(): void {
  const isRoomy = ROOMY.every((flag) => process.execArgv.includes(flag));
  for (const flag of [...FRUGAL, ...(isRoomy ? ['--semi-space-growth-factor=1'] : [])])
    setFlagsFromString(flag);
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
