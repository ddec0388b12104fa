import { resolve } from 'node:path';
import { checklistItem } from '../../src/desk/checklist.ts';
import type { ReleaseEffects, ReleaseOptions } from '../../src/desk/release-plan.ts';
import { nodeEffects } from '../../src/effects-node.ts';
import { runProgram } from '../../src/pipeline/program.ts';
import { PROJECT, pathOf } from '../command.ts';
import { isAlive } from '../import/alive.ts';

/** The real world of a release; the built site is looked at by the same test of accessibility as `npm test` runs. */
export function releaseEffects(): ReleaseEffects {
  return {
    ...nodeEffects(),
    stage: { pid: process.pid, alive: isAlive },
    verify: async (site) => {
      try {
        const run = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'site', 'tests/e2e/pages.test.ts'];
        await runProgram(run, { OJ_SITE: resolve(site) });
        return [];
      } catch {
        return [
          checklistItem('tillganglighet', 'Provet av sidornas tillgänglighet gick inte igenom. Se ovan.'),
        ];
      }
    },
  };
}

type Given = Partial<Record<'data' | 'out' | 'cache' | 'version' | 'nyckel', string>>;

/** Where a release reads and writes, from the options of a command. */
export const releaseOptions = (given: Given): ReleaseOptions => ({
  project: PROJECT,
  data: pathOf(given.data, 'data'),
  out: pathOf(given.out, 'utgavor'),
  cache: pathOf(given.cache, '.cache/bygge'),
  version: given.version ?? null,
  key: given.nyckel === undefined ? null : pathOf(given.nyckel, given.nyckel),
});
