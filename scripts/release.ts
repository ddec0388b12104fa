import { parseArgs } from 'node:util';
import { planRelease, publishRelease, releaseText, undoRelease } from '../src/desk/release.ts';
import { Refusal } from '../src/refusal.ts';
import { command, EXIT } from './command.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

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
  const effects = releaseEffects();
  const { data, out, cache, version, nyckel } = values;
  const options = releaseOptions({
    ...(data && { data }),
    ...(out && { out }),
    ...(cache && { cache }),
    ...(version && { version }),
    ...(nyckel && { nyckel }),
  });
  if (values.undo) return undoRelease(options, effects);
  if (values.publicera) return publishRelease(options, effects);
  const plan = await planRelease(options, effects);
  effects.log(releaseText(plan));
  effects.log('Inget har skrivits. Kör samma kommando med --publicera för att ge ut.');
  return plan.items.some((i) => i.stops) ? EXIT.failed : 0;
});
