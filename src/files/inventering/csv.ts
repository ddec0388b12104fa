import { FIGURE_COLUMNS, figureRows } from '../../content/inventering/rows.ts';
import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import { csvText } from '../tables/csv-text.ts';
import { SWEDISH_EXCEL } from '../tables/table.ts';
import { blanks, NOBODY, TEMPLATE_COLUMNS, type TemplateFor } from './template.ts';

/** The template as CSV that a Swedish Excel opens in columns. */
export function templateCsv(form: Formular, { kommunkod, ar }: TemplateFor = NOBODY): string {
  const rows = blanks(form).map((b) => [kommunkod, ar, b.uppgift, b.kon, b.alder, '', '']);
  return csvText([TEMPLATE_COLUMNS, ...rows], SWEDISH_EXCEL);
}

/** The protected figures as CSV for a Swedish Excel: what the tool in the browser saves. */
export const compiledCsv = (years: readonly Inventering[], form: Formular): string =>
  csvText([FIGURE_COLUMNS, ...figureRows(years, form)], SWEDISH_EXCEL);
