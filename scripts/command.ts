import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeEffects } from '../src/effects-node.ts';
import { mendSites } from '../src/pipeline/output/places.ts';
import { Refusal, sentenceFor } from '../src/refusal.ts';

/** The folder where the tool lies. Its programs and sources are found from there, wherever it is started. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** Where the person stands: npm moves to the project before it starts a command, and says from where. */
const STANDS = process.cwd() === PROJECT ? (process.env.INIT_CWD ?? PROJECT) : process.cwd();

/**
 * A path that the person gave, from where the person stands; the project's own when none was given. Relative to the
 * project where it lies in it, which is how messages name it.
 */
export function pathOf(given: string | undefined, usual: string): string {
  const path = given === undefined ? resolve(PROJECT, usual) : resolve(STANDS, given);
  const way = relative(PROJECT, path);
  return way === '' || way.startsWith('..') || isAbsolute(way) ? path : way;
}

/** Exit codes beside 0: errors in the data or of the system, wrong use, and a fault of the tool. */
export const EXIT = { failed: 1, wrongUse: 2, fault: 70 } as const;

/** Options of a command line. All take a value. @throws Refusal with the usage when they are wrong */
export function options<const K extends string>(
  command: string,
  names: readonly K[],
): Partial<Record<K, string>> {
  const usage = names.map((n) => `[--${n} …]`).join(' ');
  return parsed(names, false, `npm run ${command} -- ${usage}`).values;
}

/** The same, with arguments that have no name before or between them. @throws Refusal */
export function parsed<const K extends string>(
  names: readonly K[],
  allowPositionals: boolean,
  usage: string,
): { readonly values: Partial<Record<K, string>>; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: Object.fromEntries(names.map((n) => [n, { type: 'string' as const }])),
      strict: true,
      allowPositionals,
    });
    return { values: values as Partial<Record<K, string>>, positionals };
  } catch {
    throw new Refusal(`Okänt val. Så här används kommandot: ${usage}`);
  }
}

/**
 * Runs a command: from the project's folder, with files that a web server may read, after what earlier commands that
 * were cut off have left is put right. What the person can mend ends it with one sentence; a fault of the tool with
 * its stack.
 * @param main gives the exit code
 */
export async function command(main: () => Promise<number>): Promise<void> {
  process.chdir(PROJECT);
  process.umask(0o022);
  try {
    await mendSites(PROJECT, nodeEffects());
    process.exitCode = await main();
  } catch (error) {
    const sentence = sentenceFor(error);
    const stack = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${sentence ?? `Ett fel i verktyget, inte i dina data:\n${stack}`}\n`);
    process.exitCode =
      error instanceof Refusal ? EXIT.wrongUse : sentence === null ? EXIT.fault : EXIT.failed;
  }
}

/** Ends a program that is not a command of npm's with exit code 2. */
export function wrongUse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(EXIT.wrongUse);
}
