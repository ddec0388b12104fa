import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LOOPBACK, listen, siteServer } from '../src/serving/server.ts';
import { command, options, PROJECT } from './command.ts';
import { portOf } from './port.ts';

// Builds the site and serves it on this computer; with --host 0.0.0.0 to others on the same network too.
await command(async () => {
  const { port: asked = '4321', host = LOOPBACK, utan } = options('start', ['port', 'host', 'utan']);
  const port = portOf(asked);
  const args = [join(PROJECT, 'scripts/build.ts'), ...(utan === undefined ? [] : ['--utan', utan])];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) return status ?? 1;
  const address = await listen(siteServer('dist'), port, host);
  const got = Number(new URL(address).port);
  if (port !== 0 && got !== port) process.stdout.write(`Port ${port} är upptagen, så port ${got} används.\n`);
  process.stdout.write(`Webbplatsen finns på ${address} (avsluta med Ctrl+C)\n`);
  return 0;
});
