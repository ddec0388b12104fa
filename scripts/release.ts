import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checklistItem } from '../src/desk/checklist.ts';
import {
  planRelease,
  publishRelease,
  type ReleaseEffects,
  releaseText,
  undoRelease,
} from '../src/desk/release.ts';
import { nodeEffects } from '../src/effects-node.ts';
import { runProgram } from '../src/pipeline/program.ts';
import { Refusal } from '../src/refusal.ts';
import { command, EXIT, PROJECT, pathOf } from './command.ts';
import { isAlive } from './import/alive.ts';

const USAGE =
  'npm run release -- [--publicera] [--undo] [--data MAPP] [--out MAPP] [--version 2026.2] [--nyckel FIL.pem]. Utan --publicera visas bara vad som skulle hända.';

function given() {
  try {
    return parseArgs({
      options: {
        publicera: { type: 'boolean' },
        undo: { type: 'boolean' },
        data: { type: 'string' },
        out: { type: 'string' },
        cache: { type: 'string' },
        version: { type: 'string' },
        nyckel: { type: 'string' },
      },
      strict: true,
    }).values;
  } catch {
    throw new Refusal(`Okänt val. Så här används kommandot: ${USAGE}`);
  }
}

await command(async () => {
  const values = given();
  const effects: ReleaseEffects = {
    ...nodeEffects(),
    stage: { pid: process.pid, alive: isAlive },
    // The same test of accessibility that `npm test` runs, on the site that is to be published.
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
  const options = {
    project: PROJECT,
    data: pathOf(values.data, 'data'),
    out: pathOf(values.out, 'utgavor'),
    cache: pathOf(values.cache, '.cache/bygge'),
    version: values.version ?? null,
    key: values.nyckel === undefined ? null : pathOf(values.nyckel, values.nyckel),
  };
  if (values.undo) return undoRelease(options, effects);
  if (values.publicera) return publishRelease(options, effects);
  const plan = await planRelease(options, effects);
  effects.log(releaseText(plan));
  effects.log('Inget har skrivits. Kör samma kommando med --publicera för att ge ut.');
  return plan.items.some((i) => i.stops) ? EXIT.failed : 0;
});
