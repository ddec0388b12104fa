import { parseArgs } from 'node:util';
import { nodeEffects } from '../../src/effects-node.ts';
import type { Batch } from '../../src/import/batch.ts';
import type { DataFolder } from '../../src/import/folder.ts';
import { folderCache } from '../../src/import/http/cache.ts';
import { type HttpClient, httpClient } from '../../src/import/http/client.ts';
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

/** `2016-2024`, `2016,2018` or both; ends the command when it cannot be read. */
export function yearList(text: string | undefined): readonly number[] {
  const years = (text ?? '').split(',').flatMap((part) => {
    const [, from, to] = /^(\d{4})(?:[-–](\d{4}))?$/.exec(part.trim()) ?? [];
    if (from === undefined)
      return wrongUse(`”${part}” är inte ett år. Skriv till exempel --years 2016-2024.`);
    const last = Number(to ?? from);
    if (last < Number(from) || last - Number(from) > 100)
      return wrongUse(`”${part}” är inte en följd av år.`);
    return Array.from({ length: last - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Pause before each call, in milliseconds: what sources ask for. A server of our own needs none. */
const POLITE = 250;

/** The data folder that a source writes to. */
export const folderOf = (options: SourceOptions): string => pathOf(options.text('data'), 'data');

/** The real client: the network, the clock, and a cache in the project. @throws Refusal when the cache is not ours */
export async function nodeClient(options: SourceOptions, base: string): Promise<HttpClient> {
  const cache = await claimCache(pathOf(options.text('cache'), '.cache/import'), {
    project: PROJECT,
    data: [folderOf(options)],
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
    offline: options.flag('offline'),
    pause: own ? 0 : POLITE,
    timeout: Number(options.text('timeout') ?? 30) * 1000,
    maxBytes: BOUNDS.answer.bytes,
    tries: 5,
  });
}
