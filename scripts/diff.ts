import { nodeEffects } from '../src/effects-node.ts';
import { readTables } from '../src/pipeline/diff/read.ts';
import { compare, diffCsv, diffText } from '../src/pipeline/diff/report.ts';
import { refuseReport, writeReport } from '../src/pipeline/output/written.ts';
import { Refusal } from '../src/refusal.ts';
import { command, PROJECT, parsed, pathOf } from './command.ts';

// What has changed between two data folders or two published versions, in any combination.
const USAGE = 'npm run diff -- GAMMAL NY [--csv FIL]';

await command(async () => {
  const { values, positionals } = parsed(['csv'], true, USAGE);
  const [older, newer] = positionals;
  if (older === undefined || newer === undefined || positionals.length > 2)
    throw new Refusal(`Ange två mappar. Så här används kommandot: ${USAGE}`);
  const effects = nodeEffects();
  const data = [older, newer].map((folder) => pathOf(folder, folder));
  const kept = { project: PROJECT, data };
  const csv = values.csv === undefined ? null : pathOf(values.csv, values.csv);
  if (csv !== null) await refuseReport(csv, kept);
  const [before, after] = [
    await readTables(data[0] ?? older, effects),
    await readTables(data[1] ?? newer, effects),
  ];
  const comparison = compare(before, after);
  effects.log(diffText(comparison));
  if (csv !== null) await writeReport(csv, diffCsv(comparison), kept);
  return 0;
});
