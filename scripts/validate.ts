import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { nodeEffects } from '../src/effects-node.ts';
import { didYouMean } from '../src/ingest/nearest.ts';
import { REPORTS, type ReportFormat } from '../src/ingest/report/index.ts';
import { parsedJson } from '../src/pipeline/json.ts';
import { load } from '../src/pipeline/load.ts';
import { refuseReport, writeReport } from '../src/pipeline/output/written.ts';
import { RULEBOOK } from '../src/pipeline/rulebook.ts';
import { Refusal } from '../src/refusal.ts';
import { ruleHelp } from '../src/text/rule-help.ts';
import { command, EXIT, options, PROJECT, pathOf } from './command.ts';

/** What a code means, in a few lines. @throws Refusal with those that are like it when there is none */
function explained(code: string): string {
  const rule = Object.hasOwn(RULEBOOK, code) ? RULEBOOK[code] : undefined;
  if (!rule) throw new Refusal(`Det finns ingen regel ”${code}”. ${didYouMean(code, Object.keys(RULEBOOK))}`);
  const grave =
    rule.severity === 'error' ? 'Fel: inget publiceras förrän det är rättat.' : 'Varning: du avgör själv.';
  const help = ruleHelp(code);
  const more = help ? `Så uppstår det: ${help.arises}\nSå rättas det: ${help.mend}\n` : '';
  return `${code}\n${rule.rule}\n${grave}\n${more}Vad som är fel på varje ställe står i rapporten.\n`;
}

const Site = z.object({ webbplats: z.string().regex(/^https?:\/\/.*\/$/) });

/** Where the folder's site stands, also when the folder has errors; undefined when the file does not say. */
function siteOf(data: string): string | undefined {
  try {
    return parsedJson(Site, readFileSync(join(data, 'publicering.json'), 'utf8'))?.webbplats;
  } catch {
    return undefined;
  }
}

const isFormat = (name: string): name is ReportFormat => Object.hasOwn(REPORTS, name);

// Exit codes: 0 nothing that stops a publication, 1 errors in the data, 2 wrong use.
await command(async () => {
  const {
    data: given,
    format = 'text',
    out,
    explain,
  } = options('validate', ['data', 'format', 'out', 'explain']);
  if (explain !== undefined) {
    process.stdout.write(explained(explain));
    return 0;
  }
  if (!isFormat(format))
    throw new Refusal(`Okänt format ”${format}”. Välj ${Object.keys(REPORTS).join(', ')}.`);
  const data = pathOf(given, 'data');
  const kept = { project: PROJECT, data: [data] };
  const file = out === undefined ? null : pathOf(out, out);
  if (file !== null) await refuseReport(file, kept);
  const { report } = await load(data, nodeEffects());
  const content = REPORTS[format](report, out !== undefined, siteOf(data));
  if (file === null) process.stdout.write(content);
  else await writeReport(file, content, kept);
  return report.counts.error > 0 ? EXIT.failed : 0;
});
