import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeEffects } from '../../src/effects-node.ts';
import { siteInputs } from '../../src/pipeline/files/key.ts';
import { pagesCodeKey } from '../../src/pipeline/files/rendering-key.ts';
import { MARKER } from '../../src/pipeline/output/target.ts';
import { bundleKey } from '../../src/pipeline/pages/bundle.ts';

/** Where builds keep what they make when no other place is named. */
const KEPT = '.cache/bygge';

/** Where in a cache the bundle of a data folder's pages lies. */
export async function bundlePath(data: string): Promise<string> {
  const inputs = await siteInputs(data, nodeEffects());
  const key = bundleKey({ code: pagesCodeKey(inputs), project: process.cwd(), inputs });
  return join('renderat', key.slice(0, 2), key);
}

/**
 * Lays the bundle that another build has kept in a cache that is otherwise empty, so that Astro need not bundle the same
 * code once more: half of what a build of the small folder takes.
 */
export async function withBundle(data: string, cache: string): Promise<void> {
  const bundle = await bundlePath(data);
  if (!existsSync(join(KEPT, bundle))) return;
  for (const path of [MARKER, bundle]) {
    mkdirSync(dirname(join(cache, path)), { recursive: true });
    copyFileSync(join(KEPT, path), join(cache, path));
  }
}
