import { nodeEffects } from '../src/effects-node.ts';
import { REPORTS, type ReportFormat } from '../src/ingest/report/index.ts';
import { load } from '../src/pipeline/load.ts';
import { writeReport } from '../src/pipeline/output/written.ts';
import { Refusal } from '../src/refusal.ts';
import { command, EXIT, options, PROJECT, pathOf } from './command.ts';

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(REPORTS, name);

// Exit codes: 0 nothing that stops a publication, 1 errors in the data, 2 wrong use.
await command(async () => {
  const { data: given, format = 'text', out } = options('validate', ['data', 'format', 'out']);
  if (!isFormat(format))
    throw new Refusal(`Okänt format ”${format}”. Välj ${Object.keys(REPORTS).join(', ')}.`);
  const data = pathOf(given, 'data');
  const { report } = await load(data, nodeEffects());
  const content = REPORTS[format](report, out !== undefined);
  if (out === undefined) process.stdout.write(content);
  else await writeReport(pathOf(out, out), content, { project: PROJECT, data: [data] });
  return report.counts.error > 0 ? EXIT.failed : 0;
});
