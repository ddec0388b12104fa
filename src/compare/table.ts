import { markClass } from '../charts/answer-mark.ts';
import { escapeXml } from '../markup/escape.ts';
import { hasCategories } from '../model/answer.ts';
import { must } from '../model/must.ts';
import { breaksBetween } from '../statistics/comparability.ts';
import { answerTone } from '../text/answers.ts';
import { OF_ANSWERED, THE_YES_SHARE } from '../text/base.ts';
import { formatValue, NBSP } from '../text/numbers.ts';
import { shareOfText } from '../text/shares.ts';
import type { Beside } from './beside.ts';
import type { CompareData, CompareIndicator } from './data.ts';
import {
  type Against,
  type Matrix,
  type MatrixCell,
  type MatrixIndicator,
  type MatrixSummary,
  riketText,
} from './matrix.ts';

/** Categories are neither good nor bad, so only questions of yes and no are shaded. The word is always there. */
function tone(indicator: CompareIndicator, cell: MatrixCell): string {
  if (cell.tone === 'stadsdelar') return '';
  if (cell.saknas) return 'saknas';
  if (cell.tone === 'tal') return 'num';
  return hasCategories(indicator) ? '' : cell.tone;
}

/** What the columns of the group and of riket are; stands under every table. */
export const GROUP_NOTE = `”Gruppen” och ”Riket” är ${THE_YES_SHARE}, ${OF_ANSWERED}, och hur många de är. Är de färre än tio står bara antalet. I städer där stadsdelarna svarar räknas varje stadsdel. För tal är gruppens värde det mittersta av kommunernas. Där ett värde saknas står skälet.`;

/** What the group says together, with how many it is of: `38 % av 21: Ja`, `2 av 4: Ja`, `2,9 %, mitten av 7`. */
export function summaryText(indicator: CompareIndicator, summary: MatrixSummary): string {
  if (summary.kind === 'svar')
    return summary.share.of === 0
      ? 'Ingen uppgift'
      : `${shareOfText(summary.share)}: ${must(indicator.svar[0], `answer of ${indicator.id}`).text}`;
  return summary.median === null
    ? 'Ingen uppgift'
    : `${formatValue(indicator, summary.median)}, mitten av${NBSP}${summary.n}`;
}

/** What the second group says together; escaped. */
export function againstText({ indikatorer, summary }: Against, at: number): string {
  const [indicator, of] = [indikatorer[at], summary[at]];
  return indicator && of ? escapeXml(summaryText(indicator, of)) : '';
}

/** The breaks after the year that is shown, when newer values lie on their other side. */
function cutOff({ brott, utgava, utgavor: [newest] }: MatrixIndicator): string {
  const { ar } = utgava;
  if (ar === null || newest.ar === null) return '';
  const next = breaksBetween(brott, ar, newest.ar)[0];
  return next ? `kan inte jämföras med ${next.franAr} och senare` : '';
}

/** What a row is about besides its name: the year, that it is example data, and that it stands apart. */
export const aboutText = (indicator: MatrixIndicator) => {
  const { ar, exempel } = indicator.utgava;
  return [ar === null ? 'år okänt' : String(ar), exempel ? 'exempeldata' : '', cutOff(indicator)]
    .filter((t) => t !== '')
    .join(' · ');
};

/** So few that the kommuner can stand first and the group's own columns still be seen. */
const FEW = 8;

/** What a landscape A4 holds. */
const PAPER = 20;

/** The cells after a row's name: with few kommuner they come first, with many the group and riket do. */
const ordered = (kommuner: readonly string[], together: readonly string[]) =>
  (kommuner.length <= FEW ? [...kommuner, ...together] : [...together, ...kommuner]).join('');

/** The same cells in another year, by indicator. */
type Column = { readonly ar: number; readonly matrix: Matrix; readonly at: number };

function columnBeside(beside: Beside | null, { id }: CompareIndicator): Column | null {
  const at = beside?.matrix.indikatorer.findIndex((i) => i.id === id) ?? -1;
  return beside === null || at < 0 ? null : { ar: beside.ar, matrix: beside.matrix, at };
}

/** The other year's value under the one that is shown; in bold where it was another. */
const under = (column: Column | null, text: string | undefined, other: boolean) =>
  column === null || text === undefined
    ? ''
    : `<small${other ? ' class="andrat"' : ''}>${column.ar}: ${escapeXml(text)}</small>`;

