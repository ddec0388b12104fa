import { CHECK_RULES } from '../src/checks/rules.ts';
import { nodeEffects } from '../src/effects-node.ts';
import { didYouMean } from '../src/ingest/nearest.ts';
import { REPORTS, type ReportFormat } from '../src/ingest/report/index.ts';
import { INGEST_RULES } from '../src/ingest/rules.ts';
import type { Rulebook } from '../src/model/rulebook.ts';
import { load } from '../src/pipeline/load.ts';
import { writeReport } from '../src/pipeline/output/written.ts';
import { DISCLOSURE_RULES } from '../src/pipeline/protect.ts';
import { Refusal } from '../src/refusal.ts';
import { command, EXIT, options, PROJECT, pathOf } from './command.ts';

const RULEBOOK: Rulebook<string> = { ...INGEST_RULES, ...CHECK_RULES, ...DISCLOSURE_RULES };

/** What a code means, in a few lines. @throws Refusal with those that are like it when there is none */
function explained(code: string): string {
  const rule = Object.hasOwn(RULEBOOK, code) ? RULEBOOK[code] : undefined;
  if (!rule) throw new Refusal(`Det finns ingen regel ”${code}”. ${didYouMean(code, Object.keys(RULEBOOK))}`);
  const grave =
    rule.severity === 'error' ? 'Fel: inget publiceras förrän det är rättat.' : 'Varning: du avgör själv.';
  return `${code}\n${rule.rule}\n${grave}\nVad som är fel på varje ställe, och hur det rättas, står i rapporten.\n`;
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
  const { report } = await load(data, nodeEffects());
  const content = REPORTS[format](report, out !== undefined);
  if (out === undefined) process.stdout.write(content);
  else await writeReport(pathOf(out, out), content, { project: PROJECT, data: [data] });
  return report.counts.error > 0 ? EXIT.failed : 0;
});
