import { enableCompileCache } from 'node:module';
import { isAbsolute, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeEffects } from '../src/effects-node.ts';
import { compileLate } from '../src/pipeline/engine.ts';
import { mendSites } from '../src/pipeline/output/places.ts';
import { Refusal, sentenceFor } from '../src/refusal.ts';

/** The folder where the tool lies. Its programs and sources are found from there, wherever it is started. */
export const PROJECT = resolve(import.meta.dirname, '..');

// What Node makes of our code is kept, by what stands in it, for this program and those that it starts.
process.env.NODE_COMPILE_CACHE ??= resolve(PROJECT, '.cache/node');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
compileLate();

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

/**
 * Every option that any command has: what its value is. A place that is written to goes through the one rule for that
 * (`src/pipeline/output`), and `tests/pipeline/outputs.test.ts` tries each of them.
 */
export const OPTIONS = {
  data: 'data folder',
  out: 'written',
  cache: 'written',
  csv: 'written',
  mapping: 'written',
  nyckel: 'read',
  webbplats: 'read',
  utgavor: 'read',
  ...words(
    'antal',
    'ar',
    'base-url',
    'bygge',
    'explain',
    'form',
    'format',
    'fro',
    'godkann',
    'host',
    'indikator',
    'kalla',
  ),
  ...words(
    'kodning',
    'kpi',
    'omrade',
    'port',
    'skydd',
    'table',
    'timeout',
    'utan',
    'val',
    'version',
    'years',
  ),
  bekrafta: 'flag',
  clean: 'flag',
  'dry-run': 'flag',
  offline: 'flag',
  publicera: 'flag',
  quiet: 'flag',
  tyst: 'flag',
  undo: 'flag',
} as const;
export type OptionName = keyof typeof OPTIONS;
type Value<N extends OptionName> = (typeof OPTIONS)[N] extends 'flag' ? boolean : string;

function words<const N extends string>(...names: readonly N[]): Readonly<Record<N, 'word'>> {
  return Object.fromEntries(names.map((n) => [n, 'word'])) as Record<N, 'word'>;
}

/** Options of a command line that takes nothing else. @throws Refusal with the usage when they are wrong */
export function options<const K extends OptionName>(
  command: string,
  names: readonly K[],
): { readonly [N in K]?: Value<N> } {
  const usage = names.map((n) => (OPTIONS[n] === 'flag' ? `[--${n}]` : `[--${n} …]`)).join(' ');
  return parsed(names, false, `npm run ${command} -- ${usage}`).values;
}

/** The same, with arguments that have no name before or between them. @throws Refusal */
export function parsed<const K extends OptionName>(
  names: readonly K[],
  allowPositionals: boolean,
  usage: string,
): { readonly values: { readonly [N in K]?: Value<N> }; readonly positionals: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      options: Object.fromEntries(names.map((n) => [n, { type: typeOf(n) }])),
      strict: true,
      allowPositionals,
    });
    return { values: values as { readonly [N in K]?: Value<N> }, positionals };
  } catch {
    throw new Refusal(`Okänt val. Så här används kommandot: ${usage}`);
  }
}

/** How Node's reader of command lines takes an option. */
export const typeOf = (name: OptionName): 'boolean' | 'string' =>
  OPTIONS[name] === 'flag' ? 'boolean' : 'string';

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

/** Ends a command with a sentence and exit code 2. @throws Refusal */
export function wrongUse(message: string): never {
  throw new Refusal(message);
}
