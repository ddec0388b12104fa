import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { listen, siteServer } from '../src/serving/server.ts';
import { command, options, PROJECT } from './command.ts';

await command(async () => {
  const { port = '4321', utan } = options('start', ['port', 'utan']);
  const args = [join(PROJECT, 'scripts/build.ts'), ...(utan === undefined ? [] : ['--utan', utan])];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  const address = await listen(siteServer('dist'), Number(port));
  process.stdout.write(`Webbplatsen finns på ${address} (avsluta med Ctrl+C)\n`);
  return 0;
});
