/** Sortable tables: every header gets a button; the order is announced with aria-sort. Without this, tables just stand. */

import { readNumber } from '../text/read-number.ts';

const collator = new Intl.Collator('sv', { numeric: true });

/** What a cell is sorted by: its raw value, else the number or words that it shows. Empty means missing and goes last. */
function keyOf(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  if (cell === undefined) return '';
  const text = cell.textContent.trim();
  return cell.dataset['sort'] ?? String(readNumber(text) ?? text);
}

function compare(a: string, b: string): number {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
}

function sortBy(table: HTMLTableElement, column: number, descending: boolean): void {
  const body = table.tBodies[0];
  if (!body) return;
  const sign = descending ? -1 : 1;
  const keyed = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort((a, b) =>
    a.key === '' || b.key === '' ? Number(a.key === '') - Number(b.key === '') : sign * compare(a.key, b.key),
  );
  body.append(...keyed.map(({ row }) => row));
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
  headers.forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const first = header.classList.contains('num') ? 'descending' : 'ascending';
      const other = first === 'ascending' ? 'descending' : 'ascending';
      const order = header.getAttribute('aria-sort') === first ? other : first;
      for (const h of headers) h.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', order);
      sortBy(table, column, order === 'descending');
    });
  });
}
