import { readFile } from 'node:fs/promises';
import { nodeEffects } from '../src/effects-node.ts';
import { writeOver } from '../src/pipeline/output/written.ts';
import { deployFiles, isAsWritten } from '../src/serving/deploy.ts';
import { command, options, PROJECT } from './command.ts';

// Writes the set-ups of web servers from the lists in src/serving. One that somebody has changed by hand stays.
await command(async () => {
  options('deploy', []);
  const { log } = nodeEffects();
  for (const [path, content] of deployFiles()) {
    await writeOver(path, content, { project: PROJECT, data: [] }, async (real) =>
      isAsWritten(await readFile(real, 'utf8')),
    );
    log(path);
  }
  return 0;
});
