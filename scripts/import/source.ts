import { parseArgs } from 'node:util';
import { nodeEffects } from '../../src/effects-node.ts';
import type { Batch } from '../../src/import/batch.ts';
import type { DataFolder } from '../../src/import/folder.ts';
import { folderCache } from '../../src/import/http/cache.ts';
import { type HttpClient, httpClient } from '../../src/import/http/client.ts';
import { readYears } from '../../src/import/years.ts';
import { BOUNDS } from '../../src/model/limits.ts';
import { claimCache } from '../../src/pipeline/output/claim.ts';
import { type OptionName, PROJECT, pathOf, typeOf, wrongUse } from '../command.ts';

/** A source as the command line uses it: where to write, whether to, and how to read. */
export type SourceCommand = (args: readonly string[]) => {
  readonly folder: string;
  readonly dryRun: boolean;
  readonly read: (open: DataFolder) => Promise<Batch>;
};

/** Options of a source: those with a value, those that may be given several times, and flags. */
export type SourceOptions = {
  readonly text: (name: OptionName) => string | undefined;
  readonly all: (name: OptionName) => readonly string[];
  readonly flag: (name: OptionName) => boolean;
  readonly positionals: readonly string[];
};

/** Reads the options of a source, or ends with one sentence that shows how it is used. */
export function sourceOptions(
  args: readonly string[],
  { names, usage }: { readonly names: readonly OptionName[]; readonly usage: string },
): SourceOptions {
  try {
    const read = parseArgs({
      args: [...args],
      options: Object.fromEntries(
        names.map((n) => [n, { type: typeOf(n), multiple: typeOf(n) === 'string' }]),
      ),
      strict: true,
      allowPositionals: true,
    });
    const given = new Map<string, unknown>(Object.entries(read.values));
    const all = (name: OptionName) => {
      const value = given.get(name);
      return Array.isArray(value) ? value.map(String) : [];
    };
    return {
      all,
      text: (name) => all(name).at(-1),
      flag: (name) => given.get(name) === true,
      positionals: read.positionals,
    };
  } catch {
    return wrongUse(`Okänt val. Så här används kommandot: ${usage}`);
  }
}

/** Years as a person writes them; ends the command when they cannot be read. */
export function yearList(text: string | undefined): readonly number[] {
  const years = readYears(text ?? '');
  return typeof years === 'string' ? wrongUse(years) : years;
}

/** Pause before each call, in milliseconds: what sources ask for. A server of our own needs none. */
const POLITE = 250;

/** The data folder that a source writes to. */
export const folderOf = (options: SourceOptions): string => pathOf(options.text('data'), 'data');

/** The real client: the network, the clock, and a cache in the project. @throws Refusal when the cache is not ours */
export const nodeClient = (options: SourceOptions, base: string): Promise<HttpClient> =>
  clientTo(base, {
    data: folderOf(options),
    cache: options.text('cache'),
    offline: options.flag('offline'),
    timeout: Number(options.text('timeout') ?? 30) * 1000,
  });

/** What a client does beside asking: which data folder it serves, where answers are kept, how patient it is (ms). */
type Asking = {
  readonly data: string;
  readonly cache: string | undefined;
  readonly offline: boolean;
  readonly timeout: number;
};

/** The same for whoever has no command line. */
export async function clientTo(base: string, asking: Asking): Promise<HttpClient> {
  const cache = await claimCache(pathOf(asking.cache, '.cache/import'), {
    project: PROJECT,
    data: [asking.data],
  });
  const { hostname } = new URL(base);
  const own = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  return httpClient({
    effects: {
      fetch: (url, init) => fetch(url, init),
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
      now: () => nodeEffects().now().toISOString(),
    },
    cache: folderCache(cache),
    offline: asking.offline,
    pause: own ? 0 : POLITE,
    timeout: asking.timeout,
    maxBytes: BOUNDS.answer.bytes,
    tries: 5,
  });
}
