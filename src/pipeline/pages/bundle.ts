import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Effects } from '../../effects.ts';
import { must } from '../../model/must.ts';
import { sha256 } from '../../model/sha256.ts';
import type { Store } from '../files/store.ts';
import { parsedJson } from '../json.ts';
import { runProgram } from '../program.ts';

/**
 * What Astro bundles from the code, by path: the program that makes pages (below `PROGRAM`), and the files that pages
 * fetch, as they are published. No answer and no text is in it.
 */
type Bundle = ReadonlyMap<string, Uint8Array>;

/** Where `astro.config.mjs` puts the program, and what the file is called that starts it. */
const PROGRAM = 'program/';
const START = 'program/sidor.mjs';
/** The environment variable that has Astro bundle, and make no page. */
const BUNDLING = 'OJ_BUNT';

/**
 * Astro takes `import.meta.env` from the environment too, and Vitest sets all of it: pages made by a test lacked the
 * policy, and would have been kept as those that are published.
 */
const PUBLISHED = { NODE_ENV: 'production', MODE: 'production', PROD: 'true', DEV: '' };

/** What a bundle is made of beside the code: what `astro.config.mjs` reads of the data, and where the project lies. */
export type BundleInputs = {
  /** `pagesCodeKey` */
  readonly code: string;
  readonly project: string;
  /** The folder of the data, and its files by path. */
  readonly data: string;
  readonly inputs: ReadonlyMap<string, Uint8Array>;
};

/** How Astro is run: `heap` is `heapFlags`, and the signal stops it. */
type Bundling = {
  readonly effects: Pick<Effects, 'readTree'>;
  readonly heap: readonly string[];
  readonly signal: AbortSignal;
};

/** Under which key a bundle is kept. */
export function bundleKey({ code, project, inputs }: Omit<BundleInputs, 'data'>): string {
  const release = new TextDecoder().decode(inputs.get('data/publicering.json'));
  const address = parsedJson(z.object({ webbplats: z.string() }), release)?.webbplats;
  return sha256(JSON.stringify(['bunt', code, resolve(project), address]));
}

/**
 * The bundle of the pages, from the store or from Astro, unpacked.
 * @param to.folder in the project, where packages are found from: the program is put below it
 * @param to.site where the files are put that are published as they are
 * @returns the path of the program that makes pages
 * @throws as `runProgram`
 */
export async function unpackBundle(
  of: BundleInputs,
  to: { readonly folder: string; readonly site: string; readonly store: Store },
  running: Bundling,
): Promise<string> {
  const { store, folder, site } = to;
  const key = bundleKey(of);
  const kept = await store.read(key);
  const bundle: Bundle =
    kept === null ? await bundled(of.data, join(folder, 'bunt'), running) : deserialize(kept);
  if (kept === null) await store.write(key, serialize(bundle));
  store.asked([key]);
  // At once: the build, which reads data meanwhile, does not come back to this for a second.
  for (const [path, bytes] of bundle) {
    const place = join(path.startsWith(PROGRAM) ? folder : site, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  }
  must(bundle.get(START), 'the program of the bundle');
  return join(folder, START);
}

/** Has Astro bundle into a folder. */
async function bundled(data: string, folder: string, { effects, heap, signal }: Bundling): Promise<Bundle> {
  const astro = [...heap, 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder];
  const env = { OJ_DATA: resolve(data), ASTRO_TELEMETRY_DISABLED: '1', [BUNDLING]: 'ja', ...PUBLISHED };
  await runProgram(astro, env, { signal });
  return effects.readTree(folder);
}
