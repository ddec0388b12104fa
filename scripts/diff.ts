import { parseArgs } from 'node:util';
import { nodeEffects } from '../src/effects-node.ts';
import { readTables } from '../src/pipeline/diff/read.ts';
import { compare, diffCsv, diffText } from '../src/pipeline/diff/report.ts';
import { wrongUse } from './command.ts';

// What has changed between two data folders or two published versions, in any combination.
const USAGE = 'Så här används kommandot: npm run diff -- GAMMAL NY [--csv FIL]';

function parsed() {
  try {
    return parseArgs({ options: { csv: { type: 'string' } }, strict: true, allowPositionals: true });
  } catch {
    return wrongUse(`Okänt val. ${USAGE}`);
  }
}

const { values, positionals } = parsed();
const [older, newer] = positionals;
if (older === undefined || newer === undefined || positionals.length > 2)
  wrongUse(`Ange två mappar. ${USAGE}`);
const effects = nodeEffects();
const read = (folder: string) => readTables(folder, effects).catch((error: Error) => wrongUse(error.message));
const comparison = compare(await read(older), await read(newer));
effects.log(diffText(comparison));
if (values.csv !== undefined) await effects.writeFile(values.csv, diffCsv(comparison));