/** The classes of an answer's mark; categories are neither good nor bad, and have squares. */
function markOf({ svarstyp, svar, typ }: CompareIndicator, { raw, tone }: MatrixCell): string {
  if (typ === 'tal' || tone === 'stadsdelar') return '';
  if (typeof raw !== 'string') return markClass('saknas');
  return markClass(answerTone({ svarstyp, kategorier: svar.map((s) => s.ord), svarstexter: {} }, raw));
}

/** A remark stands under its figure. */
const remarkUnder = ({ remark }: MatrixCell) =>
  remark === null ? '' : `<small>${escapeXml(remark)}</small>`;

function rowOf(matrix: Matrix, at: number, column: Column | null, against: Against | null): string {
  const indicator = matrix.indikatorer[at];
  if (!indicator) return '';
  const head = `<th scope="row"><a href="/indikatorer/${indicator.slug}/">${escapeXml(indicator.kortnamn)}</a><small>${aboutText(indicator)}</small></th>`;
  const summary = matrix.summary[at];
  const before = column?.matrix.indikatorer[column.at];
  const summaryBefore = column?.matrix.summary[column.at];
  const together = [
    (summary ? escapeXml(summaryText(indicator, summary)) : '') +
      under(column, summaryBefore && summaryText(indicator, summaryBefore), false),
    ...(against === null ? [] : [againstText(against, at)]),
    escapeXml(riketText(indicator)) + under(column, before && riketText(before), false),
  ];
  const cells = matrix.rows.map((row, i) => {
    const cell = row.cells[at];
    const was = column?.matrix.rows[i]?.cells[column.at];
    const other = cell?.raw !== null && was?.raw !== null && was?.raw !== cell?.raw;
    return cell
      ? `<td class="${[tone(indicator, cell), markOf(indicator, cell)].filter((c) => c !== '').join(' ')}">${escapeXml(cell.text)}${remarkUnder(cell)}${under(column, was?.text, other)}</td>`
      : '<td></td>';
  });
  return `<tr>${head}${ordered(
    cells,
    together.map((t) => `<td class="num sum">${t}</td>`),
  )}</tr>`;
}

/** What stands around and beside the values. */
export type TableParts = {
  readonly caption: string;
  /** Another year, under each value that may be compared with it. */
  readonly beside?: Beside | null;
  /** A second group, beside the first. */
  readonly against?: Against | null;
};

/**
 * The whole comparison as a table: an indicator a row, a kommun a column, area by area. The same markup is drawn by
 * the server for the ready-made comparisons and by the browser for the reader's own.
 */
export function tableHtml(
  matrix: Matrix,
  omraden: CompareData['omraden'],
  { caption, beside = null, against = null }: TableParts,
): string {
  const heads = matrix.rows.map(
    ({ kommun }) => `<th scope="col"><a href="/kommuner/${kommun.slug}/">${escapeXml(kommun.namn)}</a></th>`,
  );
  const bodies = omraden.map(({ slug, titel }) => {
    const rows = matrix.indikatorer
      .map((i, at) => (i.omrade === slug ? rowOf(matrix, at, columnBeside(beside, i), against) : ''))
      .join('');
    const title = `<tr class="group"><th scope="rowgroup" colspan="${matrix.rows.length + 3 + (against === null ? 0 : 1)}"><span>${escapeXml(titel)}</span></th></tr>`;
    return rows === '' ? '' : `<tbody>${title}${rows}</tbody>`;
  });
  const together = [matrix.grupp, ...(against === null ? [] : [against.grupp]), 'Riket'].map(
    (t) => `<th scope="col" class="num sum">${escapeXml(t)}</th>`,
  );
  const wide =
    matrix.rows.length > PAPER
      ? `<small class="only-print"> Papperet rymmer omkring ${PAPER} kommuner. Alla ${matrix.rows.length} finns på webbplatsen och i CSV-filen.</small>`
      : '';
  return `<table class="jamfor${matrix.rows.length > FEW ? ' manga' : ''}"><caption>${escapeXml(caption)}${wide}</caption><thead><tr><th scope="col">Indikator</th>${ordered(heads, together)}</tr></thead>${bodies.join('')}</table>`;
}
