import { nodeEffects } from '../src/effects-node.ts';
import { deployFiles } from '../src/serving/deploy.ts';
import { command, options } from './command.ts';

// Writes the set-ups of web servers from the lists in src/serving.
await command(async () => {
  options('deploy', []);
  const { writeFile, log } = nodeEffects();
  for (const [path, content] of deployFiles()) {
    await writeFile(path, content);
    log(path);
  }
  return 0;
});
