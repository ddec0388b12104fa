import { runProgram } from '../program.ts';

/** A line is written when so many pages more are done. */
export const PROGRESS_EVERY = 100;

/** What the pages' program writes of how far it has come. */
export const progressLine = (done: number, all: number): string => `sidor ${done} av ${all}\n`;

/** What the newest such line in a text says; null when there is none. */
export function progressIn(text: string): { readonly done: number; readonly all: number } | null {
  const found = [...text.matchAll(/^sidor (\d+) av (\d+)$/gm)].at(-1);
  return found === undefined ? null : { done: Number(found[1]), all: Number(found[2]) };
}

/**
 * Runs the program that makes pages.
 * @param args its path, and what it is started with
 * @param running.heap `heapFlags`
 * @throws as `runProgram`
 */
export async function runPages(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { heap, signal }: { readonly heap: readonly string[]; readonly signal: AbortSignal },
  progress: (done: number, all: number) => void,
): Promise<void> {
  const heard = (text: string) => {
    const come = progressIn(text);
    if (come !== null) progress(come.done, come.all);
  };
  await runProgram([...heap, ...args], env, { signal, heard });
}
