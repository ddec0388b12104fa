import { escapeXml } from '../../markup/escape.ts';
import { rulePath } from '../../markup/paths.ts';
import type { Finding, ValidationReport } from '../../model/finding.ts';
import { type FileGroups, groupFindings, rowsText, summary } from './groups.ts';

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { max-width: 75rem; margin: 0 auto; padding: 1.5rem; }
h2 { margin-top: 2.5rem; overflow-wrap: anywhere; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1.5rem; }
caption { text-align: left; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-top: 1px solid #8888; }
td.row { font-variant-numeric: tabular-nums; text-align: right; }
code { overflow-wrap: anywhere; white-space: pre-wrap; }
.severity { font-weight: 700; }
@media print { body { max-width: none; } tr { break-inside: avoid; } }
`;

/**
 * The report as one HTML page that needs nothing else: no script, no file, no network.
 * @param site address of the site whose pages explain the rules, with final slash; without one nothing is linked
 */
export function htmlReport({ findings, counts }: ValidationReport, site?: string): string {
  const verdict = counts.error > 0 ? 'Datamappen har fel' : 'Datamappen går att publicera';
  const files = groupFindings(findings);
  return `<!DOCTYPE html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${verdict} – granskning av datamapp</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${verdict}</h1>
<p>${escapeXml(summary(counts))}</p>
${counts.error > 0 ? '<p>Fel måste rättas innan något kan publiceras. Varningar är för dig att bedöma.</p>' : ''}
${contents(files)}
${files.map((f, i) => section(f, i, site)).join('\n')}
</main>
</body>
</html>
`;
}

function contents(files: readonly FileGroups[]): string {
  if (files.length < 2) return '';
  const items = files.map(({ file, groups }, i) => {
    const count = groups.reduce((sum, g) => sum + g.findings.length, 0);
    return `<li><a href="#fil-${i + 1}">${escapeXml(file)}</a> (${count})</li>`;
  });
  return `<nav aria-label="Filer"><ul>\n${items.join('\n')}\n</ul></nav>`;
}

/** A code, linked to the page of its rule where there is one. */
function codeLink(code: string, site: string | undefined): string {
  const shown = `<code>${escapeXml(code)}</code>`;
  return site === undefined ? shown : `<a href="${escapeXml(site)}${rulePath(code).slice(1)}">${shown}</a>`;
}

function section({ file, groups }: FileGroups, i: number, site: string | undefined): string {
  const tables = groups.map(({ code, findings: [first, ...rest] }, j) => {
    const id = `fil-${i + 1}-${j + 1}`;
    const severity = first.severity === 'error' ? 'Fel' : 'Varning';
    const caption = `<span class="severity">${severity}:</span> ${escapeXml(first.rule)} ${codeLink(code, site)} (${rest.length + 1})`;
    return `<div class="table" role="group" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr><th scope="col">Rad</th><th scope="col">Kolumn</th><th scope="col">Värde</th><th scope="col">Vad som är fel</th><th scope="col">Förslag</th></tr></thead>
<tbody>
${[first, ...rest].map(row).join('\n')}
</tbody>
</table>
</div>`;
  });
  return `<section aria-labelledby="fil-${i + 1}">
<h2 id="fil-${i + 1}">${escapeXml(file)}</h2>
${tables.join('\n')}
</section>`;
}

/** What a finding may lack: an empty cell then. */
const optional = (text: string | null): string => (text === null ? '' : escapeXml(text));

function row(f: Finding): string {
  const value = f.value === null ? '' : `<code>${escapeXml(f.value)}</code>`;
  return `<tr><td class="row">${rowsText(f)}</td><td>${optional(f.column)}</td><td>${value}</td><td>${escapeXml(f.message)}</td><td>${optional(f.suggestion)}</td></tr>`;
}
