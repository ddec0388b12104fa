import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../import/plan.ts';
import { commitChanges } from '../import/stage.ts';
import { buildSite } from '../pipeline/build.ts';
import { Refusal } from '../refusal.ts';
import type { ReleaseEffects, ReleaseOptions } from './release-plan.ts';

/** A site built from the data folder as it would become; it is gone when closed. */
export type Preview = { readonly folder: string; readonly remove: () => Promise<void> };

/** Builds the site with a plan's changes, from a copy: the data folder and what is published stay as they are. */
export async function buildPreview(
  { project, data, cache }: Pick<ReleaseOptions, 'project' | 'data' | 'cache'>,
  plan: Plan,
  effects: ReleaseEffects,
): Promise<Preview> {
  const work = await mkdtemp(join(tmpdir(), 'oj-visning-'));
  const remove = () => rm(work, { recursive: true, force: true });
  try {
    const next = join(work, 'data');
    await cp(data, next, { recursive: true });
    await commitChanges(next, plan.changes, effects.stage);
    const said: string[] = [];
    const log = (line: string) => void said.push(line);
    const folder = join(work, 'webbplats');
    const code = await buildSite(
      { project, data: next, out: folder, cache, without: [] },
      { ...effects, log },
    );
    if (code !== 0) throw new Refusal(`Förhandsvisningen gick inte att bygga.\n${said.join('\n')}`);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
