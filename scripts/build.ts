import { nodeEffects } from '../src/effects-node.ts';
import { buildSite } from '../src/pipeline/build.ts';
import { leavable } from '../src/pipeline/files/leavable.ts';
import { command, options, PROJECT, pathOf } from './command.ts';

await command(async () => {
  const given = options('build', ['data', 'out', 'cache', 'utan', 'tyst', 'quiet']);
  return buildSite(
    {
      project: PROJECT,
      data: pathOf(given.data, 'data'),
      out: pathOf(given.out, 'dist'),
      cache: pathOf(given.cache, '.cache/bygge'),
      without: leavable(given.utan),
    },
    nodeEffects({ quiet: given.tyst === true || given.quiet === true }),
  );
});
