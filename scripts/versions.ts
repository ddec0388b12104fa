import { cleanVersions } from '../src/desk/versions.ts';
import { keyFromEnvironment } from '../src/pipeline/disclosure-key.ts';
import { command, options } from './command.ts';
import { releaseEffects, releaseOptions } from './release/effects.ts';

// Takes what is protected now out of the earlier versions that the data folder keeps. Without `--clean` it only lists
// what it would do.
await command(async () => {
  const { clean = false, data, utgavor } = options('versions', ['clean', 'data', 'utgavor']);
  const places = releaseOptions({ ...(data && { data }), ...(utgavor && { out: utgavor }) });
  const key = await keyFromEnvironment(process.env);
  return cleanVersions(places, releaseEffects(), { write: clean, key });
});
