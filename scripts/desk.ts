import { refusePlaces } from '../src/desk/release.ts';
import { deskServer } from '../src/desk/server.ts';
import { listen } from '../src/serving/server.ts';
import { command, options } from './command.ts';
import { portOf } from './port.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

// Opens the publisher's desk on this machine only. It ends with Ctrl+C.
await command(async () => {
  const given = options('desk', ['data', 'out', 'port']);
  const places = releaseOptions(given);
  await refusePlaces(places);
  const address = await listen(deskServer(places, releaseEffects()), portOf(given.port ?? '4330'));
  process.stdout.write(`Skrivbordet finns på ${address} (bara på den här datorn, avsluta med Ctrl+C)\n`);
  return 0;
});
