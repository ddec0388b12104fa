import { refusePlaces } from '../src/desk/release.ts';
import { type DeskEffects, deskServer } from '../src/desk/server.ts';
import { KOLADA_URL } from '../src/import/kolada/import.ts';
import { SCB_URL } from '../src/import/scb/import.ts';
import { listen, siteServer } from '../src/serving/server.ts';
import { command, options } from './command.ts';
import { clientTo } from './import/source.ts';
import { portOf } from './port.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

/** How long a source may take to answer one call, in milliseconds. */
const PATIENCE = 30_000;

const deskEffects = (data: string): DeskEffects => ({
  ...releaseEffects(),
  sources: {
    kolada: KOLADA_URL,
    scb: SCB_URL,
    client: (base) => clientTo(base, { data, cache: undefined, offline: false, timeout: PATIENCE }),
  },
  serveSite: (folder) => listen(siteServer(folder), 0),
});

// Opens the publisher's desk on this machine only. It ends with Ctrl+C.
await command(async () => {
  const given = options('desk', ['data', 'out', 'port']);
  const places = releaseOptions(given);
  await refusePlaces(places);
  process.stdout.write('Läser datamappen …\n');
  const desk = await deskServer(places, deskEffects(places.data));
  const address = await listen(desk, portOf(given.port ?? '4330'));
  process.stdout.write(`Skrivbordet finns på ${address} (bara på den här datorn, avsluta med Ctrl+C)\n`);
  return 0;
});
