import { compile } from '../../content/inventering/report.ts';
import { FIGURE_COLUMNS, figureRows, type Row } from '../../content/inventering/rows.ts';
import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import type { Formular } from '../../model/formular.ts';
import type { Inventering } from '../../model/inventering.ts';
import type { Release } from '../../model/release.ts';
import type { Zip } from '../common/zip.ts';
import { NO_ANSWER, protectionSentence } from '../inventering/html.ts';
import { type Sheet, sheetColumn } from './sheet.ts';
import { workbookBytes } from './workbook.ts';

/** The protected figures as a workbook: the answers first, then every figure. */
export function compiledWorkbook(
  years: readonly Inventering[],
  form: Formular,
  release: Release,
  zip: Zip,
): Uint8Array {
  const report = compile(years, form);
  const { kommun, exempel } = report;
  const title = `Inventering: ${kommun} ${report.years.join(', ')}`;
  const answers: Sheet = {
    name: 'Svar',
    title,
    example: exempel,
    note: protectionSentence(report),
    fixed: 1,
    columns: [sheetColumn('Fråga', 50, 'wrap'), sheetColumn('Svar', 100, 'wrap')],
    rows: [
      ...report.parts.flatMap((p) =>
        [...(p.answers.length > 0 ? p.answers : [NO_ANSWER]), ...p.remarks].map(
          (a, i): Row => [i === 0 ? p.question : null, a],
        ),
      ),
      ...report.patterns.map((p, i): Row => [i === 0 ? 'Återkommande mönster' : null, p]),
      ...report.next.map((n, i): Row => [i === 0 ? 'Nästa steg' : null, `${n.namn}: ${n.fragor.join(' ')}`]),
    ],
    empty: 'Inga svar.',
  };
  const figures: Sheet = {
    name: 'Siffror',
    title,
    example: exempel,
    note: `${ABSENCE_SYMBOL.skyddad} är en skyddad uppgift. Fri text finns inte här.`,
    fixed: 2,
    columns: FIGURE_COLUMNS.map((name) =>
      name === 'Antal'
        ? sheetColumn(name, 12, 'tal0')
        : name === 'År'
          ? sheetColumn(name, 8, 'year')
          : sheetColumn(name, name === 'Uppgift' ? 50 : 26, 'wrap'),
    ),
    rows: figureRows(years, form),
    empty: 'Inga siffror.',
  };
  return workbookBytes([answers, figures], { title, subject: title }, release, zip);
}
