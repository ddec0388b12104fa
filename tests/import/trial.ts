import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../../src/effects-node.ts';
import { folderCache } from '../../src/import/http/cache.ts';
import { type HttpOptions, httpClient } from '../../src/import/http/client.ts';
import { importKolada, type KoladaQuestion } from '../../src/import/kolada/import.ts';
import { type RunEffects, runImport } from '../../src/import/run.ts';
import { loadFiles } from '../../src/pipeline/load.ts';

/** A data folder of a test's own: the small one, copied where nothing else is. */
export type TrialFolder = {
  readonly data: string;
  readonly cache: string;
  /** Everything in the folder, so that two moments can be compared byte for byte. */
  readonly bytes: () => Promise<ReadonlyMap<string, string>>;
  readonly text: (path: string) => Promise<string>;
  readonly write: (path: string, content: string | Uint8Array) => Promise<void>;
  readonly remove: () => Promise<void>;
};

export async function trialFolder(from = 'tests/fixtures/litet'): Promise<TrialFolder> {
  const root = await mkdtemp(join(tmpdir(), 'oj-import-'));
  const data = join(root, 'data');
  await cp(from, data, { recursive: true });
  const tree = () => nodeEffects().readTree(root);
  return {
    data,
    cache: join(root, 'cache'),
    // The cache may grow; all else, journals and half files too, counts.
    bytes: async () =>
      new Map(
        [...(await tree())]
          .filter(([path]) => !path.startsWith('cache/'))
          .map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]),
      ),
    text: (path) => readFile(join(data, path), 'utf8'),
    write: async (path, content) => {
      await mkdir(dirname(join(data, path)), { recursive: true });
      await writeFile(join(data, path), content);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

/** The real effects, silent, with what was said. */
function quietEffects(): RunEffects & { readonly said: readonly string[] } {
  const said: string[] = [];
  return {
    said,
    readTree: nodeEffects().readTree,
    log: (line) => void said.push(line),
    pid: process.pid,
    alive: () => false,
    validate: async (files) => (await loadFiles(files)).report,
  };
}

/** An import from the pretended Kolada, with the real client but without its patience. */
export async function tryKolada(
  trial: TrialFolder,
  address: string,
  question: Partial<KoladaQuestion> & { readonly http?: Partial<HttpOptions>; readonly dryRun?: boolean },
): Promise<{ readonly said: string; readonly waits: readonly number[] }> {
  const waits: number[] = [];
  const client = httpClient({
    effects: {
      fetch: (url, init) => fetch(url, init),
      sleep: async (ms) => void waits.push(ms),
      now: () => '2026-11-25T10:00:00.000Z',
    },
    cache: folderCache(trial.cache),
    offline: false,
    pause: 0,
    timeout: 250,
    maxBytes: 1_000_000,
    tries: 3,
    ...question.http,
  });
  const effects = quietEffects();
  await runImport(
    trial.data,
    question.dryRun ?? false,
    (open) =>
      importKolada(open, client, {
        kpis: ['U30428'],
        years: [2016],
        baseUrl: address,
        confirmed: new Map(),
        accepted: new Set(),
        ...question,
      }),
    effects,
  );
  return { said: effects.said.join('\n'), waits: waits.filter((ms) => ms > 0) };
}

/** Runs a command of the project as a person does; gives what it said and how it ended. */
export function command(
  script: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (part) => {
      out += part;
    });
    child.stderr.on('data', (part) => {
      err += part;
    });
    child.on('error', failed).on('close', (code) => done({ code, out, err }));
  });
}
