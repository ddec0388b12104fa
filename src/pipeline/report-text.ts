import type { Finding, ValidationReport } from '../model/finding.ts';

/** The report as terminal text: every finding, grouped by file, with a count last. Nothing is left out. */
export function reportText({ findings, counts }: ValidationReport): string {
  const files = new Map<string, Finding[]>();
  for (const f of findings) files.set(f.file, [...(files.get(f.file) ?? []), f]);
  const groups = [...files].map(([file, list]) => [file, ...list.flatMap(lines)].join('\n'));
  const total = `${counts.error} fel, ${counts.warning} varningar i ${counts.rows} rader och ${counts.files} filer.`;
  return [...groups, total].join('\n\n');
}

function lines(f: Finding): readonly string[] {
  const where = [f.row === null ? '' : `rad ${f.row}`, f.column === null ? '' : `kolumn ${f.column}`]
    .filter((part) => part !== '')
    .join(', ');
  const value = f.value === null ? '' : ` [${f.value}]`;
  return [
    `  ${f.severity === 'error' ? 'FEL' : 'VARNING'} ${where}${value} ${f.message} (${f.code})`,
    `    Regel: ${f.rule}`,
    ...(f.suggestion === null ? [] : [`    Förslag: ${f.suggestion}`]),
  ];
}
