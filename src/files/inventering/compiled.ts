import { ABSENCE_SYMBOL } from '../../model/absence.ts';
import { ALDRAR, DELAR, UPPGIFTER } from '../../model/inventering.ts';
import type { Release } from '../../model/release.ts';
import { ageLabel } from '../../text/inventering.ts';
import { column, type Sheet } from '../xlsx/sheet.ts';
import { workbookBytes } from '../xlsx/workbook.ts';
import { type ProtectedYear, type Shown, shownIn } from './figures.ts';
import { protectionSentence } from './html.ts';
import { compile } from './report.ts';

type Row = readonly (string | number | null)[];

const COLUMNS = [
  'Kommun',
  'År',
  'Del',
  'Uppgift',
  'Kön',
  'Ålder',
  'Antal',
  'Enhet',
  'Skäl',
  'Exempeldata',
] as const;
const SEX = { T: 'Alla', K: 'Kvinnor', M: 'Män' } as const;

/** Every figure that may be shown, one a row; a hidden one with its sign and the reason. Free text is left out. */
function rowsOf(years: readonly ProtectedYear[]): readonly Row[] {
  const parts = new Map<string, string>(DELAR.map((d) => [d.kod, d.namn]));
  return years.flatMap((year) =>
    UPPGIFTER.flatMap(({ kod, del, namn, enhet }) =>
      (['T', 'K', 'M'] as const).flatMap((kon) =>
        ALDRAR.flatMap((alder): readonly Row[] => {
          const shown = shownIn(year, kod, kon, alder);
          if (shown.kind === 'saknas' || enhet === 'text') return [];
          const { namn: kommun, ar, exempel } = year.inventering;
          return [
            [
              kommun,
              ar,
              parts.get(del) ?? del,
              namn,
              SEX[kon],
              ageLabel(alder),
              numberOf(shown),
              enhet,
              reasonOf(shown),
              exempel ? 'ja' : 'nej',
            ],
          ];
        }),
      ),
    ),
  );
}

const numberOf = (shown: Shown) => (shown.kind === 'tal' ? shown.tal : ABSENCE_SYMBOL.skyddad);
const reasonOf = (shown: Shown) => (shown.kind === 'skyddad' ? 'skyddad uppgift' : '');

const quoted = (cell: string | number | null): string => {
  const text = String(cell ?? '');
  return /[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** The protected figures as CSV for a Swedish Excel. */
export function compiledCsv(years: readonly ProtectedYear[]): string {
  const rows = [COLUMNS, ...rowsOf(years)].map((row) => row.map(quoted).join(';'));
  return `\ufeff${rows.join('\r\n')}\r\n`;
}

/** The protected figures as a workbook: the answers first, then every figure. */
export function compiledWorkbook(years: readonly ProtectedYear[], release: Release): Uint8Array {
  const report = compile(years);
  const { kommun, exempel } = report;
  const title = `Inventering: ${kommun} ${report.years.join(', ')}`;
  const answers: Sheet = {
    name: 'Svar',
    title,
    example: exempel,
    note: protectionSentence(report),
    fixed: 1,
    columns: [column('Fråga', 50, 'wrap'), column('Svar', 100, 'wrap')],
    rows: [
      ...report.parts.flatMap((p) => p.answers.map((a, i): Row => [i === 0 ? p.question : null, a])),
      ...report.patterns.map((p, i): Row => [i === 0 ? 'Återkommande mönster' : null, p]),
    ],
    empty: 'Inga svar.',
  };
  const figures: Sheet = {
    name: 'Siffror',
    title,
    example: exempel,
    note: `${ABSENCE_SYMBOL.skyddad} är en skyddad uppgift. Fri text finns inte här.`,
    fixed: 2,
    columns: COLUMNS.map((name) =>
      name === 'Antal'
        ? column(name, 12, 'tal0')
        : name === 'År'
          ? column(name, 8, 'year')
          : column(name, name === 'Uppgift' ? 50 : 26, 'wrap'),
    ),
    rows: rowsOf(years),
    empty: 'Inga siffror.',
  };
  return workbookBytes([answers, figures], { title, subject: title }, release);
}
