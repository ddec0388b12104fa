import type { CompareData, CompareIndicator } from '../../files/compare/model.ts';
import { formatValue } from '../../text/numbers.ts';
import type { Matrix, MatrixCell, MatrixSummary } from './matrix.ts';

/** Text made safe in markup. */
export const safe = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;');

/** Categories are neither good nor bad, so only questions of yes and no are shaded. The word is always there. */
function tone(indicator: CompareIndicator, cell: MatrixCell): string {
  if (cell.saknas) return 'saknas';
  if (cell.tone === 'tal') return 'num';
  return indicator.svarstyp === 'kategori' ? '' : cell.tone;
}

/** What the group says together, in words: `5 av 7 ja`, `mitten 2,9 %`, or why it says nothing. */
export function summaryText(indicator: CompareIndicator, { count, of, median }: MatrixSummary): string {
  if (of === 0) return 'Ingen uppgift';
  if (indicator.typ === 'tal') return median === null ? 'Ingen uppgift' : formatValue(indicator, median);
  const first = indicator.svar[0]?.text ?? '';
  return `${count} av ${of}: ${first}`;
}

/** Riket beside the group: the percentage of the first answer, or the number. */
export const riketText = (indicator: CompareIndicator) =>
  indicator.riket === null ? 'Ingen uppgift' : formatValue(indicator, indicator.riket);

/** What a row is about besides its name: the year, and that it is example data. */
export const aboutText = ({ ar, exempel }: CompareIndicator) =>
  [ar === null ? 'år okänt' : String(ar), ...(exempel ? ['exempeldata'] : [])].join(' · ');

/** So few that the kommuner can stand first and the group's own columns still be seen. */
const FEW = 8;

/** What a landscape A4 holds. */
const PAPER = 20;

/** The cells after a row's name: with few kommuner they come first, with many the group and riket do. */
const ordered = (kommuner: readonly string[], together: readonly string[]) =>
  (kommuner.length <= FEW ? [...kommuner, ...together] : [...together, ...kommuner]).join('');

function rowOf(matrix: Matrix, column: number, indicator: CompareIndicator): string {
  const head = `<th scope="row"><a href="/indikatorer/${indicator.slug}/">${safe(indicator.kortnamn)}</a><small>${aboutText(indicator)}</small></th>`;
  const summary = matrix.summary[column];
  const together = [summary ? summaryText(indicator, summary) : '', riketText(indicator)];
  const cells = matrix.rows.map((row) => {
    const cell = row.cells[column];
    return cell ? `<td class="${tone(indicator, cell)}">${safe(cell.text)}</td>` : '<td></td>';
  });
  return `<tr>${head}${ordered(
    cells,
    together.map((t) => `<td class="num sum">${safe(t)}</td>`),
  )}</tr>`;
}

/**
 * The whole comparison as a table: an indicator a row, a kommun a column, area by area. The same markup is drawn by
 * the server for the ready-made comparisons and by the browser for the reader's own.
 */
export function tableHtml(matrix: Matrix, omraden: CompareData['omraden'], caption: string): string {
  const heads = matrix.rows.map(
    ({ kommun }) => `<th scope="col"><a href="/kommuner/${kommun.slug}/">${safe(kommun.namn)}</a></th>`,
  );
  const bodies = omraden.map(({ slug, titel }) => {
    const rows = matrix.indikatorer.map((i, at) => (i.omrade === slug ? rowOf(matrix, at, i) : '')).join('');
    const title = `<tr class="group"><th scope="rowgroup" colspan="${matrix.rows.length + 3}"><span>${safe(titel)}</span></th></tr>`;
    return rows === '' ? '' : `<tbody>${title}${rows}</tbody>`;
  });
  const together = ['Gruppen', 'Riket'].map((t) => `<th scope="col" class="num sum">${t}</th>`);
  const wide =
    matrix.rows.length > PAPER
      ? `<small class="only-print"> Papperet rymmer omkring ${PAPER} kommuner. Alla ${matrix.rows.length} finns på webbplatsen och i CSV-filen.</small>`
      : '';
  return `<table class="jamfor"><caption>${safe(caption)}${wide}</caption><thead><tr><th scope="col">Indikator</th>${ordered(heads, together)}</tr></thead>${bodies.join('')}</table>`;
}
