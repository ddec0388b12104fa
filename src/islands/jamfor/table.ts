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
  indicator.riket === null ? '–' : formatValue(indicator, indicator.riket);

const year = (indicator: CompareIndicator) => (indicator.ar === null ? 'år okänt' : String(indicator.ar));

function rowOf(matrix: Matrix, column: number, indicator: CompareIndicator): string {
  const example = indicator.exempel ? ' · exempel' : '';
  const head = `<th scope="row"><a href="/indikatorer/${indicator.slug}/">${safe(indicator.kortnamn)}</a> <small>${year(indicator)}${example}</small></th>`;
  const summary = matrix.summary[column];
  const group = `<td class="num sum">${summary ? safe(summaryText(indicator, summary)) : ''}</td>`;
  const cells = matrix.rows.map((row) => {
    const cell = row.cells[column];
    return cell ? `<td class="${tone(indicator, cell)}">${safe(cell.text)}</td>` : '<td></td>';
  });
  return `<tr>${head}${group}<td class="num">${riketText(indicator)}</td>${cells.join('')}</tr>`;
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
  return `<table class="jamfor"><caption>${safe(caption)}</caption><thead><tr><th scope="col">Indikator</th><th scope="col" class="num">Gruppen</th><th scope="col" class="num">Riket</th>${heads.join('')}</tr></thead>${bodies.join('')}</table>`;
}
