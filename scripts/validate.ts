import { nodeEffects } from '../src/effects-node.ts';
import { REPORTS, type ReportFormat } from '../src/ingest/report/index.ts';
import { load } from '../src/pipeline/load.ts';
import { options, wrongUse } from './command.ts';

// Exit codes: 0 nothing that stops a publication, 1 errors in the data, 2 wrong use.
const { data = 'data', format = 'text', out } = options('validate', ['data', 'format', 'out']);
const isFormat = (name: string): name is ReportFormat => Object.hasOwn(REPORTS, name);
if (!isFormat(format)) wrongUse(`Okänt format ”${format}”. Välj ${Object.keys(REPORTS).join(', ')}.`);

const effects = nodeEffects();
const { report } = await load(data, effects).catch((error: Error) => wrongUse(error.message));
const content = REPORTS[format](report);
if (out === undefined) process.stdout.write(content);
else await effects.writeFile(out, content).catch(() => wrongUse(`Det går inte att skriva till ”${out}”.`));
process.exitCode = report.counts.error > 0 ? 1 : 0;
