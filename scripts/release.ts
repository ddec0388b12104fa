import { planRelease, publishRelease, releaseText } from '../src/desk/release.ts';
import { undoRelease } from '../src/desk/undo.ts';
import { command, EXIT, parsed } from './command.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

const USAGE =
  'npm run release -- [--publicera] [--undo] [--data MAPP] [--out MAPP] [--version 2026.2] [--nyckel FIL.pem]. Utan --publicera visas bara vad som skulle hända.';

await command(async () => {
  const { values } = parsed(['publicera', 'undo', 'data', 'out', 'cache', 'version', 'nyckel'], false, USAGE);
  const effects = releaseEffects();
  const options = releaseOptions(values);
  if (values.undo) return undoRelease(options, effects);
  if (values.publicera) return publishRelease(options, effects);
  const plan = await planRelease(options, effects);
  effects.log(releaseText(plan));
  effects.log('Inget har skrivits. Kör samma kommando med --publicera för att ge ut.');
  return plan.items.some((i) => i.stops) ? EXIT.failed : 0;
});
