/**
 * Writes made-up survey answers into a data folder, so that the site can be shown before a publisher has imported
 * the real ones: `node scripts/exempel-enkat.ts [--data DIR]`. Only editions marked `"exempel": true` are written.
 * Their national shares equal the published figures in `publicerat.csv`; everything else about them is invented.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSources } from './exempel-enkat/sources.ts';
import { exampleSurveys } from './exempel-enkat/survey.ts';

const { values } = parseArgs({ options: { data: { type: 'string', default: 'data' } } });

const sources = readSources((path) => readFileSync(join(values.data, path), 'utf8'));
for (const [path, text] of exampleSurveys(sources)) {
  const file = join(values.data, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(`${file}: ${text.split('\n').length - 2} rader`);
}
