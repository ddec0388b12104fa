import type { ValidationReport } from '../../model/finding.ts';

/** The report for programs: `{"findings": […], "counts": {…}}`, one finding a line so that it can be searched. */
export function jsonReport({ findings, counts }: ValidationReport): string {
  const { error, warning, rows, files } = counts;
  const lines = findings.map((f) =>
    JSON.stringify({
      severity: f.severity,
      code: f.code,
      file: f.file,
      row: f.row,
      column: f.column,
      value: f.value,
      rule: f.rule,
      message: f.message,
      suggestion: f.suggestion,
    }),
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`;
  return `{"findings": ${list},\n"counts": ${JSON.stringify({ error, warning, rows, files })}}\n`;
}
