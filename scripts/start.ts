import { spawnSync } from 'node:child_process';
import { listen, siteServer } from '../src/serving/server.ts';
import { options } from './command.ts';

const { port = '4321' } = options('start', ['port']);
const { status } = spawnSync(process.execPath, ['scripts/build.ts'], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const address = await listen(siteServer('dist'), Number(port));
process.stdout.write(`Webbplatsen finns på ${address} (avsluta med Ctrl+C)\n`);
