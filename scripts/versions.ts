import { parseArgs } from 'node:util';
import { cleanVersions } from '../src/desk/versions.ts';
import { keyFromEnvironment } from '../src/pipeline/disclosure-key.ts';
import { Refusal } from '../src/refusal.ts';
import { command } from './command.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

const USAGE =
  'npm run versions -- [--clean] [--data MAPP] [--out MAPP]. Utan --clean visas bara vad som skulle ändras.';

function given() {
  try {
    return parseArgs({
      options: { clean: { type: 'boolean' }, data: { type: 'string' }, out: { type: 'string' } },
      strict: true,
    }).values;
  } catch {
    throw new Refusal(`Okänt val. Så här används kommandot: ${USAGE}`);
  }
}

// Takes what is protected now out of the earlier versions that the data folder keeps.
await command(async () => {
  const { clean = false, data, out } = given();
  const options = releaseOptions({ ...(data && { data }), ...(out && { out }) });
  const key = await keyFromEnvironment(process.env);
  return cleanVersions(options, releaseEffects(), { write: clean, key });
});
