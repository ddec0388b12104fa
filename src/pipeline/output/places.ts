import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Effects } from '../../effects.ts';
import { parsedJson } from '../json.ts';
import { mendSite } from './claim.ts';
import { inOneStep } from './written.ts';

const PLACES = z.array(z.string());

/** Places from the oldest on are forgotten beyond this many; a build to one of them mends it all the same. */
const REMEMBERED = 20;

const memoryOf = (project: string) => join(project, '.cache/platser.json');

/** Notes where a site is built, so that whichever command comes next can put right what a cut-off build left. */
export async function rememberSite(project: string, out: string): Promise<void> {
  const others = (await places(project)).filter((place) => place !== out);
  await mkdir(join(project, '.cache'), { recursive: true });
  await inOneStep(memoryOf(project), JSON.stringify([...others, out].slice(-REMEMBERED)));
}

/** Puts right, at every place where this project has built a site, what commands that were cut off have left. */
export async function mendSites(project: string, effects: Pick<Effects, 'now' | 'log'>): Promise<void> {
  for (const place of await places(project)) await mendSite(place, effects);
}

async function places(project: string): Promise<readonly string[]> {
  const text = await readFile(memoryOf(project), 'utf8').catch(() => '[]');
  return parsedJson(PLACES, text) ?? [];
}
