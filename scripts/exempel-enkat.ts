/**
 * Writes made-up survey answers into a data folder, so that the site can be shown before a publisher has imported
 * the real ones: `node scripts/exempel-enkat.ts [--data DIR]`. Only editions marked `"exempel": true` are written.
 * Their national shares equal the published figures in `publicerat.csv`; everything else about them is invented.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeEffects } from '../src/effects-node.ts';
import { commitChanges } from '../src/import/stage.ts';
import { command, options, pathOf } from './command.ts';
import { readSources } from './exempel-enkat/sources.ts';
import { exampleSurveys } from './exempel-enkat/survey.ts';
import { isAlive } from './import/alive.ts';

await command(async () => {
  const data = pathOf(options('exempel-enkat', ['data']).data, 'data');
  const sources = readSources((path) => readFileSync(join(data, path), 'utf8'));
  const surveys = [...exampleSurveys(sources)];
  const changes = surveys.map(([path, text]) => ({ path, content: new TextEncoder().encode(text) }));
  await commitChanges(data, changes, { pid: process.pid, alive: isAlive });
  const { log } = nodeEffects();
  for (const [path, text] of surveys) log(`${join(data, path)}: ${text.split('\n').length - 2} rader`);
  return 0;
});
