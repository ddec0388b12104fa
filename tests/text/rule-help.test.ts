import { expect, it } from 'vitest';
import { htmlReport } from '../../src/ingest/report/html.ts';
import { loadFiles } from '../../src/pipeline/load.ts';
import { RULEBOOK } from '../../src/pipeline/rulebook.ts';
import { HELPED, ruleHelp } from '../../src/text/rule-help.ts';
import { folder, write } from '../ingest/folder.ts';

it('every rule says how it arises and how it is mended, and nothing else does', () => {
  expect([...HELPED].toSorted()).toEqual(Object.keys(RULEBOOK).toSorted());
  for (const code of Object.keys(RULEBOOK)) {
    const help = ruleHelp(code);
    expect(help?.arises).toMatch(/^\p{Lu}.{20,}\.$|^\d.{20,}\.$/u);
    expect(help?.mend).toMatch(/^\p{Lu}.{8,}\.$/u);
  }
});

it('the report leads from a finding to the page of its rule', async () => {
  const { report } = await loadFiles(folder(write('publicering.json', '{')));
  const code = report.findings[0]?.code ?? '';
  expect(htmlReport(report, 'https://example.se/')).toContain(
    `<a href="https://example.se/regler/${code}/">`,
  );
  expect(htmlReport(report)).not.toContain('<a href="https');
});
