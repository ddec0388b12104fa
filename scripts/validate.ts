import { nodeEffects } from '../src/effects-node.ts';
import { load } from '../src/pipeline/load.ts';
import { reportText } from '../src/pipeline/report-text.ts';
import { options, wrongUse } from './command.ts';

const { data = 'data', format = 'text', out } = options('validate', ['data', 'format', 'out']);
if (format !== 'text' && format !== 'json') wrongUse(`Okänt format ”${format}”. Välj text eller json.`);
const effects = nodeEffects();
const { report } = await load(data, effects).catch((error: Error) => wrongUse(error.message));
const content = format === 'json' ? JSON.stringify(report, null, 2) : reportText(report);
if (out === undefined) effects.log(content);
else await effects.writeFile(out, `${content}\n`);
process.exitCode = report.counts.error > 0 ? 1 : 0;
