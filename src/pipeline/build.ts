import type { Effects } from '../effects.ts';
import { keyFromEnvironment } from './disclosure-key.ts';
import { siteInputs } from './files/key.ts';
import { refuseMissing } from './files/leavable.ts';
import type { BuildOptions } from './make-site.ts';
import { claimCache, claimSite } from './output/claim.ts';
import { rememberSite } from './output/places.ts';
import { keyOfSite, rememberPublished, standingSite } from './unchanged.ts';

/**
 * Builds a site from a data folder and puts it in the place of the one before. Nothing that was published is touched
 * until the new site is whole and has passed every check.
 * @returns 0 when it is published, 1 when the data has errors
 * @throws Refusal or an error of the system, which the person at the terminal can mend; or a fault of the tool
 */
export async function buildSite(options: BuildOptions, effects: Effects): Promise<number> {
  const kept = { project: options.project, data: [options.data] };
  refuseMissing(options.without);
  const cache = await claimCache(options.cache, kept);
  const claim = await claimSite(options.out, kept, effects, (path) => standingSite(cache, path));
  try {
    await rememberSite(options.project, claim.path);
    const nyckel = await keyFromEnvironment(process.env);
    const inputs = await siteInputs(options.data, effects);
    const key = keyOfSite(inputs, options.without, nyckel);
    const { standing } = claim;
    if (standing?.key === key) {
      effects.detail(
        `Inget har ändrats sedan ”${options.out}” byggdes (${standing.rows} rader utan fel, ${standing.warning} varningar). Webbplatsen står kvar.`,
      );
      return 0;
    }
    // Only now is all that makes pages and files read: nothing of it is needed when nothing has changed.
    const { makeSite } = await import('./make-site.ts');
    const { counts } = await makeSite(claim, inputs, { ...options, cache, nyckel }, effects);
    if (counts.error > 0) return 1;
    await rememberPublished(cache, claim.path, { key, ...counts }, standing);
    return 0;
  } finally {
    await claim.release();
  }
}
