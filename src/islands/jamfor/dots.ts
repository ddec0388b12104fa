import type { CompareIndicator } from '../../files/compare/model.ts';
import { listOf } from '../../text/lists.ts';
import { dotRow } from './dot-row.ts';
import { type Matrix, type MatrixIndicator, type MatrixRow, riketText, sortRows } from './matrix.ts';
import { aboutText, safe, summaryText } from './table.ts';

/** Where values lie: from the least to the greatest of what is shown, riket included, with a little air. */
export function rangeOf(values: readonly number[]): readonly [number, number] {
  const [min, max] = [Math.min(...values), Math.max(...values)];
  const air = (max - min) * 0.04 || Math.abs(max) * 0.04 || 1;
  return [min - air, max + air];
}

/** A dot a kommun, highest first, with riket as a bar through all. The axis starts where the values do: dots are read by place. */
function dots(indicator: MatrixIndicator, rows: readonly (MatrixRow & { value: number; text: string })[]) {
  const { riket } = indicator.utgava;
  const [from, to] = rangeOf([...rows.map((r) => r.value), ...(riket === null ? [] : [riket])]);
  const place = (value: number) => (value - from) / (to - from);
  const bar = riket === null ? null : place(riket);
  const marks = rows.map((r) => dotRow(r.kommun.namn, r.text, { dot: place(r.value), bar }));
  return `<ul class="dots">${marks.join('')}</ul>`;
}

const names = (rows: readonly MatrixRow[]) => safe(listOf(rows.map((r) => r.kommun.namn)));

/** A question: who gave which answer, by name. */
function answers(indicator: CompareIndicator, rows: readonly MatrixRow[], column: number): string {
  const groups = indicator.svar.map(({ ord, text }) => {
    const who = rows.filter((r) => r.cells[column]?.raw === ord);
    return `<dt>${safe(text)} <small>${who.length}</small></dt><dd>${who.length === 0 ? 'Ingen' : names(who)}</dd>`;
  });
  return groups.join('');
}

/** Cities whose stadsdelar answer in their place: how each city's did. */
function cities(rows: readonly MatrixRow[], column: number): string {
  const told = rows.flatMap(({ kommun, cells }) => {
    const cell = cells[column];
    return cell?.tone === 'stadsdelar' ? [`<dd>${safe(`${kommun.namn}: ${cell.text}`)}</dd>`] : [];
  });
  return told.length === 0
    ? ''
    : `<dt>Stadsdelarna svarar <small>${told.length}</small></dt>${told.join('')}`;
}

/** Those without a value, by reason. Never a dot at zero. */
function missing(rows: readonly MatrixRow[], column: number): string {
  const reasons = Map.groupBy(
    rows.filter((r) => r.cells[column]?.tone === 'saknas'),
    (r) => r.cells[column]?.text ?? '',
  );
  return [...reasons]
    .map(
      ([reason, who]) =>
        `<dt class="na">${safe(reason)} <small>${who.length}</small></dt><dd>${names(who)}</dd>`,
    )
    .join('');
}

/** Each chosen indicator as a picture: dots for numbers, names by answer for questions. */
export function dotsHtml(matrix: Matrix, collator: Intl.Collator): string {
  return matrix.indikatorer
    .map((indicator, column) => {
      const rows = sortRows(matrix, column, collator);
      const known = rows.flatMap((r) => {
        const cell = r.cells[column];
        return typeof cell?.raw === 'number' ? [{ ...r, value: cell.raw, text: cell.text }] : [];
      });
      const list =
        (indicator.typ === 'svar' ? answers(indicator, rows, column) : '') +
        cities(rows, column) +
        missing(rows, column);
      const head = `<h3><a href="/indikatorer/${indicator.slug}/">${safe(indicator.kortnamn)}</a> <small>${aboutText(indicator)}</small></h3>`;
      const summary = matrix.summary[column];
      const together = `<p class="meta">Gruppen: ${summary ? safe(summaryText(indicator, summary)) : ''}. Riket: ${safe(riketText(indicator))}.</p>`;
      return `<figure class="jamfor-fig"><figcaption>${head}${together}</figcaption>${known.length > 0 ? dots(indicator, known) : ''}${list === '' ? '' : `<dl class="facts">${list}</dl>`}</figure>`;
    })
    .join('');
}
