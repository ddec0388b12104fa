import type { ValidationReport } from '../../model/finding.ts';
import { htmlReport } from './html.ts';
import { jsonReport } from './json.ts';
import { textReport } from './text.ts';

/** The forms a validation report can take, by the name that `--format` has. */
export const REPORTS: Readonly<Record<'text' | 'json' | 'html', (report: ValidationReport) => string>> = {
  text: textReport,
  json: jsonReport,
  html: htmlReport,
};

export type ReportFormat = keyof typeof REPORTS;
