import { type Finding, findingText, type ValidationReport } from '../../model/finding.ts';
import { BOUNDS } from '../../model/limits.ts';
import { groupFindings, summary, whereIn } from './groups.ts';
import { htmlReport } from './html.ts';

/** Where the report is not asked for whole. */
const { shown: SHOWN, shownRows: SHOWN_ROWS } = BOUNDS.findings;

/**
 * The report as text, without colours: findings by file and kind, the rule stated once a kind, and the sum last, where
 * the eye is when it has scrolled by.
 * @param whole false for a terminal: then only the first of many of a kind are written, and how many there are more
 */
export function textReport({ findings, counts }: ValidationReport, whole = true): string {
  const files = groupFindings(findings).map(({ file, groups }) => {
    const lines = groups.flatMap(({ code, findings: [first, ...rest] }) => {
      const all = [first, ...rest];
      const shown = whole ? all : all.slice(0, SHOWN);
      const left = all.length - shown.length;
      return [
        `  ${first.severity === 'error' ? 'FEL' : 'VARNING'} ${code} (${all.length}). ${first.rule}`,
        ...shown.map((finding) => `    ${line(finding, whole ? undefined : SHOWN_ROWS)}`),
        ...(left > 0 ? [`    … och ${left} till. Alla skrivs med --out FIL.`] : []),
      ];
    });
    return [printable(file), ...lines].join('\n');
  });
  return `${[...files, summary(counts)].join('\n\n')}\n`;
}

function line(finding: Finding, mostRows: number | undefined): string {
  const where = whereIn(finding, mostRows);
  const text = findingText(finding);
  return printable(where === '' ? text : `${where}: ${text}`);
}

/** Control characters shown as such: a data file must not be able to write to somebody's terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The report for programs: `{"findings": […], "counts": {…}}`, one finding a line so that it can be searched. */
function jsonReport({ findings, counts }: ValidationReport): string {
  const { error, warning, rows, files } = counts;
  const lines = findings.map((f) =>
    JSON.stringify({
      severity: f.severity,
      code: f.code,
      file: f.file,
      row: f.row,
      alsoRows: f.alsoRows,
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

/** The forms a validation report can take, by the name that `--format` has. */
export const REPORTS: Readonly<
  Record<'text' | 'json' | 'html', (report: ValidationReport, whole?: boolean, site?: string) => string>
> = {
  text: textReport,
  json: jsonReport,
  html: (report, _, site) => htmlReport(report, site),
};

export type ReportFormat = keyof typeof REPORTS;
